"""How the vault is, checking it now, and the honest page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.ui.shell.places import SETTINGS, TODAY
from iq_desktop.usecases.trust import LIMITS, NOT_YET, PROMISES
from iq_desktop.usecases.vault_health import VaultPart
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say
from tests.support.fakes import MemoryWatch
from tests.support.setting_parts import SettingParts
from tests.ui.conftest import nameless

if TYPE_CHECKING:
    from iq_desktop.ui.screens.settings import SettingsScreen
    from iq_desktop.ui.screens.today import TodayScreen
    from iq_desktop.usecases.desk import Desk
    from tests.ui.conftest import Office


@pytest.fixture
def watch(desk: Desk) -> MemoryWatch:
    assert isinstance(desk.watch, MemoryWatch)
    return desk.watch


@pytest.fixture
def settings(office: Office) -> SettingParts:
    screen: SettingsScreen = office.go_to(SETTINGS)  # type: ignore[assignment]  # made under this name
    return SettingParts(screen, office.settle)


def test_the_last_check_is_told_and_another_one_runs_behind_the_window(
    office: Office, settings: SettingParts, watch: MemoryWatch
) -> None:
    assert "everything is in order" in settings.vault.state.text()
    settings.vault.check_button.click()
    assert not settings.vault.check_button.isEnabled()
    office.settle()
    assert watch.checks == 1
    assert settings.vault.check_button.isEnabled()
    assert settings.vault.progress.isHidden()
    assert not any(warning.isVisible() for warning in settings.vault.warnings)


def test_what_is_wrong_is_told_here_and_on_today(office: Office, settings: SettingParts, watch: MemoryWatch) -> None:
    watch.found = (VaultPart.PAGES,)
    watch.problem = IqError(
        say("This folder is copied to a cloud by {name}.", name="Dropbox"), say("Please free some space.")
    )
    settings.vault.check()
    office.settle()
    assert [warning.text.text() for warning in settings.vault.warnings] == [
        "This folder is copied to a cloud by Dropbox.",
        "The vault is damaged: Seal of every page",
    ]
    assert settings.vault.state.text().endswith("damaged.")
    assert clipped(office.window) == []
    today: TodayScreen = office.go_to(TODAY)  # type: ignore[assignment]  # made under this name
    assert any("The vault is damaged" in button.accessibleName() for button in today.vault.buttons)


def test_a_vault_that_was_never_checked_says_so(office: Office, settings: SettingParts, watch: MemoryWatch) -> None:
    watch.last = None
    settings.vault.refresh()
    office.settle()
    assert settings.vault.state.text().startswith("Not checked yet.")


def test_the_honest_page_is_there_to_be_read_and_put_away(office: Office, settings: SettingParts) -> None:
    settings.promises.read_button.click()
    office.settle()
    page = settings.promises.page
    assert page is not None
    told = [label.text() for label in page.findChildren(SpeakingLabel)]
    assert f"1. {PROMISES[0][0].message}" in told
    assert LIMITS[0][0].message in told
    assert told.count("This version does not have it yet.") == len(NOT_YET)
    assert any("BitLocker" in words for words in told)
    assert settings.promises.read_button.text() == "Close"
    assert nameless(office.window) == []
    settings.promises.read_button.click()
    assert page.isHidden()
    settings.promises.read_button.click()
    assert page.isVisible()
