"""A PDF goes from memory to a printer, strip by strip, in its true size, and can be stopped in the middle of it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from iq_desktop.ui.kit.speaking import speak_tree
from iq_desktop.ui.shell.ask import QtAsk
from iq_desktop.ui.shell.print_progress import PrintProgress
from iq_desktop.ui.shell.printing import PrintStep, print_on, print_strips
from iq_desktop.wording.text import say
from tests.support.fakes import a_pdf

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from iq_desktop.wording.tongue import Tongue


A4, A5 = (595, 842), (420, 595)
DARK = 60


@pytest.fixture
def printer(qtbot: QtBot, tmp_path: Path) -> QPrinter:
    assert qtbot is not None
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "paper.pdf"))
    made.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    return made


def pages_of(path: Path) -> list[QImage]:
    """Return the pages of a printed file at 72 dots per inch."""
    document, pages = QPdfDocument(), []
    document.load(str(path))
    for number in range(document.pageCount()):
        page = QImage(document.pagePointSize(number).toSize(), QImage.Format.Format_RGB32)
        page.fill(QColor("white"))
        painter = QPainter(page)
        painter.drawImage(0, 0, document.render(number, page.size()))
        painter.end()
        pages.append(page)
    document.close()
    return pages


def a_black_pdf(width: int, height: int, pages: int = 1) -> bytes:
    """Return a PDF of black pages of a size in points."""
    pdf = pikepdf.new()
    for page in range(pages):
        pdf.add_blank_page(page_size=(width, height))
        pdf.pages[page].obj.Contents = pdf.make_stream(f"0 g 0 0 {width} {height} re f".encode())
    written = io.BytesIO()
    pdf.save(written)
    return written.getvalue()


def black_box(page: QImage) -> tuple[int, int, int, int]:
    """Return left, top, width and height of what is black on a page, in points."""
    dark = [(x, y) for y in range(page.height()) for x in range(page.width()) if page.pixelColor(x, y).value() < DARK]
    across, down = [x for x, _y in dark], [y for _x, y in dark]
    return min(across), min(down), max(across) - min(across) + 1, max(down) - min(down) + 1


def test_every_page_reaches_the_printer(qtbot: QtBot, tmp_path: Path) -> None:
    assert qtbot is not None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    assert print_on(printer, a_pdf(3))
    document = QPdfDocument()
    document.load(str(tmp_path / "paper.pdf"))
    assert document.pageCount() == 3
    document.close()


def test_only_the_pages_that_were_chosen_reach_the_printer(qtbot: QtBot, tmp_path: Path) -> None:
    assert qtbot is not None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert print_on(printer, a_pdf(4))
    document = QPdfDocument()
    document.load(str(tmp_path / "paper.pdf"))
    assert document.pageCount() == 2
    document.close()
    printer.setFromTo(9, 9)
    assert not print_on(printer, a_pdf(4))


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_begin_has_printed_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    assert qtbot is not None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "gone" / "paper.pdf"))
    assert not print_on(printer, a_pdf(1))


def test_nothing_is_printed_from_what_is_no_pdf(qtbot: QtBot, tmp_path: Path) -> None:
    assert qtbot is not None
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    assert not print_on(printer, b"no PDF")
    assert not (tmp_path / "paper.pdf").exists()


def test_a_page_has_no_seam_where_its_strips_meet(printer: QPrinter, tmp_path: Path) -> None:
    assert print_on(printer, a_black_pdf(*A4))
    (page,) = pages_of(tmp_path / "paper.pdf")
    assert all(page.pixelColor(300, y).value() < DARK for y in range(1, page.height() - 1))


def test_a_small_sheet_lies_in_its_true_size_in_the_middle_of_large_paper(printer: QPrinter, tmp_path: Path) -> None:
    assert print_on(printer, a_black_pdf(*A5))
    (page,) = pages_of(tmp_path / "paper.pdf")
    left, top, width, height = black_box(page)
    assert abs(width - A5[0]) <= 2
    assert abs(height - A5[1]) <= 2
    assert abs(left - (A4[0] - A5[0]) / 2) <= 2
    assert 26 <= top <= 30
    corner = [(left - x, top + height - 1) for x in range(4, 14)]
    assert any(page.pixelColor(*dot).value() < 250 for dot in corner), "marks say where to cut"


def test_a_small_sheet_fills_small_paper(printer: QPrinter, tmp_path: Path) -> None:
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    assert print_on(printer, a_black_pdf(*A5))
    (page,) = pages_of(tmp_path / "paper.pdf")
    assert (page.width(), page.height()) == (420, 595)
    left, top, width, height = black_box(page)
    assert max(left, top, page.width() - width, page.height() - height) <= 2


def test_a_large_page_is_made_to_fit_small_paper(printer: QPrinter, tmp_path: Path) -> None:
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    assert print_on(printer, a_black_pdf(*A4))
    (page,) = pages_of(tmp_path / "paper.pdf")
    _left, _top, width, height = black_box(page)
    assert (width, height) == pytest.approx((420, 595), abs=3)


def test_the_window_is_heard_between_strips_of_a_page(printer: QPrinter) -> None:
    steps = list(print_strips(printer, a_pdf(2)))
    assert steps == sorted(steps, key=lambda step: step.page)
    assert {step.count for step in steps} == {2}
    assert all(steps.count(PrintStep(page, 2)) >= 10 for page in (1, 2))


def answer_with_a_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let dialogs of printing run as they do outside of tests."""

    def run(dialog: QDialog) -> int:
        loop = QEventLoop()
        dialog.finished.connect(loop.quit)
        dialog.show()
        loop.exec()
        return dialog.result()

    monkeypatch.setattr(QDialog, "exec", run)


