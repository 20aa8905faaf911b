"""The report of an import from the IQ Webapp, in words that name rows, columns and case numbers, never a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.usecases.webapp_rows import fault_words
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import Text, joined, say, say_count

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.usecases.webapp_ports import CaseImport, TableFile
    from iq_desktop.usecases.webapp_preview import Looked, Preview, Reading, Undone


def table_words(file: TableFile, reading: Reading) -> Text:
    """Return what was recognised in a table: rows, columns, and whether follow-up contacts are there."""
    sheet = file.sheets[reading.people]
    told = say(
        "“{name}”: {rows}, {columns}",
        name=file.name,
        rows=say_count("{count} row", "{count} rows", count=len(sheet.rows)),
        columns=say(
            "{known} of {all} columns recognised",
            known=str(sum(map(bool, reading.codes))),
            all=str(sum(map(bool, sheet.heads))),
        ),
    )
    if reading.talks is None:
        return told
    talks = len(file.sheets[reading.talks].rows)
    counted = say_count("{count} follow-up contact", "{count} follow-up contacts", count=talks)
    return joined((told, counted))


def verdict_words(one: Looked, *, with_doubles: bool) -> Text:
    """Return what happens with a row, in few words."""
    if not one.is_double:
        return say("New case")
    return say("Taken in and linked") if with_doubles else say("Left out")


def reason_words(one: Looked) -> Text:
    """Return what speaks for somebody who is known already, and which cells cannot be read."""
    told: list[Text] = []
    if one.same_row:
        told.append(say("The same person stands in row {row}", row=str(one.same_row)))
    if one.known:
        first = one.known[0]
        told.append(say("Case {number}: {why}", number=first.row.number, why=joined(first.reasons, ", ")))
    told += [say("Column “{head}”: {reason}", head=fault.head, reason=fault.reason) for fault in one.proposal.faults]
    return joined(told)


def state_words(entry: CaseImport) -> Text:
    """Return how an import stands: whole, broken off, or taken back, and what stayed then."""
    if entry.undone_at is not None:
        if entry.case_ids:
            return say_count(
                "Taken back; {count} changed case stayed",
                "Taken back; {count} changed cases stayed",
                count=len(entry.case_ids),
            )
        return say("Taken back")
    if not entry.report:
        return say("Broken off before its end")
    return say_count("{count} row left out", "{count} rows left out", count=entry.left_out)


def undone_words(undone: Undone) -> Text:
    """Return what came of taking an import back."""
    told = say_count("{count} case was taken back.", "{count} cases were taken back.", count=undone.count)
    if not undone.left:
        return told
    left = say("These were changed since and stay: {numbers}", numbers=", ".join(undone.left))
    return joined((told, left), " ")


def report_lines(entry: CaseImport, preview: Preview, *, with_doubles: bool) -> tuple[Text, ...]:
    """Return the report of an import: how many were taken in and left out, why, and what could not be read."""
    told = [
        say("Taken in from “{name}” on {day}", name=entry.name, day=entry.taken_at.date()),
        say_count("{count} case was taken in.", "{count} cases were taken in.", count=len(entry.case_ids)),
        say_count("{count} row was left out.", "{count} rows were left out.", count=entry.left_out),
    ]
    told += [double_words(one, is_taken=with_doubles) for one in preview.rows if one.is_double]
    if preview.faults:
        told.append(say("What could not be read stands in the notes of the case, as it stood in the table:"))
    return (*told, *(fault_words(one) for one in preview.faults))


def double_words(one: Looked, *, is_taken: bool) -> Text:
    """Return why a row seems to be about somebody who is known, and what is done with it."""
    row = str(one.row)
    if one.same_row:
        same = str(one.same_row)
        if is_taken:
            return say("Row {row} is taken in and linked: the same person stands in row {same}.", row=row, same=same)
        return say("Row {row} is left out: the same person stands in row {same}.", row=row, same=same)
    found = one.known[0]
    if is_taken:
        return say(
            "Row {row} is taken in and linked with case {number}: {certainty}.",
            row=row,
            number=found.row.number,
            certainty=found.certainty.label,
        )
    return say(
        "Row {row} is left out: {certainty} as in case {number}.",
        row=row,
        number=found.row.number,
        certainty=found.certainty.label,
    )


def save_report(entry: CaseImport, path: Path) -> None:
    """Write the report of an import as a text; raises IqError where the disk refuses."""
    try:
        path.write_text(entry.report + "\n", encoding="utf-8-sig", newline="\r\n")
    except OSError as error:
        raise IqError(
            say("The file “{name}” cannot be written.", name=path.name),
            say("Please choose another folder, or close the file in the other program."),
        ) from error
