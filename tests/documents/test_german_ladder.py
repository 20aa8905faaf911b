"""My German courses on paper: the picture, the steps in words, and what belongs to the next course."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.documents.blocks import Facts, Heading, KeepTogether, Listing, Sentences
from iq_desktop.documents.german_ladder import make_german_ladder
from iq_desktop.documents.occasion import Occasion
from iq_desktop.documents.stairs import Staircase
from iq_desktop.domain.centre import Adviser, Centre
from iq_desktop.domain.german_advice import advise_german
from tests.support.builders import TODAY
from tests.support.german import a_learner, the_german_law
from tests.support.tongues import english
from tests.support.worked_cases import a_nurse_from_syria, one_abroad

if TYPE_CHECKING:
    from iq_desktop.documents.blocks import Document
    from iq_desktop.domain.case_file import CaseFile


def made(case: CaseFile) -> Document:
    advice = advise_german(the_german_law(), case, TODAY)
    return make_german_ladder(case, Occasion(Centre("Beratung"), Adviser("a", "Ute Beispiel"), TODAY, german=advice))


def said(words: object) -> str:
    return english().speak(words)  # type: ignore[arg-type]  # a text


def facts(document: Document) -> dict[str, str]:
    return {
        said(label): said(words) for block in document.blocks if isinstance(block, Facts) for label, words in block.rows
    }


def sentences(document: Document) -> list[str]:
    return [said(block.words) for block in document.blocks if isinstance(block, Sentences)]


def test_picture_and_table_tell_the_same_steps() -> None:
    document = made(a_learner(german_level="none", german_goal="C1"))
    (group,) = [block for block in document.blocks if isinstance(block, KeepTogether)]
    heading, picture = group.blocks
    assert isinstance(heading, Heading)
    assert isinstance(picture, Staircase)
    (table,) = [block for block in document.blocks if isinstance(block, Listing)]
    assert [said(row[2]) for row in table.rows] == [
        "Integrationskurs",
        "Basis-Berufssprachkurs B2",
        "Basis-Berufssprachkurs C1",
    ]
    assert len(picture.weeks) == len(picture.stairs.steps) == len(table.rows) == 3
    assert "The way to C1" in said(picture.whole)


def test_the_next_course_says_who_signs_what_it_costs_and_what_to_bring() -> None:
    told = facts(made(a_learner()))
    assert told["German today"] == "A1"
    assert told["Who signs"].startswith("Foreigners' office")
    assert told["Costs"].startswith("The course costs nothing")
    assert "Passport" in told["To bring along"]
    assert told["Until when"]


def test_a_level_that_nobody_read_in_the_law_is_not_printed_as_settled() -> None:
    assert facts(made(a_nurse_from_syria()))["The goal"] == "about B2. Ask the office."


def test_what_must_be_asked_first_is_said_on_paper() -> None:
    document = made(a_learner(residence_paragraph=None, residence_title=None))
    assert "This must be asked at the office first." in sentences(document)


def test_without_a_grant_the_sheet_says_where_to_ask() -> None:
    assert any("Volkshochschule" in one for one in sentences(made(one_abroad())))


def test_without_a_level_or_without_need_there_is_no_picture() -> None:
    for case, words in (
        (a_learner(german_level=None), "The level of German is not known yet. First take a placement test."),
        (a_learner(german_level="B2", german_goal="B1"), "No course is needed for this goal."),
    ):
        document = made(case)
        assert words in sentences(document)
        assert not any(isinstance(block, KeepTogether) for block in document.blocks)
