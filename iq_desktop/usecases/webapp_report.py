"""The report of an import from the IQ Webapp, in words that name rows, columns and case numbers, never a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.usecases.webapp_rows import fault_words
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import Text, say, say_count

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.usecases.webapp_ports import CaseImport
    from iq_desktop.usecases.webapp_preview import Looked, Preview


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
