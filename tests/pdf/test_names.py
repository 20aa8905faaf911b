"""Names of the world and names made of markup: what is printed says what was typed, or the printing is refused."""

from __future__ import annotations

import io
import shutil
import subprocess
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final

import pytest
from pypdf import PdfReader

from iq_desktop.documents.blocks import Facts, Typed
from iq_desktop.pdf.problems import MissingGlyph
from iq_desktop.pdf.script_runs import is_drawn
from iq_desktop.wording.text import say
from tests.pdf.accessibility import read_aloud
from tests.pdf.names import NAMES
from tests.pdf.reading import NO_WORDS
from tests.pdf.samples import NOTES, print_blocks
from tests.support.chance import seeded
from tests.support.counts import count

if TYPE_CHECKING:
    from pathlib import Path

PDFTOTEXT: Final = shutil.which("pdftotext")
ALL: Final = [name for names in NAMES.values() for name in names]
MARKUP: Final = (
    "& < > </b> <b> <i> <para> &amp; &lt; &#60; %s %d %(x)s {x} {} {0} {words} \\ \\n ( ) [ ] /MCID BDC EMC ET "
    "<</A 1>> ' \" ` $x ${x} #{x} <!-- --> <![CDATA[ ]]> ;-- \t \x00 \x07 \x1b \x7f \x85 \u200b \u200c \u200d \u200e "
    "\u200f \u202a \u202b \u202c \u202d \u202e \u2066 \u2067 \u2068 \u2069 \u2028 \u00ad \ufeff"
).split(" ")
PIECES: Final = (
    "Ana",
    "O’Neill",
    "Öztürk",
    "ليلى",
    "מרים",
    "ላይላ",
    "Оля",
    "प्रिया",
    "สมชาย",
    "王小明",
    "12",
    "Müller-Łuczak",
    " ",
    "-",
)


def plain(words: str) -> str:
    """Return words without what nobody sees and without the room between them."""
    return "".join(c for c in unicodedata.normalize("NFC", words) if is_drawn(c) and not c.isspace() and c != NO_WORDS)


@cache
def a_list_of_names() -> bytes:
    """Return a paper with a line for each name."""
    return print_blocks(Facts(tuple((say("Name {n}", n=n), Typed(name, NOTES)) for n, name in enumerate(ALL))))


def is_vowelled(name: str) -> bool:
    """Return whether marks stand on letters that are written from right to left."""
    turned = any(unicodedata.bidirectional(c) in {"R", "AL"} for c in name)
    return turned and any(unicodedata.category(c) == "Mn" for c in unicodedata.normalize("NFC", name))


def test_there_are_names_enough() -> None:
    assert len(NAMES) >= 20
    assert len(ALL) >= 60


def test_every_name_is_heard_as_it_was_typed() -> None:
    heard = [plain(said.words) for said in read_aloud(a_list_of_names())]
    assert [name for name in ALL if plain(name) not in heard] == []


def test_every_name_is_found_by_a_reader_of_glyphs() -> None:
    found = plain("".join(page.extract_text() for page in PdfReader(io.BytesIO(a_list_of_names())).pages))
    assert [name for name in ALL if plain(name) not in found] == []


@pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext is not on this machine")
def test_every_name_is_found_by_another_program(tmp_path: Path) -> None:
    """Vowels on turned letters are left out: this program puts them before their letters."""
    file = tmp_path / "names.pdf"
    file.write_bytes(a_list_of_names())
    found = plain(subprocess.run([str(PDFTOTEXT), file, "-"], capture_output=True, check=True).stdout.decode())
    assert [name for name in ALL if not is_vowelled(name) and plain(name) not in found] == []


def test_fuzzed_names_print_literally() -> None:
    draw = seeded(7)
    names = [
        "x" + "".join(draw.choice(draw.choice((MARKUP, PIECES))) for _ in range(draw.randint(1, 9)))
        for _ in range(count(150, 1000))
    ]
    for start in range(0, len(names), 50):
        some = names[start : start + 50]
        paper = print_blocks(Facts(tuple((say("Name {n}", n=n), Typed(name, NOTES)) for n, name in enumerate(some))))
        heard = [plain(said.words) for said in read_aloud(paper)]
        assert [name for name in some if plain(name) not in heard] == []
        assert len(PdfReader(io.BytesIO(paper)).pages) <= len(some)


@pytest.mark.parametrize("name", ["Anna 😀", "ꦲꦤꦕꦫꦏ", "Ꭰna", "\ue000", "\ud800x", "x\uffff"])
def test_a_name_that_no_font_can_draw_stops_the_printing(name: str) -> None:
    with pytest.raises(MissingGlyph) as problem:
        print_blocks(Facts(((say("Name"), Typed(name, NOTES)),)))
    assert problem.value.field == NOTES
