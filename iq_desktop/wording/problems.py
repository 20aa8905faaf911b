"""What went wrong, in words for the person at the desk: a sentence and what to do next."""

from __future__ import annotations

from iq_desktop.wording.text import NOTHING, Text


class IqError(Exception):
    """Something that the adviser can understand and mend."""

    def __init__(self, text: Text, advice: Text = NOTHING) -> None:
        """Keep the sentence and the advice; neither ever holds a password, a key or a value of a case."""
        super().__init__(text.message)
        self.text = text
        self.advice = advice
