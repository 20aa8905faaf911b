"""What was reported to NIQ, under which Chiffre, and what has changed since."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings

from iq_desktop.domain.client import Client
from iq_desktop.domain.contact import Channel
from iq_desktop.domain.niq_record import NiqRecord, Sender, niq_record
from iq_desktop.domain.niq_report import (
    NiqChange,
    NiqReport,
    ReportState,
    changes_since,
    chiffre_of,
    find_changes,
    find_last_report,
    report_of,
    state_of_report,
    with_chiffre,
    with_report,
)
from iq_desktop.domain.talk import Talk
from tests.support.builders import TODAY, a_case, a_client
from tests.support.memory_niq import the_codes
from tests.support.strategies import values_of

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile

SENDER: Final = Sender("417", "Berlin")
LATER: Final = TODAY + dt.timedelta(days=30)


def reported(case: CaseFile) -> CaseFile:
    return with_report(case, niq_record(case, the_codes(), SENDER, TODAY), TODAY)


def test_a_case_is_not_reported_then_reported_then_changed() -> None:
    case = a_case()
    assert state_of_report(case, the_codes(), TODAY) is ReportState.NOT_REPORTED
    case = reported(case)
    assert state_of_report(case, the_codes(), LATER) is ReportState.REPORTED
    talk = Talk(LATER, channel=Channel.TELEPHONE)
    changed = replace(case, talks=(talk,))
    assert state_of_report(changed, the_codes(), LATER) is ReportState.CHANGED
    assert find_changes(changed, the_codes(), LATER) == (
        NiqChange("pickfolgedatum1", "", "03.12.2026"),
        NiqChange("beratungsform1", "", "3"),
    )
    assert state_of_report(replace(changed, talks=()), the_codes(), LATER) is ReportState.REPORTED


def test_what_the_record_does_not_tell_is_no_change() -> None:
    case = reported(a_case())
    changed = replace(case, client=replace(case.client, phone="030 1", place="Potsdam"))
    assert find_changes(changed, the_codes(), LATER) == ()


def test_another_number_of_the_centre_is_no_change_of_the_case() -> None:
    case = reported(a_case())
    assert find_last_report(case) == case.niq_reports[-1]
    assert '"417"' in case.niq_reports[-1].record
    assert state_of_report(case, the_codes(), TODAY) is ReportState.REPORTED


def test_another_place_of_the_talk_is_a_change() -> None:
    case = reported(a_case())
    moved = case.with_contact(replace(case.contact, held_at="Rathaus Spandau"))
    assert find_changes(moved, the_codes(), TODAY) == (NiqChange("ort", "Berlin", "Rathaus Spandau"),)


def test_a_second_report_goes_under_the_same_chiffre_and_counts_from_then() -> None:
    case = with_chiffre(reported(a_case()), "B-17")
    case = reported(replace(case, talks=(Talk(LATER, channel=Channel.TELEPHONE),)))
    assert [one.chiffre for one in case.niq_reports] == ["B-17", "B-17"]
    assert state_of_report(case, the_codes(), LATER) is ReportState.REPORTED


def test_a_chiffre_is_noted_corrected_and_taken_away() -> None:
    case = with_chiffre(reported(a_case()), "B-17")
    assert chiffre_of(case) == "B-17"
    assert chiffre_of(with_chiffre(case, "B-18")) == "B-18"
    assert chiffre_of(with_chiffre(case, "")) == ""
    assert find_last_report(with_chiffre(case, "")) is not None
    assert with_chiffre(case, "B-17") is case


def test_a_chiffre_from_elsewhere_is_no_report_of_ours() -> None:
    case = with_chiffre(a_case(), "B-17")
    assert chiffre_of(case) == "B-17"
    assert state_of_report(case, the_codes(), TODAY) is ReportState.NOT_REPORTED
    assert with_chiffre(case, "").niq_reports == ()


def test_what_is_gone_is_told_last() -> None:
    report = report_of(NiqRecord((("a", "1"), ("b", "2"), ("c", "3"))), TODAY)
    record = NiqRecord((("a", "1"), ("c", "4"), ("d", "5")))
    told = (NiqChange("c", "3", "4"), NiqChange("d", "", "5"), NiqChange("b", "2", ""))
    assert changes_since(report, record) == told


@pytest.mark.parametrize("record", ["{}", "[]", "no JSON", "7"])
def test_a_damaged_report_counts_as_changed_in_every_field(record: str) -> None:
    case = replace(a_case(), niq_reports=(NiqReport(TODAY, "", record),))
    assert state_of_report(case, the_codes(), TODAY) is ReportState.CHANGED


@settings(max_examples=40)
@given(values_of(Client), values_of(Client))
def test_a_report_says_just_what_differs(before: Client, after: Client) -> None:
    case = reported(a_case(client=before))
    later = replace(case, client=after)
    changes = find_changes(later, the_codes(), TODAY)
    old = dict(niq_record(case, the_codes(), SENDER, TODAY).pairs)
    new = dict(niq_record(later, the_codes(), SENDER, TODAY).pairs)
    assert {one.name: (one.before, one.after) for one in changes} == {
        name: (old.get(name, ""), new.get(name, "")) for name in {*old, *new} if old.get(name, "") != new.get(name, "")
    }
    assert state_of_report(reported(a_case(client=a_client())), the_codes(), TODAY) is ReportState.REPORTED
