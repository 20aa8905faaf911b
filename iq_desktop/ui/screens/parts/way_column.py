"""One way as a column of facts, each at the same height as beside it: time, costs, German, risk, first step, why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.domain.way_words import (
    TO_BE_CHECKED,
    cost_details,
    cost_words,
    end_words,
    german_words,
    hoped_words,
    late_words,
    length_words,
    period_words,
)
from iq_desktop.ui.kit.level_stairs import LevelStairs
from iq_desktop.ui.kit.mark import Mark
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, find_tongue
from iq_desktop.ui.kit.theme import STEP, set_role
from iq_desktop.ui.screens.parts.way_words import RISK_MARKS, told_reasons
from iq_desktop.usecases.possible_words import ToldReason
from iq_desktop.wording.text import NOTHING, as_it_is, joined, say, say_count

if TYPE_CHECKING:
    from iq_desktop.domain.way import Plan, Way
    from iq_desktop.domain.way_wish import WayKind
    from iq_desktop.wording.text import Text
    from iq_desktop.wording.tongue import Tongue

_MOST_REASONS: Final = 2
_SIDE: Final = 2 * STEP


class Fact(QWidget):
    """A small label and below it what it says, with a mark before it where it has one."""

    def __init__(self, label: Text, parent: QWidget, *, mark: str = "") -> None:
        """Build the fact without words."""
        super().__init__(parent)
        self.label = SpeakingLabel(label, "hint", self)
        self.mark = Mark(mark or "open", self)
        self.mark.setVisible(bool(mark))
        self.words = SpeakingLabel(NOTHING, "strong", self)
        self.below = SpeakingLabel(NOTHING, "", self)
        self.row = QHBoxLayout()
        self.row.setSpacing(STEP)
        self.row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        self.row.addWidget(self.words, 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(_SIDE, 0, _SIDE, STEP + 4)
        lines.setSpacing(2)
        lines.addWidget(self.label)
        lines.addLayout(self.row)
        lines.addWidget(self.below)
        lines.addStretch(1)

    def show_fact(self, words: Text, below: Text = NOTHING) -> None:
        """Say something else from now on; what says nothing takes no room."""
        self.words.show_text(words)
        self.below.show_text(below)
        self.words.setVisible(bool(words.message))
        self.below.setVisible(bool(below.message))


class WayColumn(QObject):
    """The parts of one way, set into a grid by the board; `chosen` and `looked_at` carry its kind."""

    chosen = Signal(object)
    looked_at = Signal(object)

    def __init__(self, kind: WayKind, board: QWidget) -> None:
        """Build the parts of a way."""
        super().__init__(board)
        self.kind = kind
        self._why: tuple[ToldReason | Text, ...] = ()
        self.frame = QFrame(board)
        self.frame.setProperty("role", "card")
        self.frame.setObjectName(f"way_{kind.value}")
        self.frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._build_head(board)
        self.time = Fact(say("Time"), board)
        self.hoped = Fact(say("Hoped-for time"), board, mark="good")
        self.cost = Fact(say("Costs"), board)
        self.german = Fact(say("German"), board)
        self.stairs = LevelStairs(self.german)
        self.german.row.insertWidget(0, self.stairs, 0, Qt.AlignmentFlag.AlignVCenter)
        self.risk = Fact(say("How sure it is"), board, mark="info")
        self.first = Fact(say("First step"), board)
        self.why = Fact(say("Why this way"), board)
        self.stand = Fact(say("Rules"), board, mark="good")
        self._build_acts(board)
        self.parts: tuple[QWidget, ...] = (
            self.head,
            self.time,
            self.hoped,
            self.cost,
            self.german,
            self.risk,
            self.first,
            self.why,
            self.stand,
            self.acts,
        )

    def _build_head(self, board: QWidget) -> None:
        self.head = QWidget(board)
        self.star = Mark("star", self.head)
        self.rank = SpeakingLabel(NOTHING, "good", self.head)
        self.name = SpeakingLabel(NOTHING, "heading", self.head)
        self.goal = SpeakingLabel(NOTHING, "muted", self.head)
        rank = QHBoxLayout()
        rank.setSpacing(STEP // 2)
        rank.addWidget(self.star)
        rank.addWidget(self.rank, 1)
        lines = QVBoxLayout(self.head)
        lines.setContentsMargins(_SIDE, 2 * STEP, _SIDE, STEP + 4)
        lines.setSpacing(STEP // 2)
        lines.addLayout(rank)
        lines.addWidget(self.name)
        lines.addWidget(self.goal)
        lines.addStretch(1)

    def _build_acts(self, board: QWidget) -> None:
        self.acts = QWidget(board)
        self.look_button = SpeakingButton(say("Show the steps"), "plain", "calendar", self.acts)
        self.look_button.setObjectName(f"look_{self.kind.value}")
        self.choose_button = SpeakingButton(say("Choose this way"), "", "check", self.acts)
        self.choose_button.setObjectName(f"choose_{self.kind.value}")
        lines = QVBoxLayout(self.acts)
        lines.setContentsMargins(_SIDE, 0, _SIDE, 2 * STEP)
        lines.setSpacing(STEP // 2)
        lines.addWidget(self.look_button)
        lines.addWidget(self.choose_button)
        lines.addStretch(1)
        self.look_button.clicked.connect(self._look)
        self.choose_button.clicked.connect(self._choose)

    def show_way(self, way: Way, plan: Plan) -> None:
        """Show a way as it stands in a plan; never emits."""
        self._show_head(way, plan)
        days = (way.ends_on - plan.made_on).days
        self.time.show_fact(end_words(way), joined((length_words(days), late_words(way))))
        self.hoped.show_fact(hoped_words(way, plan.hoped_on))
        self.hoped.setVisible(plan.hoped_on is not None)
        self.hoped.mark.show_kind("good" if plan.hoped_on and way.ends_on <= plan.hoped_on else "clock")
        self.cost.show_fact(cost_words(way), cost_details(way))
        self.german.show_fact(german_words(way.german_needed))
        self.stairs.show_rank(way.german_level.rank)
        self.stairs.setVisible(way.german_level.rank > 0)
        self.risk.show_fact(way.risk.label, way.decides)
        self.risk.mark.show_kind(RISK_MARKS[way.risk])
        first = way.first_step
        named = first.name if first else say("Nothing is left to do.")
        self.first.show_fact(named, period_words(first) if first else NOTHING)
        self._why = told_reasons(way.why[:_MOST_REASONS], "info")
        self._show_stand(way)
        self._say_why()

    def _show_head(self, way: Way, plan: Plan) -> None:
        is_best, is_chosen = plan.best is way, plan.chosen is way.kind
        self.star.setVisible(is_best or is_chosen)
        self.star.show_kind("good" if is_chosen else "star")
        told = (say("Chosen") if is_chosen else NOTHING, say("Best for these wishes") if is_best else NOTHING)
        self.rank.show_text(joined(told))
        self.rank.setVisible(is_best or is_chosen)
        self.name.show_text(way.name)
        self.goal.show_text(way.leads_to)
        self.choose_button.show_text(say("No longer choose it") if is_chosen else say("Choose this way"))
        self.choose_button.show_icon("close" if is_chosen else "check")
        set_role(self.frame, "chosen_card" if is_chosen else "card")

    def _show_stand(self, way: Way) -> None:
        doubt = NOTHING if way.is_settled else TO_BE_CHECKED
        stand = say("As of {day}", day=way.checked_on) if way.checked_on else NOTHING
        missing = say_count("{count} answer is missing", "{count} answers are missing", count=len(way.missing))
        self.stand.show_fact(joined((doubt, stand)), missing if way.missing else NOTHING)
        self.stand.mark.show_kind("open" if doubt.message or way.missing else "good")

    def _say_why(self) -> None:
        tongue = find_tongue(self)
        if tongue is not None:
            self.speak(tongue)

    def speak(self, tongue: Tongue) -> None:
        """Say the reasons in the adviser's language, and name what the buttons are about."""
        told = [as_it_is(one.sentence(tongue.code)) if isinstance(one, ToldReason) else one for one in self._why]
        self.why.show_fact(NOTHING, joined(told, " "))
        self.why.setVisible(bool(told))
        name = tongue.speak(self.name.said)
        self.frame.setAccessibleName(name)
        for button in (self.look_button, self.choose_button):
            button.setAccessibleDescription(name)

    def _look(self) -> None:
        self.looked_at.emit(self.kind)

    def _choose(self) -> None:
        self.chosen.emit(self.kind)
