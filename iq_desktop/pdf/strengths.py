"""What a person can do, on paper: the radar, the table of both views, and the key to its steps and dots."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from iq_desktop.pdf.charts import Dots, Steps
from iq_desktop.pdf.fonts import Weight
from iq_desktop.pdf.looks import ACCENT, INK, MUTED, Align, Look
from iq_desktop.pdf.pages import Item
from iq_desktop.pdf.pieces import Cell, Grid, Row, Stack
from iq_desktop.pdf.radar import OTHER_LINE, OWN_LINE, RadarChart, Sample, Spoke, side_room
from iq_desktop.pdf.tables import NAMED_ROWS, NOT_ASKED, ROW_LINE, head_row
from iq_desktop.pdf.tagging_grids import LISTING, TABLE
from iq_desktop.pdf.tagging_pieces import Figure
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iq_desktop.documents.blocks import Legend, Radar, RatingRow, Ratings
    from iq_desktop.pdf.pages import Group
    from iq_desktop.pdf.pieces import Piece
    from iq_desktop.pdf.voices import Voices
    from iq_desktop.wording.text import Text

STEPS: Final = 4
GRADES: Final = 5
_RADIUS: Final = 0.16
_LEAST_RADIUS: Final = 0.12
"""Of the width between the margins: a radar shrinks so far that the words beside it need not break."""
_LABEL_SIZES: Final = (8.5, 8.0, 7.5)


def render_radar(block: Radar, voices: Voices) -> list[Item | Group]:
    """Return the radar, its labels as large as the longest word beside it allows."""
    inner = voices.scale.inner
    radius = least = inner * _LEAST_RADIUS
    spokes: tuple[Spoke, ...] = ()
    for size in _LABEL_SIZES:
        spokes = tuple(_spoke(block, place, voices, size) for place in range(len(block.spokes)))
        widest = max((spoke.widest_word for spoke in spokes if spoke.widest_word), default=0.0)
        radius = min(inner * _RADIUS * voices.scale.air, side_room(inner, 0) - widest)
        if radius >= least:
            break
    small = replace(voices.scale.body, size=_LABEL_SIZES[0])
    number = Look(size=6.5, colour=MUTED, align=Align.RIGHT)
    chart = RadarChart(
        spokes,
        block.highest,
        tuple(voices.plain(str(value), number) for value in range(1, block.highest + 1)),
        (
            Sample(OWN_LINE, is_filled=True, label=voices.in_a_line(block.own_label, small)),
            Sample(OTHER_LINE, is_filled=False, label=voices.in_a_line(block.other_label, small)),
        ),
        radius=max(radius, least),
    )
    picture = Figure(chart, voices.adviser.speak(block.alternative))
    return [Item(picture, space_before=voices.scale.rhythm * 0.5)]


def _spoke(block: Radar, place: int, voices: Voices, size: float) -> Spoke:
    spoke = block.spokes[place]
    align = _label_align(place, len(block.spokes))
    look = replace(voices.scale.body, size=size, align=align)
    own = voices.in_adviser_tongue(spoke.words, look)
    other = voices.in_client_tongue(spoke.words, replace(look, size=size - 0.5, colour=MUTED))
    lines = [paragraph for paragraph in (own, other) if paragraph]
    return Spoke(
        Stack((own, other)) if other else own,
        max(line.natural_width() for line in lines),
        max(line.widest_word() for line in lines) if align is not Align.MIDDLE else 0.0,
        spoke.own,
        spoke.other,
    )


def _label_align(place: int, count: int) -> Align:
    """Return where a label of the radar stands: beside its spoke, or in the middle above and below."""
    share = place / count
    if share in (0, 0.5):
        return Align.MIDDLE
    return Align.LEFT if share < 0.5 else Align.RIGHT  # noqa: PLR2004  (half of the circle)


def render_ratings(block: Ratings, voices: Voices) -> list[Item | Group]:
    """Return the table of both views with the evidence."""
    labels = (block.words_label, block.own_label, block.other_label, block.evidence_label)
    shares, gap = (0.48, 0.19, 0.19, 0.14), 12.0
    rows = [head_row(voices, labels, shares, gap)]
    rows += [_rating_row(voices, row, is_named=len(block.rows) >= NAMED_ROWS) for row in block.rows]
    grid = Grid(shares, tuple(rows), head=1, gap=gap, padding=2.6 * voices.scale.air, kind=TABLE)
    return [Item(grid, space_before=voices.scale.rhythm * 0.4)]


def _rating_row(voices: Voices, row: RatingRow, *, is_named: bool) -> Row:
    number = Look(size=8.5, weight=Weight.BOLD)
    look = replace(voices.scale.body, size=voices.scale.body.size - 0.5, align=Align.LEFT)
    cells: tuple[Piece, ...] = (
        voices.stacked(row.words, look, replace(look, colour=MUTED, size=look.size - 0.5)),
        Steps(row.own, STEPS, voices.plain(str(row.own or NOT_ASKED), replace(number, colour=ACCENT))),
        Steps(row.other, STEPS, voices.plain(str(row.other or NOT_ASKED), number), fill=INK),
        Figure(Dots(row.evidence, GRADES), voices.adviser.speak(_grade(row.evidence))),
    )
    return Row((Cell(cells[0], is_head=is_named), *map(Cell, cells[1:])), line_below=ROW_LINE, is_centred=True)


def render_legend(block: Legend, voices: Voices) -> list[Item | Group]:
    """Return the key: the bars of the steps left, the dots of the evidence right, each with its words."""
    number = Look(size=7.5, weight=Weight.BOLD, colour=MUTED)
    steps = (
        (Steps(step, STEPS, voices.plain(str(step), number), fill=MUTED, height=10), words)
        for step, words in enumerate(block.steps, 1)
    )
    grades = (
        (Dots(grade, GRADES, voices.plain(str(grade), number), height=10), words)
        for grade, words in enumerate(block.grades)
    )
    columns = tuple(Cell(_key(voices, shares, rows)) for shares, rows in (((0.3, 0.7), steps), ((0.22, 0.78), grades)))
    grid = Grid((0.44, 0.56), (Row(columns),), gap=voices.scale.gap, padding=0)
    return [Item(grid, space_before=voices.scale.rhythm * 0.4)]


def _grade(grade: int) -> Text:
    return say("Evidence: grade {grade} of {highest}", grade=grade, highest=GRADES)


def _key(voices: Voices, shares: tuple[float, float], rows: Iterable[tuple[Piece, Text]]) -> Piece:
    listed = tuple(_legend_row(voices, *row) for row in rows)
    return Grid(shares, listed, gap=7, padding=0.9 * voices.scale.air, kind=LISTING)


def _legend_row(voices: Voices, picture: Piece, words: Text) -> Row:
    look = replace(voices.scale.small, size=voices.scale.small.size + 0.5, colour=INK)
    return Row((Cell(picture), Cell(voices.in_a_line(words, look))), is_centred=True)
