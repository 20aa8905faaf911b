"""The address of whoever gets a letter, where the window of an envelope shows it (DIN 5008)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.pdf.looks import INK, LINE, MILLIMETRE, Align
from iq_desktop.pdf.paper import Line
from iq_desktop.pdf.pieces import Piece, Space, Stack
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.documents.blocks import Document
    from iq_desktop.pdf.paper import Paper
    from iq_desktop.pdf.voices import Voices

_LEFT: Final = 25 * MILLIMETRE
_WIDTH: Final = 80 * MILLIMETRE
_TOPS: Final = (27 * MILLIMETRE, 45 * MILLIMETRE)
"""Where the field of the address begins on paper of form A and of form B."""
_NOTES: Final = 17.7 * MILLIMETRE
"""The zone of the field above the address, for the sender and for notes."""
_ZONE: Final = 27.3 * MILLIMETRE
"""The zone of the address, six lines high."""
_ABOVE: Final = 2.0
"""Room between the sender, its line and the address, in points."""


@dataclass(frozen=True, slots=True)
class AddressWindow:
    """The field of the address: small the sender, a line, and below it the address."""

    sender: Piece
    lines: Piece

    def begins(self, free_from: float) -> float:
        """Return how far below the upper edge the address begins, where the paper is free from a height on.

        Form A where the head of the letter is low enough, form B where it is higher; below a still higher one it stands
        as near as it can.
        """
        needed = self.sender.measure(_WIDTH) + 2 * _ABOVE
        return next((top + _NOTES for top in _TOPS if top + _NOTES - needed >= free_from), free_from + needed)

    def ends(self, free_from: float) -> float:
        """Return where the field ends."""
        return self.begins(free_from) + max(_ZONE, self.lines.measure(_WIDTH))

    def draw(self, paper: Paper, free_from: float) -> None:
        """Draw sender and address."""
        top = self.begins(free_from)
        self.sender.draw(paper, _LEFT, top - 2 * _ABOVE - self.sender.measure(_WIDTH), _WIDTH)
        paper.draw_line((_LEFT, top - _ABOVE), (_LEFT + _WIDTH, top - _ABOVE), Line(LINE))
        self.lines.draw(paper, _LEFT, top, _WIDTH)


def address_window(document: Document, voices: Voices) -> AddressWindow | None:
    """Return the field of the address, or None where the letter goes to no known address; raises MissingGlyph."""
    field = document.address
    if field is None:
        return None
    label = say("To whom")
    look = replace(voices.scale.body, colour=INK, align=Align.LEFT, size=voices.scale.body.size + 0.5)
    small = replace(voices.scale.small, align=Align.LEFT)
    lines = tuple(voices.as_typed(words, label, look) for words in field.lines)
    sender = voices.as_typed(field.sender, say("Letterhead"), small) if field.sender else Space(0)
    return AddressWindow(sender, Stack(lines, gap=1))
