"""Stations on paper: time and country left, what it was right, in a table whose rows may go on on the next page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import Typed
from iq_desktop.pdf.fonts import Weight
from iq_desktop.pdf.looks import MUTED, Align
from iq_desktop.pdf.pages import Item
from iq_desktop.pdf.pieces import Cell, Grid, Row, Stack
from iq_desktop.pdf.tables import ROW_LINE, head_row
from iq_desktop.pdf.tagging_grids import TABLE

if TYPE_CHECKING:
    from iq_desktop.documents.entries import Entries, Entry
    from iq_desktop.pdf.pages import Group
    from iq_desktop.pdf.pieces import Piece
    from iq_desktop.pdf.voices import Voices

_SHARES: Final = (0.25, 0.75)
_GAP: Final = 12.0


def render_entries(block: Entries, voices: Voices) -> list[Item | Group]:
    """Return the table of stations."""
    rows = [head_row(voices, (block.when_label, block.words_label), _SHARES, _GAP)]
    rows += [_entry_row(voices, entry) for entry in block.rows]
    grid = Grid(_SHARES, tuple(rows), head=1, gap=_GAP, padding=3 * voices.scale.air, kind=TABLE)
    return [Item(grid, space_before=voices.scale.rhythm * 0.4)]


def _entry_row(voices: Voices, entry: Entry) -> Row:
    body = replace(voices.scale.body, align=Align.LEFT, colour=MUTED if entry.is_pause else voices.scale.body.colour)
    strong = body if entry.is_pause else replace(body, weight=Weight.BOLD)
    quiet = replace(body, colour=MUTED, size=body.size - 0.5)
    time: list[Piece] = [voices.stacked(entry.when, body, quiet)] if entry.when.message else []
    if entry.where.message:
        time.append(voices.stacked(entry.where, quiet))
    what: list[Piece] = [voices.stacked(entry.words, strong, quiet)]
    if isinstance(entry.original, Typed):
        what.append(voices.in_adviser_tongue(entry.original, quiet))
    if entry.kind.message:
        what.append(voices.stacked(entry.kind, quiet))
    what += [voices.stacked(line, body, quiet) for line in entry.lines]
    return Row((Cell(Stack(tuple(time), gap=1)), Cell(Stack(tuple(what), gap=1))), line_below=ROW_LINE)
