"""The house style: notices with pictures, minor headings, facts without a second label, certificates on one page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest

from iq_desktop.documents.agreement import make_agreement
from iq_desktop.documents.blocks import Facts, Heading, Letterhead, Pictogram, Sentences, Typed
from iq_desktop.documents.certificates import make_counselling_certificate, make_participation_certificate
from iq_desktop.documents.consent_paper import make_consent_paper
from iq_desktop.documents.notice import Notice
from iq_desktop.documents.occasion import Occasion
from iq_desktop.documents.slip import make_slip
from iq_desktop.documents.support_plan import make_support_plan
from iq_desktop.domain.centre import Adviser, Centre
from iq_desktop.domain.referral import AgreedPoint
from iq_desktop.wording.text import as_it_is, say
from iq_desktop.wording.tongue import load_tongue
from tests.pdf.accessibility import find_faults, read_aloud
from tests.pdf.reading import read_lines, read_page_words
from tests.pdf.samples import a_document, a_printer
from tests.pdf.test_letters import MARK, a_logo
from tests.support.builders import TODAY
from tests.support.full_cases import a_usual_case, an_empty_case, an_overfull_case
from tests.support.tongues import TRANSLATIONS

if TYPE_CHECKING:
    from iq_desktop.documents.blocks import Block, Document

CENTRE: Final = Centre("Beratung Nord", phone="030 1", email="nord@example.org")
OCCASION: Final = Occasion(CENTRE, Adviser("a", "A. Krüger"), TODAY)
HEAD: Final = Letterhead("Beratung Nord", ("Verein e. V.", "Weg 1 · 12043 Berlin", "030 1"), "Gefördert.", a_logo())
CASES: Final = {"empty": an_empty_case(), "usual": a_usual_case(), "overfull": an_overfull_case()}


def print_blocks(*blocks: Block, client: str = "") -> bytes:
    return print_it(a_document(*blocks), client)


def print_it(document: Document, client: str = "ar") -> bytes:
    other = load_tongue(client, TRANSLATIONS) if client else None
    return a_printer().print_document(document, load_tongue("de", TRANSLATIONS), other)


@pytest.mark.parametrize("client", ["", "ar", "uk", "tr"])
def test_a_notice_is_heard_in_both_languages_and_its_number_once(client: str) -> None:
    question = say("Something is not clear? Please call us.")
    paper = print_blocks(
        Notice(Pictogram.TELEPHONE, question, Typed("030 12345", say("Counselling centre"))), client=client
    )
    assert find_faults(paper) == []
    heard = [one.words for one in read_aloud(paper)]
    assert sum("030 12345" in words for words in heard) == 1
    for code in filter(None, ("de", client)):
        assert any(load_tongue(code, TRANSLATIONS).speak(question) in words for words in heard)


def test_a_minor_heading_is_a_heading_of_the_third_level() -> None:
    blocks = (Heading(say("Procedures")), Heading(say("Recognition"), is_minor=True), Sentences(say("Notes")))
    paper = print_blocks(*blocks)
    assert find_faults(paper) == []
    kinds = {one.words: one.kind for one in read_aloud(paper)}
    assert (kinds["Verfahren"], kinds["Anerkennung"]) == ("H2", "H3")


def test_facts_whose_labels_are_the_same_in_both_languages_name_them_once() -> None:
    paper = print_blocks(Facts(((as_it_is("B1"), say("Notes")), (as_it_is("B2"), say("Notes")))), client="uk")
    assert find_faults(paper) == []
    words = read_page_words(paper)[0].split()
    assert words.count("B1") == words.count("B2") == 1
    assert words.count("Нотатки") == words.count("Notizen") == 2


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("client", ["", "ar", "uk", "tr"])
@pytest.mark.parametrize("is_final", [True, False])
@pytest.mark.parametrize("make", [make_counselling_certificate, make_participation_certificate])
def test_a_certificate_with_a_logo_has_one_page(case: str, client: str, *, is_final: bool, make: object) -> None:
    document = replace(make(CASES[case], OCCASION), letterhead=HEAD)  # type: ignore[operator]  # one of both makers
    marked = replace(document, final=MARK) if is_final else replace(document, is_draft=True)
    assert len(read_page_words(print_it(marked, client))) == 1


@pytest.mark.parametrize("client", ["", "ar", "uk", "tr"])
def test_the_slip_of_usual_points_has_one_page_with_a_letterhead(client: str) -> None:
    slip = replace(make_slip(CASES["usual"], OCCASION), letterhead=HEAD, final=MARK)
    (page,) = read_page_words(print_it(slip, client))
    assert "030 1" in page


@pytest.mark.parametrize("make", [make_slip, make_consent_paper])
def test_with_a_letterhead_the_centre_is_named_once_above_the_words(make: object) -> None:
    document = make(CASES["usual"], OCCASION)  # type: ignore[operator]  # one of both makers
    page = read_page_words(print_it(replace(document, letterhead=HEAD), ""))[0]
    assert page.count("Beratung Nord") == 1
    assert "A. Krüger" in page


def test_a_sentence_that_leads_to_a_table_stands_above_it() -> None:
    lines = read_lines(print_it(make_consent_paper(CASES["overfull"], OCCASION)))
    (led,) = [line for line in lines if line.words.startswith("Nur mit diesen Personen")]
    heads = [line for line in lines if line.words.startswith("Wer darf etwas erfahren")]
    assert heads[0].page == led.page
    assert heads[0].baseline < led.baseline


@pytest.mark.parametrize("make", [make_support_plan, make_agreement])
def test_what_was_written_for_the_client_stands_on_paper_of_one_language_too(make: object) -> None:
    own = "በጃኹም ምስክር ወረቐት ሒዝኩም ምጹ"
    point = AgreedPoint("Zeugnisse mitbringen", own, id="p")
    case = replace(CASES["usual"], agreement=(point,), goals=(), duties=())
    for client in ("", "uk"):
        words = " ".join(read_page_words(print_it(make(case, OCCASION), client)))  # type: ignore[operator]  # a maker
        assert own in words
        assert "Zeugnisse mitbringen" in words
