"""The journal as people read it: the kinds of what can happen, what is asked of it, and what it answers.

Every kind of entry is declared here once, with its words. Whoever writes a new kind adds a line to `ENTRY_KINDS`; a
test over the whole package fails for a kind that has no words.

What is noted of reading: each time a case is taken out of the vault (opened, looked at in the quick view, restored
after a lock) is one entry; going from page to page of an open case, its preview and the client's window are the same
reading and leave none. Lists, searches and reminders show heads of cases and leave none; what they hand over as a file
does. A case that was shown as a possible duplicate is noted in its own journal, once in a session for each pair.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from iq_desktop.domain.choice import Choice
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import Text, as_it_is, say


class EntryGroup(Choice):
    """What an entry is about, for those who look through many."""

    READ = "read", say("Looked at")
    CHANGED = "changed", say("Changed")
    LEFT = "left", say("Printed or handed over")
    ACCESS = "access", say("Unlocking and keys")
    VAULT = "vault", say("Vault and backups")
    RIGHTS = "rights", say("Rights of the person")
    CENTRE = "centre", say("Centre and settings")
    OTHER = "other", say("Something else")


@dataclass(frozen=True, slots=True)
class EntryKind:
    """One kind of entry: the code that is stored, its words, its group, and whether it belongs to a case."""

    code: str
    words: Text
    group: EntryGroup
    is_of_case: bool = False


_READ, _CHANGED, _LEFT = EntryGroup.READ, EntryGroup.CHANGED, EntryGroup.LEFT
_ACCESS, _VAULT, _RIGHTS, _CENTRE = EntryGroup.ACCESS, EntryGroup.VAULT, EntryGroup.RIGHTS, EntryGroup.CENTRE

ENTRY_KINDS: Final = (
    EntryKind("case_read", say("Case opened"), _READ, is_of_case=True),
    EntryKind("duplicate_seen", say("Shown as a possible duplicate"), _READ, is_of_case=True),
    EntryKind("scan_seen", say("Scan looked at"), _READ, is_of_case=True),
    EntryKind("journal_read", say("Journal read"), _READ, is_of_case=True),
    EntryKind("journal_code_checked", say("Check code of a paper looked up"), _READ),
    EntryKind("case_saved", say("Case changed"), _CHANGED, is_of_case=True),
    EntryKind("scan_taken", say("Scan added"), _CHANGED, is_of_case=True),
    EntryKind("scan_removed", say("Scan removed"), _CHANGED, is_of_case=True),
    EntryKind("scan_brought_back", say("Scan brought back"), _CHANGED, is_of_case=True),
    EntryKind("cases_imported", say("Cases taken in from the IQ Webapp"), _CHANGED),
    EntryKind("import_undone", say("Import of cases taken back"), _CHANGED),
    EntryKind("cases_linked", say("Linked with another case"), _CHANGED, is_of_case=True),
    EntryKind("cases_unlinked", say("Link with another case taken away"), _CHANGED, is_of_case=True),
    EntryKind("handed_over", say("Case handed over to another adviser"), _CHANGED, is_of_case=True),
    EntryKind("paper_made", say("Document made"), _LEFT, is_of_case=True),
    EntryKind("paper_final", say("Document made final"), _LEFT, is_of_case=True),
    EntryKind("paper_went", say("Noted where a document went"), _LEFT, is_of_case=True),
    EntryKind("paper_way_taken_back", say("Note on a document taken back"), _LEFT, is_of_case=True),
    EntryKind("print", say("Document printed"), _LEFT, is_of_case=True),
    EntryKind("save", say("Document saved as a file"), _LEFT, is_of_case=True),
    EntryKind("scan_saved", say("Scan saved as a file"), _LEFT, is_of_case=True),
    EntryKind("exported", say("List saved as a table"), _LEFT),
    EntryKind("case_exported", say("Case saved in a table"), _LEFT, is_of_case=True),
    EntryKind("niq_reported", say("Record for NIQ saved as a file"), _LEFT, is_of_case=True),
    EntryKind("calendar_exported", say("Dates saved as a calendar"), _LEFT, is_of_case=True),
    EntryKind("journal_exported", say("Journal saved as a table"), _LEFT, is_of_case=True),
    EntryKind("copy_given", say("Copy of all data handed over"), _LEFT, is_of_case=True),
    EntryKind("unlocked", say("Unlocked"), _ACCESS),
    EntryKind("unlock_failed", say("Unlocking failed"), _ACCESS),
    EntryKind("locked", say("Locked"), _ACCESS),
    EntryKind("refused", say("Refused: not allowed in this role"), _ACCESS, is_of_case=True),
    EntryKind("password_changed", say("Password changed"), _ACCESS),
    EntryKind("password_recovered", say("New password with the recovery code"), _ACCESS),
    EntryKind("adviser_added", say("Adviser let in"), _ACCESS),
    EntryKind("adviser_removed", say("Adviser removed"), _ACCESS),
    EntryKind("role_changed", say("Role of an adviser changed"), _ACCESS),
    EntryKind("recovery_code_renewed", say("New recovery code"), _ACCESS),
    EntryKind("centre_code_made", say("Code of the centre made"), _ACCESS),
    EntryKind("centre_code_removed", say("Code of the centre removed"), _ACCESS),
    EntryKind("key_renewed", say("Vault encrypted with a new key"), _ACCESS),
    EntryKind("vault_checked", say("Vault checked"), _VAULT),
    EntryKind("journal_checked", say("Journal checked"), _VAULT),
    EntryKind("vault_rescued", say("Damaged vault rescued"), _VAULT),
    EntryKind("backup_made", say("Backup made"), _VAULT),
    EntryKind("backup_copied", say("Backup copied to the second place"), _VAULT),
    EntryKind("backup_drilled", say("Return from a backup rehearsed"), _VAULT),
    EntryKind("restored", say("Vault restored from a backup"), _VAULT),
    EntryKind("migrated", say("Vault brought up to date for a new version"), _VAULT),
    EntryKind("import", say("Catalogue taken in"), _CENTRE),
    EntryKind("catalogue_removed", say("Catalogue removed"), _CENTRE),
    EntryKind("pack_taken", say("Instrument taken in"), _CENTRE),
    EntryKind("rules_changed", say("Rules changed, taken in or set back"), _CENTRE),
    EntryKind("pack_removed", say("Instrument removed"), _CENTRE),
    EntryKind("publisher_trusted", say("Publisher of instruments trusted"), _CENTRE),
    EntryKind("publisher_distrusted", say("Publisher of instruments no longer trusted"), _CENTRE),
    EntryKind("body_saved", say("Competent body kept"), _CENTRE),
    EntryKind("body_removed", say("Competent body removed"), _CENTRE),
    EntryKind("bodies_taken", say("Directory of bodies taken in"), _CENTRE),
    EntryKind("own_offer_saved", say("Offer of a partner kept"), _CENTRE),
    EntryKind("own_offer_removed", say("Offer of a partner removed"), _CENTRE),
    EntryKind("organisation_saved", say("Organisation of the directory kept"), _CENTRE),
    EntryKind("organisation_removed", say("Organisation removed from the directory"), _CENTRE),
    EntryKind("centre_saved", say("Letterhead changed"), _CENTRE),
    EntryKind("logo_saved", say("Logo of the letterhead changed"), _CENTRE),
    EntryKind("adviser_saved", say("Name of an adviser noted"), _CENTRE),
    EntryKind("settings_saved", say("Settings changed"), _CENTRE),
    EntryKind("view_saved", say("View of the list kept"), _CENTRE),
    EntryKind("view_removed", say("View of the list removed"), _CENTRE),
    EntryKind("case_erased", say("Case erased"), _RIGHTS, is_of_case=True),
    EntryKind("privacy_terms_saved", say("Terms of data protection changed"), _RIGHTS),
    EntryKind("figures_counted", say("Closed cases taken into the anonymous figures"), _RIGHTS),
)
"""All of them, in the order of their groups."""

_UNKNOWN: Final = say("Something that this version does not know")
CODE_GROUPS: Final = 3
"""Groups of four signs of a check code; before them stands the number of the entry."""
_CODE: Final = re.compile(r"(\d{1,9})-([0-9A-F]{4})-?([0-9A-F]{4})-?([0-9A-F]{4})", re.ASCII)
_SLIPS: Final = str.maketrans({"O": "0", "I": "1", "L": "1", "–": "-", "—": "-", "_": "-"})


def find_kind(code: str) -> EntryKind:
    """Return the kind of a stored code, one that says so where it is not known."""
    return _KINDS.get(code) or EntryKind(code, _UNKNOWN, EntryGroup.OTHER)


def codes_of(group: EntryGroup) -> tuple[str, ...]:
    """Return the stored codes of a group's kinds."""
    return tuple(kind.code for kind in ENTRY_KINDS if kind.group is group)


