"""Results of talks as blocks: tables for each rule, what they rest on, and what they are not."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from iq_desktop.documents.blocks import Facts, Heading, KeepTogether, Listing, Sentences, TickTable, Typed
from iq_desktop.documents.interpreter_paper import STATEMENT, make_interpreter_paper
from iq_desktop.documents.occasion import Occasion
from iq_desktop.documents.profile import make_profile
from iq_desktop.documents.sections.talk_results import differences_section, talk_sections
from iq_desktop.documents.sections.talk_tables import signed, steps_table
from iq_desktop.documents.sums import Sums
from iq_desktop.documents.talk_report import TalkLine, TalkPart, TalkReports, TalkSide
from iq_desktop.domain.centre import Adviser, Centre
from iq_desktop.domain.competence import Independence
from iq_desktop.domain.contact import InterpreterRelation
from iq_desktop.domain.instrument import Rule
from iq_desktop.domain.interpreter_cards import INTERPRETER_CARDS
from iq_desktop.usecases.talk_paper import talk_reports
from iq_desktop.wording.text import as_it_is, say
from tests.support.builders import a_case
from tests.support.fakes import a_desk
from tests.support.finished_talks import with_finished_talks
from tests.support.full_cases import a_competence
from tests.support.tongues import TRANSLATIONS, german

if TYPE_CHECKING:
    from iq_desktop.documents.blocks import Block

OCCASION = Occasion(Centre("Beratungsstelle"), Adviser("1", "A. Krüger"), dt.date(2026, 11, 22))
FIVE = tuple(as_it_is(name) for name in "ABCDE")


def blocks() -> list[Block]:
    return list(talk_sections(talk_reports(a_desk(TRANSLATIONS), with_finished_talks(a_case()), "de", "ar")))


def headings(found: list[Block]) -> list[str]:
    return [
        one.words.words if isinstance(one.words, Typed) else german().speak(one.words)
        for one in found
        if isinstance(one, Heading)
    ]


def test_every_instrument_has_its_section() -> None:
    titles = ["Was ich gut kann", "Mein Leben, meine Stärken", "Mein Sprachgespräch", "Computer und Handy im Alltag"]
    titles += ["Was ich gern tue", "Arbeitsprobe", "So lerne und arbeite ich gut"]
    assert [one for one in headings(blocks()) if one in titles] == titles


def test_the_strongest_come_before_the_piles() -> None:
    tables = [one for one in blocks() if isinstance(one, Listing)]
    assert german().speak(tables[0].head[1]) == "Die stärksten, der Reihe nach"  # type: ignore[arg-type]  # a Text
    assert [row[0] for row in tables[0].rows] == [as_it_is(f"{place}.") for place in range(1, 6)]


def test_every_table_fills_the_width_and_says_what_it_rests_on() -> None:
    found = blocks()
    tables = [one for one in found if isinstance(one, Listing)]
    for table in tables:
        assert abs(sum(table.widths) - 1) < 1e-9
        assert {len(row) for row in table.rows} == {len(table.head)} == {len(table.widths)}
    told = [german().speak(one.words) for one in found if isinstance(one, Sentences)]  # type: ignore[arg-type]  # Texts
    results = sum(isinstance(one, Sums) for one in found) + len(tables)
    assert sum(one.startswith("Beruht auf") for one in told) == results - 1  # where views differ rests on the piles


def test_sums_stand_in_the_order_of_the_areas() -> None:
    interests = [one for one in blocks() if isinstance(one, Sums)][-1]
    names = [row.words.words for row in interests.rows if isinstance(row.words, Typed)]
    assert names == [
        "Mit Händen und Maschinen",
        "Forschen und verstehen",
        "Gestalten",
        "Für Menschen da sein",
        "Leiten und verkaufen",
        "Ordnen und planen",
    ]


def test_what_they_are_not_stands_once_and_only_behind_results() -> None:
    assert len([one for one in blocks() if isinstance(one, KeepTogether)]) == 1
    assert list(talk_sections(TalkReports())) == []
    [sentence] = talk_sections(TalkReports(gone=("old-cards 1",)))
    assert isinstance(sentence, Sentences)
    assert "old-cards 1" in german().speak(sentence.words)  # type: ignore[arg-type]  # a Text


def test_many_observers_stand_below_each_other() -> None:
    sides = tuple(TalkSide(value, as_it_is(str(value))) for value in range(5))
    line = TalkLine(as_it_is("Sicherheit"), sides)
    table = steps_table(TalkPart(Rule.STEP_BY_ITEM, as_it_is("?"), (line,), 5, 5), FIVE)
    assert [row[1] for row in table.rows] == list(FIVE)
    assert [row[2] for row in table.rows] == [as_it_is(str(value)) for value in range(5)]


def test_only_views_that_differ_are_told_with_the_difference() -> None:
    same = a_competence(0, self_rating=Independence.ALONE, adviser_rating=Independence.ALONE)
    one_side = a_competence(1, self_rating=Independence.ALONE, adviser_rating=None)
    lower = a_competence(2, self_rating=list(Independence)[3], adviser_rating=list(Independence)[1])
    case = replace(a_case(), competences=(same, one_side, lower))
    [block] = differences_section(case)
    assert isinstance(block, KeepTogether)
    table = block.blocks[1]
    assert isinstance(table, Listing)
    assert [row[-1] for row in table.rows] == [as_it_is("−2")]
    assert list(differences_section(replace(case, competences=(same, one_side)))) == []
    assert [signed(steps) for steps in (1, 0, -3)] == [as_it_is("+1"), as_it_is("0"), as_it_is("−3")]


def test_the_profile_tells_the_talks_before_the_signatures() -> None:
    case = with_finished_talks(a_case())
    reports = talk_reports(a_desk(TRANSLATIONS), case, "de")
    plain, full = make_profile(case, OCCASION), make_profile(case, replace(OCCASION, talks=reports))
    assert len(full.blocks) > len(plain.blocks) + 20
    assert "Signatures" in str(full.blocks[-1])


def test_the_interpreter_paper_has_every_card_and_the_statement() -> None:
    contact = replace(
        a_case().contact,
        interpreter_name="Frau Haddad",
        interpreter_language="ar",
        interpreter_relation=InterpreterRelation.NONE,
    )
    document = make_interpreter_paper(replace(a_case(), contact=contact), OCCASION)
    table = next(one for one in document.blocks if isinstance(one, TickTable))
    assert tuple(row.words for row in table.rows) == INTERPRETER_CARDS
    statement = document.blocks[-1]
    assert isinstance(statement, KeepTogether)
    assert [one.words for one in statement.blocks if isinstance(one, Sentences)] == list(STATEMENT)
    facts = next(one for one in statement.blocks if isinstance(one, Facts))
    assert facts.rows[0][1] == Typed("Frau Haddad", say("Name of the interpreter"))
    assert "proposal" in document.footnote.message


def test_what_is_not_known_of_the_interpreter_is_left_open() -> None:
    document = make_interpreter_paper(a_case(), OCCASION)
    assert str(document.blocks[-1]).count("........") >= 3
