"""What is said of the rights of a person: what is stopped, restricted, to be corrected, and when it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.domain.rights import what_is_stopped
from iq_desktop.usecases.backup_words import Told
from iq_desktop.usecases.vault_health import PART_NAMES
from iq_desktop.wording.text import NOTHING, Text, as_it_is, joined, say, say_count

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.consent import Purpose
    from iq_desktop.domain.erasure import Erasure, Mention
    from iq_desktop.domain.keeping import Correction, DueReview, Keeping


def tell_stops(case: CaseFile) -> tuple[Told, ...]:
    """Return what is stopped in a case, the widest first."""
    return tuple(Told("warn", stop.text) for stop in what_is_stopped(case))


def stop_of(case: CaseFile, purpose: Purpose) -> Text:
    """Return what the withdrawal of one purpose stopped; empty where nothing is stopped by it."""
    return next((stop.text for stop in what_is_stopped(case) if stop.code == purpose.value), NOTHING)


def tell_restriction(keeping: Keeping) -> Told:
    """Return whether the data are restricted, since when and why."""
    if keeping.restricted_since is None:
        return Told("open", say("Not restricted"), say("The case is worked on as usual."))
    why = keeping.restriction.label if keeping.restriction else NOTHING
    again = say("to be looked at on {day}", day=keeping.look_again_on) if keeping.look_again_on else NOTHING
    since = say("Restricted since {day}", day=keeping.restricted_since)
    return Told("warn", since, joined((why, as_it_is(keeping.restriction_in_words), again)))


def tell_review(day: dt.date, keeping: Keeping, today: dt.date) -> Told:
    """Return when the keeping of a case is looked at, and why it is kept longer where somebody has said so."""
    text = say("To be looked at since {day}", day=day) if day <= today else say("Is looked at on {day}", day=day)
    if keeping.review_on is None:
        return Told("warn" if day <= today else "good", text, say("By the rules of the centre."))
    why = keeping.reason.label if keeping.reason else NOTHING
    kept = say("Kept longer: {reason}", reason=joined((why, as_it_is(keeping.reason_in_words))))
    return Told("warn" if day <= today else "good", text, kept)


def correction_title(correction: Correction) -> Text:
    """Return what is to be corrected."""
    return as_it_is(correction.what) if correction.what else say("Something that is not described yet")


def correction_facts(correction: Correction) -> tuple[Text, ...]:
    """Return what it said, what is right, and since when the person waits."""
    was = say("it said: {words}", words=_short(correction.was)) if correction.was else NOTHING
    became = say("right is: {words}", words=_short(correction.became)) if correction.became else NOTHING
    asked = say("asked for on {day}", day=correction.asked_on) if correction.asked_on else NOTHING
    return (was, became, asked)


def correction_state(correction: Correction) -> Text:
    """Return how far a correction is."""
    if correction.done_on is not None:
        return say("corrected on {day}", day=correction.done_on)
    return say("not corrected") if correction.refused_because else say("waits")


def review_title(review: DueReview) -> Text:
    """Return which case is to be looked at."""
    who: Text = as_it_is(review.name) if review.name else say("Without a name")
    return say("{name} · case {number}", name=who, number=review.number)


def review_state(review: DueReview) -> Text:
    """Return how the counselling stands."""
    return say("The counselling is closed.") if review.is_closed else say("The counselling was never closed.")


def count_due(count: int) -> Text:
    """Return how many cases are to be looked at."""
    return say_count("{count} case to look at again", "{count} cases to look at again", count=count)


def mention_words(mentions: Sequence[Mention]) -> Text:
    """Return in which other cases the person seems to be named; empty where none was found."""
    if not mentions:
        return NOTHING
    told = [
        say("case {number} ({part})", number=one.number, part=PART_NAMES.get(one.part, as_it_is(one.part)))
        for one in mentions
    ]
    return say("Seems to be named in other cases too, which stay: {cases}.", cases=joined(told, ", "))


def erasure_title(done: Erasure) -> Text:
    """Return the number of an erasing, and why it was done."""
    return say("{number} · {reason}", number=done.number, reason=done.reason.label)


def erasure_facts(done: Erasure) -> Text:
    """Return how much went."""
    cases = say_count("{count} case", "{count} cases", count=len(done.case_ids))
    rows = say_count("{count} entry", "{count} entries", count=done.rows)
    return joined((cases, rows, say("anonymous figures kept") if done.is_anonymised else NOTHING))


def listed_counts(rows: Sequence[tuple[Text, int]]) -> Text:
    """Return in one sentence how many entries of which kind."""
    return joined([say("{part}: {count}", part=title, count=count) for title, count in rows], " · ")


def _short(words: str) -> str:
    return words.split("\n", maxsplit=1)[0]
