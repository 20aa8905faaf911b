"""What the client sees: the present question, large, in two languages, with pictures; nothing else of a case."""
