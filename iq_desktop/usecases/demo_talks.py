"""What the invented clients of the demo centre answered along instruments: every answer the same on every computer."""

from __future__ import annotations

import datetime as dt
import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.instrument import Ask, Rater
from iq_desktop.domain.language_skill import Level, Skill
from iq_desktop.domain.talk_conversation import (
    answer_ranking,
    answer_several,
    answer_value,
    answer_words,
    finish,
    present_question,
)
from iq_desktop.usecases.instruments import list_instruments
from iq_desktop.usecases.talk import TalkWish, begin_talk, with_talk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.instrument import Instrument
    from iq_desktop.domain.language_skill import LanguageSkill
    from iq_desktop.domain.talk_conversation import Conversation
    from iq_desktop.domain.talk_questions import Question
    from iq_desktop.usecases.desk import Desk

_UPPER: Final = 3
"""Invented people choose among the upper three steps."""
_LEVELS: Final = tuple(Level)
_FAR: Final = 100
_HALF: Final = 45
"""Of a hundred answers so many are the best step."""
_NEARLY: Final = 80
"""Of a hundred answers so many are one of the two best steps."""
_SOME: Final = 30
"""Of a hundred pictures so many are chosen."""
_EXAMPLES: Final = (
    "Beim Fest im Stadtteil habe ich alle Aufgaben verteilt; am Ende war alles abgebaut.",
    "Ich habe einem neuen Kollegen eine Woche lang alles gezeigt, bis er es allein konnte.",
    "Ich gehe mit der Nachbarin zum Amt und übersetze, weil sie sich allein nicht traut.",
    "Drei Jahre habe ich das Haushaltsgeld für sechs Personen geführt, jeden Monat blieb etwas übrig.",
    "Als im Lokal der Strom ausfiel, habe ich die Gäste beruhigt und Kerzen geholt.",
    "Das Nähen habe ich mit Videos selbst gelernt, heute nähe ich für den ganzen Chor.",
    "Zwei Schichten hatten Streit; ich habe sie an einen Tisch geholt und einen Pausenplan gemacht.",
)
_TASK: Final = "Regal nach Zeichnung bauen"
_WISH: Final = "Ein ruhiger Platz zum Lernen, am liebsten in der Bibliothek."
_LONG_HERE: Final = 6
"""From this number on a case is old enough for the same talk a second time."""


@dataclass(frozen=True, slots=True)
class InventedTalk:
    """One talk of an invented person: along what, who answers, how many days ago, and after how many answers it rests.

    `rests_after` 0 stands for a talk that went to its end; `shift` raises the answers of a second talk a little.
    """

    instrument: str
    rater: Rater = Rater.SELF
    days_ago: int = 0
    rests_after: int = 0
    shift: int = 0
    about: str = ""
    observer: str = ""


def with_runs(desk: Desk, case: CaseFile, number: int, today: dt.date) -> CaseFile:
    """Return the case of an invented client with the talks that people like these have had by now."""
    known = {one.instrument.code: one.instrument for one in list_instruments(desk)}
    for talk in _talks_of(number):
        if talk.instrument in known:
            day = max(today - dt.timedelta(days=talk.days_ago), case.opened_on)
            case = with_talk(case, _held(desk, case, known[talk.instrument], talk, (number, day)))
    return case


def _talks_of(number: int) -> Iterator[InventedTalk]:
    """Yield what an invented person has answered: everybody the cards, others more or less of the rest."""
    again = number % 4 == 1 and number > _LONG_HERE
    if again:
        yield InventedTalk("key-competences", days_ago=2 * number - 1)
    yield InventedTalk("key-competences", days_ago=1 + number % 3, shift=int(again))
    if number % 2:
        yield InventedTalk("key-competences", Rater.ADVISER, days_ago=1)
        yield InventedTalk("language-talk", days_ago=2, about="de")
    if number % 3 == 1:
        yield InventedTalk("interests", days_ago=1)
        yield InventedTalk("digital-skills", days_ago=1)
    if number % 4 == 1:
        yield InventedTalk("biography", days_ago=3)
        yield InventedTalk("conditions", rests_after=2)
    if number % 6 == 1:
        yield InventedTalk("work-sample", Rater.OBSERVER, 2, about=_TASK, observer="Herr Muster")
        yield InventedTalk("work-sample", Rater.OBSERVER, 2, about=_TASK, observer="Frau Probe")


