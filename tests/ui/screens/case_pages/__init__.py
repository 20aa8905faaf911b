"""Tests of the pages of a case, each in the adviser's words."""
