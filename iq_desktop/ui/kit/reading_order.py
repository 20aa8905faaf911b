"""The way of the Tab key: as the window is read, whichever part was built first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator


def go_by_tab(window: QWidget, *, is_forward: bool) -> bool:
    """Give the focus to the next part of a window, or to the one before; returns False where none takes it.

    Qt itself goes in the order of building, and rows and pages are built when they are needed. Where the part that had
    the focus was just taken away, the next one is what followed it.
    """
    now = window.focusWidget()
    order = [part for part in reading_order(window, now) if part is now or _takes_tab(part)]
    if not order:
        return False
    step = 1 if is_forward else -1
    at = order.index(now) + step if now in order else min(step, 0)
    reason = Qt.FocusReason.TabFocusReason if is_forward else Qt.FocusReason.BacktabFocusReason
    order[at % len(order)].setFocus(reason)
    return True


def reading_order(root: QWidget, also: QWidget | None = None) -> Iterator[QWidget]:
    """Yield every part inside a widget that is seen: in the order of the layouts, else from the top.

    One part, and what it lies in, has its place even if it is hidden.
    """
    for part in _parts(root):
        if part.isVisible() or (also is not None and (part is also or part.isAncestorOf(also))):
            yield part
            yield from reading_order(part, also)


def _parts(widget: QWidget) -> list[QWidget]:
    layout = widget.layout()
    laid = list(_laid_out(layout)) if layout is not None else []
    known = set(map(id, laid))
    others = [
        child
        for child in widget.children()
        if isinstance(child, QWidget) and not child.isWindow() and id(child) not in known
    ]
    return laid + sorted(others, key=lambda part: (part.y(), part.x()))


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)


def _takes_tab(part: QWidget) -> bool:
    is_reached = part.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(is_reached) and part.focusProxy() is None and part.isEnabled() and part.isVisible()
