"""Tables on paper: heads that break no word, listings, and the passport of languages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from iq_desktop.pdf.charts import Stairs
from iq_desktop.pdf.fonts import Weight
from iq_desktop.pdf.looks import ACCENT, LINE, MUTED, Align, Look
from iq_desktop.pdf.pages import Item
from iq_desktop.pdf.paper import Line
from iq_desktop.pdf.pieces import Cell, Grid, Row, Stack
from iq_desktop.pdf.tagging_grids import TABLE
from iq_desktop.wording.text import LanguageName, say

if TYPE_CHECKING:
    from iq_desktop.documents.blocks import LanguagePassport, LanguageRow, Listing, Words
    from iq_desktop.pdf.pages import Group
    from iq_desktop.pdf.voices import Voices

LEVELS: Final = ("0", "A1", "A2", "B1", "B2", "C1", "C2")
NOT_ASKED: Final = "–"
ROW_LINE: Final = Line(LINE)
NAMED_ROWS: Final = 3
"""Tables of so many rows have heads of rows too; in shorter ones they would outweigh what is told."""
_HEAD_LINE: Final = Line(ACCENT, 1)
_GAP: Final = 8.0
_SMALLEST: Final = 6.5
"""Heads of narrow columns shrink to this size rather than break a word."""


def head_row(voices: Voices, labels: tuple[Words, ...], shares: tuple[float, ...], gap: float) -> Row:
    """Return the head of a table, its words in a size in which none of them breaks; `gap` between columns in points."""
    inner = voices.scale.inner - gap * (len(shares) - 1)
    look = replace(voices.scale.body, weight=Weight.BOLD, size=voices.scale.body.size - 0.5, role="TH")
    while look.size > _SMALLEST and any(
        voices.in_adviser_tongue(label, look).widest_word() > share * inner
        for label, share in zip(labels, shares, strict=True)
    ):
        look = replace(look, size=look.size - 0.5)
    below = replace(look, weight=Weight.REGULAR, colour=MUTED, size=look.size - 0.5, align=Align.LEFT)
    return Row(tuple(Cell(voices.stacked(label, look, below)) for label in labels), line_below=_HEAD_LINE)


def render_listing(block: Listing, voices: Voices) -> list[Item | Group]:
    """Return a table of words."""
    body = replace(voices.scale.body, align=Align.LEFT)
    below = replace(body, colour=MUTED, size=body.size - 0.5)
    rows = [head_row(voices, block.head, block.widths, _GAP)]
    rows += [
        Row(tuple(Cell(voices.stacked(words, body, below)) for words in row), line_below=ROW_LINE) for row in block.rows
    ]
    return [Item(Grid(block.widths, tuple(rows), head=1, gap=_GAP, kind=TABLE), space_before=voices.scale.rhythm * 0.4)]


def render_passport(block: LanguagePassport, voices: Voices) -> list[Item | Group]:
    """Return the passport of languages: a row for each language, stairs for each skill."""
    shares, gap = (0.22, *(0.78 / max(len(block.skills), 1) for _ in block.skills)), 6.0
    rows = [head_row(voices, (say("Language"), *block.skills), shares, gap)]
    rows += [_language_row(voices, row, is_named=len(block.rows) >= NAMED_ROWS) for row in block.rows]
    grid = Grid(shares, tuple(rows), head=1, gap=gap, padding=2.6 * voices.scale.air, kind=TABLE)
    return [Item(grid, space_before=voices.scale.rhythm * 0.4)]


def _language_row(voices: Voices, row: LanguageRow, *, is_named: bool) -> Row:
    name = replace(voices.scale.body, weight=Weight.BOLD, align=Align.LEFT)
    below = replace(voices.scale.body, colour=MUTED, size=voices.scale.body.size - 1, align=Align.LEFT)
    level = Look(size=8.5, weight=Weight.BOLD)
    language = say("{language}", language=LanguageName(row.language))
    who = Stack((voices.in_a_line(language, name), voices.stacked(row.assessed_by, below)))
    ranks = (
        Stairs(rank, len(LEVELS) - 1, voices.plain(NOT_ASKED if rank is None else LEVELS[rank], level))
        for rank in row.ranks
    )
    return Row((Cell(who, is_head=is_named), *map(Cell, ranks)), line_below=ROW_LINE, is_centred=True)
