"""Starting, wiring and checking the program."""
