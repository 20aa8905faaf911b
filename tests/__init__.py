"""Everything that proves the program; the folders mirror the package."""
