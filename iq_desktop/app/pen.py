"""A pen in the hand of the demo and of the journeys: one stroke as mouse, finger or pen would draw it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from iq_desktop.app.hand import Hand

Spot = tuple[float, float]
"""A place as shares of the width and the height of a widget."""


def draw(hand: Hand, widget: QWidget, spots: Sequence[Spot]) -> None:
    """Put the pen down at the first spot, draw through the others and lift it at the last."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    _send(widget, QEvent.Type.MouseButtonPress, left, left, spots[0])
    for spot in spots:
        _send(widget, QEvent.Type.MouseMove, none, left, spot)
    _send(widget, QEvent.Type.MouseButtonRelease, left, none, spots[-1])
    hand.settle()


def _send(widget: QWidget, kind: QEvent.Type, button: Qt.MouseButton, held: Qt.MouseButton, spot: Spot) -> None:
    at = QPointF(widget.width() * spot[0], widget.height() * spot[1])
    event = QMouseEvent(kind, at, widget.mapToGlobal(at), button, held, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(widget, event)
