"""Records of the documentation NIQ leave as files and come back as they were."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.domain.niq_record import NiqRecord
from iq_desktop.exchange.niq_files import as_csv, as_form, as_json, from_csv, from_form, from_json, heads_of

_NAMES = st.from_regex(r"[a-z]{1,12}[0-9]?", fullmatch=True)
_VALUES = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=20)


@st.composite
def records(draw: st.DrawFn) -> NiqRecord:
    return NiqRecord(tuple(draw(st.dictionaries(_NAMES, _VALUES, min_size=1, max_size=6)).items()))


SOME = st.lists(records(), min_size=1, max_size=3).map(tuple)


@given(SOME)
def test_a_form_comes_back_as_it_was(some: tuple[NiqRecord, ...]) -> None:
    assert from_form(as_form(some)) == some


@given(SOME)
def test_json_comes_back_as_it_was(some: tuple[NiqRecord, ...]) -> None:
    assert from_json(as_json(some)) == some


@given(SOME)
def test_a_table_comes_back_but_for_what_is_empty(some: tuple[NiqRecord, ...]) -> None:
    told = [{name: value for name, value in record.pairs if value} for record in some]
    assert [dict(record.pairs) for record in from_csv(as_csv(some))] == told


def test_a_form_is_encoded_as_browsers_do() -> None:
    record = NiqRecord((("name", "Öztürk & Söhne"), ("asonstiges", "")))
    assert as_form([record]) == "name=%C3%96zt%C3%BCrk+%26+S%C3%B6hne&asonstiges=\n"


def test_fields_of_all_records_stand_in_the_order_of_the_form() -> None:
    short = NiqRecord((("id", "1"), ("wohnsitz", "1"), ("age", "30")))
    long = NiqRecord((("id", "2"), ("wohnsitz", "0"), ("wohnstaat", "5"), ("age", "31"), ("berufwahl1", "7")))
    assert heads_of([short, long]) == ("id", "wohnsitz", "wohnstaat", "age", "berufwahl1")
