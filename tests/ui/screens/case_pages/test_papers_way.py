"""The ways, the scans and the checklist of papers on the page Papers, as an adviser uses them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage

from iq_desktop.app.scan_command import look_at
from iq_desktop.domain.checklist import ChecklistKind
from iq_desktop.domain.paper_move import MoveKind
from iq_desktop.domain.qualification import PaperForm, PaperKind, Whereabouts
from iq_desktop.ui.screens.parts.receipt_desk import ReceiptDesk
from tests.support.builders import TODAY
from tests.support.memory_scans import BAD, MemoryScanStore
from tests.support.scan_files import a_jpeg, a_pdf, a_photograph, active_pdfs
from tests.ui.screens.case_pages.test_papers_page import a_case_with_papers

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.ui.screens.parts.paper_rows import PaperRow
    from iq_desktop.usecases.progress import Progress
    from iq_desktop.usecases.scan_ports import LookedAt
    from tests.ui.screens.case_pages.conftest import Office

pytestmark = pytest.mark.usefixtures("qapp")


class LookingReader:
    """Looks at files as the process does, within this one."""

    def look(self, content: bytes, ending: str, progress: Progress) -> LookedAt:
        del progress
        return look_at(content, ending)


def unfolded(office: Office, page: Any, paper_id: str = "passport") -> PaperRow:
    """Unfold the row of a paper of the person and return it."""
    row: PaperRow = page.papers.rows.rows[paper_id]
    office.click(row.line)
    return row


def act(row: PaperRow, kind: MoveKind) -> Any:
    """Return the button of a step."""
    assert row.moves is not None
    if kind not in row.moves.acts:
        row.moves.more.click()
    return row.moves.acts[kind]


def test_one_press_notes_a_step_moves_the_state_and_can_be_taken_back(office: Office) -> None:
    page = office.open("papers", a_case_with_papers())
    row = unfolded(office, page)
    office.click(act(row, MoveKind.RECEIVED))
    (move,) = office.stored.paper_moves
    assert (move.paper_id, move.kind, move.day) == ("passport", MoveKind.RECEIVED, TODAY)
    passport = office.stored.papers[1]
    assert (passport.whereabouts, passport.handed_over_on) == (Whereabouts.CENTRE, TODAY)
    assert office.banner.told[-1] == "Original received: Passport or identity card"
    assert row.moves is not None
    assert "Original received" in row.moves.map.accessibleName()
    assert page.places.tiles[Whereabouts.CENTRE].accessibleName().endswith("Passport or identity card")
    assert office.banner.act is not None
    office.banner.act()
    assert office.stored.paper_moves == ()
    assert office.stored.papers[1].whereabouts is None


def test_a_step_can_be_corrected_and_removed(office: Office) -> None:
    page = office.open("papers", a_case_with_papers())
    row = unfolded(office, page)
    office.click(act(row, MoveKind.TO_OFFICE))
    assert row.moves is not None
    office.click(row.moves.edit)
    (step,) = row.moves.rows.rows.values()
    office.click(step.line)
    step.fields.frames["with_whom"].editor.committed.emit("IHK FOSA")
    office.settle()
    assert office.stored.paper_moves[0].with_whom == "IHK FOSA"
    assert "IHK FOSA" in row.moves.map.accessibleName()
    office.click(step.remove)
    assert office.stored.paper_moves == ()
    assert office.banner.told[-1].startswith("The step was removed")


def test_what_lies_here_is_signed_for_and_given_back_with_a_receipt(office: Office) -> None:
    page = office.open("papers", a_case_with_papers())
    row = unfolded(office, page)
    assert page.places.receipt.isHidden()
    office.click(act(row, MoveKind.RECEIVED))
    assert not page.places.receipt.isHidden()
    office.click(page.places.receipt)
    assert len(office.ask.printed) == 1
    assert office.banner.told[-1] == "Sent to the printer: Receipt for originals"
    assert office.stored.paper_moves[0].receipt_on == TODAY
    office.click(page.places.give_back)
    assert len(office.ask.printed) == 2
    assert office.banner.told[-1] == "Sent to the printer: Receipt for papers that were handed back"
    assert [move.kind for move in office.stored.paper_moves] == [MoveKind.RECEIVED, MoveKind.RETURNED]
    assert office.stored.paper_moves[1].receipt_on == TODAY
    assert page.places.receipt.isHidden()
    assert isinstance(page.receipts, ReceiptDesk)


def test_a_receipt_that_is_not_printed_is_found_under_documents(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = office.open("papers", a_case_with_papers())
    office.click(act(unfolded(office, page), MoveKind.RECEIVED))
    monkeypatch.setattr(office.ask, "print_pdf", lambda _pdf, _title: False)
    office.click(page.places.receipt)
    assert office.banner.told[-1] == "The receipt is ready. You find it under Documents."
    assert [paper.kind for paper in office.desk.finals.papers_of(office.case.id)] == ["receipt"]


def with_real_reader(office: Office) -> None:
    """Let files be looked at as they are."""
    office.desk = replace(office.desk, scan_reader=LookingReader())


def take_in(office: Office, page: Any, path: Path, paper_id: str = "passport") -> PaperRow:
    """Take a file in by the button and return the row of its paper."""
    row = unfolded(office, page, paper_id)
    office.ask.file = path
    assert row.scans is not None
    office.click(row.scans.add_button)
    return row


def test_a_file_is_taken_in_shown_turned_saved_and_removed(office: Office, tmp_path: Path) -> None:
    with_real_reader(office)
    (tmp_path / "Pass.pdf").write_bytes(a_pdf(3))
    page = office.open("papers", a_case_with_papers())
    row = take_in(office, page, tmp_path / "Pass.pdf")
    assert office.banner.told[-1] == "1 scan was added"
    assert row.scans is not None
    (tile,) = row.scans.tiles.values()
    assert tile.accessibleName() == f"Scan Pass.pdf, PDF · 3 pages · {tile.scan.octets // 1024 or 1} KB"
    office.click(tile)
    viewer = page.viewer
    assert viewer.isVisible()
    assert page.scroll_area.isHidden()
    whole = viewer.sheet.picture.size()
    assert whole.height() > whole.width() > 400
    office.click(viewer.after)
    assert (viewer.page, viewer.number.text()) == (1, "Page 2 of 3")
    office.click(viewer.turn)
    turned = viewer.sheet.picture.size()
    assert turned.width() > turned.height()
    office.click(viewer.larger)
    assert viewer.sheet.picture.width() > turned.width()
    office.click(viewer.fit)
    office.press(viewer, Qt.Key.Key_PageDown)
    assert viewer.page == 2
    assert not viewer.after.isEnabled()
    office.ask.place_to_save = tmp_path / "out.pdf"
    office.click(viewer.save)
    assert (tmp_path / "out.pdf").read_bytes() == (tmp_path / "Pass.pdf").read_bytes()
    office.click(viewer.remove)
    assert viewer.isHidden()
    assert row.scans.tiles == {}
    assert office.banner.act is not None
    office.banner.act()
    office.settle()
    assert list(row.scans.tiles) == [tile.scan.id]


def test_escape_leads_back_and_the_scan_is_forgotten(office: Office, tmp_path: Path) -> None:
    with_real_reader(office)
    (tmp_path / "a.jpg").write_bytes(a_jpeg(300, 200))
    page = office.open("papers", a_case_with_papers())
    row = take_in(office, page, tmp_path / "a.jpg")
    assert row.scans is not None
    office.click(next(iter(row.scans.tiles.values())))
    assert page.viewer.isVisible()
    assert not page.viewer.after.isVisible()
    office.press(page.viewer, Qt.Key.Key_Escape)
    assert page.viewer.isHidden()
    assert page.scroll_area.isVisible()
    assert page.viewer.sheet.picture.isNull()


def test_what_was_left_out_is_told(office: Office, tmp_path: Path) -> None:
    with_real_reader(office)
    (tmp_path / "a.pdf").write_bytes(active_pdfs()["script at opening"])
    page = office.open("papers", a_case_with_papers())
    take_in(office, page, tmp_path / "a.pdf")
    assert office.banner.told[-1] == "Added without what could run or was attached."


def test_a_photograph_is_told_to_be_kept_without_its_place(office: Office, tmp_path: Path) -> None:
    with_real_reader(office)
    (tmp_path / "a.jpg").write_bytes(a_photograph())
    page = office.open("papers", a_case_with_papers())
    row = take_in(office, page, tmp_path / "a.jpg")
    assert office.banner.told[-1] == "Added without place, time and device of the camera."
    assert row.scans is not None
    office.click(next(iter(row.scans.tiles.values())))
    assert page.viewer.facts.text().endswith("without place, time and device of the camera")


def test_a_refused_file_is_told_by_its_name(office: Office, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(BAD)
    page = office.open("papers", a_case_with_papers())
    row = take_in(office, page, tmp_path / "a.pdf")
    assert office.banner.told[-1] == "“a.pdf”: The file is damaged."
    assert row.scans is not None
    assert row.scans.tiles == {}


def test_files_are_dropped_and_other_things_are_not(office: Office, tmp_path: Path) -> None:
    for name in ("a.pdf", "b.png"):
        (tmp_path / name).write_bytes(b"content")
    page = office.open("papers", a_case_with_papers())
    strip = unfolded(office, page).scans
    assert strip is not None
    words, files = QMimeData(), QMimeData()
    words.setText("words")
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.pdf", "b.png")])
    for held, is_taken in ((words, False), (files, True)):
        entering = QDragEnterEvent(
            strip.rect().center(),
            Qt.DropAction.CopyAction,
            held,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        entering.ignore()
        strip.dragEnterEvent(entering)
        assert entering.isAccepted() is is_taken
    dropping = QDropEvent(
        QPointF(strip.rect().center()),
        Qt.DropAction.CopyAction,
        files,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    strip.dropEvent(dropping)
    office.settle()
    assert office.banner.told[-1] == "2 scans were added"
    assert sorted(tile.scan.name for tile in strip.tiles.values()) == ["a.pdf", "b.png"]


def test_a_picture_is_pasted(office: Office) -> None:
    page = office.open("papers", a_case_with_papers())
    strip = unfolded(office, page).scans
    assert strip is not None
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    office.click(strip.paste_button)
    assert office.banner.told[-1] == "There is no picture and no file to paste."
    picture = QImage(20, 10, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    clipboard.setImage(picture)
    office.click(strip.paste_button)
    (tile,) = strip.tiles.values()
    assert tile.scan.name == "Pasted picture.png"
    assert isinstance(office.desk.scans, MemoryScanStore)
    (_scan, looked) = next(iter(office.desk.scans.kept.values()))
    assert QImage.fromData(looked.content).size() == picture.size()
    clipboard.clear()


def test_the_checklist_follows_papers_and_scans_and_takes_up_what_is_missing(office: Office, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"content")
    page = office.open("papers", a_case_with_papers())
    card = page.checklist
    assert not card.isHidden()
    told = {button.line.title.message: button.line.end.message for button in card.buttons}
    assert told["Certificate of the training abroad"] == "A copy is missing"
    assert told["Tabular CV with training and work, in German"] == "Missing"
    before = card.summary.text()
    owner = page.qualifications.rows.rows["training"]
    owner.unfold()
    office.fill(owner.papers)
    row = owner.papers.rows["certificate"]
    office.click(row.line)
    office.ask.file = tmp_path / "a.pdf"
    office.click(row.scans.add_button)
    told = {button.line.title.message: button.line.end.message for button in card.buttons}
    assert told["Certificate of the training abroad"] == "The translation is missing"
    office.click(act(row, MoveKind.TO_TRANSLATOR))
    office.click(act(row, MoveKind.TRANSLATED))
    told = {button.line.title.message: button.line.end.message for button in card.buttons}
    assert told["Certificate of the training abroad"] == "It is there"
    declared = next(one for one in card.buttons if "no application" in one.line.title.message)
    office.click(declared)
    assert office.stored.papers[-1].kind is PaperKind.DECLARATION
    assert page.papers.rows.rows[office.stored.papers[-1].id].body.isVisible()
    assert card.summary.text() != before


def test_another_procedure_asks_for_other_papers(office: Office) -> None:
    page = office.open("papers", a_case_with_papers())
    card = page.checklist
    card.kind.committed.emit(ChecklistKind.EVALUATION)
    office.settle()
    titles = [button.line.title.message for button in card.buttons]
    assert "School certificate" in titles
    assert "not checked against the law" in card.source.text()


def test_a_paper_without_any_original_is_at_no_place(office: Office) -> None:
    case = a_case_with_papers()
    page = office.open("papers", replace(case, papers=()))
    assert page.places.isHidden()
    office.open_case.change(replace(office.case, papers=case.papers))
    office.settle()
    assert not page.places.isHidden()
    lost = replace(case.papers[1], forms=(PaperForm.LOST,))
    office.open_case.change(replace(office.case, papers=(lost,)))
    office.settle()
    assert Whereabouts.UNKNOWN in page.places.tiles
    office.open_case.undo()
    office.settle()
    assert case.papers[0].id in {paper.id for paper in office.case.papers}


def test_a_scan_that_is_closed_while_it_is_drawn_goes_when_it_is_drawn(office: Office, tmp_path: Path) -> None:
    with_real_reader(office)
    (tmp_path / "a.pdf").write_bytes(a_pdf(2))
    page = office.open("papers", a_case_with_papers())
    row = take_in(office, page, tmp_path / "a.pdf")
    assert row.scans is not None
    office.click(next(iter(row.scans.tiles.values())))
    viewer = page.viewer
    viewer.larger.click()
    viewer.close_scan()
    assert viewer.retired == 1
    office.settle()
    assert viewer.retired == 0
    assert viewer.sheet.picture.isNull()
