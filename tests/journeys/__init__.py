"""Whole stories through the real window, a real vault and a printed PDF."""
