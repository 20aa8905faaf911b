"""Reads the small part of SVG that pictures of packs are made of, and refuses everything else with its line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final
from xml.parsers import expat

from iq_desktop.catalogues.svg_path import WrongDrawing, read_number, read_numbers
from iq_desktop.catalogues.svg_shapes import OUTLINES, Affine, read_transform
from iq_desktop.domain.drawing import SIDE, Drawing, Role, Shape
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import Text, say

LARGEST_PICTURE: Final = 65_536
"""Bytes of one picture."""
_NAMESPACE: Final = "http://www.w3.org/2000/svg"
_DEEPEST: Final = 12
_MOST_SHAPES: Final = 400
_MOST_CURVES: Final = 8_000
_WIDEST: Final = 24.0
"""The widest stroke, in units of the box."""
_WIDEST_UNSCALED: Final = 1_000.0
_ROUND: Final = frozenset({"stroke-linecap", "stroke-linejoin"})
_LOOKS: Final = frozenset({"fill", "stroke", "stroke-width", "opacity", "transform"}) | _ROUND
_OWN: Final = {
    "svg": {"xmlns", "viewBox", "width", "height"},
    "g": set[str](),
    "path": {"d"},
    "circle": {"cx", "cy", "r"},
    "ellipse": {"cx", "cy", "rx", "ry"},
    "rect": {"x", "y", "width", "height", "rx", "ry"},
    "line": {"x1", "y1", "x2", "y2"},
    "polyline": {"points"},
    "polygon": {"points"},
}
"""The elements that may stand in a picture, and what each may say besides its looks."""
_COLOURS: Final = {**{role.value: role for role in Role}, "none": None}


class BrokenDrawing(IqError):  # noqa: N818  (a name that says what happened)
    """A picture is refused; `line` is counted from 1."""

    def __init__(self, file: str, line: int, what: Text) -> None:
        """Keep where it is broken, and why."""
        super().__init__(
            say("{file}, line {line}: {what}", file=file, line=str(line), what=what),
            say("Please draw the picture again as the rules of the packs say, or ask whoever made the pack."),
        )
        self.line = line
        self.what = what


def read_drawing(svg: str, name: str) -> Drawing:
    """Return the picture that a file `name` holds; raises BrokenDrawing with the line of the first fault."""
    if len(svg) > LARGEST_PICTURE or len(svg.encode(errors="replace")) > LARGEST_PICTURE:
        raise BrokenDrawing(name, 1, say("the picture is larger than 64 KiB"))
    reader = _Reader()
    try:
        reader.read(svg)
    except WrongDrawing as wrong:
        raise BrokenDrawing(name, reader.line, wrong.what) from wrong
    except expat.ExpatError as error:
        what = say("the XML is broken ({reason})", reason=expat.ErrorString(error.code) or "?")
        raise BrokenDrawing(name, error.lineno, what) from error
    except UnicodeEncodeError as error:
        raise BrokenDrawing(name, 1, say("the picture holds characters that no file can hold")) from error
    return Drawing(tuple(reader.shapes))


@dataclass(frozen=True, slots=True)
class _Looks:
    """What an element hands on to those inside it."""

    fill: Role | None = None
    stroke: Role | None = None
    width: float = 3
    opacity: float = 1
    change: Affine = field(default_factory=Affine)


class _Reader:
    """Collects the shapes while expat reads."""

    def __init__(self) -> None:
        self.shapes: list[Shape] = []
        self._looks: list[_Looks] = []
        self._tags: list[str] = []
        self._curves = 0
        self._parser = expat.ParserCreate("UTF-8")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._refuse_words
        self._parser.StartDoctypeDeclHandler = self._refuse_types
        self._parser.EntityDeclHandler = self._refuse_types
        self._parser.ProcessingInstructionHandler = self._refuse_instruction

    @property
    def line(self) -> int:
        """The line that is being read, counted from 1."""
        return self._parser.CurrentLineNumber

    def read(self, svg: str) -> None:
        """Read a whole picture; raises WrongDrawing, ExpatError or UnicodeEncodeError."""
        self._parser.Parse(svg.removeprefix("\ufeff").encode(), True)  # noqa: FBT003  (the last piece; expat's own)
        if not self.shapes:
            raise WrongDrawing(say("the picture is empty"))

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        _check_element(tag, attributes, self._tags)
        outer = self._looks[-1] if self._looks else _Looks()
        looks = _read_looks(attributes, outer)
        self._tags.append(tag)
        self._looks.append(looks)
        if tag in OUTLINES:
            self._add_shape(tag, attributes, looks)

    def _add_shape(self, tag: str, attributes: dict[str, str], looks: _Looks) -> None:
        if looks.fill is None and looks.stroke is None:
            raise WrongDrawing(say("nobody would see this: it has neither fill nor stroke"))
        outlines = tuple(looks.change.outline(one) for one in OUTLINES[tag](attributes))
        self._curves += sum(len(one.curves) for one in outlines)
        if not outlines:
            raise WrongDrawing(say("“{name}” draws nothing", name=tag))
        if len(self.shapes) >= _MOST_SHAPES or self._curves > _MOST_CURVES:
            raise WrongDrawing(say("the picture has far too many shapes"))
        width = looks.width * looks.change.growth
        if looks.stroke is not None and not width <= _WIDEST:
            raise WrongDrawing(say("the number {number} is far too large for a picture", number=f"{width:.6g}"))
        self.shapes.append(Shape(outlines, looks.fill, looks.stroke, round(width, 3), looks.opacity))

    def _end(self, _tag: str) -> None:
        self._tags.pop()
        self._looks.pop()

    def _refuse_words(self, words: str) -> None:
        if words.strip():
            raise WrongDrawing(say("no words may stand in a picture"))

    def _refuse_types(self, *_: object) -> None:
        raise WrongDrawing(say("a picture may not bring a type definition or entities"))

    def _refuse_instruction(self, *_: object) -> None:
        raise WrongDrawing(say("a picture may not hold instructions for programs"))


def _check_element(tag: str, attributes: dict[str, str], tags: list[str]) -> None:
    """Refuse what is not of our part of SVG; raises WrongDrawing."""
    if (tag == "svg") == bool(tags):
        raise WrongDrawing(say("a picture begins with one <svg>, and no other stands inside"))
    if tag not in _OWN:
        raise WrongDrawing(say("“{name}” may not stand in a picture", name=tag[:40]))
    if tags and tags[-1] in OUTLINES:
        raise WrongDrawing(say("nothing may stand inside “{name}”", name=tags[-1]))
    if len(tags) >= _DEEPEST:
        raise WrongDrawing(say("the groups are nested far too deeply"))
    for name in attributes:
        if name not in _LOOKS and name not in _OWN[tag]:
            raise WrongDrawing(say("“{name}” may not stand in a picture", name=name[:40]))
    if tag == "svg":
        _check_box(attributes)


def _check_box(attributes: dict[str, str]) -> None:
    if attributes.get("xmlns", _NAMESPACE) != _NAMESPACE:
        raise WrongDrawing(say("this is not SVG"))
    if read_numbers(attributes.get("viewBox", "")) != [0, 0, SIDE, SIDE]:
        raise WrongDrawing(say("the viewBox must be {box}", box=f"0 0 {SIDE} {SIDE}"))
    for name in ("width", "height"):
        read_number(re.sub(r"px$", "", attributes.get(name, "0")))


def _read_looks(attributes: dict[str, str], outer: _Looks) -> _Looks:
    for name in _ROUND & attributes.keys():
        if attributes[name] != "round":
            raise WrongDrawing(say("“{name}” must be round", name=name))
    looks = replace(
        outer,
        fill=_read_colour(attributes["fill"]) if "fill" in attributes else outer.fill,
        stroke=_read_colour(attributes["stroke"]) if "stroke" in attributes else outer.stroke,
        width=_read_within(attributes, "stroke-width", _WIDEST_UNSCALED, outer.width),
        opacity=outer.opacity * _read_within(attributes, "opacity", 1, 1),
    )
    if "transform" in attributes:
        looks = replace(looks, change=outer.change.after(read_transform(attributes["transform"])))
    return looks


def _read_colour(words: str) -> Role | None:
    if words not in _COLOURS:
        known = ", ".join(_COLOURS)
        raise WrongDrawing(say("“{value}” is not one of: {allowed}", value=words[:40], allowed=known))
    return _COLOURS[words]


def _read_within(attributes: dict[str, str], name: str, most: float, otherwise: float) -> float:
    if name not in attributes:
        return otherwise
    number = read_number(attributes[name])
    if not 0 <= number <= most:
        raise WrongDrawing(say("{value} is out of range", value=attributes[name][:40]))
    return number
