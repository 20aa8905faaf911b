"""Watching over the vault: the whole check once a week behind the window, and what of it the adviser must know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from iq_desktop.domain.changes import Area, Change
from iq_desktop.usecases.vault_health import VaultCheck, VaultPart, is_check_due
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from iq_desktop.usecases.computer_safety import Computer
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.progress import Progress
    from iq_desktop.wording.problems import IqError


class Watch(Protocol):
    """What checks an open vault."""

    def last_check(self) -> VaultCheck | None:
        """Return the outcome of the last whole check, or none where there was none yet."""

    def check(self, progress: Progress) -> VaultCheck:
        """Check the whole vault, keep the outcome, and return it; saving goes on meanwhile."""

    def place_problem(self) -> IqError | None:
        """Return why the folder of the vault is not a safe place, or none."""

    def computer(self) -> Computer:
        """Return what is known of the computer on which the vault lies."""


@dataclass(frozen=True, slots=True)
class VaultState:
    """What is known of the vault: the last whole check, and what is wrong now, each with what to do."""

    last: VaultCheck | None
    warnings: tuple[tuple[Text, Text], ...]


def look_at_vault(desk: Desk) -> VaultState:
    """Return what is known of the vault, without checking anything."""
    last = desk.watch.last_check()
    problem = desk.watch.place_problem()
    warnings = [(problem.text, problem.advice)] if problem else []
    if last is not None and not last.is_sound:
        warnings.append(_words_of(last))
    return VaultState(last, tuple(warnings))


def check_vault(desk: Desk, progress: Progress) -> tuple[VaultCheck, tuple[Change, ...]]:
    """Check the whole vault now and return the outcome."""
    return desk.watch.check(progress), (Change(Area.VAULT),)


def check_vault_if_due(desk: Desk, progress: Progress) -> tuple[Change, ...]:
    """Check the whole vault where the last check was a week ago or found something; return whom it concerns."""
    if not is_check_due(desk.watch.last_check(), desk.clock.now()):
        return ()
    return check_vault(desk, progress)[1]


_UNSEEN_AT_START: Final = frozenset({VaultPart.SEARCH, VaultPart.JOURNAL, VaultPart.COUNTS})
"""What only the whole check sees: no rescue is offered for it at the unlock screen."""


def _words_of(check: VaultCheck) -> tuple[Text, Text]:
    first, *others = check.broken
    text = say("The vault is damaged: {part}", part=first.label)
    if others:
        text = say("The vault is damaged: {part}, and {count} more", part=first.label, count=len(others))
    if set(check.broken) <= _UNSEEN_AT_START:
        return text, say(
            "Every case can still be read. Please keep a copy of the whole folder, print what you need, and show it to "
            "whoever looks after your computers: this version cannot mend it by itself."
        )
    advice = say(
        "Please lock the program and unlock it again: what is readable can then be rescued. Or restore a backup. "
        "Until then, print what you need today."
    )
    return text, advice
