"""The columns of the list of courses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.ui.kit.table import Column
from iq_desktop.ui.screens.parts.course_view import distance_words, start_of
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.domain.course import FoundCourse
    from iq_desktop.wording.tongue import Tongue


def course_key(found: FoundCourse) -> str:
    """Return what makes two rows the same course."""
    return f"{found.course.catalogue}/{found.course.id}"


def _title(found: FoundCourse, _tongue: Tongue) -> str:
    return found.course.title


def _provider(found: FoundCourse, _tongue: Tongue) -> str:
    return found.course.provider


def _place_name(found: FoundCourse, _tongue: Tongue) -> str:
    return found.course.place


def _distance(found: FoundCourse, tongue: Tongue) -> str:
    return tongue.speak(distance_words(found))


def _start(found: FoundCourse, tongue: Tongue) -> str:
    return tongue.speak(start_of(found.course))


def _form(found: FoundCourse, tongue: Tongue) -> str:
    return tongue.speak(found.course.form.label)


COURSE_COLUMNS: Final = (
    Column("title", say("Course"), _title, 4),
    Column("provider", say("Provider"), _provider, 2),
    Column("place", say("Place"), _place_name, 1),
    Column("distance", say("Distance"), _distance, 0, to_right=True),
    Column("start", say("Start"), _start, 0),
    Column("form", say("Form"), _form, 0),
)
"""What one looks for first stands first."""
