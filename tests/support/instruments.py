"""A small instrument that has every kind of question, and what a person who answers it at random says."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.domain.assessment import Run
from iq_desktop.domain.instrument import (
    Area,
    Ask,
    Instrument,
    InstrumentTexts,
    Item,
    Publisher,
    Rater,
    Rule,
    Scale,
    Scoring,
    Section,
    Source,
    Step,
)
from iq_desktop.domain.language_skill import Level, Skill
from iq_desktop.domain.talk_conversation import (
    Conversation,
    answer_not_now,
    answer_ranking,
    answer_several,
    answer_value,
    answer_words,
    present_question,
)
from iq_desktop.domain.talk_questions import OutsideItem

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator

    from iq_desktop.domain.talk_questions import Question

PILES: Final = Scale("piles", (Step(1), Step(2), Step(3)))
STEPS: Final = Scale("steps", (Step(1), Step(2), Step(3), Step(4)))
CAN: Final = Scale("can", (Step(1), Step(2), Step(3)))
AREAS: Final = (Area("social", "social_competence", "social_competence"), Area("self", "autonomy", "self_competence"))


def an_instrument(sections: tuple[Section, ...] = (), scorings: tuple[Scoring, ...] = (), **changes: Any) -> Instrument:
    """Return an instrument; without sections it is the one with cards, a ranking and examples."""
    kept: dict[str, Any] = {
        "code": "trial",
        "version": "2026.1",
        "publisher": Publisher("Test"),
        "source": "invented",
        "licence": "Apache-2.0",
        "checked_on": dt.date(2026, 11, 22),
        "verified": False,
        "raters": tuple(Rater),
        "sections": sections or CARD_SECTIONS,
        "scorings": scorings or (Scoring(Rule.PILES, "cards"), Scoring(Rule.RANKING, "strongest")),
        "scales": (PILES, STEPS, CAN),
        "areas": AREAS,
    }
    kept["texts"] = {code: _texts(code, kept["sections"]) for code in ("de", "en", "ar")}
    return Instrument(**{**kept, **changes})


CARD_SECTIONS: Final = (
    Section(
        "cards",
        Ask.SORT,
        tuple(Item(f"c{number}", AREAS[number % 2].code) for number in range(1, 8)),
        "piles",
    ),
    Section("strongest", Ask.RANK, source=Source("cards", (3,)), most=3),
    Section("examples", Ask.WORDS, source=Source("strongest")),
)
BIOGRAPHY: Final = (
    Section(
        "situations",
        Ask.SEVERAL,
        (Item("shop", life="work:family_business"), Item("school", life="school"), Item("way", life="journey")),
        shown_together=True,
    ),
    Section(
        "deeds",
        Ask.SEVERAL,
        (Item("sell", parent="shop"), Item("count", parent="shop"), Item("draw", parent="school")),
        source=Source("situations", (1,), children=True),
        shown_together=True,
    ),
    Section(
        "skills",
        Ask.CHOICE,
        (Item("advise", parent="sell"), Item("cash", parent="count"), Item("stock", parent="count")),
        "steps",
        Source("deeds", (1,), children=True),
    ),
    Section("told", Ask.WORDS, source=Source("skills", (4,))),
)
LANGUAGE: Final = (
    Section(
        "statements",
        Ask.CAN_DO,
        tuple(
            Item(f"{skill.value}-{level.value.lower()}-{number}", skill=skill.value, level=level)
            for skill in Skill
            for level in list(Level)[1:]
            for number in range(3)
        ),
        "can",
        adaptive=True,
    ),
)
SKILLS: Final = (Section("skills", Ask.CHOICE, scale="steps", source=Source(outside="occupation_skills")),)
OUTSIDE: Final = (
    OutsideItem("occupation_skills", "competence-0", (("de", "Kunden beraten"), ("en", "advise customers"))),
    OutsideItem("occupation_skills", "competence-1", (("de", "Kasse bedienen"),)),
)


def a_talk(instrument: Instrument | None = None, rater: Rater = Rater.SELF, **changes: Any) -> Conversation:
    """Return a talk that has just begun."""
    asked = instrument or an_instrument()
    run = Run(asked.code, asked.version, rater, begun_on=dt.date(2026, 11, 3), **changes)
    outside = OUTSIDE if any(one.source and one.source.outside for one in asked.sections) else ()
    return Conversation(asked, run, outside=outside)


def answered(talk: Conversation, answer: Callable[[Question], Any]) -> Conversation:
    """Return a talk after every question was answered by a function: a value, codes, words, or None for not now."""
    for talk_ in _steps(talk, answer):
        talk = talk_
    return talk


def any_answer(rng: random.Random, *, lets_wait: bool = True) -> Callable[[Question], Any]:
    """Return what somebody says who answers by chance."""

    def answer(question: Question) -> Any:
        if lets_wait and rng.random() < 0.1:
            return None
        codes = [item.code for item in question.items]
        if question.ask is Ask.WORDS:
            return rng.choice(("", "Das war so.", "كان كذلك"))
        if question.ask is Ask.RANK:
            most = min(question.section.most or len(codes), len(codes))
            return rng.sample(codes, rng.randint(0, most))
        if question.is_group:
            return [code for code in codes if rng.random() < 0.5]
        return rng.choice([step.value for step in question.scale.steps] if question.scale else [0, 1])

    return answer


def lowest_answer(question: Question) -> Any:
    """Return the lowest step, nothing of several, no words."""
    if question.ask is Ask.WORDS:
        return ""
    if question.is_group:
        return []
    return question.scale.steps[0].value if question.scale else 0


def highest_answer(question: Question) -> Any:
    """Return the highest step, all of several, as many places as there are."""
    codes = [item.code for item in question.items]
    if question.ask is Ask.WORDS:
        return "Ein Beispiel"
    if question.ask is Ask.RANK:
        return codes[: question.section.most or len(codes)]
    if question.is_group:
        return codes
    return question.scale.steps[-1].value if question.scale else 1


def answer_present(talk: Conversation, said: Any) -> Conversation:
    """Return a talk after its present question was answered: a value, codes, words, or None for not now."""
    question = present_question(talk)
    assert question is not None
    if said is None:
        return answer_not_now(talk)
    if question.ask is Ask.WORDS:
        return answer_words(talk, said)
    if question.ask is Ask.RANK:
        return answer_ranking(talk, said)
    return answer_several(talk, said) if question.is_group else answer_value(talk, said)


def _steps(talk: Conversation, answer: Callable[[Question], Any]) -> Iterator[Conversation]:
    for _ in range(2000):
        question = present_question(talk)
        if question is None:
            return
        talk = answer_present(talk, answer(question))
        yield talk
    raise AssertionError("the talk does not end")


def _texts(code: str, sections: tuple[Section, ...]) -> InstrumentTexts:
    texts = {"title": f"{code} title", "intro": f"{code} intro"}
    for scale in (PILES, STEPS, CAN):
        texts |= {f"scale.{scale.code}.{step.value}": f"{code} step {step.value}" for step in scale.steps}
    for section in sections:
        texts[f"section.{section.code}"] = f"{code} {section.code}"
        for item in section.items:
            texts[f"item.{item.code}"] = f"{code} sentence {item.code}"
            texts[f"item.{item.code}.name"] = f"{code} {item.code}"
    return InstrumentTexts(code, texts)
