"""A way as cards that adviser and client read together: each step with its days, and its bar on a small picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.domain.way_drawing import way_drawing
from iq_desktop.domain.way_words import card_words, end_of_way_words

if TYPE_CHECKING:
    from iq_desktop.domain.drawing import Drawing
    from iq_desktop.domain.way import Way
    from iq_desktop.wording.text import Text


def cards_of_way(way: Way, *, is_mirrored: bool) -> tuple[tuple[Text, Drawing], ...]:
    """Return what the cards say and show, the steps in their order and the end at last."""
    drawn = [(card_words(one), way_drawing(way, one.code, is_mirrored=is_mirrored)) for one in way.steps]
    return (*drawn, (end_of_way_words(way), way_drawing(way, "", is_mirrored=is_mirrored)))
