"""A signature as lines: small, bounded, told apart from a stray touch, and never anything else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.domain.ink import HIGH, MOST_SPOTS, MOST_STROKES, WIDE, Ink, ink_from

PLACES = st.lists(st.tuples(st.floats(-2000, 3000), st.floats(-2000, 3000)), max_size=60)


@given(st.lists(PLACES, max_size=12))
def test_whatever_is_drawn_lies_on_the_grid_and_is_read_back_as_it_was(
    strokes: list[list[tuple[float, float]]],
) -> None:
    ink = Ink()
    for stroke in strokes:
        ink = ink.with_stroke(stroke)
    assert ink_from(ink.code) == ink
    assert all(0 <= x <= WIDE and 0 <= y <= HIGH for stroke in ink.strokes for x, y in stroke)


def test_a_signature_without_end_stays_small() -> None:
    ink = Ink()
    for number in range(300):
        ink = ink.with_stroke([(x * 7 % WIDE, (x * 11 + number) % HIGH) for x in range(100)])
    assert len(ink.strokes) <= MOST_STROKES
    assert sum(len(stroke) for stroke in ink.strokes) <= MOST_SPOTS
    assert len(ink.code) < 16_000


def test_a_stray_touch_is_no_signature_and_a_cross_is_one() -> None:
    touch = Ink().with_stroke([(500, 200), (503, 201)])
    assert not touch.is_signature
    cross = Ink().with_stroke([(400, 100), (480, 180)]).with_stroke([(480, 100), (400, 180)])
    assert cross.is_signature
    assert cross.without_last().strokes == cross.strokes[:1]


@pytest.mark.parametrize(
    "code", ["1", "1,2;", ";", "1,2 3", "a,b", "1,2 3,4\n", "99999,1", "-1,2", "1,2;" * 99 + "1,2"]
)
def test_what_is_no_ink_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="strokes"):
        ink_from(code)
