"""The small picture of a way."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.domain.drawing import SIDE, Drawing, Role
from iq_desktop.domain.way import WayStepKind
from iq_desktop.domain.way_drawing import way_drawing
from iq_desktop.domain.way_wish import WayKind
from tests.support.planned import a_step, a_way

SPANS = st.lists(st.tuples(st.integers(0, 900), st.integers(0, 400)), max_size=20)


def spots(drawing: Drawing) -> list[tuple[float, float]]:
    """Return every place of a drawing."""
    outlines = [outline for shape in drawing.shapes for outline in shape.outlines]
    return [spot for one in outlines for spot in (one.start, *(curve.end for curve in one.curves))]


@given(SPANS, st.booleans(), st.integers(0, 20))
def test_everything_lies_in_the_box_and_one_step_is_filled(
    spans: list[tuple[int, int]], is_mirrored: bool, number: int
) -> None:
    steps = tuple(a_step(str(at), WayStepKind.COURSE, begin, begin + days) for at, (begin, days) in enumerate(spans))
    drawing = way_drawing(replace(a_way(WayKind.WORK, 30), steps=steps), str(number), is_mirrored=is_mirrored)
    assert all(0 <= x <= SIDE and 0 <= y <= SIDE for x, y in spots(drawing))
    filled = [shape for shape in drawing.shapes if shape.fill is Role.ACCENT]
    assert len(filled) == (1 if number < len(steps) else 0)
    assert len(drawing.shapes) == 2 + min(len(steps), 8)


def test_mirrored_is_the_same_picture_from_the_other_side() -> None:
    way = a_way(WayKind.RECOGNITION, 300)
    usual, mirrored = (way_drawing(way, way.steps[1].code, is_mirrored=is_it) for is_it in (False, True))
    assert [(SIDE - x, y) for x, y in spots(usual)] == spots(mirrored)
