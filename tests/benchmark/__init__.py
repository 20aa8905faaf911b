"""Ratios to a named floor, run on demand."""
