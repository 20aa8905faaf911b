"""The rows of one case: read whole, written by difference, so that a save touches only what changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Table, bindparam, delete, insert, select

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.storage import (
    agreement_tables,
    case_tables,
    comparison_tables,
    cost_tables,
    course_tables,
    life_tables,
    niq_tables,
    paper_tables,
    procedure_tables,
    referral_tables,
    rights_tables,
    rule_tables,
    talk_tables,
    way_tables,
)
from iq_desktop.storage.codec import Cell, Codec, codec_of
from iq_desktop.storage.prepared import Prepared, prepare, prepare_update

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection

Differences = dict[str, tuple[Any, Any]]
"""What changed, by a path such as `client.family_name` or `competences.ID.example`: the cells before and after."""

PART_TABLES: Final[Mapping[str, Table]] = {
    "contact": case_tables.contact,
    "client": case_tables.client,
    "situation": case_tables.situation,
    "closing": case_tables.closing,
    "keeping": rights_tables.keeping,
    "consents": case_tables.consent,
    "releases": case_tables.release,
    "qualifications": life_tables.qualification,
    "works": life_tables.work_period,
    "papers": life_tables.paper,
    "paper_moves": paper_tables.paper_move,
    "life": life_tables.life_entry,
    "languages": case_tables.language_skill,
    "occupations": case_tables.chosen_occupation,
    "competences": case_tables.competence,
    "referrals": case_tables.referral,
    "referral_steps": referral_tables.referral_step,
    "incoming_referrals": referral_tables.incoming_referral,
    "agreement": case_tables.agreed_point,
    "goals": agreement_tables.goal,
    "duties": agreement_tables.duty,
    "reviews": agreement_tables.agreement_review,
    "signatures": agreement_tables.signature,
    "talks": life_tables.talk,
    "appointments": life_tables.appointment,
    "corrections": rights_tables.correction,
    "runs": talk_tables.talk_run,
    "answers": talk_tables.talk_answer,
    "told_facts": rule_tables.told_fact,
    "comparisons": comparison_tables.comparison,
    "task_marks": comparison_tables.task_mark,
    "procedures": procedure_tables.procedure,
    "procedure_steps": procedure_tables.procedure_step,
    "costs": cost_tables.cost,
    "fundings": cost_tables.funding,
    "niq_reports": niq_tables.niq_report,
    "kept_courses": course_tables.kept_course,
    "way_wishes": way_tables.way_wish,
    "way_days": way_tables.way_day,
}
"""Where each part of a case file lies."""


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The table of one part, with what reads and writes it; `id_at` is where the row holds the child's identity."""

    name: str
    table: Table
    codec: Codec[Any]
    chosen: Prepared
    added: Prepared
    removed: Prepared

    @property
    def id_at(self) -> int:
        return self.codec.columns.index("id")


def _shelf(name: str, *, several: bool) -> _Shelf:
    table = PART_TABLES[name]
    codec = codec_of(codec_of(CaseFile).parts[name].kind)
    columns = [table.c[column] for column in codec.columns]
    found = select(*columns).where(table.c.case_id == bindparam("case"))
    keys = ("case_id", "position") if several else ("case_id",)
    added = insert(table).values({column: bindparam(column) for column in (*keys, *codec.columns)})
    removed = delete(table).where(table.c.case_id == bindparam("case"))
    return _Shelf(
        name,
        table,
        codec,
        chosen=prepare(found.order_by(table.c.position) if several else found),
        added=prepare(added),
        removed=prepare(removed.where(table.c.id == bindparam("child")) if several else removed),
    )


_PARTS: Final = codec_of(CaseFile).parts
_SINGLES: Final = tuple(_shelf(name, several=False) for name, part in _PARTS.items() if not part.several)
_SEVERAL: Final = tuple(_shelf(name, several=True) for name, part in _PARTS.items() if part.several)
_HEAD: Final = codec_of(CaseFile)
_case: Final = case_tables.case_file
_STATE: Final = prepare(select(_case.c.revision, _case.c.number).where(_case.c.id == bindparam("case")))


_ADDED: Final = prepare(insert(_case).values({name: bindparam(name) for name in _HEAD.columns}))


def _head_statement() -> Prepared:
    """Return the question for what a case has once, and for whether it has any of each that it can have several of."""
    columns: list[Any] = [_case.c[column] for column in _HEAD.columns]
    joined: Any = _case
    for shelf in _SINGLES:
        columns += [shelf.table.c[column] for column in shelf.codec.columns]
        joined = joined.join(shelf.table, shelf.table.c.case_id == _case.c.id)
    columns += [select(shelf.table.c.id).where(shelf.table.c.case_id == _case.c.id).exists() for shelf in _SEVERAL]
    return prepare(select(*columns).select_from(joined).where(_case.c.id == bindparam("case")))


_CHOSEN: Final = _head_statement()


def find_state(connection: Connection, case_id: str) -> tuple[int, str] | None:
    """Return the stored revision and number of a case, or none."""
    row = _STATE.row(connection, case=case_id)
    return (row[0], row[1]) if row else None


