"""A certificate on paper: a fine double frame, the title and the name in the middle."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Final

from iq_desktop.pdf.fonts import Weight
from iq_desktop.pdf.looks import ACCENT, MUTED, Align, Look
from iq_desktop.pdf.pages import Item
from iq_desktop.pdf.paper import Line
from iq_desktop.pdf.pieces import Cell, Grid, Row, Space, Stack
from iq_desktop.pdf.tagging_grids import LISTING
from iq_desktop.pdf.tagging_pieces import Tagged

if TYPE_CHECKING:
    from iq_desktop.documents.blocks import Document, Words
    from iq_desktop.documents.certified import Certified
    from iq_desktop.pdf.looks import Scale
    from iq_desktop.pdf.pages import Group
    from iq_desktop.pdf.paper import Paper
    from iq_desktop.pdf.pieces import Piece
    from iq_desktop.pdf.voices import Voices

_EDGE: Final = 0.36
"""How far the frame stands from the edge of the paper, in margins."""
_BETWEEN: Final = 3.4
"""Between both lines of the frame, in points."""
_OUTER: Final = Line(ACCENT, 1.4)
_INNER: Final = Line(ACCENT, 0.4)
_TITLE: Final = 28.0
_NAME_SIZES: Final = (24.0, 20.0, 17.0, 14.0)
_FEW_FACTS: Final = 3
_ROOM: Final = 3.4
_ROOM_LESS: Final = 2.1
_LEAST_ROOM: Final = 0.3
"""How much room is between the sentences, in gaps: it gives way sooner than on other paper, for the page is one."""
_LARGER: Final = 3.0
_LITTLE_LARGER: Final = 1.5
_SCARCE: Final = 0.8
"""With less air than this the sentences are only a little larger than on other paper."""


def draw_frame(paper: Paper, scale: Scale) -> None:
    """Draw the frame of a certificate along the edges of a page."""
    for inset, line in ((scale.margin * _EDGE, _OUTER), (scale.margin * _EDGE + _BETWEEN, _INNER)):
        paper.draw_box(inset, inset, scale.width - 2 * inset, scale.height - 2 * inset, line=line)


def framed_head(document: Document, voices: Voices) -> Piece:
    """Return the head of a certificate: the title large in the middle, and whose it is, in one or two languages."""
    centred = replace(voices.scale.body, align=Align.MIDDLE, colour=MUTED, size=voices.scale.body.size + 1)
    title = replace(voices.scale.title, align=Align.MIDDLE, size=_TITLE)
    heading = Tagged(_centred(voices, document.title, title, voices.mark), "H1")
    gap = voices.scale.gap
    has_logo = document.letterhead is not None and document.letterhead.logo is not None
    above = Space(gap * (0.5 if has_logo else 2.4))
    lines: list[Piece] = [above, heading, Space(gap * 0.7), _ShortRule(), Space(gap * 0.6)]
    lines += [_centred(voices, words, centred) for words in document.lines_below_title]
    return Stack(tuple(lines), gap=2)


def render_certified(block: Certified, voices: Voices) -> list[Item | Group]:
    """Return what is certified, each sentence in the middle of the page."""
    scale = voices.scale
    body = replace(
        scale.body, align=Align.MIDDLE, size=scale.body.size + (_LARGER if scale.air >= _SCARCE else _LITTLE_LARGER)
    )
    quiet = replace(body, colour=MUTED)
    room = Space(scale.gap * max(_LEAST_ROOM, _ROOM * scale.air - _ROOM_LESS))
    name = _name_look(voices, block.person)
    pieces: list[Piece] = [room, _centred(voices, block.opening, quiet), room, _centred(voices, block.person, name)]
    if block.born.message:
        pieces += [Space(scale.rhythm * 0.3), _centred(voices, block.born, quiet)]
    pieces.append(room)
    for sentence in block.sentences:
        pieces += [_centred(voices, sentence, body), Space(scale.rhythm * 0.3)]
    if len(block.facts) > _FEW_FACTS:
        pieces += [room, _facts_in_columns(voices, block)]
    else:
        small = replace(quiet, size=quiet.size - 2)
        for label, value in block.facts:
            pieces += [room, _centred(voices, label, small), Space(2), _centred(voices, value, body)]
    return [Item(Stack(tuple(pieces)), space_before=scale.rhythm * 0.4)]


def _name_look(voices: Voices, person: Words) -> Look:
    """Return how the name looks: large, smaller where it would not stand in one line."""
    looks = [Look(size=size, weight=Weight.BOLD, align=Align.MIDDLE) for size in _NAME_SIZES]
    fitting = (look for look in looks if voices.in_adviser_tongue(person, look).natural_width() <= voices.scale.inner)
    return next(fitting, looks[-1])


def _facts_in_columns(voices: Voices, block: Certified) -> Piece:
    """Return many facts as a list in two columns that meet in the middle."""
    value = replace(voices.scale.body, align=Align.LEFT)
    label = replace(value, align=Align.RIGHT, colour=MUTED)
    small = voices.scale.body.size - 1
    rows = tuple(
        Row(
            (
                Cell(voices.stacked(name, label, replace(label, size=small))),
                Cell(voices.stacked(words, value, replace(value, size=small))),
            )
        )
        for name, words in block.facts
    )
    return Grid((0.5, 0.5), rows, gap=16, padding=2.2 * voices.scale.air, kind=LISTING)


@dataclass(frozen=True, slots=True)
class _ShortRule:
    """A short line in the middle."""

    height: ClassVar[float] = 1.6
    length: ClassVar[float] = 56.0

    def measure(self, width: float) -> float:  # noqa: ARG002  (a line is as high at any width)
        """Return the height."""
        return self.height

    def split(self, width: float, height: float) -> None:
        """Return None: a line is not parted."""

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw the line."""
        begin = x + (width - self.length) / 2
        paper.draw_line((begin, y), (begin + self.length, y), Line(ACCENT, self.height))


def _centred(voices: Voices, words: Words, look: Look, mark: str = "") -> Piece:
    """Return the adviser's words with the client's below them, both in the middle."""
    other = voices.in_client_tongue(words, replace(look, size=look.size * 0.82, weight=Weight.REGULAR), mark)
    own = voices.in_adviser_tongue(words, look)
    return Stack((own, other), gap=2) if other else own
