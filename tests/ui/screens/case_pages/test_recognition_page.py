"""The page Recognition, as an adviser uses it: procedures begun, steps noted with one press, clocks read off."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit

from iq_desktop.domain.cost import Funding
from iq_desktop.domain.procedure import ProcedureKind
from iq_desktop.domain.procedure import StepKind as Step
from tests.support.full_cases import a_usual_case, an_empty_case
from tests.support.memory_calendars import MemoryCalendars

if TYPE_CHECKING:
    from iq_desktop.ui.screens.parts.procedure_row import ProcedureRow
    from iq_desktop.ui.screens.recognition_page import RecognitionPage
    from tests.ui.screens.case_pages.conftest import Office


def row_of(page: RecognitionPage) -> ProcedureRow:
    """Return the row of the newest procedure."""
    rows: dict[str, ProcedureRow] = page.sections["procedures"].rows.rows
    return next(iter(rows.values()))


def note(office: Office, page: RecognitionPage, step: Step, day: str) -> None:
    """Type a day and press what happened."""
    following = row_of(page).next
    line: Any = following.day.editor.findChild(QLineEdit)
    line.setFocus()
    line.setText("")
    office.type(line, day)
    office.click(following.buttons[step])


def count(office: Office) -> int:
    """Return how many steps lie in the vault."""
    return len(office.stored.procedure_steps)


def undo(office: Office) -> None:
    """Press Undo in the banner."""
    assert office.banner.act is not None
    office.banner.act()


def test_one_press_begins_a_procedure_with_the_cursor_in_it(office: Office) -> None:
    page = office.open("recognition", an_empty_case())
    part = page.sections["procedures"]
    assert not part.calendar.isVisible()
    office.click(part.begin_buttons[ProcedureKind.RECOGNITION])
    (procedure,) = office.stored.procedures
    assert procedure.kind is ProcedureKind.RECOGNITION
    row = row_of(page)
    assert not row.about.is_folded
    assert row.about.isAncestorOf(page.focusWidget())
    assert list(row.next.buttons) == [Step.APPLICATION_SENT]
    assert part.calendar.isVisible()


def test_what_happened_is_noted_with_a_day_and_one_press(office: Office) -> None:
    grant = Funding(applied_on=dt.date(2026, 9, 1))
    page = office.open("recognition", replace(an_empty_case(), fundings=(grant,)))
    office.click(page.sections["procedures"].begin_buttons[ProcedureKind.RECOGNITION])
    note(office, page, Step.APPLICATION_SENT, "1.10.2026")
    note(office, page, Step.COMPLETE, "5.10.2026")
    assert [(step.kind, step.day) for step in office.stored.procedure_steps] == [
        (Step.APPLICATION_SENT, dt.date(2026, 10, 1)),
        (Step.COMPLETE, dt.date(2026, 10, 5)),
    ]
    strips = list(row_of(page).clocks.rows.values())
    assert [strip.title.text() for strip in strips] == ["Confirmation of receipt", "Decision of the body"]
    assert strips[1].until.text() == "until Jan 5, 2027"
    assert strips[1].how_far.text() == "day 29 of 92 · 63 days left · it is the body's turn"
    assert strips[1].basis.text() == "By § 6 (3) sentence 1 BQFG"
    assert "day 29 of 92" in strips[1].accessibleName()
    told = office.banner.told[-1]
    assert told == "Noted: Papers complete"
    undo(office)
    assert [step.kind for step in office.stored.procedure_steps] == [Step.APPLICATION_SENT]


def test_a_step_that_cannot_follow_that_day_is_refused_with_its_reason(office: Office) -> None:
    page = office.open("recognition")
    before = office.case.procedure_steps
    note(office, page, Step.EXTENDED, "1.1.2026")
    assert office.case.procedure_steps == before
    assert office.banner.told[-1] == "“Longer period announced” needs an application first."


def test_a_procedure_tells_its_pauses_and_where_the_period_stands(office: Office) -> None:
    page = office.open("recognition")
    (strip,) = row_of(page).clocks.rows.values()
    assert strip.how_far.text() == "day 28 of 91 · paused 15 days · 63 days left · it is the body's turn"
    assert row_of(page).about.line.line.end.message == "Papers complete, the body decides"
    assert row_of(page).result.text() == "For NIQ: Not decided yet"
    assert [row.value.kind for row in row_of(page).steps.rows.values()] == [
        step.kind for step in a_usual_case().procedure_steps
    ]


def test_an_overdue_clock_says_what_one_can_do(office: Office) -> None:
    long_ago = tuple(replace(step, day=dt.date(2026, 3, 2), until=None) for step in a_usual_case().procedure_steps[:3])
    page = office.open("recognition", replace(a_usual_case(), procedure_steps=long_ago))
    (strip,) = row_of(page).clocks.rows.values()
    assert strip.mark.kind == "danger"
    assert "154 days overdue" in strip.how_far.text()
    assert strip.advice.isVisible()
    assert strip.advice.text().startswith("Ask the body in writing how far it is. An action")


def test_steps_and_procedures_are_removed_and_brought_back(office: Office) -> None:
    page = office.open("recognition")
    row = row_of(page)
    office.click(row.steps.rows["step-5"].remove)
    assert count(office) == 4
    undo(office)
    assert count(office) == 5
    office.click(row.about.remove)
    gone = office.stored
    assert (gone.procedures, gone.procedure_steps) == ((), ())
    undo(office)
    assert count(office) == 5


def test_a_wrong_day_of_a_step_stands_at_its_field_and_on_the_page(office: Office) -> None:
    steps = list(a_usual_case().procedure_steps)
    steps[3] = replace(steps[3], until=dt.date(2026, 10, 1))
    page = office.open("recognition", replace(a_usual_case(), procedure_steps=tuple(steps)))
    assert page.still_open.isVisible()
    row = row_of(page).steps.rows["step-4"]
    row.unfold()
    assert row.fields is not None
    assert row.fields.frames["until"].note.text() == "This day lies before the step."
    office.click(page.still_open)
    assert page.sections["procedures"].isAncestorOf(page.focusWidget())


def test_a_result_from_before_the_counselling_goes_over_to_the_qualification(office: Office) -> None:
    case = a_usual_case()
    earlier = replace(case.procedures[0], started_through_us=False)
    page = office.open("recognition", replace(case, procedures=(earlier,)))
    row = row_of(page)
    assert row.take_over.isVisible()
    office.click(row.take_over)
    assert office.stored.qualifications[0].equivalence_result is not None
    assert not row.take_over.isVisible()


def test_the_dates_go_out_as_a_calendar(office: Office) -> None:
    page = office.open("recognition")
    part = page.sections["procedures"]
    office.ask.place_to_save = Path("IQ-2026-0001.ics")
    office.click(part.calendar)
    office.settle()
    assert isinstance(office.desk.calendars, MemoryCalendars)
    days = office.desk.calendars.files["IQ-2026-0001.ics"]
    assert days
    assert not any("Al-Khatib" in day.title for day in days)
    part.with_names.setChecked(True)
    office.click(part.calendar)
    office.settle()
    assert any("Al-Khatib" in day.title for day in office.desk.calendars.files["IQ-2026-0001.ics"])


def test_the_way_from_today_leads_to_what_may_follow(office: Office) -> None:
    page = office.open("recognition")
    page.go_to("recognition.steps")
    assert row_of(page).next.isAncestorOf(page.focusWidget())
    page.go_to("recognition.body_name")
    assert row_of(page).about.isAncestorOf(page.focusWidget())
    page.go_to("procedures")
    assert page.sections["procedures"].begin_card.isAncestorOf(page.focusWidget())


def test_a_procedure_is_about_the_qualification_that_is_chosen(office: Office) -> None:
    case = a_usual_case()
    second = replace(case.qualifications[0], id="second", title_de="Buchhalterin", title_original="")
    page = office.open("recognition", replace(case, qualifications=(*case.qualifications, second)))
    row = row_of(page)
    row.about.unfold()
    editor: Any = row.subject.editor
    assert editor.box.count() == 3
    editor.box.setCurrentIndex(2)
    editor.box.activated.emit(2)
    assert office.stored.procedures[0].qualification_id == "second"
    editor.box.setCurrentIndex(0)
    editor.box.activated.emit(0)
    assert office.stored.procedures[0].qualification_id == ""
