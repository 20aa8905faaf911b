"""The comparison of tasks on paper: what is chosen, each task with its mark, and that it decides nothing."""

from __future__ import annotations

from dataclasses import replace

from iq_desktop.documents.blocks import Facts, Listing, Sentences
from iq_desktop.documents.kinds import find_document_kind
from iq_desktop.documents.occasion import Occasion
from iq_desktop.documents.task_comparison import comparison_parts, make_task_comparison
from iq_desktop.domain.comparison import Mark
from tests.documents.reading import spoken
from tests.support.builders import TODAY
from tests.support.compared import a_compared_case
from tests.support.fakes import ADVISER, CENTRE
from tests.support.full_cases import an_empty_case

OCCASION = Occasion(CENTRE, ADVISER, TODAY)


def test_what_was_decided_on_comes_first() -> None:
    case = a_compared_case()
    assert [one.id for one in comparison_parts(case)] == ["comparison-1", "comparison-2"]
    first, second = case.comparisons
    turned = replace(case, comparisons=(replace(first, is_chosen=False), replace(second, is_chosen=True)))
    assert comparison_parts(turned)[0].id == "comparison-2"


def test_every_task_stands_there_with_its_mark_and_what_shows_it() -> None:
    sheet = make_task_comparison(a_compared_case(), OCCASION)
    tasks = next(one for one in sheet.blocks if isinstance(one, Listing))
    assert [spoken(row[1]) for row in tasks.rows] == ["fits"] * 3 + ["is missing"] * 2 + ["open"] * 2
    assert spoken(tasks.rows[0][2]) == "Leitungen im Wohnhaus verlegt"
    facts = next(one for one in reversed(sheet.blocks) if isinstance(one, Facts))
    assert "§ 1 Abs. 2 HwO, Anlage A" in [spoken(words) for _, words in facts.rows]
    assert Mark.OPEN.label.message == "open"


def test_what_shows_nothing_yet_stands_there_as_well() -> None:
    sheet = make_task_comparison(a_compared_case(), OCCASION)
    further = [one for one in sheet.blocks if isinstance(one, Listing)][1]
    words = [spoken(row[0]) for row in further.rows]
    assert "Zähler eingebaut" in words
    assert "eigene Lehrlinge angeleitet" in words
    assert "nach Plan verdrahtet" not in words


def test_the_part_that_was_chosen_is_told() -> None:
    sheet = make_task_comparison(a_compared_case(), replace(OCCASION, part="comparison-2"))
    assert any("Leitständen" in spoken(cell) for one in sheet.blocks if isinstance(one, Listing) for row in one.rows
               for cell in row)  # fmt: skip


def test_it_says_that_it_decides_nothing() -> None:
    assert "no legal assessment" in make_task_comparison(a_compared_case(), OCCASION).footnote.message
    (only,) = make_task_comparison(an_empty_case(), OCCASION).blocks
    assert isinstance(only, Sentences)


def test_it_is_among_the_documents() -> None:
    kind = find_document_kind("task-comparison")
    assert kind is not None
    assert kind.parts(a_compared_case())
