"""What advisers talk about, in their words: immutable values and rules as pure functions."""
