"""How a vault is: what was checked, when, with what outcome; and what a rescue brought back and what it did not."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.choice import Choice
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Iterable

CHECK_EVERY: Final = dt.timedelta(days=7)
SOUND: Final = "sound"


class DamagedVault(IqError):  # noqa: N818  (a name that says what happened)
    """Something in the files of a vault is not as it was written; what can be read can be rescued."""


class VaultPart(Choice):
    """What a check looks at."""

    HEADER = "header", say("Key file with its copies")
    LENGTH = "length", say("Length of the files")
    PAGES = "pages", say("Seal of every page")
    STRUCTURE = "structure", say("Structure of the tables")
    LINKS = "links", say("Links between the tables")
    SEARCH = "search", say("Search index")
    JOURNAL = "journal", say("Journal, an unbroken chain")
    COUNTS = "counts", say("Every case with all its parts")
    CATALOGUES = "catalogues", say("Catalogues")


@dataclass(frozen=True, slots=True)
class VaultCheck:
    """The outcome of a check of the whole vault; `broken` are the parts that were not as they should be."""

    checked_at: dt.datetime
    broken: tuple[VaultPart, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether everything was as it should be."""
        return not self.broken

    @property
    def outcome(self) -> str:
        """The outcome as it is kept: `sound`, or the names of the broken parts."""
        return " ".join(part.value for part in self.broken) or SOUND


def check_from(checked_at: dt.datetime, outcome: str) -> VaultCheck:
    """Return a check as it was kept; a name that this program does not know counts as a broken structure."""
    known = {part.value: part for part in VaultPart}
    names = [] if outcome == SOUND else outcome.split()
    return VaultCheck(checked_at, tuple(known.get(name, VaultPart.STRUCTURE) for name in names))


def is_check_due(last: VaultCheck | None, now: dt.datetime) -> bool:
    """Return whether the whole vault should be checked: never done, a week ago, or something was wrong."""
    return last is None or not last.is_sound or not dt.timedelta(0) <= now - last.checked_at < CHECK_EVERY


@dataclass(frozen=True, slots=True)
class IncompleteCase:
    """A case of which something could not be read; `from_journal` counts rows that the journal brought back."""

    number: str
    name: str
    missing: tuple[tuple[Text, int], ...]
    from_journal: int = 0

    @property
    def missing_count(self) -> int:
        """How many rows are missing."""
        return sum(count for _, count in self.missing)


@dataclass(frozen=True, slots=True)
class Rescue:
    """What came out of a damaged vault; `aside` is the name of the folder in which the damaged files now lie."""

    aside: str
    bad_pages: int
    all_pages: int
    whole_cases: int
    incomplete: tuple[IncompleteCase, ...] = ()
    homeless_rows: int = 0
    lost_entries: int = 0
    """Entries of the journal that are missing in the middle of its chain."""
    is_without_catalogues: bool = False
    is_log_bent: bool = False

    @property
    def cases(self) -> int:
        """How many cases the new vault holds."""
        return self.whole_cases + len(self.incomplete)

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing."""
        lost = (*(case.missing_count for case in self.incomplete), self.homeless_rows, self.lost_entries)
        return not any(lost) and not self.is_without_catalogues and not self.is_log_bent


PART_NAMES: Final = {
    "case_file": say("Head of the case"),
    "contact": say("Contact"),
    "client": say("Person"),
    "situation": say("Situation"),
    "closing": say("Closing of the case"),
    "keeping": say("Keeping and restriction"),
    "correction": say("Corrections"),
    "talk_run": say("Questionnaires"),
    "talk_answer": say("Answers"),
    "comparison": say("Compared occupations"),
    "told_fact": say("Answers for rules"),
    "task_mark": say("Compared tasks"),
    "consent": say("Consents"),
    "release": say("Releases from secrecy"),
    "qualification": say("Qualifications"),
    "work_period": say("Work"),
    "paper": say("Papers"),
    "paper_move": say("Steps of papers"),
    "scan": say("Scans"),
    "final_paper": say("Final documents"),
    "final_content": say("Pages of final documents"),
    "delivery": say("Where final documents went"),
    "life_entry": say("Life line"),
    "language_skill": say("Languages"),
    "chosen_occupation": say("Occupations"),
    "competence": say("Competences"),
    "referral": say("Referrals"),
    "referral_step": say("Steps of referrals"),
    "incoming_referral": say("Referrals to us"),
    "agreed_point": say("Agreement"),
    "goal": say("Goals"),
    "duty": say("Duties of both sides"),
    "agreement_review": say("Reviews of the agreement"),
    "signature": say("Signatures"),
    "talk": say("Talks"),
    "appointment": say("Appointments"),
    "procedure": say("Procedures"),
    "procedure_step": say("Steps of procedures"),
    "cost": say("Costs"),
    "funding": say("Who pays"),
    "niq_report": say("Reports to NIQ"),
    "kept_course": say("Kept courses"),
    "way_wish": say("Wishes for ways"),
    "way_day": say("Steps that shall not begin early"),
}
"""What a table of a case holds, in the adviser's words."""


def words_of(rescue: Rescue) -> tuple[Text, ...]:
    """Return in sentences what is missing after a rescue, one for each case and kind of loss; empty when nothing is."""
    return tuple(_sentences(rescue))


def _sentences(rescue: Rescue) -> Iterable[Text]:
    for case in rescue.incomplete:
        who = say("Case {number}, {name}", number=case.number, name=case.name or "–")
        for part, count in case.missing:
            yield say("{who}: {part}, {count} not readable", who=who, part=part, count=count)
        if not case.missing and case.from_journal:
            yield say("{who}: complete again with the help of the journal; please look through it.", who=who)
    if rescue.homeless_rows:
        yield say("Entries that no longer tell to which case they belong: {count}", count=rescue.homeless_rows)
    if rescue.lost_entries:
        yield say("Entries of the journal that could not be read: {count}", count=rescue.lost_entries)
    if rescue.is_log_bent:
        yield say("The last saves before the program ended unexpectedly may be missing.")
    if rescue.is_without_catalogues:
        yield say("The catalogues were damaged too: please take them in again. They hold nothing about clients.")
