"""Coming from the IQ Webapp: its table is read, looked at, taken in batch by batch, and taken back as a whole."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.changes import Area, Change
from iq_desktop.domain.duplicate import LinkKind
from iq_desktop.domain.erasure import EraseReason
from iq_desktop.domain.role import Act
from iq_desktop.usecases.duplicates import SEEN
from iq_desktop.usecases.permissions import may_i, require
from iq_desktop.usecases.problems import NoSuchCase
from iq_desktop.usecases.progress import Silence
from iq_desktop.usecases.webapp_fields import fold, has_people, recognise_heads
from iq_desktop.usecases.webapp_ports import CaseImport
from iq_desktop.usecases.webapp_preview import Looked, Preview, Reading, Undone
from iq_desktop.usecases.webapp_report import report_lines
from iq_desktop.usecases.webapp_rows import (
    Proposal,
    RowFault,
    count_unknown,
    keys_of,
    read_people,
    read_talks,
)
from iq_desktop.usecases.webapp_words import import_words
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import Text, say, say_count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.talk import Talk
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.progress import Progress
    from iq_desktop.usecases.webapp_ports import TableFile, TableSheet

BATCH: Final = 50
"""Cases that are taken in within one transaction: others can save in between."""
_ERASED_AT_ONCE: Final = 250
"""Cases that are erased in one transaction: about two seconds in which others cannot save."""
_ALIKE: Final = 1


def open_table(desk: Desk, path: Path) -> tuple[TableFile, Reading]:
    """Return a workbook and how it is read: as it was last time for the same columns, else as its heads say.

    Raises NotAllowed, or IqError where the file cannot be read or tells of nobody; nothing is changed.
    """
    require(desk, Act.TAKE_CASES)
    file = desk.webapp.reader.read(path)
    return file, _remembered(desk, file) or _recognised(file)


def look(desk: Desk, file: TableFile, reading: Reading, progress: Progress) -> Preview:
    """Return what would be taken in, with every likeness to cases that are there; raises Cancelled."""
    require(desk, Act.TAKE_CASES)
    words = import_words(desk, reading.answers)
    sheet = file.sheets[reading.people]
    people = read_people(sheet, reading.codes, words, desk.adviser.id)
    faults: list[RowFault] = []
    if reading.talks is not None:
        talks, faults_of_talks = read_talks(file.sheets[reading.talks], reading.talk_codes, words)
        people, left = _with_talks(people, talks)
        faults += [*faults_of_talks, *left]
    rows: list[Looked] = []
    seen: dict[str, int] = {}
    for number, one in enumerate(people):
        progress.step(number, len(people), say("Looking for people who are known already"))
        rows.append(_look_at(desk, one, seen))
    all_faults = (*(fault for one in people for fault in one.faults), *faults)
    return Preview(tuple(rows), all_faults, count_unknown(all_faults))


def take_in_cases(
    desk: Desk, file: TableFile, reading: Reading, preview: Preview, progress: Progress, *, with_doubles: bool
) -> tuple[CaseImport, tuple[Change, ...]]:
    """Take the rows in and return the import; who is known already is left out, or taken in and linked; never merged.

    Each batch is one transaction. Where it is cancelled or refused, what was taken in until then stays, stands in the
    list of imports, and can be taken back there. Raises NotAllowed, Cancelled, IqError.
    """
    require(desk, Act.TAKE_CASES)
    wanted = [one for one in preview.rows if with_doubles or not one.is_double]
    entry = CaseImport(
        name=file.name,
        taken_at=desk.clock.now(),
        adviser_id=desk.adviser.id,
        rows=len(preview.rows),
        left_out=len(preview.rows) - len(wanted),
        heads=_head_set(file.sheets[reading.people]),
        choices=_choices_words(reading),
    )
    by_row = {one.row: one.proposal.case.id for one in wanted}
    for start in range(0, len(wanted), BATCH):
        progress.step(start, len(wanted), say("Taking cases in"))
        batch = wanted[start : start + BATCH]
        entry = desk.webapp.imports.take(entry, [one.proposal.case for one in batch])
        for one in batch:
            _link(desk, one, by_row)
    entry = replace(entry, report=_spoken(desk, report_lines(entry, preview, with_doubles=with_doubles)))
    desk.webapp.imports.keep(entry)
    return entry, tuple(Change(Area.CASE, case_id) for case_id in entry.case_ids)


def list_imports(desk: Desk) -> tuple[CaseImport, ...]:
    """Return what was taken in, newest first: one's own imports, or all for whoever may erase."""
    found = desk.webapp.imports.imports()
    return tuple(one for one in found if may_i(desk, Act.ERASE) or one.adviser_id == desk.adviser.id)


