"""A case in which all the talks along instruments that come with the program are finished, with several sides."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.domain.assessment import Run
from iq_desktop.domain.instrument import Ask, Rater
from iq_desktop.domain.talk_conversation import Conversation, finish
from iq_desktop.usecases.talk import with_talk
from tests.support.chance import seeded
from tests.support.instruments import answered, any_answer
from tests.support.talks import a_pack

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.talk_questions import Question

DAY: Final = dt.date(2026, 11, 2)
EXAMPLE: Final = "Beim Fest im Verein: Wir waren zu wenige, ich habe die Küche neu eingeteilt."
TALKS: Final = (
    ("key-competences", Rater.SELF, "", ""),
    ("key-competences", Rater.ADVISER, "", ""),
    ("biography", Rater.SELF, "", ""),
    ("language-talk", Rater.SELF, "", "ar"),
    ("digital-skills", Rater.SELF, "", ""),
    ("digital-skills", Rater.ADVISER, "", ""),
    ("interests", Rater.SELF, "", ""),
    ("work-sample", Rater.OBSERVER, "Frau Weiß", ""),
    ("work-sample", Rater.OBSERVER, "Herr Çelik", ""),
    ("conditions", Rater.SELF, "", ""),
)
"""Instrument, side, name of the observer, and what it is about."""


def with_finished_talks(case: CaseFile, talks: tuple[tuple[str, Rater, str, str], ...] = TALKS) -> CaseFile:
    """Return a case with talks that were answered at random, always the same."""
    for place, (code, rater, name, subject) in enumerate(talks):
        case = with_talk(case, a_finished_talk(code, Run(code, a_pack(code).version, rater, name, subject), place))
    return case


def a_finished_talk(code: str, run: Run, seed: int = 0) -> Conversation:
    """Return a talk that was answered at random."""
    talk = Conversation(a_pack(code), replace(run, begun_on=DAY))
    return finish(answered(talk, _somebody(seeded(seed))), DAY)


def _somebody(rng: random.Random) -> Callable[[Question], Any]:
    """Return what a usual person says: several but not all, examples in whole sentences, some not now."""
    by_chance = any_answer(rng)

    def answer(question: Question) -> Any:
        if question.ask is Ask.WORDS:
            return EXAMPLE
        if question.ask is Ask.RANK:
            return [item.code for item in question.items][: question.section.most or None]
        if question.is_group:
            return [item.code for item in question.items if rng.random() < 0.3]
        return by_chance(question)

    return answer
