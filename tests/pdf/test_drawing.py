"""Pictures of packs on paper: curves in the right place, in colours that stay apart in black and white."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from iq_desktop.domain.drawing import Curve, Drawing, Outline, Role, Shape, line_to
from iq_desktop.pdf.drawing import DrawingPiece, Place, draw_drawing
from iq_desktop.pdf.paper import Paper

if TYPE_CHECKING:
    from collections.abc import Callable

TRIANGLE = Outline((0, 0), (line_to((0, 0), (96, 0)), line_to((96, 0), (0, 96))), is_closed=True)


def operators(draw: Callable[[Paper], None]) -> str:
    """Return what the page is drawn with."""
    paper = Paper(200, 100, "title", "author", "de")
    draw(paper)
    paper.end_page()
    contents = PdfReader(io.BytesIO(paper.finish())).pages[0].get_contents()
    assert contents is not None
    return contents.get_data().decode("ascii")


def drawing(**looks: object) -> Drawing:
    return Drawing((Shape((TRIANGLE,), **looks),))  # type: ignore[arg-type]  # looks as a test names them


def numbers(line: str) -> list[float]:
    return [float(word) for word in re.findall(r"-?[\d.]+", line)]


def test_a_picture_lies_where_it_is_put_and_hangs_from_its_upper_left_corner() -> None:
    code = operators(lambda paper: draw_drawing(paper, drawing(fill=Role.SOFT), Place(10, 20, 0.5)))
    moves = re.search(r"([\d.]+ [\d.]+) m", code)
    curves = re.findall(r"((?:-?[\d.]+ ){6})c\b(?!m)", code)
    assert moves is not None
    assert numbers(moves[1]) == [10, 80]
    assert [numbers(one)[4:] for one in curves] == [[58, 80], [10, 32]]


def test_fillings_and_lines() -> None:
    filled = operators(lambda paper: draw_drawing(paper, drawing(fill=Role.INK), Place(0, 0, 1)))
    lined = operators(lambda paper: draw_drawing(paper, drawing(stroke=Role.INK, width=4), Place(0, 0, 0.5)))
    assert re.search(r"h\s+f\b", filled)
    assert not re.search(r"\bS\b", filled)
    assert re.search(r"h\s+S\b", lined)
    assert "2 w" in lined


@pytest.mark.parametrize(("opacity", "red"), [(1.0, 23), (0.5, 139), (0.0, 255)])
def test_what_is_half_transparent_is_paler(opacity: float, red: int) -> None:
    shown = drawing(fill=Role.INK, opacity=opacity)
    code = operators(lambda paper: draw_drawing(paper, shown, Place(0, 0, 1)))
    colour = re.search(r"((?:[\d.]+ ){3})rg", code)
    assert colour is not None
    assert numbers(colour[1])[0] == pytest.approx(red / 255, abs=0.003)
    assert "/ca" not in code


def test_a_picture_takes_at_most_its_column() -> None:
    piece = DrawingPiece(drawing(fill=Role.INK), 64, in_the_middle=True)
    assert piece.measure(200) == 64
    assert piece.measure(40) == 40
    code = operators(lambda paper: piece.draw(paper, 0, 0, 164))
    assert re.search(r"\b50 100 m", code)


def test_a_straight_line_is_a_curve() -> None:
    assert line_to((0, 0), (9, 3)) == Curve((3, 1), (6, 2), (9, 3))
