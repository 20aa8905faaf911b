"""The printer: a document and one or two tongues become a PDF, in memory."""

from __future__ import annotations

from dataclasses import dataclass, replace
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
    from iq_desktop.pdf.furniture import Furniture
    from iq_desktop.pdf.pages import Placed
    from iq_desktop.wording.tongue import Tongue

_SCALES: Final = {PaperSize.A4: A4, PaperSize.A5: A5}
_AIRS: Final = (1.35, 1.2, 1.1, 1.0, 0.95, 0.88, 0.8, 0.72)
"""How airily blocks may stand, from wide to tight."""
_MANY_PAGES: Final = 4
"""Documents of more pages are set as usual: no room that is won there shows."""


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
    pages = _lay_out(document, voices, furniture)
    paper = Paper(scale.width, scale.height, voices.adviser.speak(document.title), document.author, voices.adviser.code)
    for number, placed in enumerate(pages, 1):
        furniture.draw_below(paper, number)
        top = furniture.body_top(number)
        for one in placed:
            one.piece.draw(paper, scale.margin, top + one.y, scale.inner)
        furniture.draw_foot(paper, number, len(pages))
        furniture.draw_above(paper)
        paper.end_page()
    return paper.finish()


def _lay_out(document: Document, voices: Voices, furniture: Furniture) -> list[list[Placed]]:
    """Return the pieces of each page: on the fewest pages that will do, and on those as airily as they allow.

    Where usual room leaves place for what grows (lines for notes), no airier setting takes it away.
    """
    usual = _paginate(document, voices, furniture, 1.0)
    if len(usual) > _MANY_PAGES:
        return usual
    tight = _paginate(document, voices, furniture, _AIRS[-1])
    for air in _AIRS[:-1]:
        pages = _paginate(document, voices, furniture, air)
        if len(pages) <= len(tight) and (air <= 1 or _has_grown(pages) or not _has_grown(usual)):
            return pages
    return tight


def _has_grown(pages: list[list[Placed]]) -> bool:
    return any(placed.has_grown for page in pages for placed in page)


def _paginate(document: Document, voices: Voices, furniture: Furniture, air: float) -> list[list[Placed]]:
    set_voices = replace(voices, scale=replace(voices.scale, air=air))
    items = [item for block in document.blocks for item in render_block(block, set_voices)]
    return paginate(items, voices.scale.inner, furniture.body_height(1), furniture.body_height(2))
