"""The columns of the list of courses, and the list itself, in which old offers are grey."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from iq_desktop.domain.course import OfferAge
from iq_desktop.ui.kit.table import Column, RowModel, RowTable
from iq_desktop.ui.kit.theme import colours_now
from iq_desktop.usecases.course_words import distance_words, form_words, is_own, level_words, price_words, start_words
from iq_desktop.wording.text import joined, say

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from iq_desktop.domain.course import FoundCourse
    from iq_desktop.wording.tongue import Tongue

_AGES: Final = {
    OfferAge.PAST: say("past"),
    OfferAge.CLOSED: say("no applications any more"),
    OfferAge.OLD_CATALOGUE: say("old catalogue"),
}
_MARKS: Final = {OfferAge.PAST: "clock", OfferAge.CLOSED: "lock", OfferAge.OLD_CATALOGUE: "info"}
"""Icons beside those words; none where an offer is current."""


def course_key(found: FoundCourse) -> str:
    """Return what makes two rows the same course."""
    return found.course.key


def _title(found: FoundCourse, _tongue: Tongue) -> str:
    return found.course.title


def _provider(found: FoundCourse, tongue: Tongue) -> str:
    provider = found.course.provider
    return tongue.speak(say("{provider} (own offer)", provider=provider)) if is_own(found.course) else provider


def _place_name(found: FoundCourse, _tongue: Tongue) -> str:
    return found.course.place


def _distance(found: FoundCourse, tongue: Tongue) -> str:
    return tongue.speak(distance_words(found))


def _start(found: FoundCourse, tongue: Tongue) -> str:
    start = start_words(found.course)
    age = _AGES.get(found.age)
    if age is not None and found.age is OfferAge.CLOSED:
        return tongue.speak(age)  # both have no room; nobody can begin on that day any more
    return tongue.speak(start if age is None else joined((start, age)))


def _age_mark(found: FoundCourse) -> str:
    return _MARKS.get(found.age, "")


def _level(found: FoundCourse, tongue: Tongue) -> str:
    return tongue.speak(level_words(found.course))


def _price(found: FoundCourse, tongue: Tongue) -> str:
    return tongue.speak(price_words(found.course))


def _form(found: FoundCourse, tongue: Tongue) -> str:
    return tongue.speak(form_words(found.course))


COURSE_COLUMNS: Final = (
    Column("title", say("Course"), _title, 4),
    Column("provider", say("Provider"), _provider, 2),
    Column("place", say("Place"), _place_name, 1),
    Column("distance", say("Distance"), _distance, 0, to_right=True),
    Column("start", say("Start"), _start, 0, _age_mark),
    Column("level", say("German"), _level, 0),
    Column("price", say("Price"), _price, 0, to_right=True),
    Column("form", say("Form"), _form, 0),
)
"""What one looks for first stands first."""


class CourseModel(RowModel):
    """Rows of courses; those that may be of no use any more are grey, and say so in their start."""

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(colours_now().muted) if self.rows[index.row()].is_old else None
        return super().data(index, role)


class CourseTable(RowTable):
    """The list of courses."""

    def make_model(self) -> RowModel:
        """Return the model of the rows."""
        return CourseModel(self._columns, self._key, self)
