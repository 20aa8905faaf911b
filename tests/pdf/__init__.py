"""Printed pages, read back."""
