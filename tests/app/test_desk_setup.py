"""The door on a real vault: back after a forgotten password, keys changed at the desk, the look of the entrance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.centre import Centre, DeskSettings
from iq_desktop.storage.centre_store import VaultCentre
from iq_desktop.storage.journal import read_entries
from iq_desktop.storage.problems import disk_refused
from iq_desktop.usecases.cases import FirstAnswers, start_case
from iq_desktop.usecases.centre import save_settings
from iq_desktop.usecases.desk import FirstSteps
from iq_desktop.usecases.keys import (
    Newcomer,
    change_my_password,
    draw_up_recovery_sheet,
    let_in,
    use_recovery_sheet,
)
from iq_desktop.wording.problems import IqError
from tests.app.conftest import ADVISER, PASSWORD

if TYPE_CHECKING:
    from iq_desktop.app.desk_setup import VaultDoor
    from iq_desktop.usecases.desk import Desk

NEW_PASSWORD = "fünf ganz verschiedene Wörter"


def actors(desk: Desk) -> list[tuple[str, str]]:
    """Return who did what, as the journal says."""
    with desk.keys.vault.cases.reading() as connection:  # type: ignore[attr-defined]  # the real keys
        return [(entry.kind, entry.actor) for _, entry in read_entries(connection)]


def test_who_forgot_the_password_works_on_under_the_own_name(door: VaultDoor) -> None:
    desk, code = door.set_up(FirstSteps("de", Centre("Beratungsstelle"), f"{ADVISER}\u200b", PASSWORD))
    let_in(desk, PASSWORD, Newcomer("Herr Baum", "ein ganz anderes Passwort"))
    desk.close()
    assert [one.name for one in door.advisers()] == [ADVISER, "Herr Baum"]
    baum = door.advisers()[1]
    door.check_recovery_code(code.lower())
    again = door.unlock_with_recovery_code(code, baum.id, NEW_PASSWORD)
    assert again.adviser == baum
    assert start_case(again, FirstAnswers()).case.adviser_id == baum.id
    assert ("password_recovered", baum.id) in actors(again)
    assert actors(again)[-1] == ("case_saved", baum.id)
    again.close()
    door.unlock(baum.id, NEW_PASSWORD).close()
    door.unlock(ADVISER, PASSWORD).close()
    with pytest.raises(IqError):
        door.unlock(baum.id, "ein ganz anderes Passwort")


def test_a_return_that_fails_leaves_the_vault_free(locked: VaultDoor) -> None:
    with pytest.raises(IqError):
        locked.unlock_with_recovery_code("0" * 28, locked.advisers()[0].id, NEW_PASSWORD)
    locked.unlock(ADVISER, PASSWORD).close()


def test_password_and_code_are_changed_at_the_desk(locked: VaultDoor) -> None:
    desk = locked.unlock(ADVISER, PASSWORD)
    with pytest.raises(IqError):
        change_my_password(desk, "ein falsches Passwort", NEW_PASSWORD)
    change_my_password(desk, PASSWORD, NEW_PASSWORD)
    sheet = draw_up_recovery_sheet(desk, NEW_PASSWORD)
    assert sheet.pdf.startswith(b"%PDF")
    with pytest.raises(IqError):
        use_recovery_sheet(desk, sheet, sheet.code[:-1])
    with pytest.raises(IqError):
        locked.check_recovery_code(sheet.code)
    use_recovery_sheet(desk, sheet, sheet.code)
    locked.check_recovery_code(sheet.code)
    desk.close()
    locked.unlock(ADVISER, NEW_PASSWORD).close()


def test_the_unlock_screen_speaks_and_looks_as_it_was_set_at_once(locked: VaultDoor) -> None:
    desk = locked.unlock(ADVISER, PASSWORD)
    save_settings(desk, DeskSettings("en", "dark"))
    assert (locked.language(), locked.theme()) == ("en", "dark")
    desk.close()
    assert (locked.language(), locked.theme()) == ("en", "dark")


def refuse(*_arguments: object) -> None:
    raise disk_refused()


def test_a_disk_that_refuses_the_last_wish_keeps_nobody_from_leaving(
    locked: VaultDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = locked.unlock(ADVISER, PASSWORD)
    with monkeypatch.context() as patch:
        patch.setattr(VaultCentre, "settings", refuse)
        desk.close()
    locked.unlock(ADVISER, PASSWORD).close()


def test_a_desk_that_cannot_be_made_leaves_the_vault_free(locked: VaultDoor, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(VaultCentre, "sign_in", refuse)
        with pytest.raises(IqError):
            locked.unlock(ADVISER, PASSWORD)
    locked.unlock(ADVISER, PASSWORD).close()


def test_a_set_up_that_fails_at_its_end_leaves_the_vault_free(door: VaultDoor, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(VaultCentre, "save_centre", refuse)
        with pytest.raises(IqError):
            door.set_up(FirstSteps("de", Centre("Beratungsstelle"), ADVISER, PASSWORD))
    door.unlock(ADVISER, PASSWORD).close()
