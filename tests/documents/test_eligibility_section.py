"""What is possible, on paper: verdicts with reasons in both languages; nothing unverified is told as settled."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from iq_desktop.documents.blocks import Heading, Listing, Sentences, Typed
from iq_desktop.documents.sections.eligibility import eligibility_section
from iq_desktop.domain.eligibility import Finding, RouteVerdict, Verdict
from iq_desktop.domain.facts import FACTS
from iq_desktop.domain.rule import ALWAYS, Cite, Outcome, Route, Rule, RulePack
from iq_desktop.wording.text import Text
from tests.support.tongues import english

RULE = Rule(
    "open",
    Route.WORK,
    Outcome.OPEN,
    ALWAYS,
    {"de": "Die Person darf arbeiten.", "en": "The person may work."},
    {"de_simple": "Sie dürfen arbeiten.", "ar": "يمكنك العمل."},
    (Cite("AufenthG", "4a", "1"),),
    verified=True,
)
PACK = RulePack("work", "2026.1", {"de": "Arbeit"}, "invented", dt.date(2026, 8, 19), True, (RULE,))
SURE = RouteVerdict(Route.WORK, Verdict.OPEN, Verdict.OPEN, (Finding(RULE, PACK, is_true=True),))
UNSURE = replace(SURE, decided_by=(Finding(replace(RULE, verified=False), PACK, is_true=True),), subject_name="Bäcker")


def spoken(words: object) -> str:
    return english().speak(words) if isinstance(words, Text) else ""


def test_a_verified_verdict_is_told_with_its_reason_in_simple_words_and_in_the_clients_language() -> None:
    heading, table, end = eligibility_section((SURE,), "ar")
    assert isinstance(heading, Heading)
    assert isinstance(table, Listing)
    assert isinstance(end, Sentences)
    ((way, verdict, why),) = table.rows
    assert (spoken(way), spoken(verdict)) == ("Permission to work", "possible")
    assert isinstance(why, Typed)
    assert (why.words, why.own_words) == ("Sie dürfen arbeiten.", "يمكنك العمل.")
    assert spoken(end.words) == "Rules as of Aug 19, 2026. The offices decide."


def test_what_is_not_verified_is_never_printed_as_settled() -> None:
    _heading, table, _end = eligibility_section((UNSURE,), "ar")
    assert isinstance(table, Listing)
    ((way, verdict, why),) = table.rows
    assert spoken(way) == "Permission to work: Bäcker"
    assert spoken(verdict) == "still to be checked"
    assert spoken(why) == "This must be asked at the office first."
    both = replace(UNSURE, decided_by=(*SURE.decided_by, *UNSURE.decided_by))
    _heading, table, _end = eligibility_section((both,), "uk")
    assert isinstance(table, Listing)
    why = table.rows[0][2]
    assert isinstance(why, Typed)
    assert (why.words, why.own_words) == ("Sie dürfen arbeiten.", ""), "only what was verified, once"


def test_what_cannot_be_said_names_what_is_missing_and_what_is_closed_says_why() -> None:
    missing = replace(SURE, verdict=Verdict.UNDECIDED, decided_by=(), missing=(FACTS["age"], FACTS["home"]))
    closed = replace(SURE, verdict=Verdict.CLOSED, decided_by=())
    nothing = replace(missing, missing=())
    blocks = tuple(eligibility_section((missing, closed, nothing), ""))
    table = blocks[1]
    assert isinstance(table, Listing)
    assert [spoken(row[2]) for row in table.rows] == [
        "Still to be asked: Age, Lives in Germany or abroad",
        "None of the grounds of access applies.",
        "–",
    ]
    assert len(blocks) == 2, "no rule decided, so that there is no day of any"


def test_nothing_is_said_without_rules() -> None:
    assert tuple(eligibility_section((), "ar")) == ()
