"""Talks in words: what was asked and what was answered, for the copy that a person gets and for paper."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.assessment import Answer, Run
from iq_desktop.domain.instrument import Ask
from iq_desktop.domain.talk_questions import CHOSEN, section_of
from iq_desktop.usecases.instruments import NoSuchInstrument
from iq_desktop.usecases.talk import continue_talk, item_words
from iq_desktop.wording.text import NOTHING, Text, as_it_is, joined, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.person_copy import CopyEntry, CopySection
    from iq_desktop.domain.talk_conversation import Conversation
    from iq_desktop.usecases.desk import Desk

_GERMAN: Final = "de"
_RUNS, _ANSWERS = "talk_run", "talk_answer"


@dataclass(frozen=True, slots=True)
class ToldAnswer:
    """One answer in words: what was asked (question and card), and what was said."""

    answer: Answer
    asked: Text
    said: Text


@dataclass(frozen=True, slots=True)
class ToldTalk:
    """A run with the title of its instrument and its answers in the order in which they were given."""

    run: Run
    title: Text
    answers: tuple[ToldAnswer, ...]


def told_talks(desk: Desk, case: CaseFile) -> tuple[ToldTalk, ...]:
    """Return the talks of a case in words, in German and in the client's language where the pack has it.

    A run whose pack is gone keeps its codes.
    """
    return tuple(_told(desk, case, run) for run in case.runs)


def with_talks_told(sections: Sequence[CopySection], talks: Sequence[ToldTalk]) -> tuple[CopySection, ...]:
    """Return the sections of a copy in which runs and answers stand in words instead of codes."""
    answers = {told.answer.id: told for talk in talks for told in talk.answers}
    titles = {talk.run.id: talk.title for talk in talks}
    found = []
    for section in sections:
        if section.name == _RUNS:
            entries = tuple(_entry(one, {"instrument": titles.get(_id_of(one), NOTHING)}) for one in section.entries)
        elif section.name == _ANSWERS:
            entries = tuple(_entry(one, _fields(answers.get(_id_of(one)))) for one in section.entries)
        else:
            entries = section.entries
        found.append(replace(section, entries=entries))
    return tuple(found)


def _told(desk: Desk, case: CaseFile, run: Run) -> ToldTalk:
    try:
        talk = continue_talk(desk, case, run.id)
    except NoSuchInstrument:
        mine = (one for one in case.answers if one.run_id == run.id)
        coded = tuple(ToldAnswer(one, as_it_is(one.question), _coded(one)) for one in mine)
        return ToldTalk(run, as_it_is(f"{run.instrument} {run.version}"), coded)
    languages = tuple(dict.fromkeys((_GERMAN, case.contact.client_language, run.language)))
    known = tuple(code for code in languages if code in talk.instrument.texts)
    title = _beside([talk.instrument.words(code, "title") for code in known])
    return ToldTalk(run, title, tuple(_told_answer(talk, one, known) for one in talk.answers))


def _told_answer(talk: Conversation, answer: Answer, languages: Sequence[str]) -> ToldAnswer:
    try:
        question = [talk.instrument.words(code, f"section.{answer.section}") for code in languages]
        card = [item_words(talk, answer.item, code) for code in languages]
    except KeyError:  # an outside item that the case no longer has
        return ToldAnswer(answer, as_it_is(answer.question), _coded(answer))
    asked = joined((_beside(question), _beside(card)), by=" – ")
    return ToldAnswer(answer, asked, _said(talk, answer, languages))


def _said(talk: Conversation, answer: Answer, languages: Sequence[str]) -> Text:
    section = section_of(talk.instrument, answer.section)
    if answer.is_not_now:
        return say("Not now")
    if section.ask is Ask.WORDS:
        return as_it_is(answer.words)
    if section.ask is Ask.RANK:
        return say("Place {place}", place=str(answer.value)) if answer.value else say("Without a place")
    if section.ask is Ask.SEVERAL:
        return say("Chosen") if answer.value == CHOSEN else say("Not chosen")
    key = f"scale.{section.scale}.{answer.value}"
    return _beside([talk.instrument.words(code, key) for code in languages])


def _beside(words: Sequence[str]) -> Text:
    """Return the same in several languages."""
    return joined((as_it_is(one) for one in dict.fromkeys(words)), by=" / ")


def _coded(answer: Answer) -> Text:
    if answer.is_not_now:
        return say("Not now")
    return as_it_is(answer.words if answer.value is None else str(answer.value))


def _fields(told: ToldAnswer | None) -> dict[str, Text]:
    return {"question": told.asked, "value": told.said} if told else {}


def _entry(entry: CopyEntry, words: dict[str, Text]) -> CopyEntry:
    facts = tuple(
        replace(fact, words=words[fact.field]) if words.get(fact.field, NOTHING) != NOTHING else fact
        for fact in entry.facts
    )
    return replace(entry, facts=facts)


def _id_of(entry: CopyEntry) -> str:
    return str(dict(entry.codes).get("id", ""))
