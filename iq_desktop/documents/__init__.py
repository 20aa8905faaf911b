"""What stands in each printed document, as neutral blocks that know no printer."""
