"""Procedures on paper: what runs with its day of the law, never what is merely usual."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from iq_desktop.documents.blocks import Facts, Heading, Listing, Sentences
from iq_desktop.documents.occasion import Occasion
from iq_desktop.documents.sections.procedures import procedures_section
from iq_desktop.documents.support_plan import make_support_plan
from iq_desktop.domain.centre import Adviser, Centre
from iq_desktop.domain.procedure import LegalBasis
from tests.support.builders import TODAY, a_case
from tests.support.full_cases import a_usual_case
from tests.support.procedure_law import the_law
from tests.support.tongues import english

OCCASION = Occasion(Centre(), Adviser("1", "A. Krüger"), TODAY, law=the_law())


def test_a_running_procedure_is_told_with_who_has_to_act_until_when() -> None:
    heading, kind, facts, listing, stand = procedures_section(a_usual_case(), OCCASION)
    assert isinstance(heading, Heading)
    assert isinstance(kind, Heading)
    assert kind.is_minor
    assert english().speak(kind.words) == "Recognition"  # type: ignore[arg-type]  # a text
    assert isinstance(facts, Facts)
    assert english().speak(facts.rows[-1][1]) == "Papers complete, the body decides"  # type: ignore[arg-type]  # a text
    assert isinstance(listing, Listing)
    (row,) = listing.rows
    told = [english().speak(cell) for cell in row]  # type: ignore[arg-type]  # only texts stand there
    assert told == [
        "Decision of the body",
        "day 28 of 91 · paused 15 days",
        "until Jan 5, 2027",
        "it is the body's turn",
    ]
    assert isinstance(stand, Sentences)
    assert "Aug 19, 2026" in english().speak(stand.words)  # type: ignore[arg-type]  # a text


def test_what_is_merely_usual_is_not_printed() -> None:
    case = a_usual_case()
    usual = replace(case.procedures[0], legal_basis=LegalBasis.OCCUPATION)
    blocks = list(procedures_section(replace(case, procedures=(usual,)), OCCASION))
    assert not any(isinstance(block, Listing | Sentences) for block in blocks)


def test_without_a_procedure_there_is_nothing() -> None:
    assert list(procedures_section(a_case(), OCCASION)) == []
    assert list(procedures_section(replace(a_usual_case(), procedure_steps=()), OCCASION)) == []


def test_the_support_plan_tells_them() -> None:
    plan = make_support_plan(a_usual_case(), replace(OCCASION, day=dt.date(2026, 11, 3)))
    headings = [english().speak(block.words) for block in plan.blocks if isinstance(block, Heading)]  # type: ignore[arg-type]  # texts
    assert "Procedures" in headings
