"""A declared form shows a value and reports a new one for each answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from iq_desktop.domain.client import Client, Gender
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.problem import Problem, Weight
from iq_desktop.forms.client_forms import CONTACT_FORM, PERSON_FORM
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.choice_editors import PillEditor
from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.kit.editor import Editor
from iq_desktop.ui.kit.form_view import FormView
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
    for editor in view.findChildren(Editor):
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
