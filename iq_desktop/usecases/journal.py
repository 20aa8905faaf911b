"""Reading the journal, of one case or as a whole: on the screen, as a table, as paper; checking it and its codes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.documents.journal_extract import (
    EXTRACT_NAME,
    TITLE,
    ExtractLine,
    JournalExtract,
    make_journal_extract,
)
from iq_desktop.documents.kinds import DocumentKind
from iq_desktop.documents.letterhead import letterhead_of
from iq_desktop.documents.occasion import Occasion
from iq_desktop.documents.simple_wording import with_wording
from iq_desktop.domain.changes import Area, Change
from iq_desktop.domain.document_record import part_number
from iq_desktop.domain.journal import JournalLine, read_code
from iq_desktop.domain.role import Act
from iq_desktop.usecases.field_words import title_of
from iq_desktop.usecases.final_papers import find_paper
from iq_desktop.usecases.journal_answers import asked_answers
from iq_desktop.usecases.journal_words import Known, brief_of, facts_of, moment_words, title_of_entry
from iq_desktop.usecases.permissions import require
from iq_desktop.usecases.printing import MADE, Printed, client_paper_language, file_name
from iq_desktop.wording.text import NOTHING, Text, as_it_is, joined, say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from iq_desktop.documents.blocks import Document
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.centre import Adviser
    from iq_desktop.domain.journal import JournalCheck, JournalQuery
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.progress import Progress
    from iq_desktop.wording.tongue import Tongue


def _empty_extract(case: CaseFile, occasion: Occasion) -> Document:
    return make_journal_extract(JournalExtract(case.number, case.client.full_name, ()), occasion)


EXTRACT: Final = DocumentKind(
    EXTRACT_NAME,
    TITLE,
    say("Every entry of the journal about this case, for the person or the centre."),
    _empty_extract,
)
WINDOW: Final = 100
"""Entries that are read at once."""
_PORTION: Final = 500
READ: Final = "journal_read"
EXPORTED: Final = "journal_exported"
CHECKED: Final = "journal_checked"
MADE_FINAL: Final = "paper_final"
CODE_CHECKED: Final = "journal_code_checked"


@dataclass(frozen=True, slots=True)
class JournalStart:
    """What the journal shows first: its newest entries, how many there are, and how identities are told."""

    lines: Sequence[JournalLine]
    count: int
    known: Known


def open_journal(desk: Desk, query: JournalQuery) -> JournalStart:
    """Return the beginning of the journal for a question, and note that it was read, once in a session.

    Raises NotAllowed for the whole journal where the role does not allow it; the journal of a case may be read by
    whoever may read the case.
    """
    _may_read(desk, query)
    desk.journal.note_once(READ, query.case_id)
    lines = desk.journal.window(query, limit=WINDOW)
    return JournalStart(lines, desk.journal.count(query), known_for(desk, query.case_id))


def read_entries(desk: Desk, query: JournalQuery, start: int, limit: int = WINDOW) -> Sequence[JournalLine]:
    """Return the entries from a place on, wherever a scroll bar was dragged to."""
    _may_read(desk, query)
    return desk.journal.window(query, limit=limit, start=start)


def known_for(desk: Desk, case_id: str = "") -> Known:
    """Return how identities are told: names of advisers, and of the rows of a case."""
    names = {adviser.id: adviser.name for adviser in desk.centres.advisers()}
    rows = desk.journal.rows_of(case_id) if case_id else {}
    return Known(
        names, {row_id: title_of(part, cells) for row_id, (part, cells) in rows.items()}, asked_answers(desk, rows)
    )


def list_writers(desk: Desk) -> tuple[Adviser, ...]:
    """Return everybody who ever wrote and has a name, by name."""
    wrote = set(desk.journal.actors())
    return tuple(adviser for adviser in desk.centres.advisers() if adviser.id in wrote)


def export_journal(desk: Desk, query: JournalQuery, path: Path, tongue: Tongue, progress: Progress) -> int:
    """Write entries as a table, newest first, and return how many; it is noted before anything leaves the vault.

    Raises IqError where the disk refuses, Cancelled; then there is no file.
    """
    _may_read(desk, query)
    count = desk.journal.count(query)
    desk.journal.note(EXPORTED, query.case_id, {"count": count})
    heads = (say("Day and time"), say("Adviser"), say("What"), say("Case"), say("Name"), say("In detail"), say("Entry"))
    rows = _cells(desk, query, count, tongue, progress)
    return desk.tables.write(path, [tongue.speak(head) for head in heads], rows)


def make_extract(desk: Desk, case: CaseFile, query: JournalQuery, language: str, *, paired: bool) -> Printed:
    """Return who saw or changed what in a case as a PDF, oldest first, with `paired` also in the client's language.

    It carries the check code of the entry that tells of its making; `printing.save_as_file` writes it into a file.
    """
    own = replace(query, case_id=case.id)
    known = known_for(desk, case.id)
    lines = tuple(reversed(tuple(_walk(desk, own))))
    code = desk.journal.note(MADE, case.id, {"document": EXTRACT.name}).printed
    extract = JournalExtract(case.number, case.client.full_name, tuple(extract_line(line, known) for line in lines))
    centre = desk.centres.centre()
    made = make_journal_extract(
        replace(extract, since=own.first_day), Occasion(centre, desk.adviser, desk.clock.today())
    )
    worded = with_wording(made, centre.wording)
    document = replace(worded, journal_code=code, letterhead=letterhead_of(centre, desk.centres.logo()))
    client = client_paper_language(case, language) if paired else None
    tongues = desk.tongue(language), desk.tongue(client) if client else None
    pdf = desk.printer.print_document(document, *tongues)
    return Printed(EXTRACT, pdf, file_name(case, EXTRACT), language, paired, code)


def extract_line(line: JournalLine, known: Known) -> ExtractLine:
    """Return an entry as a line for paper."""
    details = (say("values erased"),) if line.is_erased else tuple(fact.words for fact in facts_of(line, known))
    return ExtractLine(moment_words(line.utc), known.adviser(line.actor), title_of_entry(line), details)


def check_journal(desk: Desk, progress: Progress) -> tuple[JournalCheck, tuple[Change, ...]]:
    """Look at every entry from the first to the last, note the outcome, and return it; raises Cancelled."""
    check = desk.journal.verify(progress)
    outcome = check.fault.kind.value if check.fault else "sound"
    desk.journal.note(CHECKED, "", {"outcome": outcome, "count": check.entries})
    return check, (Change(Area.VAULT),)


def words_of_check(check: JournalCheck) -> tuple[Text, Text]:
    """Return the outcome of a check in words, and what to do; the advice is empty where nothing is wrong."""
    fault = check.fault
    if fault is None:
        told = say("The journal is whole: {count} entries, none changed, missing or exchanged.", count=check.entries)
        held = say("Held against {count} ends that backups keep.", count=check.anchors) if check.anchors else NOTHING
        return joined((told, held), " "), NOTHING
    where = joined(
        (
            say("entry {number}", number=str(fault.number)),
            moment_words(fault.utc) if fault.utc else NOTHING,
            say("case {number}", number=fault.case_number) if fault.case_number else NOTHING,
            say("device {device}", device=fault.device),
        ),
        ", ",
    )
    text = say("The journal is not what was written. {where}: {what}.", where=where, what=fault.kind.label)
    return text, say(
        "Please keep a copy of the folder of the vault as it is, do not mend anything, and show it to whoever answers "
        "for data protection. Entries before this place are sound; those behind it prove nothing any more."
    )


@dataclass(frozen=True, slots=True)
class CodeAnswer:
    """What a check code says: the code as it was read, and in words what its entry tells."""

    code: str
    line: JournalLine | None
    words: Text


def look_up_code(desk: Desk, typed: str) -> CodeAnswer:
    """Return what a printed check code says, a number such as `B-2026-0012`, or both as a QR code holds them.

    A final paper is told with its title and whether it holds, any other code by its entry in the journal. Raises
    UnreadableCode where it is none of them.
    """
    number, code_words = part_number(typed)
    if number and not code_words:
        return _look_up_number(desk, number)
    code = read_code(code_words or typed)
    line = desk.journal.find_code(code)
    desk.journal.note(CODE_CHECKED, "", {"entry": code.printed})
    found = find_paper(desk, code=code.printed) if line is not None else None
    if number and (found is None or found.told.paper.number != number):
        return _tell_mismatch(number, code.printed, line)
    if found is not None:
        return CodeAnswer(code.printed, line, found.words)
    if line is None:
        return CodeAnswer(
            code.printed, None, say("No entry of this journal has the code {code}.", code=as_it_is(code.printed))
        )
    known = known_for(desk)
    told = say(
        "The entry {number} exists. It was written on {moment} by {adviser}: {what}.",
        number=str(line.number),
        moment=moment_words(line.utc),
        adviser=known.adviser(line.actor),
        what=joined((title_of_entry(line), brief_of(line, known)), ", "),
    )
    of_case = say("Case {number}", number=line.case_number) if line.case_number else NOTHING
    return CodeAnswer(code.printed, line, joined((told, of_case), " "))


def _look_up_number(desk: Desk, number: str) -> CodeAnswer:
    desk.journal.note(CODE_CHECKED, "", {"entry": number})
    found = find_paper(desk, number=number)
    if found is not None:
        proof = say("It is genuine only with the check code {code}.", code=as_it_is(found.told.paper.code))
        return CodeAnswer(number, None, joined((found.words, proof), " "))
    nowhere = say(
        "No paper with the number {number} is kept here: it was never made here, or the data of the person were erased "
        "since. The check code tells which.",
        number=as_it_is(number),
    )
    return CodeAnswer(number, None, nowhere)


def _tell_mismatch(number: str, code: str, line: JournalLine | None) -> CodeAnswer:
    """Tell that number and code are not of one paper, unless only the number is no longer known."""
    if line is not None and line.kind == MADE_FINAL and line.is_erased:
        erased = say(
            "The code {code} stands on a paper that was made final here on {day}. The data of the person were erased "
            "since: number and title can no longer be compared.",
            code=as_it_is(code),
            day=line.local.date(),
        )
        return CodeAnswer(code, line, erased)
    told = say(
        "The number {number} and the code {code} do not belong together: this paper was not made here.",
        number=as_it_is(number),
        code=as_it_is(code),
    )
    return CodeAnswer(code, None, told)


def _may_read(desk: Desk, query: JournalQuery) -> None:
    if not query.case_id:
        require(desk, Act.SEE_WHOLE_JOURNAL)


def _walk(desk: Desk, query: JournalQuery) -> Iterator[JournalLine]:
    """Yield the entries that a question asks for, newest first, window by window."""
    window = desk.journal.window(query, limit=_PORTION)
    while window:
        yield from window
        window = desk.journal.window(query, limit=_PORTION, after=window[-1])


def _cells(
    desk: Desk, query: JournalQuery, count: int, tongue: Tongue, progress: Progress
) -> Iterator[tuple[str, ...]]:
    known = known_for(desk, query.case_id)
    for done, line in enumerate(_walk(desk, query)):
        if not done % _PORTION:
            progress.step(min(done, count), count, say("Writing the table"))
        details = "; ".join(tongue.speak(fact.words) for fact in facts_of(line, known))
        yield (
            f"{line.local:%Y-%m-%d %H:%M:%S}",
            known.adviser(line.actor),
            tongue.speak(title_of_entry(line)),
            line.case_number,
            line.case_name,
            details,
            str(line.number),
        )
