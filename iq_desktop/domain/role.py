"""What somebody may do in the centre, and which cases they may see: a table of roles and acts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from iq_desktop.domain.choice import Choice
from iq_desktop.wording.text import say


class Role(Choice):
    """What somebody is in the centre; it is kept in the vault for each adviser."""

    RESPONSIBLE = "responsible", say("Responsible person")
    ADVISER = "adviser", say("Adviser")
    TRAINEE = "trainee", say("Trainee")


class Act(Enum):
    """What not everybody may do; whatever is not named here is open to all, for the cases that they may see."""

    SET_CENTRE = "set_centre"
    """Change the letterhead and the settings of the centre."""
    CHOOSE_ADVISERS = "choose_advisers"
    """Let advisers in, give them a role, remove them."""
    KEEP_KEYS = "keep_keys"
    """Renew the recovery code, the code of the centre and the key of the vault."""
    TAKE_PACKS = "take_packs"
    """Take in or remove packs of instruments."""
    SET_RULES = "set_rules"
    """Change rules of the law, take in packs of rules, go back to earlier ones."""
    TAKE_CATALOGUES = "take_catalogues"
    """Import occupations, courses and places."""
    TAKE_CASES = "take_cases"
    """Take in cases from another program, and take that back."""
    SEE_WHOLE_JOURNAL = "see_whole_journal"
    """Read, print and export the journal of all cases and advisers; the one of a case is open to who sees the case."""
    SET_PRIVACY = "set_privacy"
    """Set legal basis, periods and the record of processing."""
    ERASE = "erase"
    """Erase or anonymise a person."""
    SET_BACKUPS = "set_backups"
    """Choose where backups are kept; making one is open to all."""
    HAND_OVER = "hand_over"
    """Give a case to a colleague."""


_OF_ADVISERS: Final = frozenset({Act.TAKE_CATALOGUES, Act.TAKE_CASES, Act.SET_BACKUPS, Act.HAND_OVER})
_MAY: Final[Mapping[Role, frozenset[Act]]] = {
    Role.RESPONSIBLE: frozenset(Act),
    Role.ADVISER: _OF_ADVISERS,
    Role.TRAINEE: frozenset(),
}


def may(role: Role, act: Act) -> bool:
    """Return whether somebody of a role may do something."""
    return act in _MAY[role]


def may_see(role: Role, adviser_id: str, owner_id: str, *, is_confidential: bool) -> bool:
    """Return whether an adviser of a role may see a case that somebody owns, or that is kept for its owner alone.

    A trainee sees own cases, an adviser all that is not kept for a colleague alone, a responsible person every case.
    """
    if role is Role.RESPONSIBLE or (adviser_id and adviser_id == owner_id):
        return True
    return role is Role.ADVISER and not is_confidential


@dataclass(frozen=True, slots=True)
class Sight:
    """Whose eyes look at the cases: what `may_see` says, as a value that stores ask; without an adviser all is seen."""

    adviser_id: str = ""
    role: Role = Role.RESPONSIBLE

    @property
    def is_whole(self) -> bool:
        """Whether no case is hidden."""
        return self.role is Role.RESPONSIBLE

    def shows(self, owner_id: str, *, is_confidential: bool) -> bool:
        """Return whether a case may be seen."""
        return may_see(self.role, self.adviser_id, owner_id, is_confidential=is_confidential)


WHOLE: Final = Sight()
"""Sees every case: for what the program does by itself."""
