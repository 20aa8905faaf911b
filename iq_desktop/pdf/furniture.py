"""What stands around the words of every page: head, running title, foot, page number, draft mark."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import Document, Typed, Words
from iq_desktop.pdf.address_window import AddressWindow, address_window
from iq_desktop.pdf.certificate import draw_frame, framed_head
from iq_desktop.pdf.fonts import Weight
from iq_desktop.pdf.letter import code_side, final_code, final_lines, letter_head, middle_logo, readable_head
from iq_desktop.pdf.looks import ACCENT, LINE, MUTED, SOFT, Align, Look
from iq_desktop.pdf.paper import Line
from iq_desktop.pdf.paragraph import Paragraph
from iq_desktop.pdf.pieces import Cell, Grid, Piece, Row, Stack
from iq_desktop.pdf.tagging_pieces import Tagged
from iq_desktop.pdf.voices import Voices
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.pdf.paper import Paper

_BAR: Final = 4.0
"""The accent bar at the upper edge, in points."""
_BAND_ABOVE: Final = 0.5
_BAND_BELOW: Final = 0.35
"""Room above and below the words of the head, in margins."""
_TITLE_SHARES: Final = (1.0, 0.93, 0.86, 0.8)
"""How much smaller titles may be to stand beside each other."""
_HEADER: Final = "<</Type /Pagination /Subtype /Header>>"
_FOOTER: Final = "<</Type /Pagination /Subtype /Footer>>"
_WATERMARK: Final = "<</Type /Pagination /Subtype /Watermark>>"
_DRAFT: Final = say("Draft")
_LETTER_ABOVE: Final = 0.42
_LETTER_BELOW: Final = 0.3
"""Room above and below the head of a letter, in margins."""
_INSIDE_FRAME: Final = 1.0
"""Room above the logo within the frame of a certificate, in margins."""
_BESIDE_CODE: Final = 8.0
"""Room between the words of the foot and the place of the QR code, in points."""
_SHADE: Final = 0.13
"""How much of its colour the mark of a draft shows."""
_DRAFT_SIZE: Final = 0.2
"""The draft mark's size as a share of the paper's width, at most."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """Head and foot of a document, measured once; the body stands between them."""

    voices: Voices
    head: Piece
    running: Paragraph
    foot: Piece
    draft: Piece | None
    is_framed: bool = False
    letter: Piece | None = None
    """The head of the centre's letters, above the band with the title."""
    code: Piece | None = None
    """The QR code of a final paper, at the right end of the foot."""
    code_side: float = 0
    """How wide the place of the code is, whether there is one or not (yet)."""
    window: AddressWindow | None = None
    """The address of whoever gets the letter, between the head of the letter and the band."""

    def body_top(self, page: int) -> float:
        """Return how far below the upper edge the body begins; pages count from 1."""
        scale = self.voices.scale
        if page == 1:
            return self._band_top() + self._band_height() + scale.gap
        return scale.margin * 0.6 + self.running.measure(scale.inner) + scale.gap

    def body_height(self, page: int) -> float:
        """Return the height of the body."""
        return self._foot_top() - self.voices.scale.gap * 0.8 - self.body_top(page)

    def draw_below(self, paper: Paper, page: int) -> None:
        """Draw what lies under the words: band and head."""
        scale = self.voices.scale
        if page == 1:
            if self.letter:
                self.letter.draw(paper, scale.margin, _BAR + scale.margin * self._letter_above(), scale.inner)
            if self.window:
                self.window.draw(paper, self._letter_bottom())
            top = self._band_top()
            if not self.is_framed:
                paper.draw_box(0, top, scale.width, self._band_height(), fill=SOFT)
            self.head.draw(paper, scale.margin, top + scale.margin * self._above(), scale.inner)
        else:
            top = scale.margin * 0.6
            with paper.artifact(_HEADER):
                self.running.draw(paper, scale.margin, top, scale.inner)
            below = top + self.running.measure(scale.inner) + 3
            paper.draw_line((scale.margin, below), (scale.width - scale.margin, below), Line(LINE))
        if self.is_framed:
            draw_frame(paper, scale)
        else:
            paper.draw_box(0, 0, scale.width, _BAR, fill=ACCENT)

    def draw_foot(self, paper: Paper, page: int, pages: int) -> None:
        """Draw the foot with the page number; on the last page its words are read out, as the end of the document."""
        scale = self.voices.scale
        top = self._foot_top()
        paper.draw_line((scale.margin, top), (scale.width - scale.margin, top), Line(LINE))
        number = self.voices.in_adviser_tongue(
            say("Page {page} of {pages}", page=page, pages=pages), replace(scale.small, align=Align.RIGHT)
        )
        width = _number_width(self.voices)
        end = scale.width - scale.margin
        with nullcontext() if page == pages else paper.artifact(_FOOTER):
            self.foot.draw(paper, scale.margin, top + 4, self._foot_width())
            if self.code:
                self.code.draw(paper, end - self.code_side, top + 4, self.code_side)
        if self.code_side and not self.code:
            box = (end - self.code_side, top + 4, self.code_side, self.code_side)
            paper.draw_box(*box, line=Line(LINE), radius=3)  # here a final paper has its code
        with paper.artifact(_FOOTER):
            number.draw(paper, end - self._code_room() - width, top + 4, width)

    def draw_above(self, paper: Paper) -> None:
        """Draw what lies over the words and lets them through: the mark of a draft, on panels and pictures too."""
        if self.draft is None:
            return
        scale = self.voices.scale
        top = (scale.height - self.draft.measure(scale.width)) / 2
        with paper.artifact(_WATERMARK), paper.turned(scale.width / 2, scale.height / 2, 52):
            paper.let_through(_SHADE)
            self.draft.draw(paper, 0, top, scale.width)

    def _above(self) -> float:
        """Return how much room stands above the words of the head, in margins: less where the letterhead is above."""
        return _BAND_BELOW if self.letter else _BAND_ABOVE

    def _band_top(self) -> float:
        bottom = self._letter_bottom()
        return self.window.ends(bottom) + self.voices.scale.gap if self.window else bottom

    def _letter_bottom(self) -> float:
        """Return where the head of the letter ends, with the room below it."""
        scale = self.voices.scale
        if self.letter is None:
            return _BAR
        return _BAR + scale.margin * (self._letter_above() + _LETTER_BELOW) + self.letter.measure(scale.inner)

    def _letter_above(self) -> float:
        return _INSIDE_FRAME if self.is_framed else _LETTER_ABOVE

    def _band_height(self) -> float:
        scale = self.voices.scale
        return scale.margin * self._above() + self.head.measure(scale.inner) + scale.margin * _BAND_BELOW

    def _code_room(self) -> float:
        return self.code_side + _BESIDE_CODE if self.code_side else 0

    def _foot_width(self) -> float:
        return self.voices.scale.inner - self._code_room()

    def _foot_top(self) -> float:
        scale = self.voices.scale
        height = max(self.foot.measure(self._foot_width()), self.code_side)
        return scale.height - scale.margin * 0.6 - height - 4


