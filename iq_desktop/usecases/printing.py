"""Printing what the client takes home: sections make the document, the printer makes the paper."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.documents.kinds import DOCUMENT_KINDS, DocumentKind
from iq_desktop.documents.occasion import Occasion
from iq_desktop.domain.rights import Act
from iq_desktop.usecases.field_pages import find_field_with
from iq_desktop.usecases.problems import MissingGlyph
from iq_desktop.usecases.rights_checks import check_act
from iq_desktop.usecases.talk_paper import talk_reports
from iq_desktop.wording.languages import ADVISER_LANGUAGES, PAPER_LANGUAGES
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.usecases.desk import Desk

_NOT_IN_FILE_NAMES: Final = re.compile(r"[^\w.-]+")


MADE: Final = "paper_made"
"""The kind of the entry whose code a document carries."""
_NO_CODE: Final = "…"


@dataclass(frozen=True, slots=True)
class Printed:
    """A document as a PDF, with the name under which it would be saved."""

    kind: DocumentKind
    pdf: bytes
    file_name: str
    language: str = "de"
    paired: bool = False
    journal_code: str = ""
    """The check code at its foot; empty while it is only looked at."""


def print_document(desk: Desk, case: CaseFile, kind: DocumentKind, adviser_language: str, *, paired: bool) -> Printed:
    """Return a document of a case, with `paired` also in the client's language where there is a catalogue for it.

    It is for looking at: where the check code will stand is a sign of waiting. Raises MissingGlyph naming the field as
    it is called on its page, where a character cannot be drawn; Stopped where a restriction or a withdrawn consent
    forbids it.
    """
    pdf = _draw(desk, case, Printed(kind, b"", "", adviser_language, paired), _NO_CODE)
    return Printed(kind, pdf, file_name(case, kind), adviser_language, paired)


def finish_document(desk: Desk, case: CaseFile, printed: Printed) -> Printed:
    """Return a document as it is handed over: at its foot the check code of the entry that tells of its making."""
    if printed.journal_code:
        return printed
    code = desk.journal.note(MADE, case.id, {"document": printed.kind.name}).printed
    return replace(printed, pdf=_draw(desk, case, printed, code), journal_code=code)


def _draw(desk: Desk, case: CaseFile, wanted: Printed, code: str) -> bytes:
    kind, adviser_language = wanted.kind, wanted.language
    check_act(case, Act.REFER if kind.is_passed_on else Act.PRINT)
    client = client_paper_language(case, adviser_language) if wanted.paired else None
    talks = talk_reports(desk, case, adviser_language, client or "")
    occasion = Occasion(desk.centres.centre(), desk.adviser, desk.clock.today(), talks)
    document = replace(kind.make(case, occasion), journal_code=code)
    tongues = desk.tongue(adviser_language), desk.tongue(client) if client else None
    try:
        return desk.printer.print_document(document, *tongues)
    except MissingGlyph as problem:
        exact = find_field_with(case, problem.field, problem.character) if problem.field else None
        if exact is None:
            raise
        raise problem.in_field(exact.label) from problem


def client_paper_language(case: CaseFile, adviser_language: str) -> str | None:
    """Return the client's language where paper can speak it beside the adviser's, else None."""
    code = case.contact.client_language
    known = (*PAPER_LANGUAGES, *ADVISER_LANGUAGES)
    return code if code in known and code != adviser_language else None


def file_name(case: CaseFile, kind: DocumentKind) -> str:
    """Return the name under which a document is saved: number and kind, never the person's name."""
    return _NOT_IN_FILE_NAMES.sub("-", f"{case.number}-{kind.name}.pdf")


def note_delivery(desk: Desk, case: CaseFile, printed: Printed, manner: str) -> None:
    """Write into the journal that a document was printed (`print`) or saved as a file (`save`)."""
    desk.cases.note_in_journal(manner, case.id, printed.kind.name)


def save_as_file(desk: Desk, case: CaseFile, printed: Printed, path: Path) -> None:
    """Write a document into a file outside the vault and note it in the journal; raises IqError where it cannot.

    A file that the journal cannot note is taken away again: nothing leaves the vault in secret.
    """
    printed = finish_document(desk, case, printed)
    try:
        path.write_bytes(printed.pdf)
    except OSError as error:
        raise IqError(
            say("The file “{name}” cannot be written.", name=path.name),
            say("Please choose another folder, or close the file in the other program."),
        ) from error
    try:
        note_delivery(desk, case, printed, "save")
    except IqError:
        path.unlink(missing_ok=True)
        raise


__all__ = [
    "DOCUMENT_KINDS",
    "Printed",
    "client_paper_language",
    "file_name",
    "finish_document",
    "note_delivery",
    "print_document",
    "save_as_file",
]
