"""Documents as neutral blocks."""