def make_furniture(document: Document, voices: Voices) -> Furniture:
    """Return head and foot of a document; raises MissingGlyph."""
    return Furniture(
        voices,
        framed_head(document, voices) if document.is_framed else _head(document, voices),
        _running(document, voices),
        _foot(document, voices),
        _draft(voices) if document.is_draft else None,
        document.is_framed,
        _letter(document, voices),
        final_code(document, voices),
        code_side(document, voices),
        address_window(document, voices),
    )


def _letter(document: Document, voices: Voices) -> Piece | None:
    """Return the head of a letter; a certificate tells the centre in its own way and shows the logo alone."""
    head = readable_head(document.letterhead)
    if head is None or (document.is_framed and head.logo is None):
        return None
    return middle_logo(head, voices) if document.is_framed else letter_head(head, voices)


def _head(document: Document, voices: Voices) -> Piece:
    plain = replace(voices.scale.body, colour=MUTED)
    strong = replace(plain, colour=voices.scale.body.colour, weight=Weight.BOLD, size=plain.size + 1)
    lines: list[Piece] = [Tagged(_title(document, voices), "H1")]
    for place, words in enumerate(document.lines_below_title):
        is_person = not place and isinstance(words, Typed)
        lines.append(_head_line(voices, words, strong if is_person else plain))
    return Stack(tuple(lines), gap=2)


