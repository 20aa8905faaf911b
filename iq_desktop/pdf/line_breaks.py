"""How words become lines of a width: broken where their script allows it, else inside a word that is too wide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from iq_desktop.pdf.break_places import may_cut, split_words
from iq_desktop.pdf.fonts import Shelf
from iq_desktop.pdf.script_runs import SOFT_HYPHEN, split_runs
from iq_desktop.pdf.shaping import shape
from iq_desktop.wording.hyphenation import find_partings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.pdf.shaping import Shaped

_TOLERANCE: Final = 0.01
_SHORTEST_PART: Final = 3
_LEAST_OF_A_LINE: Final = 0.4
"""A word is rather parted between two words of a compound where that fills at least so much of the line."""


class Fragment(NamedTuple):
    """Glyphs of one level within a line."""

    level: int
    shaped: Shaped


@dataclass(frozen=True, slots=True)
class Atom:
    """What never breaks: a word or a part of one, and the space behind it. Widths in thousandths of the size."""

    ink: tuple[Fragment, ...]
    space: tuple[Fragment, ...]
    hyphen: tuple[Fragment, ...]
    """What stands behind the word where it is parted at the end of a line."""
    start: int
    end: int
    ink_width: float
    space_width: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """One line of the source text with all that shaping needs to know."""

    text: str
    levels: Sequence[int]
    scripts: Sequence[str]
    base: int
    fonts: Shelf
    language: str

    def fragments(self, start: int, end: int) -> tuple[Fragment, ...]:
        """Return the shaped runs of `text[start:end]` in the order of reading; raises MissingGlyph."""
        found = []
        for run in split_runs(self.text, self.levels, self.scripts, self.fonts, start, end):
            words = self.text[run.start : run.end]
            shaped = shape(words, run.font, run.script, self.language, right_to_left=bool(run.level % 2))
            found.append(Fragment(run.level, shaped))
        return tuple(found)

    def hyphen(self, level: int) -> tuple[Fragment, ...]:
        """Return the hyphen of a word that is parted."""
        return (Fragment(level, shape("-", self.fonts[0], "Latn", "", right_to_left=bool(level % 2))),)


def make_atoms(stretch: Stretch) -> Iterator[Atom]:
    """Yield the atoms of a stretch; raises MissingGlyph."""
    for start, end in split_words(stretch.text):
        yield _atom(stretch, start, end)


def _atom(stretch: Stretch, start: int, end: int) -> Atom:
    ink_end = end
    while ink_end > start and (stretch.text[ink_end - 1].isspace() or stretch.text[ink_end - 1] == "\u200b"):
        if stretch.text[ink_end - 1] in "\u00a0\u2007\u202f":
            break
        ink_end -= 1
    ink, space = stretch.fragments(start, ink_end), stretch.fragments(ink_end, end)
    is_parting = stretch.text[end - 1] == SOFT_HYPHEN and end < len(stretch.text)
    hyphen = stretch.hyphen(ink[-1].level) if is_parting and ink else ()
    return Atom(ink, space, hyphen, start, ink_end, width_of(ink), width_of(space))


def width_of(fragments: Sequence[Fragment]) -> float:
    """Return how wide fragments are beside each other, in thousandths of the size."""
    return sum(fragment.shaped.width for fragment in fragments)


def break_lines(stretch: Stretch, atoms: Sequence[Atom], width: float) -> list[list[Atom]]:
    """Return the atoms of each line; there is always one line, since an empty line has a height too."""
    lines: list[list[Atom]] = [[]]
    used = 0.0
    for whole in atoms:
        for atom in _narrowed(stretch, whole, width):
            if lines[-1] and used + atom.ink_width + width_of(atom.hyphen) > width + _TOLERANCE:
                lines.append([])
                used = 0.0
            lines[-1].append(atom)
            used += atom.ink_width + atom.space_width
    return lines


def _narrowed(stretch: Stretch, atom: Atom, width: float) -> Iterator[Atom]:
    """Yield an atom as parts that fit a width: cut at the spaces that held it together, only then within words."""
    if atom.ink_width <= width:
        yield atom
        return
    spaces = [place + 1 for place in range(atom.start, atom.end) if stretch.text[place] == " "]
    if not spaces:
        yield from _cut(stretch, atom, width)
        return
    for first, last in pairwise((atom.start, *spaces, atom.end)):
        part = _atom(stretch, first, last)
        if last == atom.end:
            part = replace(part, space=atom.space, space_width=atom.space_width, hyphen=atom.hyphen)
        yield from _cut(stretch, part, width) if part.ink_width > width else (part,)


def _cut(stretch: Stretch, atom: Atom, width: float) -> Iterator[Atom]:
    """Cut a word that is wider than the line into pieces that are not, never between a letter and its marks."""
    edges = [i for i in range(atom.start, atom.end) if i == atom.start or may_cut(stretch.text, i)] + [atom.end]
    low = 0
    while edges[low] < atom.end:
        high = _fitting_edge(stretch, edges, low, width)
        hyphen: tuple[Fragment, ...] = ()
        if edges[high] < atom.end and (place := _parting(stretch, atom, (edges[low], edges[high]), width)):
            high = edges.index(place)
            hyphen = stretch.hyphen(stretch.levels[place - 1])
        ink = stretch.fragments(edges[low], edges[high])
        space = atom.space if edges[high] == atom.end else ()
        yield Atom(ink, space, hyphen, edges[low], edges[high], width_of(ink), width_of(space))
        low = high


def _fitting_edge(stretch: Stretch, edges: Sequence[int], low: int, width: float) -> int:
    """Return the index of the last edge up to which the word fits the width: at least one letter goes on."""
    step = 1
    while low + step * 2 < len(edges) and width_of(stretch.fragments(edges[low], edges[low + step * 2])) <= width:
        step *= 2
    high = low + step
    while step := step // 2:
        if high + step < len(edges) and width_of(stretch.fragments(edges[low], edges[high + step])) <= width:
            high += step
    return high


def _parting(stretch: Stretch, atom: Atom, span: tuple[int, int], width: float) -> int | None:
    """Return where within a span a word is parted with a hyphen: at its last seam, else at the last syllable."""
    start, end = span
    partings = find_partings(stretch.text[atom.start : atom.end])
    room = width - width_of(stretch.hyphen(stretch.levels[start]))
    fitting = [
        parting
        for parting in partings
        if start + _SHORTEST_PART <= atom.start + parting.place <= end
        and width_of(stretch.fragments(start, atom.start + parting.place)) <= room
    ]
    enough = start + (end - start) * _LEAST_OF_A_LINE
    seams = [parting for parting in fitting if parting.is_seam and atom.start + parting.place >= enough]
    return atom.start + (seams or fitting)[-1].place if fitting else None
