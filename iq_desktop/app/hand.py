"""The hand of an adviser: finds what is on the screen by its words, and presses, types and chooses like a person.

The demo without a screen and the journeys of the tests drive the real windows with it. What a screen reader could not
name, the hand cannot find.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from iq_desktop.ui.kit.editor import Editor
from iq_desktop.ui.kit.search_field import SearchField
from iq_desktop.wording.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from iq_desktop.ui.kit.background import Background
    from iq_desktop.wording.tongue import Tongue

W = TypeVar("W", bound=QWidget)
_PATIENCE: Final = 30_000
_SHORT_PAUSE: Final = 300
"""Timers up to this many milliseconds are pauses in which the program waits for more typing."""
_ROUND: Final = 5
_UNSEEN: Final = {0x00AD: None, 0x200B: None}
"""Places where a long word may be broken: nobody sees them."""


class HandError(AssertionError):
    """What the hand looked for is not on the screen, or does not come."""


class Hand:
    """Works in one window; `tongue` gives the language in which it is spoken to (texts) and looks for words."""

    def __init__(self, window: QWidget, background: Background, tongue: Callable[[], Tongue]) -> None:
        """Put the window in front."""
        self.window, self._background, self.tongue = window, background, tongue
        window.activateWindow()
        self.settle()

    def words(self, text: str | Text) -> str:
        """Return what a text says on the screen."""
        return self.tongue().speak(text) if isinstance(text, Text) else text

    def press(self, text: str | Text, inside: QWidget | None = None) -> None:
        """Press the button of these words (or of this accessible name)."""
        self.click(self.button(text, inside))

    def button(self, text: str | Text, inside: QWidget | None = None) -> QAbstractButton:
        """Return the visible button of these words; raises HandError where there is none that can be pressed."""
        wanted = self.words(text)
        found = [
            button
            for button in self.visible(QAbstractButton, inside)
            if wanted in {button.text().replace("&&", "&"), button.accessibleName()}
        ]
        usable = [button for button in found if button.isEnabled()]
        if not usable:
            state = "cannot be pressed" if found else "is not on the screen"
            raise HandError(f"the button “{wanted}” {state}; there are: {self._names(QAbstractButton, inside)}")
        return usable[0]

    def fill(self, label: str | Text, words: str | Text, *, last: bool = False) -> None:
        """Fill in the field of a label like a person: type, or press the answer, and go on to the next field.

        Where several fields have the label, it is the first of them, or the last.
        """
        field, answer = self.field(label, last=last), self.words(words)
        if isinstance(field, QComboBox) and not field.isEditable():
            self._choose(field, answer)
        elif isinstance(field, Editor):
            self.press(answer, inside=field)
        else:
            line = field.lineEdit() if isinstance(field, QComboBox) else field
            self._enter(line or field, answer)
            self.key(Qt.Key.Key_Tab)
        self.settle()

    def search(self, label: str | Text, words: str) -> None:
        """Type into a search field and wait for what it finds."""
        self._enter(self.field(label), words)
        self.settle()

    def take_suggestion(self, start: str = "") -> str:
        """Take the first suggestion that begins with some words, and return it whole."""
        popups = [field.popup for field in self.visible(SearchField) if field.popup and field.popup.isVisible()]
        if not popups:
            raise HandError("no suggestions are on the screen")
        view = popups[0].list
        names = [str(view.model().index(row, 0).data()) for row in range(view.model().rowCount())]
        row = next((row for row, name in enumerate(names) if name.startswith(start)), None)
        if row is None:
            raise HandError(f"no suggestion begins with “{start}”; there are: {names}")
        self.click_row(view, row)
        return names[row]

    def part(self, name: str) -> QWidget:
        """Return the visible part of a name, as soon as it is there; raises HandError where it does not come."""
        found: list[QWidget] = []

        def is_there() -> bool:
            found[:] = [one for one in self.window.findChildren(QWidget, name) if one.isVisible()]
            return bool(found)

        self.until(is_there, name)
        return found[0]

    def click_row(self, view: QAbstractItemView, row: int) -> None:
        """Click a row of a list or table."""
        index = view.model().index(row, 0)
        view.scrollTo(index)
        self.click(view.viewport(), view.visualRect(index).center())

    def field(self, label: str | Text, *, last: bool = False) -> QWidget:
        """Return the visible field of a label: a line, a note, a list, or the group of its answers."""
        wanted = self.words(label)
        for kind in (QLineEdit, QTextEdit, QComboBox, Editor):
            found = [one for one in self.visible(kind) if one.accessibleName() == wanted and one.isEnabled()]
            if found:
                return found[-1 if last else 0]
        raise HandError(f"the field “{wanted}” is not on the screen; there are: {self._names(QWidget)}")

    def sees(self, words: str | Text) -> bool:
        """Return whether these words stand anywhere in the window: on a label, a button or in a field."""
        wanted = self.words(words)
        return any(wanted in found for found in self.all_words())

    def all_words(self) -> list[str]:
        """Return everything that can be read in the window."""
        found = [label.text() for label in self.visible(QLabel)]
        found += [button.text() for button in self.visible(QAbstractButton)]
        found += [line.text() for line in self.visible(QLineEdit)]
        found += [note.toPlainText() for note in self.visible(QTextEdit)]
        found += [box.currentText() for box in self.visible(QComboBox)]
        for view in self.visible(QAbstractItemView):
            model = view.model()
            for row in range(min(model.rowCount(), 100)):
                found += [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
        return [words.translate(_UNSEEN) for words in found if words]

    def click(self, widget: QWidget, place: QPoint | None = None, *, settles: bool = True) -> None:
        """Bring a widget into sight, click it and wait for what follows; raises HandError where something covers it."""
        self._bring_into_sight(widget)
        place = place or widget.rect().center()
        top = widget.window().childAt(widget.mapTo(widget.window(), place))
        if top is not None and top is not widget and not widget.isAncestorOf(top):
            raise HandError(f"{type(widget).__name__} is covered by {type(top).__name__} {top.objectName()!r}")
        if widget.focusPolicy() & Qt.FocusPolicy.ClickFocus:
            widget.setFocus(Qt.FocusReason.MouseFocusReason)
        for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            pressed = Qt.MouseButton.LeftButton if kind is QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
            at, everywhere = QPointF(place), QPointF(widget.mapToGlobal(place))
            event = QMouseEvent(
                kind, at, everywhere, Qt.MouseButton.LeftButton, pressed, Qt.KeyboardModifier.NoModifier
            )
            QCoreApplication.sendEvent(widget, event)
        if settles:
            self.settle()

    def write(self, words: str) -> None:
        """Type letter by letter where the cursor is."""
        for letter in words:
            self.key(Qt.Key.Key_unknown, letter)

    def key(
        self,
        key: Qt.Key,
        letter: str = "",
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        at: QWidget | None = None,
    ) -> None:
        """Press one key where the cursor is."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            target = at or _key_receiver() or self.window
            QCoreApplication.sendEvent(target, QKeyEvent(kind, key, modifiers, letter))

    def hold(self, key: Qt.Key, at: QWidget, condition: Callable[[], Any], what: str) -> None:
        """Hold a key down until a condition holds; raises HandError where that takes too long."""
        none = Qt.KeyboardModifier.NoModifier
        QCoreApplication.sendEvent(at, QKeyEvent(QEvent.Type.KeyPress, key, none))
        self.until(condition, what)
        QCoreApplication.sendEvent(at, QKeyEvent(QEvent.Type.KeyRelease, key, none))

    def settle(self) -> None:
        """Wait until the program has nothing more to do: no work behind, no short pause running."""
        self.until(self._is_at_rest, "the program to come to rest")
        is_here = shiboken6.isValid(self.window) and self.window.isVisible()
        if is_here and not self.window.isActiveWindow() and QApplication.activePopupWidget() is None:
            self.window.activateWindow()  # without a screen nobody gives the focus back after a list was open
            self.until(self.window.isActiveWindow, "the window to come to the front")

    def until(self, condition: Callable[[], Any], what: str) -> None:
        """Let the program run until a condition holds; raises HandError where that takes too long."""
        loop, patience = QEventLoop(), QTimer(singleShot=True, interval=_PATIENCE)
        beat = QTimer(interval=_ROUND)
        beat.timeout.connect(loop.quit)
        beat.start()
        patience.start()
        while True:
            loop.exec()
            if condition():
                break
            if not patience.isActive():
                raise HandError(f"waited in vain for {what}")
        beat.stop()
        patience.stop()

    def _is_at_rest(self) -> bool:
        if self._background.is_busy:
            return False
        if not shiboken6.isValid(self.window):  # this window gave way to another one
            return True
        return not any(
            timer.isActive() and (timer.isSingleShot() or not timer.interval()) and timer.interval() <= _SHORT_PAUSE
            for owner in (self.window, QApplication.instance())
            for timer in (owner.findChildren(QTimer) if owner else ())
        )

    def _enter(self, field: QWidget, words: str) -> None:
        self._bring_into_sight(field)
        field.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(field, QLineEdit | QTextEdit):
            field.selectAll()
        if words:
            self.write(words)
        else:
            self.key(Qt.Key.Key_Delete)

    def _choose(self, box: QComboBox, answer: str) -> None:
        row = box.findText(answer)
        if row < 0:
            raise HandError(f"“{answer}” is no answer; there are: {[box.itemText(i) for i in range(box.count())]}")
        self._bring_into_sight(box)
        box.setFocus(Qt.FocusReason.TabFocusReason)
        box.showPopup()
        view = box.view()
        view.setCurrentIndex(box.model().index(row, 0))
        self.key(Qt.Key.Key_Return, at=view)

    def _bring_into_sight(self, widget: QWidget) -> None:
        above: QObject | None = widget.parent()
        while above is not None:
            inside = above.widget() if isinstance(above, QScrollArea) else None
            if inside is not None and isinstance(above, QScrollArea) and inside.isAncestorOf(widget):
                above.ensureWidgetVisible(widget, 40, 40)
            above = above.parent()

    def visible(self, kind: type[W], inside: QWidget | None = None) -> Iterator[W]:
        """Yield what is on the screen of a kind."""
        root = inside or self.window
        return (widget for widget in root.findChildren(kind) if widget.isVisible())

    def _names(self, kind: type[QWidget], inside: QWidget | None = None) -> list[str]:
        asked = ((getattr(one, "text", None), one) for one in self.visible(kind, inside))
        names = ((text() if callable(text) else "") or one.accessibleName() for text, one in asked)
        return sorted({name for name in names if name})


def _key_receiver() -> QWidget | None:
    """Return who gets the keys: a list that is open takes them, as it does on a screen."""
    popup: QWidget | None = QApplication.activePopupWidget()
    if popup is None:
        return QApplication.focusWidget()
    inside: QWidget | None = popup.focusWidget()
    return inside or popup
