"""The page Competences: the occupation, what belongs to it, and how well the person can do it in both views."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout

from iq_desktop.domain.competence import OccupationRole
from iq_desktop.domain.ranking import strongest_rated
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.radar import Axis, Radar
from iq_desktop.ui.kit.search_field import SearchField, Suggestion
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.occupation_tag import OccupationTag, codes_of
from iq_desktop.ui.screens.parts.page_frame import PageFrame
from iq_desktop.ui.screens.parts.row_list import RowList
from iq_desktop.ui.screens.parts.skill_card import SkillCard
from iq_desktop.ui.screens.parts.talk_corner import TalkCorner
from iq_desktop.usecases.competences import (
    add_own_skill,
    find_occupations,
    give_up_occupation,
    rate,
    remove_competence,
    take_up_occupation,
)
from iq_desktop.wording.text import as_it_is, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.competence import ChosenOccupation, Competence
    from iq_desktop.domain.instrument import Instrument
    from iq_desktop.domain.occupation import Occupation
    from iq_desktop.domain.problem import Problem
    from iq_desktop.ui.shell.open_case import OpenCase
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.wording.tongue import Tongue

_BESIDE: Final = 760
"""From this width on occupation and picture stand beside each other, in pixels."""
_AXES: Final = 8
_FEWEST_AXES: Final = 3


class CompetencesPage(PageFrame):
    """Occupations and competences of a case; `case_wanted` carries the case to which a sheet of paper belongs."""

    case_wanted = Signal(str)

    def __init__(self, place: Workplace, open_case: OpenCase, parent: QWidget | None = None) -> None:
        """Build search, occupations, picture and list."""
        super().__init__("competences", place, open_case, parent)
        self.search = SearchField("occupation_search", say("Occupation, German or English"), self)
        self.occupations = RowList(self._make_tag, _show_tag, self, gap=STEP)
        self.radar = Radar(parent=self)
        self.skills = SkillCard(self)
        self.talks = TalkCorner(self, _belongs_here)
        self.talks.sheets.other_case.connect(self.case_wanted)
        self._place()
        self.search.asked.connect(self._look_for)
        self.search.chosen.connect(self._take_up)
        self.skills.list.changed.connect(self._rate)
        self.skills.list.removed.connect(self._remove)
        self.skills.own_skill.connect(self._add_own)

    def _place(self) -> None:
        left = Card(say("Occupation"), self)
        left.add(self.search)
        left.add(self.occupations)
        self.first_hint = SpeakingLabel(
            say("Begin with the occupation that the person learned or practised. Its competences come by themselves."),
            "muted",
            left,
        )
        left.add(self.first_hint)
        self._profile = right = Card(say("Profile"), self)
        self._few = SpeakingLabel(say("The picture appears as soon as three competences are rated."), "hint", left)
        left.add(self._few)
        left.body.addStretch(1)
        right.add(self.radar)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(2 * STEP)
        self._row.addWidget(left, 5)
        self._row.addWidget(right, 6)
        self.column.addLayout(self._row)
        self.column.addWidget(self.talks.card)
        self.column.addWidget(self.talks.results)
        self.column.addWidget(self.talks.sheets.card)
        self.column.addWidget(self.skills)
        self.column.addStretch(1)

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        self.skills.flush()
        self.talks.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set occupation and picture beside or below each other."""
        super().resizeEvent(event)
        is_wide = self.width() >= scaled(_BESIDE)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)

    def speak(self, tongue: Tongue) -> None:
        """Name the axes of the picture in a tongue."""
        if self.case is not None:
            self._show_radar(self.case, tongue)

    def _show(self, case: CaseFile, problems: Sequence[Problem], *, is_other: bool) -> None:
        del problems
        if is_other:
            self.occupations.show_values(())
        self.occupations.show_values(case.occupations)
        self.occupations.setVisible(bool(case.occupations))
        self.first_hint.setVisible(not case.occupations)
        self.skills.show_case(case)
        self.talks.show_case(case, is_other=is_other)
        self._show_radar(case, self.place.tongue())

    def _show_radar(self, case: CaseFile, tongue: Tongue) -> None:
        strongest = strongest_rated(case.competences, _AXES)
        has_picture = len(strongest) >= _FEWEST_AXES
        self._profile.setVisible(has_picture)
        self._few.setVisible(bool(case.competences) and not has_picture)
        self.radar.show_axes([_axis(competence, tongue) for competence in strongest])

    def _go_to(self, field: str) -> None:
        del field
        first = next(iter(self.skills.list.rows.values()), None)
        (first.own if first is not None else self.search).setFocus()

    def _make_tag(self, chosen: ChosenOccupation) -> OccupationTag:
        tag = OccupationTag(chosen, self.occupations)
        tag.removed.connect(self._give_up)
        return tag

    def _look_for(self, words: str) -> None:
        language = self.place.tongue().code
        work = partial(find_occupations, self.place.desk, words, language)
        ask_behind(self, self.place, work, partial(self._suggest, words, language))

    def _suggest(self, words: str, language: str, found: Sequence[Occupation]) -> None:
        self.search.show_suggestions(
            words,
            [Suggestion(one.naming.in_language(language), codes_of(one.isco, one.kldb), one) for one in found],
        )

    def _take_up(self, occupation: Occupation) -> None:
        self.flush()
        self.change_behind(partial(_with_occupation, self.place.desk, occupation))

    def _give_up(self, chosen: ChosenOccupation) -> None:
        name = chosen.name(self.place.tongue().code)
        case = give_up_occupation(self.place.desk, self.open_case.case, chosen)
        self.change_with_undo(case, say("The occupation was removed: {name}", name=name))

    def _rate(self, competence: Competence) -> None:
        self.change(rate(self.open_case.case, competence))

    def _remove(self, competence: Competence) -> None:
        name = competence.name(self.place.tongue().code)
        case = remove_competence(self.open_case.case, competence)
        self.change_with_undo(case, say("The competence was removed: {name}", name=name))

    def _add_own(self, words: str) -> None:
        self.change(add_own_skill(self.open_case.case, words))


def _with_occupation(desk: Desk, occupation: Occupation, case: CaseFile) -> CaseFile:
    return take_up_occupation(desk, case, occupation, OccupationRole.LEARNED)


def _show_tag(_tag: OccupationTag, _chosen: ChosenOccupation, _number: int) -> None:
    """Leave a tag as it is: an occupation never changes after it was chosen."""


def _belongs_here(instrument: Instrument) -> bool:
    return instrument.subject != "language"


def _axis(competence: Competence, tongue: Tongue) -> Axis:
    own, adviser = competence.self_rating, competence.adviser_rating
    return Axis(as_it_is(competence.name(tongue.code)), own.step if own else None, adviser.step if adviser else None)
