"""Waves under words of a note that may be misspelt, and in its menu what may have been meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QColor, QSyntaxHighlighter, QTextCharFormat, QTextCursor

from iq_desktop.ui.kit.speaking import find_tongue
from iq_desktop.ui.kit.speller import find_speller
from iq_desktop.ui.kit.theme import colours_now
from iq_desktop.ui.kit.turns import Turns
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QMenu, QTextEdit

    from iq_desktop.wording.spelling import Spelling

_PAUSE: Final = 700
"""Milliseconds after which the word at the cursor counts as finished."""


class SpellMarks(QSyntaxHighlighter):
    """Marks the words of a field from its first focus on, a paragraph at a time; nothing without a speller."""

    def __init__(self, field: QTextEdit) -> None:
        """Watch a field and offer its menu."""
        super().__init__(field.document())
        self._field = field
        self._spelling: Spelling | None = None
        self._revision = 0
        self._is_typing = self._is_waiting = False
        self._wrong = field.textCursor()
        self._turns = Turns(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._rest)
        field.document().contentsChange.connect(self._follow)
        field.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        field.customContextMenuRequested.connect(self._open_menu)

    @property
    def is_done(self) -> bool:
        """Whether every paragraph was looked at."""
        return self._turns.is_done and not self._pause.isActive()

    def wake(self) -> None:
        """Look for the words of the field's language, and mark what is there (the field got the focus)."""
        speller, tongue = find_speller(), find_tongue(self._field)
        if speller is None or tongue is None:
            return
        found = speller.find(tongue.code)
        if found is None and not self._is_waiting:
            self._is_waiting = True
            speller.ready.connect(self._hear)
        elif found is not None and found is not self._spelling:
            self._spelling = found
            self._turns.begin(self._mark_all())

    def highlightBlock(self, text: str) -> None:
        """Mark one paragraph, but not the word that is being typed."""
        if self._spelling is None:
            return
        wave = QTextCharFormat()
        wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        wave.setUnderlineColor(QColor(colours_now().danger))
        cursor = self._field.textCursor()
        is_here = self._is_typing and cursor.block() == self.currentBlock()
        typed = cursor.positionInBlock() if is_here else -1
        for start, length in self._spelling.wrong_places(text):
            if not start <= typed <= start + length:
                self.setFormat(start, length, wave)

    def wrong_word(self, cursor: QTextCursor) -> str:
        """Select the misspelt word at a cursor and return it; empty where there is none."""
        if self._spelling is None:
            return ""
        block = cursor.block()
        for start, length in self._spelling.wrong_places(block.text()):
            if start <= cursor.positionInBlock() <= start + length:
                cursor.setPosition(block.position() + start)
                cursor.setPosition(block.position() + start + length, QTextCursor.MoveMode.KeepAnchor)
                return cursor.selectedText()
        return ""

    def fill_menu(self, menu: QMenu, cursor: QTextCursor) -> None:
        """Put what may have been meant at the head of a menu, where the word at the cursor is misspelt."""
        word, tongue = self.wrong_word(cursor), find_tongue(self._field)
        if not word or self._spelling is None or tongue is None:
            return
        others = list(menu.actions())
        self._wrong = cursor
        acts = [(other, other) for other in self._spelling.suggestions(word)]
        for words, other in (*acts, (tongue.speak(say("Keep “{word}” as it is", word=word)), "")):
            action = QAction(words.replace("&", "&&"), menu)
            action.setData(other)
            action.triggered.connect(self._replace)
            menu.addAction(action)
        menu.addSeparator()
        for action in others:  # a menu moves an action that it is given again to its end
            menu.removeAction(action)
            menu.addAction(action)

    def _hear(self, _language: str) -> None:
        self.wake()

    def _follow(self, *_change: int) -> None:
        revision = self.document().revision()
        if revision != self._revision:  # marking itself is told as a change, too
            self._revision, self._is_typing = revision, self._field.hasFocus()
            self._pause.start()

    def _rest(self) -> None:
        self._is_typing = False
        self.rehighlightBlock(self._field.textCursor().block())

    def _mark_all(self) -> Iterator[None]:
        block = self.document().firstBlock()
        while block.isValid():
            self.rehighlightBlock(block)
            yield
            block = block.next()

    def _open_menu(self, place: QPoint) -> None:
        menu = self._field.createStandardContextMenu(place)
        self.fill_menu(menu, self._field.cursorForPosition(place))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._field.mapToGlobal(place))

    def _replace(self) -> None:
        action = self.sender()
        if not isinstance(action, QAction) or self._spelling is None:
            return
        if action.data():
            self._wrong.insertText(str(action.data()))
        else:
            self._spelling.keep(self._wrong.selectedText())
            self._turns.begin(self._mark_all())
