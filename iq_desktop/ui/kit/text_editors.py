"""Editors for what is typed: a line, a note of any length, a number."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QTextEdit, QWidget

from iq_desktop.ui.kit.editor import Editor
from iq_desktop.ui.kit.fonts import ARABIC, BODY, FAMILIES
from iq_desktop.ui.kit.sizes import measure_by_text, scaled, set_font
from iq_desktop.ui.kit.speaking import SpeakingLabel, mark_wrong
from iq_desktop.ui.kit.spell_marks import SpellMarks
from iq_desktop.wording.cleaning import clean_characters, clean_line, clean_words
from iq_desktop.wording.reading import MisreadError, read_number
from iq_desktop.wording.text import NOTHING, Text, as_it_is, say

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QFocusEvent


_NOTE_LINES: Final = 3
_PAUSE: Final = 2000
_CENT: Final = Decimal("0.01")
_TOO_MUCH: Final = 10_000_000
"""Euros that no counselling is about: a telephone number, for example."""


class LineEditor(Editor):
    """One line of words, reported also while the person pauses; `foreign` ones begin on the side of their script."""

    _is_whole_at_any_time = True
    """Whether every beginning of what is typed is itself an answer, as a name is, but not a date."""
    _widest = ""
    """What is typed at its widest, where that is known: digits are wider than the letters of a hint."""

    def __init__(self, name: str, parent: QWidget | None = None, *, foreign: bool = False) -> None:
        """Build the line."""
        super().__init__(name, parent)
        self.line = QLineEdit(self)
        self._foreign = foreign
        self._row = self._fill(self.line)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._keep)
        self.line.editingFinished.connect(self._finish)
        self.line.textEdited.connect(self._clean)
        if foreign:
            self.line.textChanged.connect(self._align)

    def flush(self) -> bool:
        """Report what was typed and not yet reported."""
        self._pause.stop()
        return super().flush()

    @property
    def settled_words(self) -> str:
        """The words of the value, without any typing."""
        return self._words(self._value) if self.is_half_typed else self.line.text()

    def fit_text(self) -> None:
        """Follow the size where the line has a font of its own; leave room for a hint that stays, as for a date."""
        if self._foreign:
            self._begin_with((self.line.font().families() or [FAMILIES[0]])[0])
        if not self._is_whole_at_any_time:
            measure = QFontMetrics(QGuiApplication.font())
            words = (self.line.placeholderText(), self._widest)
            self.line.setMinimumWidth(max(map(measure.horizontalAdvance, words)) + scaled(30))

    def _display(self, value: Any) -> None:
        self._pause.stop()
        if self.line.text() != (words := self._words(value)):
            self.line.setText(words)
            if not self.line.hasFocus():
                self.line.setCursorPosition(0)
        self.line.setModified(False)

    def _words(self, value: Any) -> str:
        return str(value or "")

    def _is_touched(self) -> bool:
        return self.line.isModified()

    def _read(self) -> Any:
        return clean_line(self.line.text())

    def _clean(self, words: str) -> None:
        """Take out at once what came in by pasting and cannot be kept; the cursor stays where it is."""
        clean = clean_characters(words).replace("\n", " ")
        if clean != words:
            behind = len(self.line.text().encode("utf-16-le", "surrogatepass")) // 2 - self.line.cursorPosition()
            self.line.setText(clean)
            self.line.setCursorPosition(len(clean.encode("utf-16-le")) // 2 - behind)
            self.line.setModified(True)
        if self._is_whole_at_any_time:
            self._pause.start()

    def _tell(self, text: Text, advice: Text = NOTHING) -> None:
        super()._tell(text, advice)
        mark_wrong(self.line, wrong=self._is_misread)

    def _align(self, words: str) -> None:
        is_rtl = _is_right_to_left(words)
        side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
        self.line.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        first = ARABIC if is_rtl else FAMILIES[0]
        if self.line.font().families()[:1] != [first]:  # the first family decides how high the words stand
            self._begin_with(first)

    def _begin_with(self, first: str) -> None:
        """Write in the families with one of them first, in the present size of the text."""
        font = QFont()
        font.setFamilies([first, *(family for family in FAMILIES if family != first)])
        font.setPixelSize(scaled(BODY))
        set_font(self.line, font)


def _is_right_to_left(words: str) -> bool:
    return any("\u0590" <= letter <= "\u08ff" or "\ufb1d" <= letter <= "\ufefc" for letter in words)


class NumberEditor(LineEditor):
    """A number with a comma or a point, or a whole one; behind it stands what it counts."""

    _is_whole_at_any_time = False

    def __init__(self, name: str, parent: QWidget | None = None, *, whole: bool = True, unit: Text = NOTHING) -> None:
        """Build the line and its unit."""
        super().__init__(name, parent)
        self._whole = whole
        measure_by_text(self.line, most_width=120)
        if unit is not NOTHING:
            self.unit = SpeakingLabel(unit, "muted", self, wrap=False)
            self._row.addWidget(self.unit)
        self._row.addStretch(1)

    def _words(self, value: Any) -> str:
        return "" if value is None else str(value).replace(".", ",")

    def _read(self) -> Any:
        words = self.line.text().strip()
        number: Decimal | None = read_number(words) if words else None
        if number is None or not self._whole:
            return number
        if number != int(number) or number < 0:
            raise MisreadError(say("A whole number is needed here."), say("Please write it like this: 45"))
        return int(number)


class MoneyEditor(NumberEditor):
    """An amount of euros, kept with two places; nobody owes less than nothing, or parts of a cent."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Build the line with the sign behind it."""
        super().__init__(name, parent, whole=False, unit=as_it_is("€"))

    def _read(self) -> Any:
        amount: Decimal | None = super()._read()
        if amount is None:
            return None
        cents = amount * 100
        if not 0 <= amount < _TOO_MUCH or cents != int(cents):
            raise MisreadError(say("An amount in euros is needed here."), say("Please write it like this: 208,50"))
        return amount.quantize(_CENT)


