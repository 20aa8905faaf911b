"""The rights of a person in memory: rows told by the codec, erasing from the dictionary, days by the rules."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Protocol

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.column_rules import ColumnRule, StoreRule, TableRows
from iq_desktop.domain.erasure import EraseReason, Erasure, Mention
from iq_desktop.domain.figures import FigureCount, add_figures, count_figures, figure_of, settle_figures
from iq_desktop.domain.keeping import DueReview, review_day
from iq_desktop.domain.privacy_terms import PrivacyTerms
from iq_desktop.storage.case_rows import PART_TABLES
from iq_desktop.storage.codec import codec_of
from iq_desktop.storage.column_registry import STORES, column_rules, technical_columns
from iq_desktop.usecases.problems import NoSuchCase
from iq_desktop.usecases.rights_ports import Protection
from iq_desktop.wording.text import say
from tests.support.builders import TODAY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.usecases.progress import Progress

NOW = dt.datetime.combine(TODAY, dt.time(9, 30), dt.UTC)


class KeptCases(Protocol):
    """The cases in memory whose people have rights."""

    by_id: dict[str, CaseFile]


@dataclass
class MemoryRights:
    """The port over cases in memory; `counted` are the figures that are kept."""

    cases: KeptCases
    kept: PrivacyTerms = field(default_factory=PrivacyTerms)
    done: list[Erasure] = field(default_factory=list)
    counted: tuple[FigureCount, ...] = ()

    def column_rules(self) -> Sequence[ColumnRule]:
        return column_rules()

    def store_rules(self) -> Sequence[StoreRule]:
        return STORES

    def rows_about(self, case_ids: Sequence[str]) -> Sequence[TableRows]:
        cases = [self._get(case_id) for case_id in case_ids]
        head = codec_of(CaseFile)
        rows = tuple(head.to_row(case) for case in cases)
        found = [TableRows("case_file", "", head.columns, rows, technical_columns("case_file"))]
        for name, part in head.parts.items():
            codec: Any = codec_of(part.kind)
            values = [
                one for case in cases for one in (getattr(case, name) if part.several else (getattr(case, name),))
            ]
            if values:
                table = PART_TABLES[name].name
                cells = tuple(codec.to_row(one) for one in values)
                found.append(TableRows(table, name, codec.columns, cells, technical_columns(table)))
        return found

    def erase(
        self, case_ids: Sequence[str], reason: EraseReason, progress: Progress, *, keep_figures: bool = False
    ) -> Erasure:
        progress.step(0, 1, say("Erasing rows, search words and values in the journal"))
        cases = [self._get(case_id) for case_id in case_ids]
        taken = self._count(cases) if keep_figures else 0
        for case_id in case_ids:
            del self.cases.by_id[case_id]
        number = f"L-{TODAY.year}-{len(self.done) + 1:04}"
        counts = (("case_file", len(cases)), ("client", len(cases)))
        one = Erasure(tuple(case_ids), NOW, reason, "adviser-1", number, counts, bool(taken), "417-9F3A-27C0-51BE")
        self.done.append(one)
        return one

    def erasures(self) -> Sequence[Erasure]:
        return self.done[::-1]

    def left_behind(self) -> Sequence[StoreRule]:
        return tuple(one for one in STORES if one.is_left)

    def mentions_of(self, case_ids: Sequence[str], *, limit: int) -> Sequence[Mention]:
        names = [self._get(case_id).client.family_name for case_id in case_ids]
        others = [case for case in self.cases.by_id.values() if case.id not in case_ids]
        named = [case for case in others if any(name and name in str(case.talks) for name in names)]
        return [Mention(one.id, one.number, one.client.full_name, "talks") for one in named][:limit]

    def due_reviews(self, today: dt.date, *, limit: int) -> Sequence[DueReview]:
        due = [review for review in map(self._review, self.cases.by_id.values()) if review.review_on <= today]
        return sorted(due, key=lambda one: (one.review_on, one.number))[:limit]

    def count_due_reviews(self, today: dt.date) -> int:
        return len(self.due_reviews(today, limit=len(self.cases.by_id)))

    def review_day_of(self, case_id: str) -> dt.date:
        return self._review(self._get(case_id)).review_on

    def terms(self) -> PrivacyTerms:
        return self.kept

    def save_terms(self, terms: PrivacyTerms) -> None:
        self.kept = terms

    def figures(self) -> Sequence[FigureCount]:
        return self.counted

    def count_into_figures(self, progress: Progress) -> Sequence[str]:
        progress.step(0, 1, say("Counting closed cases"))
        waiting = [one for one in self.cases.by_id.values() if one.closing.is_closed and not one.keeping.is_counted]
        if not self._count(waiting):
            return ()
        for one in waiting:
            self.cases.by_id[one.id] = replace(one, keeping=replace(one.keeping, is_counted=True))
        return tuple(one.id for one in waiting)

    def protection(self) -> Protection:
        return Protection("4.19.0", "3.53.4", 256, 3, 2, 5_000)

    def _get(self, case_id: str) -> CaseFile:
        if case_id not in self.cases.by_id:
            raise NoSuchCase
        return self.cases.by_id[case_id]

    def _count(self, cases: Sequence[CaseFile]) -> int:
        kept = settle_figures([figure_of(case) for case in cases], self.kept.least_people)
        self.counted = add_figures(self.counted, count_figures(kept))
        return sum(one is not None for one in kept)

    def _review(self, case: CaseFile) -> DueReview:
        day = review_day(case.keeping, case.closing.closed_on, case.opened_on, self.kept)
        name = case.client.full_name
        return DueReview(case.id, case.number, name, day, case.adviser_id, is_closed=case.closing.is_closed)
