"""What is done to several cases at once: another adviser, closing, opening again; each with a way back.

A case that is only kept, because its data are restricted, is left out and told; the others do not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.domain.changes import Area, Change
from iq_desktop.domain.rights import find_stop_of_change
from iq_desktop.domain.role import Act
from iq_desktop.domain.talk import Closing
from iq_desktop.usecases.permissions import require
from iq_desktop.usecases.progress import Cancelled, Silence
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import Text, joined, say, say_count

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.centre import Adviser
    from iq_desktop.domain.talk import CounsellingResult
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.progress import Progress

_PORTION: Final = 100
"""Cases that are changed in one transaction: others can save in between."""


@dataclass(frozen=True, slots=True)
class Acted:
    """What was done: one field of some cases, which held `before` and holds `after` now, by identity of the case.

    `left_out` counts the cases that stayed as they were because something forbids the step.
    """

    field: str
    text: Text
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    left_out: int = 0

    @property
    def count(self) -> int:
        """How many cases changed."""
        return len(self.after)

    def with_text(self, done: Text) -> Acted:
        """Return it with what is said of it; what was left out is told behind that."""
        if not self.left_out:
            return replace(self, text=done)
        left = say_count(
            "{count} restricted case stays as it is", "{count} restricted cases stay as they are", count=self.left_out
        )
        return replace(self, text=joined((done, left)))

    @property
    def changes(self) -> tuple[Change, ...]:
        """What every open page hears."""
        return tuple(Change(Area.CASE, case_id) for case_id in self.after)


def assign_adviser(desk: Desk, case_ids: Sequence[str], adviser: Adviser, progress: Progress | None = None) -> Acted:
    """Give cases to an adviser; those that are theirs already stay as they are. Raises NotAllowed."""
    require(desk, Act.HAND_OVER)
    acted = set_field(desk, case_ids, "adviser_id", lambda _case: adviser.id, progress)
    text = say_count(
        "{count} case now belongs to {name}", "{count} cases now belong to {name}", count=acted.count, name=adviser.name
    )
    return acted.with_text(text)


def close_cases(
    desk: Desk, case_ids: Sequence[str], result: CounsellingResult, progress: Progress | None = None
) -> Acted:
    """Close cases today with a result; closed ones stay as they are."""
    today = desk.clock.today()

    def close(case: CaseFile) -> Closing:
        return case.closing if case.closing.is_closed else replace(case.closing, closed_on=today, result=result)

    acted = set_field(desk, case_ids, "closing", close, progress)
    return acted.with_text(say_count("{count} case closed", "{count} cases closed", count=acted.count))


def reopen_cases(desk: Desk, case_ids: Sequence[str], progress: Progress | None = None) -> Acted:
    """Open closed cases again; what was written about the end goes and can be brought back."""
    acted = set_field(desk, case_ids, "closing", lambda _case: Closing(), progress)
    return acted.with_text(say_count("{count} case opened again", "{count} cases opened again", count=acted.count))


def undo_action(desk: Desk, acted: Acted, progress: Progress | None = None) -> Acted:
    """Take an action back wherever the field still is as the action left it; later changes of others stay."""

    def back(case: CaseFile) -> Any:
        now = getattr(case, acted.field)
        return acted.before[case.id] if now == acted.after[case.id] else now

    undone = set_field(desk, tuple(acted.after), acted.field, back, progress)
    return undone.with_text(say_count("{count} case as before", "{count} cases as before", count=undone.count))


def set_field(
    desk: Desk,
    case_ids: Sequence[str],
    field: str,
    new: Callable[[CaseFile], Any],
    progress: Progress | None,
) -> Acted:
    """Set one field of cases, portion by portion, to what `new` gives for each.

    Where it is cancelled or refused, what was done is taken back.
    """
    watch = progress or Silence()
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    left: set[str] = set()

    def change(case: CaseFile) -> CaseFile:
        changed = replace(case, **{field: new(case)})
        if find_stop_of_change(case, changed) is None:
            return changed
        left.add(case.id)
        return case

    try:
        for start in range(0, len(case_ids), _PORTION):
            watch.step(start, len(case_ids), say("Changing cases"))
            for old, saved in desk.cases.change_many(case_ids[start : start + _PORTION], change):
                before[old.id], after[old.id] = getattr(old, field), getattr(saved, field)
    except (Cancelled, IqError):
        if after:
            undo_action(desk, Acted(field, say("Cancelled"), before, after))
        raise
    return Acted(field, say("Done"), before, after, len(left))