class _NoteField(QTextEdit):
    """A text field that says when it was left, and takes only clean words from elsewhere."""

    def __init__(self, owner: NoteEditor) -> None:
        super().__init__(owner)
        self._owner = owner

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Look how the words are spelt from now on."""
        super().focusInEvent(event)
        self._owner.spelling.wake()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Report what was typed."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._owner.flush()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop words without what cannot be kept."""
        self.insertPlainText(clean_characters(source.text()))
        self.ensureCursorVisible()


class NoteEditor(Editor):
    """As many words as are needed: the field grows with them, and reports also while the person pauses."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Build the growing field."""
        super().__init__(name, parent)
        self.field = _NoteField(self)
        self.field.setAcceptRichText(False)
        self.field.setTabChangesFocus(True)
        self.field.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._fill(self.field)
        self.field.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.field.textChanged.connect(self._wait)
        self._pause.timeout.connect(self._finish)
        self.spelling = SpellMarks(self.field)
        self._grow()

    def flush(self) -> bool:
        """Report what was typed and not yet reported."""
        self._pause.stop()
        return super().flush()

    @property
    def settled_words(self) -> str:
        """The words of the value, without any typing."""
        return str(self._value or "") if self.is_half_typed else self.field.toPlainText()

    def _display(self, value: Any) -> None:
        if self._read() != (value or ""):
            self.field.setPlainText(value or "")
        self.field.document().setModified(False)
        self._pause.stop()

    def _is_touched(self) -> bool:
        return self.field.document().isModified()

    def _read(self) -> Any:
        return clean_words(self.field.toPlainText())

    def _wait(self) -> None:
        if self._is_touched():
            self._pause.start()

    def _grow(self) -> None:
        lines = self.field.fontMetrics().lineSpacing() * _NOTE_LINES
        document = self.field.document()
        inner = max(int(document.size().height()), lines + 2 * int(document.documentMargin()))
        self.field.setFixedHeight(inner + scaled(14))
