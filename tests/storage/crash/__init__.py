"""Kills and power cuts while the vault saves: confirmed is kept, and nothing is half."""
