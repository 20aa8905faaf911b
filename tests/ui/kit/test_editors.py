"""Editors show a value without a sound, report a new one once, and keep what they cannot read."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QDate, QMimeData, Qt
from PySide6.QtGui import QColor, QImage, QKeySequence, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from iq_desktop.domain.client import Benefit, Gender
from iq_desktop.domain.partial_date import DateForm, PartialDate
from iq_desktop.domain.referral import ReferralKind, Who
from iq_desktop.ui.kit.choice_editors import (
    ListEditor,
    PillEditor,
    TickEditor,
    choice_editor,
    options_of,
)
from iq_desktop.ui.kit.date_editors import DayEditor, PartialDateEditor, TimeEditor
from iq_desktop.ui.kit.painted import Pill
from iq_desktop.ui.kit.several_editors import SeveralEditor, TicksEditor
from iq_desktop.ui.kit.speaking import speak_tree
from iq_desktop.ui.kit.text_editors import LineEditor, NoteEditor, NumberEditor
from iq_desktop.ui.kit.theme import colours_now
from iq_desktop.wording.lists import named_languages
from iq_desktop.wording.text import NOTHING, as_it_is, say

if TYPE_CHECKING:
    from iq_desktop.ui.kit.editor import Editor
    from iq_desktop.wording.tongue import Tongue
    from tests.ui.kit.conftest import Stage


class Heard:
    """What an editor reported."""

    def __init__(self, editor: Editor, stage: Stage, first: Any = None) -> None:
        self.values: list[Any] = []
        self.problems: list[str] = []
        self.page = QWidget()
        lines = QVBoxLayout(self.page)
        lines.addWidget(editor)
        self.elsewhere = QLineEdit(self.page)
        lines.addWidget(self.elsewhere)
        editor.show_value(first)
        editor.committed.connect(self.values.append)
        editor.misread.connect(self._hear)
        stage.show(self.page)
        assert self.values == []

    def leave(self) -> None:
        """Go on to another field."""
        self.elsewhere.setFocus()

    def _hear(self, text: Any) -> None:
        self.problems.append("" if text is NOTHING else text.message)


@pytest.mark.parametrize("words", ["Öztürk", "الخطيب", "Шевченко", "ገብረመድህን", "Łukasz"])
def test_a_line_reports_any_script_when_it_is_left(stage: Stage, words: str) -> None:
    editor = LineEditor("family_name")
    heard = Heard(editor, stage, "")
    stage.type(editor.line, words)
    assert heard.values == []
    heard.leave()
    heard.leave()
    assert heard.values == [words]


def paste(words: str) -> None:
    """Paste words as people do."""
    QApplication.clipboard().setText(words)
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.Paste))


def test_what_is_pasted_into_a_line_is_clean_at_once(stage: Stage) -> None:
    editor = LineEditor("family_name", foreign=True)
    heard = Heard(editor, stage, "😀 Ende")
    editor.line.setFocus()
    editor.line.setCursorPosition(2)
    paste("\u202bMu\u0308l\xadler\u202c \x07علی\u200cرضا")
    assert editor.line.text() == "😀Müller علی\u200cرضا Ende"
    assert editor.line.text()[: editor.line.cursorPosition() - 1].endswith("رضا")
    heard.leave()
    assert heard.values == ["😀Müller علی\u200cرضا Ende"]


def test_half_a_character_is_left_out(stage: Stage) -> None:
    editor = LineEditor("place")
    heard = Heard(editor, stage, "")
    editor.line.setFocus()
    paste("Bo\ud800nn")
    heard.leave()
    assert heard.values == ["Bonn"]


def test_what_is_pasted_into_a_note_is_clean_and_keeps_its_lines(stage: Stage) -> None:
    editor = NoteEditor("note")
    heard = Heard(editor, stage, "")
    editor.field.setFocus()
    paste("eins\tzwei \r\n\u200bdr\udfffei\x1b\n\n")
    assert editor.field.toPlainText() == "eins zwei \ndrei\n\n"
    heard.leave()
    assert heard.values == ["eins zwei\ndrei"]


def test_a_pasted_picture_leaves_the_note_as_it_is(stage: Stage) -> None:
    editor = NoteEditor("note")
    heard = Heard(editor, stage, "")
    picture = QMimeData()
    picture.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    editor.field.insertFromMimeData(picture)
    heard.leave()
    assert heard.values == []


def test_enter_reports_as_well_and_only_once(stage: Stage) -> None:
    editor = LineEditor("place")
    heard = Heard(editor, stage, "")
    stage.type(editor.line, "  Berlin ")
    stage.press(editor.line, Qt.Key.Key_Return)
    heard.leave()
    assert heard.values == ["Berlin"]
    assert editor.line.text() == "Berlin"


def test_typing_the_same_again_reports_nothing(stage: Stage) -> None:
    editor = LineEditor("place")
    heard = Heard(editor, stage, "Bonn")
    editor.line.clear()
    stage.type(editor.line, "Bonn")
    heard.leave()
    assert heard.values == []


def test_showing_a_value_makes_no_sound_and_spares_half_typed_words(stage: Stage) -> None:
    editor = LineEditor("place")
    heard = Heard(editor, stage, "Bonn")
    editor.line.clear()
    stage.type(editor.line, "Köl")
    editor.show_value("Bonn")
    assert editor.line.text() == "Köl"
    editor.show_value("Trier")
    assert editor.line.text() == "Trier"
    heard.leave()
    assert heard.values == []


def test_nothing_of_one_case_stays_when_another_is_opened(stage: Stage) -> None:
    editor = DayEditor("first_talk_on")
    heard = Heard(editor, stage, None)
    stage.type(editor.line, "31.2.2026")
    editor.flush()
    editor.forget()
    editor.show_value(None)
    assert editor.line.text() == ""
    assert editor.line.property("wrong") == "false"
    assert heard.values == []


def test_words_in_a_script_from_the_right_stand_at_the_right(stage: Stage) -> None:
    editor = LineEditor("family_name_own_script", foreign=True)
    heard = Heard(editor, stage, "")
    stage.type(editor.line, "الخطيب")
    assert editor.line.alignment() & Qt.AlignmentFlag.AlignRight
    editor.show_value("Шевченко")
    assert editor.line.alignment() & Qt.AlignmentFlag.AlignLeft
    assert heard.values == []


def test_a_note_grows_and_never_scrolls(stage: Stage) -> None:
    editor = NoteEditor("expectation")
    heard = Heard(editor, stage, "")
    low = editor.field.height()
    editor.field.insertPlainText("Zeile\n" * 30)
    stage.settle()
    assert editor.field.height() > 3 * low
    assert editor.field.verticalScrollBar().maximum() == 0
    stage.type(editor.field, "ß")
    heard.leave()
    assert heard.values == ["Zeile\n" * 30 + "ß"]


def test_a_note_reports_while_the_person_pauses(stage: Stage) -> None:
    editor = NoteEditor("expectation")
    heard = Heard(editor, stage, "")
    stage.type(editor.field, "Ärztin")
    assert editor._pause.isActive()
    editor._pause.timeout.emit()
    assert heard.values == ["Ärztin"]
    assert not editor._pause.isActive()


def test_a_line_reports_while_the_person_pauses_and_lets_them_type_on(stage: Stage) -> None:
    editor = LineEditor("given_names")
    heard = Heard(editor, stage, "")
    stage.type(editor.line, "Amal ")
    assert editor._pause.isActive()
    editor._pause.timeout.emit()
    assert (heard.values, editor.line.text()) == (["Amal"], "Amal ")
    editor.show_value("Amal")
    stage.type(editor.line, "Rim")
    heard.leave()
    assert (heard.values, editor.line.text()) == (["Amal", "Amal Rim"], "Amal Rim")
    assert not editor._pause.isActive()


@pytest.mark.parametrize("editor", [DayEditor, PartialDateEditor, NumberEditor])
def test_half_a_date_is_no_answer(stage: Stage, editor: Any) -> None:
    half = editor("date")
    heard = Heard(half, stage)
    stage.type(half.line, "19")
    assert not half._pause.isActive()
    assert (heard.values, heard.problems) == ([], [])


def test_a_day_is_shown_in_full_after_it_was_typed_short(stage: Stage) -> None:
    editor = DayEditor("first_talk_on")
    heard = Heard(editor, stage)
    stage.type(editor.line, "3.11.26")
    heard.leave()
    assert heard.values == [dt.date(2026, 11, 3)]
    assert editor.line.text() == "03.11.2026"
    editor.line.clear()
    editor.line.setModified(True)
    assert editor.flush()
    assert heard.values[-1] is None


def test_an_impossible_day_keeps_what_was_typed_and_says_why(stage: Stage) -> None:
    editor = DayEditor("first_talk_on")
    heard = Heard(editor, stage)
    stage.type(editor.line, "31.2.2026")
    heard.leave()
    assert heard.values == []
    assert heard.problems == ["{text} {advice}"]
    assert editor.line.text() == "31.2.2026"
    assert not editor.flush()
    editor.line.setFocus()
    stage.press(editor.line, Qt.Key.Key_Backspace)
    stage.type(editor.line, "5")
    editor.line.setText("28.2.2026")
    editor.line.setModified(True)
    assert editor.flush()
    assert heard.values == [dt.date(2026, 2, 28)]
    assert heard.problems[-1] == ""


def test_a_day_can_be_picked_from_the_calendar(stage: Stage) -> None:
    editor = DayEditor("first_talk_on")
    heard = Heard(editor, stage, dt.date(2026, 11, 3))
    stage.click(editor.pick)
    calendar = editor._calendar
    assert calendar is not None
    assert calendar.selectedDate() == QDate(2026, 11, 3)
    calendar.clicked.emit(QDate(2026, 12, 24))
    assert heard.values == [dt.date(2026, 12, 24)]
    assert not calendar.isVisible()


@pytest.mark.parametrize(
    ("typed", "date", "shown"),
    [
        ("1980", PartialDate(1980), "1980"),
        ("5.1980", PartialDate(1980, 5), "05.1980"),
        ("3.5.80", PartialDate(1980, 5, 3), "03.05.1980"),
    ],
)
def test_a_partial_date_takes_what_is_known(stage: Stage, typed: str, date: PartialDate, shown: str) -> None:
    editor = PartialDateEditor("birth")
    heard = Heard(editor, stage)
    stage.type(editor.line, typed)
    heard.leave()
    assert heard.values == [date]
    assert editor.line.text() == shown


def pick_form(stage: Stage, editor: PartialDateEditor, form: DateForm) -> None:
    """Choose in the list how the date is told."""
    row = list(DateForm).index(form)
    editor.form.setCurrentIndex(row)
    editor.form.activated.emit(row)
    stage.settle()


def test_a_partial_date_can_be_roughly_known(stage: Stage) -> None:
    editor = PartialDateEditor("birth")
    heard = Heard(editor, stage, PartialDate(1980))
    pick_form(stage, editor, DateForm.ABOUT)
    assert heard.values == [PartialDate(1980, about=True)]
    assert editor.line.text() == "about 1980"
    pick_form(stage, editor, DateForm.DATE)
    assert heard.values[-1] == PartialDate(1980)
    editor.show_value(PartialDate(1990))
    assert editor.form.currentIndex() == 0


@pytest.mark.parametrize(
    ("typed", "code", "form"),
    [
        ("um 1980", "1980~", DateForm.ABOUT),
        ("1980-1982", "1980/1982", DateForm.RANGE),
        ("12.5.1980 oder 1.1.1981", "[1980-05-12,1981-01-01]", DateForm.DIFFER),
    ],
)
def test_what_is_typed_shows_in_the_list_how_it_is_told(stage: Stage, typed: str, code: str, form: DateForm) -> None:
    editor = PartialDateEditor("birth")
    heard = Heard(editor, stage)
    stage.type(editor.line, typed)
    assert list(DateForm)[editor.form.currentIndex()] is form
    heard.leave()
    assert [date.code() for date in heard.values] == [code]
    assert list(DateForm)[editor.form.currentIndex()] is form


def test_a_pair_waits_for_its_second_date_and_keeps_it_when_it_is_told_otherwise(stage: Stage) -> None:
    editor = PartialDateEditor("birth")
    heard = Heard(editor, stage, PartialDate(1980))
    pick_form(stage, editor, DateForm.RANGE)
    assert (editor.line.text(), heard.values) == ("1980 to ", [])
    assert editor.line.hasFocus()
    stage.type(editor.line, "1982")
    heard.leave()
    pick_form(stage, editor, DateForm.DIFFER)
    assert [date.code() for date in heard.values] == ["1980/1982", "[1980,1982]"]


def test_half_a_pair_is_told_and_its_words_stay(stage: Stage) -> None:
    editor = PartialDateEditor("birth")
    heard = Heard(editor, stage, PartialDate(1980))
    pick_form(stage, editor, DateForm.DIFFER)
    heard.leave()
    assert (heard.values, editor.line.text()) == ([], "1980 or ")
    assert heard.problems == ["{text} {advice}"]


def test_a_date_that_cannot_be_read_is_told_in_no_other_way(stage: Stage) -> None:
    editor = PartialDateEditor("birth")
    heard = Heard(editor, stage)
    stage.type(editor.line, "gestern")
    pick_form(stage, editor, DateForm.ABOUT)
    assert (heard.values, editor.line.text()) == ([], "gestern")


def test_a_partial_date_is_spoken_in_the_language_of_the_window(stage: Stage, german: Tongue) -> None:
    editor = PartialDateEditor("birth")
    heard = Heard(editor, stage, PartialDate(1980, about=True))
    speak_tree(heard.page, german)
    assert editor.line.text() == "etwa 1980"
    assert editor.form.itemText(3) == "Papiere verschieden"


@pytest.mark.parametrize(("typed", "shown"), [("9", "09:00"), ("930", "09:30"), ("9 Uhr 30", "09:30")])
def test_a_time_is_shown_in_full(stage: Stage, typed: str, shown: str) -> None:
    editor = TimeEditor("at")
    heard = Heard(editor, stage, "")
    stage.type(editor.line, typed)
    heard.leave()
    assert (heard.values, editor.line.text()) == ([shown], shown)


@pytest.mark.parametrize("typed", ["1,5", "-3", "viel"])
def test_a_whole_number_refuses_what_is_none_and_keeps_it(stage: Stage, typed: str) -> None:
    editor = NumberEditor("minutes", unit=say("minutes"))
    heard = Heard(editor, stage)
    stage.type(editor.line, typed)
    heard.leave()
    assert (heard.values, editor.line.text()) == ([], typed)
    assert heard.problems == ["{text} {advice}"]


def test_a_number_is_read_with_a_comma(stage: Stage) -> None:
    editor = NumberEditor("fee", whole=False)
    heard = Heard(editor, stage)
    stage.type(editor.line, "1.200,50 €")
    heard.leave()
    assert [str(value) for value in heard.values] == ["1200.50"]
    assert editor.line.text() == "1200,50"


def test_few_answers_are_radio_buttons_for_mouse_and_keys(stage: Stage) -> None:
    editor = choice_editor("gender", Gender)
    assert isinstance(editor, PillEditor)
    heard = Heard(editor, stage)
    pills = editor.pills
    stage.click(pills[Gender.FEMALE])
    stage.press(pills[Gender.FEMALE], Qt.Key.Key_Right)
    stage.press(pills[Gender.MALE], Qt.Key.Key_Delete)
    assert heard.values == [Gender.FEMALE, Gender.MALE, None]
    assert not any(pill.isChecked() for pill in pills.values())


def test_a_second_click_takes_the_answer_back(stage: Stage) -> None:
    editor = PillEditor("gender", Gender)
    heard = Heard(editor, stage, Gender.MALE)
    stage.click(editor.pills[Gender.MALE])
    assert heard.values == [None]


def test_many_answers_are_a_list(stage: Stage) -> None:
    editor = choice_editor("benefit", Benefit)
    assert isinstance(editor, ListEditor)
    heard = Heard(editor, stage, Benefit.SGB_2)
    assert editor.box.currentIndex() == 1 + list(Benefit).index(Benefit.SGB_2)
    stage.press(editor.box, Qt.Key.Key_Down)
    assert heard.values == [Benefit.SGB_3]


def test_no_answer_of_an_open_list_is_cut_and_the_box_stays_in_sight(stage: Stage) -> None:
    editor = choice_editor("benefit", Benefit)
    assert isinstance(editor, ListEditor)
    stage.show(editor, 140, 300)
    editor.box.showPopup()
    stage.settle()
    view = editor.box.view()
    assert view.viewport().width() >= view.sizeHintForColumn(0)
    assert view.mapToGlobal(view.rect().topLeft()).y() >= editor.box.mapToGlobal(editor.box.rect().bottomLeft()).y()
    editor.box.hidePopup()
    stage.settle()


@pytest.mark.parametrize(("typed", "code"), [("tig", "ti"), ("Arabic", "ar"), ("krainia", "uk")])
def test_a_long_list_is_found_by_typing_a_part(stage: Stage, typed: str, code: str) -> None:
    editor = ListEditor("client_language", named_languages, is_long=True)
    heard = Heard(editor, stage)
    stage.type(editor.line, typed)
    editor.flush()
    assert heard.values == [code]


def test_a_word_that_fits_nothing_or_much_is_kept_and_asked_about(stage: Stage) -> None:
    editor = ListEditor("client_language", named_languages, is_long=True)
    heard = Heard(editor, stage, "ar")
    editor.line.clear()
    stage.type(editor.line, "Klingonisch")
    assert not editor.flush()
    assert editor.line.text() == "Klingonisch"
    assert heard.values == []
    assert heard.problems == ["Please choose one from the list."]


def test_chips_are_added_and_taken_away(stage: Stage) -> None:
    editor = SeveralEditor("mother_tongues", named_languages)
    heard = Heard(editor, stage, ("ar",))
    stage.type(editor.add.line, "Tigrinya")
    editor.flush()
    assert heard.values == [("ar", "ti")]
    assert [chip.label.text() for chip in editor._chips] == ["Arabic", "Tigrinya"]
    assert editor.add.line.text() == ""
    stage.click(editor._chips[0].close_button)
    assert heard.values[-1] == ("ti",)


def test_what_could_be_typed_is_readable(stage: Stage) -> None:
    editor = stage.show(SeveralEditor("mother_tongues", named_languages))
    shown = editor.add.line.palette().color(QPalette.ColorRole.PlaceholderText)
    assert shown == QColor(colours_now().muted)


def test_ticks_keep_the_order_of_the_list(stage: Stage) -> None:
    editor = TicksEditor("benefits", Benefit)
    heard = Heard(editor, stage, ())
    stage.click(editor._ticks[Benefit.SGB_3])
    stage.click(editor._ticks[Benefit.SGB_2])
    assert heard.values == [(Benefit.SGB_3,), (Benefit.SGB_2, Benefit.SGB_3)]


def test_a_tick_is_yes_or_no(stage: Stage) -> None:
    editor = TickEditor("anonymous", as_it_is("Anonymous"))
    heard = Heard(editor, stage, False)
    stage.press(editor.tick, Qt.Key.Key_Space)
    assert heard.values == [True]


def test_a_list_says_the_same_answer_in_another_language(stage: Stage, german: Any) -> None:
    editor = ListEditor("benefit", options_of(Benefit))
    heard = Heard(editor, stage, Benefit.SGB_2)
    editor.speak(german)
    assert "Bürgergeld" in editor.box.currentText() or "SGB II" in editor.box.currentText()
    assert heard.values == []


def test_an_answer_that_is_needed_is_changed_but_never_taken_back(stage: Stage) -> None:
    editor = choice_editor("who", Who, needs_answer=True)
    heard = Heard(editor, stage, Who.CLIENT)
    pills = editor.findChildren(Pill)
    stage.click(pills[0])
    assert heard.values == []
    stage.click(pills[1])
    assert heard.values == [Who.ADVISER]
    assert [pill.isChecked() for pill in pills] == [False, True, False]


def test_a_list_without_a_blank_reports_the_answer_that_was_picked(stage: Stage) -> None:
    editor = ListEditor("kind", options_of(ReferralKind), needs_answer=True)
    heard = Heard(editor, stage, ReferralKind.COURSE)
    assert editor.box.count() == len(ReferralKind)
    editor.box.activated.emit(1)
    assert heard.values == [ReferralKind.COMPETENT_BODY]


def test_ticks_below_each_other_stand_close(stage: Stage) -> None:
    editor = TicksEditor("benefits", Benefit)
    stage.show(editor, 200, 400)
    places = [tick.geometry() for tick in editor._ticks.values()]
    assert all(0 <= below.top() - above.bottom() <= 8 for above, below in pairwise(places))
