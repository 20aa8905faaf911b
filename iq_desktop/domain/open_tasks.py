"""What a case still has to do: its open tasks, those without a day among them, whom no deadline calls to mind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.domain.rights import Act, find_stop

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.talk import Appointment


def open_tasks(case: CaseFile) -> tuple[Appointment, ...]:
    """Return the tasks of a case that are not done, with a day or without one."""
    return tuple(one for one in case.appointments if one.is_task and not one.is_done)


def tasks_without_day(case: CaseFile) -> tuple[Appointment, ...]:
    """Return the open tasks for which nobody set a day; none of a case of which nobody may be reminded."""
    if find_stop(case, Act.REMIND) is not None:
        return ()
    return tuple(one for one in open_tasks(case) if one.day is None)
