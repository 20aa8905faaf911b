"""What is talked through before somebody interprets: short cards, one thought each, for all three people."""

from __future__ import annotations

from typing import Final

from iq_desktop.wording.text import say

HEADING: Final = say("Before we talk with an interpreter")

INTERPRETER_CARDS: Final = (
    say("Is this language good for you? Do you understand each other well?"),
    say("Is this person all right for you? You may ask for somebody else."),
    say("The interpreter says everything that is said here. Nothing is added, nothing is left out."),
    say("What we talk about stays here. The interpreter tells nobody."),
    say("The interpreter gives no advice and decides nothing."),
    say("Please look at each other. The interpreter only lends you the words."),
    say("Please speak in short sentences. Interpreting needs time."),
    say("Please ask whenever something is not clear."),
    say("You may say: not now. You need not answer everything."),
    say("You can have a break at any time."),
)
"""The cards in their order; simple sentences, also for people who read little."""
