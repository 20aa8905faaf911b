"""The language passport as a picture: one row per language, five skills, each side as a bar of six steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from iq_desktop.domain.language_skill import STRENGTH, AssessedBy, LanguageSkill, Level, Skill, strongest
from iq_desktop.ui.kit.painted import paint_field
from iq_desktop.ui.kit.sizes import measure_by_text, scaled, small_font
from iq_desktop.ui.kit.theme import STEP, colours_now
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from iq_desktop.ui.kit.colours import Colours
    from iq_desktop.wording.tongue import Tongue

_HEIGHT: Final = 56
_LOWEST: Final = 64
_WIDE: Final = 560
"""From this width on the skills are named above their columns, in pixels."""
_STEPS: Final = 6
_MANY: Final = 3
_ALWAYS: Final = (AssessedBy.SELF, AssessedBy.ADVISER)
_NARROW: Final = 280
SIDES: Final = (
    (AssessedBy.SELF, "accent", say("Own view")),
    (AssessedBy.ADVISER, "second", say("By adviser")),
    (AssessedBy.TEST, "muted", say("Test")),
    (AssessedBy.CERTIFICATE, "good", say("Certificate")),
)
"""Who says so, with the colour of the bars; levels stand above them in the same colour and order."""
_WORDS: Final = 56
"""From this width of a column on all levels are written above the bars, below it the best founded one, in pixels."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where name, five skills and lowest level stand in a row of a width."""

    width: int

    @property
    def name(self) -> int:
        """Width of the language's name."""
        return scaled(116 if self.width >= scaled(_WIDE) else 84)

    def skill(self, number: int) -> QRect:
        """Return the place of a skill, from height 0."""
        start = self.name + 2 * STEP
        room = (self.width - start - scaled(_LOWEST)) / len(Skill)
        return QRect(round(start + number * room), 0, round(room) - STEP, scaled(_HEIGHT))


class Passport(QWidget):
    """The languages of a case, one of them chosen; `chosen` carries its code."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without languages."""
        super().__init__(parent)
        self.rows: dict[str, PassportRow] = {}
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)
        self._lines.addWidget(_Head(self))
        self._key = _Key(self)
        self._lines.addWidget(self._key)

    def show_languages(self, skills: tuple[LanguageSkill, ...], codes: Sequence[str], chosen: str) -> None:
        """Show languages in an order; never emits."""
        for gone in [code for code in self.rows if code not in codes]:
            row = self.rows.pop(gone)
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        for number, code in enumerate(codes, start=1):
            if code not in self.rows:
                self.rows[code] = PassportRow(code, self)
                self.rows[code].toggled.connect(self._choose)
            if self._lines.indexOf(self.rows[code]) != number:
                self._lines.insertWidget(number, self.rows[code])
            self.rows[code].show_skills(skills)
            was_blocked = self.rows[code].blockSignals(True)
            self.rows[code].setChecked(code == chosen)
            self.rows[code].blockSignals(was_blocked)
        self._key.show_sides({one.assessed_by for one in skills})

    def _choose(self, is_chosen: bool) -> None:  # noqa: FBT001  (Qt's signal carries it)
        row = self.sender()
        if is_chosen and isinstance(row, PassportRow):
            self.chosen.emit(row.code)


