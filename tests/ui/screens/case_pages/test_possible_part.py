"""The section of what is possible: verdicts, reasons, questions that are told here, links to other pages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt

from iq_desktop.domain.fact_choices import YesNo
from iq_desktop.domain.qualification import Qualification, WorkPeriod
from iq_desktop.domain.rule import RouteGroup
from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.kit.speaking import speak_tree
from iq_desktop.usecases.rules import change_rules, list_rules
from tests.catalogues.test_rules import octets, rule_with
from tests.support.full_cases import a_usual_case, an_empty_case
from tests.support.memory_rules import memory_rules
from tests.support.tongues import german
from tests.ui.conftest import nameless

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.ui.screens.parts.verdict_row import VerdictRow
    from tests.ui.screens.case_pages.conftest import Office


@pytest.fixture
def few_rules(office: Office, tmp_path: Path) -> Office:
    """A desk whose program brings one pack: closed where somebody is learned, else open with German."""
    folder = tmp_path / "rules"
    folder.mkdir()

    def change(pack: dict[str, Any]) -> None:
        rule_with(when={"fact": "is_learned", "is": True})(pack)
        pack["rules"][1] |= {"when": {"fact": "german_level", "at_least": "A1"}, "displaces": []}

    (folder / "trial.json").write_bytes(octets(change))
    office.desk = replace(office.desk, rules=memory_rules(folder))
    return office


def part_of(page: Any) -> Any:
    return page.sections["possible"]


def the_row(page: Any) -> VerdictRow:
    rows: list[VerdictRow] = list(part_of(page).rows.values())
    return rows[0]


def test_every_route_of_the_program_has_a_line_in_its_group(office: Office) -> None:
    page = office.open("recognition", height=900)
    part = part_of(page)
    assert len(part.rows) > 10
    assert all(row.line.accessibleName() for row in part.rows.values())
    assert {group for group, heading in part.headings.items() if heading.isVisible()} == set(RouteGroup)
    assert not part.waiting.isVisible()
    assert clipped(page) == []
    assert nameless(part) == []


def test_an_answer_is_kept_and_changes_the_verdict_and_undo_takes_it_back(few_rules: Office) -> None:
    office = few_rules
    page = office.open("recognition")
    row = the_row(page)
    assert "cannot be said yet" in row.line.accessibleName()
    office.click(row.line)
    questions = row.questions
    assert questions is not None
    pills = questions.frames["is_learned"].editor.pills  # type: ignore[attr-defined]  # buttons for yes and no
    office.click(pills[YesNo.NO])
    (told,) = office.stored.told_facts
    assert (told.fact, told.value, told.subject_id) == ("is_learned", "no", row.verdict.subject_id)
    assert ", possible" in row.line.accessibleName()
    assert row.reasons[0].sentence.text() == "Only from 25."
    assert "§ 50b Abs. 2 Nr. 4 BBiG" in row.reasons[0].place.text()
    office.click(pills[YesNo.YES])
    assert "not possible" in row.line.accessibleName()
    assert questions.frames["is_learned"].isVisible(), "what was answered can be corrected"
    office.open_case.undo()
    office.open_case.undo()
    office.settle()
    assert office.stored.told_facts == ()
    assert "cannot be said yet" in row.line.accessibleName()


def test_the_kinds_of_courses_are_named_with_their_units(few_rules: Office) -> None:
    office = few_rules
    page = office.open("recognition")
    row = the_row(page)
    office.click(row.line)
    assert row.courses is not None, "the ground holds already"
    assert row.courses.text() == "Fitting kinds of courses: Integration course (600 units)"
    assert row.questions is not None
    office.click(row.questions.frames["is_learned"].editor.pills[YesNo.YES])  # type: ignore[attr-defined]  # see above
    assert not row.courses.isVisible(), "a closed route fits no course"


def test_what_another_page_asks_is_a_link_that_leads_there(few_rules: Office) -> None:
    office = few_rules
    page = office.open("recognition", replace(a_usual_case(), languages=()))
    led: list[tuple[str, str]] = []
    page.page_wanted.connect(lambda name, field: led.append((name, field)))
    row = the_row(page)
    office.press(row.line, Qt.Key.Key_Space)
    assert row.questions is not None
    office.click(row.questions.links["german_level"])
    assert led == [("languages", "languages")]


def test_a_link_about_a_qualification_leads_to_its_row(office: Office) -> None:
    training = Qualification(title_de="Gesellenbrief", id="q1")
    page = office.open("recognition", replace(an_empty_case(), qualifications=(training,)), height=1200)
    led: list[tuple[str, str]] = []
    page.page_wanted.connect(lambda name, field: led.append((name, field)))
    row = part_of(page).rows["recognition", "q1"]
    office.click(row.line)
    assert row.questions is not None
    links = row.questions.links
    code = next(code for code in links if code.startswith("qualification_"))
    links[code].click()
    assert led[0][0] == "papers"
    assert led[0][1].startswith("q1.")


def test_going_to_a_fact_puts_the_cursor_there(few_rules: Office) -> None:
    page = few_rules.open("recognition")
    page.go_to("is_learned")
    row = the_row(page)
    assert not row.is_folded
    assert row.questions is not None
    assert row.questions.frames["is_learned"].isAncestorOf(page.window().focusWidget())
    with pytest.raises(KeyError):
        part_of(page).go_to("shoe_size")


def test_rows_stay_where_they_are_and_go_with_their_subject(few_rules: Office) -> None:
    office = few_rules
    works = (WorkPeriod(title_de="Bäcker", id="w1"), WorkPeriod(title_de="Fahrer", id="w2"))
    page = office.open("recognition", replace(an_empty_case(), works=works))
    part = part_of(page)
    first = part.rows["validation", "w1"]
    office.open_case.change(replace(office.case, works=works[:1]))
    office.settle()
    assert list(part.rows) == [("validation", "w1")]
    assert part.rows["validation", "w1"] is first


def test_old_and_changed_rules_are_told_and_count_at_once(few_rules: Office) -> None:
    office = few_rules
    page = office.open("recognition", replace(a_usual_case(), languages=()))
    part = part_of(page)
    assert not part.old.isVisible()
    pack = list_rules(office.desk)[0].pack
    changes = change_rules(office.desk, replace(pack, checked_on=pack.checked_on.replace(year=2024), verified=False))
    office.announcements.announce(changes)
    office.settle()
    assert part.old.isVisible()
    assert "more than six months ago" in part.old.text.text()


def test_a_language_that_is_switched_speaks_reasons_too(few_rules: Office) -> None:
    office = few_rules
    page = office.open("recognition")
    row = the_row(page)
    office.click(row.line)
    assert row.questions is not None
    office.click(row.questions.frames["is_learned"].editor.pills[YesNo.NO])  # type: ignore[attr-defined]  # see above
    speak_tree(page, german())
    assert row.reasons[0].sentence.text() == "Erst ab 25."
    assert "möglich" in row.line.accessibleName()
