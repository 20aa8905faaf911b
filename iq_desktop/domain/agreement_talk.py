"""What is said to a person about an agreement: duties that can be taken over ready-made, and the words of signing.

Simple sentences, one thought each; whoever uses a ready-made duty changes it as they like.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from iq_desktop.domain.referral import Who
from iq_desktop.wording.text import Text, say

READ_HERE: Final = say("This is what we agreed. Please read it.")
SIGN_HERE: Final = say("Do you agree? Please sign here.")
NEED_NOT_SIGN: Final = say("You do not have to sign. We help you all the same.")
TAKE_BACK_LINE: Final = say("Take back the last line")
CLEAR: Final = say("Start again")
WRITE_INSTEAD: Final = say("Write my name instead")
DRAW_INSTEAD: Final = say("Sign with the finger")
MY_NAME: Final = say("My name")
I_AGREE: Final = say("I agree to this.")
SIGN_NOW: Final = say("I sign this")
NOT_SIGNED_YET: Final = say("Please sign in the field, or write your name and tick the box.")
SIGNED: Final = say("Now you have signed.")
ADVISER_SIGNS: Final = say("The adviser signs here.")


@dataclass(frozen=True, slots=True)
class ReadyDuty:
    """A duty that can be taken over: who takes it on, and its words."""

    who: Who
    words: Text

    @property
    def id(self) -> str:
        """What tells it apart from the others: its words in the language of the source."""
        return self.words.message


READY_DUTIES: Final = (
    ReadyDuty(Who.CLIENT, say("I come to our talks. If I cannot come, I tell you before.")),
    ReadyDuty(Who.CLIENT, say("I do my steps by the day that we agreed.")),
    ReadyDuty(Who.CLIENT, say("I bring letters from offices to the talk.")),
    ReadyDuty(Who.CLIENT, say("I tell you when something changes.")),
    ReadyDuty(Who.CLIENT, say("I ask when I do not understand something.")),
    ReadyDuty(Who.ADVISER, say("We explain every step so that you understand it.")),
    ReadyDuty(Who.ADVISER, say("We do our steps by the day that we agreed.")),
    ReadyDuty(Who.ADVISER, say("We keep to ourselves what you tell us.")),
    ReadyDuty(Who.ADVISER, say("We answer when you call or write.")),
    ReadyDuty(Who.ADVISER, say("We do nothing without asking you.")),
    ReadyDuty(Who.BOTH, say("We look together whether the plan still fits.")),
)
"""They promise nothing that a centre cannot keep; each can be changed after it was taken over."""
