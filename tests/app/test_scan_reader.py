"""Files of others are looked at in a process of their own: sound ones are drawn, the rest is refused with words."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pikepdf
import pytest
from PySide6.QtGui import QImage

from iq_desktop.app.scan_command import look_at
from iq_desktop.app.scan_reader import ProcessReader, own_command
from iq_desktop.domain.scan import ScanKind
from iq_desktop.ui.kit.scan_pages import open_pages
from iq_desktop.usecases.progress import Cancelled, Silence
from iq_desktop.usecases.scan_faults import FaultyScan, ScanFault
from iq_desktop.usecases.scan_ports import RefusedScan
from tests.support.scan_files import (
    DEVICE,
    PLACE,
    SCRIPT,
    a_jpeg,
    a_pdf,
    a_photograph,
    a_png,
    active_pdfs,
    refused_files,
)

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from iq_desktop.wording.text import Text

ACTIVE = active_pdfs()
REFUSED = refused_files()


@pytest.mark.parametrize(
    ("content", "ending", "kind", "pages"),
    [
        pytest.param(a_pdf(3), ".pdf", ScanKind.PDF, 3, id="pdf"),
        pytest.param(a_png(900, 600), ".png", ScanKind.PNG, 1, id="png"),
        pytest.param(a_jpeg(600, 900), ".jpeg", ScanKind.JPEG, 1, id="jpeg"),
    ],
)
def test_a_sound_file_stays_as_it_is_and_gets_a_small_picture(
    content: bytes, ending: str, kind: ScanKind, pages: int
) -> None:
    looked = ProcessReader().look(content, ending, Silence())
    assert (looked.kind, looked.pages, looked.left_out) == (kind, pages, False)
    assert looked.content == content
    small = QImage.fromData(looked.thumbnail)
    assert small.width() == 240
    assert 0 < small.height() <= 480


@pytest.mark.parametrize("name", REFUSED)
def test_a_damaged_or_hostile_file_is_refused(name: str, qapp: QApplication) -> None:
    del qapp
    content, ending, code = REFUSED[name]
    with pytest.raises(FaultyScan) as refused:
        look_at(content, ending)
    assert refused.value.fault.value == code
    assert refused.value.fault.refused().advice.message


@pytest.mark.parametrize("name", ACTIVE)
def test_what_could_run_or_is_attached_is_left_out(name: str, qapp: QApplication) -> None:
    del qapp
    looked = look_at(ACTIVE[name], ".pdf")
    assert looked.left_out
    assert looked.pages == 1
    with pikepdf.open(io.BytesIO(looked.content)) as pdf:
        written = io.BytesIO()
        pdf.save(written, qdf=True)
    for word in (SCRIPT.encode(), b"Launch", b"calc.exe", b"SubmitForm", b"MZ", b"<xdp/>"):
        assert word not in written.getvalue()
    again = look_at(looked.content, ".pdf")
    assert not again.left_out


@pytest.mark.parametrize(("orientation", "size"), [(1, (60, 30)), (6, (30, 60))])
def test_a_photograph_loses_what_the_camera_wrote_and_no_point(
    orientation: int, size: tuple[int, int], qapp: QApplication
) -> None:
    del qapp
    content = a_photograph(60, 30, orientation)
    looked = look_at(content, ".jpg")
    assert looked.left_out
    assert DEVICE not in looked.content
    assert PLACE not in looked.content
    assert QImage.fromData(looked.content) == QImage.fromData(a_jpeg(60, 30))
    page = open_pages(looked.content, ScanKind.JPEG).draw(0, size[0])
    assert (page.width(), page.height()) == size


def test_a_fault_comes_back_in_words() -> None:
    with pytest.raises(RefusedScan) as refused:
        ProcessReader().look(a_pdf()[:-40], ".pdf", Silence())
    assert refused.value.text == ScanFault.CUT_OFF.label


def test_a_decoder_that_breaks_ends_its_process_and_not_ours(tmp_path: Path) -> None:
    script = tmp_path / "breaks.py"
    script.write_text("import os, sys\nsys.stdin.buffer.read(10)\nos.abort()\n", encoding="utf-8")
    with pytest.raises(RefusedScan) as refused:
        ProcessReader((sys.executable, str(script))).look(a_pdf(), ".pdf", Silence())
    assert refused.value.text == ScanFault.CRASHED.label


@pytest.mark.parametrize("answer", ["", "no json", '{"kind": "pdf"}', '{"kind": "exe", "thumbnail": 0, "content": 0}'])
def test_an_answer_that_makes_no_sense_is_no_scan(tmp_path: Path, answer: str) -> None:
    script = tmp_path / "answers.py"
    script.write_text(f"import sys\nsys.stdin.buffer.read()\nprint({answer!r})\n", encoding="utf-8")
    with pytest.raises(RefusedScan):
        ProcessReader((sys.executable, str(script))).look(a_pdf(), ".pdf", Silence())


def test_a_file_that_takes_too_long_is_given_up_and_its_process_ended(tmp_path: Path) -> None:
    script = tmp_path / "waits.py"
    script.write_text("import time\ntime.sleep(60)\n", encoding="utf-8")
    with pytest.raises(RefusedScan) as refused:
        ProcessReader((sys.executable, str(script)), patience=0.1).look(b"%PDF-", ".pdf", Silence())
    assert refused.value.text == ScanFault.TOO_SLOW.label


def test_somebody_who_changes_their_mind_ends_the_process(tmp_path: Path) -> None:
    script = tmp_path / "waits.py"
    script.write_text("import time\ntime.sleep(60)\n", encoding="utf-8")

    class Impatient:
        steps = 0

        def step(self, done: int, total: int | None, text: Text) -> None:
            del done, total, text
            self.steps += 1
            if self.steps > 1:
                raise Cancelled

    with pytest.raises(Cancelled):
        ProcessReader((sys.executable, str(script))).look(b"%PDF-", ".pdf", Impatient())


def test_on_windows_the_door_with_a_console_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert own_command() == (sys.executable, "-m", "iq_desktop")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "IQ Desktop.exe"))
    assert own_command() == (str(tmp_path / "IQ Desktop.exe"),)
    (tmp_path / "iq-desktop.exe").touch()
    assert own_command() == (str(tmp_path / "iq-desktop.exe"),)
