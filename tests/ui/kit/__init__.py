"""Tests of the widget set."""
