"""Printing what the client takes home: sections make the document, the printer makes the paper.

A paper is a draft, with a mark across its pages, until it is made final (`final_papers.py`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.documents.kinds import DOCUMENT_KINDS, DocumentKind
from iq_desktop.documents.letterhead import letterhead_of
from iq_desktop.documents.occasion import Occasion
from iq_desktop.documents.simple_wording import with_wording
from iq_desktop.domain.centre import Wording
from iq_desktop.domain.document_record import Delivery, FinalPaper, PaperWay
from iq_desktop.domain.rights import Act
from iq_desktop.usecases.field_pages import find_field_with
from iq_desktop.usecases.paper_matters import with_matters
from iq_desktop.usecases.problems import MissingGlyph
from iq_desktop.usecases.rights_checks import check_act
from iq_desktop.usecases.talk_paper import talk_reports
from iq_desktop.wording.languages import ADVISER_LANGUAGES, PAPER_LANGUAGES
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.documents.blocks import Document, FinalMark
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.usecases.desk import Desk

_NOT_IN_FILE_NAMES: Final = re.compile(r"[^\w.-]+")


MADE: Final = "paper_made"
"""The kind of the entry whose code a document carries that is never a draft."""
_WAYS: Final = {"print": PaperWay.PRINTED, "save": PaperWay.SAVED}


@dataclass(frozen=True, slots=True)
class Printed:
    """A document as a PDF, with the name under which it would be saved, and how it was asked for.

    `part` is the part of the case that it is about, `wording` how clients are addressed (None: as the centre has set).
    """

    kind: DocumentKind
    pdf: bytes
    file_name: str
    language: str = "de"
    paired: bool = False
    journal_code: str = ""
    """The check code at its foot; a draft has none."""
    part: str = ""
    wording: Wording | None = None
    final: FinalPaper | None = None
    """What is known of it since it was made final; None for a draft."""


def print_document(
    desk: Desk,
    case: CaseFile,
    kind: DocumentKind,
    adviser_language: str,
    *,
    paired: bool,
    part: str = "",
    wording: Wording | None = None,
) -> Printed:
    """Return a draft of a case, with `paired` also in the client's language where there is a catalogue for it.

    Raises MissingGlyph naming the field as it is called on its page, where a character cannot be drawn; Stopped where a
    restriction or a withdrawn consent forbids it.
    """
    wanted = Printed(kind, b"", file_name(case, kind), adviser_language, paired, part=part, wording=wording)
    check_act(case, act_of(kind))
    document = replace(document_of(desk, case, wanted), is_draft=True)
    return replace(wanted, pdf=draw(desk, case, wanted, document))


def act_of(kind: DocumentKind) -> Act:
    """Return what the making of a document is, among the acts that can be stopped."""
    return Act.REFER if kind.is_passed_on else Act.PRINT


def check_leaving(case: CaseFile, printed: Printed) -> None:
    """Raise Stopped where a document must not leave the vault (any more); it can still be looked at."""
    check_act(case, act_of(printed.kind))


def document_of(desk: Desk, case: CaseFile, wanted: Printed) -> Document:
    """Return what stands in a document, with the head of the centre's letters."""
    centre = desk.centres.centre()
    talks = talk_reports(desk, case, wanted.language, second_language(case, wanted))
    wording = wanted.wording or centre.wording
    occasion = Occasion(centre, desk.adviser, desk.clock.today(), talks, wanted.part, wording, law=desk.law)
    occasion = with_matters(desk, case, wanted.kind, occasion)
    made = wanted.kind.make(case, occasion)
    if wanted.kind.speaks_to_client:
        made = with_wording(made, wording)
    return replace(made, letterhead=letterhead_of(centre, desk.centres.logo()))


def draw(desk: Desk, case: CaseFile, wanted: Printed, document: Document, final: FinalMark | None = None) -> bytes:
    """Return the PDF of a document, with the mark of a final one; raises MissingGlyph naming the field on its page."""
    client = second_language(case, wanted)
    tongues = desk.tongue(wanted.language), desk.tongue(client) if client else None
    try:
        return desk.printer.print_document(replace(document, final=final) if final else document, *tongues)
    except MissingGlyph as problem:
        exact = find_field_with(case, problem.field, problem.character) if problem.field else None
        if exact is None:
            raise
        raise problem.in_field(exact.label) from problem


def second_language(case: CaseFile, wanted: Printed) -> str:
    """Return the language beside the adviser's; empty where there is none."""
    return (client_paper_language(case, wanted.language) or "") if wanted.paired else ""


def client_paper_language(case: CaseFile, adviser_language: str) -> str | None:
    """Return the client's language where paper can speak it beside the adviser's, else None."""
    code = case.contact.client_language
    known = (*PAPER_LANGUAGES, *ADVISER_LANGUAGES)
    return code if code in known and code != adviser_language else None


def file_name(case: CaseFile, kind: DocumentKind, number: str = "") -> str:
    """Return the name under which a document is saved: number and kind, never the person's name.

    A final one has its own `number` in the place of that of the case.
    """
    return _NOT_IN_FILE_NAMES.sub("-", f"{number or case.number}-{kind.name}.pdf")


def note_delivery(desk: Desk, case: CaseFile, printed: Printed, manner: str, file: str = "") -> None:
    """Write into the journal that a document was printed (`print`) or saved as a file (`save`); a final one knows it.

    `file` is the name of the file.
    """
    desk.cases.note_in_journal(manner, case.id, printed.kind.name)
    if printed.final is not None:
        day = desk.clock.today()
        desk.finals.add_delivery(case.id, Delivery(printed.final.id, _WAYS[manner], day, file, desk.adviser.id))


def save_as_file(desk: Desk, case: CaseFile, printed: Printed, path: Path) -> None:
    """Write a document into a file outside the vault and note it in the journal; raises IqError where it cannot.

    A file that the journal cannot note is taken away again: nothing leaves the vault in secret.
    """
    check_leaving(case, printed)
    try:
        path.write_bytes(printed.pdf)
    except OSError as error:
        raise IqError(
            say("The file “{name}” cannot be written.", name=path.name),
            say("Please choose another folder, or close the file in the other program."),
        ) from error
    try:
        note_delivery(desk, case, printed, "save", path.name)
    except IqError:
        path.unlink(missing_ok=True)
        raise


__all__ = [
    "DOCUMENT_KINDS",
    "Printed",
    "check_leaving",
    "client_paper_language",
    "file_name",
    "note_delivery",
    "print_document",
    "save_as_file",
]