def _held(
    desk: Desk, case: CaseFile, instrument: Instrument, wanted: InventedTalk, when: tuple[int, dt.date]
) -> Conversation:
    """Return a talk as it stands after the answers of an invented person."""
    number, day = when
    is_language = instrument.subject == "language"
    subject, in_words = (wanted.about, "") if is_language else ("", wanted.about)
    language = case.contact.client_language
    wish = TalkWish(wanted.rater, wanted.observer, subject, in_words, language if language in instrument.texts else "")
    begun = begin_talk(desk, case, instrument, wish)
    talk = replace(begun, run=replace(begun.run, begun_on=day))
    levels = _levels(case.languages, wanted.about)
    while (question := present_question(talk)) is not None:
        talk = _answered(talk, question, levels, number, wanted.shift + _other_view(wanted, number, question))
        if wanted.rests_after and len(talk.told) >= wanted.rests_after:
            return talk
    return finish(talk, day)


def _answered(
    talk: Conversation, question: Question, levels: Mapping[str, Level], number: int, shift: int
) -> Conversation:
    chance = _chance(f"{number} {question.key}")
    if question.ask is Ask.RANK:
        most = question.section.most or len(question.items)
        return answer_ranking(talk, _mixed([item.code for item in question.items], number)[:most])
    if question.ask is Ask.SEVERAL:
        chosen = [item.code for item in question.items if _chance(f"{number} {item.code}") < _SOME + 10 * shift]
        return answer_several(talk, chosen or [question.items[number % len(question.items)].code])
    if question.ask is Ask.WORDS:
        return answer_words(talk, _words(talk, question, number))
    if question.ask is Ask.CAN_DO:
        return answer_value(talk, _said_of_statement(question, levels, chance))
    return answer_value(talk, _step(question, chance, shift))


def _other_view(wanted: InventedTalk, number: int, question: Question) -> int:
    """Return by how many steps somebody else sees it differently: mostly by none."""
    if wanted.rater is Rater.SELF:
        return 0
    return (-1, 0, 0, 0, 0, 1)[_chance(f"{number} {wanted.rater.value} {wanted.observer} {question.key}") % 6]


def _step(question: Question, chance: int, shift: int) -> int:
    """Return a step of the scale: most say the upper half, few the lowest."""
    steps = [step.value for step in question.scale.steps] if question.scale else [0, 1]
    share = _UPPER if chance < _HALF else _UPPER - 1 if chance < _NEARLY else 1
    place = len(steps) - _UPPER + share - 1 + shift
    return steps[max(0, min(place, len(steps) - 1))]


def _said_of_statement(question: Question, levels: Mapping[str, Level], chance: int) -> int:
    """Return yes up to the level that the case tells, a little for the next one, no beyond."""
    item = question.item
    known = levels.get(item.skill)
    if known is None or item.level is None:
        return 2 if chance < _HALF else 3
    beyond = _LEVELS.index(item.level) - _LEVELS.index(known)
    return 3 if beyond <= 0 else 2 if beyond == 1 else 1


def _words(talk: Conversation, question: Question, number: int) -> str:
    if question.section.source is None:
        return talk.run.subject_in_words or _WISH
    place = [item for one in talk.questions if one.section is question.section for item in one.items]
    return _EXAMPLES[(number + place.index(question.item)) % len(_EXAMPLES)]


def _levels(languages: Sequence[LanguageSkill], language: str) -> dict[str, Level]:
    found = next((one for one in languages if one.language == language), None)
    if found is None:
        return {}
    levels = {skill.value: getattr(found, skill.value) for skill in Skill}
    return {skill: level for skill, level in levels.items() if level is not None}


def _mixed(codes: list[str], number: int) -> list[str]:
    return sorted(codes, key=lambda code: _chance(f"{number} {code}"))


def _chance(words: str) -> int:
    """Return a number below a hundred that is the same on every computer."""
    return zlib.crc32(words.encode()) % _FAR
