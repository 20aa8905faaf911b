"""The fixed words of the client's window: everything in it that is not the present question of an instrument.

Simple words, one thought each: simple German needs no catalogue of its own, it speaks these from the German one.
"""

from __future__ import annotations

from typing import Final

from iq_desktop.wording.text import say

NOT_NOW: Final = say("Not now")
READ_ALOUD: Final = say("Read aloud")
BACK: Final = say("Back")
NEXT: Final = say("Next")
BEGIN: Final = say("Let us begin")
FINISHED: Final = say("Finished")
THANK_YOU: Final = say("Thank you!")
ALL_DONE: Final = say("We are done. Your adviser looks at it with you.")
DONE_WITHOUT_NAME: Final = say("We are done. Your name stands nowhere.")
ANSWERS_ELSEWHERE: Final = say("The answers stand on the other screen only.")
WRITE_HERE: Final = say("Tell us about it, or write it here.")
ONE_MOMENT: Final = say("One moment please")

CLIENT_WINDOW_WORDS: Final = (
    NOT_NOW,
    READ_ALOUD,
    BACK,
    NEXT,
    BEGIN,
    FINISHED,
    THANK_YOU,
    ALL_DONE,
    DONE_WITHOUT_NAME,
    ANSWERS_ELSEWHERE,
    WRITE_HERE,
    ONE_MOMENT,
)
"""All of them: nothing else may stand in the window beside the question."""


def catalogue_of(language: str) -> str:
    """Return the language whose catalogue speaks the fixed words: that of `de_simple` is `de`."""
    return language.removesuffix("_simple")
