"""Reads our PDFs back, glyph by glyph: which words stand where, in the order in which they are seen."""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import pikepdf

from iq_desktop.pdf.bidi import line_levels, paragraph_level, resolve_levels, visual_order
from iq_desktop.pdf.script_runs import is_drawn

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEX = re.compile(rb"<([0-9A-Fa-f]*)>\s*<([0-9A-Fa-f]*)>")


_HEARD: Final = "BDC EMC BT Tf Tm TJ Tj"
NO_WORDS = "\u200b"
"""What stands for glyphs whose words belong to another one."""


@dataclass
class PrintedLine:
    """A line of words: its page from 1, its place in points from the lower left, its words as they are seen."""

    page: int
    left: float
    right: float
    baseline: float
    size: float
    words: str

    @property
    def height(self) -> float:
        """How high the letters stand above the baseline."""
        return self.size * 0.72


@dataclass
class _Font:
    words: dict[int, str]
    widths: dict[int, float]


@dataclass
class _Pen:
    """What the operators of a page have set so far."""

    font: _Font | None = None
    size: float = 0.0
    x: float = 0.0
    y: float = 0.0
    marks: list[bool] = field(default_factory=list)
    """For each marked sequence that is open, whether it reads as nothing."""
    lines: list[PrintedLine] = field(default_factory=list)


def read_lines(pdf: bytes) -> list[PrintedLine]:
    """Return every line of a PDF in the order of drawing."""
    return [line for page in _read_pages(pdf) for line in page]


def read_page_words(pdf: bytes) -> list[str]:
    """Return the words of each page, lines parted by line ends."""
    return ["\n".join(line.words for line in page) for page in _read_pages(pdf)]


def _read_pages(pdf: bytes) -> list[list[PrintedLine]]:
    with pikepdf.open(io.BytesIO(pdf)) as file:
        fonts: dict[str, _Font] = {}
        return [list(_read_page(page, number, fonts)) for number, page in enumerate(file.pages, 1)]


def _read_page(page: Any, number: int, fonts: dict[str, _Font]) -> Iterator[PrintedLine]:
    by_name, pen = page.resources.Font, _Pen()
    for one in pikepdf.parse_content_stream(page, _HEARD):
        _obey(pen, number, str(one.operator), one.operands, by_name, fonts)
    return (line for line in pen.lines if line.words)


def as_seen(words: str, base: int | None = None) -> str:
    """Return words in the order of seeing, as one line; marks stay behind their letters, nothing is mirrored."""
    words = unicodedata.normalize("NFC", words)
    base = paragraph_level(words) if base is None else base
    levels = line_levels(words, resolve_levels(words, base), 0, len(words), base)
    letters = [(index, levels[index]) for index, character in enumerate(words) if _begins_letter(character)]
    ends = [index for index, _ in letters[1:]] + [len(words)] * bool(letters)
    whole = ["".join(filter(is_drawn, words[start:end])) for (start, _), end in zip(letters, ends, strict=True)]
    return "".join(whole[place] for place in visual_order([level for _, level in letters]))


def _begins_letter(character: str) -> bool:
    return is_drawn(character) and not unicodedata.combining(character)


def _obey(pen: _Pen, page: int, operator: str, operands: Any, by_name: Any, fonts: dict[str, _Font]) -> None:
    if operator == "BDC":
        pen.marks.append("/ActualText" in operands[1] and str(operands[1].ActualText) == "")
    elif operator == "EMC":
        pen.marks.pop()
    elif operator == "BT" and not any(pen.marks):
        pen.lines.append(PrintedLine(page, 0, 0, 0, 0, ""))
    elif operator == "Tf":
        name = str(operands[0])
        if name not in fonts:
            fonts[name] = _read_font(by_name[name])
        pen.font, pen.size = fonts[name], float(operands[1])
    elif operator == "Tm":
        pen.x, pen.y = float(operands[4]), float(operands[5])
    elif operator in {"TJ", "Tj"} and not any(pen.marks):
        _show(pen, operands[0] if operator == "TJ" else [operands[0]])


def _show(pen: _Pen, shown: Any) -> None:
    line = pen.lines[-1]
    assert pen.font is not None
    if not line.words:
        line.left, line.baseline, line.size = pen.x, pen.y, pen.size
    for part in shown:
        if not isinstance(part, pikepdf.String):
            pen.x -= float(part) * pen.size / 1000
            continue
        raw = bytes(part)
        for start in range(0, len(raw), 2):
            code = raw[start] * 256 + raw[start + 1]
            line.words += pen.font.words[code]
            pen.x += pen.font.widths[code] * pen.size / 1000
    line.right = max(line.right, pen.x)


def _as_seen_in_glyph(words: str) -> str:
    """Return the words of one glyph in the order of seeing (a ligature of a right-to-left script is turned)."""
    letters = re.findall(r".[̀-ًͯ-ٰٟۖ-ۭ]*", words)
    turned = any(unicodedata.bidirectional(letter[0]) in {"R", "AL"} for letter in letters)
    return "".join(reversed(letters)) if turned else words


def _read_font(font: Any) -> _Font:
    descendant = font.DescendantFonts[0]
    first, widths = descendant.W
    assert first == 1
    cmap = font.ToUnicode.read_bytes()
    words = {
        int(code, 16): _as_seen_in_glyph(bytes.fromhex(text.decode()).decode("utf-16-be").replace(NO_WORDS, ""))
        for code, text in _HEX.findall(cmap[cmap.index(b"beginbfchar") :])
    }
    return _Font(words, {code: float(width) for code, width in enumerate(widths, 1)})
