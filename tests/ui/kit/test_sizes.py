"""The size of the text: words, fields, icons and limits follow it at once, and nothing moves with the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from iq_desktop.domain.centre import TEXT_SIZES
from iq_desktop.ui.kit.painted import Pill, StepButton, Tick
from iq_desktop.ui.kit.sizes import measure_by_text, scaled, text_factor
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.wording.text import as_it_is

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from iq_desktop.ui.kit.theme import Theme
    from tests.ui.kit.conftest import Stage


def enlarge(theme: Theme, size: int) -> None:
    """Switch to a size and wait until every widget has it."""
    theme.choose_text_size(size)
    while not theme.is_worn:
        QApplication.processEvents()
    for _ in range(4):
        QApplication.processEvents()


@pytest.fixture
def large(theme: Theme) -> Iterator[Theme]:
    """The theme, at its usual size again after the test."""
    yield theme
    enlarge(theme, 100)


ROLES = {"title": 28, "heading": 20, "": 15, "muted": 15, "hint": 13, "label": 13}


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_words_of_every_role_grow(stage: Stage, large: Theme, size: int) -> None:
    page = QWidget()
    lines = QVBoxLayout(page)
    labels = {role: SpeakingLabel(as_it_is("Wort"), role) for role in ROLES}
    for label in labels.values():
        lines.addWidget(label)
    stage.show(page)
    enlarge(large, size)
    later = SpeakingLabel(as_it_is("Wort"), "title", page)
    assert {role: label.font().pixelSize() for role, label in labels.items()} == {
        role: scaled(usual) for role, usual in ROLES.items()
    }
    assert later.font().pixelSize() == labels["title"].font().pixelSize()
    assert text_factor() == pytest.approx(size / 100, abs=0.04)


def test_the_usual_size_comes_back_as_it_was(stage: Stage, large: Theme) -> None:
    page = QStackedWidget()
    for _ in range(2):
        part = QWidget()
        lines = QVBoxLayout(part)
        for widget in (
            SpeakingButton(as_it_is("Speichern"), "primary", "save"),
            QLineEdit("Wort"),
            Tick(as_it_is("Ja")),
        ):
            lines.addWidget(widget)
        page.addWidget(part)
    stage.show(page, 400, 300)
    usual = page.grab().toImage()
    enlarge(large, 200)
    assert page.grab().toImage() != usual
    enlarge(large, 100)
    assert page.grab().toImage() == usual
    page.setCurrentIndex(1)
    stage.settle()
    assert page.grab().toImage() == usual


def test_what_is_hidden_has_its_size_when_it_is_shown(stage: Stage, large: Theme) -> None:
    page = QStackedWidget()
    shown, hidden = SpeakingButton(as_it_is("Eins"), "", "plus"), SpeakingButton(as_it_is("Eins"), "", "plus")
    page.addWidget(shown)
    page.addWidget(hidden)
    stage.show(page)
    enlarge(large, 150)
    page.setCurrentWidget(hidden)
    stage.settle()
    assert (hidden.sizeHint(), hidden.iconSize()) == (shown.sizeHint(), shown.iconSize())
    assert hidden.iconSize().height() == scaled(20)


def test_limits_follow_and_come_back(large: Theme) -> None:
    widget = QWidget()
    measure_by_text(widget, width=100, least_height=40)
    enlarge(large, 200)
    assert (widget.maximumWidth(), widget.minimumHeight()) == (200, 80)
    enlarge(large, 100)
    assert (widget.maximumWidth(), widget.minimumHeight()) == (100, 40)
    with pytest.raises(KeyError):
        measure_by_text(widget, girth=3)
    widget.deleteLater()


def _button(role: str) -> Callable[[], QWidget]:
    return lambda: SpeakingButton(as_it_is("Drucken"), role, "print")


FIELDS = {
    "line": lambda: QLineEdit("Wort"),
    "note": lambda: QTextEdit("Wort"),
    "box": QComboBox,
    "plain button": lambda: QPushButton("Wort"),
    "pill": lambda: Pill(as_it_is("Ja")),
    "step": lambda: StepButton("1", as_it_is("eins")),
    **{f"button {role}": _button(role) for role in ("", "primary", "plain", "icon", "tiny", "danger", "rail")},
}


@pytest.mark.parametrize("size", TEXT_SIZES)
@pytest.mark.parametrize("name", FIELDS)
def test_nothing_moves_when_the_focus_comes(stage: Stage, large: Theme, name: str, size: int) -> None:
    enlarge(large, size)
    page = QWidget()
    lines = QVBoxLayout(page)
    other, field = QLineEdit(page), FIELDS[name]()
    lines.addWidget(other)
    lines.addWidget(field)
    lines.addStretch(1)
    stage.show(page)
    other.setFocus()
    stage.settle()
    before = (field.geometry(), field.contentsRect())
    field.setFocus()
    lines.invalidate()
    stage.settle()
    assert field.hasFocus()
    assert (field.geometry(), field.contentsRect()) == before
