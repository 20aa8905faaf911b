"""The canvas of ReportLab without what an archive refuses: fonts that are not embedded, dates of the machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo
from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    import io


class _NoProperties(PDFInfo):  # type: ignore[misc]  # ReportLab carries no types
    """Nothing: what the file says about itself is written with its metadata."""

    def format(self, document: Any) -> Any:
        """Return an empty dictionary in the form that a PDF has it in."""
        return PDFDictionary({}).format(document)


class _BareCanvas(Canvas):  # type: ignore[misc]  # ReportLab carries no types
    """A canvas whose pages name no font that is not embedded (ReportLab's own begin with Helvetica)."""

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"


def make_canvas(file: io.BytesIO, width: float, height: float) -> Any:
    """Return a canvas that draws into a file; sizes in points. Nothing is packed yet: `archive` does that at once."""
    canvas = _BareCanvas(file, pagesize=(width, height), pageCompression=0, invariant=1, pdfVersion=(1, 7))
    canvas._doc.info = _NoProperties()  # noqa: SLF001  (ReportLab writes no file without dates otherwise)
    return canvas
