"""Where pages lie on paper, where they are cut out, and where their strips meet."""

from __future__ import annotations

import pytest

from iq_desktop.ui.shell.print_shape import Spot, cut_marks, find_cut, place_page

A4, A5, LETTER = (595.0, 842.0), (419.5, 595.3), (612.0, 792.0)
MILLIMETRE = 72 / 25.4


@pytest.mark.parametrize(("paper", "page"), [(A4, A4), (A5, A5), (A4, (595.28, 841.89)), (A4, (596.0, 843.0))])
def test_a_page_on_its_own_paper_begins_at_the_corner(paper: tuple[float, float], page: tuple[float, float]) -> None:
    assert place_page(paper, page) == Spot(0.0, 0.0, *page)


def test_a_smaller_page_keeps_its_size_and_is_cut_out() -> None:
    spot = place_page(A4, A5)
    assert (spot.width, spot.height) == A5
    assert spot.left == pytest.approx((A4[0] - A5[0]) / 2)
    assert spot.top == pytest.approx(10 * MILLIMETRE)
    assert spot.is_cut
    lying = place_page((842.0, 595.0), A5)
    assert lying.top == 0.0
    assert not lying.is_cut


def test_a_larger_page_is_made_smaller_in_both_ways() -> None:
    for paper, page in ((A5, A4), (LETTER, A4), ((842.0, 595.0), A4)):
        spot = place_page(paper, page)
        assert spot.width / spot.height == pytest.approx(page[0] / page[1])
        assert spot.left + spot.width <= paper[0] + 0.01
        assert spot.top + spot.height <= paper[1] + 0.01
        assert not spot.is_cut


def test_marks_lie_outside_the_page_and_on_the_paper() -> None:
    spot = place_page(A4, A5)
    marks = list(cut_marks(spot))
    assert len(marks) == 8
    for x1, y1, x2, y2 in marks:
        for x, y in ((x1, y1), (x2, y2)):
            assert 0 < x < A4[0]
            assert 4 * MILLIMETRE < y < A4[1]
            assert not (spot.left < x < spot.left + spot.width and spot.top < y < spot.top + spot.height), (
                "nothing is drawn over the page"
            )
    assert not list(cut_marks(place_page(A4, A4)))


WHITE, GREY, LETTER_ROW = b"\xff" * 8, b"\x99" * 8, b"\xff\x00" * 4


@pytest.mark.parametrize(
    ("rows", "cut"),
    [
        ([LETTER_ROW, WHITE, WHITE, LETTER_ROW, LETTER_ROW + b""], 2),
        ([GREY, WHITE, WHITE, GREY, GREY, GREY], 2),
        ([LETTER_ROW, GREY, WHITE, GREY, GREY, LETTER_ROW], 4),
        ([LETTER_ROW, GREY] * 3, 6),
        ([WHITE] * 6, 5),
        ([WHITE, WHITE, LETTER_ROW, GREY, LETTER_ROW], 5),
    ],
    ids=["between lines", "white before grey", "within a tint", "nowhere", "as late as can be", "not too early"],
)
def test_a_page_is_parted_where_nobody_sees_it(rows: list[bytes], cut: int) -> None:
    assert find_cut(b"".join(rows), 8, 2) == cut
