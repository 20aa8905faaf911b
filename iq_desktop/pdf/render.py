"""Blocks become pieces: one function for each kind of block."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import singledispatch
from typing import TYPE_CHECKING, ClassVar, Final

from iq_desktop.documents.blocks import (
    Block,
    Code,
    Facts,
    Heading,
    KeepTogether,
    LanguagePassport,
    Legend,
    Listing,
    NoteLines,
    Point,
    Points,
    Radar,
    Ratings,
    Sentences,
    Signatures,
    TickTable,
    Typed,
    WritingLines,
)
from iq_desktop.documents.certified import Certified
from iq_desktop.documents.ends import Ends
from iq_desktop.documents.entries import Entries
from iq_desktop.documents.notice import Notice
from iq_desktop.documents.number_boxes import NumberBoxes
from iq_desktop.documents.signed import Signed
from iq_desktop.documents.spans import Spans
from iq_desktop.documents.stairs import Staircase
from iq_desktop.documents.sums import Sums
from iq_desktop.pdf.certificate import render_certified
from iq_desktop.pdf.ends import render_ends
from iq_desktop.pdf.entries import render_entries
from iq_desktop.pdf.fonts import Weight
from iq_desktop.pdf.looks import ACCENT, INK, LINE, MUTED, SOFT, Align, Look
from iq_desktop.pdf.notices import render_notice
from iq_desktop.pdf.pages import Group, Item
from iq_desktop.pdf.paper import Line
from iq_desktop.pdf.pictograms import PictureDisc
from iq_desktop.pdf.pieces import Cell, Grid, Panel, Row, Space, Stack
from iq_desktop.pdf.signed import render_signed
from iq_desktop.pdf.spans import render_spans
from iq_desktop.pdf.stairs import render_staircase
from iq_desktop.pdf.strengths import render_legend, render_radar, render_ratings
from iq_desktop.pdf.sums import render_sums
from iq_desktop.pdf.tables import ROW_LINE, render_listing, render_passport
from iq_desktop.pdf.tagging import Thread
from iq_desktop.pdf.tagging_grids import LISTING
from iq_desktop.pdf.tagging_pieces import Figure, Tagged
from iq_desktop.pdf.ticks import render_number_boxes, render_ticks, render_writing_lines

if TYPE_CHECKING:
    from iq_desktop.pdf.paper import Paper
    from iq_desktop.pdf.pieces import Piece
    from iq_desktop.pdf.voices import Voices
    from iq_desktop.wording.text import Text

_WRITING_ROOM: Final = 28.0
_GROUPS_IN_A_ROW: Final = 4
_FACT_PADDING: Final = 1.5
_FEW_FACTS: Final = 4
_LINE_APART: Final = 24.0
"""Room for a line of handwriting."""
_FEWEST_NOTE_LINES: Final = 2
_SCARCE: Final = 0.85
"""With less air than this, what can stand in one line stands in one."""
_GROWTH: Final = {1: 1.3, 2: 1.15}
"""How much larger few points are."""


@singledispatch
def render_block(block: Block, voices: Voices) -> list[Item | Group]:  # noqa: ARG001  (the kinds below use it)
    """Return what a block looks like; raises MissingGlyph with the name of the field."""
    raise TypeError(f"no look for {type(block).__name__}")


render_block.register(Radar, render_radar)
render_block.register(Ratings, render_ratings)
render_block.register(Legend, render_legend)
render_block.register(LanguagePassport, render_passport)
render_block.register(Listing, render_listing)
render_block.register(Spans, render_spans)
render_block.register(Sums, render_sums)
render_block.register(Entries, render_entries)
render_block.register(Certified, render_certified)
render_block.register(Notice, render_notice)
render_block.register(Signed, render_signed)
render_block.register(Ends, render_ends)
render_block.register(Staircase, render_staircase)
render_block.register(TickTable, render_ticks)
render_block.register(NumberBoxes, render_number_boxes)
render_block.register(WritingLines, render_writing_lines)


@render_block.register(KeepTogether)
def _render_group(block: KeepTogether, voices: Voices) -> list[Item | Group]:
    found = [item for inner in block.blocks for item in render_block(inner, voices)]
    items = tuple(one for item in found for one in (item.items if isinstance(item, Group) else (item,)))
    return [Group(items)] if items else []


@render_block.register(Heading)
def _render_heading(block: Heading, voices: Voices) -> list[Item | Group]:
    look, above = (voices.scale.minor, 0.6) if block.is_minor else (voices.scale.heading, 0.95)
    words = voices.beside(block.words, look, mark="" if block.is_minor else voices.mark)
    return [Item(Tagged(words, look.role), space_before=voices.scale.rhythm * above, keeps_next=True)]


@render_block.register(Sentences)
def _render_sentences(block: Sentences, voices: Voices) -> list[Item | Group]:
    look = replace(voices.scale.body, colour=MUTED, size=voices.scale.body.size - 1) if block.is_small else None
    words = voices.beside(block.words, look or voices.scale.body)
    leads = voices.in_adviser_tongue(block.words, voices.scale.body).words.endswith(":")
    return [Item(words, space_before=voices.scale.rhythm * 0.4, keeps_next=leads, opens=False)]


@render_block.register(Facts)
def _render_facts(block: Facts, voices: Voices) -> list[Item | Group]:
    if not block.rows:
        return []
    label, value = replace(voices.scale.body, colour=MUTED), voices.scale.body
    rows = []
    is_named_once = all(voices.in_client_tongue(name, label) is None for name, _words in block.rows)
    is_shared = is_named_once and all(voices.in_client_tongue(words, value) is None for _name, words in block.rows)
    for name, words in block.rows:
        own = Cell(voices.in_adviser_tongue(name, label))
        if is_shared:
            rows.append(Row((own, Cell(_left(voices, words, value))), line_below=ROW_LINE))
            continue
        side = voices.client_side
        other_name = voices.in_client_tongue(name, replace(label, align=side))
        other = voices.in_client_tongue(words, replace(value, align=side))
        cells = (Cell(_left(voices, words, value)), Cell(other)) if other else (Cell(_left(voices, words, value), 2),)
        cells = (own, *cells) if is_named_once else (own, *cells, Cell(other_name or Space(0)))
        order = (0, 1, 3, 2) if other and not is_named_once else ()
        rows.append(Row(cells, line_below=ROW_LINE, order=order))
    padding = _FACT_PADDING * voices.scale.air
    shares = (0.28, 0.72) if is_shared else (0.12, 0.38, 0.5) if is_named_once else (0.2, 0.3, 0.3, 0.2)
    grid = _in_two_columns(rows, voices) if voices.client is None else None
    item = Item(
        grid or Grid(shares, tuple(rows), padding=padding, kind=LISTING), space_before=voices.scale.rhythm * 0.4
    )
    return [Group((item,)) if grid else item]


def _in_two_columns(rows: list[Row], voices: Voices) -> Piece | None:
    """Return short facts in two columns, read downwards, or None where they are few or do not fit."""
    shares, padding = (0.4, 0.6), _FACT_PADDING * voices.scale.air
    width = (voices.scale.inner - voices.scale.gap) / 2
    grid = Grid(shares, tuple(rows), padding=padding)
    one_line = Grid(shares, (Row((Cell(voices.plain("1", voices.scale.body)),)),), padding=padding).measure(width)
    if len(rows) < _FEW_FACTS or grid.measure(width) > len(rows) * one_line + 1:
        return None
    half = (len(rows) + 1) // 2
    columns = tuple(
        Cell(Grid(shares, tuple(part), padding=padding, kind=LISTING)) for part in (rows[:half], rows[half:])
    )
    return Grid((0.5, 0.5), (Row(columns),), gap=voices.scale.gap, padding=0)


def _left(voices: Voices, words: Text | Typed, look: Look) -> Piece:
    """Return words in a column that begins left, whatever way they are written."""
    return voices.in_adviser_tongue(words, replace(look, align=Align.LEFT))


@render_block.register(Points)
def _render_points(block: Points, voices: Voices) -> list[Item | Group]:
    growth = _GROWTH.get(len(block.points), 1.0) * min(voices.scale.air, 1.0)
    whole = Thread()
    cards = (_point_card(voices, number, point, growth) for number, point in enumerate(block.points, 1))
    return [
        Group((Item(Tagged(Tagged(card, "LI"), LISTING, whole), space_before=voices.scale.rhythm * 0.7),))
        for card in cards
    ]


def _point_card(voices: Voices, number: int, point: Point, growth: float) -> Piece:
    scale = voices.scale if voices.scale.air >= _SCARCE else replace(voices.scale, icon=voices.scale.icon * 0.76)
    large = Look(size=scale.icon * 0.72, weight=Weight.BOLD, colour=ACCENT)
    words = replace(scale.point, size=round(scale.point.size * growth, 1))
    meta = replace(scale.body, size=scale.body.size + 0.5 * growth)
    own_lines: list[Piece] = [voices.in_adviser_tongue(point.words, words)]
    other = voices.in_own_words(point.words, words)
    if other:
        own_lines.append(other)
    own_lines += _who_and_when(voices, point, meta, scale.inner - 36 - scale.icon * 1.55)
    body = Stack(tuple(own_lines), gap=4 * min(scale.air, 1.0) * growth)
    disc = PictureDisc(point.picture, scale.icon)
    icon = Figure(disc, _told(voices, point.shows)) if point.shows.message else disc
    label = Tagged(voices.plain(str(number), large), "Lbl")
    inner = scale.inner - 20
    number_share = scale.icon * 0.55 / inner
    rest = inner - 8 - number_share * (inner - 8)
    shares = (scale.icon / rest, 1 - scale.icon / rest)
    told = Grid(shares, (Row((Cell(icon), Cell(body))),), gap=8, padding=0)
    row = Row((Cell(label), Cell(Tagged(told, "LBody"))))
    grid = Grid((number_share, 1 - number_share), (row,), gap=8, padding=0)
    return Panel(grid, SOFT, padding=10 * min(scale.air * growth, 1.5))


def _told(voices: Voices, words: Text) -> str:
    """Return what a picture shows in the languages of the paper, for those who hear it."""
    tongues = [voices.adviser, *([voices.client] if voices.client else [])]
    return " / ".join(dict.fromkeys(tongue.speak(words) for tongue in tongues))


def _who_and_when(voices: Voices, point: Point, look: Look, width: float) -> list[Piece]:
    """Return who does it and by when: below each other, or in one line where room is scarce and they fit in one."""
    texts = [words for words in (point.who, point.due) if words.message]
    lines: list[Piece] = [voices.beside(words, look) for words in texts]
    if not texts or voices.scale.air >= 1:
        return lines
    strung = voices.strung(texts, look)
    fits = voices.scale.air < _SCARCE or strung.measure(width) <= lines[0].measure(width)
    return [strung] if fits else lines


@render_block.register(NoteLines)
def _render_note_lines(block: NoteLines, voices: Voices) -> list[Item | Group]:
    label = voices.beside(block.label, replace(voices.scale.body, colour=MUTED))

    def grow(height: float) -> Piece:
        room = height - label.measure(voices.scale.inner)
        lines = max(int(room / _LINE_APART), _FEWEST_NOTE_LINES)
        apart = max(room / lines, _LINE_APART)
        rules = (piece for _ in range(lines) for piece in (Space(apart - _Rule.height), _Rule(LINE)))
        return Stack((label, *rules))

    return [Item(grow(0), space_before=voices.scale.rhythm * 0.8, grow=grow)]


@render_block.register(Code)
def _render_code(block: Code, voices: Voices) -> list[Item | Group]:
    look = Look(size=19, weight=Weight.BOLD, align=Align.MIDDLE)
    groups = [Cell(Panel(voices.plain(group, look), SOFT, padding=7, radius=4)) for group in block.groups]
    while len(groups) % _GROUPS_IN_A_ROW:
        groups.append(Cell(Space(0)))
    rows = tuple(
        Row(tuple(groups[start : start + _GROUPS_IN_A_ROW])) for start in range(0, len(groups), _GROUPS_IN_A_ROW)
    )
    grid = Grid((1 / _GROUPS_IN_A_ROW,) * _GROUPS_IN_A_ROW, rows, padding=4)
    return [Item(grid, space_before=voices.scale.rhythm * 0.4)]


@render_block.register(Signatures)
def _render_signatures(block: Signatures, voices: Voices) -> list[Item | Group]:
    if not block.lines:
        return []
    look = replace(voices.scale.body, colour=MUTED, size=voices.scale.body.size - 1.5)
    share = 1 / len(block.lines)
    room = Row(tuple(Cell(Space(_WRITING_ROOM)) for _ in block.lines))
    labels = Row(
        tuple(
            Cell(Stack((_Rule(), voices.stacked(line, look, replace(look, align=Align.LEFT))), gap=3))
            for line in block.lines
        )
    )
    grid = Grid((share,) * len(block.lines), (room, labels), gap=voices.scale.gap, padding=0)
    return [Item(Stack((grid,)), space_before=voices.scale.rhythm * 0.5, stands_at_foot=True)]


@dataclass(frozen=True, slots=True)
class _Rule:
    """A line to write on."""

    colour: str = INK
    height: ClassVar[float] = 1.0

    def measure(self, width: float) -> float:  # noqa: ARG002  (a line is as high at any width)
        """Return the height."""
        return self.height

    def split(self, width: float, height: float) -> None:
        """Return None: a line is not parted."""

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw the line."""
        paper.draw_line((x, y), (x + width, y), Line(self.colour, 0.8))
