"""What is possible, as a table for paper: each route with its verdict and reason; what is not verified stays open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import Heading, Listing, Sentences, Typed
from iq_desktop.domain.eligibility import Verdict
from iq_desktop.wording.text import Text, as_it_is, joined, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iq_desktop.documents.blocks import Block, Words
    from iq_desktop.domain.eligibility import Finding, RouteVerdict

_SIMPLE: Final = "de_simple"
_MOST_ASKED: Final = 4
_UNSURE: Final = say("This must be asked at the office first.")


def eligibility_section(verdicts: Sequence[RouteVerdict], client_language: str) -> Iterator[Block]:
    """Yield what is possible, in the order of the verdicts, with the “Stand” of the rules; nothing without verdicts.

    A verdict that rests on rules which nobody verified is told as something to be checked, never as settled.
    """
    if not verdicts:
        return
    yield Heading(say("What is possible"))
    rows = tuple(_row(one, client_language) for one in verdicts)
    yield Listing((say("Way"), say("As it looks now"), say("Why")), rows, (0.28, 0.22, 0.5))
    days = [one.checked_on for one in verdicts if one.checked_on]
    if days:
        yield Sentences(say("Rules as of {day}. The offices decide.", day=min(days)), is_small=True)


def verdict_on_paper(verdict: RouteVerdict) -> Text:
    """Return a verdict as paper tells it."""
    if verdict.verdict is Verdict.UNDECIDED or verdict.is_verified:
        return verdict.verdict.label
    return say("still to be checked")


def _row(verdict: RouteVerdict, language: str) -> tuple[Words, ...]:
    route = verdict.route.label
    title = say("{route}: {subject}", route=route, subject=verdict.subject_name) if verdict.subject_name else route
    return title, verdict_on_paper(verdict), _why(verdict, language)


def _why(verdict: RouteVerdict, language: str) -> Words:
    """Return the reasons in simple words, those that were verified; what is missing where nothing can be said."""
    if verdict.verdict is Verdict.UNDECIDED:
        asked = joined([fact.label for fact in verdict.missing[:_MOST_ASKED]], ", ")
        return say("Still to be asked: {facts}", facts=asked) if asked.message else as_it_is("–")
    told = [one for one in verdict.decided_by if one.is_verified]
    if not told:
        return _UNSURE if verdict.decided_by else say("None of the grounds of access applies.")
    ours = " ".join(_sentence(one, _SIMPLE) for one in told)
    theirs = " ".join(one.rule.client_reasons.get(language, "") for one in told).strip()
    return Typed(ours, say("Why"), theirs)


def _sentence(finding: Finding, language: str) -> str:
    return finding.rule.client_reasons.get(language) or finding.rule.reasons["de"]
