"""Everything that is seen: widgets, window, screens and the client's view."""
