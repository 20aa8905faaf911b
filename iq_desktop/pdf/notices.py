"""Notices on paper: a picture, the sentence beside it, and large below that what it is about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from iq_desktop.pdf.fonts import Weight
from iq_desktop.pdf.looks import Align
from iq_desktop.pdf.pages import Group, Item
from iq_desktop.pdf.pictograms import PictureDisc
from iq_desktop.pdf.pieces import Cell, Grid, Row, Stack

if TYPE_CHECKING:
    from iq_desktop.documents.notice import Notice
    from iq_desktop.pdf.voices import Voices

_GAP: Final = 8.0
_SMALLER: Final = 0.65
"""How large the picture is beside those of what was agreed."""


def render_notice(block: Notice, voices: Voices) -> list[Item | Group]:
    """Return what a notice looks like; the sentence has a line of its own in each language."""
    scale = voices.scale
    small = replace(scale.body, size=scale.body.size - 0.5)
    large = replace(scale.body, weight=Weight.BOLD, size=scale.body.size + 2, align=Align.LEFT)
    other = voices.in_client_tongue(block.words, replace(small, align=voices.client_side))
    own = voices.in_adviser_tongue(block.words, small), voices.in_adviser_tongue(block.large, large)
    words = Stack((own[0], other, own[1]) if other else own, gap=1)
    side = scale.icon * _SMALLER
    share = side / (scale.inner - _GAP)
    row = Row((Cell(PictureDisc(block.picture, side)), Cell(words)), is_centred=True)
    told = Grid((share, 1 - share), (row,), gap=_GAP, padding=0)
    return [Group((Item(told, space_before=scale.rhythm * 0.7),))]
