"""One talk along an instrument as a value: which question stands on the screen, and what an answer makes of it.

Every function returns the talk after a step; nothing is ever thrown away, so that going back, another language and a
program that was killed change no answer.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from iq_desktop.domain.assessment import Answer, Run
from iq_desktop.domain.instrument import Ask, Instrument
from iq_desktop.domain.talk_questions import CHOSEN, NOT_CHOSEN, OutsideItem, Question, questions_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Conversation:
    """A run of an instrument with its answers; `shown` is a question to which somebody went, empty for the next one.

    `answers` are those of this run alone. With `asks_again` the questions come once more that were put off.
    """

    instrument: Instrument
    run: Run
    answers: tuple[Answer, ...] = ()
    outside: tuple[OutsideItem, ...] = ()
    shown: str = ""
    asks_again: bool = False
    again: frozenset[str] = field(default=frozenset())
    """Questions that were put off when the second round began, and have not been shown in it yet."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions that the answers so far lead to."""
        return questions_of(self.instrument, self.answers, self.outside)

    @property
    def told(self) -> dict[str, Answer]:
        """The answers by their questions."""
        return {answer.question: answer for answer in self.answers}


def present_question(talk: Conversation) -> Question | None:
    """Return the question that is to be shown, or none where everything was asked."""
    questions, told = talk.questions, talk.told
    shown = next((one for one in questions if one.key == talk.shown), None)
    if shown is not None:
        return shown
    coming = next((one for one in questions if not is_asked(one, told)), None)
    if coming is None and talk.asks_again:
        return next((one for one in questions if one.key in talk.again), None)
    return coming


def answer_value(talk: Conversation, value: int) -> Conversation:
    """Return the talk after a step of the scale or a pile was chosen; raises ValueError for one that is not there."""
    question = _present(talk)
    if question.is_group or question.ask is Ask.WORDS:
        raise ValueError("this question has no scale")
    steps = {step.value for step in question.scale.steps} if question.scale else {NOT_CHOSEN, CHOSEN}
    if value not in steps:
        raise ValueError("this step is not on the scale")
    return _answered(talk, question, [Answer(talk.run.id, question.answer_keys[0], value)])


def answer_several(talk: Conversation, codes: Iterable[str]) -> Conversation:
    """Return the talk after pictures were chosen from several; none is an answer too."""
    question = _present(talk)
    chosen = set(codes)
    if question.ask is not Ask.SEVERAL or not chosen <= {item.code for item in question.items}:
        raise ValueError("these are not pictures of the question")
    values = [CHOSEN if item.code in chosen else NOT_CHOSEN for item in question.items]
    return _answered(talk, question, _rows(talk, question, values))


def answer_ranking(talk: Conversation, codes: Sequence[str]) -> Conversation:
    """Return the talk after the strongest were put in order, the first one first; fewer than asked for are enough."""
    question = _present(talk)
    most = question.section.most or len(question.items)
    if question.ask is not Ask.RANK or len(set(codes)) != len(codes) or len(codes) > most:
        raise ValueError("a ranking has each place once")
    if not set(codes) <= {item.code for item in question.items}:
        raise ValueError("these are not cards of the question")
    places = {code: place for place, code in enumerate(codes, start=1)}
    return _answered(
        talk, question, _rows(talk, question, [places.get(one.code, NOT_CHOSEN) for one in question.items])
    )


def answer_words(talk: Conversation, words: str) -> Conversation:
    """Return the talk after somebody told something in own words; nothing to tell is an answer too."""
    question = _present(talk)
    if question.ask is not Ask.WORDS:
        raise ValueError("this question is not answered in words")
    return _answered(talk, question, [Answer(talk.run.id, question.answer_keys[0], words=words.strip())])


def answer_not_now(talk: Conversation) -> Conversation:
    """Return the talk after the present question was put off."""
    question = _present(talk)
    return _answered(talk, question, [Answer(talk.run.id, key, is_not_now=True) for key in question.answer_keys])


