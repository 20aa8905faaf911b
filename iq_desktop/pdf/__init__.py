"""Paper: blocks become pages, in every script, behind the printer port."""
