"""Widgets and screens."""
