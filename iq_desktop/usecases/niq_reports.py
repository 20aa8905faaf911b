"""Reporting counsellings to the documentation NIQ: what can go, the file, what comes back, and the way back.

Whoever is only kept, or is not to be counted, goes nowhere, and neither do invented clients and short consultations.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.domain.case_file import CaseKind
from iq_desktop.domain.case_list import CaseQuery
from iq_desktop.domain.niq import NiqLight, niq_state, red_gaps
from iq_desktop.domain.niq_record import NiqRecord, Sender, niq_record
from iq_desktop.domain.niq_report import with_chiffre, with_report
from iq_desktop.domain.rights import Act, find_stop
from iq_desktop.usecases.case_actions import Acted, set_field, undo_action
from iq_desktop.usecases.progress import Cancelled, Silence
from iq_desktop.wording.cleaning import clean_line
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import Text, joined, say, say_count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.niq_ports import NiqForm
    from iq_desktop.usecases.progress import Progress

REPORTED: Final = "niq_reported"
"""The kind of the entry in the journal of a case whose record went into a file."""
_PORTION: Final = 100


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A case that cannot be reported, and why."""

    case_id: str
    number: str
    name: str
    reason: Text


@dataclass(frozen=True, slots=True)
class NiqPlan:
    """What of some cases can be reported: identities of complete and of incomplete ones, and what is left out."""

    complete: tuple[str, ...] = ()
    incomplete: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    def chosen(self, *, with_incomplete: bool) -> tuple[str, ...]:
        """Return the identities of the cases that go, the incomplete ones only where somebody wants that."""
        return (*self.complete, *self.incomplete) if with_incomplete else self.complete


@dataclass(frozen=True, slots=True)
class ChiffresTaken:
    """What came of a table of Chiffres: the change with its way back, and how many rows name a case unknown here."""

    acted: Acted
    unknown: int


def sender_of(desk: Desk) -> Sender:
    """Return who reports: the number and the place of the centre."""
    centre = desk.centres.centre()
    return Sender(centre.niq_id, centre.place)


def record_of(desk: Desk, case: CaseFile) -> NiqRecord:
    """Return the record of a case as it would be sent today."""
    return niq_record(case, desk.niq.codes, sender_of(desk), desk.clock.today())


def find_obstacle(case: CaseFile) -> Text | None:
    """Return why a case cannot be reported, or None."""
    stop = find_stop(case, Act.COUNT)
    if stop is not None:
        return stop.text
    if case.is_invented:
        return say("Invented clients are not reported.")
    if case.kind is CaseKind.SHORT:
        return say("Short consultations are not reported.")
    red = [gap.text for gap in red_gaps(case)]
    return joined(red, " ") if red else None


def plan_reports(desk: Desk, case_ids: Sequence[str], progress: Progress | None = None) -> NiqPlan:
    """Return what of some cases can be reported; nothing is changed and nothing leaves the vault."""
    watch, today = progress or Silence(), desk.clock.today()
    complete: list[str] = []
    incomplete: list[str] = []
    left_out: list[LeftOut] = []

    def sort(case: CaseFile) -> CaseFile:
        obstacle = find_obstacle(case)
        if obstacle is not None:
            left_out.append(LeftOut(case.id, case.number, case.client.full_name, obstacle))
        else:
            (complete if niq_state(case, today).light is NiqLight.GREEN else incomplete).append(case.id)
        return case

    for start in range(0, len(case_ids), _PORTION):
        watch.step(start, len(case_ids), say("Looking at the cases"))
        desk.cases.change_many(case_ids[start : start + _PORTION], sort)
    return NiqPlan(tuple(complete), tuple(incomplete), tuple(left_out))


def report_cases(
    desk: Desk, case_ids: Sequence[str], form: NiqForm, path: Path, progress: Progress | None = None
) -> Acted:
    """Write the records of cases into a file and note in each case what was reported; what cannot go is left out.

    It is noted before anything leaves the vault; where the file cannot be written, the notes are taken back. Raises
    IqError, Cancelled.
    """
    sender, today = _known_sender(desk), desk.clock.today()
    records: dict[str, NiqRecord] = {}

    def report(case: CaseFile) -> Any:
        if find_obstacle(case) is not None:
            return case.niq_reports
        records[case.id] = niq_record(case, desk.niq.codes, sender, today)
        return with_report(case, records[case.id], today).niq_reports

    acted = set_field(desk, case_ids, "niq_reports", report, progress)
    if not acted.count:
        raise IqError(
            say("None of these cases can be reported yet."),
            say("Please complete what is missing first: the light NIQ of each case says what it is."),
        )
    try:
        _note(desk, tuple(acted.after), path.name)
        desk.niq.files.write(path, [records[one] for one in acted.after], form)
    except (Cancelled, IqError):
        undo_action(desk, acted)
        raise
    told = say_count(
        "{count} case is in “{name}”.", "{count} cases are in “{name}”.", count=acted.count, name=path.name
    )
    return acted.with_text(told)


def report_case(desk: Desk, case: CaseFile, form: NiqForm, path: Path) -> CaseFile:
    """Write the record of one case into a file and return the case that knows it, to be saved; raises IqError."""
    sender = _known_sender(desk)
    obstacle = find_obstacle(case)
    if obstacle is not None:
        raise IqError(say("This case cannot be reported yet."), obstacle)
    record = niq_record(case, desk.niq.codes, sender, desk.clock.today())
    desk.cases.note_in_journal(REPORTED, case.id, path.name)
    desk.niq.files.write(path, (record,), form)
    return with_report(case, record, desk.clock.today())


def note_chiffre(case: CaseFile, typed: str) -> CaseFile:
    """Return the case with the Chiffre that NIQ returned; empty words take it away."""
    return with_chiffre(case, clean_line(typed))


def take_chiffres(desk: Desk, path: Path, progress: Progress | None = None) -> ChiffresTaken:
    """Note the Chiffres of a table `id;Chiffre` in their cases; raises IqError where it is none, Cancelled."""
    told: Mapping[str, str] = desk.niq.files.read_chiffres(path)
    seen = set(desk.lists.case_ids(CaseQuery()))
    known = tuple(one for one in told if one in seen)

    def note(case: CaseFile) -> Any:
        return note_chiffre(case, told[case.id]).niq_reports

    acted = set_field(desk, known, "niq_reports", note, progress)
    text = say_count("{count} Chiffre noted", "{count} Chiffres noted", count=acted.count)
    return ChiffresTaken(acted.with_text(text), len(told) - len(known))


def _known_sender(desk: Desk) -> Sender:
    sender = sender_of(desk)
    if not sender.niq_id:
        raise IqError(
            say("The number of the centre in NIQ is missing."),
            say("Please enter it in the settings, on the page Centre; every record begins with it."),
        )
    return sender


def _note(desk: Desk, case_ids: Sequence[str], name: str) -> None:
    for start in range(0, len(case_ids), _PORTION):
        desk.cases.hand_out(case_ids[start : start + _PORTION], REPORTED, name, frozenset())
