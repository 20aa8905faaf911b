"""Sections that several documents share; each is a generator of blocks and leaves out what is empty."""
