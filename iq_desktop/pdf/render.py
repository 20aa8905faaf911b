"""Blocks become pieces: one function for each kind of block."""

from __future__ import annotations

from dataclasses import replace
from functools import singledispatch
from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import (
    Block,
    Code,
    Facts,
    Heading,
    KeepTogether,
    LanguagePassport,
    LanguageRow,
    Listing,
    Point,
    Points,
    Radar,
    RatingRow,
    Ratings,
    Sentences,
    Signatures,
    Typed,
)
from iq_desktop.pdf.charts import OTHER_LINE, OWN_LINE, Dots, RadarChart, Sample, Spoke, Stairs, Steps
from iq_desktop.pdf.fonts import Weight
from iq_desktop.pdf.looks import ACCENT, INK, LINE, MUTED, SOFT, Align, Look
from iq_desktop.pdf.pages import Group, Item
from iq_desktop.pdf.paper import Line
from iq_desktop.pdf.pictograms import PictureDisc
from iq_desktop.pdf.pieces import Cell, Grid, Panel, Row, Space, Stack
from iq_desktop.wording.text import LanguageName, say

if TYPE_CHECKING:
    from iq_desktop.pdf.paper import Paper
    from iq_desktop.pdf.pieces import Piece
    from iq_desktop.pdf.voices import Voices
    from iq_desktop.wording.text import Text

STEPS: Final = 4
GRADES: Final = 5
LEVELS: Final = ("0", "A1", "A2", "B1", "B2", "C1", "C2")
_NOT_ASKED: Final = "–"
_HEAD_LINE: Final = Line(ACCENT, 1)
_ROW_LINE: Final = Line(LINE)
_WRITING_ROOM: Final = 28.0
_GROUPS_IN_A_ROW: Final = 4
_FEW_FACTS: Final = 4
_GAP: Final = 8.0
_SMALLEST: Final = 6.5
"""Heads of narrow columns shrink to this size rather than break a word."""


@singledispatch
def render_block(block: Block, voices: Voices) -> list[Item | Group]:  # noqa: ARG001  (the kinds below use it)
    """Return what a block looks like; raises MissingGlyph with the name of the field."""
    raise TypeError(f"no look for {type(block).__name__}")


@render_block.register(KeepTogether)
def _render_group(block: KeepTogether, voices: Voices) -> list[Item | Group]:
    found = [item for inner in block.blocks for item in render_block(inner, voices)]
    items = tuple(one for item in found for one in (item.items if isinstance(item, Group) else (item,)))
    return [Group(items)] if items else []


@render_block.register(Heading)
def _render_heading(block: Heading, voices: Voices) -> list[Item | Group]:
    words = voices.beside(block.words, voices.scale.heading, mark=voices.mark)
    return [Item(words, space_before=voices.scale.gap * 0.95, keeps_next=True)]


@render_block.register(Sentences)
def _render_sentences(block: Sentences, voices: Voices) -> list[Item | Group]:
    look = replace(voices.scale.body, colour=MUTED, size=voices.scale.body.size - 1) if block.is_small else None
    return [Item(voices.beside(block.words, look or voices.scale.body), space_before=voices.scale.gap * 0.4)]


@render_block.register(Facts)
def _render_facts(block: Facts, voices: Voices) -> list[Item | Group]:
    if not block.rows:
        return []
    label, value = replace(voices.scale.body, colour=MUTED), voices.scale.body
    rows = []
    for name, words in block.rows:
        own = Cell(voices.in_adviser_tongue(name, label))
        if voices.client is None:
            rows.append(Row((own, Cell(_left(voices, words, value))), line_below=_ROW_LINE))
            continue
        side = voices.client_side
        other_name = voices.in_client_tongue(name, replace(label, align=side))
        other = voices.in_client_tongue(words, replace(value, align=side))
        cells = (Cell(_left(voices, words, value)), Cell(other)) if other else (Cell(_left(voices, words, value), 2),)
        last = Cell(other_name or Space(0))
        rows.append(Row((own, *cells, last), line_below=_ROW_LINE))
    shares = (0.28, 0.72) if voices.client is None else (0.2, 0.3, 0.3, 0.2)
    grid = _in_two_columns(rows, voices) if voices.client is None else None
    item = Item(grid or Grid(shares, tuple(rows), padding=1.5), space_before=voices.scale.gap * 0.4)
    return [Group((item,)) if grid else item]


