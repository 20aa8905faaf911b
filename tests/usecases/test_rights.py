"""What a person can ask of the centre, act by act: restriction, correction, copy, erasing; and who may do it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.documents.kinds import DocumentKind
from iq_desktop.domain.case_list import CaseQuery
from iq_desktop.domain.centre import Adviser
from iq_desktop.domain.changes import Area, Change
from iq_desktop.domain.consent import CONSENT_WORDING, Consent, Purpose
from iq_desktop.domain.duplicate import LinkKind
from iq_desktop.domain.erasure import EraseReason
from iq_desktop.domain.keeping import RestrictReason
from iq_desktop.domain.role import Role
from iq_desktop.domain.talk import Closing
from iq_desktop.usecases import rights
from iq_desktop.usecases.case_export import export_cases
from iq_desktop.usecases.cases import save_case
from iq_desktop.usecases.consents import withdraw_consent
from iq_desktop.usecases.permissions import NotAllowed
from iq_desktop.usecases.printing import DOCUMENT_KINDS, print_document
from iq_desktop.usecases.problems import NoSuchCase, Stopped
from iq_desktop.usecases.progress import Silence
from iq_desktop.wording.problems import IqError
from tests.support.builders import TODAY, a_case, several_cases
from tests.support.fakes import ADVISER, MemoryCases, a_desk
from tests.support.memory_lists import MemoryLists, MemoryTables
from tests.support.tongues import TRANSLATIONS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.case_row import CaseRow
    from iq_desktop.usecases.desk import Desk

RESPONSIBLE = replace(ADVISER, role=Role.RESPONSIBLE)
PLAIN = replace(ADVISER, role=Role.ADVISER)


@pytest.fixture
def case() -> CaseFile:
    return a_case()


@pytest.fixture
def desk(case: CaseFile) -> Desk:
    return replace(a_desk(TRANSLATIONS, [case]), adviser=RESPONSIBLE)


def without(case: CaseFile, purpose: Purpose) -> CaseFile:
    gone = Consent(purpose, TODAY, "ar", CONSENT_WORDING, withdrawn_on=TODAY)
    return replace(case, consents=(*(one for one in case.consents if one.purpose is not purpose), gone))


def test_a_restricted_case_is_only_kept(desk: Desk, case: CaseFile) -> None:
    kept = save_case(desk, rights.restrict(desk, case, RestrictReason.DISPUTED, "Der Name")).case
    assert (kept.keeping.restricted_since, kept.keeping.restriction) == (TODAY, RestrictReason.DISPUTED)
    with pytest.raises(Stopped) as refused:
        save_case(desk, replace(kept, agreement=()))
    assert refused.value.text.message.startswith("The data of this case are restricted")
    with pytest.raises(Stopped):
        print_document(desk, kept, DOCUMENT_KINDS[0], "de", paired=False)
    free = save_case(desk, rights.lift_restriction(kept)).case
    assert save_case(desk, replace(free, agreement=())).case.agreement == ()
    assert print_document(desk, free, DOCUMENT_KINDS[0], "de", paired=False).pdf


def test_a_restriction_that_is_told_again_keeps_its_first_day(desk: Desk, case: CaseFile) -> None:
    since = replace(case.keeping, restricted_since=TODAY.replace(day=1))
    again = rights.restrict(desk, replace(case, keeping=since), RestrictReason.CLAIMS)
    assert again.keeping.restricted_since == TODAY.replace(day=1)


def test_the_withdrawal_of_the_counselling_stops_work_and_paper_at_once(desk: Desk, case: CaseFile) -> None:
    ended = save_case(desk, withdraw_consent(desk, case, Purpose.COUNSELLING)).case
    with pytest.raises(Stopped):
        save_case(desk, replace(ended, languages=()))
    with pytest.raises(Stopped):
        print_document(desk, ended, DOCUMENT_KINDS[0], "de", paired=False)
    closed = save_case(desk, replace(ended, closing=Closing(TODAY))).case
    assert closed.closing.is_closed


def test_without_the_consent_no_letter_goes_to_others(desk: Desk, case: CaseFile) -> None:
    letter = replace(DOCUMENT_KINDS[0], name="letter", is_passed_on=True)
    assert isinstance(letter, DocumentKind)
    stopped = without(case, Purpose.REFERRAL)
    with pytest.raises(Stopped):
        print_document(desk, stopped, letter, "de", paired=False)
    assert print_document(desk, stopped, DOCUMENT_KINDS[0], "de", paired=False).pdf
    assert print_document(desk, case, letter, "de", paired=False).pdf


class TellingStops(MemoryLists):
    """A list whose rows tell what is stopped, as those of the vault do."""

    def window(self, query: CaseQuery, *, limit: int, after: CaseRow | None = None) -> Sequence[CaseRow]:
        rows = super().window(query, limit=limit, after=after)
        stops = {"case-2": ("statistics",), "case-3": ("restricted",), "case-4": ("referral", "contact_later")}
        return [row._replace(stops=stops.get(row.id, ())) for row in rows]


def test_who_does_not_want_to_be_counted_stands_in_no_table(tmp_path: Path) -> None:
    store = MemoryCases({case.id: case for case in several_cases()})
    tables = MemoryTables()
    desk = replace(a_desk(TRANSLATIONS), cases=store, lists=TellingStops(store), tables=tables)
    count = export_cases(desk, CaseQuery(), ("number",), tmp_path / "list.csv", desk.tongue("de"), Silence())
    assert count == len(store.by_id) - 2
    numbers = {row[0] for row in tables.written["list.csv"][1:]}
    left_out = {store.by_id["case-2"].number, store.by_id["case-3"].number}
    assert numbers == {case.number for case in store.by_id.values()} - left_out


def test_a_correction_shows_what_was_wrong_what_is_right_when_and_by_whom(desk: Desk, case: CaseFile) -> None:
    asked = replace(rights.begin_correction(desk, "Familienname", "Al-Khatib"), became="Khatib")
    assert (asked.asked_on, asked.adviser_id) == (TODAY, desk.adviser.id)
    noted = rights.add_correction(case, asked)
    done = rights.finish_correction(desk, noted, asked)
    assert done.corrections == (replace(asked, done_on=TODAY),)
    refused = rights.refuse_correction(noted, asked, "So steht es im Pass")
    assert refused.corrections[0].refused_because == "So steht es im Pass"
    assert not refused.corrections[0].is_open


def test_erasing_is_for_responsible_persons_and_tells_every_page(desk: Desk, case: CaseFile) -> None:
    trainee = replace(desk, adviser=replace(ADVISER, role=Role.TRAINEE))
    with pytest.raises(NotAllowed):
        rights.erase_cases(trainee, [case.id], EraseReason.ASKED, Silence())
    done, changes = rights.erase_cases(desk, [case.id], EraseReason.ASKED, Silence())
    assert changes == (Change(Area.CASE, case.id),)
    assert done.case_ids == (case.id,)
    with pytest.raises(NoSuchCase):
        desk.cases.get(case.id)
    with pytest.raises(NoSuchCase):
        rights.erase_cases(desk, [case.id], EraseReason.ASKED, Silence())


def test_figures_are_counted_by_responsible_persons(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        rights.count_closed_cases(replace(desk, adviser=PLAIN), Silence())
    figures, changes = rights.count_closed_cases(desk, Silence())
    assert (tuple(figures), changes) == ((), ())


def test_a_copy_is_written_and_noted_in_every_case(case: CaseFile, tmp_path: Path) -> None:
    other = replace(a_case(), id="case-2", number="2026-0148")
    both = replace(a_desk(TRANSLATIONS, [case, other]), adviser=RESPONSIBLE)
    both.links.link(case.id, other.id, LinkKind.SAME)
    together = rights.cases_of_person(both, case.id)
    assert together == (case.id, other.id)
    copy = rights.copy_of_person(both, together)
    path = tmp_path / "copy.json"
    rights.save_copy(both, copy, path, both.tongue("de"))
    told = json.loads(path.read_text("utf-8"))
    assert told["cases"] == [case.number, other.number]
    noted = [(one.kind, one.case_id, one.payload) for one in both.journal.lines]  # type: ignore[attr-defined]  # memory
    assert noted[-2:] == [("copy_given", one, {"form": "file"}) for one in together]


def test_a_copy_that_cannot_be_written_is_told_in_words(desk: Desk, case: CaseFile, tmp_path: Path) -> None:
    copy = rights.copy_of_person(desk, [case.id])
    with pytest.raises(IqError) as refused:
        rights.save_copy(desk, copy, tmp_path / "no" / "such" / "copy.json", desk.tongue("de"))
    assert refused.value.advice.message


def test_the_adviser_of_a_desk_is_told_by_name(desk: Desk, case: CaseFile) -> None:
    copy = rights.copy_of_person(replace(desk, adviser=Adviser("x", "B. Baum")), [case.id])
    assert copy.made_by == "B. Baum"
    assert {section.name for section in copy.sections} >= {"case_file", "client", "contact", "competence", "keeping"}
