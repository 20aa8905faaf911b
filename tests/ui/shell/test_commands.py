"""Every command is declared once: it has German, its keys are its own, it runs, and it is told where it works."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from iq_desktop.ui.kit.icon_shapes import SHAPES
from iq_desktop.ui.shell.commands import COMMANDS, Command, Whereabouts, commands_at, find_command
from iq_desktop.ui.shell.key_rows import key_groups
from iq_desktop.ui.shell.places import AREAS, CASE
from iq_desktop.usecases.case_pages import CASE_PAGES

if TYPE_CHECKING:
    from iq_desktop.wording.tongue import Tongue
    from tests.ui.conftest import Office

IN_CASE = Whereabouts(
    CASE,
    "person",
    has_case=True,
    can_undo=True,
    can_redo=True,
    language="en",
    theme="light",
    text_size=115,
    has_talk=True,
)
NAMES = [command.name for command in COMMANDS]


@pytest.mark.parametrize("command", COMMANDS, ids=NAMES)
def test_each_command_has_german_words_and_an_icon(command: Command, german: Tongue) -> None:
    assert german.knows(command.text) or command.text.message == "{words}"
    assert german.speak(command.text).strip()
    assert command.icon in SHAPES


def test_no_two_commands_share_a_name_or_a_key() -> None:
    keys = Counter(QKeySequence(key).toString() for command in COMMANDS for key in command.keys)
    assert [key for key, count in keys.items() if count > 1 or not key] == []
    assert len(set(NAMES)) == len(NAMES)


def test_every_place_and_every_page_can_be_gone_to() -> None:
    assert {command.value for command in COMMANDS if command.deed == "go_to"} == {*AREAS, CASE}
    assert {command.value for command in COMMANDS if command.deed == "show_page"} == {page.name for page in CASE_PAGES}


def test_what_cannot_be_done_is_not_offered() -> None:
    alone = {command.name for command in commands_at(Whereabouts(language="en", theme="light"))}
    assert not alone & {"undo", "redo", "print", "next_page", "show_page:person", "speak:en", "wear:light"}
    assert {"begin_case", "lock", "speak:de", "wear:dark"} <= alone


def test_each_command_runs_where_it_works_and_only_there(office: Office) -> None:
    steering = office.window.steering
    for command in COMMANDS:
        office.open("case-1", "person")
        deed, done = steering.deeds[command.deed], list[str]()
        steering.deeds[command.deed] = done.append
        works = command in commands_at(steering.where())
        steering.run(command)
        steering.deeds[command.deed] = deed
        assert done == ([command.value] if works else []), command.name
        if command.deed not in {"quit", "lock"}:  # each has its own tests
            deed(command.value)
            office.settle()
            office.window.finder.close_again()
            office.window.way_out.cover.open()


def test_every_deed_is_declared(office: Office) -> None:
    assert set(office.window.steering.deeds) == {command.deed for command in COMMANDS}


def test_each_key_reaches_its_command_from_inside_a_field(office: Office) -> None:
    office.open("case-1", "person")
    done: list[str] = []
    for deed in office.window.steering.deeds:
        office.window.steering.deeds[deed] = done.append
    office.window.steering.where = lambda: IN_CASE  # type: ignore[method-assign]  # everything can be done
    office.window.case_view.put_cursor("family_name")
    for command in COMMANDS:
        for key in command.keys:
            pressed = QKeySequence(key)[0]  # type: ignore[index]  # the stubs do not know that it can be
            field = QApplication.focusWidget()
            assert field is not None
            QTest.keyClick(field, pressed.key(), pressed.keyboardModifiers())
            assert done.pop() == command.value, key
            assert not done, key


def test_an_unknown_command_is_an_error() -> None:
    with pytest.raises(KeyError):
        find_command("dance")


def test_the_keys_are_told_for_the_place_where_one_is() -> None:
    alone, in_case = key_groups(Whereabouts()), key_groups(IN_CASE)
    assert [group.heading.message for group in alone] == ["Everywhere"]
    assert [group.heading.message for group in in_case] == ["On this page", "In the case", "Everywhere"]
    told = {row.keys for group in in_case for row in group.rows}
    assert {f"Alt+1 … {min(len(CASE_PAGES), 10) % 10}", f"Ctrl+1 … {len(AREAS)}", "Ctrl+Z", "Ctrl+K", "F1"} <= told
