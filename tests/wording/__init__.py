"""Texts, tongues and catalogues."""
