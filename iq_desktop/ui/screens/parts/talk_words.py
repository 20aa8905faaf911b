"""What is said about instruments and runs on the adviser's screen: how long, how far, in which language, by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.domain.instrument import Ask, Rater
from iq_desktop.wording.text import LanguageName, Text, as_it_is, joined, say, say_count

if TYPE_CHECKING:
    from iq_desktop.domain.assessment import Run
    from iq_desktop.domain.instrument import Instrument, Section

_SECONDS: Final = {
    Ask.SORT: 8,
    Ask.CHOICE: 10,
    Ask.CAN_DO: 10,
    Ask.SEVERAL: 6,
    Ask.RANK: 60,
    Ask.WORDS: 60,
}
"""How long one item takes, from trying it out; a ranking as a whole."""
_ADAPTIVE: Final = 3
_FROM_EARLIER: Final = 5
_MINUTE: Final = 60
_SIMPLE: Final = "de_simple"


def minutes_for(instrument: Instrument) -> int:
    """Return about how many minutes an instrument takes, at least one, from five on in steps of five."""
    minutes = sum(_seconds(section) for section in instrument.sections) / _MINUTE
    return max(round(minutes), 1) if minutes < 5 else 5 * round(minutes / 5)  # noqa: PLR2004  (as one says it)


def _seconds(section: Section) -> float:
    """Return how long a section takes: of what hangs on earlier answers about a fifth is asked."""
    each = _SECONDS[section.ask]
    if section.ask is Ask.RANK:
        return each
    if section.source is not None and not section.items:
        return each * _FROM_EARLIER
    count = len(section.items) / (_FROM_EARLIER if section.source is not None else 1)
    return each * count / (_ADAPTIVE if section.adaptive else 1)


def how_long(instrument: Instrument) -> Text:
    """Return how long it takes and in how many languages it is there."""
    minutes = minutes_for(instrument)
    time = say_count("about {count} minute", "about {count} minutes", count=minutes)
    languages = say_count("{count} language", "{count} languages", count=len(instrument.texts))
    return joined((time, languages))


def in_ours(instrument: Instrument, language: str, key: str) -> Text:
    """Return words of a pack in the adviser's language, German where it lacks them; nothing for an unknown key."""
    texts = instrument.texts["de"].texts
    return as_it_is(instrument.words(language, key) if key in texts else "")


def language_name(code: str) -> Text:
    """Return the name of a language of a pack."""
    if code == _SIMPLE:
        return say("Simple German")
    return say("{language}", language=LanguageName(code))


def who_answers(rater: Rater) -> Text:
    """Return who answers, as a sentence."""
    return {
        Rater.SELF: say("The person answers"),
        Rater.ADVISER: say("The adviser answers"),
        Rater.OBSERVER: say("An observer answers"),
    }[rater]


def begin_words(rater: Rater) -> Text:
    """Return what the button says that begins a run."""
    return {
        Rater.SELF: say("Begin with the person"),
        Rater.ADVISER: say("Rate as adviser"),
        Rater.OBSERVER: say("Note an observation"),
    }[rater]


def about_run(run: Run) -> Text:
    """Return who answered, when, and about what."""
    when = run.finished_on or run.begun_on
    day = say("{day}", day=when) if when is not None else as_it_is("")
    subject = say("{language}", language=LanguageName(run.subject)) if _is_language(run) else as_it_is(run.subject)
    return joined((run.rater.label, as_it_is(run.rater_name), subject, as_it_is(run.subject_in_words), day))


def _is_language(run: Run) -> bool:
    return bool(run.subject) and len(run.subject) <= 6 and run.subject.replace("_", "").isalpha()  # noqa: PLR2004
