"""Fonts within one PDF: only the glyphs that were drawn, each code standing for a glyph and for the text it means.

ReportLab's own fonts hold 256 characters each and name joined Arabic shapes by private code points, which nobody can
copy out again. Here a code is a pair of glyph and words, so that every reader finds the words behind the shapes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from iq_desktop.pdf.fonts import Font

_DROPPED_TABLES: Final = ("GSUB", "GPOS", "GDEF", "name", "post", "cmap", "OS/2", "gasp", "vhea", "vmtx")
_NO_WORDS: Final = "\u200b"
"""What marks stand for whose words belong to another glyph: every code of an archive has its words."""
_SYMBOLIC: Final = 4
_STEM: Final = 80
_CMAP: Final = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


@dataclass(slots=True, eq=False)
class EmbeddedFont:
    """A font as it grows while one document is drawn."""

    font: Font
    resource: str
    _codes: dict[tuple[int, str], int] = field(default_factory=dict)

    def code(self, glyph: int, words: str) -> str:
        """Return the code of a glyph that stands for some words, as four hexadecimal digits."""
        key = (glyph, words)
        code = self._codes.get(key)
        if code is None:
            code = self._codes[key] = len(self._codes) + 1
        return f"{code:04X}"

    def addObjects(self, document: Any) -> None:  # noqa: N802  (ReportLab calls it by this name when it writes the file)
        """Add the font to the resources of the document."""
        fonts = document.idToObject["BasicFonts"].dict
        fonts[self.resource] = document.Reference(self._composite(document), f"font:{self.font.name}")

    def _composite(self, document: Any) -> Any:
        name = pdfdoc.PDFName(f"{_subset_tag(len(self._codes))}+{self.font.name}")
        cid_font = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("CIDFontType2"),
                "BaseFont": name,
                "CIDSystemInfo": pdfdoc.PDFDictionary(
                    {
                        "Registry": pdfdoc.PDFString("Adobe"),
                        "Ordering": pdfdoc.PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "FontDescriptor": document.Reference(self._descriptor(document, name), f"about:{self.font.name}"),
                "DW": 0,
                "W": pdfdoc.PDFArray([1, pdfdoc.PDFArray(self._widths())]),
                "CIDToGIDMap": _stream(document, self._glyph_numbers(), f"glyphs:{self.font.name}"),
            }
        )
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": name,
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray([document.Reference(cid_font, f"codes:{self.font.name}")]),
                "ToUnicode": _stream(document, self._words_of_codes(), f"words:{self.font.name}"),
            }
        )

    def _descriptor(self, document: Any, name: Any) -> Any:
        extents = self.font.shaper.get_font_extents("ltr")
        scale = 1000 / self.font.units_per_em
        ascent, descent = round(extents.ascender * scale), round(extents.descender * scale)
        capital = self.font.shaper.get_metric_position_with_fallback(hb.OTMetricsTag.CAP_HEIGHT)
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("FontDescriptor"),
                "FontName": name,
                "Flags": _SYMBOLIC,
                "FontBBox": pdfdoc.PDFArray([-1000, descent, 2000, ascent]),
                "ItalicAngle": 0,
                "Ascent": ascent,
                "Descent": descent,
                "CapHeight": round(capital * scale),
                "StemV": _STEM,
                "FontFile2": _stream(document, self._subset(), f"file:{self.font.name}", measured=True),
            }
        )

    def _subset(self) -> bytes:
        """Return the font file with the outlines of the drawn glyphs only, under their old numbers."""
        wish = hb.SubsetInput()
        wish.glyph_set.update({glyph for glyph, _ in self._codes})
        flags = hb.SubsetFlags
        wish.flags = flags.RETAIN_GIDS | flags.NO_LAYOUT_CLOSURE | flags.NOTDEF_OUTLINE | flags.NO_HINTING
        wish.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _DROPPED_TABLES)
        data: bytes = hb.subset(self.font.face, wish).blob.data
        return data

    def _widths(self) -> list[int]:
        return [round(self.font.advance(glyph) * 1000 / self.font.units_per_em) for glyph, _ in self._codes]

    def _glyph_numbers(self) -> bytes:
        return b"\0\0" + b"".join(glyph.to_bytes(2, "big") for glyph, _ in self._codes)

    def _words_of_codes(self) -> bytes:
        lines = [
            f"<{code:04X}> <{(words or _NO_WORDS).encode('utf-16-be').hex().upper()}>"
            for (_, words), code in self._codes.items()
        ]
        blocks = [
            f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar"
            for block in (lines[start : start + 100] for start in range(0, len(lines), 100))
        ]
        return _CMAP.format(blocks="\n".join(blocks)).encode("ascii")


def _subset_tag(number: int) -> str:
    """Return the six letters that mark a font as a part of the whole one."""
    letters = ""
    for _ in range(6):
        number, rest = divmod(number, 26)
        letters += chr(ord("A") + rest)
    return letters


def _stream(document: Any, content: bytes, name: str, *, measured: bool = False) -> Any:
    stream = pdfdoc.PDFStream()
    stream.content = content
    if measured:
        stream.dictionary["Length1"] = len(content)
    stream.filters = [pdfdoc.PDFZCompress]
    return document.Reference(stream, name)
