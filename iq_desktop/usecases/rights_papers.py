"""Paper about the rights of people: the copy of all data, the protocol of an erasing, the record and the measures."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.documents.erasure_protocol import PROTOCOL_NAME, ErasureProtocol, make_erasure_protocol
from iq_desktop.documents.journal_extract import ExtractLine
from iq_desktop.documents.letterhead import letterhead_of
from iq_desktop.documents.measures_sheet import MEASURES_NAME, make_measures_sheet
from iq_desktop.documents.occasion import Occasion
from iq_desktop.documents.person_copy import COPY_NAME, make_person_copy
from iq_desktop.documents.processing_record import RECORD_NAME, make_processing_record
from iq_desktop.documents.simple_wording import with_wording
from iq_desktop.documents.withdrawal_paper import WITHDRAWAL_NAME, make_withdrawal_paper
from iq_desktop.domain.column_rules import About, Erase
from iq_desktop.domain.person_copy import PersonCopy
from iq_desktop.usecases.journal_words import moment_words
from iq_desktop.usecases.person_copy import copy_of_person
from iq_desktop.usecases.printing import MADE, client_paper_language
from iq_desktop.usecases.processing_record import record_of_processing
from iq_desktop.usecases.rights import note_copy_given
from iq_desktop.usecases.vault_health import PART_NAMES
from iq_desktop.wording.languages import ADVISER_LANGUAGES, PAPER_LANGUAGES
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from iq_desktop.documents.blocks import Document
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.erasure import Erasure
    from iq_desktop.usecases.desk import Desk

_OTHER: Final = say("Entries to find the case")
_NAMES: Final = {
    **PART_NAMES,
    "case_link": say("Links with other cases"),
    "scan_chunk": say("Pieces of scans"),
    "journal_payload": say("Old and new values in the journal"),
}


@dataclass(frozen=True, slots=True)
class RightsPaper:
    """A paper as a PDF, its title, and the name under which it would be saved; `copy` is what a copy tells."""

    title: Text
    pdf: bytes
    file_name: str
    copy: PersonCopy | None = None


def print_copy(desk: Desk, case_ids: Sequence[str], language: str, *, paired: bool) -> RightsPaper:
    """Return the copy of all data of the person of some cases, with `paired` also in the person's own language.

    It carries the check code of the entry that tells of its making. Raises NoSuchCase, MissingGlyph.
    """
    copy = copy_of_person(desk, case_ids)
    code = desk.journal.note(MADE, case_ids[0], {"document": COPY_NAME}).printed
    seen = tuple(ExtractLine(moment_words(one.moment), one.adviser, one.title, one.details) for one in copy.seen)
    worded = with_wording(make_person_copy(copy, seen, _occasion(desk)), desk.centres.centre().wording)
    document = replace(worded, journal_code=code)
    client = copy.language if paired and copy.language in (*PAPER_LANGUAGES, *ADVISER_LANGUAGES) else ""
    pdf = _draw(desk, document, language, client if client != language else "")
    return RightsPaper(document.title, pdf, f"{copy.numbers[0]}-{COPY_NAME}.pdf", copy)


def print_withdrawal(desk: Desk, case: CaseFile, language: str, *, paired: bool) -> RightsPaper:
    """Return the confirmation of what the person withdrew, with `paired` also in the person's own language.

    Nothing stops it: whoever withdraws a consent can have that on paper. It carries the check code of the entry that
    tells of its making. Raises MissingGlyph.
    """
    made = with_wording(make_withdrawal_paper(case, _occasion(desk)), desk.centres.centre().wording)
    code = desk.journal.note(MADE, case.id, {"document": WITHDRAWAL_NAME}).printed
    client = (client_paper_language(case, language) or "") if paired else ""
    pdf = _draw(desk, replace(made, journal_code=code), language, client)
    return RightsPaper(made.title, pdf, f"{case.number}-{WITHDRAWAL_NAME}.pdf")


def print_protocol(desk: Desk, done: Erasure, language: str) -> RightsPaper:
    """Return the protocol of an erasing, which names no one."""
    names = {adviser.id: adviser.name for adviser in desk.centres.advisers()}
    protocol = ErasureProtocol(
        erasure=done,
        moment=moment_words(done.erased_at),
        decided_by=names.get(done.adviser_id, ""),
        rows=rows_in_words(done.counts),
        stays=what_stays(desk),
        stores=tuple(desk.rights.store_rules()),
    )
    document = make_erasure_protocol(protocol, _occasion(desk))
    return RightsPaper(document.title, _draw(desk, document, language), f"{done.number}-{PROTOCOL_NAME}.pdf")


def print_record(desk: Desk, language: str) -> RightsPaper:
    """Return the record of processing (GDPR, Article 30)."""
    document = make_processing_record(record_of_processing(desk))
    return RightsPaper(document.title, _draw(desk, document, language), f"{RECORD_NAME}.pdf")


def print_measures(desk: Desk, language: str) -> RightsPaper:
    """Return the sheet of measures (GDPR, Article 32)."""
    document = make_measures_sheet(record_of_processing(desk))
    return RightsPaper(document.title, _draw(desk, document, language), f"{MEASURES_NAME}.pdf")


def save_rights_paper(desk: Desk, paper: RightsPaper, path: Path) -> None:
    """Write a paper into a file, a copy with its entry in the journal; raises IqError where the disk refuses.

    A copy that the journal cannot note is taken away again: nothing leaves the vault in secret.
    """
    try:
        path.write_bytes(paper.pdf)
    except OSError as error:
        raise IqError(
            say("The file “{name}” cannot be written.", name=path.name),
            say("Please choose another folder, or close the file in the other program."),
        ) from error
    if paper.copy is None:
        return
    try:
        note_copy_given(desk, paper.copy, "paper")
    except IqError:
        path.unlink(missing_ok=True)
        raise


def rows_in_words(counts: Sequence[tuple[str, int]]) -> tuple[tuple[Text, int], ...]:
    """Return how many rows of which kind, in the adviser's words; tables without a name of their own are one line."""
    told: Counter[Text] = Counter()
    for table, count in counts:
        told[_NAMES.get(table, _OTHER)] += count
    return tuple((title, count) for title, count in told.items() if count)


def what_goes(desk: Desk, case_ids: Sequence[str]) -> tuple[tuple[Text, int], ...]:
    """Return how many entries of which kind the erasing of some cases takes away; raises NoSuchCase."""
    return rows_in_words([(rows.table, len(rows.rows)) for rows in desk.rights.rows_about(case_ids)])


def what_stays(desk: Desk) -> tuple[Text, ...]:
    """Return in sentences what of a person remains after an erasing, and why; each reason once."""
    return tuple(dict.fromkeys(_stays(desk)))


def _stays(desk: Desk) -> Iterator[Text]:
    for rule in desk.rights.column_rules():
        if rule.about is About.CLIENT and rule.erase is Erase.KEPT and rule.reason is not NOTHING:
            yield rule.reason


def _occasion(desk: Desk) -> Occasion:
    return Occasion(desk.centres.centre(), desk.adviser, desk.clock.today())


def _draw(desk: Desk, document: Document, language: str, client: str = "") -> bytes:
    letter = replace(document, letterhead=letterhead_of(desk.centres.centre(), desk.centres.logo()))
    return desk.printer.print_document(letter, desk.tongue(language), desk.tongue(client) if client else None)
