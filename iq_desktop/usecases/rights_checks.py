"""Refusing what a restriction or a withdrawn consent stops; every way to save, print or pass on asks here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.domain.rights import find_stop, find_stop_of_change
from iq_desktop.usecases.problems import Stopped

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.rights import Act


def check_change(before: CaseFile, after: CaseFile) -> None:
    """Raise Stopped where the stored state of a case forbids the step to another one."""
    stop = find_stop_of_change(before, after)
    if stop is not None:
        raise Stopped(stop)


def check_act(case: CaseFile, act: Act) -> None:
    """Raise Stopped where something forbids an act in a case."""
    stop = find_stop(case, act)
    if stop is not None:
        raise Stopped(stop)
