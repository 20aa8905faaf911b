"""Answer sheets: printed with a code, found by it, and brought back line by line."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from iq_desktop.domain.instrument import Ask
from iq_desktop.domain.sheet_code import sheet_code
from iq_desktop.domain.sheet_lines import sheet_lines
from iq_desktop.pdf.printer import PdfPrinter
from iq_desktop.usecases.sheets import (
    SheetAnswers,
    UnknownSheet,
    draw_up_sheet,
    find_sheet,
    lines_of_sheet,
    note_sheet,
    ranked_sections,
    with_sheet,
)
from iq_desktop.usecases.talk import begin_talk, continue_talk, keep_talk
from tests.support.fakes import a_desk
from tests.support.full_cases import a_usual_case
from tests.support.memory_instruments import MemoryRuns, memory_instruments
from tests.support.talks import a_pack, a_talk

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.usecases.desk import Desk


@pytest.fixture
def desk(project_folder: Path) -> Desk:
    printer = PdfPrinter(project_folder / "resources" / "fonts")
    return a_desk(project_folder / "translations", [a_usual_case()], instruments=memory_instruments(), printer=printer)


def with_runs(desk: Desk, case_id: str) -> Desk:
    """Return the desk with a finder that knows the runs of a case as they are now."""
    case = desk.cases.get(case_id)
    return replace(
        desk, instruments=replace(desk.instruments, runs=MemoryRuns({case_id: [one.id for one in case.runs]}))
    )


def test_a_sheet_is_printed_in_both_languages_and_its_code_finds_the_talk_again(desk: Desk) -> None:
    case = desk.cases.get(a_usual_case().id)
    talk = begin_talk(desk, case, a_pack("key-competences"))
    case = keep_talk(desk, case, talk).case
    printed, run = draw_up_sheet(desk, case, talk), talk.run
    note_sheet(desk, case, printed)
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(printed.pdf)).pages)
    assert printed.code == sheet_code(run.id)
    assert printed.code in text
    assert "Ich höre anderen gut zu." in text
    assert case.client.family_name not in text
    assert find_sheet(with_runs(desk, case.id), printed.code.lower().replace("-", " ")) == (case.id, run.id)
    assert continue_talk(desk, case, run.id).answers == ()


def test_an_anonymous_sheet_has_neither_code_nor_case(desk: Desk) -> None:
    case = a_usual_case()
    printed = draw_up_sheet(desk, case, begin_talk(desk, case, a_pack("satisfaction")))
    assert printed.code == ""
    text = PdfReader(io.BytesIO(printed.pdf)).pages[0].extract_text()
    assert a_usual_case().number not in text


@pytest.mark.parametrize(("typed", "words"), [("", "not the code"), ("0000-0001", "not the code")])
def test_a_slip_is_told_from_a_sheet_that_is_not_here(desk: Desk, typed: str, words: str) -> None:
    with pytest.raises(UnknownSheet) as told:
        find_sheet(desk, typed)
    assert words in told.value.text.message
    with pytest.raises(UnknownSheet) as told:
        find_sheet(desk, sheet_code("a run of another centre"))
    assert "no answer sheet" in told.value.text.message


def test_answers_of_a_sheet_stand_in_the_talk_as_if_they_were_given_on_the_screen() -> None:
    talk = a_talk("key-competences")
    lines = lines_of_sheet(talk)
    sheet = SheetAnswers({1: 3, 2: 3, 5: 1}, {"strongest": (2, 1)}, {f"examples.{lines[1].item.code}": " Im Laden. "})
    told = with_sheet(talk, sheet).told
    assert told[lines[0].question].value == 3
    assert told[lines[4].question].value == 1
    assert lines[2].question not in told
    assert told[f"strongest.{lines[1].item.code}"].value == 1
    assert told[f"examples.{lines[1].item.code}"].words == "Im Laden."


def test_a_corrected_sheet_replaces_answers_and_keeps_their_identity() -> None:
    talk = with_sheet(a_talk("digital-skills"), SheetAnswers({1: 2, 2: 4}, {}, {}))
    first = {one.question: one.id for one in talk.answers}
    again = with_sheet(talk, SheetAnswers({1: 3}, {}, {}))
    assert [one.value for one in again.answers] == [3, 4]
    assert {one.question: one.id for one in again.answers} == first


@pytest.mark.parametrize(
    "sheet",
    [SheetAnswers({1: 9}, {}, {}), SheetAnswers({}, {"strongest": (1, 1)}, {})],
    ids=["no such box", "a line twice"],
)
def test_what_cannot_stand_on_the_sheet_is_refused(sheet: SheetAnswers) -> None:
    with pytest.raises(ValueError, match=r"a line|a ranking"):
        with_sheet(a_talk("key-competences"), sheet)


def test_a_language_is_the_whole_list_on_paper_and_a_ranking_has_no_line_of_its_own() -> None:
    assert sum(line.section == "statements" for line in sheet_lines(a_pack("language-talk"))) == 90
    pack = a_pack("key-competences")
    assert ranked_sections(pack) == ("strongest",)
    asked = {section.code: section.ask for section in pack.sections}
    assert {asked[line.section] for line in sheet_lines(pack)} == {Ask.SORT}
