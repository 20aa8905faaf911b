"""Use cases with fake ports."""
