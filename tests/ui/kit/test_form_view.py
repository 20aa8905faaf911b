"""A declared form shows a value and reports a new one for each answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from iq_desktop.domain.client import Client, Gender, Home
from iq_desktop.domain.contact import Contact
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.problem import Need, Problem, Weight
from iq_desktop.domain.situation import Situation
from iq_desktop.forms.client_forms import CONTACT_FORM, PERSON_FORM, PERSON_SHEET
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.choice_editors import ListEditor, PillEditor
from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.kit.editor import Editor
from iq_desktop.ui.kit.form_view import FormView
from iq_desktop.ui.kit.several_editors import SeveralEditor
from iq_desktop.ui.kit.text_editors import LineEditor
from iq_desktop.wording.text import as_it_is
from tests.support.builders import TODAY, a_client

if TYPE_CHECKING:
    from iq_desktop.wording.tongue import Tongue
    from tests.ui.kit.conftest import Stage


def line_of(form: FormView, name: str) -> LineEditor:
    """Return the editor of a line."""
    editor = form.frames[name].editor
    assert isinstance(editor, LineEditor)
    return editor


def test_each_answer_makes_a_new_value_and_the_old_one_stays(stage: Stage) -> None:
    before = Client()
    form = FormView(PERSON_FORM, before)
    heard: list[Client] = []
    form.changed.connect(heard.append)
    stage.show(form, 1000, 900)
    stage.type(line_of(form, "family_name").line, "Öztürk")
    form.go_to("place")
    gender = form.frames["gender"].editor
    assert isinstance(gender, PillEditor)
    stage.click(gender.pills[Gender.FEMALE])
    assert heard == [Client(family_name="Öztürk"), Client(family_name="Öztürk", gender=Gender.FEMALE)]
    assert before == Client()


def test_every_field_shows_what_it_is_given(stage: Stage) -> None:
    client = a_client()
    form = stage.show(FormView(PERSON_FORM, client), 1000, 900)
    heard: list[Client] = []
    form.changed.connect(heard.append)
    assert form.flush()
    assert heard == []
    assert line_of(form, "birth").line.text() == "05.1990"


def test_leaving_reports_what_was_typed_last(stage: Stage) -> None:
    form = stage.show(FormView(PERSON_FORM, Client()), 1000, 900)
    stage.type(line_of(form, "birth").line, "1980")
    assert form.flush()
    assert form.value == Client(birth=PartialDate(1980))


def test_what_cannot_be_read_is_told_at_the_field(stage: Stage) -> None:
    form = stage.show(FormView(PERSON_FORM, Client()), 1000, 900)
    stage.type(line_of(form, "birth").line, "31.2.1980")
    assert not form.flush()
    assert form.value == Client()
    note = form.frames["birth"].note
    assert "There is no 31.2.1980." in note.text()
    assert "Not saved yet." in note.text()
    assert note.property("role") == "danger"


def test_problems_stand_at_their_fields_and_go_again(stage: Stage) -> None:
    form = stage.show(FormView(PERSON_FORM, Client()), 1000, 900)
    form.show_problems([Problem("birth", as_it_is("in the future"), Weight.WRONG), Problem("gender", as_it_is("open"))])
    assert form.frames["birth"].note.text() == "in the future"
    assert form.frames["birth"]._mark.kind == "warn"
    assert form.frames["gender"]._mark.kind == "open"
    form.show_problems([])
    assert form.frames["gender"].note.isHidden()
    assert form.frames["birth"].note.text() == "The year alone is enough"


def test_another_case_shows_nothing_of_the_one_before(stage: Stage) -> None:
    form = stage.show(FormView(PERSON_FORM, Client()), 1000, 900)
    stage.type(line_of(form, "family_name").line, "Al-Khatib")
    form.show_other(Client())
    assert line_of(form, "family_name").line.text() == ""


@pytest.mark.parametrize(("width", "columns"), [(1000, 2), (860, 1)])
def test_cards_stand_in_two_columns_where_there_is_room(stage: Stage, width: int, columns: int) -> None:
    form = stage.show(FormView(PERSON_FORM, a_client()), width, 900)
    assert len({card.x() for card in form.findChildren(Card)}) == columns


@pytest.mark.parametrize("width", [420, 700, 1000, 1300])
@pytest.mark.parametrize("form", [PERSON_FORM, CONTACT_FORM])
def test_no_word_is_cut_and_no_field_covers_another(stage: Stage, german: Tongue, width: int, form: object) -> None:
    stage.tongue = german
    view = FormView(form, form.subject())  # type: ignore[attr-defined, arg-type]  # two forms, one test
    if form is PERSON_FORM:
        view.show_problems(Client().problems(TODAY))
    stage.show(view, width, view.heightForWidth(width) if view.hasHeightForWidth() else 900)
    view.resize(width, view.heightForWidth(width))
    stage.settle()
    assert clipped(view) == []
    for editor in filter(Editor.isVisible, view.findChildren(Editor)):
        layout = editor.layout()
        assert layout is not None
        need = layout.heightForWidth(editor.width()) if layout.hasHeightForWidth() else layout.sizeHint().height()
        assert editor.height() >= need, editor.objectName()


def test_every_field_has_a_name_for_screen_readers(stage: Stage) -> None:
    form = stage.show(FormView(PERSON_FORM, a_client()), 1000, 900)
    for widget in form.findChildren(QWidget):
        if widget.focusPolicy().value and widget.isVisible() and not isinstance(widget, Editor):
            parent = widget.parentWidget()
            assert widget.accessibleName() or (parent is not None and parent.accessibleName()), widget


def test_a_sheet_takes_each_answer_into_the_value_that_has_the_field(stage: Stage) -> None:
    form = stage.show(FormView(PERSON_SHEET, (Client(), Situation())), 1000, 900)
    heard: list[object] = []
    form.changed.connect(heard.append)
    stage.type(line_of(form, "family_name").line, "Öztürk")
    form.go_to("works_as")
    stage.type(line_of(form, "works_as").line, "Koch")
    assert form.flush()
    assert heard == [Client(family_name="Öztürk"), Situation(works_as="Koch")]
    assert form.value == (Client(family_name="Öztürk"), Situation(works_as="Koch"))


def test_what_is_not_asked_is_hidden_but_never_what_is_filled_in(stage: Stage) -> None:
    form = stage.show(FormView(PERSON_SHEET, (Client(), Situation())), 1000, 900)
    assert not form.frames["home_country"].isVisible()
    assert form.frames["street"].isVisible()
    home = form.frames["home"].editor
    assert isinstance(home, PillEditor)
    stage.click(home.pills[Home.ABROAD])
    assert form.frames["home_country"].isVisible()
    assert not form.frames["street"].isVisible()
    form.show_value((Client(home=Home.ABROAD, street="Rue 1"), Situation()))
    assert form.frames["street"].isVisible()
    form.go_to("postal_code")
    assert form.frames["postal_code"].isVisible()


def test_a_folded_section_opens_on_demand_and_folds_for_another_case(stage: Stage) -> None:
    form = stage.show(FormView(PERSON_SHEET, (Client(), Situation())), 1000, 900)
    card = next(card for card in form.cards if card.fold_button is not None)
    assert not form.frames["family"].isVisible()
    assert card.fold_button is not None
    stage.click(card.fold_button)
    assert form.frames["family"].isVisible()
    assert card.fold_button.text() == "Close"
    form.show_other((Client(), Situation(family="zwei Kinder")))
    assert not form.frames["family"].isVisible()
    form.go_to("family")
    assert form.frames["family"].isVisible()


def test_only_some_fields_are_asked_and_empty_cards_disappear(stage: Stage) -> None:
    form = stage.show(FormView(CONTACT_FORM, Contact(minutes=45)), 1000, 900)
    form.show_only({"channel"})
    assert {name for name, frame in form.frames.items() if frame.isVisible()} == {"channel", "minutes"}
    assert sum(card.isVisible() for card in form.cards) == 1
    form.show_only(None)
    assert all(card.isVisible() for card in form.cards)


def test_favourites_stand_first_and_apart_and_each_answer_once(stage: Stage) -> None:
    form = stage.show(FormView(PERSON_SHEET, (Client(birth_country="ER"), Situation())), 1000, 900)
    form.show_favourites({"birth_country": ("SY", "ER"), "nationalities": ("AF",), "weather": ("rain",)})
    editor = form.frames["birth_country"].editor
    assert isinstance(editor, ListEditor)
    names = [editor.box.itemText(row) for row in range(editor.box.count())]
    assert names[:4] == ["", "Syria", "Eritrea", ""]
    assert names.count("Syria") == 1
    assert editor.box.currentText() == "Eritrea"
    stage.type(editor.line, "")
    editor.box.setCurrentIndex(4)
    editor.box.activated.emit(4)
    assert form.value[0].birth_country == "AF"
    several = form.frames["nationalities"].editor
    assert isinstance(several, SeveralEditor)
    assert several.add.box.itemText(1) == "Afghanistan"


def test_a_problem_says_for_what_the_answer_is_needed(stage: Stage) -> None:
    form = stage.show(FormView(PERSON_FORM, Client()), 1000, 900)
    form.show_problems((Problem("gender", as_it_is("Open"), needs=(Need.NIQ, Need.DOCUMENT)),))
    assert form.frames["gender"].note.text() == "Open · for NIQ · for documents"
