"""A talk along an instrument: which question comes, what an answer leads to, going back, putting off, coming back."""

from __future__ import annotations

import datetime as dt

import pytest

from iq_desktop.domain.instrument import Ask, Item, Section, Source
from iq_desktop.domain.talk_conversation import (
    Conversation,
    answer_not_now,
    answer_ranking,
    answer_several,
    answer_value,
    answer_words,
    ask_again,
    can_go_back,
    finish,
    given_answers,
    go_back,
    go_on,
    go_to,
    in_language,
    is_complete,
    present_question,
    put_off,
    ranked_codes,
)
from iq_desktop.domain.talk_progress import progress_of
from tests.support.chance import seeded
from tests.support.instruments import (
    BIOGRAPHY,
    LANGUAGE,
    SKILLS,
    a_talk,
    an_instrument,
    answer_present,
    answered,
    any_answer,
    highest_answer,
)


def key(talk: Conversation) -> str:
    question = present_question(talk)
    return question.key if question else ""


def sorted_cards(*values: int) -> Conversation:
    """Return a talk in which the cards lie on piles."""
    talk = a_talk()
    for value in values:
        talk = answer_value(talk, value)
    return talk


def test_cards_come_one_by_one_and_lead_to_the_ranking_of_the_good_ones() -> None:
    talk = sorted_cards(3, 1, 3, 2, 3, 3, 3)
    question = present_question(talk)
    assert question is not None
    assert (question.key, question.ask, question.is_group) == ("strongest", Ask.RANK, True)
    assert [item.code for item in question.items] == ["c1", "c3", "c5", "c6", "c7"]


def test_examples_are_asked_in_the_order_of_the_ranking() -> None:
    talk = answer_ranking(sorted_cards(3, 1, 3, 2, 3, 3, 3), ["c7", "c1"])
    assert key(talk) == "examples.c7"
    talk = answer_words(talk, " Im Laden. ")
    assert key(talk) == "examples.c1"
    talk = answer_words(talk, "")
    assert is_complete(talk)
    assert [answer.words for answer in talk.answers if answer.section == "examples"] == ["Im Laden.", ""]


def test_no_good_card_leads_to_the_end() -> None:
    assert is_complete(sorted_cards(1, 1, 2, 1, 2, 1, 1))


def test_another_pile_keeps_its_answer_and_changes_what_follows() -> None:
    talk = answer_ranking(sorted_cards(3, 1, 1, 1, 1, 1, 3), ["c7", "c1"])
    before = {answer.question: answer.id for answer in talk.answers}
    talk = answer_value(go_to(talk, "cards.c7"), 1)
    assert {answer.question: answer.id for answer in talk.answers} == before
    assert key(talk) == "examples.c1"
    talk = answer_value(go_to(talk, "cards.c7"), 3)
    assert key(talk) == "examples.c7", "what was ranked stays ranked"


def test_a_new_good_card_asks_for_the_ranking_again() -> None:
    talk = answer_ranking(sorted_cards(3, 1, 1, 1, 1, 1, 3), ["c7"])
    talk = answer_value(go_to(talk, "cards.c2"), 3)
    assert key(talk) == "strongest"
    question = present_question(talk)
    assert question is not None
    assert ranked_codes(talk, question) == ("c7",)


def test_going_back_shows_what_was_said_and_going_on_leads_to_the_front() -> None:
    talk = sorted_cards(3, 1)
    assert not can_go_back(a_talk())
    assert key(go_back(a_talk())) == "cards.c1"
    back = go_back(go_back(talk))
    assert key(back) == "cards.c1"
    question = present_question(back)
    assert question is not None
    assert [answer.value for answer in given_answers(back, question)] == [3]
    assert key(go_on(back)) == "cards.c3"
    assert key(answer_value(back, 2)) == "cards.c3"
    assert len(answer_value(back, 2).answers) == 2


def test_one_can_go_back_from_the_end() -> None:
    talk = answered(a_talk(), highest_answer)
    assert present_question(talk) is None
    assert key(go_back(talk)) == "examples.c3"


def test_a_question_that_is_not_asked_cannot_be_gone_to() -> None:
    with pytest.raises(KeyError):
        go_to(a_talk(), "strongest")


def test_not_now_is_an_answer_and_comes_once_more() -> None:
    talk = answer_not_now(sorted_cards(3))
    assert key(talk) == "cards.c3"
    talk = answered(talk, lambda question: 1 if question.ask is Ask.SORT else [])
    assert [one.key for one in put_off(talk)] == ["cards.c2"]
    assert is_complete(talk)
    again = ask_again(talk)
    assert key(again) == "cards.c2"
    assert present_question(answer_not_now(again)) is None, "only once"
    assert not put_off(answer_value(again, 1))


def test_putting_off_several_puts_off_all_of_them() -> None:
    talk = answer_not_now(a_talk(an_instrument(BIOGRAPHY)))
    assert len(talk.answers) == 3
    assert all(answer.is_not_now for answer in talk.answers)
    assert is_complete(talk)


