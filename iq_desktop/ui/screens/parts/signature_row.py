"""One signature: the lines as they were drawn, who signed when and how, and whether it holds for the present words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.domain.agreement import SignedState
from iq_desktop.domain.ink import HIGH, WIDE, Ink, ink_from
from iq_desktop.ui.kit.mark import Mark
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP, colours_now
from iq_desktop.wording.text import NOTHING, say

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from iq_desktop.usecases.agreements import ToldSignature

_MARKS: Final = {SignedState.VALID: "good", SignedState.EARLIER: "info", SignedState.BENT: "danger"}
_WIDTH: Final = 120


class SignatureRow(QFrame):
    """A signature; `removed` carries it."""

    removed = Signal(object)

    def __init__(self, told: ToldSignature, parent: QWidget | None = None) -> None:
        """Build the row and show the signature."""
        super().__init__(parent)
        self.setProperty("role", "row")
        self.told = told
        self.picture = InkPicture(self)
        self.mark = Mark("open", self, 18)
        self.title = SpeakingLabel(NOTHING, "strong", self)
        self.state = SpeakingLabel(NOTHING, "muted", self)
        self.remove = SpeakingButton(say("Remove"), "icon", "trash", self)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.state)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, STEP // 2, 0, STEP // 2)
        row.setSpacing(STEP + 4)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignVCenter)
        self.remove.clicked.connect(self._remove)
        self.show_signature(told)

    def show_signature(self, told: ToldSignature) -> None:
        """Show the same signature with what it is worth now."""
        self.told = told
        self.mark.show_kind(_MARKS[told.state])
        self.title.show_text(told.title)
        self.state.show_text(told.state.label)
        self.remove.show_text(say("Remove {name}", name=told.title))
        self.picture.show_ink(_ink_of(told))

    def _remove(self) -> None:
        self.removed.emit(self.told.signature)


class InkPicture(QWidget):
    """The lines of a signature, small; the words beside it say whose it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.ink = Ink()

    def show_ink(self, ink: Ink) -> None:
        """Show lines; without any there is no picture."""
        self.ink = ink
        self.setVisible(bool(ink.strokes))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size that belongs to the size of the text."""
        return QSize(scaled(_WIDTH), scaled(_WIDTH) * HIGH // WIDE)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a signature is not cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the strokes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        scale = min(box.width() / WIDE, box.height() / HIGH)
        painter.setPen(QPen(QColor(colours_now().text), 1.6, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        for stroke in self.ink.strokes:
            path = QPainterPath(QPointF(stroke[0][0] * scale, stroke[0][1] * scale))
            for x, y in stroke[1:]:
                path.lineTo(x * scale, y * scale)
            painter.drawPath(path)
        painter.end()


def _ink_of(told: ToldSignature) -> Ink:
    try:
        return ink_from(told.signature.strokes)
    except ValueError:
        return Ink()
