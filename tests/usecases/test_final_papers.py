"""Making a paper final, printing it again as it was, noting where it went, telling whether it is genuine."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.centre import Wording
from iq_desktop.domain.document_record import PaperWay, part_number, words_of_code
from iq_desktop.domain.keeping import Keeping, RestrictReason
from iq_desktop.usecases.final_papers import (
    find_paper,
    list_finals,
    make_final,
    note_where_it_went,
    open_final,
    take_back_note,
)
from iq_desktop.usecases.journal import look_up_code
from iq_desktop.usecases.printing import DOCUMENT_KINDS, note_delivery, print_document, save_as_file
from iq_desktop.usecases.problems import Stopped
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.tongue import load_tongue, without_isolates
from tests.support.builders import TODAY, a_case
from tests.support.fakes import MemoryPrinter, a_desk
from tests.support.tongues import TRANSLATIONS

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.documents.blocks import Document
    from iq_desktop.documents.occasion import Occasion
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.wording.text import Text

PROFILE = DOCUMENT_KINDS[0]
ENGLISH = load_tongue("en", TRANSLATIONS)
RESTRICTED = Keeping(restricted_since=TODAY, restriction=RestrictReason.DISPUTED)


@pytest.fixture
def printer() -> MemoryPrinter:
    return MemoryPrinter()


@pytest.fixture
def desk(printer: MemoryPrinter) -> Desk:
    return a_desk(TRANSLATIONS, [a_case()], printer=printer)


def spoken(text: Text) -> str:
    return without_isolates(ENGLISH.speak(text))


def test_what_is_looked_at_is_a_draft_on_the_letterhead(desk: Desk, printer: MemoryPrinter) -> None:
    print_document(desk, a_case(), PROFILE, "de", paired=False)
    document = printer.documents[0][0]
    assert document.is_draft
    assert document.final is None
    assert document.letterhead is not None
    assert document.letterhead.name == desk.centres.centre().name


def test_the_wording_is_the_one_of_the_centre_until_somebody_chooses_another(desk: Desk) -> None:
    seen: list[Wording] = []

    def make(case: CaseFile, occasion: Occasion) -> Document:
        seen.append(occasion.wording)
        return PROFILE.make(case, occasion)

    kind = replace(PROFILE, make=make)
    desk.centres.save_centre(replace(desk.centres.centre(), wording=Wording.SIMPLE))
    print_document(desk, a_case(), kind, "de", paired=False)
    print_document(desk, a_case(), kind, "de", paired=False, wording=Wording.STANDARD)
    assert seen == [Wording.SIMPLE, Wording.STANDARD]


def test_a_final_paper_carries_number_and_code_and_is_printed_again_from_its_bytes(
    desk: Desk, printer: MemoryPrinter
) -> None:
    case = a_case()
    made = make_final(desk, case, print_document(desk, case, PROFILE, "de", paired=True))
    assert made.final is not None
    document = printer.documents[-1][0]
    assert document.final is not None
    assert not document.is_draft
    assert (document.final.number, document.final.code) == ("B-2026-0001", made.journal_code)
    assert made.file_name == "B-2026-0001-competence-profile.pdf"
    drawn = len(printer.documents)
    assert open_final(desk, case, made.final) == made
    assert len(printer.documents) == drawn


def test_the_newer_paper_takes_the_place_of_the_older(desk: Desk) -> None:
    case = a_case()
    draft = print_document(desk, case, PROFILE, "de", paired=False)
    make_final(desk, case, draft)
    make_final(desk, case, draft)
    newest, oldest = list_finals(desk, case)
    assert (newest.paper.number, oldest.paper.replaced_by) == ("B-2026-0002", "B-2026-0002")
    assert spoken(newest.state) == "It is valid."
    assert spoken(oldest.state) == "It was replaced by B-2026-0002."
    assert "B-2026-0002" in spoken(newest.about)


def test_the_case_tells_where_a_paper_went(desk: Desk, tmp_path: Path) -> None:
    case = a_case()
    made = make_final(desk, case, print_document(desk, case, PROFILE, "de", paired=False))
    assert made.final is not None
    note_delivery(desk, case, made, "print")
    save_as_file(desk, case, made, tmp_path / "profile.pdf")
    sent = note_where_it_went(desk, case, made.final, PaperWay.SENT, "  Handwerkskammer ")
    given = note_where_it_went(desk, case, made.final, PaperWay.GIVEN, "")
    told = list_finals(desk, case)[0].deliveries
    assert [spoken(one.words).split(" · ")[1] for one in told] == [
        "Printed",
        "Saved as a file: profile.pdf",
        "Sent: Handwerkskammer",
        "Given to the person",
    ]
    assert [one.is_by_hand for one in told] == [False, False, True, True]
    for one in (sent, given):
        take_back_note(desk, case, one)
    take_back_note(desk, case, told[0].delivery)
    assert [one.delivery.way for one in list_finals(desk, case)[0].deliveries] == [PaperWay.PRINTED, PaperWay.SAVED]
    with pytest.raises(IqError, match="To whom"):
        note_where_it_went(desk, case, made.final, PaperWay.SENT, " ")


def test_a_restricted_case_makes_no_paper_and_lets_none_out(desk: Desk, tmp_path: Path) -> None:
    case = a_case()
    made = make_final(desk, case, print_document(desk, case, PROFILE, "de", paired=False))
    assert made.final is not None
    stopped = a_case(keeping=RESTRICTED)
    with pytest.raises(Stopped):
        make_final(desk, stopped, made)
    with pytest.raises(Stopped):
        save_as_file(desk, stopped, made, tmp_path / "profile.pdf")
    assert not list(tmp_path.iterdir())
    assert open_final(desk, stopped, made.final).pdf == made.pdf


@pytest.mark.parametrize("typed", ["B-2026-0001", "b 2026 1", "b2026-0001", " B–2026–0001 "])
def test_a_number_is_read_however_it_is_typed(typed: str) -> None:
    assert part_number(typed) == ("B-2026-0001", "")


@pytest.mark.parametrize("typed", ["", "417-9F3A-27C0-51BE", "B-26-1", "B-2026-", "2026-0147"])
def test_what_is_no_number_is_none(typed: str) -> None:
    assert part_number(typed) == ("", "")


def test_code_and_number_tell_whether_a_paper_is_genuine_and_holds(desk: Desk) -> None:
    case = a_case()
    draft = print_document(desk, case, PROFILE, "de", paired=False)
    old = make_final(desk, case, draft)
    assert old.final is not None
    found = find_paper(desk, code=old.journal_code)
    assert found is not None
    assert spoken(found.words).startswith("This paper was made here: Competence profile, B-2026-0001")
    assert spoken(found.words).endswith("It is valid.")
    make_final(desk, case, draft)
    by_number = look_up_code(desk, "b 2026 0001")
    by_code = look_up_code(desk, old.journal_code)
    by_qr = look_up_code(desk, words_of_code("B-2026-0001", old.journal_code))
    assert by_code.words == by_qr.words
    assert (
        spoken(by_number.words) == f"{spoken(by_code.words)} It is genuine only with the check code {old.journal_code}."
    )
    assert "It was replaced by B-2026-0002." in spoken(by_code.words)
    assert find_paper(desk, number="B-2026-0009") is None
    assert "B-2026-0009" in spoken(look_up_code(desk, "B-2026-0009").words)


def test_the_qr_code_of_another_paper_is_noticed(desk: Desk) -> None:
    case = a_case()
    draft = print_document(desk, case, PROFILE, "de", paired=False)
    make_final(desk, case, draft)
    second = make_final(desk, case, draft)
    answer = look_up_code(desk, words_of_code("B-2026-0001", second.journal_code))
    assert "do not belong together" in spoken(answer.words)
