"""Who can open the vault: nothing changes without the present password, and no code before it was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.centre import DeskSettings
from iq_desktop.usecases.centre import save_settings
from iq_desktop.usecases.keys import (
    Newcomer,
    change_my_password,
    draw_up_recovery_sheet,
    give_new_key,
    has_centre_code,
    let_go,
    let_in,
    offer_password,
    price_of,
    remove_centre_code,
    use_centre_sheet,
    use_recovery_sheet,
    who_may_open,
)
from iq_desktop.usecases.progress import Silence
from iq_desktop.wording.problems import IqError
from tests.support.fakes import ADVISER, NEW_CODE, PRESENT_PASSWORD, MemoryKeys, MemoryPrinter, a_desk

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.usecases.desk import Desk

PASSWORD = "fünf ganz verschiedene Wörter"


@pytest.fixture
def keys() -> MemoryKeys:
    return MemoryKeys()


@pytest.fixture
def desk(project_folder: Path, keys: MemoryKeys) -> Desk:
    return a_desk(project_folder / "translations", keys=keys)


def test_ones_own_password_is_changed_by_who_knows_it(desk: Desk, keys: MemoryKeys) -> None:
    with pytest.raises(IqError):
        change_my_password(desk, "falsch", PASSWORD)
    assert keys.passwords == {ADVISER.id: PRESENT_PASSWORD}
    change_my_password(desk, PRESENT_PASSWORD, PASSWORD)
    assert keys.passwords == {ADVISER.id: PASSWORD}


def test_a_new_code_is_valid_only_when_it_was_typed_from_its_sheet(desk: Desk, keys: MemoryKeys) -> None:
    desk.centres.save_settings(ADVISER.id, DeskSettings("en"))
    with pytest.raises(IqError):
        draw_up_recovery_sheet(desk, "falsch")
    sheet = draw_up_recovery_sheet(desk, PRESENT_PASSWORD)
    assert isinstance(desk.printer, MemoryPrinter)
    assert [(adviser, client) for _, adviser, client in desk.printer.documents] == [("en", None)]
    assert sheet.pdf.startswith(b"%PDF")
    assert NEW_CODE not in repr(sheet)
    with pytest.raises(IqError):
        use_recovery_sheet(desk, sheet, NEW_CODE.replace("9RTB", "9RTC"))
    assert NEW_CODE not in keys.codes
    use_recovery_sheet(desk, sheet, NEW_CODE.lower())
    assert keys.codes[-1] == NEW_CODE


def test_a_newcomer_is_let_in_and_known_by_name(desk: Desk, keys: MemoryKeys) -> None:
    newcomer = Newcomer("B. Yılmaz", PASSWORD)
    assert PASSWORD not in repr(newcomer)
    with pytest.raises(IqError):
        let_in(desk, "falsch", newcomer)
    assert who_may_open(desk) == (ADVISER,)
    assert let_in(desk, PRESENT_PASSWORD, newcomer)
    assert [one.name for one in who_may_open(desk)] == [ADVISER.name, "B. Yılmaz"]
    assert [one.name for one in desk.centres.advisers()] == [ADVISER.name, "B. Yılmaz"]
    assert PASSWORD in keys.passwords.values()


def test_what_a_password_is_worth_is_told(desk: Desk) -> None:
    assert price_of(desk, PASSWORD).message
    with pytest.raises(IqError):
        price_of(desk, "kurz")


def test_the_unlock_screen_follows_what_is_set(desk: Desk, keys: MemoryKeys) -> None:
    save_settings(desk, DeskSettings("en", "dark"))
    assert keys.appearance == ("en", "dark")


def test_who_leaves_is_removed_by_a_colleague_who_knows_the_own_password(desk: Desk, keys: MemoryKeys) -> None:
    let_in(desk, PRESENT_PASSWORD, Newcomer("B. Yılmaz", PASSWORD))
    for password, who in (("falsch", "adviser-2"), (PRESENT_PASSWORD, ADVISER.id)):
        with pytest.raises(IqError):
            let_go(desk, password, who)
    assert len(who_may_open(desk)) == 2
    assert let_go(desk, PRESENT_PASSWORD, "adviser-2")
    assert who_may_open(desk) == (ADVISER,)
    assert [one.name for one in desk.centres.advisers()] == [ADVISER.name, "B. Yılmaz"]
    assert keys.passwords == {ADVISER.id: PRESENT_PASSWORD}


def test_the_code_of_the_centre_stands_beside_the_recovery_code(desk: Desk, keys: MemoryKeys) -> None:
    sheet = draw_up_recovery_sheet(desk, PRESENT_PASSWORD)
    with pytest.raises(IqError):
        use_centre_sheet(desk, sheet, NEW_CODE.replace("9RTB", "9RTC"))
    assert not has_centre_code(desk)
    use_centre_sheet(desk, sheet, NEW_CODE)
    assert has_centre_code(desk)
    assert keys.codes == ["the first code"]
    with pytest.raises(IqError):
        remove_centre_code(desk, "falsch")
    remove_centre_code(desk, PRESENT_PASSWORD)
    assert not has_centre_code(desk)


def test_a_new_key_is_given_by_who_knows_the_own_password(desk: Desk, keys: MemoryKeys) -> None:
    with pytest.raises(IqError):
        give_new_key(desk, "falsch", Silence())
    assert keys.generation == 1
    give_new_key(desk, PRESENT_PASSWORD, Silence())
    assert keys.generation == 2


def test_an_offered_password_does_not_show_itself_by_accident(desk: Desk) -> None:
    offered = offer_password(desk)
    assert offered.words not in repr(offered)
    assert len(offered.words.split()) == 5
