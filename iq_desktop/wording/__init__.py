"""Words, languages, dates and numbers: a label is a value here and becomes a sentence only when a tongue speaks it."""
