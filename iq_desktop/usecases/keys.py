"""Who can open the vault: one's own password, a new recovery code, further advisers.

Each of them asks for the present password first: the laptop may stand open while its adviser fetches somebody. All but
`price_of` and `who_may_open` take about a second, so that guessing is dear.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from iq_desktop.documents.recovery_sheet import make_recovery_sheet
from iq_desktop.domain.changes import Area, Change

if TYPE_CHECKING:
    from iq_desktop.domain.centre import Adviser
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.wording.text import Text


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """A new recovery code and the sheet that shows it; nobody keeps either."""

    code: str = field(repr=False)
    pdf: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who shall open the vault, with a first password."""

    name: str
    password: str = field(repr=False)


def who_may_open(desk: Desk) -> tuple[Adviser, ...]:
    """Return who can open the vault."""
    return tuple(desk.keys.advisers())


def price_of(desk: Desk, password: str) -> Text:
    """Return what a new password is worth, in words; raises IqError where it is too short or too long."""
    return desk.keys.price_password(password)


def change_my_password(desk: Desk, present: str, password: str) -> None:
    """Give the adviser at the desk a new password; raises IqError where the present one is not right."""
    desk.keys.check_password(desk.adviser.id, present)
    desk.keys.change_password(desk.adviser.id, password)


def draw_up_recovery_sheet(desk: Desk, present: str) -> RecoverySheet:
    """Return a new recovery code on its sheet; the present one goes on opening the vault until this one is used."""
    desk.keys.check_password(desk.adviser.id, present)
    code = desk.keys.make_recovery_code()
    sheet = make_recovery_sheet(desk.centres.centre(), desk.adviser.name, code, desk.clock.today())
    tongue = desk.tongue(desk.centres.settings(desk.adviser.id).language)
    return RecoverySheet(code, desk.printer.print_document(sheet, tongue, None))


def use_recovery_sheet(desk: Desk, sheet: RecoverySheet, typed: str) -> None:
    """Let the new code open the vault, and no older one, once it was typed from the sheet; raises IqError naming slips.

    A wrong group changes nothing.
    """
    desk.keys.confirm_recovery_code(sheet.code, typed)
    desk.keys.use_recovery_code(sheet.code)


def let_in(desk: Desk, present: str, newcomer: Newcomer) -> tuple[Change, ...]:
    """Let one more adviser open the vault; raises IqError where the present password or the new name does not fit."""
    desk.keys.check_password(desk.adviser.id, present)
    desk.centres.save_adviser(desk.keys.add_adviser(newcomer.name, newcomer.password))
    return (Change(Area.CENTRE),)
