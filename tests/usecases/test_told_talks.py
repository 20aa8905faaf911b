"""Talks stand in words in the copy that a person gets: in German and in the language of the talk."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.person_copy import CopyEntry, CopyFact, CopySection
from iq_desktop.domain.talk_conversation import answer_not_now, answer_ranking, answer_value, answer_words
from iq_desktop.usecases.talk import with_talk
from iq_desktop.usecases.told_talks import told_talks, with_talks_told
from iq_desktop.wording.text import as_it_is
from iq_desktop.wording.tongue import without_isolates
from tests.support.fakes import a_desk
from tests.support.full_cases import a_usual_case
from tests.support.instruments import SKILLS, a_talk, an_instrument, answered, highest_answer
from tests.support.memory_instruments import memory_instruments
from tests.usecases.test_talk import OneShelf

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.usecases.desk import Desk
    from iq_desktop.wording.text import Text


@pytest.fixture
def desk(project_folder: Path) -> Desk:
    reader = OneShelf(an_instrument(), an_instrument(SKILLS, code="skills"))
    return a_desk(project_folder / "translations", [a_usual_case()], instruments=memory_instruments(reader))  # type: ignore[arg-type]  # only reads


def spoken(desk: Desk, text: Text) -> str:
    return without_isolates(desk.tongue("de").speak(text))


def test_each_answer_says_what_was_asked_and_what_was_said(desk: Desk) -> None:
    talk = a_talk()
    for value in (3, 1, 2, 1, 1, 1):
        talk = answer_value(talk, value)
    talk = answer_words(answer_ranking(answer_not_now(talk), ["c1"]), "Im Laden")
    (told,) = told_talks(desk, with_talk(a_usual_case(), talk))
    assert spoken(desk, told.title) == "de title / ar title"
    said = [(spoken(desk, one.asked), spoken(desk, one.said)) for one in told.answers]
    assert said[0] == ("de cards / ar cards – de sentence c1 / ar sentence c1", "de step 3 / ar step 3")
    assert [words for _, words in said][-3:] == ["Jetzt nicht", "Platz 1", "Im Laden"]


def test_competences_of_the_case_are_told_by_their_names(desk: Desk) -> None:
    talk = answered(a_talk(an_instrument(SKILLS, code="skills")), highest_answer)
    case = with_talk(a_usual_case(), talk)
    assert "Kundengespräche führen" in spoken(desk, told_talks(desk, case)[0].answers[0].asked)
    gone = replace(case, competences=())
    assert spoken(desk, told_talks(desk, gone)[0].answers[0].asked) == "skills.competence-0"


def test_a_run_whose_pack_is_gone_keeps_its_codes(desk: Desk) -> None:
    case = with_talk(a_usual_case(), answer_not_now(answer_value(a_talk(an_instrument(code="gone")), 2)))
    (told,) = told_talks(desk, case)
    assert spoken(desk, told.title) == "gone 2026.1"
    assert [(spoken(desk, one.asked), spoken(desk, one.said)) for one in told.answers] == [
        ("cards.c1", "2"),
        ("cards.c2", "Jetzt nicht"),
    ]


def test_the_copy_says_words_and_keeps_codes(desk: Desk) -> None:
    case = with_talk(a_usual_case(), answer_value(a_talk(), 3))
    run, answer = case.runs[0], case.answers[0]
    sections = (
        CopySection("talk_run", as_it_is(""), (_entry(run.id, instrument="trial"),)),
        CopySection(
            "talk_answer", as_it_is(""), (_entry(answer.id, question="cards.c1", value=3), _entry("other", value=3))
        ),
        CopySection("client", as_it_is(""), (_entry(answer.id, value=3),)),
    )
    runs, answers, client = with_talks_told(sections, told_talks(desk, case))
    assert spoken(desk, runs.entries[0].facts[0].words) == "de title / ar title"
    question, value = answers.entries[0].facts
    assert spoken(desk, question.words).endswith("ar sentence c1")
    assert (spoken(desk, value.words), value.code) == ("de step 3 / ar step 3", 3)
    assert answers.entries[1] == sections[1].entries[1]
    assert client == sections[2]


def _entry(entry_id: str, **cells: str | int) -> CopyEntry:
    facts = tuple(CopyFact(name, as_it_is(name), as_it_is(str(cell)), cell) for name, cell in cells.items())
    return CopyEntry(as_it_is(""), facts, (("id", entry_id),))
