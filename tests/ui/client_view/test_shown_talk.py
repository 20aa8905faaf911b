"""What stands in the client's window is made of the pack and of fixed words, in two languages, and of nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from iq_desktop.domain.client_window import CLIENT_WINDOW_WORDS
from iq_desktop.domain.instrument import Ask
from iq_desktop.domain.talk_conversation import in_language, is_complete, present_question
from iq_desktop.ui.client_view.answering import take_given
from iq_desktop.ui.client_view.geometry import columns_for, dots, factors_up_to, split_width
from iq_desktop.ui.client_view.pair import pair_of
from iq_desktop.ui.client_view.shown import Given
from iq_desktop.ui.client_view.shown_talk import show_beginning, show_talk
from iq_desktop.wording.languages import Direction
from tests.support.chance import seeded
from tests.support.talks import CLIENT_LANGUAGES, SKILLS, a_pack, a_pair, a_talk, an_answer, codes_of_packs
from tests.support.tongues import english, german


@pytest.mark.parametrize("language", [*CLIENT_LANGUAGES, "de", "de_simple", "en"])
@pytest.mark.parametrize("code", codes_of_packs())
def test_a_whole_talk_shows_only_words_of_its_pack_and_fixed_ones(code: str, language: str) -> None:
    talk, pair, chance = a_talk(code), a_pair(language), seeded(7)
    told = {words for texts in a_pack(code).texts.values() for words in texts.texts.values()}
    told |= {name for skill in SKILLS for _, name in skill.names}
    told |= {line.words for text in CLIENT_WINDOW_WORDS for line in pair.fixed(text).lines}
    assert set(show_beginning(talk.instrument, pair).all_words()) <= told
    for _ in range(400):
        shown = show_talk(talk, pair)
        parts = {part for words in shown.all_words() for part in words.split(" · ")}
        assert parts <= told | {part for words in told for part in words.split(" · ")}
        if is_complete(talk):
            break
        talk = take_given(talk, an_answer(talk, chance))
    assert is_complete(talk)


@pytest.mark.parametrize("code", codes_of_packs())
def test_every_card_and_step_of_the_program_has_a_picture(code: str) -> None:
    """A skill of the biography shows its activity; only skills of an occupation, which the case brings, have none."""
    talk, pair, chance = a_talk(code), a_pair(), seeded(9)
    assert show_beginning(talk.instrument, pair).cards[0].drawing is not None
    while not is_complete(talk):
        shown = show_talk(talk, pair)
        assert all((card.drawing is None) == (code == "occupation-skills") for card in shown.cards)
        assert all((step.drawing is None) == (code == "work-sample") for step in shown.steps)
        talk = take_given(talk, an_answer(talk, chance))


def test_each_line_has_its_own_direction() -> None:
    shown = show_talk(a_talk(), a_pair("ar"))
    assert shown.heading.theirs.direction is Direction.RIGHT_TO_LEFT
    assert shown.heading.ours is not None
    assert shown.heading.ours.direction is Direction.LEFT_TO_RIGHT


@pytest.mark.parametrize("language", ["de", "de_simple"])
def test_german_stands_there_once(language: str) -> None:
    assert show_talk(a_talk(), a_pair(language)).heading.ours is None


def test_english_advisers_see_english_beside_simple_german() -> None:
    heading = show_talk(a_talk(), a_pair("de_simple", english())).heading
    assert heading.ours is not None
    assert (heading.theirs.language, heading.ours.language) == ("de_simple", "en")


def test_a_language_that_the_pack_lacks_becomes_simple_german() -> None:
    languages = tuple(a_pack("key-competences").texts)
    assert pair_of(german(), lambda _code: None, languages, "ti").language == "de_simple"
    assert pair_of(german(), lambda _code: None, ("de",), "").language == "de"


def test_another_language_keeps_every_answer() -> None:
    talk = a_talk()
    for value in (3, 2, 1, 3):
        talk = take_given(talk, Given(value=value))
    other = in_language(talk, "uk")
    assert other.answers == talk.answers
    assert show_talk(other, a_pair("uk")).far == show_talk(talk, a_pair("ar")).far


def test_an_answer_that_belongs_to_an_earlier_card_changes_nothing() -> None:
    talk = a_talk()
    first = present_question(talk)
    assert first is not None
    given = Given(first.item.code, 3)
    after = take_given(talk, given)
    assert len(after.answers) == 1
    assert take_given(after, given) is after


def test_words_that_are_still_written_keep_their_question() -> None:
    talk = a_talk("work-sample")
    question = present_question(talk)
    assert question is not None
    assert question.ask is Ask.WORDS
    writing = take_given(talk, Given(question.item.code, words="Ein Reg", go_on=True))
    assert show_talk(writing, a_pair("de")).told == "Ein Reg"
    done = take_given(writing, Given(question.item.code, words="Ein Regal bauen"))
    following = present_question(done)
    assert following is not None
    assert following.key != question.key
    assert [answer.words for answer in done.answers] == ["Ein Regal bauen"]


def test_not_now_is_an_answer_and_the_talk_goes_on() -> None:
    talk = take_given(a_talk(), Given(is_not_now=True))
    assert [answer.is_not_now for answer in talk.answers] == [True]
    assert show_talk(talk, a_pair()).can_go_back


def test_the_biography_says_on_what_a_question_hangs() -> None:
    talk = take_given(a_talk("biography"), Given(cards=("work",)))
    context = show_talk(talk, a_pair("de")).context
    assert context is not None
    assert context.theirs.words == a_pack("biography").words("de", "item.work")


def test_after_the_last_question_one_thanks() -> None:
    talk = replace(a_talk("occupation-skills"), outside=())
    assert show_talk(talk, a_pair("de")).heading.theirs.words == "Danke!"


def test_columns_are_as_full_as_can_be() -> None:
    assert columns_for(3, 1300, 110, 12) == 3
    assert columns_for(7, 1300, 170, 12, most=5) == 4
    assert columns_for(5, 200, 170, 12) == 1
    assert columns_for(0, 200, 170, 12) == 1
    assert split_width(1300, 4, 12) == 316


def test_a_long_way_has_fewer_dots_than_questions() -> None:
    assert dots(0, 0) == (0, 0)
    assert dots(3, 7) == (3, 7)
    assert dots(46, 46) == (24, 24)
    assert dots(23, 46) == (12, 24)


def test_letters_are_never_smaller_than_usual() -> None:
    assert factors_up_to(1.0) == (1.0,)
    assert factors_up_to(0.5) == (1.0,)
    assert factors_up_to(2.0) == (2.0, 1.75, 1.5, 1.25, 1.0)
