"""What everything on paper is, for people who hear it: a tree of elements, and marks around what is drawn.

Every stroke stands in a marked sequence: that of an element, or that of an artifact, which nobody reads out. Elements
open while pieces draw themselves; so the tree has the order in which the pieces are drawn.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_OF_WORDS: Final = frozenset({"H1", "H2", "H3", "P", "Lbl", "Caption", "Span"})
"""Elements that hold words themselves: words in them open no paragraph of their own."""
_TURNED: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_HEADINGS: Final = frozenset({"H1", "H2", "H3"})
_LAYOUT: Final = "<</Type /Layout>>"


class Mark(NamedTuple):
    """A marked sequence: the page it stands on, from 0, and its number there."""

    page: int
    number: int


@dataclass(slots=True, eq=False)
class Thread:
    """What the parts of something that is split over pages have in common: they become one element."""


@dataclass(slots=True, eq=False)
class Element:
    """A node of the tree with the names of ISO 32000-1 (14.8.4): Table, TR, P and so on."""

    kind: str
    language: str = ""
    """BCP 47; empty for that of the element above."""
    alternative: str = ""
    actual: str = ""
    """What a line says whose letters are drawn in the order of seeing."""
    scope: str = ""
    """For heads of a table: Column or Row."""
    columns: int = 1
    box: tuple[float, float, float, float] | None = None
    """Left, bottom, right, top on the page, in points."""
    kids: list[Element | Mark] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Marks:
    """The tree while it grows, and the sequence that is open on the page."""

    language: str
    root: Element = field(default_factory=lambda: Element("Document"))
    owners: list[list[Element]] = field(default_factory=lambda: [[]])
    """For each page the element of each of its sequences."""
    _open: list[Element] = field(default_factory=list)
    _threads: dict[object, Element] = field(default_factory=dict)
    _silences: list[str] = field(default_factory=list)
    _sequence: object = None
    """The element whose sequence is open, the properties of an artifact, or None."""
    _is_alone: bool = False
    """Whether a span around the glyphs of the open sequence says their words."""

    @contextmanager
    def element(self, element: Element, thread: object = None) -> Iterator[None]:
        """Open an element within the one that is open; with the same `thread` once more the same one goes on."""
        if self._silences or self._is_in_figure():
            yield
            return
        known = self._threads.get(thread) if thread is not None else None
        if known is None:
            known = element
            (self._open[-1] if self._open else self.root).kids.append(element)
            if thread is not None:
                self._threads[thread] = element
        self._open.append(known)
        yield
        self._open.pop()

    @contextmanager
    def words(self, role: str, language: str, thread: object = None) -> Iterator[None]:
        """Open the element that words of a role and a language need where they stand."""
        kind = "P" if role not in _HEADINGS else role
        if self._open and self._open[-1].kind in _OF_WORDS:
            if (language or self._spoken()) == self._spoken():
                yield
                return
            kind = "Span"
        other = "" if language == self._spoken() else language
        with self.element(Element(kind, other), thread):
            yield

    @contextmanager
    def artifact(self, properties: str) -> Iterator[None]:
        """Say that what is drawn now is no content, with its properties as they stand in the file."""
        self._silences.append(properties)
        yield
        self._silences.pop()

    def begin_words(self, actual: str | None = None) -> str:
        """Return the operators that begin the sequence of words; `actual` is what they say, where glyphs mislead."""
        return self._begin(self._open[-1] if self._open and not self._silences else None, actual)

    def takes_words(self) -> bool:
        """Return whether words that are drawn now belong to an element that can hold others."""
        return bool(self._open) and not self._silences and not self._is_in_figure()

    def begin_parts(self, words: Sequence[str | None], reading: Sequence[int]) -> list[str]:
        """Return the operators that begin the parts of a line, in the order of seeing; each ends with its own EMC.

        `reading` is the order in which they are read, `words` what a part says where its glyphs do not say it.
        """
        owner, numbers = self._open[-1], self.owners[-1]
        first = len(numbers)
        said = [Element("Span", actual=one) if one is not None else owner for one in words]
        numbers += said
        for place in reading:
            mark = Mark(len(self.owners) - 1, first + place)
            if said[place] is not owner:
                said[place].kids.append(mark)
            owner.kids.append(mark if said[place] is owner else said[place])
        return [f"/{part.kind} <</MCID {first + place}>> BDC" for place, part in enumerate(said)]

    def begin_shape(self) -> str:
        """Return the operators that begin the sequence of a line or a shape: part of a figure, else an artifact."""
        return self._begin(self._open[-1] if self._is_in_figure() and not self._silences else None, None)

    def end(self) -> str:
        """Return the operators that end the open sequence, or nothing."""
        is_open, self._sequence = self._sequence is not None, None
        return ("EMC EMC" if self._is_alone else "EMC") if is_open else ""

    def turn_page(self) -> None:
        """Go on to the next page, whose sequences are counted anew."""
        self.owners.append([])

    def _begin(self, owner: Element | None, actual: str | None) -> str:
        wanted: object = owner or (self._silences[-1] if self._silences else _LAYOUT)
        if wanted is self._sequence and actual is None and not self._is_alone:
            return ""
        ended = self.end()
        self._sequence, self._is_alone = wanted, actual is not None
        span = f" /Span <</ActualText {text_string(actual)}>> BDC" if actual is not None else ""
        if owner is None:
            return f"{ended} /Artifact {wanted} BDC{span}".lstrip()
        numbers = self.owners[-1]
        owner.kids.append(Mark(len(self.owners) - 1, len(numbers)))
        numbers.append(owner)
        return f"{ended} /{owner.kind} <</MCID {len(numbers) - 1}>> BDC{span}".lstrip()

    def _is_in_figure(self) -> bool:
        return bool(self._open) and self._open[-1].kind == "Figure"

    def _spoken(self) -> str:
        return next((element.language for element in reversed(self._open) if element.language), self.language)


def is_turned(words: str) -> bool:
    """Return whether letters of some words are written from right to left.

    What such a line says stands in the tree and not in a span around its glyphs: readers that look for spans only, such
    as PDFium and Poppler, take the words of a span for glyphs in the order of seeing, and turn them around.
    """
    return _TURNED.search(words) is not None


def text_string(words: str) -> str:
    """Return words as a string of a PDF, in hexadecimal digits."""
    return f"<FEFF{words.encode('utf-16-be').hex().upper()}>"


def language_tag(code: str) -> str:
    """Return the BCP 47 tag of one of our languages; simple German is German."""
    return code.removesuffix("_simple").replace("_", "-")