def a_progress(qtbot: QtBot, printer: QPrinter, pdf: bytes, english: Tongue) -> PrintProgress:
    window = QWidget()
    qtbot.addWidget(window)
    speak_tree(window, english)
    return PrintProgress(print_strips(printer, pdf), "Paper", window)


def test_the_window_says_which_page_is_printed(
    qtbot: QtBot, printer: QPrinter, english: Tongue, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answer_with_a_loop(monkeypatch)
    progress = a_progress(qtbot, printer, a_pdf(3), english)
    seen: list[str] = []
    beat = QTimer(progress, interval=0)
    beat.timeout.connect(lambda: seen.append(progress.text.text()))
    beat.start()
    assert progress.follow()
    assert progress.problem is None
    assert {"Printing: page 1 of 3", "Printing: page 2 of 3", "Printing: page 3 of 3"} <= set(seen)
    assert len(pages_of(tmp_path / "paper.pdf")) == 3


def test_whoever_stops_prints_no_further(
    qtbot: QtBot, printer: QPrinter, english: Tongue, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_with_a_loop(monkeypatch)
    progress = a_progress(qtbot, printer, a_pdf(40), english)
    aborted: list[bool] = []
    monkeypatch.setattr(QPrinter, "abort", lambda _printer: aborted.append(True))
    progress.bar.valueChanged.connect(progress.stop_button.click)
    assert not progress.follow()
    assert progress.problem is None
    assert aborted == [True]
    assert not progress.isVisible()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_refused_printing_is_told(
    qtbot: QtBot, english: Tongue, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answer_with_a_loop(monkeypatch)
    monkeypatch.chdir(tmp_path)
    told: list[Any] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *words: told.append(words[2]))
    answers = iter((QDialog.DialogCode.Rejected, QDialog.DialogCode.Accepted))
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: next(answers).value)
    window = QWidget()
    qtbot.addWidget(window)
    ask = QtAsk(window, lambda: english)
    assert not ask.print_pdf(b"no PDF", say("Paper"))
    assert told == []
    assert not ask.print_pdf(b"no PDF", say("Paper"))
    assert told[0].startswith("Nothing was printed.")
