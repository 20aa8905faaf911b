"""Both CVs: complete and in order of time with its gaps for recognition, newest first for applications."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from iq_desktop.documents.application_cv import make_application_cv
from iq_desktop.documents.blocks import LanguagePassport, Listing, Sentences, Signatures
from iq_desktop.documents.europass_cv import MOST_COMPETENCES, make_europass_cv
from iq_desktop.documents.occasion import Occasion
from iq_desktop.domain.biography import LifeEntry, LifeKind
from iq_desktop.domain.centre import Adviser, Centre
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.qualification import PaperForm, PaperKind, Qualification, WorkKind, WorkPeriod
from tests.documents.reading import all_words, entries, flat, spoken
from tests.support.builders import TODAY
from tests.support.full_cases import a_usual_case, an_empty_case, an_overfull_case

OCCASION = Occasion(Centre("Beratungsstelle"), Adviser("a", "A. Krüger"), dt.date(2026, 11, 3))
USUAL = a_usual_case()


def test_every_training_and_every_gainful_work_stands_in_it_once() -> None:
    for case in (replace(one, life=()) for one in (USUAL, an_overfull_case())):
        titles = [spoken(entry.words) for entry in entries(make_application_cv(case, OCCASION))]
        wanted = [one.title for one in case.qualifications]
        wanted += [work.title for work in case.works if work.kind is not WorkKind.CARE]
        assert [title for title in titles if title in wanted] != []
        assert {title: titles.count(title) for title in wanted} == {title: wanted.count(title) for title in wanted}


def test_times_stand_in_order_and_gaps_are_not_hidden() -> None:
    rows = entries(make_application_cv(USUAL, OCCASION))
    told = [(spoken(entry.when), spoken(entry.words), entry.is_pause) for entry in rows]
    assert told == [
        ("1996 to 2008", "Schule in Aleppo", False),
        ("09/2008 to 06/2011", "Kauffrau", False),
        ("2011 to about 2015", "Verkäuferin", False),
        ("since 01/2016", "Nothing is known of this time", True),
        ("", "Aushilfe auf dem Markt", False),
    ]


def test_why_somebody_did_not_work_stands_nowhere() -> None:
    flight = LifeEntry(LifeKind.JOURNEY, "über das Meer", "GR", PartialDate(2016), PartialDate(2026))
    words = "\n".join(all_words(make_application_cv(replace(USUAL, life=(flight,)), OCCASION)))
    assert "No training and no work in this time" in words
    assert "Meer" not in words
    assert "Mutter" not in words
    assert "Greece" not in words


def test_the_title_in_its_own_script_stands_below_the_german_one() -> None:
    (training,) = [one for one in entries(make_application_cv(USUAL, OCCASION)) if spoken(one.words) == "Kauffrau"]
    assert spoken(training.original) == "دبلوم تجارة"
    alone = Qualification("دبلوم تجارة", begun=PartialDate(2000), id="alone")
    case = replace(USUAL, qualifications=(alone,), works=(), life=())
    (training, _pause) = entries(make_application_cv(case, OCCASION))
    assert spoken(training.words) == "دبلوم تجارة"
    assert not spoken(training.original)


def test_the_law_is_named_with_its_day() -> None:
    footnote = spoken(make_application_cv(USUAL, OCCASION).footnote)
    assert "§ 5 (1) no. 1 BQFG" in footnote
    assert "2026" in footnote


def test_an_empty_cv_says_so_and_can_be_signed() -> None:
    blocks = list(flat(make_application_cv(an_empty_case(), OCCASION).blocks))
    assert Sentences in map(type, blocks)
    assert isinstance(blocks[-1], Signatures)


def test_work_and_training_stand_apart_and_newest_first() -> None:
    works = (
        WorkPeriod(title_de="alt", begun=PartialDate(2001), ended=PartialDate(2003), id="1"),
        WorkPeriod(title_de="ohne Jahr", id="2"),
        WorkPeriod(title_de="jetzt", begun=PartialDate(2020), is_going_on=True, id="3"),
        WorkPeriod(title_de="lange", begun=PartialDate(1999), ended=PartialDate(2010), id="4"),
    )
    document = make_europass_cv(replace(USUAL, works=works, life=()), OCCASION)
    titles = [spoken(entry.words) for entry in entries(document)]
    assert titles == ["jetzt", "lange", "alt", "ohne Jahr", "Kauffrau"]
    assert not any(entry.is_pause for entry in entries(document))


def test_languages_and_the_strongest_competences_stand_in_it() -> None:
    blocks = list(flat(make_europass_cv(an_overfull_case(), OCCASION).blocks))
    (table,) = [block for block in blocks if isinstance(block, Listing)]
    assert len(table.rows) == MOST_COMPETENCES
    assert any(isinstance(block, LanguagePassport) for block in blocks)


def test_annexes_are_papers_that_can_be_shown_and_prove_no_identity() -> None:
    certificate = replace(USUAL.papers[0], kind=PaperKind.CERTIFICATE, forms=(PaperForm.COPY,), id="1")
    papers = (
        certificate,
        replace(certificate, kind=PaperKind.REFERENCE, name="Zeugnis Markt", id="2"),
        replace(certificate, kind=PaperKind.REFERENCE, name="Verloren", forms=(PaperForm.LOST,), id="3"),
        replace(certificate, kind=PaperKind.IDENTITY, name="Reisepass", id="4"),
        replace(certificate, kind=PaperKind.RESIDENCE, name="Aufenthaltstitel", id="5"),
    )
    words = "\n".join(all_words(make_europass_cv(replace(USUAL, papers=papers), OCCASION)))
    assert "Zeugnis Markt" in words
    assert "Certificate of a qualification" in words
    assert not {"Verloren", "Reisepass", "Aufenthaltstitel"} & set(words.split("\n"))


def test_an_empty_cv_for_applications_says_so() -> None:
    words = list(all_words(make_europass_cv(an_empty_case(), replace(OCCASION, day=TODAY))))
    assert "Nothing was told yet." in words