def _in_two_columns(rows: list[Row], voices: Voices) -> Piece | None:
    """Return short facts in two columns, read downwards, or None where they are few or do not fit."""
    shares = (0.4, 0.6)
    width = (voices.scale.inner - voices.scale.gap) / 2
    grid = Grid(shares, tuple(rows), padding=1.5)
    one_line = Grid(shares, (Row((Cell(voices.plain("1", voices.scale.body)),)),), padding=1.5).measure(width)
    if len(rows) < _FEW_FACTS or grid.measure(width) > len(rows) * one_line + 1:
        return None
    half = (len(rows) + 1) // 2
    columns = tuple(Cell(Grid(shares, tuple(part), padding=1.5)) for part in (rows[:half], rows[half:]))
    return Grid((0.5, 0.5), (Row(columns),), gap=voices.scale.gap, padding=0)


def _left(voices: Voices, words: Text | Typed, look: Look) -> Piece:
    """Return words in a column that begins left, whatever way they are written."""
    return voices.in_adviser_tongue(words, replace(look, align=Align.LEFT))


@render_block.register(Radar)
def _render_radar(block: Radar, voices: Voices) -> list[Item | Group]:
    small = replace(voices.scale.body, size=8.5)
    below = replace(small, size=8, colour=MUTED)
    spokes = []
    for place, spoke in enumerate(block.spokes):
        align = _label_align(place, len(block.spokes))
        own = voices.in_adviser_tongue(spoke.words, replace(small, align=align))
        other = voices.in_client_tongue(spoke.words, replace(below, align=align))
        widths = [paragraph.natural_width() for paragraph in (own, other) if paragraph]
        label = Stack((own, other)) if other else own
        spokes.append(Spoke(label, max(widths), spoke.own, spoke.other))
    number = Look(size=6.5, colour=MUTED, align=Align.RIGHT)
    chart = RadarChart(
        tuple(spokes),
        block.highest,
        tuple(voices.plain(str(value), number) for value in range(1, block.highest + 1)),
        (
            Sample(OWN_LINE, is_filled=True, label=voices.in_a_line(block.own_label, small)),
            Sample(OTHER_LINE, is_filled=False, label=voices.in_a_line(block.other_label, small)),
        ),
        radius=voices.scale.inner * (0.155 if voices.client is None else 0.135),
    )
    return [Item(chart, space_before=voices.scale.gap * 0.5)]


def _label_align(place: int, count: int) -> Align:
    """Return where a label of the radar stands: beside its spoke, or in the middle above and below."""
    share = place / count
    if share in (0, 0.5):
        return Align.MIDDLE
    return Align.LEFT if share < 0.5 else Align.RIGHT  # noqa: PLR2004  (half of the circle)


@render_block.register(Ratings)
def _render_ratings(block: Ratings, voices: Voices) -> list[Item | Group]:
    labels = (block.words_label, block.own_label, block.other_label, block.evidence_label)
    shares, gap = (0.46, 0.2, 0.2, 0.14), 12.0
    rows = [_head_row(voices, labels, _column_widths(voices, shares, gap))]
    rows += [_rating_row(voices, row) for row in block.rows]
    grid = Grid(shares, tuple(rows), head=1, gap=gap, padding=2.6)
    return [Item(grid, space_before=voices.scale.gap * 0.4)]


def _head_row(voices: Voices, labels: tuple[Text, ...], widths: tuple[float, ...]) -> Row:
    """Return the head of a table, its words in a size in which none of them breaks; widths are in points."""
    look = replace(voices.scale.body, weight=Weight.BOLD, size=voices.scale.body.size - 0.5, role="TH")
    while look.size > _SMALLEST and any(
        voices.in_adviser_tongue(label, look).widest_word() > width for label, width in zip(labels, widths, strict=True)
    ):
        look = replace(look, size=look.size - 0.5)
    below = replace(look, weight=Weight.REGULAR, colour=MUTED, size=look.size - 0.5, align=Align.LEFT)
    return Row(tuple(Cell(voices.stacked(label, look, below)) for label in labels), line_below=_HEAD_LINE)


def _column_widths(voices: Voices, shares: tuple[float, ...], gap: float) -> tuple[float, ...]:
    inner = voices.scale.inner - gap * (len(shares) - 1)
    return tuple(share * inner for share in shares)


