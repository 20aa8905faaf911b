"""Talks of a case: begun, kept answer by answer, gone on with, finished; and anonymous ones that lie in no case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.instrument import Ask, Item, Rater, Section
from iq_desktop.domain.talk_conversation import answer_not_now, answer_value, present_question
from iq_desktop.usecases.instruments import NoSuchInstrument
from iq_desktop.usecases.talk import (
    TalkWish,
    begin_talk,
    continue_talk,
    feedback_of,
    finish_talk,
    give_feedback,
    item_name,
    item_words,
    keep_talk,
    outside_items,
    try_instrument,
    with_talk,
    without_run,
)
from tests.support.builders import TODAY
from tests.support.fakes import a_desk
from tests.support.full_cases import a_usual_case
from tests.support.instruments import SKILLS, a_talk, an_instrument, answered
from tests.support.memory_instruments import memory_instruments

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from iq_desktop.domain.instrument import Instrument
    from iq_desktop.usecases.desk import Desk


class OneShelf:
    """A reader of packs that knows the instruments of a test."""

    def __init__(self, *instruments: Instrument) -> None:
        self.instruments = instruments

    def built_in(self) -> Sequence[Instrument]:
        return self.instruments


@pytest.fixture
def desk(project_folder: Path) -> Desk:
    reader = OneShelf(an_instrument(), an_instrument(version="2025.9"), an_instrument(SKILLS, code="skills"))
    return a_desk(project_folder / "translations", [a_usual_case()], instruments=memory_instruments(reader))  # type: ignore[arg-type]  # only reads


def test_a_talk_begins_in_the_language_of_the_client_and_leaves_nothing_before_its_first_answer(desk: Desk) -> None:
    case = a_usual_case()
    talk = begin_talk(desk, case, an_instrument())
    assert (talk.run.language, talk.run.begun_on, talk.run.rater) == ("ar", TODAY, Rater.SELF)
    assert desk.cases.get(case.id).runs == ()


def test_each_answer_is_kept_with_the_case_and_the_talk_goes_on_there(desk: Desk) -> None:
    case = a_usual_case()
    wish = TalkWish(Rater.ADVISER, subject_in_words="Probearbeit", language="de")
    talk = answer_value(begin_talk(desk, case, an_instrument(), wish), 3)
    case = keep_talk(desk, case, talk).case
    talk = answer_not_now(continue_talk(desk, case, talk.run.id))
    case = keep_talk(desk, case, talk).case
    assert [(one.question, one.value, one.is_not_now) for one in case.answers] == [
        ("cards.c1", 3, False),
        ("cards.c2", None, True),
    ]
    come_back = continue_talk(desk, desk.cases.get(case.id), talk.run.id)
    question = present_question(come_back)
    assert question is not None
    assert question.key == "cards.c3"
    assert come_back.run == talk.run


def test_two_talks_of_a_case_keep_apart(desk: Desk) -> None:
    case = a_usual_case()
    first = answer_value(begin_talk(desk, case, an_instrument()), 3)
    second = answer_value(begin_talk(desk, case, an_instrument(), TalkWish(Rater.ADVISER)), 1)
    case = with_talk(with_talk(case, first), second)
    assert continue_talk(desk, case, first.run.id).answers == first.answers
    left = without_run(case, first.run.id)
    assert (left.runs, left.answers) == ((second.run,), second.answers)


def test_an_update_rewrites_no_talk(desk: Desk) -> None:
    case = a_usual_case()
    talk = answer_value(begin_talk(desk, case, an_instrument(version="2025.9")), 2)
    case = with_talk(case, talk)
    assert continue_talk(desk, case, talk.run.id).instrument.version == "2025.9"


def test_a_talk_whose_instrument_is_gone_is_told(desk: Desk) -> None:
    case = with_talk(a_usual_case(), answer_value(a_talk(an_instrument(code="gone")), 1))
    with pytest.raises(NoSuchInstrument) as refused:
        continue_talk(desk, case, case.runs[0].id)
    assert refused.value.text.values == (("name", "gone 2026.1"),)
    with pytest.raises(KeyError):
        continue_talk(desk, case, "no run")


def test_finishing_keeps_the_day(desk: Desk) -> None:
    case = a_usual_case()
    saved, talk = finish_talk(desk, case, answer_value(begin_talk(desk, case, an_instrument()), 3))
    assert saved.case.runs == (talk.run,)
    assert talk.run.finished_on == TODAY


def test_the_competences_of_the_case_are_asked_where_the_pack_wants_them(desk: Desk) -> None:
    case = a_usual_case()
    assert len(outside_items(case, an_instrument(SKILLS))) == len(case.competences)
    assert outside_items(case, an_instrument()) == ()
    talk = begin_talk(desk, case, an_instrument(SKILLS))
    assert item_name(talk, "competence-0", "en") == "talk with customers"
    assert item_words(talk, "competence-0", "ar") == "Kundengespräche führen"


def test_words_of_an_item_come_from_the_pack(desk: Desk) -> None:
    talk = begin_talk(desk, a_usual_case(), an_instrument())
    assert (item_name(talk, "c1", "en"), item_words(talk, "c1", "uk")) == ("en c1", "de sentence c1")


def test_trying_an_instrument_needs_no_case(desk: Desk) -> None:
    assert len(try_instrument(desk, an_instrument(SKILLS)).questions) == 1
    assert try_instrument(desk, an_instrument()).outside == ()


FACES = (
    Section("faces", Ask.CHOICE, (Item("heard"), Item("helped")), "piles"),
    Section("sentence", Ask.WORDS, (Item("wish"),)),
)


def test_an_anonymous_talk_never_lies_in_a_case(desk: Desk) -> None:
    anonymous = an_instrument(FACES, is_anonymous=True)
    talk = answered(begin_talk(desk, a_usual_case(), anonymous), lambda one: "Danke" if one.ask is Ask.WORDS else 3)
    with pytest.raises(ValueError, match="never"):
        with_talk(a_usual_case(), talk)
    give_feedback(desk, talk)
    assert feedback_of(desk, anonymous).given == 0, "fewer than five people are not shown"
    for _ in range(4):
        give_feedback(desk, talk)
    shown = feedback_of(desk, anonymous)
    assert (shown.given, shown.words[0]) == (5, "Danke")
    assert {one.question: one.answered for one in shown.questions} == {"faces.heard": 5, "faces.helped": 5}


def test_a_named_talk_is_no_anonymous_one_and_an_empty_one_counts_nothing(desk: Desk) -> None:
    with pytest.raises(ValueError, match="case"):
        give_feedback(desk, a_talk())
    anonymous = an_instrument(FACES, is_anonymous=True)
    give_feedback(desk, answered(a_talk(anonymous), lambda _: None))
    assert feedback_of(desk, anonymous).waiting == 0
