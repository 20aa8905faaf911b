"""Where one can go in the window, and how its screens are built when they are first visited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.ui.kit.rail import Place
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from iq_desktop.ui.shell.open_case import OpenCase
    from iq_desktop.ui.shell.workplace import Workplace

TODAY, CASES, CASE, COURSES, SETTINGS = "today", "cases", "case", "courses", "settings"
PLACES: Final = (
    Place(TODAY, say("Today"), "today"),
    Place(CASES, say("Cases"), "cases"),
    Place(CASE, say("Open case"), "person"),
    Place(COURSES, say("Courses"), "courses"),
    Place(SETTINGS, say("Settings"), "settings"),
)
AREAS: Final = (TODAY, CASES, COURSES, SETTINGS)
"""The places that are always there, in the order of their keys."""


_SPOT_PARTS: Final = 3


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the adviser is: a place, and in a case its identity and page."""

    place: str = TODAY
    case_id: str = ""
    page: str = ""

    def written(self) -> str:
        """Return the spot as one word, without anybody's name."""
        return f"{self.place}:{self.case_id}:{self.page}"


def read_spot(words: str) -> Spot:
    """Return the spot of a word; the first place where it cannot be understood."""
    parts = words.split(":")
    known = {place.name for place in PLACES}
    return Spot(*parts) if len(parts) == _SPOT_PARTS and parts[0] in known else Spot()


def make_screen(name: str, place: Workplace, parent: QWidget) -> QWidget:
    """Return the screen of an area; raises KeyError for another name."""
    from iq_desktop.ui.screens.cases import CasesScreen  # noqa: PLC0415  (screens know the shell, not the shell them)
    from iq_desktop.ui.screens.courses import CoursesScreen  # noqa: PLC0415  (see above)
    from iq_desktop.ui.screens.settings import SettingsScreen  # noqa: PLC0415  (see above)
    from iq_desktop.ui.screens.today import TodayScreen  # noqa: PLC0415  (see above)

    makers = {TODAY: TodayScreen, CASES: CasesScreen, COURSES: CoursesScreen, SETTINGS: SettingsScreen}
    return makers[name](place, parent)


def case_screens() -> Mapping[str, Callable[[Workplace, OpenCase, QWidget], QWidget]]:
    """Return how the pages of a case are built."""
    from iq_desktop.ui.screens.case_pages import CASE_SCREENS  # noqa: PLC0415  (see above)

    return CASE_SCREENS
