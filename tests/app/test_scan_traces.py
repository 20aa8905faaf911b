"""A scan leaves no readable trace: no temporary file, however short it lives, and no readable byte on the disk."""

from __future__ import annotations

import sys
import tempfile
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from iq_desktop.app.desk_setup import VaultDoor
from iq_desktop.app.paths import find_paths
from iq_desktop.app.tongues import tongues_of
from iq_desktop.domain.centre import Centre
from iq_desktop.storage.key_slots import FLOOR_COST
from iq_desktop.ui.kit.scan_pages import open_pages, turned
from iq_desktop.usecases.desk import FirstSteps
from iq_desktop.usecases.progress import Silence
from iq_desktop.usecases.scans import list_scans, read_file, show_scan, take_in_scan
from tests.support.builders import a_case
from tests.support.canaries import FileWatch
from tests.support.fakes import FixedClock
from tests.support.scan_files import a_pdf, a_png

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

PASSWORD = "Öl Fenster Ziege Mond Brücke"
CANARY = "ZwqxKanaruScan"


@pytest.mark.skipif(sys.platform != "linux", reason="the watch over short-lived files knows Linux only")
def test_a_scan_leaves_no_trace(tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    assert qapp is QGuiApplication.instance()
    scratch, source = tmp_path / "scratch", tmp_path / "source"
    scratch.mkdir()
    source.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    monkeypatch.setattr(tempfile, "tempdir", None)
    watch = FileWatch(scratch)
    (source / f"{CANARY}.pdf").write_bytes(a_pdf(2, CANARY))
    (source / f"{CANARY}.png").write_bytes(a_png(600, 400))
    paths = find_paths(tmp_path / "home" / "vault")
    door = VaultDoor(paths, tongues_of(paths.translations), FixedClock(), FLOOR_COST)
    desk, _code = door.set_up(FirstSteps("de", Centre("Beratungsstelle"), "Frau Öztürk", PASSWORD))
    case = desk.cases.save(a_case(revision=0, number=""))
    for path in sorted(source.iterdir()):
        take_in_scan(desk, case.id, "paper", read_file(path), Silence())
    for scan in list_scans(desk, case.id)["paper"]:
        shown = show_scan(desk, case.id, scan, Silence())
        pages = open_pages(shown.content, scan.kind)
        assert not turned(pages.draw(pages.count - 1, 500), 1).isNull()
    opened = _all_bytes(paths.vault)
    desk.close()
    assert watch.made() == []
    assert list(scratch.iterdir()) == []
    for content in (opened, _all_bytes(paths.vault)):
        assert CANARY.encode() not in content
        assert b"%PDF-" not in content
        assert b"IHDR" not in content


def _all_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_what_somebody_removed_is_gone_after_the_next_unlocking(tmp_path: Path) -> None:
    paths = find_paths(tmp_path / "vault")
    door = VaultDoor(paths, tongues_of(paths.translations), FixedClock(), FLOOR_COST)
    desk, _code = door.set_up(FirstSteps("de", Centre("Beratungsstelle"), "Frau Öztürk", PASSWORD))
    case = desk.cases.save(a_case(revision=0, number=""))
    (tmp_path / "a.png").write_bytes(a_png())
    scan = take_in_scan(desk, case.id, "paper", read_file(tmp_path / "a.png"), Silence())
    desk.scans.remove(case.id, scan.id)
    desk.close()
    again = door.unlock(desk.adviser.id, PASSWORD)
    with again.keys.vault.cases.reading() as connection:  # type: ignore[attr-defined]  # the real keys
        assert connection.exec_driver_sql("SELECT count(*) FROM scan_chunk").scalar_one() == 0
    again.close()