@dataclass(frozen=True, slots=True)
class JournalQuery:
    """What is asked of the journal; what is empty or None does not narrow it. Days are those of the desk.

    `actor` and `case_id` are identities, `kind` a stored code, `last_day` belongs to the period.
    """

    actor: str = ""
    case_id: str = ""
    group: EntryGroup | None = None
    kind: str = ""
    first_day: dt.date | None = None
    last_day: dt.date | None = None

    @property
    def kinds(self) -> tuple[str, ...]:
        """The codes that are asked for; empty where any will do."""
        if self.kind:
            return (self.kind,)
        return codes_of(self.group) if self.group else ()


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One entry as it is read: who did what, when, and of which case, with what was noted.

    `number` counts the entries of one device; `utc` is an aware moment; number and name of the case are those of now,
    empty where it was erased or the entry belongs to none. `payload` holds plain JSON values, erased ones are none;
    `other_number` is the number of the case that it calls the other one.
    """

    device: str
    number: int
    utc: dt.datetime
    actor: str
    kind: str
    case_id: str = ""
    case_number: str = ""
    case_name: str = ""
    payload: Mapping[str, Any] = field(default_factory=dict)
    is_erased: bool = False
    other_number: str = ""

    @property
    def key(self) -> tuple[str, int]:
        """What makes two lines the same entry."""
        return self.device, self.number

    @property
    def local(self) -> dt.datetime:
        """The moment on the clock of this computer."""
        return self.utc.astimezone()


@dataclass(frozen=True, slots=True)
class JournalCode:
    """A check code as it stands on paper: the number of an entry and the beginning of its seal in hexadecimal."""

    number: int
    seal: str

    @property
    def printed(self) -> str:
        """The code in groups, for example `417-9F3A-27C0-51BE`."""
        return "-".join([str(self.number), *(self.seal[start : start + 4] for start in range(0, len(self.seal), 4))])


class UnreadableCode(IqError):  # noqa: N818  (a name that says what happened)
    """The words that somebody typed are no check code."""

    def __init__(self) -> None:
        """Say it in words."""
        super().__init__(
            say("This is no check code of the journal."),
            say("It stands at the foot of a printed page: a number and three groups of four, such as {code}.",
                code="417-9F3A-27C0-51BE"),
        )  # fmt: skip


def read_code(typed: str) -> JournalCode:
    """Return the check code that somebody typed, in any spelling of dashes, spaces and letters; raises UnreadableCode.

    The number must be set apart by a dash or a space.
    """
    words = typed.upper().translate(_SLIPS).replace("JOURNA1", " ").replace("J0URNA1", " ").split()
    found = _CODE.fullmatch("-".join(words))
    if found is None or not int(found[1]) or "-" not in "-".join(words):
        raise UnreadableCode
    return JournalCode(int(found[1]), found[2] + found[3] + found[4])


class FaultKind(Choice):
    """How an entry is not what was written."""

    GAP = "gap", say("An entry is missing")
    HEADER = "header", say("Who, when, what or which case was changed")
    CHAIN = "chain", say("The seal does not fit: changed, exchanged, inserted or moved")
    VALUES = "values", say("The values were changed or removed without an erasure")
    END = "end", say("The end was cut off, or this is another history")


@dataclass(frozen=True, slots=True)
class FoundFault:
    """The first place where the journal is not what was written; moment and case where the entry still tells them."""

    kind: FaultKind
    device: str
    number: int
    utc: dt.datetime | None = None
    case_id: str = ""
    case_number: str = ""


@dataclass(frozen=True, slots=True)
class JournalCheck:
    """The outcome of a verification: how many entries of how many devices were looked at, what is wrong.

    `anchors` counts the ends known from elsewhere (backups) against which the journal was held.
    """

    entries: int
    devices: int
    fault: FoundFault | None = None
    anchors: int = 0

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return self.fault is None


_KINDS: Final = {kind.code: kind for kind in ENTRY_KINDS}


def case_words(line: JournalLine) -> Text:
    """Return which case an entry is about, as one calls it; empty where it is about none."""
    if line.case_number:
        return as_it_is(" · ".join(part for part in (line.case_number, line.case_name) if part))
    return say("erased case") if line.case_id else as_it_is("")
