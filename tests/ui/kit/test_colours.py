"""Every pair of colours that the program uses can be read."""

from __future__ import annotations

import pytest

from iq_desktop.ui.kit.colours import CONTRAST, DARK, LIGHT, SHAPE_PAIRS, TABLES, TEXT_PAIRS, Colours, contrast

SCHEMES = (pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark"), pytest.param(CONTRAST, id="contrast"))


@pytest.mark.parametrize("colours", SCHEMES)
@pytest.mark.parametrize(("words", "ground"), TEXT_PAIRS)
def test_words_stand_out_from_their_ground(colours: Colours, words: str, ground: str) -> None:
    assert contrast(colours.of(words), colours.of(ground)) >= (7 if colours is CONTRAST else 4.5)


@pytest.mark.parametrize("colours", SCHEMES)
@pytest.mark.parametrize(("edge", "ground"), SHAPE_PAIRS)
def test_edges_of_fields_can_be_seen(colours: Colours, edge: str, ground: str) -> None:
    assert contrast(colours.of(edge), colours.of(ground)) >= 3


def test_contrast_is_what_the_standard_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")


def test_each_scheme_is_known_by_its_ground() -> None:
    assert len({table.ground for table in TABLES}) == len(TABLES) == 3
