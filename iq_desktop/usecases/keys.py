"""Who can open the vault: one's own password, codes on paper, advisers who come and go, the key itself.

Each change asks for the present password first: the laptop may stand open while its adviser fetches somebody. Changes
take about a second, so that guessing is dear; a new key takes longer and tells how far it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from iq_desktop.documents.recovery_sheet import make_recovery_sheet
from iq_desktop.domain.changes import Area, Change
from iq_desktop.domain.role import Act, Role
from iq_desktop.usecases.permissions import require
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.domain.centre import Adviser
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.ports import OfferedPassword
    from iq_desktop.usecases.progress import Progress
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
    role: Role = Role.ADVISER


def who_may_open(desk: Desk) -> tuple[Adviser, ...]:
    """Return who can open the vault, each with the role in the centre."""
    roles = {one.id: one.role for one in desk.centres.advisers()}
    return tuple(replace(one, role=roles.get(one.id, one.role)) for one in desk.keys.advisers())


def price_of(desk: Desk, password: str) -> Text:
    """Return what a new password is worth, in words; raises IqError where it is too short or too long."""
    return desk.keys.price_password(password)


def offer_password(desk: Desk) -> OfferedPassword:
    """Return a password of everyday words, drawn by lot; raises IqError where the list of words is missing."""
    return desk.keys.offer_password()


def change_my_password(desk: Desk, present: str, password: str) -> None:
    """Give the adviser at the desk a new password; raises IqError where the present one is not right."""
    desk.keys.check_password(desk.adviser.id, present)
    desk.keys.change_password(desk.adviser.id, password)


def draw_up_recovery_sheet(desk: Desk, present: str) -> RecoverySheet:
    """Return a new recovery code on its sheet; the present one goes on opening the vault until this one is used.

    Raises NotAllowed, or IqError where the present password is not right.
    """
    require(desk, Act.KEEP_KEYS)
    desk.keys.check_password(desk.adviser.id, present)
    code = desk.keys.make_recovery_code()
    sheet = make_recovery_sheet(desk.centres.centre(), desk.adviser.name, code, desk.clock.today())
    tongue = desk.tongue(desk.centres.settings(desk.adviser.id).language)
    return RecoverySheet(code, desk.printer.print_document(sheet, tongue, None))


def use_recovery_sheet(desk: Desk, sheet: RecoverySheet, typed: str) -> None:
    """Let the new code open the vault, and no older one, once it was typed from the sheet; raises IqError naming slips.

    A wrong group changes nothing. Raises NotAllowed.
    """
    require(desk, Act.KEEP_KEYS)
    desk.keys.confirm_recovery_code(sheet.code, typed)
    desk.keys.use_recovery_code(sheet.code)


def let_in(desk: Desk, present: str, newcomer: Newcomer) -> tuple[Change, ...]:
    """Let one more adviser open the vault, in a role.

    Raises NotAllowed, or IqError where the present password or the new name does not fit.
    """
    require(desk, Act.CHOOSE_ADVISERS)
    desk.keys.check_password(desk.adviser.id, present)
    desk.centres.save_adviser(replace(desk.keys.add_adviser(newcomer.name, newcomer.password), role=newcomer.role))
    return (Change(Area.CENTRE),)


def let_go(desk: Desk, present: str, adviser_id: str) -> tuple[Change, ...]:
    """Let somebody open the vault no more; what they did stays under their name, a responsible person's role does not.

    Raises NotAllowed, or IqError where the present password does not fit, for the last adviser, and for who sits at the
    desk.
    """
    require(desk, Act.CHOOSE_ADVISERS)
    desk.keys.check_password(desk.adviser.id, present)
    desk.keys.remove_adviser(adviser_id)
    left = next((one for one in desk.centres.advisers() if one.id == adviser_id), None)
    if left is not None and left.role is Role.RESPONSIBLE:
        desk.centres.save_adviser(replace(left, role=Role.ADVISER))  # nobody shall be sent to who is gone
    return (Change(Area.CENTRE),)


def give_role(desk: Desk, present: str, adviser: Adviser, role: Role) -> tuple[Change, ...]:
    """Give an adviser a role, which counts when they unlock the next time.

    Nobody changes their own role, so that a responsible person always remains. Raises NotAllowed, or IqError where the
    present password does not fit, and for who sits at the desk.
    """
    require(desk, Act.CHOOSE_ADVISERS)
    desk.keys.check_password(desk.adviser.id, present)
    if adviser.id == desk.adviser.id:
        raise IqError(
            say("You cannot change your own role."),
            say("Please let another responsible person do it. Nothing was changed."),
        )
    desk.centres.save_adviser(replace(adviser, role=role))
    return (Change(Area.CENTRE),)


def has_centre_code(desk: Desk) -> bool:
    """Return whether a second code on paper opens the vault, which the centre keeps for itself."""
    return desk.keys.has_centre_code()


def use_centre_sheet(desk: Desk, sheet: RecoverySheet, typed: str) -> None:
    """Let the new code open the vault as the centre's, once it was typed from the sheet.

    Raises NotAllowed, or IqError naming slips.
    """
    require(desk, Act.KEEP_KEYS)
    desk.keys.confirm_recovery_code(sheet.code, typed)
    desk.keys.use_centre_code(sheet.code)


def remove_centre_code(desk: Desk, present: str) -> None:
    """Let the centre's code open the vault no more.

    Raises NotAllowed, or IqError where the present password does not fit.
    """
    require(desk, Act.KEEP_KEYS)
    desk.keys.check_password(desk.adviser.id, present)
    desk.keys.remove_centre_code()


def give_new_key(desk: Desk, present: str, progress: Progress) -> None:
    """Encrypt the whole vault with a new key while the desk goes on working; every password and code stays.

    Raises NotAllowed, Cancelled, or IqError where the present password does not fit or the key could not be changed.
    """
    require(desk, Act.KEEP_KEYS)
    desk.keys.give_new_key(desk.adviser.id, present, progress)
