"""Drawn paper becomes a file for archives and for people who hear it: PDF/A-2a and PDF/UA-1.

ReportLab has drawn; pikepdf adds the tree of elements, what the file says about itself, and what its colours mean.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final, NamedTuple
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from iq_desktop.pdf.archive_colours import srgb_profile
from iq_desktop.pdf.tagging_tree import write_tree

if TYPE_CHECKING:
    from iq_desktop.pdf.tagging import Marks

_PACKED: Final = pikepdf.ObjectStreamMode.generate
_MAKER: Final = "IQ Desktop"
_METADATA: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{author}<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{maker}</xmp:CreatorTool>
<pdf:Producer>{maker}</pdf:Producer>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
_AUTHOR: Final = "<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\n"


class About(NamedTuple):
    """What a file says about itself; no dates, since the day of printing stands in the document."""

    title: str
    author: str
    language: str


def finish_archive(drawn: bytes, about: About, marks: Marks) -> bytes:
    """Return the file of drawn pages; the same bytes for the same pages."""
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        write_tree(pdf, marks)
        _describe(pdf, about)
        _name_colours(pdf)
        for page in pdf.pages:
            page.obj.Tabs = Name.S
            for needless in ("/Trans", "/Rotate"):
                if needless in page.obj:
                    del page.obj[needless]
        finished = io.BytesIO()
        pdf.save(finished, min_version="1.7", deterministic_id=True, object_stream_mode=_PACKED)
    return finished.getvalue()


def _describe(pdf: pikepdf.Pdf, about: About) -> None:
    root = pdf.Root
    author = _AUTHOR.format(author=escape(about.author)) if about.author else ""
    words = _METADATA.format(
        title=escape(about.title), author=author, language=escape(about.language), maker=escape(_MAKER)
    )
    root.Metadata = pdf.make_stream(words.encode(), Type=Name.Metadata, Subtype=Name.XML)
    root.Lang = String(about.language)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
    said = {"/Title": about.title, "/Author": about.author, "/Creator": _MAKER, "/Producer": _MAKER}
    pdf.trailer.Info = pdf.make_indirect(Dictionary({name: String(words) for name, words in said.items() if words}))


def _name_colours(pdf: pikepdf.Pdf) -> None:
    profile = pdf.make_stream(srgb_profile(), N=3)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB"),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([intent])
