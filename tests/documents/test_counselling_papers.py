"""Support plan, receipts, checklist and certificates say what the case says, and what they are not."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.documents.blocks import Signatures
from iq_desktop.documents.certificates import (
    MOST_DAYS,
    counselling_days,
    make_counselling_certificate,
    make_participation_certificate,
)
from iq_desktop.documents.certified import Certified
from iq_desktop.documents.kinds import DOCUMENT_KINDS
from iq_desktop.documents.occasion import Occasion
from iq_desktop.documents.paper_checklist import make_paper_checklist
from iq_desktop.documents.receipt import make_receipt, make_return_receipt, receipt_parts, return_parts
from iq_desktop.documents.support_plan import make_support_plan
from iq_desktop.documents.talk_report import TalkReport, TalkReports
from iq_desktop.domain.centre import Adviser, Centre
from iq_desktop.domain.qualification import Paper, PaperForm, PaperKind, Whereabouts
from iq_desktop.domain.referral import AgreedPoint, ReferralState, Who
from iq_desktop.domain.talk import Talk, TalkKind
from iq_desktop.wording.text import say
from tests.documents.reading import all_words, flat, spoken, tables
from tests.support.builders import TODAY
from tests.support.full_cases import a_referral, a_usual_case, an_empty_case, an_overfull_case

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile

OCCASION = Occasion(Centre("Beratungsstelle"), Adviser("a", "A. Krüger"), dt.date(2026, 11, 3))
USUAL = a_usual_case()
MINE = (
    "support-plan",
    "referral-letter",
    "application-cv",
    "europass-cv",
    "paper-checklist",
    "receipt",
    "return-receipt",
    "counselling-certificate",
    "participation-certificate",
)
MAKERS = [kind.make for kind in DOCUMENT_KINDS if kind.name in MINE]


def said(document: Any) -> str:
    return "\n".join(all_words(document))


def a_paper(name: str, **changes: Any) -> Paper:
    paper = Paper(
        name,
        PaperKind.CERTIFICATE,
        forms=(PaperForm.ORIGINAL,),
        whereabouts=Whereabouts.CENTRE,
        handed_over_on=dt.date(2026, 11, 2),
        id=name,
    )
    return replace(paper, **changes)


def with_papers(*papers: Paper) -> CaseFile:
    return replace(USUAL, papers=papers)


@pytest.mark.parametrize("make", MAKERS, ids=MINE)
@pytest.mark.parametrize("case", [an_empty_case(), USUAL, an_overfull_case()], ids=["empty", "usual", "overfull"])
def test_each_says_what_it_is_not_or_what_becomes_of_it(make: Any, case: CaseFile) -> None:
    assert make(case, OCCASION).footnote.message
    assert make(case, OCCASION).blocks


@pytest.mark.parametrize("make", [make_support_plan, make_receipt, make_return_receipt])
def test_both_sides_sign(make: Any) -> None:
    case = with_papers(a_paper("Diplom"), a_paper("Zeugnis", handed_back_on=TODAY))
    lines = [block for block in flat(make(case, OCCASION).blocks) if isinstance(block, Signatures)]
    assert [spoken(line) for line in lines[0].lines][1:] == ["Signature of the client", "Signature of the adviser"]


def test_the_plan_has_every_step_with_its_person_and_day() -> None:
    points = (
        AgreedPoint("Zeugnisse übersetzen", "ترجمة", Who.CLIENT, dt.date(2026, 12, 1)),
        AgreedPoint(),
        AgreedPoint("Kammer anrufen", who=Who.ADVISER),
        *(AgreedPoint(f"Schritt {number}", who=Who.BOTH) for number in range(9)),
    )
    steps = tables(make_support_plan(replace(USUAL, agreement=points), OCCASION))[0]
    assert steps[0] == ["1", "Zeugnisse übersetzen", "You", "Dec 1, 2026"]
    assert steps[1] == ["2", "Kammer anrufen", "The adviser", ""]
    assert len(steps) == 11


def test_the_plan_leaves_out_what_is_over() -> None:
    referrals = tuple(a_referral(id=state.value, recipient=state.value, state=state) for state in ReferralState)
    words = said(make_support_plan(replace(USUAL, referrals=referrals), OCCASION)).split("\n")
    assert {"planned", "sent", "accepted", "started"} <= set(words)
    assert not {"refused", "finished", "dropped"} & set(words)
    past = replace(USUAL.appointments[0], day=dt.date(2026, 10, 1), what="vorbei", id="past")
    assert "vorbei" not in said(make_support_plan(replace(USUAL, appointments=(past,)), OCCASION))


def test_a_receipt_numbers_the_originals_that_lie_here() -> None:
    case = with_papers(
        a_paper("Diplom", remarks="Ecke fehlt", language="ar"),
        a_paper("Pass", whereabouts=Whereabouts.CLIENT),
        a_paper("Zeugnis", handed_back_on=TODAY),
        a_paper("Notenliste"),
    )
    (rows,) = tables(make_receipt(case, OCCASION))
    assert [row[:2] for row in rows] == [["1", "Diplom"], ["2", "Notenliste"]]
    assert rows[0][2:] == ["Original; Arabic", "Nov 2, 2026", "Ecke fehlt"]
    assert [part.id for part in receipt_parts(case)] == ["", "Diplom", "Notenliste"]
    (rows,) = tables(make_receipt(case, replace(OCCASION, part="Notenliste")))
    assert [row[:2] for row in rows] == [["1", "Notenliste"]]


def test_the_receipt_of_a_return_names_the_papers_of_the_last_one_and_what_is_left() -> None:
    case = with_papers(
        a_paper("früher", handed_back_on=dt.date(2026, 10, 1)),
        a_paper("heute", handed_back_on=dt.date(2026, 11, 3)),
        a_paper("noch da"),
    )
    document = make_return_receipt(case, OCCASION)
    (rows,) = tables(document)
    assert [row[1] for row in rows] == ["heute"]
    assert "Other papers still lie at the centre: 1." in said(document)
    assert return_parts(case) == ()


def test_receipts_for_nothing_say_so_and_are_not_signed() -> None:
    for make, words in (
        (make_receipt, "No original lies at the centre."),
        (make_return_receipt, "No original was handed back yet."),
    ):
        document = make(an_empty_case(), OCCASION)
        assert words in said(document)
        assert not any(isinstance(block, Signatures) for block in flat(document.blocks))


def test_a_certificate_counts_each_day_of_counselling_once() -> None:
    days = [dt.date(2026, 10, day) for day in (6, 20, 20)]
    talks = (
        *(Talk(day, TalkKind.FOLLOW_UP, minutes=30) for day in days[1:]),
        Talk(dt.date(2026, 10, 8), TalkKind.CALL, minutes=5),
        Talk(None, TalkKind.FOLLOW_UP),
    )
    case = replace(USUAL, contact=replace(USUAL.contact, first_talk_on=days[0], minutes=60), talks=talks)
    assert counselling_days(case) == ((days[0], 60), (days[1], 60))
    assert "120 minutes" in said(make_counselling_certificate(case, OCCASION))


def test_a_certificate_of_many_days_tells_their_number_and_span() -> None:
    talks = tuple(Talk(dt.date(2026, 3, day), TalkKind.FOLLOW_UP) for day in range(1, MOST_DAYS + 3))
    case = replace(USUAL, contact=replace(USUAL.contact, first_talk_on=None), talks=talks)
    words = said(make_counselling_certificate(case, OCCASION))
    assert f"{MOST_DAYS + 2} days, Mar 1, 2026 to Mar {MOST_DAYS + 2}, 2026" in words
    assert "minutes" not in words


def test_certificates_tell_nothing_of_the_situation() -> None:
    case = an_overfull_case()
    for make in (make_counselling_certificate, make_participation_certificate):
        words = said(make(case, OCCASION))
        kept = (case.situation.barriers, case.situation.family, case.contact.concern_in_words, case.client.street)
        assert not any(word and word in words for word in kept)
        assert case.number not in words


def test_taking_part_names_what_was_done_when() -> None:
    report = TalkReport(say("Interests"), (), (say("Own view"),), (say("Nov 1, 2026"),), ())
    talks = TalkReports((report,) * 13)
    document = make_participation_certificate(USUAL, replace(OCCASION, talks=talks))
    (certified,) = [block for block in flat(document.blocks) if isinstance(block, Certified)]
    assert [spoken(label) for label, _when in certified.facts] == ["Interests"] * 6 + ["and 7 more"]
    assert "Nothing was finished yet." in said(make_participation_certificate(USUAL, OCCASION))


def test_a_certificate_leaves_room_for_a_name_that_is_not_known() -> None:
    assert "......" in said(make_counselling_certificate(an_empty_case(), OCCASION))


def test_the_checklist_tells_what_is_there_and_what_is_missing() -> None:
    words = said(make_paper_checklist(USUAL, OCCASION))
    assert "Translation (sworn)" in words
    assert "§ 5 (1) and (2) BQFG" in words
    there = with_papers(
        a_paper("Diplom", belongs_to="training", forms=(PaperForm.COPY, PaperForm.TRANSLATION)),
        a_paper("Pass", kind=PaperKind.IDENTITY, forms=(PaperForm.COPY,)),
    )
    assert "nothing is missing" in said(make_paper_checklist(there, OCCASION))
    lost = with_papers(a_paper("Diplom", belongs_to="training", forms=(PaperForm.LOST,)))
    missing = tables(make_paper_checklist(lost, OCCASION))[0]
    assert [row[0] for row in missing] == ["Passport or identity card", "Certificate of a qualification"]
