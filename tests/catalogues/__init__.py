"""Readers of reference data."""
