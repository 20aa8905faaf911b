"""What nobody expected is told in the window; a fresh vault fills itself, also when it is closed too early."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iq_desktop.app.crash import LOG_NAME, watch_for_crashes
from iq_desktop.app.qt_log import qt_messages_in
from iq_desktop.domain.centre import Centre
from iq_desktop.usecases.desk import FirstSteps
from tests.journeys.conftest import ADVISER, PASSWORD

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.journey import Office

pytestmark = pytest.mark.usefixtures("rooms_when_visited")

TOLD = "Etwas ist schiefgegangen, das nicht hätte passieren dürfen."


def test_a_crash_is_told_at_the_desk(desk: Office) -> None:
    assert desk.program is not None
    assert not desk.sees(TOLD)
    desk.program.crashed.emit()
    assert desk.sees(TOLD)


def test_a_crash_is_told_at_the_door(office: Office) -> None:
    assert office.program is not None
    office.program.crashed.emit()
    assert office.sees(TOLD)


def test_messages_of_qt_go_into_the_log_without_names_of_files(office: Office, tmp_path: Path) -> None:
    from PySide6.QtCore import qWarning

    del office
    with watch_for_crashes(tmp_path / "logs", lambda: None) as log, qt_messages_in(log):
        qWarning('cannot open "Akte Öztürk.pdf"')
        qWarning("This plugin does not support raise()")
    written = (tmp_path / "logs" / LOG_NAME).read_text(encoding="utf-8")
    assert "cannot open …" in written
    assert "Öztürk" not in written
    assert "plugin" not in written


def test_a_fresh_vault_fills_itself_also_when_it_is_closed_too_early(empty_office: Office) -> None:
    office = empty_office
    made, _code = office.door.set_up(FirstSteps("de", Centre("Beratungsstelle"), ADVISER, PASSWORD))
    assert made.reference.is_empty()
    made.close()
    office.arrive()
    office.fill("Passwort", PASSWORD)
    office.at_work.click(office.at_work.button("Entsperren"), settles=False)
    program = office.program
    assert program is not None
    office.at_work.until(lambda: program.window is not None, "the window")
    office.leave()
    office.arrive()
    office.unlock(PASSWORD)
    office.at_work.settle()
    assert program.desk is None
    assert office.program is not None
    assert office.program.desk is not None
    assert not office.program.desk.reference.is_empty()
    assert office.program.desk.reference.find_occupations("Elektroniker", language="de", limit=3)
