"""Every instrument as a sheet, in every pair of languages: it prints, numbers its lines, and lacks no glyph."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from iq_desktop.documents.instrument_sheet import SheetWish, make_instrument_sheet
from iq_desktop.documents.occasion import Occasion
from iq_desktop.domain.centre import Adviser, Centre
from iq_desktop.domain.sheet_lines import sheet_lines
from iq_desktop.pdf.printer import PdfPrinter
from iq_desktop.wording.languages import PAPER_LANGUAGES
from iq_desktop.wording.tongue import load_tongue
from tests.support.talks import PACKS, SKILLS, a_pack
from tests.support.tongues import TRANSLATIONS, german

if TYPE_CHECKING:
    from pathlib import Path

CODES = sorted(folder.name for folder in PACKS.iterdir() if folder.is_dir())
OCCASION = Occasion(Centre("Beratungsstelle"), Adviser("1", "A. Krüger"), dt.date(2026, 11, 22))
PAIRS = [("de", other) for other in PAPER_LANGUAGES] + [("de_simple", "")]


@pytest.mark.parametrize(("language", "other"), PAIRS)
@pytest.mark.parametrize("code", CODES)
def test_every_instrument_prints_as_a_sheet(project_folder: Path, code: str, language: str, other: str) -> None:
    pack = a_pack(code)
    printer = PdfPrinter(project_folder / "resources" / "fonts")
    document = make_instrument_sheet(SheetWish(pack, language, other, SKILLS, "7K3Q-M2X9", "2026-0001"), OCCASION)
    client = load_tongue(other, TRANSLATIONS) if other else None
    pages = PdfReader(io.BytesIO(printer.print_document(document, german(), client))).pages
    texts = [page.extract_text() for page in pages]
    assert all("7K3Q-M2X9" in text for text in texts)
    lines = sheet_lines(pack, SKILLS)
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    known = {item.code for section in pack.sections for item in section.items}
    words = [pack.words(language, f"item.{line.item.code}") for line in lines if line.item.code in known]
    flat = "".join("".join(texts).split())
    missing = [one for one in words if "".join(one.split()) not in flat]
    assert len(missing) <= len(words) // 10, missing  # hyphens part some words at the end of a line
