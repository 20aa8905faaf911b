"""The printer: a document and one or two tongues become a PDF, in memory."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import Document, PaperSize
from iq_desktop.pdf.fonts import load_fonts
from iq_desktop.pdf.furniture import make_furniture
from iq_desktop.pdf.looks import A4, A5
from iq_desktop.pdf.pages import paginate
from iq_desktop.pdf.paper import Paper
from iq_desktop.pdf.problems import naming
from iq_desktop.pdf.render import render_block
from iq_desktop.pdf.voices import Voices

if TYPE_CHECKING:
    from iq_desktop.wording.tongue import Tongue

_SCALES: Final = {PaperSize.A4: A4, PaperSize.A5: A5}


@dataclass(frozen=True, slots=True)
class PdfPrinter:
    """What turns documents into PDF with the fonts of a folder (the port `usecases.ports.Printer`)."""

    fonts: Path

    def print_document(self, document: Document, adviser: Tongue, client: Tongue | None) -> bytes:
        """Return the PDF; bilingual where `client` is given. Raises IqError naming the field of a missing glyph."""
        voices = Voices(load_fonts(self.fonts), _SCALES[document.size], adviser, client)
        with naming(document.title):
            return _draw(document, voices)


def _draw(document: Document, voices: Voices) -> bytes:
    scale = voices.scale
    furniture = make_furniture(document, voices)
    items = [item for block in document.blocks for item in render_block(block, voices)]
    pages = paginate(items, scale.inner, furniture.body_height(1), furniture.body_height(2))
    paper = Paper(scale.width, scale.height, voices.adviser.speak(document.title), document.author, voices.adviser.code)
    for number, placed in enumerate(pages, 1):
        furniture.draw_below(paper, number)
        top = furniture.body_top(number)
        for piece, y in placed:
            piece.draw(paper, scale.margin, top + y, scale.inner)
        furniture.draw_foot(paper, number, len(pages))
        paper.end_page()
    return paper.finish()
