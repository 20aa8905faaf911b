"""What an adviser can do: one plain function each, talking to ports that storage, paper and catalogues fill."""
