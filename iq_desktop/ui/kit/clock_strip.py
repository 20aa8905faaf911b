"""The strip of a statutory clock: what it counts, a bar with its pauses and today, how far it is and until when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from iq_desktop.ui.kit.mark import Mark
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.speaking import SpeakingLabel, find_tongue
from iq_desktop.ui.kit.theme import STEP, colours_now
from iq_desktop.wording.text import NOTHING, joined, say

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from iq_desktop.ui.kit.strip_words import StripWords
    from iq_desktop.wording.tongue import Tongue

_BAR: Final = 14
_HATCH: Final = 6
_TODAY: Final = 3
_MARKS: Final = {"danger": "danger", "good": "good", "paused": "not_now"}


class ClockBar(QWidget):
    """The painted way of a clock; pauses are hatched, so that colour alone says nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a way."""
        super().__init__(parent)
        self._words: StripWords | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_way(self, words: StripWords) -> None:
        """Show how far it is."""
        self._words = words
        self.update()

    def sizeHint(self) -> QSize:
        """Return a usual width and the height of the bar."""
        return QSize(scaled(240), scaled(_BAR) + 4)

    def fit_text(self) -> None:
        """Take the height that belongs to the size of the text."""
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, gone part, pauses and the mark of today."""
        words = self._words
        if words is None:
            return
        colours = colours_now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        way = QRectF(self.rect()).adjusted(1, 2.5, -1, -2.5)
        shape = QPainterPath()
        shape.addRoundedRect(way, way.height() / 2, way.height() / 2)
        painter.fillPath(shape, QColor(colours.raised))
        painter.setClipPath(shape)
        colour = {"danger": colours.danger, "good": colours.good, "paused": colours.warn}.get(
            words.kind, colours.accent
        )
        gone = words.share if words.share is not None else 0.0
        painter.fillRect(QRectF(way.left(), way.top(), way.width() * gone, way.height()), QColor(colour))
        self._hatch_pauses(painter, way, words, gone)
        painter.setClipping(False)
        painter.setPen(QPen(QColor(colours.outline), 1))
        painter.drawPath(shape)
        if words.share is not None and 0 < gone < 1 and words.kind != "good":
            at = way.left() + way.width() * gone
            painter.setPen(QPen(QColor(colours.text), _TODAY, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QLineF(at, way.top() - 1, at, way.bottom() + 1))
        painter.end()

    def _hatch_pauses(self, painter: QPainter, way: QRectF, words: StripWords, gone: float) -> None:
        colours = colours_now()
        at = 0.0
        spans = words.spans or (((1.0, True),) if words.kind == "paused" else ())
        for share, is_pause in spans:
            if is_pause:
                room = QRectF(way.left() + way.width() * at, way.top(), way.width() * share, way.height())
                ground = colours.surface if at + share / 2 > gone else colours.warn_soft
                painter.fillRect(room, QColor(ground))
                _hatch(painter, room, colours.outline)
            at += share


class ClockStrip(QFrame):
    """Title and day above the bar, how far it is and the place in the law below it, advice where it is overdue."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build an empty strip."""
        super().__init__(parent)
        self.setObjectName("clock_strip")
        self._words: StripWords | None = None
        self.mark = Mark("open", self)
        self.title = SpeakingLabel(NOTHING, "strong", self)
        self.until = SpeakingLabel(NOTHING, "strong", self)
        self.bar = ClockBar(self)
        self.how_far = SpeakingLabel(NOTHING, "", self)
        self.basis = SpeakingLabel(NOTHING, "hint", self)
        self.advice = SpeakingLabel(NOTHING, "danger", self)
        self._place()

    def _place(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(STEP)
        above.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        above.addWidget(self.title, 1)
        above.addWidget(self.until, 1)
        self.until.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP // 2)
        lines.addLayout(above)
        lines.addWidget(self.bar)
        for part in (self.how_far, self.basis, self.advice):
            lines.addWidget(part)

    def show_words(self, words: StripWords) -> None:
        """Show a clock; never emits."""
        self._words = words
        self.mark.show_kind(_MARKS.get(words.kind, "clock"))
        self.title.show_text(words.title)
        self.until.show_text(words.until)
        self.how_far.show_text(joined((words.how_far, words.left)))
        self.basis.show_text(words.basis)
        self.advice.show_text(words.advice)
        for part, text in ((self.basis, words.basis), (self.advice, words.advice), (self.how_far, words.how_far)):
            part.setVisible(bool(text.message))
        self.bar.setVisible(words.share is not None or words.kind == "paused")
        self.bar.show_way(words)
        tongue = find_tongue(self)
        if tongue is not None:
            self.speak(tongue)

    def speak(self, tongue: Tongue) -> None:
        """Tell the whole strip in one sentence to who cannot see it."""
        words = self._words
        if words is None:
            return
        told = joined((words.title, words.until, words.how_far, words.left, words.advice), ", ")
        self.setAccessibleName(tongue.speak(told))
        self.bar.setAccessibleName(tongue.speak(say("How far it is")))
        self.bar.setAccessibleDescription(tongue.speak(joined((words.how_far, words.until), ", ")))


def _hatch(painter: QPainter, room: QRectF, colour: str) -> None:
    """Draw slanting lines over a field."""
    painter.save()
    painter.setClipRect(room, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(QColor(colour), 1.5))
    at = room.left() - room.height()
    while at < room.right():
        painter.drawLine(QLineF(at, room.bottom(), at + room.height(), room.top()))
        at += _HATCH
    painter.restore()
