"""Undo and redo as values: the states of one case before and after the present one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from iq_desktop.domain.case_file import CaseFile

_LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class History:
    """The present case with its earlier and undone states, nearest last."""

    present: CaseFile
    earlier: tuple[CaseFile, ...] = ()
    undone: tuple[CaseFile, ...] = ()

    def with_step(self, case: CaseFile) -> History:
        """Return the history after a change; an equal case is no step."""
        if case == self.present:
            return self
        return History(case, (*self.earlier, self.present)[-_LONGEST:])

    def undo(self) -> History:
        """Return the history one step back, or itself where nothing is to undo."""
        if not self.earlier:
            return self
        return History(self._at_revision(self.earlier[-1]), self.earlier[:-1], (*self.undone, self.present))

    def redo(self) -> History:
        """Return the history one step forward again, or itself where nothing was undone."""
        if not self.undone:
            return self
        return History(self._at_revision(self.undone[-1]), (*self.earlier, self.present), self.undone[:-1])

    def back_to(self, stored: CaseFile) -> History:
        """Return the history at a stored state again; the steps since then can be taken again."""
        steps = (*self.earlier, self.present)
        at = max((place for place, step in enumerate(steps) if step == stored), default=len(self.earlier))
        since = steps[at + 1 :] or (self.present,)
        return History(stored, steps[:at], (*self.undone, *reversed(since)))

    def with_stored(self, case: CaseFile) -> History:
        """Return the history after a change that came from elsewhere; what only counts the saves is no step."""
        if replace(case, revision=self.present.revision, number=self.present.number) == self.present:
            return self.saved(case.revision, case.number)
        return self.with_step(case)

    def saved(self, revision: int, number: str) -> History:
        """Return the history after a save: the number stands and the revision is the stored one."""
        return replace(self, present=replace(self.present, revision=revision, number=number))

    def _at_revision(self, case: CaseFile) -> CaseFile:
        return replace(case, revision=self.present.revision, number=self.present.number)
