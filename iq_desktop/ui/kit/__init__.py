"""The small widget set of the program: what a screen is built from, in the house style."""
