"""A case at a glance beside the list: who, which languages, what is open, the profile where it is rated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from iq_desktop.domain.competence import OccupationRole
from iq_desktop.domain.language_skill import strongest
from iq_desktop.domain.ranking import strongest_rated
from iq_desktop.ui.kit.page_area import PageArea
from iq_desktop.ui.kit.radar import Axis, Radar
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, find_tongue
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.usecases.case_pages import CASE_PAGES, page_problems
from iq_desktop.wording.text import NOTHING, Text, as_it_is, say

if TYPE_CHECKING:
    import datetime as dt

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.competence import Competence
    from iq_desktop.wording.tongue import Tongue

_AXES: Final = 6
_FEWEST: Final = 3


class QuickView(QFrame):
    """Shows one case; `opened` when it shall be opened."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the card; it says what to do while no case is chosen."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.case: CaseFile | None = None
        self._today: dt.date | None = None
        self.name = SpeakingLabel(NOTHING, "heading", self)
        self.own_script = QLabel(self)
        self.own_script.setWordWrap(True)
        self.own_script.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        self.facts = SpeakingLabel(NOTHING, "muted", self)
        self.languages = SpeakingLabel(NOTHING, "", self)
        self.open_things = SpeakingLabel(NOTHING, "", self)
        self.radar = Radar(parent=self)
        self.hint = SpeakingLabel(say("Choose a case to see it here."), "muted", self)
        self.open_button = SpeakingButton(say("Open the case"), "", "right", self)
        self.open_button.clicked.connect(self.opened)
        self._heads = [SpeakingLabel(say("Languages"), "label", self), SpeakingLabel(say("Still open"), "label", self)]
        self._place()
        self.clear()

    def _place(self) -> None:
        inside = QWidget(self)
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, STEP, 0)
        lines.setSpacing(4)
        for part in (self.name, self.own_script, self.facts):
            lines.addWidget(part)
        lines.addSpacing(STEP)
        for head, words in zip(self._heads, (self.languages, self.open_things), strict=True):
            lines.addWidget(head)
            lines.addWidget(words)
            lines.addSpacing(STEP)
        lines.addWidget(self.radar, 1)
        lines.addStretch(1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(3 * STEP, 2 * STEP + 4, 2 * STEP, 3 * STEP)
        outside.setSpacing(STEP + 4)
        outside.addWidget(self.hint)
        outside.addWidget(PageArea(inside, parent=self), 1)
        outside.addWidget(self.open_button)

    def clear(self) -> None:
        """Show no case."""
        self.case = None
        self._show_parts()

    def show_case(self, case: CaseFile, today: dt.date) -> None:
        """Show a case."""
        self.case, self._today = case, today
        self.own_script.setText(case.client.own_script_name)
        self._show_parts()
        tongue = find_tongue(self)
        if tongue is not None:
            self.speak(tongue)

    def speak(self, tongue: Tongue) -> None:
        """Tell everything in a tongue."""
        if self.case is None or self._today is None:
            return
        case, client = self.case, self.case.client
        self.name.show_text(as_it_is(client.full_name) if client.full_name else say("Without a name"))
        self.facts.show_text(_facts(case, tongue))
        self.languages.show_text(_languages(case, tongue))
        missing = [page.title for page in CASE_PAGES if page_problems(case, page, self._today)]
        words = as_it_is(", ".join(tongue.speak(title) for title in missing))
        self.open_things.show_text(words if missing else say("Nothing: every page is complete."))
        self.radar.show_axes([_axis(one, tongue.code) for one in strongest_rated(case.competences, _AXES)])

    def _show_parts(self) -> None:
        has_case = self.case is not None
        self.hint.setVisible(not has_case)
        for part in (self.name, self.facts, self.languages, self.open_things, self.open_button, *self._heads):
            part.setVisible(has_case)
        self.own_script.setVisible(self.case is not None and bool(self.case.client.own_script_name))
        rated = strongest_rated(self.case.competences, _AXES) if self.case is not None else ()
        self.radar.setVisible(len(rated) >= _FEWEST)


def _facts(case: CaseFile, tongue: Tongue) -> Text:
    parts = [tongue.speak(say("Case {number}", number=case.number))]
    if case.client.birth is not None:
        parts.append(tongue.speak(say("born {date}", date=case.client.birth.brief())))
    parts += [tongue.country_name(code) for code in case.client.nationalities]
    parts += [one.name(tongue.code) for one in case.occupations_as(OccupationRole.LEARNED)[:1]]
    parts += [case.client.place] if case.client.place else []
    if case.is_invented:
        parts.append(tongue.speak(say("invented")))
    return as_it_is(" · ".join(parts))


def _languages(case: CaseFile, tongue: Tongue) -> Text:
    codes = dict.fromkeys((case.contact.client_language, *(skill.language for skill in case.languages)))
    words = []
    for code in filter(None, codes):
        known = strongest(case.languages, code)
        level = tongue.speak(known.lowest.label) if known is not None and known.lowest is not None else ""
        words.append(" ".join(filter(None, (tongue.language_name(code), level))))
    return as_it_is(" · ".join(words)) if words else say("Not asked yet")


def _axis(competence: Competence, language: str) -> Axis:
    own, adviser = competence.self_rating, competence.adviser_rating
    return Axis(as_it_is(competence.name(language)), own.step if own else None, adviser.step if adviser else None)
