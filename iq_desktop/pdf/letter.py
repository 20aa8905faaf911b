"""What makes paper a letter of the centre: its head with the logo, and the mark of a final paper at the foot."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.centre import Logo
from iq_desktop.domain.document_record import words_of_code
from iq_desktop.pdf.fonts import Weight
from iq_desktop.pdf.looks import INK, MUTED, Align
from iq_desktop.pdf.paper import is_readable
from iq_desktop.pdf.pieces import Cell, Grid, Row, Space, Stack
from iq_desktop.pdf.qr_code import QrCode
from iq_desktop.pdf.tagging_pieces import Figure
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.documents.blocks import Document, Letterhead
    from iq_desktop.pdf.paper import Paper
    from iq_desktop.pdf.pieces import Piece
    from iq_desktop.pdf.voices import Voices

_LOGO_HEIGHT: Final = 0.72
"""How high a logo is at most, as a share of the margin of the page."""
_LOGO_WIDTH: Final = 0.34
"""How wide it is at most, as a share of the width between the margins."""
_CODE_SIDE: Final = 0.9
"""The side of a QR code as a share of the margin of the page: 16 mm on A4, 11 mm on A5."""
_LEAST_SIDE: Final = 40.0
"""The least side of a QR code that a telephone reads from paper, in points."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, as large as a box allows."""

    logo: Logo
    most_width: float
    most_height: float
    place: float = 1.0
    """Where it stands in its width: 0 left, 0.5 in the middle, 1 right."""

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        share = min(self.most_width / max(self.logo.width, 1), self.most_height / max(self.logo.height, 1))
        return self.logo.width * share, self.logo.height * share

    def measure(self, width: float) -> float:  # noqa: ARG002  (a picture is as high at any width)
        """Return the height."""
        return self.size[1]

    def split(self, width: float, height: float) -> None:
        """Return None: a picture is not parted."""

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw the picture."""
        own_width, own_height = self.size
        paper.draw_picture(self.logo.content, x + (width - own_width) * self.place, y, own_width, own_height)


def readable_head(head: Letterhead | None) -> Letterhead | None:
    """Return the head without a logo that cannot be drawn: a damaged picture keeps no letter from the printer."""
    if head is None or head.logo is None or is_readable(head.logo.content):
        return head
    return replace(head, logo=None)


def letter_head(head: Letterhead, voices: Voices) -> Piece:
    """Return the head of a letter: name and lines left, the logo right."""
    scale = voices.scale
    label = say("Letterhead")
    name = replace(scale.body, weight=Weight.BOLD, size=scale.body.size + 1, colour=INK, align=Align.LEFT)
    small = replace(scale.small, align=Align.LEFT, colour=MUTED)
    lines = [voices.as_typed(head.name, label, name)] if head.name else []
    lines += [voices.as_typed(line, label, small) for line in head.lines]
    words: Piece = Stack(tuple(lines), gap=1) if lines else Space(0)
    if head.logo is None:
        return words
    picture = Picture(head.logo, scale.inner * _LOGO_WIDTH, max(scale.margin * _LOGO_HEIGHT, words.measure(1e4)))
    logo = Figure(picture, _logo_words(head, voices))
    share = _LOGO_WIDTH
    return Grid((1 - share, share), (Row((Cell(words), Cell(logo))),), gap=0, padding=0)


def middle_logo(head: Letterhead, voices: Voices) -> Piece:
    """Return the logo alone, in the middle."""
    if head.logo is None:
        return Space(0)
    scale = voices.scale
    picture = Picture(head.logo, scale.inner * _LOGO_WIDTH, scale.margin, place=0.5)
    return Figure(picture, _logo_words(head, voices))


def _logo_words(head: Letterhead, voices: Voices) -> str:
    return voices.adviser.speak(say("Logo of {name}", name=head.name or "–"))


def code_side(document: Document, voices: Voices) -> float:
    """Return how wide the place of the QR code at the foot is: drafts keep it free, other papers have none."""
    has_place = document.final is not None or document.is_draft
    return max(voices.scale.margin * _CODE_SIDE, _LEAST_SIDE) if has_place else 0.0


def final_code(document: Document, voices: Voices) -> Piece | None:
    """Return the QR code of a final paper: its number and its check code, nothing about a person."""
    if document.final is None:
        return None
    words = words_of_code(document.final.number, document.final.code)
    told = voices.adviser.speak(say("QR code of number and check code: {words}", words=words))
    return Figure(QrCode(words, code_side(document, voices)), told)


def final_lines(document: Document, voices: Voices) -> list[Piece]:
    """Return what the foot says of number, day and check code, and who funds the centre."""
    look = replace(voices.scale.small, colour=INK)
    lines: list[Piece] = []
    if document.final is not None:
        mark = document.final
        told = say("Number {number} of {day}, check code {code}", number=mark.number, day=mark.day, code=mark.code)
        lines.append(voices.in_adviser_tongue(told, look))
    elif document.is_draft:
        told = say("Not final yet: number and check code come when it is made final.")
        lines.append(voices.in_adviser_tongue(told, look))
    if document.letterhead is not None and document.letterhead.credit:
        lines.append(voices.as_typed(document.letterhead.credit, say("Who funds it"), voices.scale.small))
    return lines
