"""Declared forms."""
