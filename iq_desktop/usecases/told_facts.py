"""Facts that only rules ask for: as questions of a form, and told on the page of recognition."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.fact import About, FactType
from iq_desktop.domain.fact_choices import YesNo
from iq_desktop.domain.facts import FACTS
from iq_desktop.domain.told_fact import ToldFact
from iq_desktop.forms.vocabulary import Field, Kind
from iq_desktop.wording.text import Text, as_it_is

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.fact import Fact

_KINDS: Final = {
    FactType.YES_NO: Kind.CHOICE,
    FactType.CHOICE: Kind.CHOICE,
    FactType.NUMBER: Kind.NUMBER,
    FactType.DAY: Kind.DAY,
}


def question_of(fact: Fact) -> Field:
    """Return a told fact as a field of a form."""
    choices = YesNo if fact.kind is FactType.YES_NO else fact.choices
    return Field(fact.code, fact.label, _KINDS[fact.kind], choices=choices, unit=fact.unit)


def tell_fact(case: CaseFile, fact: Fact, subject_id: str, value: Any, today: dt.date) -> CaseFile:
    """Return the case in which a fact was told with an answer of its field; None takes it back.

    A fact about the person is kept for the person, whatever subject it was asked with.
    """
    subject = _subject(fact, subject_id)
    others = tuple(one for one in case.told_facts if (one.fact, one.subject_id) != (fact.code, subject))
    before = _find(case, fact, subject)
    if value is None:
        return replace(case, told_facts=others)
    words = _stored(value)
    if before is None:
        return replace(case, told_facts=(*case.told_facts, ToldFact(fact.code, words, subject, today)))
    told = replace(before, value=words, told_on=today)
    return replace(case, told_facts=tuple(told if one is before else one for one in case.told_facts))


def answer_of(case: CaseFile, fact: Fact, subject_id: str) -> Any:
    """Return what was told of a fact as its field shows it, None where nothing was, or what is no answer any more."""
    told = _find(case, fact, _subject(fact, subject_id))
    if told is None:
        return None
    try:
        if fact.kind is FactType.NUMBER:
            return int(told.value)
        if fact.kind is FactType.DAY:
            return dt.date.fromisoformat(told.value)
        choices = YesNo if fact.kind is FactType.YES_NO else fact.choices
        return choices.of(told.value) if choices else None
    except (ValueError, KeyError):
        return None


def told_fact_words(cell: str) -> Text:
    """Return a stored question or answer in words, each by its code; numbers, days and unknown codes as they are."""
    if cell in FACTS:
        return FACTS[cell].label
    told = [fact.choices for fact in FACTS.values() if fact.is_told and fact.choices is not None]
    choices: tuple[type[Choice], ...] = (YesNo, *told)
    found = (choice.label for each in choices for choice in each if choice.value == cell)
    return next(found, as_it_is(cell))


def _find(case: CaseFile, fact: Fact, subject: str) -> ToldFact | None:
    return next((one for one in case.told_facts if (one.fact, one.subject_id) == (fact.code, subject)), None)


def _subject(fact: Fact, subject_id: str) -> str:
    return "" if fact.about is About.PERSON else subject_id


def _stored(value: Any) -> str:
    if isinstance(value, Choice):
        return str(value.value)
    return value.isoformat() if isinstance(value, dt.date) else str(value)
