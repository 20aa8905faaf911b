"""The workbook of the centre: its columns, its contacts, and that nobody can be read out of the anonymised one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from iq_desktop.domain.case_list import CaseQuery
from iq_desktop.domain.contact import Channel
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.talk import Talk, TalkKind
from iq_desktop.usecases.centre_columns import CASE_SHEET, age_group, columns_for
from iq_desktop.usecases.centre_export import CASE_EXPORTED, Exported, WorkbookWish, export_centre
from iq_desktop.usecases.progress import Cancelled, Silence
from tests.support.builders import TODAY, a_case, a_client, several_cases
from tests.support.canary_cases import canary_cases
from tests.support.fakes import a_desk
from tests.support.memory_niq import MemoryWorkbooks
from tests.support.tongues import TRANSLATIONS, english

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.client import Client
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.wording.text import Text

FILE: Final = Path("centre.xlsx")
ALL: Final = WorkbookWish()
TALKS: Final = (
    Talk(TODAY, channel=Channel.TELEPHONE, minutes=20, with_whom="Frau Weiß", what="Antrag"),
    Talk(TODAY + dt.timedelta(days=9), TalkKind.CALL),
)


def written(desk: Desk) -> dict[str, list[tuple[Any, ...]]]:
    books = desk.workbooks
    assert isinstance(books, MemoryWorkbooks)
    return books.written[FILE.name]


def export(desk: Desk, wish: WorkbookWish = ALL, chosen: Sequence[str] = ()) -> Exported:
    return export_centre(desk, CaseQuery(), wish, FILE, english(), Silence(), chosen=chosen)


def row_of(desk: Desk, number: int = 1) -> dict[str, Any]:
    heads, *rows = written(desk)["Cases"]
    return dict(zip(heads, rows[number - 1], strict=True))


def test_a_case_and_its_contacts_are_joined_by_the_number_of_the_row() -> None:
    desk = a_desk(TRANSLATIONS, [a_case(talks=TALKS)])
    assert export(desk) == Exported(1, 2)
    row = row_of(desk)
    assert row["Row"] == 1
    assert (row["Case"], row["Family name"], row["Age in years"]) == ("2026-0147", "Al-Khatib", 36)
    assert (row["Nationality"], row["Follow-up contacts"], row["Year of entry"]) == ("Syria", 2, 2022)
    heads, *contacts = written(desk)["Follow-up contacts"]
    assert heads[:2] == ("Row", "Day")
    assert [contact[:2] for contact in contacts] == [(1, TODAY), (1, TODAY + dt.timedelta(days=9))]


def test_each_case_notes_that_it_left() -> None:
    desk = a_desk(TRANSLATIONS, several_cases())
    export(desk)
    kept: list[tuple[str, str, str]] = desk.cases.journal  # type: ignore[attr-defined]  # the memory's
    assert [kind for kind, _, _ in kept] == ["exported", *[CASE_EXPORTED] * len(several_cases())]
    assert kept[0][2].startswith(f"{len(several_cases())} centre.xlsx")


def test_only_chosen_columns_and_cases_go() -> None:
    desk = a_desk(TRANSLATIONS, several_cases())
    told = export(desk, WorkbookWish(("gender", "number")), chosen=["case-1", "case-3"])
    assert told.cases == 2
    assert written(desk)["Cases"][0] == ("Row", "Case", "Gender")


def test_the_anonymised_one_has_only_columns_that_name_nobody() -> None:
    names = {column.name for column in columns_for((), is_anonymous=True)}
    personal = {"number", "family_name", "given_names", "birth", "age", "phone", "email", "adviser", "chiffre", "title"}
    assert not names & personal
    assert names == {column.name for column in CASE_SHEET if column.names_nobody}
    assert columns_for(("family_name", "gender"), is_anonymous=True) == columns_for(("gender",), is_anonymous=True)


def test_no_word_number_or_day_of_a_case_is_in_the_anonymised_one() -> None:
    canaries = [f"Kanarie{number:03}x" for number in range(400)]
    cases = [
        replace(case, number=f"2031-{place:04}", adviser_id="adviser-1", client=_told(case.client))
        for place, case in enumerate(canary_cases(canaries))
    ]
    desk = a_desk(TRANSLATIONS, cases)
    assert export(desk).cases == len(cases)
    named = repr(written(desk))
    assert sum(word in named for word in canaries) > 10
    assert "1987" in named
    export(desk, WorkbookWish(is_anonymous=True))
    told = repr(written(desk))
    assert not [word for word in canaries if word in told]
    assert not [one for one in ("2031-", "1987", "datetime", "A. Krüger") if one in told]
    assert not [case.id for case in cases if case.id in told]


def _told(client: Client) -> Client:
    return replace(client, birth=PartialDate(1987, 4, 12), entry=PartialDate(2020))


def test_the_rows_of_the_anonymised_one_do_not_tell_the_order_of_the_list() -> None:
    cases = [
        a_case(id=f"c{one}", number=f"2026-{one:04}", client=a_client(entry=PartialDate(1940 + one)))
        for one in range(80)
    ]
    desk = a_desk(TRANSLATIONS, cases)
    orders = []
    for _ in range(2):
        export(desk, WorkbookWish(("entry",), is_anonymous=True))
        orders.append([row[1] for row in written(desk)["Cases"][1:]])
    assert orders[0] != orders[1]
    assert sorted(orders[0]) == sorted(orders[1]) == [1940 + one for one in range(80)]


@pytest.mark.parametrize(
    ("years", "group"),
    [(0, "under 18"), (17, "under 18"), (18, "18 to 24"), (24, "18 to 24"), (64, "55 to 64"), (65, "65 and older")],
)
def test_ages_are_told_in_groups(years: int, group: str) -> None:
    assert english().speak(age_group(years)) == group


def test_who_is_only_kept_stands_in_no_row(monkeypatch: pytest.MonkeyPatch) -> None:
    cases: list[CaseFile] = [a_case(id="kept", number="1"), a_case(id="told", number="2")]
    desk = a_desk(TRANSLATIONS, cases)
    rows = desk.lists.window(CaseQuery(), limit=9)
    stopped = [row._replace(stops=("restricted",)) if row.id == "kept" else row for row in rows]
    monkeypatch.setattr(type(desk.lists), "_rows", lambda _self, _query: stopped)
    assert export(desk).cases == 1
    assert row_of(desk)["Case"] == "2"


class Impatient:
    """Cancels at once."""

    def step(self, done: int, total: int | None, text: Text) -> None:
        del done, total, text
        raise Cancelled


def test_a_cancelled_workbook_is_none() -> None:
    desk = a_desk(TRANSLATIONS, [a_case()])
    with pytest.raises(Cancelled):
        export_centre(desk, CaseQuery(), WorkbookWish(), FILE, english(), Impatient())
    assert desk.workbooks.written == {}  # type: ignore[attr-defined]  # the memory's
