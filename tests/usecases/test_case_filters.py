"""By what the list of cases is narrowed."""

from __future__ import annotations

import pytest

from iq_desktop.domain.case_list import ME, CaseQuery, CaseSort, CaseView, FilterValues
from iq_desktop.domain.centre import Adviser
from iq_desktop.domain.niq import NiqLight
from iq_desktop.usecases.case_filters import (
    BUILT_IN,
    Filter,
    active_filters,
    filters_of,
    shown_view,
    view_name,
    with_filter,
    without_filters,
)
from iq_desktop.wording.text import Text, say
from tests.support.tongues import english, german

FILTERS = filters_of(FilterValues(("ar", "uk"), ("SY",), ("a1", "gone")), [Adviser("a1", "A. Krüger")])


def test_every_filter_is_a_field_of_the_question_with_answers_in_words() -> None:
    for one in FILTERS:
        assert hasattr(CaseQuery(), one.name)
        assert one.answers
        assert all(german().speak(words) for _answer, words in one.answers)
        for answer, words in one.answers:
            assert active_filters(with_filter(CaseQuery(), one.name, answer), FILTERS) == (
                (one.name, _said(one, words)),
            )


def _said(one: Filter, words: Text) -> Text:
    return say("{label}: {answer}", label=one.label, answer=words)


def test_filters_are_combined_and_taken_away_one_by_one() -> None:
    query = with_filter(with_filter(CaseQuery(words="Yara"), "language", "ar"), "niq", NiqLight.RED)
    told = [english().speak(words) for _name, words in active_filters(query, FILTERS)]
    assert told == ["NIQ: cannot be reported yet", "Language: Arabic"]
    assert with_filter(query, "language", None) == CaseQuery(words="Yara", niq=NiqLight.RED)
    assert without_filters(query) == CaseQuery(words="Yara")


def test_an_adviser_who_left_is_told_by_identity_and_my_cases_come_first() -> None:
    adviser = FILTERS[0]
    assert [answer for answer, _words in adviser.answers] == [ME, "a1", "gone"]
    assert english().speak(adviser.words_of("gone") or BUILT_IN[0].query.order[0].label) == "gone"


@pytest.mark.parametrize("view", BUILT_IN, ids=lambda view: view.id)
def test_views_that_are_always_there_have_a_name_and_know_themselves(view: CaseView) -> None:
    assert german().speak(view_name(view)) != view.name
    assert shown_view(view.query, ("name",), BUILT_IN) is view
    assert shown_view(with_filter(view.query, "language", "ar"), (), BUILT_IN) is None


def test_a_view_with_columns_of_its_own_is_another_one() -> None:
    mine = CaseView("Ukraine", CaseQuery(language="uk", sort=CaseSort.NAME), ("name", "number"))
    views = (*BUILT_IN, mine)
    assert shown_view(CaseQuery(words="x", language="uk", sort=CaseSort.NAME), ("name", "number"), views) is mine
    assert shown_view(mine.query, ("name",), views) is None
    assert english().speak(view_name(mine)) == "Ukraine"


def test_all_cases_with_columns_of_its_own_can_be_told_from_all_cases() -> None:
    mine = CaseView("Short", CaseQuery(), ("name", "number"))
    views = (*BUILT_IN, mine)
    assert shown_view(CaseQuery(), ("name", "number"), views) is mine
    for columns in ((), ("name",)):
        assert shown_view(CaseQuery(), columns, views) is BUILT_IN[0]
