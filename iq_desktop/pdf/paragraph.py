"""Paragraphs: lines are broken in the order of reading first, and only then put into the order of seeing.

A paragraph is words of one look in one language; line ends in the words are kept. Lines break at spaces, after hyphens
and slashes between letters, at soft hyphens, and inside a word only where it is wider than the whole line: there with
a hyphen, where its letters allow one.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from iq_desktop.pdf.bidi import paragraph_level, resolve_levels, visual_order
from iq_desktop.pdf.families import LANGUAGES
from iq_desktop.pdf.glyph_strokes import PlacedGlyphs
from iq_desktop.pdf.line_breaks import Atom, Fragment, Stretch, break_lines, make_atoms, width_of
from iq_desktop.pdf.looks import Align, Look
from iq_desktop.pdf.script_runs import is_drawn, resolve_scripts
from iq_desktop.pdf.tagging import Thread, language_tag
from iq_desktop.wording.citations import hold_order
from iq_desktop.wording.languages import Direction

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iq_desktop.pdf.fonts import FontBook
    from iq_desktop.pdf.paper import Paper

_LINE_ENDS: Final = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_USUAL_LEADING: Final = 1.38
_BASELINE: Final = 1.05
"""How far the first baseline lies below the top, in sizes: the same in every script, so that columns agree."""
_FEW_LINES: Final = 2
"""At least so many lines of a paragraph stand at the foot and at the head of a page."""
_TOLERANCE: Final = 0.01


class SetLine(NamedTuple):
    """A line that is ready: fragments from left to right, its width in points, the level of its paragraph.

    `actual` is what it says where its glyphs do not say it: read from right to left, parted, or going on below.
    """

    fragments: tuple[Fragment, ...]
    width: float
    base: int
    actual: str | None


@dataclass(frozen=True, slots=True, eq=False)
class SetLines:
    """Lines of one look that are set for a certain width."""

    lines: tuple[SetLine, ...]
    look: Look
    leading: float
    language: str = ""
    """BCP 47; empty where the words are of no language or nobody knows it."""
    thread: Thread | None = None

    def measure(self, width: float) -> float:  # noqa: ARG002  (the lines are broken already)
        """Return the height in points."""
        return self.leading * len(self.lines)

    def split(self, width: float, height: float) -> tuple[SetLines, SetLines] | None:  # noqa: ARG002  (as above)
        """Return the lines that fit a height and those that do not, or None where that would leave single lines."""
        fitting = int((height + _TOLERANCE) // self.leading)
        fitting = min(fitting, max(len(self.lines) - _FEW_LINES, 0))
        if fitting < min(_FEW_LINES, len(self.lines) - 1) or fitting < 1:
            return None
        thread = self.thread or Thread()
        return (
            replace(self, lines=self.lines[:fitting], thread=thread),
            replace(self, lines=self.lines[fitting:], thread=thread),
        )

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw the lines below the point (x, y)."""
        with paper.words(self.look.role, self.language, self.thread):
            self._draw_lines(paper, x, y, width)

    def _draw_lines(self, paper: Paper, x: float, y: float, width: float) -> None:
        size = self.look.size
        for number, line in enumerate(self.lines):
            left = x + (width - line.width) * _share_before(self.look.align, line.base)
            pieces = []
            for fragment in line.fragments:
                pieces.append(PlacedGlyphs(left, fragment.shaped, size, self.look.colour, fragment.level))
                left += fragment.shaped.width * size / 1000
            if pieces:
                paper.write(pieces, y + number * self.leading + _BASELINE * size, line.actual)


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    """Words that become lines as wide as they are asked to be."""

    words: str
    look: Look
    leading: float
    _parts: tuple[tuple[Stretch, tuple[Atom, ...]], ...]
    language: str = ""
    _set: dict[float, SetLines] = field(default_factory=dict)

    def set_lines(self, width: float) -> SetLines:
        """Return the lines for a width in points."""
        lines = self._set.get(width)
        if lines is None:
            broken = [
                _set_line(stretch, line, self.look)
                for stretch, atoms in self._parts
                for line in break_lines(stretch, atoms, width * 1000 / self.look.size)
            ]
            if broken:
                broken[-1] = _last_line(broken[-1])
            lines = self._set[width] = SetLines(tuple(broken), self.look, self.leading, self.language)
        return lines

    def natural_width(self) -> float:
        """Return the width in points that no line exceeds."""
        widths = (sum(a.ink_width + a.space_width for a in atoms) for _, atoms in self._parts)
        return max(widths, default=0) * self.look.size / 1000 + _TOLERANCE

    def widest_word(self) -> float:
        """Return the width in points of the longest stretch that should not be broken."""
        widths = (atom.ink_width for _, atoms in self._parts for atom in atoms)
        return max(widths, default=0) * self.look.size / 1000

    def measure(self, width: float) -> float:
        """Return the height for a width, in points."""
        return self.set_lines(width).measure(width)

    def split(self, width: float, height: float) -> tuple[SetLines, SetLines] | None:
        """Return what fits a height and what does not; see SetLines."""
        return self.set_lines(width).split(width, height)

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw the words below the point (x, y)."""
        self.set_lines(width).draw(paper, x, y, width)


def make_paragraph(
    words: str, look: Look, fonts: FontBook, language: str, direction: Direction | None = None
) -> Paragraph:
    """Return the paragraph of some words.

    `direction` is that of the language where the words are ours; None finds it in each line of what a person typed.
    Raises MissingGlyph.
    """
    words = unicodedata.normalize("NFC", words)
    parts = []
    for line in _LINE_ENDS.split(words):
        text = hold_order(line.replace("\t", " "))
        base = int(direction is Direction.RIGHT_TO_LEFT) if direction is not None else paragraph_level(text)
        levels, scripts = resolve_levels(text, base), resolve_scripts(text)
        stretch = Stretch(text, levels, scripts, base, fonts.fonts[look.weight], language)
        parts.append((stretch, tuple(make_atoms(stretch))))
    inks = (fragment for _, atoms in parts for atom in atoms for fragment in atom.ink)
    leading = max((fragment.shaped.font.family.leading for fragment in inks), default=_USUAL_LEADING) * look.size
    tag = language_tag(language) or _guess_language(script for stretch, _ in parts for script in stretch.scripts)
    return Paragraph(words, look, leading, tuple(parts), tag)


def _set_line(stretch: Stretch, atoms: Sequence[Atom], look: Look) -> SetLine:
    """Put the fragments of a line into the order of seeing (rules L1 and L2: the space at its end is dropped)."""
    reading: list[Fragment] = []
    for atom in atoms:
        reading += atom.ink
        reading += atom.hyphen if atom is atoms[-1] else atom.space
    order = visual_order([fragment.level for fragment in reading])
    fragments = tuple(reading[index] for index in order)
    said = "".join(filter(is_drawn, stretch.text[atoms[0].start : atoms[-1].end])) if atoms else ""
    if said and not stretch.text[atoms[-1].end : atoms[-1].end + 1].strip():
        said += " "
    return SetLine(fragments, width_of(fragments) * look.size / 1000, stretch.base, said)


def _last_line(line: SetLine) -> SetLine:
    """Return the last line of a paragraph: what its glyphs say in the order of reading needs no other words."""
    is_plain = all(not fragment.level % 2 and not fragment.shaped.has_marks for fragment in line.fragments)
    return line._replace(actual=None if is_plain else (line.actual or "").rstrip())


def _guess_language(scripts: Iterable[str]) -> str:
    """Return a language in which words can be read aloud, by their most frequent script, where nobody said which."""
    usual = Counter(scripts).most_common(1)
    return LANGUAGES.get(usual[0][0], "") if usual else ""


def _share_before(align: Align, base: int) -> float:
    """Return which share of the free width stands left of a line."""
    match align:
        case Align.MIDDLE:
            return 0.5
        case Align.LEFT:
            return 0.0
        case Align.RIGHT:
            return 1.0
        case Align.START:
            return float(base)
        case Align.END:
            return float(1 - base)
