"""Printing and saving: names of files that tell nobody, nothing outside the vault that the journal does not know."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.centre import Wording
from iq_desktop.usecases.printing import DOCUMENT_KINDS, client_paper_language, file_name, print_document, save_as_file
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say
from tests.support.builders import a_case
from tests.support.fakes import MemoryCases, MemoryPrinter, a_desk
from tests.support.full_cases import a_usual_case
from tests.support.tongues import TRANSLATIONS

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.documents.kinds import DocumentKind

PROFILE = DOCUMENT_KINDS[0]


class FullJournal(MemoryCases):
    """A vault that cannot write its journal."""

    def note_in_journal(self, kind: str, case_id: str, words: str) -> None:
        del kind, case_id, words
        raise IqError(say("The disk did not accept the data. The last step is not saved."))


def test_a_file_that_the_journal_cannot_note_does_not_stay_outside_the_vault(tmp_path: Path) -> None:
    desk = replace(a_desk(TRANSLATIONS), cases=FullJournal())
    printed = print_document(desk, a_case(), PROFILE, "de", paired=False)
    with pytest.raises(IqError):
        save_as_file(desk, a_case(), printed, tmp_path / "profile.pdf")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("number", "name"),
    [("2026-0147", "2026-0147-competence-profile.pdf"), ("../../x", "..-..-x-competence-profile.pdf")],
)
def test_the_name_of_a_file_is_number_and_kind(number: str, name: str) -> None:
    case = a_case(number=number)
    assert file_name(case, PROFILE) == name
    assert case.client.family_name not in file_name(case, PROFILE)


@pytest.mark.parametrize(
    ("client", "adviser", "expected"),
    [
        ("ar", "de", "ar"),
        ("uk", "de", "uk"),
        ("en", "de", "en"),
        ("de", "de", None),
        ("fa", "de", None),
        ("", "de", None),
    ],
)
def test_paper_has_two_languages_where_there_is_a_catalogue(client: str, adviser: str, expected: str | None) -> None:
    case = a_case(contact=replace(a_case().contact, client_language=client))
    assert client_paper_language(case, adviser) == expected
    printer = MemoryPrinter()
    print_document(a_desk(TRANSLATIONS, printer=printer), case, PROFILE, adviser, paired=True)
    assert printer.documents[0][1:] == (adviser, expected)


@pytest.mark.parametrize("kind", DOCUMENT_KINDS, ids=lambda kind: kind.name)
def test_simple_wording_is_for_what_the_person_reads_and_follows_the_centre(kind: DocumentKind) -> None:
    printer = MemoryPrinter()
    desk = a_desk(TRANSLATIONS, printer=printer)
    for wording in (Wording.STANDARD, Wording.SIMPLE, None):
        desk.centres.save_centre(replace(desk.centres.centre(), wording=Wording.SIMPLE))
        print_document(desk, a_usual_case(), kind, "de", paired=False, wording=wording)
    standard, simple, as_set = (document for document, *_tongues in printer.documents)
    assert as_set == simple
    if not kind.speaks_to_client:
        assert simple == standard
    elif kind.name != "what-we-agreed":  # which is in simple words anyway
        assert simple != standard
