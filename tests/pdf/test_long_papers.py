"""Papers of many pages, drawn by lot: nothing lost or alone, no page half empty, heads and numbers on each one."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from random import Random
from typing import Final

import pytest

from iq_desktop.documents.blocks import Block, Facts, Heading, Listing, Typed
from iq_desktop.wording.text import say
from tests.pdf.names import NAMES
from tests.pdf.reading import PrintedLine, read_lines
from tests.pdf.samples import NOTES, invented, notes, print_blocks
from tests.support.chance import seeded
from tests.support.counts import count

WORD: Final = re.compile(r"p\d{4}w\d{4}")
HEAD: Final = "Column"
LOWEST, HIGHEST_END = 40.0, 260.0
"""Where on A4, in points from below, the last line of what is told stands: not lower, not higher on full pages."""


@dataclass
class Author:
    """Writes texts of marked words: which text, and which word of it."""

    chance: Random
    lengths: list[int] = field(default_factory=list)

    def text(self, most: int = 1200) -> Typed:
        """Return a text of few or of many words."""
        words = min(self.chance.choice((1, 4, 15, 40, 120, 400, 1200)), most)
        self.lengths.append(words)
        return Typed(" ".join(f"p{len(self.lengths):04}w{n:04}" for n in range(words)), NOTES)

    def blocks(self) -> list[Block]:
        """Return a heading with what stands below it."""
        facts = Facts(tuple((self.text(1), self.text()) for _ in range(self.chance.randint(1, 6))))
        rows = tuple((self.text(120), self.text(), self.text(4)) for _ in range(self.chance.randint(1, 12)))
        heads = (say("Column"), say("Column"), say("Column"))
        below: Block = self.chance.choice((notes(self.text().words), facts, Listing(heads, rows, (0.4, 0.4, 0.2))))
        return [Heading(say("Heading")), below]

    def sentences(self) -> list[Block]:
        """Return a text that fills some pages, alone."""
        return [notes(self.text().words)]


@pytest.mark.parametrize("client", [None, "ar"])
def test_nothing_is_lost_and_no_page_is_left_half_empty(client: str | None) -> None:
    for number in range(count(4, 60)):
        author = Author(seeded(number))
        blocks = [block for _ in range(author.chance.randint(1, 5)) for block in author.blocks()]
        lines = read_lines(print_blocks(*blocks, client=invented(client) if client else None))
        told = sorted(WORD.findall(" ".join(line.words for line in lines)))
        assert told == sorted(WORD.findall(repr(blocks)))
        for page in range(1, lines[-1].page + 1):
            check_page([line for line in lines if line.page == page], lines[-1].page)


def check_page(lines: list[PrintedLine], pages: int) -> None:
    """Fail where a page holds too little or too much, has a heading at its end, or does not say which one it is."""
    told = [line for line in lines if WORD.search(line.words)]
    lowest = min(line.baseline for line in told)
    assert lowest > LOWEST
    assert lines[0].page == pages or lowest < HIGHEST_END
    headings = [line.baseline for line in lines if line.words in {"Heading", HEAD}]
    assert all(any(LOWEST < line.baseline < heading for line in told) for heading in headings)
    assert any(f"Page {lines[0].page} of {pages}" in line.words for line in lines)


def test_no_line_of_a_text_stands_alone_on_a_page() -> None:
    for number in range(count(6, 60)):
        author = Author(seeded(1000 + number))
        lines = read_lines(print_blocks(*(block for _ in range(6) for block in author.sentences())))
        for text, length in enumerate(author.lengths, 1):
            own = Counter(line.page for line in lines if f"p{text:04}" in line.words)
            assert sum(own.values()) == 1 or min(own.values()) > 1, (number, text, length, own)


def test_a_table_has_its_head_on_every_page() -> None:
    author = Author(seeded(3))
    rows = tuple((author.text(15), author.text(400)) for _ in range(60))
    lines = read_lines(print_blocks(Listing((say("Column"), say("Column")), rows, (0.4, 0.6))))
    assert lines[-1].page > 3
    heads = Counter(line.page for line in lines if line.words == HEAD)
    assert heads == dict.fromkeys(range(1, lines[-1].page + 1), 2)


@pytest.mark.parametrize("script", list(NAMES)[:: count(4, 1)])
@pytest.mark.parametrize("between", ["", " "], ids=["without spaces", "with spaces"])
def test_ten_thousand_characters_of_a_script_make_some_pages(script: str, between: str) -> None:
    text = (between.join(NAMES[script]) * 1000)[:10_000]
    lines = read_lines(print_blocks(notes(text)))
    assert 2 <= lines[-1].page <= 12
    assert all(line.right < 560 for line in lines)