def _rating_row(voices: Voices, row: RatingRow) -> Row:
    number = Look(size=8.5, weight=Weight.BOLD)
    below = replace(voices.scale.body, colour=MUTED, size=voices.scale.body.size - 0.5, align=Align.LEFT)
    cells: tuple[Piece, ...] = (
        voices.stacked(row.words, replace(voices.scale.body, align=Align.LEFT), below),
        Steps(row.own, STEPS, voices.plain(str(row.own or _NOT_ASKED), replace(number, colour=ACCENT))),
        Steps(row.other, STEPS, voices.plain(str(row.other or _NOT_ASKED), number), fill=INK),
        Dots(row.evidence, GRADES),
    )
    return Row(tuple(map(Cell, cells)), line_below=_ROW_LINE, is_centred=True)


@render_block.register(LanguagePassport)
def _render_passport(block: LanguagePassport, voices: Voices) -> list[Item | Group]:
    shares, gap = (0.22, *(0.78 / max(len(block.skills), 1) for _ in block.skills)), 6.0
    rows = [_head_row(voices, (say("Language"), *block.skills), _column_widths(voices, shares, gap))]
    rows += [_language_row(voices, row) for row in block.rows]
    grid = Grid(shares, tuple(rows), head=1, gap=gap, padding=2.6)
    return [Item(grid, space_before=voices.scale.gap * 0.4)]


def _language_row(voices: Voices, row: LanguageRow) -> Row:
    name = replace(voices.scale.body, weight=Weight.BOLD, align=Align.LEFT)
    below = replace(voices.scale.body, colour=MUTED, size=voices.scale.body.size - 1, align=Align.LEFT)
    level = Look(size=8.5, weight=Weight.BOLD)
    language = say("{language}", language=LanguageName(row.language))
    who = Stack((voices.in_a_line(language, name), voices.stacked(row.assessed_by, below)))
    ranks = (
        Stairs(rank, len(LEVELS) - 1, voices.plain(_NOT_ASKED if rank is None else LEVELS[rank], level))
        for rank in row.ranks
    )
    return Row((Cell(who), *map(Cell, ranks)), line_below=_ROW_LINE, is_centred=True)


@render_block.register(Points)
def _render_points(block: Points, voices: Voices) -> list[Item | Group]:
    return [
        Group((Item(_point_card(voices, number, point), space_before=voices.scale.gap * 0.8),))
        for number, point in enumerate(block.points, 1)
    ]


def _point_card(voices: Voices, number: int, point: Point) -> Piece:
    scale = voices.scale
    large = Look(size=scale.icon * 0.72, weight=Weight.BOLD, colour=ACCENT)
    meta = replace(scale.body, colour=MUTED, size=scale.body.size + 0.5)
    own_lines: list[Piece] = [voices.in_adviser_tongue(point.words, scale.point)]
    other = voices.in_own_words(point.words, scale.point)
    if other:
        own_lines.append(other)
    facts = ((point.who, meta), (point.due, replace(meta, colour=INK)))
    own_lines += [voices.beside(words, look) for words, look in facts if words.message]
    body = Stack(tuple(own_lines), gap=4)
    icon = PictureDisc(point.picture, scale.icon)
    row = Row((Cell(voices.plain(str(number), large)), Cell(icon), Cell(body)))
    inner = scale.inner - 20
    shares = (scale.icon * 0.55 / inner, scale.icon / inner, 1 - scale.icon * 1.55 / inner)
    return Panel(Grid(shares, (row,), gap=8, padding=0), SOFT)


@render_block.register(Listing)
def _render_listing(block: Listing, voices: Voices) -> list[Item | Group]:
    body = replace(voices.scale.body, align=Align.LEFT)
    below = replace(body, colour=MUTED, size=body.size - 0.5)
    rows = [_head_row(voices, block.head, _column_widths(voices, block.widths, _GAP))]
    rows += [
        Row(tuple(Cell(voices.stacked(words, body, below)) for words in row), line_below=_ROW_LINE)
        for row in block.rows
    ]
    return [Item(Grid(block.widths, tuple(rows), head=1, gap=_GAP), space_before=voices.scale.gap * 0.4)]


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
    return [Item(grid, space_before=voices.scale.gap * 0.4)]


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
    return [Item(Stack((grid,)), space_before=voices.scale.gap * 0.5)]


class _Rule:
    """A line to sign on."""

    def measure(self, width: float) -> float:  # noqa: ARG002  (a line is as high at any width)
        """Return the height."""
        return 1.0

    def split(self, width: float, height: float) -> None:
        """Return None: a line is not parted."""

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw the line."""
        paper.draw_line((x, y), (x + width, y), Line(INK, 0.8))
