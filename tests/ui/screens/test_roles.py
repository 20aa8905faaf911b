"""Roles on the screen: they are given in the settings, and what is not allowed is not offered but explained."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.role import Role
from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.screens.parts.settings_page import ClosedSection
from iq_desktop.ui.shell.places import CASES, SETTINGS
from iq_desktop.usecases.keys import who_may_open
from tests.support.fakes import ADVISER, PRESENT_PASSWORD, MemoryKeys
from tests.support.setting_parts import SettingParts
from tests.ui.conftest import nameless

if TYPE_CHECKING:
    from iq_desktop.ui.screens.cases import CasesScreen
    from iq_desktop.ui.screens.settings import SettingsScreen
    from iq_desktop.usecases.desk import Desk
    from tests.ui.conftest import Office

ROLES = pytest.mark.parametrize("role", [Role.ADVISER, Role.TRAINEE])


@pytest.fixture
def keys(desk: Desk) -> MemoryKeys:
    assert isinstance(desk.keys, MemoryKeys)
    desk.centres.save_adviser(desk.keys.add_adviser("B. Yılmaz", PRESENT_PASSWORD))
    return desk.keys


def settings_of(office: Office) -> SettingParts:
    screen: SettingsScreen = office.go_to(SETTINGS)  # type: ignore[assignment]  # made under this name
    return SettingParts(screen, office.settle)


@pytest.mark.usefixtures("keys")
def test_a_role_is_given_with_ones_own_password(office: Office, desk: Desk) -> None:
    card = settings_of(office).advisers
    mine, theirs = card.rows
    assert [row.role.text() for row in card.rows] == ["Responsible person", "Adviser"]
    assert not mine.role_button.isVisible()
    assert theirs.role_button.accessibleDescription() == "B. Yılmaz"
    theirs.role_button.click()
    assert card.role.pills["adviser"].hasFocus()
    assert not card.newcomer.isVisible()
    card.role.pills["trainee"].click()
    assert card.role_means.text() == "Sees own cases only."
    office.settle()
    assert nameless(office.window) == clipped(office.window) == []
    card.go_button.click()
    assert card.note.text.text() == "Please type your own password."
    card.present.line.setText(PRESENT_PASSWORD)
    card.go_button.click()
    office.settle()
    assert card.note.text.text() == "B. Yılmaz: Trainee"
    assert [one.role for one in who_may_open(desk)] == [Role.RESPONSIBLE, Role.TRAINEE]
    assert [row.role.text() for row in card.rows] == ["Responsible person", "Trainee"]


@pytest.mark.usefixtures("keys")
def test_who_asks_for_a_role_and_then_for_a_newcomer_mixes_nothing(office: Office) -> None:
    card = settings_of(office).advisers
    card.rows[1].role_button.click()
    card.role.pills["responsible"].click()
    card.cancel_button.click()
    card.open_button.click()
    assert card.newcomer.isVisible()
    assert card.role.pills["adviser"].isChecked()
    assert not card.rows[1].role_button.isEnabled()


def test_a_newcomer_comes_in_a_role(office: Office, desk: Desk) -> None:
    card = settings_of(office).advisers
    card.open_button.click()
    card.name.setText("C. Zeder")
    card.new.first.line.setText("fünf ganz verschiedene Wörter")
    card.new.second.line.setText("fünf ganz verschiedene Wörter")
    card.role.pills["trainee"].click()
    card.present.line.setText(PRESENT_PASSWORD)
    card.go_button.click()
    office.settle()
    assert who_may_open(desk)[-1].role is Role.TRAINEE


@pytest.fixture
def lowly(desk: Desk, role: Role) -> Desk:
    """The desk with somebody at it who is not responsible."""
    desk.centres.save_adviser(replace(ADVISER, role=role))
    me = replace(ADVISER, role=role)
    object.__setattr__(desk, "adviser", me)  # before the window is made
    return desk


@ROLES
def test_what_is_not_allowed_is_not_offered_but_explained(lowly: Desk, office: Office, role: Role) -> None:
    screen: SettingsScreen = office.go_to(SETTINGS)  # type: ignore[assignment]  # made under this name
    settings = SettingParts(screen, office.settle)
    card = settings.advisers
    assert not card.open_button.isVisible()
    assert card.closed.isVisible()
    assert not any(row.remove_button.isVisible() or row.role_button.isVisible() for row in card.rows)
    for name in ("new_key", "recovery", "centre_code"):
        assert "Only a responsible person" in getattr(settings, name).sentence.text()
    pages = [screen.show_section(name) for name in ("centre", "catalogues")]
    office.settle()
    assert [isinstance(page, ClosedSection) for page in pages] == [True, role is Role.TRAINEE]
    assert nameless(office.window) == clipped(office.window) == []
    assert lowly.adviser.role is role


@ROLES
@pytest.mark.usefixtures("lowly")
def test_a_trainee_is_not_offered_to_give_cases_away(office: Office, role: Role) -> None:
    screen: CasesScreen = office.go_to(CASES)  # type: ignore[assignment]  # made under this name
    office.settle()
    bar = screen.list.selection
    bar.show()
    assert bar.give.isHidden() is (role is Role.TRAINEE)
