"""Generic tests over all forms, tables, pages, documents, packs and languages: what is new is covered at once."""
