"""What an answer from the window makes of the talk; an answer that fits no longer changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.domain.instrument import Ask
from iq_desktop.domain.talk_conversation import (
    answer_not_now,
    answer_ranking,
    answer_several,
    answer_value,
    answer_words,
    go_to,
    present_question,
)

if TYPE_CHECKING:
    from iq_desktop.domain.talk_conversation import Conversation
    from iq_desktop.domain.talk_questions import Question
    from iq_desktop.ui.client_view.shown import Given


def take_given(talk: Conversation, given: Given) -> Conversation:
    """Return the talk after an answer; unchanged where the answer belongs to a question that is gone."""
    question = present_question(talk)
    if question is None or not _belongs_to(given, question):
        return talk
    if given.is_not_now:
        return answer_not_now(talk)
    if given.words is not None:
        return _with_words(talk, question, given)
    if given.cards is not None:
        return _with_cards(talk, question, given.cards)
    if given.value is not None and not question.is_group and question.ask is not Ask.WORDS:
        return answer_value(talk, given.value)
    return talk


def _belongs_to(given: Given, question: Question) -> bool:
    """Return whether an answer was given to a question; what it leaves open may belong to any."""
    return given.card in {"", question.item.code} and given.question in {"", question.key}


def _with_words(talk: Conversation, question: Question, given: Given) -> Conversation:
    """Return the talk with words; while they are being written, their question stays."""
    if question.ask is not Ask.WORDS or given.words is None:
        return talk
    told = answer_words(talk, given.words)
    return go_to(told, question.key) if given.go_on else told


def _with_cards(talk: Conversation, question: Question, cards: tuple[str, ...]) -> Conversation:
    if question.ask is Ask.RANK:
        return answer_ranking(talk, cards)
    if question.ask is not Ask.SEVERAL:
        return talk
    return answer_several(talk, cards) if question.is_group else answer_value(talk, int(bool(cards)))
