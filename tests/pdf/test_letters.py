"""The head of letters, the mark of a draft, number and QR code of a final paper: drawn, heard, fit for archives."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import outloud
import pdfua
import pytest
from PIL import Image

from iq_desktop.documents.address_field import AddressField
from iq_desktop.documents.blocks import FinalMark, Letterhead, PaperSize
from iq_desktop.domain.centre import Logo
from iq_desktop.pdf.qr_code import dark_fields
from iq_desktop.wording.text import say
from iq_desktop.wording.tongue import load_tongue
from tests.pdf.accessibility import find_faults, read_aloud
from tests.pdf.reading import read_lines, read_page_words
from tests.pdf.samples import a_document, a_printer, notes
from tests.support.tongues import TRANSLATIONS, english

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.documents.blocks import Document

DAY: Final = dt.date(2026, 11, 3)
_DRAFT: Final = say("Draft")
MARK: Final = FinalMark("B-2026-0012", DAY, "417-9F3A-27C0-51BE")


def a_logo(mode: str = "RGBA", size: tuple[int, int] = (60, 20)) -> Logo:
    """Return a picture in one colour."""
    file = io.BytesIO()
    Image.new(mode, size, "#0f5fc2" if mode != "1" else 1).save(file, "PNG")
    return Logo(file.getvalue(), *size)


def a_letter(*, logo: Logo | None, final: FinalMark | None = MARK, is_draft: bool = False, pages: int = 1) -> Document:
    """Return a document on the letterhead of a centre."""
    head = Letterhead("Beratung Nord", ("Verein e. V.", "030 1 · example.org"), "Gefördert durch: niemand.", logo)
    document = a_document(notes("Words " * 900 * (pages - 1) + "end"), is_draft=is_draft)
    return replace(document, letterhead=head, final=final)


def print_letter(document: Document, client: str = "") -> bytes:
    return a_printer().print_document(document, english(), load_tongue(client, TRANSLATIONS) if client else None)


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("client", ["", "ar"])
@pytest.mark.parametrize("mode", ["RGBA", "RGB", "L"])
def test_a_letter_is_heard_whole_and_fit_for_archives(tmp_path: Path, size: PaperSize, client: str, mode: str) -> None:
    document = replace(a_letter(logo=a_logo(mode), pages=2), size=size)
    paper = print_letter(document, client)
    assert find_faults(paper) == []
    file = tmp_path / "letter.pdf"
    file.write_bytes(paper)
    assert [one.message for one in outloud.check(str(file)).findings if one.severity == "error"] == []
    assert [one.message for one in pdfua.validate(str(file)).findings if one.severity is pdfua.Severity.ERROR] == []
    said = read_aloud(paper)
    heard = " ".join(one.words for one in said)
    for words in ("Beratung Nord", "Verein e. V.", "030 1 · example.org", "B-2026-0012", "417-9F3A-27C0-51BE"):
        assert words in heard
    assert "Gefördert durch: niemand." in heard


WHERE: Final = AddressField(
    ("Volkshochschule", "Frau Beispiel", "Musterstraße 1", "10115 Berlin"), "Beratung Nord · Weg 2"
)


@pytest.mark.parametrize(("lines", "form_begins"), [(2, 27), (10, 45)])
@pytest.mark.parametrize("client", ["", "ar"])
def test_the_address_stands_in_the_window_of_an_envelope(lines: int, form_begins: int, client: str) -> None:
    """DIN 5008: the address lies from 17.7 to 45 mm below the beginning of the field, 20 to 105 mm from the left."""
    document = a_letter(logo=a_logo())
    assert document.letterhead is not None
    high = replace(document.letterhead, lines=("Verein",) * lines)
    paper = print_letter(replace(document, letterhead=high, address=WHERE), client)
    assert find_faults(paper) == []
    placed = {one.words: one for one in read_lines(paper) if one.page == 1 and one.words in WHERE.lines}
    assert tuple(placed) == WHERE.lines
    for one in placed.values():
        above, below = (297 - (one.baseline + rise) * 25.4 / 72 for rise in (one.height, 0))
        assert form_begins + 17.7 <= above
        assert below <= form_begins + 45
        assert one.left * 25.4 / 72 > 20
        assert one.right * 25.4 / 72 < 105
    heard = [one.words for one in read_aloud(paper)]
    assert heard.index("Verein") < heard.index("Frau Beispiel")


def test_below_a_very_high_head_the_address_stands_as_near_as_it_can() -> None:
    document = a_letter(logo=None)
    assert document.letterhead is not None
    high = replace(document, letterhead=replace(document.letterhead, lines=("Verein",) * 30), address=WHERE)
    lines = [one for one in read_lines(print_letter(high)) if one.page == 1]
    last = min(one.baseline for one in lines if one.words == "Verein")
    first = next(one.baseline for one in lines if one.words == WHERE.lines[0])
    assert 0 < last - first < 60


def test_number_day_and_code_stand_on_every_page_and_the_head_on_the_first() -> None:
    pages = read_page_words(print_letter(a_letter(logo=a_logo(), pages=3)))
    assert len(pages) >= 3
    assert all("B-2026-0012" in page and "417-9F3A-27C0-51BE" in page for page in pages)
    assert ["Verein" in page for page in pages] == [True, *[False] * (len(pages) - 1)]


def test_a_draft_says_so_in_both_languages_and_keeps_the_room_of_the_code() -> None:
    draft = print_letter(a_letter(logo=None, final=None, is_draft=True, pages=3), "uk")
    final = print_letter(a_letter(logo=None, pages=3), "uk")
    first = read_page_words(draft)[0]
    assert "Draft" in first
    assert load_tongue("uk", TRANSLATIONS).speak(_DRAFT) in first
    assert "B-2026" not in first
    assert len(read_page_words(draft)) == len(read_page_words(final))
    assert find_faults(draft) == []


def test_a_final_paper_has_no_mark_of_a_draft_and_a_plain_one_neither_number_nor_code() -> None:
    assert "Draft" not in read_page_words(print_letter(a_letter(logo=None)))[0]
    plain = read_page_words(print_letter(a_letter(logo=None, final=None)))[0]
    assert "check code" not in plain


@pytest.mark.parametrize("fault", ["no picture", "broken off", "one bit"])
def test_a_damaged_logo_keeps_no_letter_from_the_printer(fault: str) -> None:
    content = bytearray(a_logo(size=(600, 200)).content)
    if fault == "no picture":
        content = bytearray(b"no picture")
    elif fault == "broken off":
        del content[len(content) // 2 :]
    else:
        content[len(content) // 2] ^= 0x55
    letter = a_letter(logo=Logo(bytes(content), 600, 200))
    assert "Beratung Nord" in read_page_words(print_letter(letter))[0]


def test_the_same_letter_has_the_same_bytes() -> None:
    assert len({print_letter(a_letter(logo=a_logo())) for _ in range(3)}) == 1


def test_the_fields_of_a_code_are_a_square_with_its_three_corners() -> None:
    fields = dark_fields("B-2026-0012 417-9F3A-27C0-51BE")
    side = len(fields)
    assert all(len(row) == side for row in fields)
    ring = [True, False, True, True, True, False, True]
    assert list(fields[3][:7]) == list(fields[3][-7:]) == list(fields[side - 4][:7]) == ring
    assert dark_fields("B-2026-0012 417-9F3A-27C0-51BF") != fields
