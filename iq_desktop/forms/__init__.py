"""Input forms, declared once and bound to domain values by the names of their fields."""
