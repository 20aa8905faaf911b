"""Results side by side: the person and the adviser, two observers, now and last time; never averaged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.assessment import Run
    from iq_desktop.domain.talk_results import Result


@dataclass(frozen=True, slots=True)
class SideBySide:
    """What several runs say about one item, or (with `is_group`) about one area or language skill, in their order.

    A side that says nothing is None.
    """

    code: str
    values: tuple[int | None, ...]
    is_group: bool = False

    @property
    def difference(self) -> int | None:
        """By how much the last side lies above (+) or below (-) the first; None where one of them says nothing."""
        first, last = self.values[0], self.values[-1]
        return None if first is None or last is None else last - first

    @property
    def differs(self) -> bool:
        """Whether the sides that say something do not agree."""
        return len({value for value in self.values if value is not None}) > 1


def lines_side_by_side(results: Sequence[Result]) -> tuple[SideBySide, ...]:
    """Return what results of the same rule say line by line; an item that one of them does not have is left open."""
    by_item = [{line.item: line.value for line in result.lines} for result in results]
    codes = dict.fromkeys(code for values in by_item for code in values)
    return tuple(SideBySide(code, tuple(values.get(code) for values in by_item)) for code in codes)


def groups_side_by_side(results: Sequence[Result]) -> tuple[SideBySide, ...]:
    """Return what results of the same rule say by area (sums) or by language skill (ranks of levels).

    Sums that rest on other answers than those of the other side cannot be compared and are left open.
    """
    codes = dict.fromkeys(group.code for result in results for group in result.groups)
    return tuple(SideBySide(code, _group_values(results, code), is_group=True) for code in codes)


def same_result(result: Result, others: Sequence[Result]) -> Result | None:
    """Return the result of another run that answers the same question, or none."""
    return next((one for one in others if one.scoring == result.scoring), None)


def last_before(run: Run, runs: Sequence[Run]) -> Run | None:
    """Return the last finished run before a run, of the same instrument by the same rater about the same thing."""
    earlier = [one for one in runs if one.id != run.id and one.is_finished and _is_like(one, run)]
    place = next((at for at, one in enumerate(runs) if one.id == run.id), len(runs))
    before = [one for one in earlier if runs.index(one) < place]
    return before[-1] if before else None


def other_raters(run: Run, runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return the newest run of each other rater of the same instrument about the same thing.

    What two of them say about different tasks or occupations is never laid side by side.
    """
    found = {
        (one.rater, one.rater_name): one
        for one in runs
        if (one.instrument, one.subject) == (run.instrument, run.subject)
        and (one.rater, one.rater_name) != (run.rater, run.rater_name)
        and _is_same_task(one.subject_in_words, run.subject_in_words)
    }
    return tuple(found.values())


def _is_same_task(one: str, other: str) -> bool:
    """Return whether words name the same task; a run that names none may be about any."""
    return not one or not other or one.casefold().split() == other.casefold().split()


def _is_like(one: Run, other: Run) -> bool:
    return (one.instrument, one.rater, one.rater_name, one.subject, one.subject_in_words) == (
        other.instrument,
        other.rater,
        other.rater_name,
        other.subject,
        other.subject_in_words,
    )


def _group_values(results: Sequence[Result], code: str) -> tuple[int | None, ...]:
    groups = [next((group for group in result.groups if group.code == code), None) for result in results]
    answered = {
        frozenset(line.item for line in group.lines if line.value is not None)
        for group in groups
        if group is not None and group.total is not None
    }
    values: list[int | None] = []
    for group in groups:
        if group is not None and group.level is not None:
            values.append(group.level.rank)
        else:
            values.append(group.total if group is not None and len(answered) == 1 else None)
    return tuple(values)
