"""What is done to several cases at once: another adviser, closing, opening again; each with a way back.

A case that is only kept, because its data are restricted, is left out and told; the others do not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.domain.changes import Area, Change
from iq_desktop.domain.merge import merge_values
from iq_desktop.domain.rights import find_stop_of_change
from iq_desktop.domain.role import Act
from iq_desktop.usecases.follow_up import close_case, reopen_case
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
_OF_THE_END: Final = ("closing", "appointments")
"""The fields that change with the end of a counselling: what is noted, and the question after six months."""


@dataclass(frozen=True, slots=True)
class Acted:
    """What was done: some fields of cases, which held `before` and hold `after` now, by identity of the case.

    `left_out` counts the cases that stayed as they were because something forbids the step.
    """

    fields: tuple[str, ...]
    text: Text
    before: Mapping[str, tuple[Any, ...]]
    after: Mapping[str, tuple[Any, ...]]
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
    """Close cases today with a result, as on their own pages; closed ones stay as they are."""

    def close(case: CaseFile) -> CaseFile:
        return case if case.closing.is_closed else close_case(desk, case, result)

    acted = change_fields(desk, case_ids, _OF_THE_END, close, progress)
    return acted.with_text(say_count("{count} case closed", "{count} cases closed", count=acted.count))


def reopen_cases(desk: Desk, case_ids: Sequence[str], progress: Progress | None = None) -> Acted:
    """Open closed cases again, as on their own pages."""
    acted = change_fields(desk, case_ids, _OF_THE_END, partial(reopen_case, desk), progress)
    return acted.with_text(say_count("{count} case opened again", "{count} cases opened again", count=acted.count))


def undo_action(desk: Desk, acted: Acted, progress: Progress | None = None) -> Acted:
    """Take an action back in each case; where somebody changed the same since, the case stays as it is now."""

    def back(case: CaseFile) -> CaseFile:
        states = zip(acted.fields, acted.after[case.id], acted.before[case.id], strict=True)
        merged = {name: merge_values(after, getattr(case, name), before) for name, after, before in states}
        if not all(one.is_clear for one in merged.values()):
            return case
        return replace(case, **{name: one.value for name, one in merged.items()})

    undone = change_fields(desk, tuple(acted.after), acted.fields, back, progress)
    return undone.with_text(say_count("{count} case as before", "{count} cases as before", count=undone.count))


def set_field(
    desk: Desk,
    case_ids: Sequence[str],
    field: str,
    new: Callable[[CaseFile], Any],
    progress: Progress | None,
) -> Acted:
    """Set one field of cases to what `new` gives for each; see `change_fields`."""

    def change(case: CaseFile) -> CaseFile:
        return replace(case, **{field: new(case)})

    return change_fields(desk, case_ids, (field,), change, progress)


def change_fields(
    desk: Desk,
    case_ids: Sequence[str],
    names: tuple[str, ...],
    turn: Callable[[CaseFile], CaseFile],
    progress: Progress | None,
) -> Acted:
    """Change the named fields of cases, portion by portion, to what they are in what `turn` makes of each.

    Where it is cancelled or refused, what was done is taken back.
    """
    watch = progress or Silence()
    before: dict[str, tuple[Any, ...]] = {}
    after: dict[str, tuple[Any, ...]] = {}
    left: set[str] = set()

    def change(case: CaseFile) -> CaseFile:
        turned = turn(case)
        changed = replace(case, **{name: getattr(turned, name) for name in names})
        if find_stop_of_change(case, changed) is None:
            return changed
        left.add(case.id)
        return case

    try:
        for start in range(0, len(case_ids), _PORTION):
            watch.step(start, len(case_ids), say("Changing cases"))
            for old, saved in desk.cases.change_many(case_ids[start : start + _PORTION], change):
                before[old.id], after[old.id] = (tuple(getattr(one, name) for name in names) for one in (old, saved))
    except (Cancelled, IqError):
        if after:
            undo_action(desk, Acted(names, say("Cancelled"), before, after))
        raise
    return Acted(names, say("Done"), before, after, len(left))
