"""What an adviser can do: one plain function per act, talking to ports."""
