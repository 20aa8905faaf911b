"""Every contact with its channel and its length: what NIQ's record and the second sheet of the workbook tell of it."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from iq_desktop.domain.case_list import CaseQuery
from iq_desktop.domain.contact import Channel
from iq_desktop.domain.niq_record import Sender, niq_record
from iq_desktop.domain.talk import Talk, TalkKind
from iq_desktop.usecases.centre_export import WorkbookWish, export_centre
from iq_desktop.usecases.progress import Silence
from tests.support.builders import TODAY, a_case
from tests.support.fakes import a_desk
from tests.support.memory_niq import MemoryWorkbooks, the_codes
from tests.support.tongues import TRANSLATIONS, english

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile

DAY: Final = dt.timedelta(days=1)
FIRST: Final = {
    Channel.FACE_TO_FACE: "1",
    Channel.OUTREACH: "1",
    Channel.TELEPHONE: "3",
    Channel.DIGITAL: "4",
    None: "",
}
LATER: Final = {**FIRST, Channel.OUTREACH: "2", None: "0"}
WORDS: Final = {
    Channel.FACE_TO_FACE: "Face to face",
    Channel.OUTREACH: "Face to face, away from the centre",
    Channel.TELEPHONE: "Telephone",
    Channel.DIGITAL: "Digital",
    None: "",
}
LENGTHS: Final = (None, 1, 15, 24 * 60)
KINDS: Final = {
    TalkKind.FOLLOW_UP: "Follow-up talk",
    TalkKind.CALL: "Short call or message",
    TalkKind.WITH_OTHERS: "Talk with an office or a course provider",
}


def talks() -> tuple[Talk, ...]:
    """Return a talk of every kind, by every channel, of every length, each on a day of its own."""
    several = product(KINDS, WORDS, LENGTHS)
    return tuple(
        Talk(TODAY - (number + 1) * DAY, kind, channel, minutes)
        for number, (kind, channel, minutes) in enumerate(several)
    )


def test_the_tables_of_this_test_know_every_answer() -> None:
    assert {*Channel, None} == set(FIRST) == set(LATER) == set(WORDS)
    assert set(TalkKind) == set(KINDS)


@pytest.mark.parametrize("channel", list(WORDS))
def test_the_first_talk_is_told_with_its_channel_and_its_length(channel: Channel | None) -> None:
    case = a_case()
    case = replace(case, contact=replace(case.contact, channel=channel, minutes=75), talks=())
    record = dict(niq_record(case, the_codes(), Sender("1", "Köln"), TODAY).pairs)
    assert record["beratungsform"] == FIRST[channel]
    row = sheets_of(case)[0]
    assert (row["Form of the counselling"], row["Minutes"]) == (WORDS[channel], 75)


def test_niq_is_told_every_contact_with_the_person_and_how_it_was_held() -> None:
    case = a_case(talks=talks())
    record = dict(niq_record(case, the_codes(), Sender("1", "Köln"), TODAY).pairs)
    counted = sorted((one for one in talks() if one.kind is not TalkKind.WITH_OTHERS), key=lambda one: str(one.held_on))
    told = [(record.get(f"pickfolgedatum{at}"), record.get(f"beratungsform{at}")) for at in range(1, len(counted) + 1)]
    assert told == [(f"{one.held_on:%d.%m.%Y}", LATER[one.channel]) for one in counted]
    assert f"pickfolgedatum{len(counted) + 1}" not in record


def test_the_second_sheet_tells_every_contact_with_its_length() -> None:
    for is_anonymous in (False, True):
        rows = sheets_of(a_case(talks=talks()), is_anonymous=is_anonymous)[1:]
        assert [(row["Kind"], row["How"], row["Minutes"]) for row in rows] == [
            (KINDS[one.kind], WORDS[one.channel], one.minutes) for one in talks()
        ]
        assert ("Day" in rows[0]) is not is_anonymous


def test_the_numbers_are_those_of_the_list(shared_folder: Path) -> None:
    lists = json.loads((shared_folder / "data/niq/codes.json").read_text("utf-8"))["lists"]
    words = lists["beratungsformfolgeberatung"]
    begins = {None: "keine", Channel.FACE_TO_FACE: "Persönliche Beratung am", Channel.TELEPHONE: "Telefon"}
    begins |= {Channel.OUTREACH: "Persönliche Beratung außerhalb", Channel.DIGITAL: "Digital"}
    assert set(words) == set(LATER.values())
    assert all(words[LATER[channel]].startswith(begin) for channel, begin in begins.items())


def sheets_of(case: CaseFile, *, is_anonymous: bool = False) -> list[dict[str, object]]:
    """Return the row of a case in the workbook, then those of its contacts."""
    desk = a_desk(TRANSLATIONS, [case])
    export_centre(desk, CaseQuery(), WorkbookWish(is_anonymous=is_anonymous), Path("a.xlsx"), english(), Silence())
    assert isinstance(desk.workbooks, MemoryWorkbooks)
    sheets = desk.workbooks.written["a.xlsx"]
    return [
        dict(zip(map(str, rows[0]), row, strict=True))
        for rows in (sheets["Cases"], sheets["Follow-up contacts"])
        for row in rows[1:]
    ]
