"""The way of the Tab key: as the window is read, whichever part was built first."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final, cast

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLayout, QSpacerItem, QWidget, QWidgetItem

from iq_desktop.ui.kit.flow import ItemLayout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QButtonGroup

_LEAVES: Final = (QWidgetItem, QSpacerItem)


def go_by_tab(window: QWidget, *, is_forward: bool) -> bool:
    """Give the focus to the next part of a window, or to the one before; returns False where none takes it.

    Qt itself goes in the order of building, and rows and pages are built when they are needed. Where the part that had
    the focus was just taken away, the next one is what followed it.
    """
    now = cast("QWidget | None", window.focusWidget())  # Qt's own notes forget the None
    onward = _seen_from(now, window, is_forward) if now is not None else iter(())
    around = _seen_in(window, is_forward)
    stop = next((part for part in chain(onward, around) if part is now or _is_stop(part, now)), None)
    if stop is None:
        return False
    stop.setFocus(Qt.FocusReason.TabFocusReason if is_forward else Qt.FocusReason.BacktabFocusReason)
    return True


def first_stop(root: QWidget) -> QWidget | None:
    """Return where Tab comes to first inside a part of a window, or None where nothing there takes the focus."""
    return next((part for part in _seen_in(root, is_forward=True) if _is_stop(part, None)), None)


def _seen_in(root: QWidget, is_forward: bool) -> Iterator[QWidget]:  # noqa: FBT001  (private)
    """Yield every part that is seen inside a widget, in the order of reading or against it."""
    parts = parts_of(root)
    for part in parts if is_forward else reversed(parts):
        yield from _seen_with(part, is_forward)


def _seen_with(part: QWidget, is_forward: bool) -> Iterator[QWidget]:  # noqa: FBT001  (private)
    """Yield a part with what is inside it, where it is seen."""
    if not part.isVisible():
        return
    if is_forward:
        yield part
    yield from _seen_in(part, is_forward)
    if not is_forward:
        yield part


def _seen_from(now: QWidget, root: QWidget, is_forward: bool) -> Iterator[QWidget]:  # noqa: FBT001  (private)
    """Yield every part that is seen after one (itself seen or not) up to the end of a widget around it."""
    if is_forward:
        yield from _seen_in(now, is_forward)
    around = now.parentWidget()
    while around is not None and now is not root:
        parts = parts_of(around) if is_forward else parts_of(around)[::-1]
        for part in parts[parts.index(now) + 1 :]:
            yield from _seen_with(part, is_forward)
        if not is_forward and around is not root and around.isVisible():
            yield around
        now, around = around, around.parentWidget()


def parts_of(widget: QWidget) -> list[QWidget]:
    """Return what lies directly in a widget, in the order of reading."""
    layout = widget.layout()
    laid = list(_laid_out(layout)) if layout is not None else []
    known = set(map(id, laid))
    others = [
        child
        for child in widget.children()
        if isinstance(child, QWidget) and not child.isWindow() and id(child) not in known
    ]
    is_mirrored = widget.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return laid + sorted(others, key=lambda part: (part.y(), -part.x() if is_mirrored else part.x()))


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if type(item) in _LEAVES and not isinstance(layout, ItemLayout):
            shiboken6.invalidate(item)  # the layout would keep it, also after Qt has deleted what it stands for
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)


def _takes_tab(part: QWidget) -> bool:
    is_reached = part.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(is_reached) and part.focusProxy() is None and part.isEnabled() and part.isVisible()


def _is_stop(part: QWidget, now: QWidget | None) -> bool:
    """Return whether Tab stops at a part; of answers it is the chosen one, else the first, and none where one is now.

    Qt takes the Tab from the others as soon as one has the focus, also from the chosen one.
    """
    answers = _answers(part) if isinstance(part, QAbstractButton) else []
    if not answers:
        return _takes_tab(part)
    stops = [answer for answer in answers if answer.isVisible() and answer.isEnabled()]
    if now in answers or not any(map(_takes_tab, stops)):
        return False
    return part is next((answer for answer in stops if answer.isChecked()), stops[0])


def _answers(button: QAbstractButton) -> list[QAbstractButton]:
    """Return the buttons of which only one can be chosen, this one among them; none where each is for itself."""
    group = cast("QButtonGroup | None", button.group())  # the same
    if group is not None:
        return list(group.buttons()) if group.exclusive() else []
    if not button.autoExclusive():
        return []
    around = button.parentWidget()
    beside = [child for child in around.children() if isinstance(child, QAbstractButton)] if around is not None else []
    return [other for other in beside if other.autoExclusive() and other.group() is None]
