"""Editors for days, for dates that are only partly known, and for times of day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QDate, QPoint, QSize, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QCalendarWidget, QWidget

from iq_desktop.domain.partial_date import DateForm, PartialDate, form_of_words, read_partial_date
from iq_desktop.ui.kit.painted import ChoiceBox
from iq_desktop.ui.kit.sizes import measure_by_text, scaled
from iq_desktop.ui.kit.speaking import SpeakingButton
from iq_desktop.ui.kit.text_editors import LineEditor
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.date_words import read_time
from iq_desktop.wording.reading import MisreadError, read_day
from iq_desktop.wording.text import NOTHING, say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from iq_desktop.wording.text import Text
    from iq_desktop.wording.tongue import Tongue

_EXAMPLES: Final = {
    DateForm.DATE: say("yyyy or dd.mm.yyyy"),
    DateForm.ABOUT: say("about {date}", date="1980"),
    DateForm.RANGE: say("{first} to {second}", first="1980", second="1982"),
    DateForm.DIFFER: say("{first} or {second}", first="12.05.1980", second="01.01.1981"),
}


class DayEditor(LineEditor):
    """A day, typed as one likes (3.11.26, 3112026, 2026-11-03) or picked from a calendar."""

    _is_whole_at_any_time = False
    _widest = "28.08.2028"

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Build line and calendar button."""
        super().__init__(name, parent)
        self.pick = SpeakingButton(say("Choose in the calendar"), "icon", "calendar", self)
        measure_by_text(self.line, most_width=200)
        self._row.addWidget(self.pick)
        self._row.addStretch(1)
        self._calendar: QCalendarWidget | None = None
        self.pick.clicked.connect(self._open_calendar)

    def speak(self, tongue: Tongue) -> None:
        """Show how a date is written, with room for it."""
        words = tongue.speak(say("dd.mm.yyyy"))
        self.line.setPlaceholderText(words)
        self.fit_text()

    def _words(self, value: Any) -> str:
        return value.strftime("%d.%m.%Y") if value else ""

    def _read(self) -> Any:
        words = self.line.text().strip()
        return read_day(words, today()) if words else None

    def _open_calendar(self) -> None:
        if self._calendar is None:
            self._calendar = QCalendarWidget(self)
            self._calendar.setWindowFlag(Qt.WindowType.Popup)
            self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
            self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
            self._calendar.clicked.connect(self._pick_day)
            self._calendar.activated.connect(self._pick_day)
        shown = self._value if isinstance(self._value, dt.date) else today()
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
    """A date as people tell it: a year, a month, a day, roughly, from … to, or as two papers that differ.

    What is typed decides how it is told, and the list beside it shows that; choosing there writes it so.
    """

    _is_whole_at_any_time = False

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Build line and list."""
        super().__init__(name, parent)
        self.form = ChoiceBox(self)
        self.form.setObjectName(f"{name}_form")
        self._tongue: Tongue | None = None
        measure_by_text(self.line, most_width=320)
        self._row.addWidget(self.form)
        self._row.addStretch(1)
        self.line.textEdited.connect(self._follow)
        self.form.activated.connect(self._choose_form)

    def speak(self, tongue: Tongue) -> None:
        """Show how a date is written and told."""
        self._tongue = tongue
        at = max(self.form.currentIndex(), 0)
        self.form.blockSignals(True)
        self.form.clear()
        self.form.addItems([tongue.speak(form.label) for form in DateForm])
        self.form.setCurrentIndex(at)
        self.form.blockSignals(False)
        self.fit_text()
        self._name_form()
        self._show_example()
        if not self.is_half_typed:
            self._display(self._value if isinstance(self._value, PartialDate) else None)

    def name_for_readers(self, label: str) -> None:
        """Tell screen readers what is asked in the line, and in the list beside it."""
        super().name_for_readers(label)
        self._name_form()

    def wanted_width(self) -> int:
        """Return the width of line and list."""
        return self.line.minimumWidth() + self.form.minimumWidth() + STEP

    def fit_text(self) -> None:
        """Leave room for every word in line and list."""
        if self._tongue is None:
            return
        measure = QFontMetrics(QGuiApplication.font()).horizontalAdvance  # its own may follow a moment later
        examples = (self._tongue.speak(example) for example in _EXAMPLES.values())
        self.line.setMinimumWidth(max(map(measure, examples)) + scaled(30))
        words = (self.form.itemText(row) for row in range(self.form.count()))
        self.form.setMinimumWidth(max(map(measure, words)) + scaled(56))
        self._turn()

    def minimumSizeHint(self) -> QSize:
        """Return the width of the wider of both: the list can stand below the line."""
        least = max(self.line.minimumWidth(), self.form.minimumWidth())
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the list below the line where both have no room beside each other."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        is_wide = self.width() >= self.wanted_width()
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)

    def _name_form(self) -> None:
        if self._tongue is not None:
            name = self._tongue.speak(say("How the date is told"))
            label = self.line.accessibleName()
            self.form.setAccessibleName(f"{label}: {name}" if label else name)

    def _shown_form(self) -> DateForm:
        return list(DateForm)[max(self.form.currentIndex(), 0)]

    def _show_form(self, form: DateForm) -> None:
        self.form.setCurrentIndex(list(DateForm).index(form))
        self._show_example()

    def _show_example(self) -> None:
        if self._tongue is not None:
            self.line.setPlaceholderText(self._tongue.speak(_EXAMPLES[self._shown_form()]))

    def _display(self, value: Any) -> None:
        super()._display(value)
        self._show_form(value.form if value else DateForm.DATE)

    def _words(self, value: Any) -> str:
        return self._spoken(value.typed()) if value else ""

    def _spoken(self, text: Text) -> str:
        return self._tongue.speak(text) if self._tongue is not None else ""

    def _read(self) -> Any:
        words = self.line.text().strip()
        return read_partial_date(words, today()) if words else None

    def _follow(self, words: str) -> None:
        """Show how the words tell the date, while they are typed."""
        if words.strip():
            self._show_form(form_of_words(words))

    def _choose_form(self, _row: int) -> None:
        """Tell the date that stands there in another way; what lacks then is waited for in the line."""
        form, date = self._shown_form(), self._typed_date()
        self.line.setFocus()
        if date is None:
            self._show_example()
            return
        told = self._told_as(form, date)
        self.line.setText(self._spoken(told))
        self.line.setModified(True)
        self._show_form(form)
        if date.second is not None or form in (DateForm.DATE, DateForm.ABOUT):
            self.flush()

    def _told_as(self, form: DateForm, date: PartialDate) -> Text:
        """Return a date as it is typed when it is told in another way; a pair that lacks its second date ends open."""
        first, second = date.first, date.second.typed() if date.second else NOTHING
        if form is DateForm.RANGE:
            return say("{first} to {second}", first=first.typed(), second=second)
        if form is DateForm.DIFFER:
            return say("{first} or {second}", first=first.typed(), second=second)
        return PartialDate(first.year, first.month, first.day, about=form is DateForm.ABOUT).typed()

    def _typed_date(self) -> PartialDate | None:
        """Return the date that stands in the line, or None where it cannot be read."""
        try:
            date: PartialDate | None = self._read()
        except MisreadError:
            return None
        return date


class TimeEditor(LineEditor):
    """A time of day, typed as one likes (9, 9:30, 930); the value is „09:30“, empty where none is fixed."""

    _is_whole_at_any_time = False

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Build the line."""
        super().__init__(name, parent)
        measure_by_text(self.line, most_width=120)
        self._row.addStretch(1)

    def speak(self, tongue: Tongue) -> None:
        """Show how a time is written."""
        self.line.setPlaceholderText(tongue.speak(say("hh:mm")))

    def _read(self) -> Any:
        words = self.line.text().strip()
        return read_time(words) if words else ""


def today() -> dt.date:
    """Return the day at the desk: it only decides which century two digits of a year mean."""
    return dt.date.today()  # noqa: DTZ011  (the calendar on the wall)
