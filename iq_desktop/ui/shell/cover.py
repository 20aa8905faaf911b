"""The cover that hides everything at once: no name, no number, not even a title stays in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.mark import Mark
from iq_desktop.ui.kit.page_area import PageArea
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, find_tongue, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.shell.cover_trouble import CoverTrouble
from iq_desktop.ui.shell.cover_work import CoverWork
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from iq_desktop.wording.problems import IqError

HIDE_KEY: Final = "F12"
"""Hides everything, and shows it again."""
AWHILE: Final = 60_000
"""Milliseconds after which a window that was only hidden locks itself."""
_NEUTRAL: Final = "IQ Desktop"
_WIDTH: Final = 520


class Cover(QFrame):
    """Lies over a window; `closing` while everything is still in sight, `opened` when it is again.

    `lock_wanted` tells that the vault shall close: the person pressed the button, or was away too long.
    """

    closing = Signal()
    opened = Signal()
    lock_wanted = Signal()

    def __init__(self, window: QMainWindow) -> None:
        """Build the hidden cover."""
        super().__init__(window)
        self.setObjectName("cover")
        self.setProperty("role", "cover")
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._window = window
        self._hidden: list[QWidget] = []
        self._silent: list[QShortcut] = []
        self._focus: QWidget | None = None
        self.card = Card(NOTHING, self)
        self.title = SpeakingLabel(NOTHING, "title", self.card)
        self.words = SpeakingLabel(NOTHING, "", self.card)
        self.open_button = SpeakingButton(say("Show everything again"), "primary", parent=self.card)
        self.lock_button = SpeakingButton(say("Lock"), "", "lock", self.card)
        self.trouble = CoverTrouble(self.card)
        self.work = CoverWork(self.card)
        self._patience = QTimer(self, singleShot=True, interval=AWHILE)
        self._set()
        self.hide()
        self._patience.timeout.connect(self.lock_wanted)
        self.open_button.clicked.connect(self.open)
        self.lock_button.clicked.connect(self.lock_wanted)
        window.installEventFilter(self)

    def _set(self) -> None:
        self.card.add(Mark("lock", self.card, 40))
        for part in (self.title, self.words, self.open_button, self.lock_button, self.trouble, self.work):
            self.card.add(part)
        inside = QWidget(self)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.card)
        row.addStretch(1)
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        lines.addStretch(2)
        lines.addLayout(row)
        lines.addStretch(3)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(PageArea(inside, parent=self))

    @property
    def is_closed(self) -> bool:
        """Whether it hides everything."""
        return not self.isHidden()

    def hide_all(self) -> None:
        """Hide everything until somebody comes back; who stays away a minute must unlock again."""
        self._close(say("Hidden"), say("{key} shows everything again. After a minute the program locks.", key=HIDE_KEY))
        self._show_buttons(self.open_button, self.lock_button)
        self.open_button.setFocus()
        self._patience.start()

    def turn(self) -> None:
        """Hide everything, or show it again where it was only hidden."""
        if not self.is_closed:
            self.hide_all()
        elif not self.open_button.isHidden():
            self.open()

    def show_locking(self) -> None:
        """Hide everything while the last words are kept and the vault closes."""
        self._patience.stop()
        self._close(say("The program is locking"), say("One moment please: what you typed is being kept."))
        self._show_buttons()
        self.setFocus()

    def show_waiting(self) -> None:
        """Hide everything while long work goes on that a lock would break off."""
        self._patience.stop()
        self._close(say("Hidden"), say("Long work is still going on. As soon as it is done, the program locks itself."))
        self._show_buttons(self.lock_button)
        self.lock_button.setFocus()

    def show_leaving(self) -> None:
        """Hide everything while the last backup is made; the window closes itself afterwards."""
        self._patience.stop()
        self._close(
            say("One last backup"),
            say("Everything is saved. The program ends by itself as soon as the backup is made."),
        )
        self._show_buttons(self.work)
        self.work.show_begin()
        self.setFocus()

    def show_trouble(self, error: IqError) -> None:
        """Say on the cover why the vault cannot be closed yet."""
        self.title.show_text(say("Not everything is saved yet"))
        self.words.show_text(NOTHING)
        self._show_buttons()
        self.trouble.show_error(error)
        self.words.hide()
        self._fit()

    def open(self) -> None:
        """Show everything again, with the cursor where it was."""
        if not self.is_closed:
            return
        self._patience.stop()
        self.hide()
        for part in self._hidden:
            part.show()
        for shortcut in self._silent:
            shortcut.setEnabled(True)
        self._hidden, self._silent = [], []
        if self._focus is not None:
            self._focus.setFocus()
        self.opened.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and watched is self._window and self.is_closed:
            self._fit()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Come off with the key that hides; every other key ends here."""
        if QKeySequence(event.keyCombination()) == QKeySequence(HIDE_KEY):
            self.turn()
        event.accept()

    def _close(self, title: Text, words: Text) -> None:
        self.title.show_text(title)
        self.words.show_text(words)
        self.words.show()
        tongue = find_tongue(self)
        if tongue is not None:
            self.setAccessibleName(tongue.speak(title))
        if self.is_closed:
            return
        self.closing.emit()
        self._focus = self._window.focusWidget()
        close_other_windows(self._window)
        self._window.setWindowTitle(_NEUTRAL)
        speak_part(self)
        self._fit()
        self.show()
        self.raise_()
        parts = self._window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        self._hidden = [part for part in parts if part is not self and not part.isHidden()]
        for part in self._hidden:
            part.hide()
        self._silent = [one for one in self._window.findChildren(QShortcut) if one.isEnabled()]
        for shortcut in self._silent:
            shortcut.setEnabled(False)
        self.repaint()

    def _show_buttons(self, *buttons: QWidget) -> None:
        for part in (self.open_button, self.lock_button, self.trouble, self.work):
            part.setVisible(part in buttons)

    def _fit(self) -> None:
        room = self._window.rect()
        self.card.setFixedWidth(min(scaled(_WIDTH), room.width() - 6 * STEP))
        self.setGeometry(room)


def close_other_windows(window: QWidget) -> None:
    """Close lists, hints and dialogs that lie over a window or beside it."""
    QToolTip.hideText()
    popup = QApplication.activePopupWidget()
    while popup is not None:
        popup.close()
        following = QApplication.activePopupWidget()
        popup = following if following is not popup else None
    for other in QApplication.topLevelWidgets():
        if other is window or not other.isVisible():
            continue
        if isinstance(other, QDialog):
            other.reject()
        else:
            other.hide()
