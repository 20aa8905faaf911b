"""Editors for what is typed: a line, a note of any length, a number, a day, a date that is only partly known."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QDate, QPoint, Qt, QTimer
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QSizePolicy, QTextEdit, QWidget

from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.ui.kit.editor import Editor
from iq_desktop.ui.kit.fonts import ARABIC, FAMILIES
from iq_desktop.ui.kit.painted import Tick
from iq_desktop.ui.kit.speaking import SpeakingButton, mark_wrong
from iq_desktop.wording.cleaning import clean_characters, clean_line, clean_words
from iq_desktop.wording.reading import read_date_parts, read_day, read_number
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from decimal import Decimal

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QFocusEvent

    from iq_desktop.wording.tongue import Tongue

_NOTE_LINES: Final = 3
_PAUSE: Final = 2000


class LineEditor(Editor):
    """One line of words, reported also while the person pauses; `foreign` ones begin on the side of their script."""

    _is_whole_at_any_time = True
    """Whether every beginning of what is typed is itself an answer, as a name is, but not a date."""

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
        font = self.line.font()
        first = ARABIC if is_rtl else FAMILIES[0]
        if font.families()[:1] != [first]:  # the first family decides how high the words stand
            font.setFamilies([first, *(family for family in FAMILIES if family != first)])
            self.line.setFont(font)


def _is_right_to_left(words: str) -> bool:
    return any("\u0590" <= letter <= "\u08ff" or "\ufb1d" <= letter <= "\ufefc" for letter in words)


class NumberEditor(LineEditor):
    """A number, typed with point or comma; `whole` ones report an int, others a Decimal."""

    _is_whole_at_any_time = False

    def __init__(self, name: str, parent: QWidget | None = None, *, whole: bool = True) -> None:
        """Build the line."""
        super().__init__(name, parent)
        self._whole = whole
        self.line.setMaximumWidth(160)
        self._row.addStretch(1)

    def _words(self, value: Any) -> str:
        return "" if value is None else str(value).replace(".", ",")

    def _read(self) -> Any:
        words = self.line.text().strip()
        number: Decimal | None = read_number(words) if words else None
        return int(number) if number is not None and self._whole else number


class DayEditor(LineEditor):
    """A day, typed as one likes (3.11.26, 3112026, 2026-11-03) or picked from a calendar."""

    _is_whole_at_any_time = False

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Build line and calendar button."""
        super().__init__(name, parent)
        self.pick = SpeakingButton(say("Choose in the calendar"), "icon", "calendar", self)
        self.line.setMaximumWidth(200)
        self._row.addWidget(self.pick)
        self._row.addStretch(1)
        self._calendar: QCalendarWidget | None = None
        self.pick.clicked.connect(self._open_calendar)

    def speak(self, tongue: Tongue) -> None:
        """Show how a date is written, with room for it."""
        words = tongue.speak(say("dd.mm.yyyy"))
        self.line.setPlaceholderText(words)
        self.line.setMinimumWidth(self.line.fontMetrics().horizontalAdvance(words) + 30)

    def _words(self, value: Any) -> str:
        return value.strftime("%d.%m.%Y") if value else ""

    def _read(self) -> Any:
        words = self.line.text().strip()
        return read_day(words, _today()) if words else None

    def _open_calendar(self) -> None:
        if self._calendar is None:
            self._calendar = QCalendarWidget(self)
            self._calendar.setWindowFlag(Qt.WindowType.Popup)
            self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
            self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
            self._calendar.clicked.connect(self._pick_day)
            self._calendar.activated.connect(self._pick_day)
        shown = self._value if isinstance(self._value, dt.date) else _today()
        self._calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        self._calendar.move(self.mapToGlobal(QPoint(0, self.height())))
        self._calendar.show()
        self._calendar.setFocus()

    def _pick_day(self, day: QDate) -> None:
        if self._calendar is not None:
            self._calendar.hide()
        self.line.setFocus()
        self._tell(NOTHING)
        self._commit(dt.date(day.year(), day.month(), day.day()))


class PartialDateEditor(LineEditor):
    """A year, a month of a year or a day, and whether it is only roughly known."""

    _is_whole_at_any_time = False

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Build line and tick."""
        super().__init__(name, parent)
        self.about = Tick(say("roughly"), self)
        self.line.setMaximumWidth(240)
        self._row.addWidget(self.about)
        self._row.addStretch(1)
        self.about.clicked.connect(self._turn_about)

    def speak(self, tongue: Tongue) -> None:
        """Show how a date is written."""
        words = tongue.speak(say("yyyy or dd.mm.yyyy"))
        self.line.setPlaceholderText(words)
        self.line.setMinimumWidth(self.line.fontMetrics().horizontalAdvance(words) + 30)

    def wanted_width(self) -> int:
        """Return the width of line and tick."""
        return self.line.minimumWidth() + self.about.sizeHint().width() + 8

    def _display(self, value: Any) -> None:
        super()._display(value)
        self.about.setChecked(bool(value and value.about))

    def _words(self, value: Any) -> str:
        if not value:
            return ""
        parts = (
            f"{value.day:02}." if value.day else "",
            f"{value.month:02}." if value.month else "",
            f"{value.year:04}",
        )
        return "".join(parts)

    def _read(self) -> Any:
        words = self.line.text().strip()
        return PartialDate(*read_date_parts(words, _today()), about=self.about.isChecked()) if words else None

    def _turn_about(self) -> None:
        self.line.setModified(True)
        self.flush()


class _NoteField(QTextEdit):
    """A text field that says when it was left, and takes only clean words from elsewhere."""

    def __init__(self, owner: NoteEditor) -> None:
        super().__init__(owner)
        self._owner = owner

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
        self.field.setFixedHeight(inner + 14)


def _today() -> dt.date:
    """Return the day at the desk: it only decides which century two digits of a year mean."""
    return dt.date.today()  # noqa: DTZ011  (the calendar on the wall)
