"""Every value of a case, of the centre and of a course survives the way into a row and back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.centre import Adviser, Centre, DeskSettings
from iq_desktop.domain.client import Client, Gender
from iq_desktop.domain.contact import Concern, Contact
from iq_desktop.domain.course import CourseOffer
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.storage.codec import codec_of, moment_words
from tests.support.counts import count
from tests.support.strategies import values_of

KINDS = [
    *(part.kind for part in codec_of(CaseFile).parts.values()),
    Centre,
    Adviser,
    DeskSettings,
    CourseOffer,
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@settings(max_examples=count(30, 100))
@given(data=st.data())
def test_a_value_survives_its_row(kind: type[Any], data: st.DataObject) -> None:
    value = data.draw(values_of(kind))
    codec = codec_of(kind)
    row = codec.to_row(value)
    assert {type(cell) for cell in row} <= {str, int, float, type(None)}
    assert codec.from_row(row) == value


@settings(max_examples=count(30, 100))
@given(case=values_of(CaseFile))
def test_a_case_survives_with_its_parts(case: CaseFile) -> None:
    codec = codec_of(CaseFile)
    parts = {name: getattr(case, name) for name in codec.parts}
    assert codec.from_row(codec.to_row(case), **parts) == case


def test_cells_are_words_that_an_evaluator_can_read() -> None:
    client = Client(family_name="Öz", gender=Gender.FEMALE, birth=PartialDate(1990, 5), nationalities=("SY", "TR"))
    cells = dict(zip(codec_of(Client).columns, codec_of(Client).to_row(client), strict=True))
    assert (cells["gender"], cells["birth"], cells["nationalities"]) == ("female", "1990-05", '["SY","TR"]')
    contact = Contact(concerns=(Concern.WORK, Concern.GERMAN), first_talk_on=dt.date(2026, 11, 3))
    cells = dict(zip(codec_of(Contact).columns, codec_of(Contact).to_row(contact), strict=True))
    assert (cells["concerns"], cells["first_talk_on"], cells["channel"]) == ('["work","german"]', "2026-11-03", None)
    price = dict(zip(codec_of(CourseOffer).columns, codec_of(CourseOffer).to_row(_offer()), strict=True))["price"]
    assert price == "1200.50"


def test_moments_sort_as_text_whatever_their_zone() -> None:
    east = dt.datetime(2026, 11, 3, 10, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    noon = dt.datetime(2026, 11, 3, 8, 30, tzinfo=dt.UTC)
    assert moment_words(east) < moment_words(noon) == "2026-11-03T08:30:00.000000+00:00"


def test_differences_name_only_what_differs() -> None:
    codec = codec_of(Client)
    before, after = Client(family_name="A", phone="1"), Client(family_name="B", phone="1", gender=Gender.MALE)
    assert codec.differences(before, after) == {"family_name": ("A", "B"), "gender": (None, "male")}
    assert not codec.differences(before, before)


def test_a_code_that_nobody_knows_is_refused() -> None:
    row = list(codec_of(Client).to_row(Client()))
    row[codec_of(Client).columns.index("gender")] = "unheard of"
    with pytest.raises(ValueError, match="Gender has no such code"):
        codec_of(Client).from_row(row)


def test_a_field_without_a_form_is_refused_at_once() -> None:
    @dataclass(frozen=True)
    class Odd:
        pairs: dict[str, int]

    with pytest.raises(TypeError, match="no form in a row"):
        codec_of(Odd)


def _offer() -> CourseOffer:
    return CourseOffer("c", "1", "Deutsch", price=Decimal("1200.50"))
