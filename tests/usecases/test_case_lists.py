"""What is done to lists of cases: views, several cases at once with a way back, tables for other programs, upkeep."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.domain.case_list import ME, CaseQuery, CaseSort
from iq_desktop.domain.centre import Adviser
from iq_desktop.domain.changes import Area
from iq_desktop.domain.consent import Manner, Purpose
from iq_desktop.domain.duplicate import LinkKind
from iq_desktop.domain.partial_date import partial_date_from
from iq_desktop.domain.talk import Closing, CounsellingResult
from iq_desktop.usecases import case_actions, case_list, duplicates
from iq_desktop.usecases.case_columns import CASE_COLUMNS, USUAL_COLUMNS, find_columns
from iq_desktop.usecases.case_export import export_cases
from iq_desktop.usecases.consents import give_consent
from iq_desktop.usecases.follow_up import close_case
from iq_desktop.usecases.permissions import NotYourCase
from iq_desktop.usecases.progress import Cancelled, Silence
from tests.support.builders import TODAY, a_client, several_cases
from tests.support.fakes import ADVISER, MemoryCases, a_desk
from tests.support.memory_lists import MemoryLists, MemoryTables
from tests.support.tongues import german

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from iq_desktop.usecases.desk import Desk
    from iq_desktop.wording.text import Text

OTHER = Adviser("adviser-2", "B. Baum")


@pytest.fixture
def desk(project_folder: Path) -> Desk:
    return a_desk(project_folder / "translations", [replace(case, adviser_id=ADVISER.id) for case in several_cases()])


def cases_of(desk: Desk) -> MemoryCases:
    assert isinstance(desk.cases, MemoryCases)
    return desk.cases


def ids(desk: Desk) -> tuple[str, ...]:
    return tuple(cases_of(desk).by_id)


class StopAfter:
    """A progress that is cancelled at its n-th step."""

    def __init__(self, steps: int) -> None:
        self.left = steps

    def step(self, done: int, total: int | None, text: Text) -> None:
        del done, total, text
        self.left -= 1
        if self.left < 0:
            raise Cancelled


def test_my_cases_are_those_of_who_sits_at_the_desk(desk: Desk) -> None:
    case_actions.assign_adviser(desk, ids(desk)[:1], OTHER)
    mine = CaseQuery(adviser_id=ME)
    assert case_list.open_list(desk, mine).count == len(ids(desk)) - 1
    assert ids(desk)[0] not in case_list.list_case_ids(desk, mine)
    assert case_list.find_place(desk, mine, ids(desk)[0]) is None
    last = case_list.list_case_ids(desk, CaseQuery(sort=CaseSort.NAME))[-1]
    count = len(ids(desk))
    assert case_list.find_place(desk, CaseQuery(sort=CaseSort.NAME), last) == count - 1
    assert [row.id for row in case_list.read_rows(desk, CaseQuery(sort=CaseSort.NAME), count - 1)] == [last]


def test_a_view_is_kept_changed_removed_and_brought_back(desk: Desk) -> None:
    query = CaseQuery("Khatib", adviser_id=ME, is_closed=False)
    view, changes = case_list.keep_view(desk, "Meine", query, ("name", "niq"))
    assert [change.area for change in changes] == [Area.SETTINGS]
    assert (view.owner_id, view.query.words, view.query.adviser_id) == (ADVISER.id, "", ME)
    again, _ = case_list.keep_view(desk, "Unsere", query, ("name",), for_all=True, view_id=view.id)
    assert case_list.list_views(desk) == (again,)
    assert again.owner_id == ""
    case_list.remove_view(desk, again)
    assert case_list.list_views(desk) == ()
    case_list.restore_view(desk, again)
    assert case_list.list_views(desk) == (again,)


def test_cases_get_another_adviser_and_come_back(desk: Desk) -> None:
    acted = case_actions.assign_adviser(desk, ids(desk)[:3], OTHER)
    assert acted.count == 3
    assert {change.id for change in acted.changes} == set(ids(desk)[:3])
    assert [case.adviser_id for case in cases_of(desk).by_id.values()][:4] == [OTHER.id] * 3 + [ADVISER.id]
    assert case_actions.assign_adviser(desk, ids(desk)[:3], OTHER).count == 0
    undone = case_actions.undo_action(desk, acted)
    assert undone.count == 3
    assert {case.adviser_id for case in cases_of(desk).by_id.values()} == {ADVISER.id}
    assert case_actions.undo_action(desk, undone).count == 3


def test_undo_leaves_what_others_changed_meanwhile(desk: Desk) -> None:
    acted = case_actions.close_cases(desk, ids(desk)[:2], CounsellingResult.INFORMED)
    first = desk.cases.get(ids(desk)[0])
    kept = desk.cases.save(replace(first, closing=replace(first.closing, result=CounsellingResult.IN_WORK)))
    second = desk.cases.get(ids(desk)[1])
    desk.cases.save(second.with_client(a_client(place="Bonn")))
    assert case_actions.undo_action(desk, acted).count == 1
    assert desk.cases.get(kept.id).closing == kept.closing
    again = desk.cases.get(second.id)
    assert (again.closing, again.client.place) == (Closing(), "Bonn")


def test_closing_and_opening_again(desk: Desk) -> None:
    acted = case_actions.close_cases(desk, ids(desk)[:2], CounsellingResult.IN_WORK)
    assert acted.text.count == 2
    closed = desk.cases.get(ids(desk)[0]).closing
    assert closed == Closing(TODAY, CounsellingResult.IN_WORK)
    assert case_actions.close_cases(desk, ids(desk)[:1], CounsellingResult.BROKEN_OFF).count == 0
    assert case_actions.reopen_cases(desk, ids(desk)[:5]).count == 2
    assert not desk.cases.get(ids(desk)[0]).closing.is_closed


def test_the_list_closes_and_opens_as_the_page_of_the_case_does(desk: Desk) -> None:
    case_id = ids(desk)[0]
    agreed = give_consent(desk, desk.cases.get(case_id), Purpose.CONTACT_LATER, Manner.ORAL)
    before = desk.cases.save(agreed)
    acted = case_actions.close_cases(desk, [case_id], CounsellingResult.IN_WORK)
    closed = desk.cases.get(case_id)
    wanted = close_case(desk, before, CounsellingResult.IN_WORK)
    assert closed.closing == wanted.closing
    assert [(one.kind, one.day) for one in closed.appointments] == [(one.kind, one.day) for one in wanted.appointments]
    case_actions.undo_action(desk, acted)
    assert desk.cases.get(case_id).appointments == before.appointments
    again = case_actions.close_cases(desk, [case_id], CounsellingResult.IN_WORK)
    opened = case_actions.reopen_cases(desk, [case_id])
    on = desk.cases.get(case_id)
    assert (on.closing, on.appointments) == (Closing(result=CounsellingResult.IN_WORK), before.appointments)
    case_actions.undo_action(desk, opened)
    back = desk.cases.get(case_id)
    assert (back.closing, back.appointments) == again.after[case_id]


def test_what_is_cancelled_half_way_is_taken_back(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(case_actions, "_PORTION", 2)
    with pytest.raises(Cancelled):
        case_actions.assign_adviser(desk, ids(desk)[:6], OTHER, StopAfter(2))
    assert {case.adviser_id for case in cases_of(desk).by_id.values()} == {ADVISER.id}


def test_a_restricted_case_is_left_out_and_told_and_the_others_do_not_wait_for_it(desk: Desk) -> None:
    kept = cases_of(desk).by_id[ids(desk)[1]]
    restricted = replace(kept, keeping=replace(kept.keeping, restricted_since=TODAY))
    cases_of(desk).by_id[kept.id] = restricted
    acted = case_actions.close_cases(desk, ids(desk)[:3], CounsellingResult.IN_WORK)
    assert (acted.count, acted.left_out) == (2, 1)
    assert cases_of(desk).by_id[kept.id] == restricted
    told = german().speak(acted.text)
    assert told == "2 Fälle abgeschlossen · 1 Fall mit eingeschränkter Verarbeitung bleibt unverändert"
    assert german().speak(case_actions.undo_action(desk, acted).text) == "2 Fälle wie vorher"


def test_what_is_refused_half_way_is_taken_back(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(case_actions, "_PORTION", 2)
    cases, change_many = cases_of(desk), MemoryCases.change_many

    def refuse_one(self: MemoryCases, case_ids: Sequence[str], change: Any) -> Any:
        if ids(desk)[5] in case_ids:
            raise NotYourCase
        return change_many(self, case_ids, change)

    monkeypatch.setattr(MemoryCases, "change_many", refuse_one)
    with pytest.raises(NotYourCase):
        case_actions.assign_adviser(desk, ids(desk)[:6], OTHER)
    assert {case.adviser_id for case in cases.by_id.values()} == {ADVISER.id}


def test_the_shown_list_becomes_a_table_that_the_journal_knows(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "Liste.csv"
    query = CaseQuery(sort=CaseSort.NUMBER)
    count = export_cases(desk, query, ("number", "name", "adviser"), path, desk.tongue("en"), Silence())
    assert isinstance(desk.tables, MemoryTables)
    table = desk.tables.written[path.name]
    assert count == len(table) - 1 == len(ids(desk))
    assert table[0] == ("Case", "Name", "Adviser")
    assert [row[0] for row in table[1:]] == [row.number for row in desk.lists.window(query, limit=999)]
    assert {row[2] for row in table[1:]} == {ADVISER.name}
    assert cases_of(desk).journal == [("exported", "", f"{count} number name adviser")]


def test_only_the_chosen_rows_are_written(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("iq_desktop.usecases.case_export._WINDOW", 2)
    chosen = ids(desk)[1:4]
    count = export_cases(
        desk, CaseQuery(), ("number",), tmp_path / "a.csv", desk.tongue("en"), Silence(), chosen=chosen
    )
    assert isinstance(desk.tables, MemoryTables)
    numbers = {desk.cases.get(one).number for one in chosen}
    assert count == 3
    assert {row[0] for row in desk.tables.written["a.csv"][1:]} == numbers


def test_ticked_rows_are_written_whatever_the_list_shows_now(desk: Desk, tmp_path: Path) -> None:
    chosen = ids(desk)[:4]
    query = CaseQuery(words="nobody has this name", is_closed=True, sort=CaseSort.NUMBER)
    count = export_cases(desk, query, ("number",), tmp_path / "a.csv", desk.tongue("en"), Silence(), chosen=chosen)
    assert isinstance(desk.tables, MemoryTables)
    numbers = [row[0] for row in desk.tables.written["a.csv"][1:]]
    assert numbers == sorted((desk.cases.get(one).number for one in chosen), reverse=query.order[1])
    assert count == 4
    assert cases_of(desk).journal == [("exported", "", "4 number")]


def test_every_column_says_something_of_every_row_in_german(desk: Desk) -> None:
    from iq_desktop.usecases.case_columns import Teller

    case = desk.cases.get(ids(desk)[0])
    born = partial_date_from("[1980-05-12,1981]")
    desk.cases.save(replace(case, client=replace(case.client, birth=born)))
    teller = Teller(desk.tongue("de"), {ADVISER.id: ADVISER.name})
    for row in desk.lists.window(CaseQuery(), limit=99):
        said = {column.name: column.words(row, teller) for column in CASE_COLUMNS}
        assert said["name"]
        assert said["state"] in {"offen", "geschlossen"}
    assert {column.name for column in find_columns(("nothing",))} == set(USUAL_COLUMNS)
    assert [column.name for column in find_columns(("niq", "nothing", "name"))] == ["niq", "name"]


def test_old_lines_are_made_again_until_none_is_left(desk: Desk) -> None:
    assert isinstance(desk.lists, MemoryLists)
    assert case_list.bring_lines_up_to_date(desk, Silence()) == ()
    desk.lists.old_lines = 450
    assert [change.area for change in case_list.bring_lines_up_to_date(desk, Silence())] == [Area.CASE]
    assert desk.lists.old_lines == 0


def test_cases_are_linked_told_apart_and_that_taken_back(desk: Desk) -> None:
    one, other = ids(desk)[:2]
    link, changes = duplicates.link_cases(desk, one, other, LinkKind.SAME)
    assert {change.id for change in changes} == {one, other}
    assert [found.other.id for found in duplicates.list_links(desk, one)] == [link.other.id] == [other]
    duplicates.unlink_cases(desk, other, one)
    assert duplicates.list_links(desk, one) == []
    assert duplicates.find_duplicates(desk, desk.cases.get(one)) == []


def test_it_is_looked_again_only_when_names_dates_or_contacts_change(desk: Desk) -> None:
    case = desk.cases.get(ids(desk)[0])
    renamed = case.with_client(replace(case.client, given_names="Neu"))
    moved = case.with_client(replace(case.client, street="Neue Straße 1"))
    assert duplicates.may_be_known_now(case, renamed)
    assert not duplicates.may_be_known_now(case, moved)
