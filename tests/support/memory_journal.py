"""The journal in memory: entries in a list, check codes by counting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.domain.journal import EntryGroup, JournalCheck, JournalCode, JournalLine, find_kind
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.journal import JournalQuery
    from iq_desktop.usecases.progress import Progress

ACTOR: Final = "adviser-1"
START: Final = dt.datetime(2026, 11, 3, 9, 30, tzinfo=dt.UTC)


@dataclass
class MemoryJournal:
    """Entries, oldest first; `outcome` is what a verification finds, `before_step` runs before each of its steps."""

    lines: list[JournalLine] = field(default_factory=list)
    rows: dict[str, tuple[str, Mapping[str, Any]]] = field(default_factory=dict)
    outcome: JournalCheck | None = None
    before_step: Callable[[int], object] = lambda _number: None

    def note(self, kind: str, case_id: str = "", payload: Mapping[str, Any] | None = None) -> JournalCode:
        number = len(self.lines) + 1
        utc = START + dt.timedelta(minutes=number)
        self.lines.append(JournalLine("device-a", number, utc, ACTOR, kind, case_id, payload=dict(payload or {})))
        return code_of(number)

    def note_once(self, kind: str, case_id: str = "", payload: Mapping[str, Any] | None = None) -> None:
        same = (kind, case_id, dict(payload or {}))
        if all((one.kind, one.case_id, one.payload) != same for one in self.lines):
            self.note(kind, case_id, payload)

    def note_each(self, kind: str, payloads: Mapping[str, Mapping[str, Any]]) -> None:
        for case_id, payload in payloads.items():
            self.note(kind, case_id, payload)

    def window(
        self, query: JournalQuery, *, limit: int, start: int = 0, after: JournalLine | None = None
    ) -> Sequence[JournalLine]:
        found = self._asked(query)
        if after is not None:
            start = next(at + 1 for at, line in enumerate(found) if line.key == after.key)
        return found[start : start + limit]

    def count(self, query: JournalQuery) -> int:
        return len(self._asked(query))

    def actors(self) -> Sequence[str]:
        return sorted({line.actor for line in self.lines})

    def rows_of(self, case_id: str) -> Mapping[str, tuple[str, Mapping[str, Any]]]:
        return self.rows if case_id else {}

    def verify(self, progress: Progress) -> JournalCheck:
        for number in range(3):
            self.before_step(number)
            progress.step(number, 3, say("Checking the journal"))
        return self.outcome or JournalCheck(len(self.lines), 1)

    def find_code(self, code: JournalCode) -> JournalLine | None:
        return next((line for line in self.lines if code_of(line.number) == code), None)

    def _asked(self, query: JournalQuery) -> list[JournalLine]:
        return [line for line in reversed(self.lines) if _fits(line, query)]


def code_of(number: int) -> JournalCode:
    """Return the check code of an entry in memory."""
    return JournalCode(number, f"{number:012X}")


def _fits(line: JournalLine, query: JournalQuery) -> bool:
    day = line.local.date()
    is_other = query.group is EntryGroup.OTHER and find_kind(line.kind).group is EntryGroup.OTHER
    return (
        query.actor in ("", line.actor)
        and query.case_id in ("", line.case_id)
        and (is_other or not query.kinds or line.kind in query.kinds)
        and (query.first_day is None or day >= query.first_day)
        and (query.last_day is None or day <= query.last_day)
    )


def a_told_journal(case_id: str = "case-1", number: str = "2026-0147", name: str = "Layla Al-Masri") -> MemoryJournal:
    """Return a journal of a morning, with every group of kinds, around one case."""
    row = {"purpose": "counselling", "given_on": "2026-11-03", "manner": "written", "language": "ar"}
    told: tuple[tuple[str, bool, dict[str, Any]], ...] = (
        ("unlock_failed", False, {"count": 2, "moments": ["2026-11-03T06:58:00+00:00", "2026-11-03T06:58:20+00:00"]}),
        ("unlocked", False, {"way": "password", "failed": 2}),
        ("settings_saved", False, {"adviser_id": ACTOR, "theme": ["system", "dark"], "language": ["de", "de"]}),
        ("case_saved", True, {"opened_on": [None, "2026-11-03"], "contact.client_language": [None, "ar"]}),
        ("case_read", True, {}),
        ("case_saved", True, {"client.family_name": ["Al-Masry", "Al-Masri"]}),
        ("case_saved", True, {"client.birth": [None, "1991-04"], "client.place": ["", "Berlin"],
                              "client.gender": [None, "female"], "client.nationalities": ["[]", '["SY"]']}),
        ("case_saved", True, {"consents.consent-1": [None, row]}),
        ("case_saved", True, {"languages.language-1.listening": ["A2", "B1"], "languages.order": [["a"], ["b"]]}),
        ("duplicate_seen", True, {"other": "2026-0012"}),
        ("cases_linked", True, {"other": "2026-0012", "kind": "same"}),
        ("paper_made", True, {"document": "competence-profile"}),
        ("print", True, {"words": "competence-profile"}),
        ("exported", False, {"words": "12 name number birth"}),
        ("backup_made", False, {"entries": 40, "reason": "by itself"}),
        ("vault_checked", False, {"outcome": "sound"}),
        ("import", False, {"words": "esco starter 1.2"}),
        ("refused", False, {"words": "erase"}),
        ("from_a_newer_version", False, {"words": "?"}),
    )  # fmt: skip
    journal = MemoryJournal(rows={"language-1": ("languages", {"language": "de"})})
    for kind, is_of_case, payload in told:
        journal.note(kind, case_id if is_of_case else "", payload)
    named = (replace(one, case_number=number, case_name=name) if one.case_id else one for one in journal.lines)
    journal.lines = [replace(one, other_number=one.payload.get("other", "")) for one in named]
    return journal
