"""How far a talk has come, as a picture can show it: one step for each section, filled as far as it was asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from iq_desktop.domain.talk_conversation import is_asked, is_put_off, present_question
from iq_desktop.domain.talk_levels import decided_skills
from iq_desktop.domain.talk_questions import items_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.assessment import Answer
    from iq_desktop.domain.instrument import Section
    from iq_desktop.domain.talk_conversation import Conversation
    from iq_desktop.domain.talk_questions import Question


@dataclass(frozen=True, slots=True)
class SectionProgress:
    """How much of a section was asked; `total` is 0 as long as earlier answers lead to nothing in it.

    An adaptive section counts skills, since nobody knows how many statements it will take.
    """

    section: str
    done: int
    total: int
    put_off: int = 0
    is_present: bool = False

    @property
    def is_done(self) -> bool:
        """Whether all of it was asked."""
        return 0 < self.total == self.done


@dataclass(frozen=True, slots=True)
class TalkProgress:
    """How far a talk has come, by section and as a whole."""

    sections: tuple[SectionProgress, ...]

    @property
    def done(self) -> int:
        """How many questions were asked."""
        return sum(section.done for section in self.sections)

    @property
    def total(self) -> int:
        """How many questions are known so far; answers may lead to more."""
        return sum(section.total for section in self.sections)


def progress_of(talk: Conversation) -> TalkProgress:
    """Return how far a talk has come."""
    present = present_question(talk)
    told = talk.told
    code = present.section.code if present else ""
    questions = talk.questions
    steps = []
    for section in talk.instrument.sections:
        mine = [question for question in questions if question.section is section]
        steps.append(replace(_section(talk, section, mine, told), is_present=section.code == code))
    return TalkProgress(tuple(steps))


def _section(
    talk: Conversation, section: Section, mine: Sequence[Question], told: dict[str, Answer]
) -> SectionProgress:
    put_off = sum(is_put_off(question, told) for question in mine)
    done, total = sum(is_asked(question, told) for question in mine), len(mine)
    if section.adaptive:
        scale = next(one for one in talk.instrument.scales if one.code == section.scale)
        items = items_of(talk.instrument, section, told, talk.outside)
        done = decided_skills(section.code, items, told, scale)
        total = len({item.skill for item in items})
    return SectionProgress(section.code, done, total, put_off)
