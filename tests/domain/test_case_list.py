"""Questions to the list of cases: their order, their filters, and for whom they are meant."""

from __future__ import annotations

from iq_desktop.domain.case_list import ME, CaseQuery, CaseSort


def test_a_column_sorts_from_its_usual_end_and_turns_when_asked_again() -> None:
    by_name = CaseQuery().sorted_by(CaseSort.NAME)
    assert by_name.order == (CaseSort.NAME, False)
    assert by_name.sorted_by(CaseSort.NAME).order == (CaseSort.NAME, True)
    assert by_name.sorted_by(CaseSort.CHANGED).order == (CaseSort.CHANGED, True)
    assert CaseQuery().order == (CaseSort.CHANGED, True)


def test_filters_stand_apart_from_words_and_order() -> None:
    query = CaseQuery("khatib", language="ar", sort=CaseSort.DUE, is_descending=True)
    assert query.filters == CaseQuery(language="ar")
    assert query.unfiltered == CaseQuery("khatib", sort=CaseSort.DUE, is_descending=True)
    assert query.is_filtered
    assert not query.unfiltered.is_filtered
    assert CaseQuery(is_closed=False).is_filtered
    assert CaseQuery(due_within=0).is_filtered


def test_my_cases_are_those_of_whoever_asks() -> None:
    assert CaseQuery(adviser_id=ME).for_adviser("one").adviser_id == "one"
    assert CaseQuery(adviser_id="two").for_adviser("one").adviser_id == "two"
    assert CaseQuery().for_adviser("one").adviser_id == ""
