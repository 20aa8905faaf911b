"""Files to take in as scans: sound ones, and damaged and hostile ones of many kinds, each made by ourselves."""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING, Any, Final

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from iq_desktop.domain.scan import MOST_PAGES

if TYPE_CHECKING:
    from collections.abc import Callable

SCRIPT: Final = "app.alert(1)"


def a_pdf(pages: int = 1, words: str = "Zeugnis") -> bytes:
    """Return a sound PDF with a line of words on each page."""
    pdf = pikepdf.new()
    for number in range(pages):
        pdf.add_blank_page(page_size=(595, 842))
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        page = pdf.pages[number].obj
        page.Resources = Dictionary(Font=Dictionary(F1=font))
        page.Contents = pdf.make_stream(f"BT /F1 40 Tf 80 700 Td ({words} {number + 1}) Tj ET".encode())
    return saved(pdf)


def saved(pdf: pikepdf.Pdf, **options: Any) -> bytes:
    """Return the bytes of a PDF."""
    written = io.BytesIO()
    pdf.save(written, **options)
    return written.getvalue()


def a_png(width: int = 40, height: int = 30, *, told: tuple[int, int] | None = None) -> bytes:
    """Return a PNG picture; `told` is the size that its head tells, where that shall be a lie."""
    row = b"\0" + b"\x20\x80\xa0" * width
    head = struct.pack(">IIBBBBB", *(told or (width, height)), 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", head)
        + _chunk(b"IDAT", zlib.compress(row * height, 1))
        + _chunk(b"IEND", b"")
    )


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def a_jpeg(width: int = 40, height: int = 30) -> bytes:
    """Return a JPEG picture of 100 dots per inch: else its bytes would depend on the screen, if there is one."""
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QColor, QImage

    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    picture.setDotsPerMeterX(_DOTS_PER_METRE)
    picture.setDotsPerMeterY(_DOTS_PER_METRE)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert picture.save(buffer, "JPG")  # type: ignore[call-overload]  # PySide's words for it name bytes only
    return bytes(buffer.data().data())


_DOTS_PER_METRE: Final = 3937
DEVICE: Final = b"Telefon X9"
PLACE: Final = struct.pack(">6I", 52, 1, 31, 1, 1234, 100)
"""Degrees, minutes and seconds as a camera writes them."""
FILM: Final = b"\0\0\0\x18ftypmp42" + PLACE


def exif(orientation: int) -> bytes:
    """Return what a camera writes: device, how it was held, and where it was."""
    entries = (
        struct.pack(">HHII", 0x010F, 2, len(DEVICE), 50),
        struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0),
        struct.pack(">HHII", 0x8825, 4, 1, 50 + len(DEVICE)),
    )
    gps = struct.pack(">HHHII", 1, 2, 5, 3, 68 + len(DEVICE)) + struct.pack(">I", 0)
    return b"MM\0*" + struct.pack(">IH", 8, len(entries)) + b"".join(entries) + b"\0" * 4 + DEVICE + gps + PLACE


def a_photograph(width: int = 40, height: int = 30, orientation: int = 1) -> bytes:
    """Return a JPEG as a telephone makes it: place, device, a comment, words of an editor, and a film behind it."""
    jpeg = a_jpeg(width, height)
    told = (
        (0xE1, b"Exif\0\0" + exif(orientation)),
        (0xE1, b"http://ns.adobe.com/xap/1.0/\0" + DEVICE),
        (0xED, b"Photoshop 3.0\0" + DEVICE),
        (0xFE, DEVICE),
        (0xE2, b"MPF\0" + PLACE),
    )
    segments = b"".join(b"\xff" + bytes((mark,)) + struct.pack(">H", len(words) + 2) + words for mark, words in told)
    return jpeg[:20] + segments + jpeg[20:] + FILM


def a_picture_with_words(orientation: int = 1) -> bytes:
    """Return a PNG in which place, device and words stand beside the picture, and more behind its end."""
    png = a_png()
    told = ((b"eXIf", exif(orientation)), (b"tEXt", b"Author\0" + DEVICE), (b"tIME", b"\x07\xea\x0b\x17\0\0\0"))
    return png[:33] + b"".join(_chunk(name, words) for name, words in told) + png[33:] + FILM


def _with(change: Callable[[pikepdf.Pdf], None], **options: Any) -> bytes:
    with pikepdf.open(io.BytesIO(a_pdf())) as pdf:
        change(pdf)
        return saved(pdf, **options)


def _script_at_opening(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(SCRIPT))


def _script_by_name(pdf: pikepdf.Pdf) -> None:
    action = pdf.make_indirect(Dictionary(S=Name.JavaScript, JS=pdf.make_stream(SCRIPT.encode())))
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("one"), action])))


def _script_of_page(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS=String(SCRIPT)))


def _launching(pdf: pikepdf.Pdf) -> None:
    action = Dictionary(S=Name.Launch, F=String("calc.exe"))
    note = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 100, 100]), A=action)
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])


def _sending(pdf: pikepdf.Pdf) -> None:
    chained = Dictionary(S=Name.SubmitForm, F=String("https://example.org"))
    pdf.Root.OpenAction = Dictionary(S=Name.GoTo, D=Array([pdf.pages[0].obj, Name.Fit]), Next=chained)


