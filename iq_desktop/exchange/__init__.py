"""Files that leave the program for others and come back: tables of what is shown."""