def can_go_back(talk: Conversation) -> bool:
    """Return whether there is a question before the present one."""
    return bool(_before(talk))


def go_back(talk: Conversation) -> Conversation:
    """Return the talk at the question before the present one; at the first one it stays."""
    before = _before(talk)
    return replace(talk, shown=before[-1].key) if before else talk


def go_to(talk: Conversation, key: str) -> Conversation:
    """Return the talk at a question of its own; raises KeyError."""
    if key not in {question.key for question in talk.questions}:
        raise KeyError(key)
    return replace(talk, shown=key)


def go_to_section(talk: Conversation, code: str) -> Conversation:
    """Return the talk at the first question of a section that is not answered yet, or at its first one.

    A section to which nothing leads changes nothing.
    """
    mine, told = [one for one in talk.questions if one.section.code == code], talk.told
    wanted = next((one for one in mine if not is_asked(one, told)), mine[0] if mine else None)
    return talk if wanted is None else go_to(talk, wanted.key)


def go_on(talk: Conversation) -> Conversation:
    """Return the talk at the next question that is not answered yet."""
    return replace(talk, shown="")


def put_off(talk: Conversation) -> tuple[Question, ...]:
    """Return the questions that were put off."""
    told = talk.told
    return tuple(one for one in talk.questions if is_put_off(one, told))


def ask_again(talk: Conversation) -> Conversation:
    """Return the talk in its second round: each question that was put off comes once more."""
    return replace(talk, shown="", asks_again=True, again=frozenset(one.key for one in put_off(talk)))


def in_language(talk: Conversation, language: str) -> Conversation:
    """Return the talk in another language of the client; every answer stays."""
    return replace(talk, run=replace(talk.run, language=language))


def is_complete(talk: Conversation) -> bool:
    """Return whether nothing more is to be asked; what was put off does not count."""
    return present_question(go_on(talk)) is None


def finish(talk: Conversation, today: dt.date) -> Conversation:
    """Return the talk as finished, whether or not every question was answered."""
    return replace(talk, shown="", asks_again=False, again=frozenset(), run=replace(talk.run, finished_on=today))


def is_asked(question: Question, told: dict[str, Answer]) -> bool:
    """Return whether every item of a question was answered or put off."""
    return all(key in told for key in question.answer_keys)


def is_put_off(question: Question, told: dict[str, Answer]) -> bool:
    """Return whether a question was answered by “not now”."""
    return is_asked(question, told) and any(told[key].is_not_now for key in question.answer_keys)


def given_answers(talk: Conversation, question: Question) -> tuple[Answer, ...]:
    """Return the answers to a question that were given before, to show them again."""
    told = talk.told
    return tuple(told[key] for key in question.answer_keys if key in told)


def ranked_codes(talk: Conversation, question: Question) -> tuple[str, ...]:
    """Return the items of a ranking that have a place, in their order."""
    placed = [answer for answer in given_answers(talk, question) if answer.value and not answer.is_not_now]
    return tuple(answer.item for answer in sorted(placed, key=lambda answer: answer.value or 0))


def _present(talk: Conversation) -> Question:
    question = present_question(talk)
    if question is None:
        raise ValueError("everything was asked")
    return question


def _before(talk: Conversation) -> tuple[Question, ...]:
    questions = talk.questions
    present = present_question(talk)
    return questions if present is None else questions[: [one.key for one in questions].index(present.key)]


def _rows(talk: Conversation, question: Question, values: Sequence[int]) -> list[Answer]:
    pairs = zip(question.answer_keys, values, strict=True)
    return [Answer(talk.run.id, key, value) for key, value in pairs]


def _answered(talk: Conversation, question: Question, fresh: Sequence[Answer]) -> Conversation:
    """Put answers in the place of those before, which keep their identity and their place."""
    new = {answer.question: answer for answer in fresh}
    kept = [
        replace(new.pop(answer.question), id=answer.id) if answer.question in new else answer for answer in talk.answers
    ]
    return replace(talk, answers=(*kept, *new.values()), shown="", again=talk.again - {question.key})
