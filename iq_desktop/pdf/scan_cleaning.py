"""PDFs of others: what could run or is attached is left out, and what cannot be made harmless is refused.

A PDF without such things stays as it is, byte for byte. Actions are those of ISO 32000-2, 12.6.4.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import pikepdf

from iq_desktop.domain.scan import MOST_PAGES, MOST_PIXELS
from iq_desktop.usecases.scan_faults import FaultyScan, ScanFault

if TYPE_CHECKING:
    from collections.abc import Iterator

_ACTIONS: Final = frozenset(
    {
        "/JavaScript",
        "/Launch",
        "/SubmitForm",
        "/ImportData",
        "/GoToE",
        "/Rendition",
        "/Movie",
        "/Sound",
        "/RichMediaExecute",
    }
)
"""Actions that run, start, send or open something; going to a page or to an address on the web is harmless here."""
_ANNOTATIONS: Final = frozenset({"/FileAttachment", "/RichMedia", "/Screen", "/Movie", "/Sound", "/3D"})
_OF_ACTION: Final = ("/S", "/JS", "/F", "/Win", "/Unix", "/Mac", "/Next", "/R", "/AN", "/OP", "/T")
_DEEPEST: Final = 60
_END_WITHIN: Final = 2048
"""Bytes at the end of the file in which its end mark must stand."""


@dataclass(frozen=True, slots=True)
class CleanPdf:
    """A PDF in which nothing runs: its content, its pages, and whether something was left out."""

    content: bytes
    pages: int
    left_out: bool


def clean_pdf(content: bytes) -> CleanPdf:
    """Return a PDF without what could run or is attached; raises FaultyScan where it is not to be kept."""
    if b"%%EOF" not in content[-_END_WITHIN:]:
        raise FaultyScan(ScanFault.CUT_OFF)
    try:
        with pikepdf.open(io.BytesIO(content), attempt_recovery=False) as pdf:
            pages = _check_pages(pdf)
            if not _make_harmless(pdf):
                return CleanPdf(content, pages, left_out=False)
            written = io.BytesIO()
            pdf.save(written)
        _check_again(written.getvalue())
    except pikepdf.PasswordError:
        raise FaultyScan(ScanFault.LOCKED) from None
    except (pikepdf.PdfError, ValueError, TypeError, RuntimeError, RecursionError):
        raise FaultyScan(ScanFault.DAMAGED) from None
    return CleanPdf(written.getvalue(), pages, left_out=True)


def _check_pages(pdf: pikepdf.Pdf) -> int:
    count = len(pdf.pages)
    if not count:
        raise FaultyScan(ScanFault.NO_PAGE)
    if count > MOST_PAGES:
        raise FaultyScan(ScanFault.MANY_PAGES)
    pictures = (one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image")
    if any(_number(one, "/Width") * _number(one, "/Height") > MOST_PIXELS for one in pictures):
        raise FaultyScan(ScanFault.MANY_POINTS)
    return count


def _number(one: Any, key: str) -> int:
    try:
        return int(one.get(key, 0))
    except (TypeError, ValueError):
        return 0


def _check_again(content: bytes) -> None:
    """Raise FaultyScan unless the written PDF is harmless."""
    with pikepdf.open(io.BytesIO(content), attempt_recovery=False) as pdf:
        if _make_harmless(pdf):
            raise FaultyScan(ScanFault.DANGEROUS)


def _make_harmless(pdf: pikepdf.Pdf) -> bool:
    """Leave out what could run or is attached, and return whether there was anything."""
    found = False
    for page in pdf.pages:
        found = _drop_annotations(page.obj) or found
    for one in pdf.objects:
        for inner in _dictionaries(one):
            found = _harmless(inner) or found
    return found


def _drop_annotations(page: Any) -> bool:
    notes = page.get("/Annots")
    if not isinstance(notes, pikepdf.Array):
        return False
    kept = [note for note in notes if not (_is_dictionary(note) and _name(note, "/Subtype") in _ANNOTATIONS)]
    if len(kept) == len(notes):
        return False
    page["/Annots"] = pikepdf.Array(kept)
    return True


def _harmless(one: Any) -> bool:
    """Take out of one dictionary what runs or is attached, and return whether there was something."""
    if _name(one, "/S") in _ACTIONS or isinstance(one.get("/JS"), (pikepdf.String, pikepdf.Stream)):
        for key in _OF_ACTION:
            if key in one:
                del one[key]
        return True
    found = False
    for key in ("/EF", "/EmbeddedFiles", "/XFA"):
        if key in one and not isinstance(one.get(key), pikepdf.Stream | pikepdf.Name):
            del one[key]
            found = True
    if "/XFA" in one:
        del one["/XFA"]
        found = True
    if _is_name_tree_of_scripts(one):
        del one["/JavaScript"]
        found = True
    if isinstance(one, pikepdf.Stream) and _name(one, "/Type") == "/EmbeddedFile":
        is_empty = not one.read_raw_bytes()
        one.write(b"")
        found = found or not is_empty
    return found


def _is_name_tree_of_scripts(one: Any) -> bool:
    tree = one.get("/JavaScript")
    return _is_dictionary(tree) and any(key in tree for key in ("/Names", "/Kids"))


def _dictionaries(one: Any, depth: int = 0) -> Iterator[Any]:
    """Yield a dictionary, or the head of a stream, and all that stand in it directly; others are asked on their own."""
    if depth > _DEEPEST:
        raise FaultyScan(ScanFault.DAMAGED)
    if isinstance(one, pikepdf.Array):
        inside = list(one)
    elif _is_dictionary(one):
        yield one
        inside = [one.get(key) for key in list(one.keys())]
    else:
        return
    for inner in inside:
        if not getattr(inner, "is_indirect", True):
            yield from _dictionaries(inner, depth + 1)


def _is_dictionary(one: Any) -> bool:
    return isinstance(one, pikepdf.Dictionary | pikepdf.Stream)


def _name(one: Any, key: str) -> str:
    value = one.get(key)
    return str(value) if isinstance(value, pikepdf.Name) else ""
