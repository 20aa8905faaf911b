"""Talking along an instrument: beginning, keeping each answer, finishing, and the anonymous answers at the end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.assessment import Run
from iq_desktop.domain.instrument import Ask, Instrument, Rater
from iq_desktop.domain.talk_conversation import Conversation, finish
from iq_desktop.domain.talk_questions import OutsideItem
from iq_desktop.usecases.cases import save_case
from iq_desktop.usecases.instruments import get_instrument
from iq_desktop.usecases.talk_fruits import with_ratings_in_step

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.changes import Saved
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.instrument_ports import Feedback

OCCUPATION_SKILLS: Final = "occupation_skills"
"""What packs call the competences of the case as items from outside."""


@dataclass(frozen=True, slots=True)
class TalkWish:
    """With whom and about what a talk shall be: `subject` as a code (a language), `subject_in_words` as told."""

    rater: Rater = Rater.SELF
    rater_name: str = ""
    subject: str = ""
    subject_in_words: str = ""
    language: str = ""


def begin_talk(desk: Desk, case: CaseFile, instrument: Instrument, wish: TalkWish | None = None) -> Conversation:
    """Return a new talk of a case; it is kept with its first answer, so that a mere look leaves nothing behind."""
    asked = wish or TalkWish()
    run = Run(
        instrument.code,
        instrument.version,
        asked.rater,
        asked.rater_name,
        asked.subject,
        asked.subject_in_words,
        asked.language or case.contact.client_language,
        desk.clock.today(),
    )
    return Conversation(instrument, run, outside=outside_items(case, instrument))


def try_instrument(desk: Desk, instrument: Instrument, language: str = "de") -> Conversation:
    """Return a talk without a case, to try an instrument; nothing of it is ever kept."""
    run = Run(instrument.code, instrument.version, language=language, begun_on=desk.clock.today())
    outside = (OutsideItem(OCCUPATION_SKILLS, "example", (("de", "Kunden beraten"), ("en", "advise customers"))),)
    return Conversation(instrument, run, outside=outside if _asks_outside(instrument) else ())


def continue_talk(desk: Desk, case: CaseFile, run_id: str) -> Conversation:
    """Return a talk of a case as it was left, with the version it was begun with.

    Raises KeyError for a run that the case does not have, NoSuchInstrument where its pack is gone.
    """
    run = {one.id: one for one in case.runs}[run_id]
    instrument = get_instrument(desk, run.instrument, run.version)
    answers = tuple(answer for answer in case.answers if answer.run_id == run_id)
    return Conversation(instrument, run, answers, outside_items(case, instrument))


def with_talk(case: CaseFile, talk: Conversation) -> CaseFile:
    """Return the case with the present state of a talk; raises ValueError for one that is anonymous.

    New ratings of competences that the case brought stand with these at once.
    """
    if talk.instrument.is_anonymous:
        raise ValueError("an anonymous talk never lies in a case")
    case = with_ratings_in_step(case, talk)
    is_known = any(one.id == talk.run.id for one in case.runs)
    runs = tuple(talk.run if one.id == talk.run.id else one for one in case.runs)
    mine = {answer.id: answer for answer in talk.answers}
    kept = [mine.pop(answer.id, answer) for answer in case.answers]
    return replace(case, runs=runs if is_known else (*runs, talk.run), answers=(*kept, *mine.values()))


def keep_talk(desk: Desk, case: CaseFile, talk: Conversation) -> Saved:
    """Save a case with the present state of a talk: one transaction, so that a kill loses at most the card in hand."""
    return save_case(desk, with_talk(case, talk))


def finish_talk(desk: Desk, case: CaseFile, talk: Conversation) -> tuple[Saved, Conversation]:
    """Save a talk as finished today, and return it."""
    done = finish(talk, desk.clock.today())
    return keep_talk(desk, case, done), done


def without_run(case: CaseFile, run_id: str) -> CaseFile:
    """Return the case without a run and its answers."""
    return replace(
        case,
        runs=tuple(one for one in case.runs if one.id != run_id),
        answers=tuple(one for one in case.answers if one.run_id != run_id),
    )


def outside_items(case: CaseFile, instrument: Instrument) -> tuple[OutsideItem, ...]:
    """Return what a case brings to an instrument: its competences, where the pack asks for them."""
    if not _asks_outside(instrument):
        return ()
    return tuple(
        OutsideItem(OCCUPATION_SKILLS, one.id, (("de", one.name_de), ("en", one.name_en or one.name_de)))
        for one in case.competences
    )


def item_name(talk: Conversation, code: str, language: str) -> str:
    """Return the short name of an item for results, in a language; German stands in. Raises KeyError."""
    return _words_of(talk, code, language, f"item.{code}.name")


def item_words(talk: Conversation, code: str, language: str) -> str:
    """Return the sentence of an item in a language; German stands in. Raises KeyError."""
    return _words_of(talk, code, language, f"item.{code}")


def give_feedback(desk: Desk, talk: Conversation) -> None:
    """Keep an anonymous talk without case, name or day; raises ValueError for one that is not anonymous."""
    if not talk.instrument.is_anonymous:
        raise ValueError("this talk belongs to a case")
    given = [answer for answer in talk.answers if not answer.is_not_now]
    spoken = {one.code for one in talk.instrument.sections if one.ask is Ask.WORDS}
    values = {answer.question: answer.value for answer in given if answer.value is not None}
    words = [answer.words for answer in given if answer.section in spoken and answer.words]
    if values or words:
        run = talk.run
        desk.instruments.feedback.put(run.instrument, run.version, values, words, desk.clock.today())


def feedback_of(desk: Desk, instrument: Instrument) -> Feedback:
    """Return what people answered anonymously, as far as it may be shown."""
    return desk.instruments.feedback.feedback(instrument.code, instrument.version)


def _asks_outside(instrument: Instrument) -> bool:
    return any(one.source is not None and one.source.outside == OCCUPATION_SKILLS for one in instrument.sections)


def _words_of(talk: Conversation, code: str, language: str, key: str) -> str:
    outside = next((one for one in talk.outside if one.code == code), None)
    return outside.name(language) if outside else talk.instrument.words(language, key)
