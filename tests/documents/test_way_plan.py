"""The ways on paper."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.app.sample import sample_case
from iq_desktop.documents.blocks import Facts, Heading, KeepTogether, Listing, Sentences, TickTable
from iq_desktop.documents.occasion import Occasion
from iq_desktop.documents.spans import Spans
from iq_desktop.documents.way_plan import make_way_plan
from iq_desktop.domain.centre import Adviser, Centre
from iq_desktop.domain.way_wish import WayKind
from tests.support.planned import a_plan
from tests.support.tongues import english

if TYPE_CHECKING:
    from iq_desktop.documents.blocks import Document
    from iq_desktop.domain.way import Plan
    from iq_desktop.wording.text import Text

DAY = dt.date(2026, 11, 3)


def made(plan: Plan | None) -> Document:
    occasion = Occasion(Centre("Beratungsstelle Beispiel"), Adviser("a", "Ute Beispiel"), DAY, plan=plan)
    return make_way_plan(sample_case(), occasion)


def said(words: object) -> str:
    return english().speak(words)  # type: ignore[arg-type]  # a text


def one_of(document: Document, kind: type, number: int = 0) -> object:
    return [block for block in document.blocks if isinstance(block, kind)][number]


def headings(document: Document) -> list[str]:
    flat = [one for block in document.blocks for one in (block.blocks if isinstance(block, KeepTogether) else (block,))]
    return [said(block.words) for block in flat if isinstance(block, Heading)]


def test_a_case_without_a_plan_says_so() -> None:
    for plan in (None, a_plan(ways=(), closed=())):
        assert [said(one.words) for one in made(plan).blocks if isinstance(one, Sentences)] == [
            "No way was worked out yet."
        ]


def test_every_way_has_its_row_and_the_chosen_one_says_so() -> None:
    table = one_of(made(a_plan(chosen=WayKind.EVALUATION)), Listing)
    assert isinstance(table, Listing)
    rows = [[said(cell) for cell in row] for row in table.rows]
    assert [row[0] for row in rows] == [
        "Recognition with an adaptation course",
        "Recognition with an examination · to be checked",
        "Certificate evaluation and work · Chosen",
        rows[3][0],
        "Shortened training for adults (retraining) · to be checked",
    ]
    assert rows[1][1:] == [
        "August 2027 at the earliest, December 2027 at the latest",
        "900 to 1,900 euros, 2 costs are still open",
        "B2",
        "seldom succeeds at once",
    ]


def test_the_chosen_way_lies_on_the_calendar_else_the_best_one() -> None:
    assert "The steps: Recognition with an adaptation course" in headings(made(a_plan()))
    assert "The steps: Certificate evaluation and work" in headings(made(a_plan(chosen=WayKind.EVALUATION)))
    assert "The steps: Recognition with an adaptation course" in headings(made(a_plan(chosen=WayKind.FOUNDING)))


def test_the_calendar_tells_in_words_what_its_bars_show() -> None:
    spans = one_of(made(a_plan()), Spans)
    assert isinstance(spans, Spans)
    course, decision = spans.rows[2], spans.rows[3]
    assert said(course.where) == "Not before Dec 1, 2026"
    assert not course.is_doubtful
    assert said(decision.where) == "period of the law"
    assert said(spans.rows[0].where) == "to be checked"
    assert spans.rows[0].is_doubtful
    for row in spans.rows:
        assert 0 <= row.begin <= row.sure_begin <= row.sure_end <= row.end <= 1
        assert said(row.when).count("2027") + said(row.when).count("2026") + said(row.when).count("2028") >= 1
    places = [place for place, _words in spans.marks]
    assert places == sorted(places)
    assert 2 <= len(places) <= 9


@pytest.mark.parametrize("last", [10, 60, 400, 2000])
def test_years_are_named_where_they_begin_and_few_months_have_lines(last: int) -> None:
    plan = a_plan()
    assert plan.best is not None
    end = plan.made_on + dt.timedelta(days=last)
    way = replace(plan.best, steps=(replace(plan.best.steps[0], ends_on=end, latest_on=end),), latest_on=end)
    spans = one_of(made(replace(plan, ways=(way,))), Spans)
    assert isinstance(spans, Spans)
    years = [int(words) for _place, words in spans.marks if words]
    assert years == sorted(set(years))
    assert {end.year} <= set(years) or years == [DAY.year]
    assert len(spans.marks) - len(years) <= 7


def test_the_first_steps_have_boxes() -> None:
    groups = [block for block in made(a_plan()).blocks if isinstance(block, KeepTogether)]
    table = groups[0].blocks[1]
    assert isinstance(table, TickTable)
    assert next(said(row.words) for row in table.rows) == "Zeugnisse übersetzen, by Nov 23, 2026"
    assert [row.number for row in table.rows] == [1, 2, 3, 4]


def test_what_is_missing_and_what_is_closed_is_told_with_the_stand() -> None:
    document = made(a_plan())
    assert headings(document)[-2:] == ["Still to be asked", "Not possible now"]
    closed = one_of(document, Listing, 1)
    assert isinstance(closed, Listing)
    assert [said(row[1]) for row in closed.rows] == ["Die Person ist schon in Deutschland.", "Es fehlt die Erlaubnis."]
    assert said(document.blocks[-1].words).startswith("Rules as of")  # type: ignore[union-attr]  # a sentence
    without = made(a_plan(checked_on=None))
    assert said(without.blocks[-1].words) == "The offices decide."  # type: ignore[union-attr]  # a sentence


def test_the_hoped_for_day_stands_with_the_aim() -> None:
    facts = one_of(made(a_plan()), Facts)
    assert isinstance(facts, Facts)
    assert [said(label) for label, _value in facts.rows] == ["The aim", "Today", "Hoped for by"]
    words: list[Text | object] = [block.words for block in made(a_plan()).blocks if isinstance(block, Sentences)]
    assert any("Later than hoped for" in said(one) for one in words)
