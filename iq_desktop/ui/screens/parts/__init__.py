"""Parts that several pages of a case are built from."""
