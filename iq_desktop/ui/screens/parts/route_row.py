"""One occupation of the ranking: its name, a bar that says how well the profile fits, how much of it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QRadioButton

from iq_desktop.ui.kit.icons import paint_icon
from iq_desktop.ui.kit.painted import paint_field
from iq_desktop.ui.kit.sizes import scaled, small_font
from iq_desktop.ui.kit.theme import colours_now
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.route import RankedOccupation
    from iq_desktop.wording.tongue import Tongue

_PAD: Final = 12
_STAR: Final = 20
_BAR: Final = 8
_TALL: Final = 10_000


class RouteRow(QRadioButton):
    """A ranked occupation as a radio button; wished ones carry a star."""

    def __init__(self, ranked: RankedOccupation, parent: QWidget | None = None) -> None:
        """Keep the occupation."""
        super().__init__(parent)
        self.ranked = ranked
        self._is_wished = False
        self._words = ""
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        self.setSizePolicy(policy)

    def show_wish(self, *, is_wished: bool) -> None:
        """Show or hide the star."""
        self._is_wished = is_wished
        self.update()

    def speak(self, tongue: Tongue) -> None:
        """Name the occupation and say how much of it is there."""
        self.setText(self.ranked.occupation.naming.in_language(tongue.code))
        self._words = tongue.speak(
            say(
                "{count} of {total} essential competences",
                count=self.ranked.essential_total - len(self.ranked.missing),
                total=self.ranked.essential_total,
            )
        )
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(self._words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a usual size."""
        return QSize(scaled(300), self.heightForWidth(scaled(300)))

    def minimumSizeHint(self) -> QSize:
        """Return a narrow size with room for every line."""
        least = scaled(220)
        return QSize(least, self.heightForWidth(max(self.width(), least)))

    def heightForWidth(self, width: int) -> int:
        """Return the height of name, bar and sentence."""
        return self._name_room(width).height() + 6 + _BAR + 4 + self._line() + 2 * _PAD - 4

    def hitButton(self, place: QPoint) -> bool:
        """Return whether a place belongs to the row: all of it does."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint field, name, star, bar and sentence."""
        colours = colours_now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_field(painter, self, colours)
        name = self._name_room(self.width()).translated(0, _PAD - 2)
        painter.setPen(QColor(colours.text))
        painter.setFont(_bold(self.font()))
        painter.drawText(name, int(Qt.TextFlag.TextWordWrap), self.text())
        if self._is_wished:
            star = scaled(_STAR)
            paint_icon(painter, "star", colours.second, QPoint(self.width() - _PAD - star, _PAD - 2), star)
        bar = QRect(_PAD, name.bottom() + 6, self.width() - 2 * _PAD, _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.border))
        painter.drawRoundedRect(QRectF(bar), _BAR / 2, _BAR / 2)
        painter.setBrush(QColor(colours.accent))
        filled = QRectF(bar)
        filled.setWidth(max(bar.width() * self.ranked.score, _BAR))
        painter.drawRoundedRect(filled, _BAR / 2, _BAR / 2)
        painter.setPen(QColor(colours.muted))
        painter.setFont(small_font(self.font()))
        painter.drawText(bar.x(), bar.bottom() + 4 + QFontMetrics(small_font(self.font())).ascent() + 1, self._words)
        painter.end()

    def _name_room(self, width: int) -> QRect:
        room = QRect(_PAD, 0, max(width - 2 * _PAD - scaled(_STAR) - 4, 80), _TALL)
        words = QFontMetrics(_bold(self.font())).boundingRect(room, int(Qt.TextFlag.TextWordWrap), self.text())
        return QRect(_PAD, 0, room.width(), words.height())

    def _line(self) -> int:
        return QFontMetrics(small_font(self.font())).height()


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