def find_case(connection: Connection, case_id: str) -> CaseFile | None:
    """Return a case with all its parts, or none."""
    row = _CHOSEN.row(connection, case=case_id)
    if row is None:
        return None
    parts: dict[str, Any] = {}
    start = len(_HEAD.columns)
    for shelf in _SINGLES:
        end = start + len(shelf.codec.columns)
        parts[shelf.name] = shelf.codec.from_row(row[start:end])
        start = end
    for shelf, is_there in zip(_SEVERAL, row[start:], strict=True):
        children = shelf.chosen.rows(connection, case=case_id) if is_there else ()
        parts[shelf.name] = tuple([shelf.codec.from_row(child) for child in children])
    return _HEAD.from_row(row[: len(_HEAD.columns)], **parts)


def add_case(connection: Connection, case: CaseFile) -> Differences:
    """Insert a case that is not there yet."""
    head = _cells(_HEAD, case)
    _ADDED.run(connection, **head)
    changes: Differences = {name: (None, cell) for name, cell in head.items() if cell not in {None, ""}}
    for shelf in _SINGLES:
        cells = _cells(shelf.codec, getattr(case, shelf.name))
        shelf.added.run(connection, case_id=case.id, **cells)
        changes.update({f"{shelf.name}.{name}": (None, cell) for name, cell in cells.items() if _says(cell)})
    for shelf in _SEVERAL:
        changes.update(_add_children(connection, shelf, case.id, list(enumerate(getattr(case, shelf.name)))))
    return changes


def change_case(connection: Connection, before: CaseFile, after: CaseFile) -> Differences:
    """Write what differs between two states of a case, revision included, and return it without the revision."""
    head = _HEAD.differences(before, after)
    prepare_update(_case, ("id",), tuple(head)).run(connection, key_id=after.id, **_new(head))
    changes: Differences = {name: pair for name, pair in head.items() if name != "revision"}
    for shelf in _SINGLES:
        differences = shelf.codec.differences(getattr(before, shelf.name), getattr(after, shelf.name))
        if differences:
            change = prepare_update(shelf.table, ("case_id",), tuple(differences))
            change.run(connection, key_case_id=after.id, **_new(differences))
            changes.update({f"{shelf.name}.{name}": pair for name, pair in differences.items()})
    for shelf in _SEVERAL:
        olds, news = getattr(before, shelf.name), getattr(after, shelf.name)
        if olds != news:
            changes.update(_change_children(connection, shelf, after.id, olds, news))
    return changes


def _change_children(
    connection: Connection, shelf: _Shelf, case_id: str, olds: Sequence[Any], news: Sequence[Any]
) -> Differences:
    before = {child.id: (position, child) for position, child in enumerate(olds)}
    after = {child.id: (position, child) for position, child in enumerate(news)}
    changes: Differences = {}
    for child_id in before.keys() - after.keys():
        shelf.removed.run(connection, case=case_id, child=child_id)
        changes[f"{shelf.name}.{child_id}"] = (_cells(shelf.codec, before[child_id][1]), None)
    added = [pair for child_id, pair in after.items() if child_id not in before]
    changes.update(_add_children(connection, shelf, case_id, added))
    for child_id in after.keys() & before.keys():
        (old_position, old), (position, new) = before[child_id], after[child_id]
        differences = shelf.codec.differences(old, new)
        cells: dict[str, Any] = _new(differences)
        if position != old_position:
            cells["position"] = position
        if cells:
            change = prepare_update(shelf.table, ("case_id", "id"), tuple(cells))
            change.run(connection, key_case_id=case_id, key_id=child_id, **cells)
        changes.update({f"{shelf.name}.{child_id}.{name}": pair for name, pair in differences.items()})
    kept = [child_id for child_id in before if child_id in after]
    if kept != [child_id for child_id in after if child_id in before]:
        changes[f"{shelf.name}.order"] = (list(before), list(after))
    return changes


def _add_children(
    connection: Connection, shelf: _Shelf, case_id: str, placed: Sequence[tuple[int, Any]]
) -> Differences:
    rows = [(position, shelf.codec.to_row(child)) for position, child in placed]
    values = ({"case_id": case_id, "position": position, **_named(shelf.codec, row)} for position, row in rows)
    shelf.added.run_many(connection, (tuple(cells[name] for name in shelf.added.names) for cells in values))
    return {f"{shelf.name}.{row[shelf.id_at]}": (None, _named(shelf.codec, row)) for _, row in rows}


def _new(differences: Mapping[str, tuple[Cell, Cell]]) -> dict[str, Any]:
    return {name: cell for name, (_, cell) in differences.items()}


def _cells(codec: Codec[Any], value: Any) -> dict[str, Cell]:
    return _named(codec, codec.to_row(value))


def _named(codec: Codec[Any], row: Sequence[Cell]) -> dict[str, Cell]:
    return dict(zip(codec.columns, row, strict=True))


def _says(cell: Cell) -> bool:
    return cell not in {None, "", "[]"}
