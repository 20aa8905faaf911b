"""Readers of published reference data, and of the packs that come with the program."""
