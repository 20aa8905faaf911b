"""Lines and shapes as operators: where their corners are, and how round round things are."""

from __future__ import annotations

import math
import re

import pytest

from iq_desktop.pdf.shape_strokes import Line, arc, box, looks, paint, polygon


def points(path: str) -> list[tuple[float, float]]:
    """Return every point of a path, handles of curves among them."""
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", path)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def ends(path: str) -> list[tuple[float, float]]:
    """Return where the steps of a path end, without handles."""
    return [points(step)[-1] for step in re.findall(r"[-\d. ]+[mlc]", path)]


def test_colours_and_pens() -> None:
    assert looks("#ff0000", None) == "1 0 0 rg"
    assert looks(None, Line("#000000", 1.5, (2, 1))) == "0 0 0 RG 1.5 w [2 1] 0 d 1 J 1 j"
    assert [paint("#fff", None), paint(None, Line("#000")), paint("#fff", Line("#000")), paint(None, None)] == [
        "f*",
        "S",
        "B*",
        "n",
    ]
    assert paint("#fff", Line("#000"), nested=False) == "B"


def test_lines_and_boxes() -> None:
    assert polygon(((1, 2), (3, 4.125)), closed=False) == "1 2 m 3 4.12 l"
    assert polygon(((0, 0), (1, 0), (0, 1)), closed=True).endswith(" h")
    assert box(1, 2, 30, 40) == "1 2 30 40 re"


def test_a_round_box_touches_its_edges_and_none_of_its_corners() -> None:
    spots = points(box(10, 20, 100, 50, 8))
    assert (min(x for x, _ in spots), max(x for x, _ in spots)) == (10, 110)
    assert (min(y for _, y in spots), max(y for _, y in spots)) == (20, 70)
    assert not {(10, 20), (110, 20), (110, 70), (10, 70)} & set(spots)


@pytest.mark.parametrize(("start", "end"), [(0, 360), (0, 90), (30, 200), (90, -45)])
def test_every_end_of_an_arc_lies_on_its_circle(start: float, end: float) -> None:
    found = ends(arc((100, 50), 20, start, end))
    assert all(math.dist(spot, (100, 50)) == pytest.approx(20, abs=0.02) for spot in found)
    for spot, angle in ((found[0], start), (found[-1], end)):
        assert spot[0] == pytest.approx(100 + 20 * math.cos(math.radians(angle)), abs=0.02)
        assert spot[1] == pytest.approx(50 + 20 * math.sin(math.radians(angle)), abs=0.02)


def test_the_middle_of_a_quarter_is_round() -> None:
    (first, handle, other, last) = points(arc((0, 0), 100, 0, 90))
    x, y = ((a + 3 * b + 3 * c + d) / 8 for a, b, c, d in zip(first, handle, other, last, strict=True))
    assert math.hypot(x, y) == pytest.approx(100, abs=0.05)
