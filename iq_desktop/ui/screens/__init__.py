"""The screens, one module each; they never know each other."""
