"""The window around the screens: rail, header, navigation and commands."""
