"""Consents, the language passport and the simple wording say what the case says, and leave nothing of it out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from iq_desktop.documents.blocks import Facts, LanguagePassport, Listing, Sentences, Signatures, TickTable, Typed
from iq_desktop.documents.consent_paper import MEANINGS, make_consent_paper
from iq_desktop.documents.kinds import DOCUMENT_KINDS
from iq_desktop.documents.language_passport import MEANINGS as LEVELS
from iq_desktop.documents.language_passport import in_order, make_language_passport
from iq_desktop.documents.occasion import Occasion
from iq_desktop.documents.simple_wording import SIMPLE, with_wording
from iq_desktop.documents.withdrawal_paper import has_withdrawals, make_withdrawal_paper
from iq_desktop.domain.centre import Adviser, Centre, Wording
from iq_desktop.domain.consent import CONSENT_WORDING, Consent, Purpose, Release
from iq_desktop.domain.language_skill import AssessedBy, LanguageSkill, Level, Skill
from iq_desktop.domain.situation import Script, Situation
from iq_desktop.wording.text import joined, say
from tests.documents.reading import all_words, flat, spoken, tables
from tests.support.builders import TODAY
from tests.support.full_cases import a_usual_case, an_empty_case, an_overfull_case

OCCASION = Occasion(Centre("Beratungsstelle", phone="030 1"), Adviser("a", "A. Krüger"), TODAY)
USUAL = a_usual_case()
SPEAKING = [kind for kind in DOCUMENT_KINDS if kind.speaks_to_client]


def said(document: Any) -> str:
    return "\n".join(all_words(document))


def blocks_of(document: Any, kind: type) -> list[Any]:
    return [block for block in flat(document.blocks) if isinstance(block, kind)]


def test_what_holds_is_told_and_what_does_not_is_asked() -> None:
    paper = make_consent_paper(USUAL, OCCASION)
    given = tables(paper)[0]
    assert [row[0] for row in given] == ["Keep a case file for the counselling"]
    assert CONSENT_WORDING in given[0][2]
    assert "In writing" in given[0][2]
    assert "Arabic" in given[0][2]
    asked = blocks_of(paper, TickTable)[0]
    assert [spoken(row.words).split(". ")[0] for row in asked.rows] == [
        "Count the counselling in anonymous statistics",
        "Pass data on for a referral that we agreed",
        "Ask again after six months",
    ]
    assert [spoken(step) for step in asked.steps] == ["Yes", "No"]


def test_what_was_withdrawn_stands_there_and_is_asked_again() -> None:
    release = Release("Jobcenter", "Kurs", TODAY, withdrawn_on=TODAY, id="r")
    paper = make_consent_paper(replace(USUAL, releases=(release,)), OCCASION)
    rows = [row for block in blocks_of(paper, Facts) for row in block.rows]
    withdrawn = {spoken(label): spoken(value) for label, value in rows if "withdrawn" in spoken(value)}
    assert set(withdrawn) == {"Count the counselling in anonymous statistics", "Jobcenter"}
    assert "No release was given." in said(paper)


def test_a_release_names_one_recipient_and_what_may_be_told() -> None:
    releases = (Release("Jobcenter Neukölln", "Ob der Kurs begonnen hat", TODAY, id="r"), Release(id="nobody"))
    paper = make_consent_paper(replace(USUAL, releases=releases), OCCASION)
    rows = tables(paper)[1]
    assert [row[:2] for row in rows] == [["Jobcenter Neukölln", "Ob der Kurs begonnen hat"]]


def test_a_person_without_any_consent_is_asked_for_all() -> None:
    paper = make_consent_paper(an_empty_case(), OCCASION)
    assert len(blocks_of(paper, TickTable)[0].rows) == len(Purpose) == len(MEANINGS)
    assert "What you agreed to" not in said(paper)


def test_nothing_is_asked_where_everything_was_agreed() -> None:
    consents = tuple(Consent(purpose, TODAY, "ar", CONSENT_WORDING) for purpose in Purpose)
    paper = make_consent_paper(replace(USUAL, consents=consents), OCCASION)
    assert len(tables(paper)[0]) == len(Purpose)
    assert not blocks_of(paper, TickTable)


@pytest.mark.parametrize("case", [an_empty_case(), USUAL, an_overfull_case()], ids=["empty", "usual", "overfull"])
def test_consents_say_how_they_are_withdrawn_and_are_signed(case: Any) -> None:
    paper = make_consent_paper(case, OCCASION)
    assert "at any time" in said(paper)
    assert "030 1" in said(paper)
    assert len(blocks_of(paper, Signatures)) == 1


def test_every_assessment_has_its_row_the_best_founded_first() -> None:
    skills = (
        LanguageSkill("de", AssessedBy.SELF, Level.B1, id="1"),
        LanguageSkill("ar", AssessedBy.SELF, Level.C2, id="2"),
        LanguageSkill("de", AssessedBy.CERTIFICATE, Level.A2, assessed_on=TODAY, proof="Zertifikat A2", id="3"),
        LanguageSkill("ckb", id="4"),
        LanguageSkill("", id="5"),
    )
    assert [one.id for one in in_order(skills)] == ["3", "1", "2", "4"]
    paper = make_language_passport(replace(USUAL, languages=skills), OCCASION)
    picture = blocks_of(paper, LanguagePassport)[0]
    assert [(row.language, spoken(row.assessed_by)) for row in picture.rows] == [
        ("de", "Certificate"),
        ("de", "Own assessment"),
        ("ar", "Own assessment"),
        ("ckb", "Own assessment"),
    ]
    assert len(picture.skills) == len(Skill)
    assert tables(paper) == [[["German", "Certificate", "Nov 3, 2026", "Zertifikat A2"]]]


def test_scripts_and_levels_are_told() -> None:
    case = replace(USUAL, situation=Situation(scripts=(Script.ARABIC, Script.LATIN)))
    words = said(make_language_passport(case, OCCASION))
    assert "Arabic script, Latin script" in words
    assert all(spoken(text) in words for text in LEVELS.values())


def test_a_passport_without_languages_says_so() -> None:
    paper = make_language_passport(an_empty_case(), OCCASION)
    assert "No language was assessed yet." in said(paper)
    assert not blocks_of(paper, Listing)


def names_in(message: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", message))


def test_simple_words_have_the_same_values_and_are_other_words() -> None:
    standard = [text.message for text, _simple in SIMPLE]
    assert len(standard) == len(set(standard))
    for text, simple in SIMPLE:
        assert names_in(text.message) == names_in(simple.message)
        assert text.message != simple.message
        assert simple.message not in standard


@pytest.mark.parametrize("kind", SPEAKING, ids=lambda kind: kind.name)
@pytest.mark.parametrize("case", [an_empty_case(), USUAL, an_overfull_case()], ids=["empty", "usual", "overfull"])
def test_simple_wording_loses_nothing_that_was_typed(kind: Any, case: Any) -> None:
    document = kind.make(case, OCCASION)
    simple = with_wording(document, Wording.SIMPLE)
    assert with_wording(document, Wording.STANDARD) == document
    assert simple != document or kind.name == "what-we-agreed"  # which is in simple words anyway
    assert typed_in(simple) == typed_in(document)
    left = set(all_words(simple)) & {spoken(text) for text, _simple in SIMPLE if not names_in(text.message)}
    assert not left


def typed_in(document: Any) -> list[Any]:
    found: list[Any] = []

    def walk(value: Any) -> None:
        if isinstance(value, Typed):
            found.append(value)
        elif isinstance(value, tuple):
            for one in value:
                walk(one)
        elif hasattr(value, "__dataclass_fields__"):
            for name in value.__dataclass_fields__:
                walk(getattr(value, name))

    walk(document)
    return found


def test_a_text_within_a_text_becomes_simple_too() -> None:
    inner = joined((say("Own view"), say("Adviser's view")), ", ")
    document = make_consent_paper(USUAL, OCCASION)
    changed = with_wording(replace(document, blocks=(Sentences(inner),)), Wording.SIMPLE)
    assert said(changed.blocks[0]) == "You say, We say"


def test_a_withdrawal_says_what_stops_what_holds_and_asks_for_nothing() -> None:
    again = Consent(Purpose.STATISTICS, TODAY, "ar", CONSENT_WORDING, id="again")
    gone = Consent(Purpose.REFERRAL, TODAY, "ar", CONSENT_WORDING, withdrawn_on=TODAY, id="gone")
    releases = (
        Release("Jobcenter", "Kurs", TODAY, withdrawn_on=TODAY, id="r"),
        Release("Kammer", "Alles", TODAY, id="holds"),
    )
    case = replace(USUAL, consents=(*USUAL.consents, again, gone), releases=releases)
    paper = make_withdrawal_paper(case, OCCASION)
    consents, told = tables(paper)
    assert [(row[0], row[2]) for row in consents] == [
        ("Count the counselling in anonymous statistics", "You agreed again on Nov 3, 2026."),
        ("Pass data on for a referral that we agreed", "We pass nothing on any more."),
    ]
    assert [(row[0], row[2]) for row in told] == [("Jobcenter", "We tell nothing there any more.")]
    holds = {spoken(label) for block in blocks_of(paper, Facts) for label, _day in block.rows}
    assert holds == {Purpose.COUNSELLING.label.message, Purpose.STATISTICS.label.message, "Kammer", "How you reach us"}
    assert not blocks_of(paper, TickTable)
    assert [spoken(one) for one in blocks_of(paper, Signatures)[0].lines] == [
        "Place, date",
        "Signature of the adviser",
    ]
    assert has_withdrawals(case)


def test_whoever_withdrew_nothing_reads_that() -> None:
    case = replace(USUAL, consents=(), releases=())
    words = said(make_withdrawal_paper(case, OCCASION))
    assert "Nothing was withdrawn." in words
    assert "No consent and no release holds any more." in words
    assert not has_withdrawals(case)
    assert has_withdrawals(replace(case, releases=(Release("Jobcenter", withdrawn_on=TODAY, id="r"),)))
