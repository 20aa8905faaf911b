"""What stands in each printed document, as neutral blocks; how it looks is decided elsewhere."""
