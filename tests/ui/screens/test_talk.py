"""The talk in the window: instruments of a case, both screens in step, undo, languages, results, what is taken over."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from iq_desktop.domain.instrument import Rater
from iq_desktop.domain.talk_conversation import present_question
from iq_desktop.ui.client_view.shown import Given
from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.screens.competences_page import CompetencesPage
from iq_desktop.ui.screens.languages_page import LanguagesPage
from iq_desktop.ui.screens.parts.talk_words import minutes_for
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say
from tests.support.chance import seeded
from tests.support.talks import a_pack, an_answer, codes_of_packs
from tests.ui.conftest import nameless

if TYPE_CHECKING:
    from iq_desktop.domain.talk_conversation import Conversation
    from iq_desktop.ui.client_view.stage import ClientStage
    from iq_desktop.ui.screens.parts.talk_corner import TalkCorner
    from iq_desktop.ui.screens.talk import TalkScreen
    from tests.support.office import OfficeCases
    from tests.ui.conftest import Office

CASE = "case-1"


def corner_of(office: Office, page: str = "competences") -> TalkCorner:
    """Open a case at a page and return its talk."""
    office.open(CASE, page)
    found = office.window.case_view.page
    assert isinstance(found, CompetencesPage | LanguagesPage)
    office.settle()
    return found.talks


def begin(
    office: Office, code: str = "key-competences", rater: Rater = Rater.SELF, page: str = "competences"
) -> TalkScreen:
    """Begin a talk and go past its first words."""
    corner = corner_of(office, page)
    corner.begin(a_pack(code), rater)
    screen = corner.screen
    assert screen is not None
    screen.pane.next_button.click()
    office.settle()
    return screen


def talk_of(screen: TalkScreen) -> Conversation:
    assert screen.talk is not None
    return screen.talk


def stage_of(office: Office) -> ClientStage:
    stage = office.window.place.stage
    assert stage is not None
    return stage


def go_through(office: Office, screen: TalkScreen, seed: int = 3) -> None:
    """Answer everything at random and finish."""
    chance = seeded(seed)
    while screen.talk is not None and present_question(screen.talk) is not None:
        screen.take(an_answer(screen.talk, chance))
    screen.pane.next_button.click()
    office.settle()


def test_the_page_lists_what_belongs_to_it(office: Office) -> None:
    here = set(corner_of(office).card.list.rows)
    assert {"key-competences", "biography", "interests", "work-sample", "satisfaction"} <= here
    assert "language-talk" not in here
    assert set(corner_of(office, "languages").card.list.rows) == {"language-talk"}


def test_each_answer_lies_in_the_vault_and_is_one_step_to_undo(office: Office) -> None:
    screen = begin(office)
    for _ in range(3):
        office.press(Qt.Key.Key_3) if screen.pane.hasFocus() else screen.pane.view.steps.shown[2].click()
        office.settle()
    case = office.window.open_case.case
    assert [answer.value for answer in case.answers] == [3, 3, 3]
    assert office.window.open_case.is_saved
    office.window.steps.undo()
    office.settle()
    assert len(talk_of(screen).answers) == 2
    question = present_question(talk_of(screen))
    assert question is not None
    assert question.item == a_pack("key-competences").sections[0].items[2]


def test_an_answer_waits_until_the_one_before_lies_in_the_vault(office: Office, office_cases: OfficeCases) -> None:
    screen = begin(office)
    going = Event()
    office_cases.before_save = going.wait
    screen.pane.view.steps.shown[2].click()
    QApplication.processEvents()
    second = present_question(talk_of(screen))
    for _ in range(3):
        screen.pane.view.steps.shown[0].click()
        QApplication.processEvents()
    assert present_question(talk_of(screen)) == second
    going.set()
    office.settle()
    assert [answer.value for answer in office.window.open_case.case.answers] == [3, 1]


def test_a_vault_that_refuses_holds_no_talk_up(office: Office, office_cases: OfficeCases) -> None:
    screen = begin(office)
    office_cases.fail_with = IqError(say("The disk is full."))
    for _ in range(3):
        screen.pane.view.steps.shown[1].click()
        office.settle()
    assert len(talk_of(screen).answers) == 3
    office_cases.fail_with = None
    office.window.open_case.save_now()
    office.settle()
    assert office.window.open_case.is_saved


def test_both_screens_are_in_step(office: Office) -> None:
    screen, stage = begin(office), stage_of(office)
    screen.guide.turn.click()
    office.settle()
    assert stage.place is not None
    assert stage.place.isVisible()
    stage.place.pane.view.steps.shown[0].click()
    office.settle()
    assert stage.place.pane.shown == screen.pane.shown
    assert len(office.window.open_case.case.answers) == 1
    stage.place.pane.back_button.click()
    office.settle()
    assert stage.place.pane.shown == screen.pane.shown
    assert screen.pane.shown is not None
    assert screen.pane.shown.cards[0].chosen == 1


def test_f9_turns_the_screen_while_a_talk_goes_on_and_only_then(office: Office) -> None:
    corner_of(office)
    office.press(Qt.Key.Key_F9)
    assert not stage_of(office).is_turned
    begin(office)
    office.press(Qt.Key.Key_F9)
    assert stage_of(office).is_turned


def test_another_language_in_mid_talk_keeps_every_answer(office: Office) -> None:
    screen = begin(office)
    screen.take(Given(value=2))
    screen.take(Given(value=3))
    office.settle()
    for language in ("uk", "ar", "tr", "de_simple"):
        screen.guide.language_chosen.emit(language)
        office.settle()
        assert [answer.value for answer in office.window.open_case.case.answers] == [2, 3]
        assert office.window.open_case.case.runs[0].language == language
        assert screen.pane.shown is not None
        assert screen.pane.shown.heading.theirs.language == language


def test_an_unreviewed_translation_is_marked_for_the_adviser_alone(office: Office) -> None:
    screen = begin(office)
    assert screen.guide.unreviewed.isVisible()
    screen.guide.turn.click()
    office.settle()
    place = stage_of(office).place
    assert place is not None
    assert screen.guide.unreviewed.text() not in {
        label.accessibleName() for label in place.findChildren(type(screen.guide.unreviewed))
    }


def test_what_was_begun_goes_on_where_it_was(office: Office) -> None:
    screen = begin(office)
    screen.take(Given(value=1))
    screen.guide.pause.click()
    office.settle()
    corner = corner_of(office)
    assert not corner.is_talking
    run = office.window.open_case.case.runs[0]
    assert not run.is_finished
    corner.open_run(run)
    office.settle()
    assert len(talk_of(screen).answers) == 1


def test_parts_can_be_jumped_to_and_put_off_questions_come_again(office: Office) -> None:
    screen = begin(office, "conditions")
    question = present_question(talk_of(screen))
    assert question is not None
    screen.take(Given(is_not_now=True))
    go_on = [one.key for one in talk_of(screen).questions]
    screen.guide.section_wanted.emit(talk_of(screen).instrument.sections[-1].code)
    later = present_question(talk_of(screen))
    assert later is not None
    assert later.key in go_on
    assert later.section == talk_of(screen).instrument.sections[-1]
    chance = seeded(1)
    while (now := present_question(talk_of(screen))) is not None:
        screen.take(an_answer(talk_of(screen), chance))
        assert now.key != question.key
    assert screen.guide.again.isVisibleTo(screen.guide.foot)
    screen.guide.again.click()
    again = present_question(talk_of(screen))
    assert again is not None
    assert again.key == question.key


@pytest.mark.parametrize("code", codes_of_packs())
def test_each_instrument_ends_in_results_without_an_average(office: Office, code: str) -> None:
    pack = a_pack(code)
    page = "languages" if pack.subject == "language" else "competences"
    screen = begin(office, code, pack.raters[0], page)
    assert clipped(screen) == []
    assert nameless(screen) == []
    go_through(office, screen)
    results = corner_of(office, page).results
    case = office.window.open_case.case
    if pack.is_anonymous:
        assert not case.runs
        assert not case.answers
        return
    assert case.runs[0].is_finished
    assert results.isVisible()
    assert results.blocks
    assert clipped(results) == []
    assert nameless(results) == []


def test_self_and_adviser_stand_side_by_side(office: Office) -> None:
    go_through(office, begin(office, rater=Rater.ADVISER), 1)
    go_through(office, begin(office), 2)
    results = corner_of(office).results
    assert [view.talk.run.rater for view in results.views] == [Rater.SELF, Rater.ADVISER]
    titles = [part.block.title.message for part in results.blocks]
    assert "Where the views differ" in titles


def test_the_last_time_stands_beside_it(office: Office) -> None:
    go_through(office, begin(office, "interests"), 1)
    go_through(office, begin(office, "interests"), 2)
    results = corner_of(office).results
    assert [view.name.message for view in results.views][1:] == ["Last time"]
    bars = [row.bars for part in results.blocks for row in part.block.rows]
    assert {len(one) for one in bars} == {2}


def test_words_that_the_client_is_writing_are_kept_before_a_lock(office: Office) -> None:
    screen, stage = begin(office, "work-sample", Rater.OBSERVER), stage_of(office)
    screen.guide.turn.click()
    office.settle()
    assert stage.place is not None
    field = stage.place.pane.view.note.field
    field.setPlainText("رف للكتب")
    field.document().setModified(True)
    office.window.flush()
    office.settle()
    assert [answer.words for answer in office.window.open_case.case.answers] == ["رف للكتب"]


def test_two_observers_of_a_task_stand_side_by_side(office: Office) -> None:
    for name in ("A. Krüger", "B. Yılmaz"):
        screen = begin(office, "work-sample", Rater.OBSERVER)
        screen.guide.rater_name.line.setText(name)
        screen.guide.rater_name.line.setModified(True)
        screen.guide.subject.line.setText("Ein Regal bauen")
        screen.guide.subject.line.setModified(True)
        go_through(office, screen, len(name))
    runs = office.window.open_case.case.runs
    assert [(run.rater_name, run.subject_in_words) for run in runs] == [
        ("A. Krüger", "Ein Regal bauen"),
        ("B. Yılmaz", "Ein Regal bauen"),
    ]
    views = corner_of(office).results.views
    assert [view.talk.run.rater_name for view in views] == ["B. Yılmaz", "A. Krüger"]


def test_levels_are_taken_over_and_given_back(office: Office) -> None:
    corner = corner_of(office, "languages")
    before = office.window.open_case.case.languages
    screen = begin(office, "language-talk", page="languages")
    go_through(office, screen)
    part = next(one for one in corner.results.blocks if one.block.act == "levels")
    assert part.button is not None
    part.button.click()
    office.settle()
    assert office.window.open_case.case.languages != before
    assert not part.button.isVisible()
    office.window.steps.undo()
    office.settle()
    assert office.window.open_case.case.languages == before
    assert part.button.isVisible()


def test_the_biography_goes_into_the_life_line(office: Office) -> None:
    screen = begin(office, "biography")
    screen.take(Given(cards=("work", "family")))
    go_through(office, screen)
    corner = corner_of(office)
    case = office.window.open_case.case
    for part in corner.results.blocks:
        if part.button is not None and part.block.act == "life":
            part.button.click()
            office.settle()
    after = office.window.open_case.case
    assert len(after.works) + len(after.life) > len(case.works) + len(case.life)
    assert len(after.competences) > len(case.competences)


def test_another_case_ends_the_talk_of_this_one(office: Office) -> None:
    screen = begin(office)
    screen.take(Given(value=3))
    office.settle()
    office.open("case-2", "competences")
    assert screen.talk is None
    assert not stage_of(office).has_talk
    assert not office.window.open_case.case.answers


def test_minutes_are_told_in_steps_of_five() -> None:
    for code in codes_of_packs():
        minutes = minutes_for(a_pack(code))
        assert minutes >= 1
        assert minutes < 5 or minutes % 5 == 0
