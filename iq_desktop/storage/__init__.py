"""The encrypted vault: engine, tables, codec, search, journal and migrations."""
