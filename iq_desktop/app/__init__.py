"""Starts the program, wires its rooms together and catches what nobody else caught."""
