"""How long our paper takes against WeasyPrint, which sets the same words in the same fonts in the same run.

WeasyPrint lives in an environment of its own, so that nothing of the program depends on it: the environment variable
IQ_WEASYPRINT names a Python that has it (it needs Pango of the system). It gets the easier task: words without charts,
tags and tables, and fonts that are looked up once.
"""

from __future__ import annotations

import html
import os
import subprocess
from functools import partial
from typing import TYPE_CHECKING, Final

import pytest

from iq_desktop.app.sample import sample_case
from iq_desktop.documents.kinds import DOCUMENT_KINDS
from iq_desktop.documents.occasion import Occasion
from iq_desktop.domain.centre import Adviser, Centre
from iq_desktop.pdf.printer import PdfPrinter
from iq_desktop.wording.tongue import load_tongue
from tests.benchmark.conftest import median_ms
from tests.pdf.accessibility import read_aloud
from tests.support.builders import TODAY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.benchmark.conftest import Note

pytestmark = pytest.mark.benchmark

OTHER_PYTHON: Final = os.environ.get("IQ_WEASYPRINT", "")
TIMES: Final = 15
PROGRAM: Final = """
import statistics, sys, time
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
page, fonts, times = open(sys.argv[1], encoding="utf-8").read(), FontConfiguration(), int(sys.argv[2])
def print_it():
    HTML(string=page).write_pdf(font_config=fonts)
print_it()
taken = []
for _ in range(times):
    begin = time.perf_counter()
    print_it()
    taken.append((time.perf_counter() - begin) * 1000)
print(statistics.median(taken))
"""
STYLE: Final = """
@page {{ size: A4; margin: 18mm }}
@font-face {{ font-family: Noto; src: url("{folder}/NotoSans-Regular.ttf") }}
@font-face {{ font-family: NotoBold; src: url("{folder}/NotoSans-Bold.ttf") }}
@font-face {{ font-family: NotoArabic; src: url("{folder}/NotoSansArabic-Regular.ttf") }}
body {{ font: 9.5pt/1.38 Noto, NotoArabic }} h1, h2 {{ font-family: NotoBold, NotoArabic }}
"""


def as_page(paper: bytes, fonts: Path) -> str:
    """Return the words of a paper as a page of HTML, headings as headings and all else as paragraphs."""
    parts = [
        f'<{kind} dir="auto" lang="{said.language}">{html.escape(said.words)}</{kind}>'
        for said in read_aloud(paper)
        for kind in (said.kind.lower() if said.kind in {"H1", "H2"} else "p",)
    ]
    return f"<!DOCTYPE html><meta charset=utf-8><style>{STYLE.format(folder=fonts.as_uri())}</style>{''.join(parts)}"


@pytest.mark.skipif(not OTHER_PYTHON, reason="IQ_WEASYPRINT names no Python that has WeasyPrint")
@pytest.mark.parametrize("code", ["", "ar"], ids=["german", "german and arabic"])
def test_a_profile_is_made_in_half_the_time_of_weasyprint(
    project_folder: Path, tmp_path: Path, note: Note, code: str
) -> None:
    fonts = project_folder / "resources" / "fonts"
    german = load_tongue("de", project_folder / "translations")
    client = load_tongue(code, project_folder / "translations") if code else None
    occasion = Occasion(Centre("Beratungsstelle"), Adviser("1", "Frau Öztürk"), TODAY)
    profile = next(kind for kind in DOCUMENT_KINDS if kind.name == "competence-profile").make(sample_case(), occasion)
    print_it = partial(PdfPrinter(fonts).print_document, profile, german, client)
    page = tmp_path / "page.html"
    page.write_text(as_page(print_it(), fonts), encoding="utf-8")
    other = subprocess.run(
        [OTHER_PYTHON, "-c", PROGRAM, str(page), str(TIMES)], capture_output=True, check=True, text=True
    )
    ours, floor = median_ms(print_it, TIMES), float(other.stdout)
    note(f"profile in {code or 'one language'}, tagged, against WeasyPrint", ours, floor, "0.5 x")
