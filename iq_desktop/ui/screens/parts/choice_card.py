"""One of a few large answers: a radio button with an icon, a title and a sentence about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QRadioButton

from iq_desktop.ui.kit.icons import paint_icon
from iq_desktop.ui.kit.painted import paint_field
from iq_desktop.ui.kit.sizes import scaled, small_font
from iq_desktop.ui.kit.speaking import find_tongue
from iq_desktop.ui.kit.theme import colours_now

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from iq_desktop.wording.text import Text
    from iq_desktop.wording.tongue import Tongue

_PAD: Final = 12
_TIGHT: Final = 6
"""Above and below a title that stands alone."""
_ICON: Final = 24
_TALL: Final = 10_000


class ChoiceCard(QRadioButton):
    """A large answer whose words wrap; one that `is_brief` shows its sentence only while it is chosen."""

    def __init__(
        self, icon: str, title: Text, about: Text, parent: QWidget | None = None, *, is_brief: bool = False
    ) -> None:
        """Keep icon and words until they are spoken."""
        super().__init__(parent)
        self._icon, self._title, self._about = icon, title, about
        self._words = ""
        self._is_brief = is_brief
        if is_brief:
            self.toggled.connect(self._unfold)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        self.setSizePolicy(policy)

    def speak(self, tongue: Tongue) -> None:
        """Show title and sentence in a tongue."""
        self.setText(tongue.speak(self._title))
        self._words = tongue.speak(self._about)
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(self._words)
        self.updateGeometry()
        self.update()

    def tell(self, title: Text, about: Text) -> None:
        """Say something else from now on."""
        self._title, self._about = title, about
        tongue = find_tongue(self)
        if tongue is not None:
            self.speak(tongue)

    def _unfold(self) -> None:
        self.updateGeometry()
        self.update()

    @property
    def _shown_words(self) -> str:
        return "" if self._is_brief and not self.isChecked() else self._words

    def sizeHint(self) -> QSize:
        """Return a usual size."""
        return QSize(scaled(280), self.heightForWidth(scaled(280)))

    def minimumSizeHint(self) -> QSize:
        """Return a narrow size with room for every line."""
        least = scaled(200)
        return QSize(least, self.heightForWidth(max(self.width(), least)))

    def heightForWidth(self, width: int) -> int:
        """Return the height that the wrapped words need."""
        title, about = self._rooms(width)
        pad = _PAD if self._shown_words else _TIGHT
        return max(title.height() + (4 + about.height() if self._shown_words else 0), scaled(_ICON)) + 2 * pad

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the words need in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def hitButton(self, place: QPoint) -> bool:
        """Return whether a place belongs to the answer: all of it does."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint field, icon and words."""
        colours = colours_now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_field(painter, self, colours)
        title, about = self._rooms(self.width())
        is_alone = not self._shown_words
        top = max((self.height() - title.height()) // 2, 0) if is_alone else _PAD
        icon_top = (self.height() - scaled(_ICON)) // 2 if is_alone else _PAD
        paint_icon(painter, self._icon, colours.accent, QPoint(_PAD, icon_top), scaled(_ICON))
        painter.setPen(QColor(colours.text))
        painter.setFont(self._title_font())
        painter.drawText(title.translated(0, top), Qt.TextFlag.TextWordWrap, self.text())
        painter.setPen(QColor(colours.muted))
        painter.setFont(self._about_font())
        painter.drawText(about.translated(0, top + title.height() + 4), Qt.TextFlag.TextWordWrap, self._shown_words)
        painter.end()

    def _rooms(self, width: int) -> tuple[QRect, QRect]:
        """Return the places of title and sentence, both from height 0."""
        start = _PAD + scaled(_ICON) + _PAD
        room = QRect(start, 0, max(width - start - _PAD, 80), _TALL)
        flags = Qt.TextFlag.TextWordWrap
        title = QFontMetrics(self._title_font()).boundingRect(room, flags, self.text())
        about = QFontMetrics(self._about_font()).boundingRect(room, flags, self._words)
        return (
            QRect(start, 0, room.width(), title.height()),
            QRect(start, 0, room.width(), about.height()),
        )

    def _title_font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _about_font(self) -> QFont:
        return small_font(self.font())
