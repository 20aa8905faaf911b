"""Pictures of packs: what may stand in them is read exactly, everything else is refused with its line."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from iq_desktop.catalogues.svg_drawing import BrokenDrawing, read_drawing
from iq_desktop.domain.drawing import Drawing, Role

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from iq_desktop.domain.drawing import Curve, Outline, Shape, Spot

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" fill="none" stroke="ink" stroke-width="3">\n'
CIRCLE = '<circle cx="48" cy="48" r="40"/>\n'


def picture(inside: str) -> str:
    return f"{HEAD}{inside}</svg>"


def only(inside: str) -> Shape:
    """Return the one shape of a picture."""
    (shape,) = read_drawing(picture(inside), "one.svg").shapes
    return shape


def along(outline: Outline, steps: int = 8) -> Iterator[Spot]:
    """Yield places on an outline."""
    start = outline.start
    for curve in outline.curves:
        yield from (on_curve(start, curve, step / steps) for step in range(steps + 1))
        start = curve.end


def on_curve(start: Spot, curve: Curve, share: float) -> Spot:
    rest = 1 - share
    weights = (rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3)
    spots = (start, curve.first, curve.second, curve.end)
    return (
        sum(weight * spot[0] for weight, spot in zip(weights, spots, strict=True)),
        sum(weight * spot[1] for weight, spot in zip(weights, spots, strict=True)),
    )


def ends(shape: Shape) -> list[Spot]:
    (outline,) = shape.outlines
    return [outline.start, *(curve.end for curve in outline.curves)]


def test_looks_are_handed_on_and_changed_inside() -> None:
    inside = '<g stroke="accent" opacity=".5"><path d="M1 1h9"/><path d="M2 2v9" fill="skin" stroke="none"/></g>\n'
    one, two = read_drawing(picture(inside), "two.svg").shapes
    assert (one.fill, one.stroke, one.width, one.opacity) == (None, Role.ACCENT, 3, 0.5)
    assert (two.fill, two.stroke) == (Role.SKIN, None)


@pytest.mark.parametrize("middle", [(48, 48), (20, 70)])
def test_a_circle_is_round(middle: Spot) -> None:
    (outline,) = only(f'<circle cx="{middle[0]}" cy="{middle[1]}" r="10"/>').outlines
    assert outline.is_closed
    assert {round(math.dist(middle, spot), 2) for spot in along(outline)} == {10}


def test_an_ellipse_lies_between_its_radii() -> None:
    (outline,) = only('<ellipse cx="0" cy="0" rx="20" ry="10"/>').outlines
    assert {round((x / 20) ** 2 + (y / 10) ** 2, 2) for x, y in along(outline)} == {1}


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("M1 2L3 4", [(1, 2), (3, 4)]),
        ("m1 2 3 4l1-1", [(1, 2), (4, 6), (5, 5)]),
        ("M1,2H9v3", [(1, 2), (9, 2), (9, 5)]),
        ("M0 0C1 1 2 1 3 0s2-1 3 0", [(0, 0), (3, 0), (6, 0)]),
        ("M0 0q2 4 4 0t4 0", [(0, 0), (4, 0), (8, 0)]),
        ("M.5.5-1e1 2", [(0.5, 0.5), (-10, 2)]),
        ("M0 0a5 5 0 0110 0", [(0, 0), (5, -5), (10, 0)]),
    ],
)
def test_each_command_of_a_path(words: str, places: list[Spot]) -> None:
    drawn = ends(only(f'<path d="{words}"/>'))
    assert [round(number, 2) for spot in drawn for number in spot] == [number for spot in places for number in spot]


def test_smooth_curves_mirror_their_handle() -> None:
    (outline,) = only('<path d="M0 0C1 5 2 5 3 0s2-1 3 0"/>').outlines
    assert outline.curves[1].first == (4, -5)


def test_a_path_of_two_parts() -> None:
    first, second = only('<path d="M0 0h9v9zm20 0h5"/>').outlines
    assert first.is_closed
    assert not second.is_closed
    assert second.start == (20, 0)


def test_a_rectangle_with_round_corners() -> None:
    (outline,) = only('<rect x="10" y="10" width="20" height="10" rx="3"/>').outlines
    assert min(x for x, _ in along(outline)) == 10
    assert max(y for _, y in along(outline)) == 20
    assert (10, 10) not in [(round(x), round(y)) for x, y in ends(only('<rect width="9" height="9" rx="4"/>'))]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("translate(5)", (15, 20)),
        ("translate(5 6)", (15, 26)),
        ("scale(2)", (20, 40)),
        ("scale(-1,1)", (-10, 20)),
        ("rotate(90)", (-20, 10)),
        ("rotate(180 10 10)", (10, 0)),
        ("translate(1 1) scale(2)", (21, 41)),
        ("scale(2), translate(1 1)", (22, 42)),
    ],
)
def test_transforms_as_svg_has_them(words: str, place: Spot) -> None:
    assert ends(only(f'<path d="M10 20h1" transform="{words}"/>'))[0] == pytest.approx(place)


def test_strokes_grow_with_their_group() -> None:
    assert only('<g transform="scale(2)"><path d="M1 1h9"/></g>').width == 6


def read_or_refuse(svg: str) -> Drawing | int:
    """Return the picture, or the line that is refused."""
    try:
        return read_drawing(svg, "any.svg")
    except BrokenDrawing as refused:
        return refused.line


HOSTILE = {
    "type definition": (f'<!DOCTYPE svg [<!ENTITY a "aaaa">]>\n{picture(CIRCLE)}', 1, "type definition"),
    "outside entity": (f'<!DOCTYPE svg SYSTEM "file:///secret">\n{picture(CIRCLE)}', 1, "type definition"),
    "instruction": (f'<?xml-stylesheet href="a.css"?>\n{picture(CIRCLE)}', 1, "instructions"),
    "script": (picture(f"{CIRCLE}<script>steal()</script>\n"), 3, "may not stand"),
    "event": (picture(f'{CIRCLE}<path d="M1 1h1" onload="x"/>\n'), 3, "may not stand"),
    "link": (picture(f'{CIRCLE}<a href="https://example.org">{CIRCLE}</a>'), 3, "may not stand"),
    "image": (picture(f'{CIRCLE}<image href="file:///secret"/>'), 3, "may not stand"),
    "use": (picture(f'{CIRCLE}<use href="#a"/>'), 3, "may not stand"),
    "style": (picture(f"{CIRCLE}<style>*{{fill:red}}</style>"), 3, "may not stand"),
    "foreign": (picture(f"{CIRCLE}<foreignObject/>"), 3, "may not stand"),
    "style attribute": (picture('<circle r="4" style="fill:red"/>'), 2, "may not stand"),
    "words": (picture(f"{CIRCLE}hello"), 3, "no words"),
    "colour": (picture('<circle r="4" fill="#ff0000"/>'), 2, "is not one of"),
    "address as colour": (picture('<circle r="4" fill="url(#a)"/>'), 2, "is not one of"),
    "huge number": (picture('<circle r="99999999"/>'), 2, "far too large"),
    "endless number": (picture(f'<circle r="{"9" * 400}"/>'), 2, "is not a number"),
    "endless number in a path": (picture(f'<path d="M1 1L{"1" * 400} 1"/>'), 2, "a number is missing"),
    "not a number": (picture('<circle r="nan"/>'), 2, "is not a number"),
    "no number": (picture('<path d="M1 1L2"/>'), 2, "a number is missing"),
    "number of another script": (picture('<circle r="٤"/>'), 2, "is not a number"),
    "wrong command": (picture('<path d="M1 1X2"/>'), 2, "cannot be read"),
    "path without a start": (picture('<path d="L1 1"/>'), 2, "cannot be read"),
    "empty path": (picture('<path d=""/>'), 2, "draws nothing"),
    "sum of steps": (picture(f'<path d="M9000 0{"l9000 0" * 9}"/>'), 2, "far too large"),
    "scaled beyond": (picture(f'<g transform="scale(9000)"><g transform="scale(9000)">{CIRCLE}</g></g>'), 2, "outside"),
    "scaled to infinity": (
        picture('<g transform="scale(9999)scale(9999)scale(9999)scale(9999)">' * 9 + CIRCLE + "</g>" * 9),
        2,
        "outside",
    ),
    "matrix": (picture('<path d="M1 1h1" transform="matrix(1 0 0 1 0 0)"/>'), 2, "only translate"),
    "many transforms": (picture(f'<path d="M1 1h1" transform="{"scale(1)" * 99}"/>'), 2, "only translate"),
    "nesting": (picture("<g>\n" * 40 + CIRCLE + "</g>" * 40), 13, "nested"),
    "inside a shape": (picture(f'<path d="M1 1h1">{CIRCLE}</path>'), 2, "inside"),
    "svg inside": (picture(f'<svg viewBox="0 0 96 96">{CIRCLE}</svg>'), 2, "begins with"),
    "no svg": ("<html/>", 1, "begins with"),
    "another box": (picture(CIRCLE).replace("0 0 96 96", "0 0 100 100"), 1, "viewBox"),
    "another language": (picture(CIRCLE).replace("2000/svg", "1999/xhtml"), 1, "not SVG"),
    "invisible": (picture('<path d="M1 1h1" stroke="none"/>'), 2, "nobody would see"),
    "pointed ends": (picture('<path d="M1 1h1" stroke-linecap="square"/>'), 2, "must be round"),
    "fat stroke": (picture('<path d="M1 1h1" stroke-width="90"/>'), 2, "far too large"),
    "opacity": (picture('<path d="M1 1h1" opacity="7"/>'), 2, "out of range"),
    "negative radius": (picture('<circle r="-4"/>'), 2, "larger than 0"),
    "odd places": (picture('<polygon points="1 1 2"/>'), 2, "two places"),
    "many shapes": (picture(CIRCLE * 401), 402, "too many"),
    "many curves": (picture(f'<path d="M1 1{"h1" * 8001}"/>\n'), 2, "too many"),
    "empty": (picture(""), 2, "empty"),
    "cut off": (HEAD, 2, "broken"),
    "too large": (picture(CIRCLE + " " * 65_536), 1, "64 KiB"),
    "no text": ("", 1, "broken"),
    "half a character": (picture(f"{CIRCLE}\ud800"), 1, "characters"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_refused_says_where_and_why(name: str) -> None:
    svg, line, reason = HOSTILE[name]
    with pytest.raises(BrokenDrawing) as caught:
        read_drawing(svg, "bad.svg")
    assert caught.value.line == line
    assert reason in caught.value.what.message


LETTERS = st.text("MLHVCSQTAZmlhvcsqtaz0123456789 .,-eE", max_size=60)


@given(LETTERS)
@example("M0 0A1e-99 1 0 1 0 1 0")
@example("M0 0a1 1 0 1 1 1e-99 1e-99")
@example("M0 0a9999 1e-9 45 1 0 9999 9999")
def test_any_path_is_read_or_refused(words: str) -> None:
    drawing = read_or_refuse(picture(f'<path d="{words}"/>'))
    for shape in drawing.shapes if isinstance(drawing, Drawing) else ():
        for outline in shape.outlines:
            for x, y in along(outline, 1):
                assert abs(x) <= 10_000
                assert abs(y) <= 10_000


@given(st.text(max_size=200) | st.text('<>/="svgcircler 0123456789&;![]-?', max_size=200))
def test_any_text_is_read_or_refused(words: str) -> None:
    for svg in (words, picture(words), picture(CIRCLE + words)):
        outcome = read_or_refuse(svg)
        lines = svg.count("\n") + svg.count("\r") + 1
        assert isinstance(outcome, Drawing) or 1 <= outcome <= lines


def test_our_pictures_are_of_one_style(project_folder: Path) -> None:
    """A look at each of them found it good; this keeps what one look cannot: size, roles, and nothing cut off."""
    paths = sorted((project_folder / "resources" / "instruments").glob("*/pictures/*.svg"))
    assert len(paths) >= 230
    for path in paths:
        text = path.read_text("utf-8")
        drawing = read_drawing(text, path.name)
        spots = [spot for shape in drawing.shapes for outline in shape.outlines for spot in along(outline, 2)]
        assert len(text) <= 4096, path
        assert Role.INK in drawing.roles, path
        assert all(-1 <= x <= 97 and -1 <= y <= 97 for x, y in spots), path