def test_several_pictures_of_one_parent_are_one_question() -> None:
    talk = answer_several(a_talk(an_instrument(BIOGRAPHY)), ["shop", "way"])
    question = present_question(talk)
    assert question is not None
    assert question.parent is not None
    assert (question.key, question.parent.code) == ("deeds.shop", "shop")
    assert [item.code for item in question.items] == ["sell", "count"]
    talk = answer_several(talk, ["count"])
    assert [one.key for one in talk.questions][-2:] == ["skills.cash", "skills.stock"]


def test_without_showing_together_each_picture_is_yes_or_no() -> None:
    section = Section("places", Ask.SEVERAL, (Item("here"), Item("there")))
    talk = answer_value(a_talk(an_instrument((section,))), 1)
    assert key(talk) == "places.there"
    with pytest.raises(ValueError, match="scale"):
        answer_value(talk, 2)


def test_what_the_case_brings_is_asked() -> None:
    talk = a_talk(an_instrument(SKILLS))
    assert [one.key for one in talk.questions] == ["skills.competence-0", "skills.competence-1"]
    assert talk.outside[0].name("en") == "advise customers"
    assert talk.outside[1].name("ar") == "Kasse bedienen"


def misfit(said: str) -> Conversation:
    """Return what a talk whose first question is a card makes of something else."""
    match said:
        case "a step":
            return answer_value(a_talk(), 9)
        case "words":
            return answer_words(a_talk(), "x")
        case "pictures":
            return answer_several(a_talk(), ["c1"])
        case _:
            return answer_ranking(a_talk(), ["c1"])


@pytest.mark.parametrize("said", ["a step", "words", "pictures", "a ranking"])
def test_an_answer_that_does_not_fit_is_refused(said: str) -> None:
    with pytest.raises(ValueError, match=r"question|scale|ranking|pictures"):
        misfit(said)


@pytest.mark.parametrize("codes", [["c1", "c1"], ["c1", "c3", "c5", "c6"], ["c2"]], ids=["twice", "too many", "other"])
def test_a_ranking_has_each_place_once_and_only_good_cards(codes: list[str]) -> None:
    with pytest.raises(ValueError, match=r"place|cards"):
        answer_ranking(sorted_cards(3, 1, 3, 2, 3, 3, 3), codes)


def test_another_language_in_mid_talk_keeps_every_answer() -> None:
    talk = sorted_cards(3, 1, 2)
    turned = in_language(talk, "ar")
    assert (turned.answers, key(turned), turned.run.language) == (talk.answers, key(talk), "ar")


def test_a_talk_that_was_killed_goes_on_where_it_was() -> None:
    rng = seeded(4)
    talk = a_talk(an_instrument(BIOGRAPHY))
    while (question := present_question(talk)) is not None:
        talk = answer_present(talk, any_answer(rng)(question))
        come_back = Conversation(talk.instrument, talk.run, talk.answers)
        assert present_question(come_back) == present_question(talk)


def test_finishing_keeps_the_day() -> None:
    talk = go_back(sorted_cards(3))
    done = finish(talk, dt.date(2026, 11, 4))
    assert done.run.is_finished
    assert (done.answers, done.shown) == (talk.answers, "")


def test_progress_counts_questions_by_section() -> None:
    progress = progress_of(sorted_cards(3, 1, 3))
    assert [(one.section, one.done, one.total, one.is_present) for one in progress.sections] == [
        ("cards", 3, 7, True),
        ("strongest", 0, 1, False),
        ("examples", 0, 0, False),
    ]
    assert (progress.done, progress.total) == (3, 8)


def test_progress_of_an_adaptive_section_counts_skills() -> None:
    talk = a_talk(an_instrument(LANGUAGE))
    assert (progress_of(talk).done, progress_of(talk).total) == (0, 5)
    done = progress_of(answered(talk, highest_answer)).sections[0]
    assert (done.done, done.total, done.is_done) == (5, 5, True)


def test_progress_tells_what_was_put_off() -> None:
    assert progress_of(answer_not_now(a_talk())).sections[0].put_off == 1


@pytest.mark.parametrize("seed", range(20))
def test_every_talk_ends_and_counts_only_up(seed: int) -> None:
    rng = seeded(seed)
    for sections in (BIOGRAPHY, LANGUAGE, SKILLS, ()):
        talk = a_talk(an_instrument(sections))
        done = 0
        while (question := present_question(talk)) is not None:
            talk = answer_present(talk, any_answer(rng)(question))
            assert progress_of(talk).done >= done
            done = progress_of(talk).done
        assert is_complete(talk)
        assert len({answer.question for answer in talk.answers}) == len(talk.answers)


def test_a_ranking_can_itself_be_a_source_of_cards_with_any_place() -> None:
    sections = (
        Section("cards", Ask.SORT, (Item("a"), Item("b")), "piles"),
        Section("best", Ask.RANK, source=Source("cards"), most=1),
        Section("why", Ask.WORDS, source=Source("best")),
    )
    talk = answered(
        a_talk(an_instrument(sections)), lambda one: ["b"] if one.ask is Ask.RANK else 1 if one.scale else "w"
    )
    assert [answer.question for answer in talk.answers][-1] == "why.b"
