"""Generic tests over all forms, tables, pages, documents, packs and languages."""
