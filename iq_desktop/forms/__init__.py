"""Input forms, declared once and bound to the values of the domain by field name."""
