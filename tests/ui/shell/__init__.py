"""The shell: the open case, the window, its keys."""
