"""What everything on paper is: the tree of elements, what is no content, and that our checks find what is wrong."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import ImageCms

from iq_desktop.documents.blocks import Heading, Listing, Radar, RadarSpoke, RatingRow, Ratings, Typed
from iq_desktop.pdf.archive_colours import srgb_profile
from iq_desktop.wording.text import say
from tests.pdf.accessibility import find_faults, read_aloud
from tests.pdf.samples import NOTES, a_document, a_printer, invented, notes, print_blocks
from tests.support.tongues import english

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS: Final = tuple((Typed(f"Word {number}", NOTES), Typed("x", NOTES)) for number in range(80))
TABLE: Final = Listing((say("Name"), say("Notes")), ROWS, (0.5, 0.5))
CHART: Final = Radar(
    tuple(RadarSpoke(Typed(word, NOTES), 2, 3) for word in ("one", "two", "three")),
    4,
    say("Name"),
    say("Notes"),
    say("Competence profile"),
)
RATED: Final = Ratings((RatingRow(Typed("Cooking", NOTES), 3, None, 4),), say("Name"), *[say("Notes")] * 3)


@pytest.fixture(scope="module")
def paper() -> bytes:
    return print_blocks(Heading(NOTES), notes("Words " * 300), CHART, RATED, TABLE, client=invented("ar"))


def test_a_good_paper_has_no_faults(paper: bytes) -> None:
    assert find_faults(paper) == []


def test_a_table_over_pages_is_one_table_with_one_head(paper: bytes) -> None:
    said = [one for one in read_aloud(paper) if one.words.strip().startswith("Word ")]
    assert [one.words.strip() for one in said] == [f"Word {number}" for number in range(80)]
    with pikepdf.open(io.BytesIO(paper)) as pdf:
        assert len(pdf.pages) > 2
        kinds = [str(kid.S) for kid in pdf.Root.StructTreeRoot.K.K]
        assert kinds.count("/Table") == 2
        listing = [kid for kid in pdf.Root.StructTreeRoot.K.K if str(kid.S) == "/Table"][-1]
        assert [str(part.S) for part in listing.K] == ["/THead", "/TBody"]
        assert len(listing.K[1].K) == 80


def test_a_paragraph_over_pages_is_one_paragraph() -> None:
    words = " ".join(f"w{number}" for number in range(3000))
    said = [one for one in read_aloud(print_blocks(notes(words))) if one.words.startswith("w0 ")]
    assert [one.words.strip() for one in said] == [words]


def test_words_from_right_to_left_are_heard_in_the_order_of_reading() -> None:
    words = "ليلى حدّاد, § 14 BQFG, 2026"
    (said,) = [one for one in read_aloud(print_blocks(notes(words))) if "BQFG" in one.words]
    assert (said.words, said.language) == (words, "ar")


def test_a_chart_is_told_in_words(paper: bytes) -> None:
    figures = [one.words for one in read_aloud(paper) if one.kind == "Figure"]
    assert figures == ["Competence profile", "Evidence: grade 4 of 5"]


def test_a_draft_mark_is_no_content() -> None:
    draft = a_printer().print_document(a_document(notes("Words"), is_draft=True), english(), None)
    assert find_faults(draft) == []
    assert not any("Draft" in one.words for one in read_aloud(draft))


def test_the_profile_of_the_colours_is_that_of_srgb() -> None:
    profile = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
    assert ImageCms.getProfileDescription(profile).strip() == "sRGB"
    assert profile.profile.xcolor_space == "RGB "
    known = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).profile
    for name in ("red", "green", "blue"):
        ours, theirs = getattr(profile.profile, f"{name}_colorant"), getattr(known, f"{name}_colorant")
        assert max(abs(a - b) for a, b in zip(ours[0], theirs[0], strict=True)) < 0.001


def first(pdf: pikepdf.Pdf, kind: str) -> Any:
    """Return the first element of a kind."""
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        node = waiting.pop(0)
        if not isinstance(node, pikepdf.Dictionary) or "/S" not in node:
            continue
        if str(node.S) == f"/{kind}":
            return node
        kids: Any = node.get("/K", [])
        waiting = [*(kids if isinstance(kids, Array) else [kids]), *waiting]
    raise LookupError(kind)


def drawn_again(pdf: pikepdf.Pdf, change: Callable[[bytes], bytes]) -> None:
    """Change what is drawn on the first page."""
    page = pdf.pages[0]
    page.contents_coalesce()
    page.obj.Contents = pdf.make_stream(change(page.obj.Contents.read_bytes()))


def a_font(pdf: pikepdf.Pdf) -> Any:
    """Return a font of the first page."""
    return next(iter(pdf.pages[0].resources.Font.values()))


def _swap_ways_back(pdf: pikepdf.Pdf) -> None:
    ways = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    ways[0], ways[1] = ways[1], ways[0]


def _say_another_part(pdf: pikepdf.Pdf) -> None:
    metadata = pdf.Root.Metadata
    metadata.write(metadata.read_bytes().replace(b"pdfaid:part>2<", b"pdfaid:part>9<"))


def _forget_words(pdf: pikepdf.Pdf) -> None:
    words = a_font(pdf).ToUnicode
    words.write(words.read_bytes().replace(b"<0001> <", b"<0001> <> <", 1))


def _nothing(_pdf: pikepdf.Pdf) -> None:
    """Plant no defect."""


DEFECTS: Final[dict[str, Callable[[pikepdf.Pdf], Any]]] = {
    "a line outside of any mark": lambda pdf: drawn_again(pdf, lambda code: b"0 0 m 9 9 l S\n" + code),
    "words outside of any mark": lambda pdf: drawn_again(pdf, lambda code: code.replace(b"/Artifact", b"/Span", 1)),
    "a mark that is not ended": lambda pdf: drawn_again(pdf, lambda code: code + b"\n/Artifact BMC"),
    "a number that nobody knows": lambda pdf: drawn_again(pdf, lambda code: code.replace(b"/MCID 0", b"/MCID 900", 1)),
    "ways back that are exchanged": _swap_ways_back,
    "no ways back": lambda pdf: pdf.Root.StructTreeRoot.__delitem__("/ParentTree"),
    "an element that holds nothing": lambda pdf: first(pdf, "P").__delitem__("/K"),
    "no tree": lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"),
    "a file that is not said to be tagged": lambda pdf: pdf.Root.__delitem__("/MarkInfo"),
    "no language": lambda pdf: pdf.Root.__delitem__("/Lang"),
    "a title that is not shown": lambda pdf: pdf.Root.ViewerPreferences.__delitem__("/DisplayDocTitle"),
    "no metadata": lambda pdf: pdf.Root.__delitem__("/Metadata"),
    "metadata of another archive": _say_another_part,
    "no profile of the colours": lambda pdf: pdf.Root.__delitem__("/OutputIntents"),
    "a font that is not embedded": lambda pdf: a_font(pdf).DescendantFonts[0].FontDescriptor.__delitem__("/FontFile2"),
    "codes without words": _forget_words,
    "a figure without words": lambda pdf: first(pdf, "Figure").__delitem__("/Alt"),
    "a figure without a place": lambda pdf: first(pdf, "Figure").__delitem__("/A"),
    "a heading that leaves out a level": lambda pdf: first(pdf, "H2").__setattr__("S", Name.H3),
    "a cell outside of a row": lambda pdf: first(pdf, "TR").__setattr__("S", Name.Div),
    "a row that is shorter": lambda pdf: first(pdf, "TR").__setattr__("K", first(pdf, "TR").K[0]),
    "a head without its way": lambda pdf: first(pdf, "TH").__delitem__("/A"),
    "pages without an order": lambda pdf: pdf.pages[0].obj.__delitem__("/Tabs"),
    "a program in the file": lambda pdf: pdf.Root.__setattr__(
        "OpenAction", Dictionary(S=Name.JavaScript, JS=String(""))
    ),
    "colours that mix with what lies below": lambda pdf: pdf.pages[0].resources.__setattr__(
        "ExtGState", Dictionary(a=Dictionary(BM=Name.Multiply))
    ),
    "a note that no element holds": lambda pdf: pdf.pages[0].obj.__setattr__(
        "Annots", Array([Dictionary(Subtype=Name.Text)])
    ),
}


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_planted_defect_is_found(paper: bytes, defect: str) -> None:
    assert find_faults(_bent(paper, DEFECTS[defect]))
    assert not find_faults(_bent(paper, _nothing))


def _bent(paper: bytes, plant: Callable[[pikepdf.Pdf], Any]) -> bytes:
    with pikepdf.open(io.BytesIO(paper)) as pdf:
        plant(pdf)
        bent = io.BytesIO()
        pdf.save(bent)
    return bent.getvalue()