def undo_import(desk: Desk, entry: CaseImport, progress: Progress) -> Undone:
    """Take an import back: its cases are erased without rest, but not those that somebody has changed since.

    Open to who took it in, and to whoever may erase. What was cancelled goes on with the
    next try. Raises NotAllowed, Cancelled, IqError.
    """
    if entry.adviser_id != desk.adviser.id:
        require(desk, Act.ERASE)
    require(desk, Act.TAKE_CASES)
    gone = tuple(desk.webapp.imports.untouched(entry.case_ids))
    left = tuple(number for one in entry.case_ids if one not in set(gone) if (number := _number_of(desk, one)))
    for start in range(0, len(gone), _ERASED_AT_ONCE):
        progress.step(start, len(gone), say("Taking the import back"))
        desk.rights.erase(gone[start : start + _ERASED_AT_ONCE], EraseReason.WRONG, Silence())
    kept = tuple(one for one in entry.case_ids if one not in set(gone))
    desk.webapp.imports.keep(replace(entry, undone_at=desk.clock.now(), case_ids=kept))
    return Undone(len(gone), left, tuple(Change(Area.CASE, case_id) for case_id in gone))


def _recognised(file: TableFile) -> Reading:
    """Return how a file is read by its heads alone: the sheet that tells most of people, and one of contacts."""
    read = [recognise_heads(sheet.heads) for sheet in file.sheets]
    people = max(range(len(read)), key=lambda at: (sum(map(bool, read[at])), -at))
    if not has_people(read[people]):
        raise IqError(
            say(
                "“{name}” does not look like a table of the IQ Webapp: there are no columns of people.", name=file.name
            ),
            say("Please choose the export with the heads Nachname, Vorname and so on in its first row."),
        )
    for at, sheet in enumerate(file.sheets):
        codes = recognise_heads(sheet.heads, is_talks=True)
        if at != people and "held_on" in codes and {"key", "family_name"} & set(codes):
            return Reading(people, at, read[people], codes)
    return Reading(people, None, read[people])


def _remembered(desk: Desk, file: TableFile) -> Reading | None:
    by_heads = {_head_set(sheet): at for at, sheet in enumerate(file.sheets)}
    for one in desk.webapp.imports.imports():
        if one.heads in by_heads and one.choices:
            kept = json.loads(one.choices)
            known = _recognised(file)
            answers = tuple((name, said, code) for name, said, code in kept["answers"])
            return replace(known, people=by_heads[one.heads], codes=tuple(kept["codes"]), answers=answers)
    return None


def _head_set(sheet: TableSheet) -> str:
    return "|".join(fold(head) for head in sheet.heads)


def _choices_words(reading: Reading) -> str:
    return json.dumps({"codes": reading.codes, "answers": reading.answers}, ensure_ascii=False)


def _with_talks(
    people: Sequence[Proposal], talks: Mapping[str, tuple[Talk, ...]]
) -> tuple[tuple[Proposal, ...], list[RowFault]]:
    """Return the proposals with their follow-up contacts, and what belongs to nobody there, or to two of one name."""
    left = dict(talks)
    named = Counter(key for one in people for key in keys_of(one))
    told = []
    for one in people:
        mine = tuple(talk for key in keys_of(one) if named[key] == 1 for talk in left.pop(key, ()))
        told.append(replace(one, case=replace(one.case, talks=(*one.case.talks, *mine))) if mine else one)
    lost = sum(map(len, left.values()))
    reason = say_count(
        "{count} follow-up contact belongs to no single person in the table and is not taken in.",
        "{count} follow-up contacts belong to no single person in the table and are not taken in.",
        count=lost,
    )
    return tuple(told), [RowFault(0, "-", "", reason)] if lost else []


def _look_at(desk: Desk, one: Proposal, seen: dict[str, int]) -> Looked:
    """Return a row with what speaks for a person who is there already; `seen` remembers who stood in which row."""
    client = one.case.client
    same = 0
    if client.full_name:
        for sign in (client.birth.code() if client.birth else "", client.email.casefold(), client.phone):
            key = f"{fold(client.family_name)}+{fold(client.given_names)}+{sign}"
            same = same or (seen.get(key, 0) if sign else 0)
            seen.setdefault(key, one.row)
    known = desk.links.find_duplicates(one.case, limit=_ALIKE) if client.full_name and not same else ()
    for found in known:
        desk.journal.note_once(SEEN, found.row.id)
    return Looked(one, tuple(known), same)


def _link(desk: Desk, one: Looked, by_row: Mapping[int, str]) -> None:
    other = by_row.get(one.same_row, "") if one.same_row else one.known[0].row.id if one.known else ""
    if other:
        try:
            desk.links.link(one.proposal.case.id, other, LinkKind.SAME)
        except NoSuchCase:  # it was erased meanwhile: there is nobody to be linked with
            return


def _number_of(desk: Desk, case_id: str) -> str:
    try:
        case: CaseFile = desk.cases.get(case_id)
    except IqError:  # erased since, or for the eyes of a colleague alone
        return ""
    return case.number


def _spoken(desk: Desk, lines: Sequence[Text]) -> str:
    tongue = desk.tongue(desk.centres.settings(desk.adviser.id).language)
    return "\n".join(tongue.speak(line) for line in lines)
