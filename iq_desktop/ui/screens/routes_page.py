"""The page Routes: the ways to the goal, occupations that fit the profile, and courses that close the gap."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QVBoxLayout

from iq_desktop.domain.way_words import YOUR_WAY
from iq_desktop.forms.vocabulary import Section
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.empty import EmptyPage
from iq_desktop.ui.kit.reading_order import first_stop
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.speaking import speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.interpreter_talk import CardTalk, ReadCard
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.gap_courses import GapCourses
from iq_desktop.ui.screens.parts.page_frame import PageFrame
from iq_desktop.ui.screens.parts.route_detail import RouteDetail
from iq_desktop.ui.screens.parts.route_row import RouteRow
from iq_desktop.ui.screens.parts.section_links import SectionLinks
from iq_desktop.ui.screens.parts.ways_part import WAY_KEYS, WaysPart
from iq_desktop.usecases.referrals import refer_to_course
from iq_desktop.usecases.routes import (
    counted_skills,
    courses_of,
    find_courses_for_gap,
    is_wished,
    rank_occupations,
    unwish,
    wish_for,
)
from iq_desktop.usecases.way_cards import cards_of_way
from iq_desktop.wording.languages import Direction, direction_of
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.course import FoundCourse
    from iq_desktop.domain.problem import Problem
    from iq_desktop.domain.route import RankedOccupation
    from iq_desktop.ui.kit.background import Job
    from iq_desktop.ui.shell.open_case import OpenCase
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.routes import Reach

_BESIDE: Final = 720
"""From this width on list and detail stand beside each other, in pixels."""
_LIST: Final = 340
_ROOM_FOR_LINKS: Final = 560
_SECTIONS: Final = (
    say("Ways to the goal"),
    say("Steps of the way"),
    say("What fits"),
    say("Courses that close the gap"),
)


class RoutesPage(PageFrame):
    """The ways and the ranking of a case; `page_wanted` leads to a page, and to a field where one has to come first."""

    page_wanted = Signal(str, str)
    key_rows = WAY_KEYS

    def __init__(self, place: Workplace, open_case: OpenCase, parent: QWidget | None = None) -> None:
        """Build ways, list, detail and courses."""
        super().__init__("routes", place, open_case, parent)
        self.rows: list[RouteRow] = []
        self._group = QButtonGroup(self)
        self._ranked_for: tuple[object, ...] = ()
        self._searched_for: tuple[object, ...] = ()
        self._chosen = ""
        self.cards: CardTalk | None = None
        self._search: Job | None = None
        self.links = SectionLinks([Section(heading, ()) for heading in _SECTIONS], self)
        self.ways = WaysPart(self)
        self.empty = EmptyPage(
            "route",
            say("Which occupations fit, and what is still missing? Rate some competences first."),
            say("To the competences"),
            self,
        )
        self.list_card = Card(say("What fits"), self)
        self.detail = RouteDetail(self)
        self.courses = GapCourses(self)
        self._place()
        self.empty.acted.connect(self._go_to_competences)
        self.links.wanted.connect(self._show_section)
        self.ways.changed.connect(self.change)
        self.ways.page_wanted.connect(self.page_wanted)
        self.ways.steps.client_wanted.connect(self._show_to_client)
        self.detail.wish_turned.connect(self._turn_wish)
        self.courses.wanted.connect(self._refer)
        self.courses.reach_chosen.connect(self._look_for_courses)

    def _place(self) -> None:
        self._lines = QVBoxLayout()
        self._lines.setSpacing(STEP // 2)
        self.list_card.add(self._lines)
        self.list_card.body.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(2 * STEP)
        right.addWidget(self.detail)
        right.addWidget(self.courses)
        right.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(2 * STEP)
        self._row.addWidget(self.list_card)
        self._row.addLayout(right, 1)
        self.column.addWidget(self.links)
        self.column.addWidget(self.ways)
        self.column.addWidget(self.empty)
        self.column.addLayout(self._row)
        self.column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set list and detail beside or below each other."""
        super().resizeEvent(event)
        is_wide = self.width() >= scaled(_BESIDE)
        self.links.setVisible(self.width() >= scaled(_ROOM_FOR_LINKS))
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        self.list_card.setMaximumWidth(scaled(_LIST) if is_wide else 16_777_215)
        self.list_card.setMinimumWidth(scaled(_LIST) if is_wide else 0)

    def _show(self, case: CaseFile, problems: Sequence[Problem], *, is_other: bool) -> None:
        self.ways.show_case(case, problems, is_other=is_other)
        if is_other:
            self._hide_cards_of_another()
            self._ranked_for = self._searched_for = ()
            self._chosen = ""
            self._show_ranking(())
        self._show_parts(case)
        wanted = (counted_skills(case), case.occupations)
        if wanted != self._ranked_for:
            self._ranked_for = wanted
            ask_behind(self, self.place, partial(rank_occupations, self.place.desk, case), self._show_ranking)
        self._show_wishes(case)
        self.courses.show_case(case)
        self._look_for_courses()

    def _show_parts(self, case: CaseFile) -> None:
        is_ranked = bool(counted_skills(case))
        self.empty.setVisible(not is_ranked)
        self.list_card.setVisible(is_ranked)
        self.detail.setVisible(is_ranked and bool(self.rows))
        self.courses.setVisible(is_ranked and bool(self.rows))

    def _show_ranking(self, ranking: Sequence[RankedOccupation]) -> None:
        for row in self.rows:
            self._group.removeButton(row)
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [RouteRow(ranked, self.list_card) for ranked in ranking]
        for row in self.rows:
            self._group.addButton(row)
            self._lines.addWidget(row)
            row.clicked.connect(self._choose)
            speak_part(row)
            row.show()
        uris = [row.ranked.occupation.uri for row in self.rows]
        if self._chosen not in uris:
            self._chosen = uris[0] if uris else ""
        if self.case is not None:
            self._show_parts(self.case)
            self._show_wishes(self.case)
            self._look_for_courses()

    def _show_wishes(self, case: CaseFile) -> None:
        for row in self.rows:
            occupation = row.ranked.occupation
            row.show_wish(is_wished=is_wished(case, occupation))
            row.setChecked(occupation.uri == self._chosen)
            if row.isChecked():
                self.detail.show_route(row.ranked, is_wished=is_wished(case, occupation))

    def _choose(self) -> None:
        row = self._group.checkedButton()
        if isinstance(row, RouteRow) and self.case is not None:
            self._chosen = row.ranked.occupation.uri
            self._show_wishes(self.case)
            self._look_for_courses()

    def _look_for_courses(self) -> None:
        ranked, case = self.detail.ranked, self.case
        if ranked is None or case is None or not self.rows:
            return
        wanted = (ranked, case.client.postal_code, self.courses.reach)
        if wanted == self._searched_for:
            return
        self._searched_for = wanted
        if self._search is not None:
            self._search.cancel()
        self.courses.show_searching()
        language = self.place.tongue().code
        work = partial(_find_courses, self.place.desk, case, ranked, self.courses.reach, language)
        self._search = ask_behind(self, self.place, work, self._show_courses)

    def _show_courses(self, courses: Sequence[FoundCourse]) -> None:
        if self.case is not None:
            self.courses.show_courses(courses, self.case)

    def _turn_wish(self, ranked: RankedOccupation) -> None:
        case = self.open_case.case
        turn = unwish if is_wished(case, ranked.occupation) else wish_for
        self.change(turn(case, ranked.occupation))

    def _refer(self, found: FoundCourse) -> None:
        case = refer_to_course(self.place.desk, self.open_case.case, found.course, ", ".join(found.closes))
        self.change_with_undo(case, say("Added to the referrals: {name}", name=found.course.title))

    def _go_to_competences(self) -> None:
        self.page_wanted.emit("competences", "")

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        self.ways.flush()

    def _show_to_client(self) -> None:
        """Go through the steps of the way with the client, over the page and in the client's window."""
        way, language = self.ways.shown_way, self.open_case.case.contact.client_language
        if way is None:
            return
        is_mirrored = direction_of(language or self.place.tongue().code) is Direction.RIGHT_TO_LEFT
        cards = [ReadCard(words, drawing) for words, drawing in cards_of_way(way, is_mirrored=is_mirrored)]
        if self.cards is None:
            self.cards = CardTalk(self.place, YOUR_WAY, cards, self)
            self.cards.setObjectName("way_cards")
            self.cards.ended.connect(self._hide_cards)
            self.outside.addWidget(self.cards)
            speak_part(self.cards)
        self.cards.change_cards(cards)
        self.scroll_area.hide()
        self.cards.begin(language)

    def _hide_cards_of_another(self) -> None:
        if self.cards is not None and not self.cards.isHidden():
            self.cards.end()

    def _hide_cards(self) -> None:
        if self.cards is not None:
            self.cards.hide()
        self.scroll_area.show()
        self.ways.steps.client_button.setFocus()

    def _go_to(self, field: str) -> None:
        """Put the cursor to the ways, the calendar, or where a fact is asked; raises KeyError for another name."""
        self.ways.go_to(field)

    def _show_section(self, number: int) -> None:
        """Bring a section into sight, the cursor where it begins."""
        is_ranked = self.empty.isHidden()
        sections = (self.ways, self.ways.steps, self.list_card if is_ranked else self.empty, self.courses)
        part = sections[number] if not sections[number].isHidden() else self.ways
        stop = first_stop(part)
        if stop is not None:
            stop.setFocus()
        self.scroll_area.ensureWidgetVisible(part, 0, 2 * STEP)
        self.scroll_area.verticalScrollBar().setValue(part.mapTo(self._inside, part.rect().topLeft()).y() - STEP)


def _find_courses(
    desk: Desk, case: CaseFile, ranked: RankedOccupation, reach: Reach, language: str
) -> tuple[FoundCourse, ...]:
    return courses_of(find_courses_for_gap(desk, case, ranked, reach.km), language)