class PassportRow(QRadioButton):
    """One language; its accessible description tells the levels in words."""

    def __init__(self, code: str, parent: QWidget) -> None:
        """Keep the language's code."""
        super().__init__(parent)
        self.setObjectName(f"language_{code}")
        self.code = code
        self._sides: dict[AssessedBy, LanguageSkill] = {}
        self._lowest: Level | None = None
        self._tongue: Tongue | None = None
        self._lowest_words = ""
        measure_by_text(self, least_height=_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_skills(self, skills: tuple[LanguageSkill, ...]) -> None:
        """Show what both sides say about this language."""
        self._sides = {one.assessed_by: one for one in skills if one.language == self.code}
        best = strongest(skills, self.code)
        self._lowest = best.lowest if best else None
        if self._tongue is not None:
            self.speak(self._tongue)
        self.update()

    def speak(self, tongue: Tongue) -> None:
        """Name the language and tell its levels to screen readers."""
        self._tongue = tongue
        self.setText(tongue.language_name(self.code))
        self.setAccessibleName(self.text())
        self._lowest_words = tongue.speak(self._lowest.label) if self._lowest else "–"
        told = [
            tongue.speak(say("{skill}: {level} ({side})", skill=skill.label, level=level.label, side=side.label))
            for side, one in self._sides.items()
            for skill in Skill
            if (level := one.level(skill))
        ]
        self.setAccessibleDescription(", ".join(told))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a usual size."""
        return QSize(scaled(_NARROW), scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest size."""
        return QSize(scaled(_NARROW), scaled(_HEIGHT))

    def hitButton(self, place: object) -> bool:
        """Return whether a place belongs to the row: all of it does."""
        del place
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint name, bars and lowest level."""
        colours, columns = colours_now(), _Columns(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_field(painter, self, colours)
        painter.setFont(_bold(self.font()) if self.isChecked() else self.font())
        painter.setPen(QColor(colours.text))
        room = QRect(12, 4, columns.name - 4, self.height() - 8)
        wrap = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(wrap), self.text())
        for number, skill in enumerate(Skill):
            self._paint_skill(painter, columns.skill(number), skill, colours)
        painter.setFont(_bold(self.font()))
        painter.setPen(QColor(colours.text if self._lowest else colours.muted))
        lowest = scaled(_LOWEST)
        last = QRect(self.width() - lowest, 0, lowest - 8, self.height())
        painter.drawText(last, int(Qt.AlignmentFlag.AlignCenter), self._lowest_words)
        painter.end()

    def _paint_skill(self, painter: QPainter, place: QRect, skill: Skill, colours: Colours) -> None:
        sides = self._shown_sides()
        font = small_font(self.font())
        painter.setFont(font)
        measure = QFontMetrics(font)
        x, words_base = place.x(), scaled(22)
        thin, top = (6, 9) if len(sides) < _MANY else (4, 6)
        best = next((side for side in STRENGTH if self._level(side, skill)), AssessedBy.SELF)
        told = list(AssessedBy) if place.width() >= scaled(_WORDS) else [best]
        for number, (side, role) in enumerate(sides):
            level, colour = self._level(side, skill), colours.of(role)
            words = "–" if level is None else _short(level)
            width = measure.horizontalAdvance(words)
            if side in told and (x == place.x() or x + width <= place.right()):
                painter.setPen(QColor(colour if level else colours.muted))
                painter.drawText(QPointF(x, words_base), words)
            x += width + STEP if side in told else 0
            bar = QRect(place.x(), scaled(28 + number * top), place.width(), scaled(thin))
            _paint_steps(painter, bar, level, colour, colours)

    def _shown_sides(self) -> tuple[tuple[AssessedBy, str], ...]:
        """Return own view and adviser, and a test or certificate where there is one."""
        return tuple((side, role) for side, role, _label in SIDES if side in self._sides or side in _ALWAYS)

    def _level(self, side: AssessedBy, skill: Skill) -> Level | None:
        one = self._sides.get(side)
        return one.level(skill) if one else None


class _Head(QWidget):
    """The names of the skills above the bars; left out where there is no room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._last = ""
        measure_by_text(self, least_height=40)

    def speak(self, tongue: Tongue) -> None:
        """Name the skills."""
        self._words = tuple(tongue.speak(skill.label) for skill in Skill)
        self._last = tongue.speak(say("Lowest"))
        self.setAccessibleName(", ".join(self._words))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the names."""
        columns, colours = _Columns(self.width()), colours_now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(small_font(self.font()))
        painter.setPen(QColor(colours.muted))
        wrap = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignBottom
        if self.width() >= scaled(_WIDE):
            for number, words in enumerate(self._words):
                place = columns.skill(number)
                painter.drawText(QRect(place.x(), 0, place.width() + STEP, self.height() - 4), int(wrap), words)
        lowest = scaled(_LOWEST) + STEP
        last = QRect(self.width() - lowest, 0, lowest, self.height() - 4)
        painter.drawText(last, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter), self._last)
        painter.end()


class _Key(QWidget):
    """Which colour is whose view, below the rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words: dict[AssessedBy, str] = {}
        self._shown: tuple[AssessedBy, ...] = _ALWAYS
        measure_by_text(self, height=28)

    def show_sides(self, sides: set[AssessedBy]) -> None:
        """Explain the sides that are painted."""
        self._shown = tuple(side for side, _role, _label in SIDES if side in sides or side in _ALWAYS)
        self._name()
        self.update()

    def speak(self, tongue: Tongue) -> None:
        """Name the sides."""
        self._words = {side: tongue.speak(label) for side, _role, label in SIDES}
        self._name()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a sample of each colour with its name."""
        painter, colours, x = QPainter(self), colours_now(), 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(small_font(self.font()))
        middle = self.height() // 2
        for side, role, _label in SIDES:
            if side in self._shown:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colours.of(role)))
                painter.drawRoundedRect(QRectF(x, middle - 3, scaled(14), 6), 2, 2)
                painter.setPen(QColor(colours.muted))
                words = self._words.get(side, "")
                painter.drawText(QPointF(x + scaled(20), middle + scaled(5)), words)
                x += scaled(40) + painter.fontMetrics().horizontalAdvance(words)
        painter.end()

    def _name(self) -> None:
        self.setAccessibleName(", ".join(self._words.get(side, "") for side in self._shown))


def _paint_steps(painter: QPainter, place: QRect, level: Level | None, colour: str, colours: Colours) -> None:
    """Paint six steps, those up to the level filled."""
    painter.setPen(Qt.PenStyle.NoPen)
    rank = level.rank if level else 0
    gap = 3 if place.width() > 60 else 2  # noqa: PLR2004  (narrow columns)
    width = (min(place.width(), scaled(96)) - (_STEPS - 1) * gap) / _STEPS
    for step in range(_STEPS):
        painter.setBrush(QColor(colour if step < rank else colours.border))
        painter.drawRoundedRect(QRectF(place.x() + step * (width + gap), place.y(), width, place.height()), 2, 2)


def _short(level: Level) -> str:
    return "0" if level is Level.NONE else str(level.value)


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
