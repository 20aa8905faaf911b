"""Final papers keep number and bytes, replace older ones, go with their case, and leave nothing half done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select, update

from iq_desktop.domain.document_record import Delivery, FinalPaper, PaperWay, words_of_code
from iq_desktop.domain.erasure import EraseReason
from iq_desktop.domain.identity import new_id
from iq_desktop.domain.journal import read_code
from iq_desktop.domain.keeping import Keeping, RestrictReason
from iq_desktop.domain.rights import Act
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.final_papers import VaultFinals
from iq_desktop.storage.final_tables import delivery, final_content, final_paper
from iq_desktop.storage.journal_book import VaultJournal
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.rights_office import VaultRights
from iq_desktop.usecases.final_ports import DamagedPaper, NoSuchPaper
from iq_desktop.usecases.journal import look_up_code
from iq_desktop.usecases.problems import NoSuchCase, Stopped
from iq_desktop.usecases.progress import Silence
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say
from tests.support.builders import TODAY, a_case
from tests.support.fakes import FixedClock, a_desk
from tests.support.tongues import TRANSLATIONS, english

if TYPE_CHECKING:
    from iq_desktop.documents.blocks import FinalMark
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.storage.vault import Vault

PROFILE = FinalPaper("competence-profile", "de", second_language="ar")


@pytest.fixture
def cases(vault: Vault) -> VaultCases:
    return VaultCases(vault.cases, pen_of(vault, FixedClock()))


@pytest.fixture
def case(cases: VaultCases) -> CaseFile:
    return cases.save(replace(a_case(), id=new_id(), revision=0, number=""))


@pytest.fixture
def finals(vault: Vault) -> VaultFinals:
    return VaultFinals(vault.cases, pen_of(vault, FixedClock()))


def drawn(mark: FinalMark) -> bytes:
    return f"{mark.number} {mark.code}".encode()


def a_paper(**changes: str) -> FinalPaper:
    return replace(PROFILE, id=new_id(), **changes)  # type: ignore[arg-type]  # fields by name, all of them words


def test_a_final_paper_keeps_its_number_its_code_and_its_bytes(
    vault: Vault, finals: VaultFinals, case: CaseFile
) -> None:
    made = finals.make_final(case.id, a_paper(), Act.PRINT, drawn)
    assert (made.number, made.made_on, made.is_valid) == ("B-2026-0001", TODAY, True)
    assert finals.papers_of(case.id) == (made,)
    assert finals.content(case.id, made.id) == f"B-2026-0001 {made.code}".encode()
    entry = VaultJournal(vault.cases, pen_of(vault, FixedClock())).find_code(read_code(made.code))
    assert entry is not None
    assert (entry.kind, entry.payload["number"]) == ("paper_final", made.number)


def test_a_newer_one_of_the_same_kind_about_the_same_thing_replaces_the_older(
    finals: VaultFinals, cases: VaultCases, case: CaseFile
) -> None:
    other = cases.save(replace(a_case(), id=new_id(), revision=0, number=""))
    first = finals.make_final(case.id, a_paper(), Act.PRINT, drawn)
    finals.make_final(case.id, a_paper(subject="another-part"), Act.PRINT, drawn)
    finals.make_final(case.id, a_paper(kind="life-line"), Act.PRINT, drawn)
    finals.make_final(other.id, a_paper(), Act.PRINT, drawn)
    last = finals.make_final(case.id, a_paper(), Act.PRINT, drawn)
    replaced = {paper.number: paper.replaced_by for paper in finals.papers_of(case.id)}
    assert replaced == {last.number: "", "B-2026-0003": "", "B-2026-0002": "", first.number: last.number}
    assert next(iter(finals.papers_of(case.id))) == last
    assert finals.content(case.id, first.id) == drawn_of(first)


def drawn_of(paper: FinalPaper) -> bytes:
    return f"{paper.number} {paper.code}".encode()


def test_a_paper_that_cannot_be_drawn_uses_up_no_number_and_leaves_no_entry(
    vault: Vault, finals: VaultFinals, case: CaseFile
) -> None:
    def refuse(_mark: FinalMark) -> bytes:
        raise IqError(say("No font can draw it."))

    with pytest.raises(IqError, match="No font"):
        finals.make_final(case.id, a_paper(), Act.PRINT, refuse)
    assert finals.papers_of(case.id) == ()
    assert finals.make_final(case.id, a_paper(), Act.PRINT, drawn).number == "B-2026-0001"
    with vault.cases.reading() as connection:
        assert connection.execute(select(func.count()).select_from(final_content)).scalar_one() == 1


def test_the_vault_itself_refuses_what_is_stopped(finals: VaultFinals, cases: VaultCases) -> None:
    kept = Keeping(restricted_since=TODAY, restriction=RestrictReason.DISPUTED)
    stopped = cases.save(replace(a_case(), id=new_id(), revision=0, number="", keeping=kept))
    with pytest.raises(Stopped):
        finals.make_final(stopped.id, a_paper(), Act.PRINT, drawn)
    with pytest.raises(NoSuchCase):
        finals.make_final("nobody", a_paper(), Act.PRINT, drawn)


def test_where_a_paper_went_is_kept_and_a_slip_taken_back(finals: VaultFinals, case: CaseFile) -> None:
    made = finals.make_final(case.id, a_paper(), Act.PRINT, drawn)
    given, sent = (
        Delivery(made.id, PaperWay.GIVEN, TODAY),
        Delivery(made.id, PaperWay.SENT, TODAY, "Handwerkskammer\u200b"),
    )
    for one in (given, sent):
        finals.add_delivery(case.id, one)
    finals.remove_delivery(case.id, given.id)
    finals.remove_delivery(case.id, given.id)
    assert [(one.way, one.recipient) for one in finals.deliveries_of(case.id)] == [(PaperWay.SENT, "Handwerkskammer")]
    with pytest.raises(NoSuchPaper):
        finals.add_delivery(case.id, Delivery("another", PaperWay.GIVEN, TODAY))


def test_a_paper_is_found_by_number_and_by_code(finals: VaultFinals, case: CaseFile) -> None:
    made = finals.make_final(case.id, a_paper(), Act.PRINT, drawn)
    assert finals.find_numbered("B-2026-0001") == (case.id, made)
    assert finals.find_coded(made.code) == (case.id, made)
    assert finals.find_numbered("B-2026-0002") is None
    assert finals.find_coded("1-0000-0000-0000") is None


def test_bytes_that_are_not_what_was_made_are_never_given_out(
    vault: Vault, finals: VaultFinals, case: CaseFile
) -> None:
    made = finals.make_final(case.id, a_paper(), Act.PRINT, drawn)
    with vault.cases.writing() as connection:
        connection.execute(update(final_content).values(content=b"another paper"))
    with pytest.raises(DamagedPaper):
        finals.content(case.id, made.id)
    with pytest.raises(NoSuchPaper):
        finals.content(case.id, "another")


def test_the_paper_of_an_erased_person_is_not_called_a_forgery(
    vault: Vault, finals: VaultFinals, cases: VaultCases, case: CaseFile
) -> None:
    pen = pen_of(vault, FixedClock())
    made = finals.make_final(case.id, a_paper(), Act.PRINT, drawn)
    VaultRights(vault, pen, cases).erase([case.id], EraseReason.ASKED, Silence())
    desk = replace(a_desk(TRANSLATIONS), finals=finals, journal=VaultJournal(vault.cases, pen))
    genuine = english().speak(look_up_code(desk, words_of_code(made.number, made.code)).words)
    assert "made final here" in genuine
    assert "do not belong together" not in genuine
    assert "data of the person were erased" in english().speak(look_up_code(desk, made.number).words)
    forged = made.code[:-1] + ("0" if made.code[-1] != "0" else "1")
    assert "do not belong together" in english().speak(look_up_code(desk, words_of_code(made.number, forged)).words)


def test_papers_go_with_their_case_and_their_numbers_are_never_given_again(
    vault: Vault, finals: VaultFinals, cases: VaultCases, case: CaseFile
) -> None:
    other = cases.save(replace(a_case(), id=new_id(), revision=0, number=""))
    made = finals.make_final(case.id, a_paper(), Act.PRINT, drawn)
    finals.add_delivery(case.id, Delivery(made.id, PaperWay.GIVEN, TODAY))
    rights = VaultRights(vault, pen_of(vault, FixedClock()), cases)
    told = {rows.table: rows for rows in rights.rows_about([case.id])}
    assert (told["final_paper"].part, told["delivery"].part) == ("final_papers", "deliveries")
    assert "final_content" not in told
    rights.erase([case.id], EraseReason.ASKED, Silence())
    with vault.cases.reading() as connection:
        for table in (final_paper, final_content, delivery):
            assert connection.execute(select(func.count()).select_from(table)).scalar_one() == 0
    assert finals.make_final(other.id, a_paper(), Act.PRINT, drawn).number == "B-2026-0002"
