"""Whole documents, printed and read back."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import unicodedata
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from iq_desktop.documents.blocks import (
    Block,
    Code,
    Document,
    Facts,
    Heading,
    KeepTogether,
    LanguagePassport,
    LanguageRow,
    Listing,
    PaperSize,
    Pictogram,
    Point,
    Points,
    Radar,
    RadarSpoke,
    RatingRow,
    Ratings,
    Sentences,
    Signatures,
    Typed,
)
from iq_desktop.pdf.problems import MissingGlyph
from iq_desktop.wording.languages import PAPER_LANGUAGES
from iq_desktop.wording.text import as_it_is, say
from iq_desktop.wording.tongue import load_tongue
from tests.pdf.reading import PrintedLine, as_seen, read_lines, read_page_words
from tests.pdf.samples import NOTES, a_document, a_printer, documents_of, invented, notes, print_blocks
from tests.support.full_cases import a_usual_case, an_empty_case, an_overfull_case
from tests.support.tongues import TRANSLATIONS, english, german

CASES = {"empty": an_empty_case(), "usual": a_usual_case(), "overfull": an_overfull_case()}
NAMES = (
    "Käthe Großmann-Öztürk",
    "İpek Şahin-Yıldız",
    "Łukasz Dvořák-Žižek",
    "Ştefăniță Țepeș",
    "Nguyễn Thị Hằng",
    "O’Connor, D'Angelo & Søn",
    "Марія Шевченко-Їжакевич",
    "Ђорђе Ћирић",
    "Αλέξανδρος Παπαδόπουλος",
    "ليلى الخطيب",
    "محمّد عبد الرَّحمٰن",
    "زهرا موسوی‌نژاد",
    "ژیان ئەحمەد ڕەسووڵ",
    "ګل مکۍ ښایسته",
    "ላይላ ኣል-ካቲብ",
    "Fatima فاطمة الخطيب (geb. حداد)",
    "السيدة Öztürk-Großmann (§ 14 BQFG, 3 Monate)",
    "Nr. 12 – رقم 34/56 – № 7",
    "Lejla Çelik, Əli Qızı, Ñandú",
)
THREE_ROWS = ((1, 4, 5), (None, 2, 0), (4, None, 3))


def is_mixed(words: str) -> bool:
    """Return whether words run in both directions."""
    classes = {unicodedata.bidirectional(character) for character in words}
    return bool(classes & {"R", "AL"}) and bool(classes & {"L", "EN"})


def without_marks(words: str) -> str:
    """Return words without vowel marks and joiners (readers turn letters around, and lose where their marks were)."""
    return "".join(c for c in unicodedata.normalize("NFD", words) if unicodedata.category(c) not in {"Mn", "Cf"})


def every_block() -> tuple[Block, ...]:
    """Return one block of each kind, each with words of its own."""
    spokes = tuple(RadarSpoke(Typed(f"Spoke {n}", NOTES), float(n % 4), float(4 - n % 4)) for n in range(7))
    rows = tuple(RatingRow(Typed(f"Skill {n}", NOTES), *row) for n, row in enumerate(THREE_ROWS))
    points = tuple(Point(Typed(f"Point {p.value}", NOTES, "نقطة"), say("You"), say("soon"), p) for p in Pictogram)
    return (
        Heading(say("Heading")),
        Sentences(say("A sentence.")),
        Sentences(Typed("Small words", NOTES), is_small=True),
        Facts(tuple((say("Label {n}", n=n), Typed(f"Fact {n}", NOTES)) for n in range(5))),
        KeepTogether((Radar(spokes, 4, say("Own view"), say("Other view"), say("Picture")),)),
        Ratings(rows, say("Competence"), say("Own"), say("Other"), say("Evidence")),
        LanguagePassport((LanguageRow("ar", say("Test"), (6, 3, 0, None, 1)),), tuple(map(as_it_is, "ABCDE"))),
        Points(points),
        Listing((say("Course"), say("Place")), ((Typed("B2", NOTES), say("Town")),), (0.6, 0.4)),
        Code(("ABCD", "EFGH", "JKMN", "PQRS", "TVWX")),
        Signatures((say("Place, date"), say("Signature"))),
    )


@pytest.mark.parametrize("client", [None, "ar", "uk", "ti"])
@pytest.mark.parametrize("size", list(CASES))
def test_nothing_overlaps_and_nothing_leaves_the_paper(size: str, client: str | None) -> None:
    for document in documents_of(CASES[size]):
        pdf = a_printer().print_document(document, english(), invented(client) if client else None)
        lines = read_lines(pdf)
        width, height = (float(n) for n in PdfReader(io.BytesIO(pdf)).pages[0].mediabox.upper_right)
        assert [line for line in lines if not 20 < line.left <= line.right < width - 20] == []
        assert [line for line in lines if not 15 < line.baseline < height - 15] == []
        assert overlapping(lines) == []


@pytest.mark.parametrize("code", PAPER_LANGUAGES)
@pytest.mark.parametrize("size", list(CASES))
def test_every_document_prints_with_the_real_translations(size: str, code: str) -> None:
    client = load_tongue(code, TRANSLATIONS)
    for document in documents_of(CASES[size]):
        assert overlapping(read_lines(a_printer().print_document(document, german(), client))) == []


def overlapping(lines: list[PrintedLine]) -> list[tuple[str, str]]:
    """Return the words of lines of one page that stand on each other."""
    by_height = sorted(lines, key=lambda line: (line.page, -line.baseline))
    found = []
    for number, upper in enumerate(by_height):
        for lower in by_height[number + 1 :]:
            if lower.page != upper.page or lower.baseline < upper.baseline - 30:
                break
            touch = lower.baseline + lower.height > upper.baseline + 0.1 and lower.left < upper.right - 0.1
            if touch and upper.left < lower.right - 0.1:
                found.append((upper.words, lower.words))
    return found


def test_the_usual_profile_has_two_pages_in_one_language_and_in_two() -> None:
    profile = documents_of(CASES["usual"])[0]
    for client in (None, invented("ar"), invented("uk")):
        assert len(PdfReader(io.BytesIO(a_printer().print_document(profile, german(), client))).pages) == 2


@pytest.mark.parametrize("client", [None, "ar"])
def test_every_kind_of_block_shows_its_words(client: str | None) -> None:
    words = "\n".join(read_page_words(print_blocks(*every_block(), client=invented(client) if client else None)))
    expected = ["Heading", "A sentence.", "Small words", "Fact 4", "Spoke 6", "Skill 2", "Arabic", "C2", "–", "EFGH"]
    expected += [f"Point {picture.value}" for picture in Pictogram] + ["Own view", "B2", "Place, date", "by", "soon"]
    assert [one for one in expected if one not in words and one != "by"] == []
    assert as_seen("نقطة") in words  # what somebody wrote for the client stands on paper of one language too


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_read_back_as_it_was_typed(name: str) -> None:
    assert as_seen(name) in read_page_words(print_blocks(notes(name)))[0].splitlines()


@pytest.mark.parametrize("name", [name for name in NAMES if not is_mixed(name)])
def test_pypdf_reads_names_in_the_order_of_reading(name: str) -> None:
    text = PdfReader(io.BytesIO(print_blocks(notes(name)))).pages[0].extract_text()
    assert without_marks(name) in without_marks(text)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
@pytest.mark.parametrize("name", NAMES)
def test_poppler_reads_what_is_seen(name: str) -> None:
    """Poppler marks right-to-left stretches with embeddings: laid out again they look like what was typed."""
    command = ["pdftotext", "-enc", "UTF-8", "-", "-"]
    read = subprocess.run(command, input=print_blocks(notes(name)), capture_output=True, check=True).stdout.decode()
    seen = [squeezed(without_marks(as_seen(line, 0))) for line in read.splitlines()]
    assert squeezed(without_marks(as_seen(name))) in seen
    if not re.search(r"[A-Za-z0-9]", name):
        plain = re.sub(r"[\u202a-\u202e]", "", read)
        assert without_marks(name) in without_marks(plain)


def squeezed(words: str) -> str:
    """Return words without spaces: readers place those at the borders of directions as they like."""
    return re.sub(r"\s+", "", words)


def test_ten_thousand_characters_are_all_there() -> None:
    sentence = "Frau Öztürk-Großmann (39) hat 6 Jahre in Aleppo genäht & verkauft; „sehr gut“ – sagt sie. "
    words = (sentence * 120)[:10_000]
    pages = read_page_words(print_blocks(notes(words)))
    assert len(pages) > 1
    assert words.replace(" ", "") in re.sub(r"Page\d.*?\n|\s", "", "\n".join(body_of(page) for page in pages))


def body_of(page: str) -> str:
    """Return the words of a page without head and foot."""
    ours = ("Competence profile", "Case 2026", "Page ", "This profile is no official")
    return "\n".join(line for line in page.splitlines() if not line.startswith(ours))


def test_ten_thousand_arabic_characters_keep_their_lines_in_order() -> None:
    words = " ".join(f"كلمة{number}" for number in range(1000))
    pages = read_page_words(print_blocks(notes(words)))
    numbers = [
        int(n) for page in pages for line in body_of(page).splitlines() for n in reversed(re.findall(r"\d+", line))
    ]
    assert numbers == list(range(1000))


@pytest.mark.parametrize(
    "block",
    [
        notes("bitte 😀 lesen"),
        Facts(((say("Label"), Typed("Ꭰ", NOTES)),)),
        Points((Point(Typed("🡒", NOTES), say("You")),)),
        Listing((say("Course"),), ((Typed("ߊ", NOTES),),), (1.0,)),
        Ratings((RatingRow(Typed("ok", NOTES, "😀"), 1, 1, 1),), say("a"), say("b"), say("c"), say("d")),
    ],
)
def test_a_missing_glyph_stops_the_printing_and_names_the_field(block: Block) -> None:
    with pytest.raises(MissingGlyph) as problem:
        print_blocks(block, client=invented("ar"))
    assert problem.value.field == NOTES
    assert english().speak(problem.value.text).startswith("In “Notes” stands the character “")


def test_signs_that_advisers_paste_are_printed_in_both_directions() -> None:
    signs = "→ ← ✓ ✗ ☐ ☑ ≥ ≤ ≠ • ■ ● ★ … € „ “ – —"
    pdf = print_blocks(notes(signs), notes(f"شهادة {signs}"), Points((Point(Typed(signs, NOTES), say("You")),)))
    words = squeezed(read_page_words(pdf)[0])
    assert words.count(squeezed(signs)) == 2
    assert set(squeezed(signs)) <= set(squeezed(as_seen(f"شهادة {signs}")))
    assert squeezed(as_seen(f"شهادة {signs}")) in words


def test_a_missing_glyph_in_our_own_words_names_the_document() -> None:
    with pytest.raises(MissingGlyph) as problem:
        print_blocks(Sentences(say("😀")))
    assert problem.value.field == say("Competence profile")


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="<>&\\()[]{}%/'\"$#@;:=ab\u00e9", min_size=1, max_size=40))
def test_markup_prints_literally(words: str) -> None:
    page = body_of(read_page_words(print_blocks(notes(f"x{words}x")))[0])
    assert squeezed(f"x{words}x") in squeezed(page)


def test_invisible_characters_leave_no_trace() -> None:
    page = read_page_words(print_blocks(notes("a\u0000b\u200ec\u2068d\u2069e\ufefff\u0007")))[0]
    assert "abcdef" in page


def test_the_same_document_gives_the_same_bytes() -> None:
    first, second = (print_blocks(*every_block(), client=invented("ar")) for _ in range(2))
    assert first == second


def test_every_font_is_embedded_and_no_other_is_named() -> None:
    reader = PdfReader(io.BytesIO(print_blocks(*every_block(), client=invented("ti"))))
    for page in reader.pages:
        resources = page["/Resources"].get_object()
        names = set()
        for font in resources["/Font"].values():  # type: ignore[index]  # pypdf types a dictionary as any object
            descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
            assert "/FontFile2" in descriptor
            names.add(font["/BaseFont"].split("+")[1].partition("-")[0])
        assert names == {"NotoSans", "NotoSansArabic", "NotoSansEthiopic"}


def test_the_file_tells_title_author_and_language() -> None:
    document = replace(a_document(notes("x")), author="IQ Beratung")
    reader = PdfReader(io.BytesIO(a_printer().print_document(document, english(), None)))
    assert reader.metadata
    assert (reader.metadata.title, reader.metadata.author) == ("Competence profile", "IQ Beratung")
    assert reader.metadata.creation_date is None
    assert str(reader.root_object["/Lang"]) == "en"


@pytest.mark.parametrize(("size", "expected"), [(PaperSize.A4, (595, 842)), (PaperSize.A5, (420, 595))])
def test_the_paper_is_as_large_as_asked(size: PaperSize, expected: tuple[int, int]) -> None:
    document = replace(a_document(notes("x")), size=size)
    box = PdfReader(io.BytesIO(a_printer().print_document(document, english(), None))).pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == expected


def test_pages_are_counted_on_every_page() -> None:
    pages = read_page_words(print_blocks(notes("Wort " * 3000)))
    assert len(pages) >= 3
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        assert "Competence profile" in page


def test_an_unreviewed_translation_is_marked_and_a_reviewed_one_is_not() -> None:
    legend = "* The text in this language has not been reviewed yet: Arabic."
    assert legend in read_page_words(print_blocks(notes("x"), client=invented("ar")))[0]
    assert legend not in read_page_words(print_blocks(notes("x"), client=invented("ar", "A. Reviewer, 2026")))[0]
    assert legend not in read_page_words(print_blocks(notes("x")))[0]


def test_a_draft_says_so_and_a_final_one_does_not() -> None:
    draft, final = (
        a_printer().print_document(a_document(notes("x"), is_draft=d), english(), None) for d in (True, False)
    )
    assert "Draft" in read_page_words(draft)[0]
    assert "Draft" not in read_page_words(final)[0]


def test_the_table_head_stands_on_every_page_of_the_table() -> None:
    rows = tuple(RatingRow(Typed(f"Skill {n}", NOTES), 1, 2, 3) for n in range(90))
    block = Ratings(rows, say("Ability"), say("Own"), say("Other"), say("Evidence"))
    pages = read_page_words(print_blocks(block))
    assert len(pages) > 1
    assert all("Ability" in page for page in pages)
    found = [int(n) for page in pages for n in re.findall(r"Skill (\d+)", page)]
    assert found == list(range(90))


def test_letters_of_a_radar_never_stand_on_each_other() -> None:
    for count in (3, 5, 8, 12, 16):
        long = "Vorschriften zum Umgang mit Kundschaft in betrieblichen Abläufen"
        spokes = tuple(
            RadarSpoke(Typed(f"{long} {n}", NOTES, "إجراء محادثات مع الزبائن"), 1.0, None) for n in range(count)
        )
        pdf = print_blocks(Radar(spokes, 4, say("Own"), say("Other"), say("Picture")), client=invented("ar"))
        assert overlapping([line for line in read_lines(pdf) if line.size > 7]) == []


def test_empty_blocks_take_no_room() -> None:
    empty = (Facts(()), KeepTogether(()), Points(()), Signatures(()))
    assert read_page_words(print_blocks(*empty)) == read_page_words(print_blocks())


def test_lines_are_drawn_from_top_to_bottom() -> None:
    lines = [line for line in read_lines(print_blocks(notes("Wort " * 200))) if line.words.startswith("Wort")]
    assert all(upper.baseline > lower.baseline for upper, lower in pairwise(lines))


def test_documents_speak_both_tongues() -> None:
    document: Document = documents_of(CASES["usual"])[1]
    words = read_page_words(a_printer().print_document(document, german(), invented("ar")))[0]
    assert german().speak(document.title) in words
    assert as_seen(invented("ar").speak(document.title) + "*", 1) in words