def _title(document: Document, voices: Voices) -> Piece:
    """Return both titles beside each other, or below each other where a half is too narrow for one of them."""
    half = (voices.scale.inner - voices.scale.gap) / 2
    for share in _TITLE_SHARES:
        look = replace(voices.scale.title, size=voices.scale.title.size * share)
        other = voices.in_client_tongue(document.title, replace(look, align=voices.client_side), voices.mark)
        own = voices.in_adviser_tongue(document.title, look)
        if other is None or max(own.natural_width(), other.natural_width()) <= half:
            return voices.beside(document.title, look, mark=voices.mark)
    look = voices.scale.title
    other = voices.in_client_tongue(document.title, replace(look, align=voices.client_side), voices.mark)
    own = voices.in_adviser_tongue(document.title, look)
    return Stack((own, other), gap=2) if other else own


def _head_line(voices: Voices, words: Words, look: Look) -> Piece:
    own = voices.in_adviser_tongue(words, replace(look, align=Align.LEFT))
    other = voices.in_client_tongue(words, replace(look, align=voices.client_side))
    if other is None:
        return own
    return Grid((0.5, 0.5), (Row((Cell(own), Cell(other))),), gap=voices.scale.gap, padding=0)


def _running(document: Document, voices: Voices) -> Paragraph:
    """Return the line at the head of later pages: the title, and whose document it is."""
    lines = (document.title, *document.lines_below_title[:2])
    parts = [line.words if isinstance(line, Typed) else voices.adviser.speak(line) for line in lines]
    return voices.as_typed(" · ".join(parts), document.title, replace(voices.scale.small, align=Align.LEFT))


def _foot(document: Document, voices: Voices) -> Piece:
    look = voices.scale.small
    note = voices.in_adviser_tongue(document.footnote, look)
    side = code_side(document, voices)
    inner = voices.scale.inner - (side + _BESIDE_CODE if side else 0)
    share = 1 - _number_width(voices) / inner  # the page number stands right of the first line
    lines: list[Piece] = [Grid((share, 1 - share), (Row((Cell(note),)),), gap=0, padding=0)]
    if other := voices.in_client_tongue(document.footnote, replace(look, align=voices.client_side)):
        lines.append(other)
    lines += final_lines(document, voices)
    if document.journal_code:
        lines.append(voices.in_adviser_tongue(say("Journal {code}", code=document.journal_code), look))
    if document.sheet_code:
        lines.append(voices.in_adviser_tongue(say("Answer sheet {code}", code=document.sheet_code), look))
    if voices.client and voices.mark:
        language = voices.adviser.language_name(voices.client.code)
        unreviewed = say("* The text in this language has not been reviewed yet: {language}.", language=language)
        lines.append(voices.in_adviser_tongue(unreviewed, look))
    return Stack(tuple(lines), gap=1)


def _draft(voices: Voices) -> Piece:
    """Return the mark of a draft, in both languages below each other; long words are set smaller."""
    look = Look(size=voices.scale.width * _DRAFT_SIZE, weight=Weight.BOLD, colour=MUTED, align=Align.MIDDLE)
    own = voices.in_adviser_tongue(_DRAFT, look)
    other = voices.in_client_tongue(_DRAFT, look)
    return Stack((own, other)) if other else own


def _number_width(voices: Voices) -> float:
    widest = voices.in_adviser_tongue(say("Page {page} of {pages}", page=999, pages=999), voices.scale.small)
    return widest.natural_width() + 6