def _attached(pdf: pikepdf.Pdf) -> None:
    inside = pdf.make_stream(b"MZ" + b"\0" * 99)
    inside.Type = Name.EmbeddedFile
    spec = pdf.make_indirect(Dictionary(Type=Name.Filespec, F=String("a.exe"), EF=Dictionary(F=inside)))
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([String("a.exe"), spec])))


def _pinned(pdf: pikepdf.Pdf) -> None:
    inside = pdf.make_stream(b"MZ" + b"\0" * 99)
    spec = Dictionary(Type=Name.Filespec, F=String("a.exe"), EF=Dictionary(F=inside))
    note = Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=Array([0, 0, 9, 9]), FS=spec)
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])


def _forms(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=pdf.make_stream(b"<xdp/>"))


def active_pdfs() -> dict[str, bytes]:
    """Return PDFs in which something runs, starts, sends or is attached, each of which can be made harmless."""
    return {
        "script at opening": _with(_script_at_opening),
        "script by name": _with(_script_by_name),
        "script of a page": _with(_script_of_page),
        "starts a program": _with(_launching),
        "sends a form": _with(_sending),
        "attached file": _with(_attached),
        "pinned file": _with(_pinned),
        "form of another kind": _with(_forms),
        "packed into object streams": _with(_script_at_opening, object_stream_mode=pikepdf.ObjectStreamMode.generate),
    }


def _huge_picture(pdf: pikepdf.Pdf) -> None:
    picture = pdf.make_stream(zlib.compress(b"\0" * 1000))
    picture.Type, picture.Subtype = Name.XObject, Name.Image
    picture.Width, picture.Height = 60_000, 60_000
    picture.BitsPerComponent, picture.ColorSpace, picture.Filter = 8, Name.DeviceRGB, Name.FlateDecode
    pdf.pages[0].obj.Resources.XObject = Dictionary(I=picture)


def _locked() -> bytes:
    with pikepdf.open(io.BytesIO(a_pdf())) as pdf:
        return saved(pdf, encryption=pikepdf.Encryption(owner="o", user="u", R=6))


def _bent(content: bytes, at: int) -> bytes:
    return content[:at] + bytes((content[at] ^ 0x55,)) + content[at + 1 :]


def refused_files() -> dict[str, tuple[bytes, str, str]]:
    """Return content, ending and code of the fault of files that are refused, by what is wrong with them."""
    pdf, png, jpeg = a_pdf(3), a_png(), a_jpeg()
    return {
        "nothing in it": (b"", ".pdf", "empty"),
        "a program": (b"MZ\x90\0" + b"\0" * 200, ".pdf", "unknown"),
        "words": (b"just some words", ".png", "unknown"),
        "a web page": (b"<html><script>1</script></html>", ".pdf", "unknown"),
        "an archive": (b"PK\x03\x04" + b"\0" * 99, ".pdf", "unknown"),
        "a drawing with scripts": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", ".png", "unknown"),
        "a TIFF": (b"II*\0" + b"\0" * 99, ".jpg", "unknown"),
        "a PNG called PDF": (png, ".pdf", "other_ending"),
        "a PDF called JPEG": (pdf, ".jpg", "other_ending"),
        "a PDF called a program": (pdf, ".exe", "other_ending"),
        "half a PDF": (pdf[: len(pdf) // 2], ".pdf", "cut_off"),
        "a PDF of its head": (b"%PDF-1.7\n%%EOF", ".pdf", "damaged"),
        "a PDF with a bent table": (pdf.replace(b"startxref\n", b"startxref\n9"), ".pdf", "damaged"),
        "a PDF without pages": (saved(pikepdf.new()), ".pdf", "no_page"),
        "a PDF with too many pages": (a_pdf(MOST_PAGES + 1), ".pdf", "many_pages"),
        "a locked PDF": (_locked(), ".pdf", "locked"),
        "a PDF with a huge picture": (_with(_huge_picture), ".pdf", "many_points"),
        "half a PNG": (png[:-20], ".png", "cut_off"),
        "a PNG of its head": (png[:33], ".png", "cut_off"),
        "a bent PNG": (_bent(png, 45), ".png", "damaged"),
        "a PNG without points": (png[:33] + _chunk(b"IEND", b""), ".png", "damaged"),
        "a PNG that says it is huge": (a_png(told=(50_000, 50_000)), ".png", "many_points"),
        "a PNG that says it is long": (a_png(told=(90_000, 2)), ".png", "many_points"),
        "a PNG of no size": (a_png(told=(0, 30)), ".png", "damaged"),
        "a PNG that unpacks to less than it says": (a_png(8, 8, told=(800, 800)), ".png", "damaged"),
        "a JPEG without its end": (jpeg[:-30], ".jpg", "cut_off"),
        "a JPEG of its head": (jpeg[:8], ".jpg", "cut_off"),
        "a JPEG without points": (jpeg[:2] + jpeg[-2:] + b"\0\0", ".jpg", "damaged"),
        "a JPEG that says it is huge": (_grown(jpeg), ".jpg", "many_points"),
    }


def _grown(jpeg: bytes) -> bytes:
    """Return a JPEG whose head tells the largest size there is."""
    at = jpeg.index(b"\xff\xc0") + 5
    return jpeg[:at] + b"\xff\xff\xff\xff" + jpeg[at + 4 :]
