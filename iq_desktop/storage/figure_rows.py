"""Anonymous figures in the vault: batches of cases become counts, and nothing leads back from a count to a case."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert as upsert

from iq_desktop.domain.figures import Figure, FigureCount, count_figures, figure_of, settle_figures
from iq_desktop.domain.rights import Act, find_stop
from iq_desktop.storage.case_rows import change_case, find_case
from iq_desktop.storage.list_tables import case_line
from iq_desktop.storage.rights_tables import anonymous_figure, keeping

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.storage.journal_pen import JournalPen

_ANSWERS: Final = tuple(field.name for field in fields(Figure))


def read_figures(connection: Connection) -> tuple[FigureCount, ...]:
    """Return the figures that are kept."""
    columns = (*(anonymous_figure.c[name] for name in _ANSWERS), anonymous_figure.c.people)
    rows = connection.execute(select(*columns)).all()
    return tuple(FigureCount(Figure(*row[:-1]), row[-1]) for row in rows)


def add_batch(connection: Connection, case_ids: Sequence[str], least: int) -> tuple[CaseFile, ...]:
    """Add cases to the figures as one batch and return those that were taken; too few of a kind are left out.

    A case that was counted before, that is invented, or whose person does not want to be counted is not looked at.
    """
    found = (find_case(connection, case_id) for case_id in case_ids)
    cases = [case for case in found if case is not None and _may_be_counted(case)]
    kept = settle_figures([figure_of(case) for case in cases], least)
    for one in count_figures(kept):
        _add(connection, one)
    return tuple(case for case, figure in zip(cases, kept, strict=True) if figure is not None)


def take_closed_cases(connection: Connection, pen: JournalPen, least: int) -> tuple[str, ...]:
    """Take every closed case that stands in no figure yet into the figures, as one batch; return which were taken.

    They are marked, so that each case stands in one batch only.
    """
    joined = case_line.join(keeping, keeping.c.case_id == case_line.c.case_id)
    waiting = select(case_line.c.case_id).select_from(joined)
    waiting = waiting.where(case_line.c.is_closed == 1, case_line.c.is_invented == 0, keeping.c.is_counted == 0)
    taken = add_batch(connection, connection.execute(waiting).scalars().all(), least)
    for case in taken:
        after = replace(case, revision=case.revision + 1, keeping=replace(case.keeping, is_counted=True))
        pen.note(connection, "case_saved", case.id, change_case(connection, case, after))
    return tuple(case.id for case in taken)


def _may_be_counted(case: CaseFile) -> bool:
    return not (case.is_invented or case.keeping.is_counted or find_stop(case, Act.COUNT))


def _add(connection: Connection, one: FigureCount) -> None:
    cells: dict[str, Any] = {name: getattr(one.figure, name) for name in _ANSWERS}
    added = upsert(anonymous_figure).values(**cells, people=one.people)
    more = {"people": anonymous_figure.c.people + one.people}
    connection.execute(added.on_conflict_do_update(index_elements=list(_ANSWERS), set_=more))
