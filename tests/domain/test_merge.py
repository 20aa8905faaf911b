"""Two changed states of a case become one: nothing that only one side changed is lost, rivals are named."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace
from typing import Any, Final

from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.domain.agreement import Signature
from iq_desktop.domain.case_file import CaseFile, CaseKind
from iq_desktop.domain.keeping import Keeping
from iq_desktop.domain.merge import merge_cases, merge_values
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.talk import Appointment, Closing, CounsellingResult
from tests.support.builders import TODAY
from tests.support.followed_cases import a_followed_case
from tests.support.strategies import values_of

BASE: Final = replace(a_followed_case(), revision=4, number="2026-0001")
_LATER: Final = TODAY + dt.timedelta(days=30)
_EDITS: Final[dict[str, Any]] = {
    "adviser_id": "other",
    "kind": CaseKind.SHORT,
    "client.family_name": "Öztürk",
    "client.place": "Köln",
    "client.birth": PartialDate(1980),
    "contact.minutes": 45,
    "closing.closed_on": TODAY,
    "closing.result": CounsellingResult.INFORMED,
    "closing.result_in_words": "getippt",
    "keeping": Keeping(_LATER),
    "talks": (),
}
"""Single changes of one case by the path of the field; no two touch the same."""


def edited(case: CaseFile, names: set[str]) -> CaseFile:
    for name in names:
        part, _, field = name.partition(".")
        value = replace(getattr(case, part), **{field: _EDITS[name]}) if field else _EDITS[name]
        case = replace(case, **{part: value})
    return case


@given(st.sets(st.sampled_from(sorted(_EDITS))), st.sets(st.sampled_from(sorted(_EDITS))))
def test_what_either_side_changed_is_there(mine: set[str], theirs: set[str]) -> None:
    stored = replace(edited(BASE, theirs), revision=9)
    merged = merge_cases(BASE, edited(BASE, mine), stored)
    assert merged.is_clear
    assert merged.value == replace(edited(BASE, mine | theirs), revision=9)


@given(st.data())
def test_merging_with_oneself_or_with_nobody_changes_nothing(data: st.DataObject) -> None:
    mine, theirs = (data.draw(values_of(Closing)) for _ in range(2))
    base = data.draw(values_of(Closing))
    assert merge_values(base, mine, mine).value == mine
    assert merge_values(base, base, theirs).value == theirs
    assert merge_values(base, mine, base).value == mine
    merged = merge_values(base, mine, theirs)
    for field in fields(Closing):
        was, my, their = (getattr(one, field.name) for one in (base, mine, theirs))
        is_rival = my not in (was, their) and their != was
        assert (field.name in merged.rivals) is is_rival
        assert getattr(merged.value, field.name) == (their if my == was else my)


_KEYS: Final = "abcdef"


@st.composite
def rows(draw: st.DrawFn) -> tuple[Appointment, ...]:
    keys = draw(st.lists(st.sampled_from(_KEYS), unique=True))
    return tuple(Appointment(what=draw(st.sampled_from("xyz")), id=key) for key in keys)


@given(rows(), rows(), rows())
def test_no_row_is_lost_or_doubled(
    base: tuple[Appointment, ...], mine: tuple[Appointment, ...], theirs: tuple[Appointment, ...]
) -> None:
    merged = merge_values(base, mine, theirs, "appointments")
    found = {one.id: one for one in merged.value}
    was, my, their = ({one.id: one for one in some} for some in (base, mine, theirs))
    assert len(found) == len(merged.value)
    for key in _KEYS:
        sides = (was.get(key), my.get(key), their.get(key))
        assert found.get(key) == _wanted(*sides)
        if sides[1] == sides[2] or sides[0] in sides[1:]:
            assert not any(rival.startswith(f"appointments.{key}") for rival in merged.rivals)
        else:
            assert any(rival.startswith(f"appointments.{key}") for rival in merged.rivals)


def _wanted(was: Appointment | None, my: Appointment | None, their: Appointment | None) -> Appointment | None:
    """Return what the naive reading says: the side that changed; of two changes mine, and words before an emptiness."""
    if my == was:
        return their
    return my if my is not None or their in (was, None) else their


def test_one_order_stays_where_nobody_changed_it() -> None:
    base = tuple(Appointment(id=key) for key in "abc")
    added = (*base, Appointment(id="mine"))
    turned = (base[2], Appointment(id="theirs"), base[0], base[1])
    assert [one.id for one in merge_values(base, added, turned).value] == ["c", "theirs", "a", "b", "mine"]
    assert [one.id for one in merge_values(base, turned, added).value] == ["c", "theirs", "a", "b", "mine"]


def test_what_makes_sense_only_whole_is_never_put_together() -> None:
    born = PartialDate(1980)
    merged = merge_values(born, PartialDate(1980, 5), PartialDate(1981), "birth")
    assert (merged.value, merged.rivals) == (PartialDate(1980, 5), ("birth",))
    signed = Signature(id="one", name="A")
    both = merge_values((signed,), (replace(signed, name="B"),), (replace(signed, seal="s"),), "signatures")
    assert both.value == (replace(signed, name="B"),)
    assert both.rivals == ("signatures.one",)


def test_number_and_revision_are_those_of_the_vault() -> None:
    stored = replace(BASE, revision=9, number="2026-0007")
    assert merge_cases(replace(BASE, number=""), replace(BASE, revision=2), stored).value == stored
