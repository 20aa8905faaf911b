"""What everybody must be able to do with a window: read it, see the focus, reach every part, hear its name."""

from __future__ import annotations

import itertools
from collections import Counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QTextEdit,
    QWidget,
)

from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.kit.colours import contrast
from iq_desktop.ui.kit.reading_order import go_by_tab
from iq_desktop.ui.kit.sizes import wanted_words

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENOUGH: Final = 4.5
_SEEN: Final = 3.0
_MOSTLY: Final = 0.9
_FEW: Final = 24
"""Fewer pixels that differ are a cursor, not a mark of the focus."""
_MOST_STOPS: Final = 400


def visible_parts(root: QWidget) -> list[QWidget]:
    """Return every part of a window that is shown, also where one has to scroll to it."""
    found: list[QWidget] = []
    for part in root.children():
        if isinstance(part, QWidget) and part.isVisible():
            found += (part, *visible_parts(part))
    return found


def takes_focus(part: QWidget) -> bool:
    """Return whether the keyboard can come to a part itself."""
    is_inner = isinstance(part.parent(), QAbstractScrollArea)
    return bool(part.focusPolicy().value) and part.focusProxy() is None and part.isEnabled() and not is_inner


def cut_words(window: QWidget) -> list[str]:
    """Return what is cut off; only the hint of an empty line may be shortened."""
    hints = {part.placeholderText() for part in visible_parts(window) if isinstance(part, QLineEdit)}
    return [words for words in clipped(window) if words.partition(": ")[2] not in hints]


def too_wide(window: QWidget) -> list[str]:
    """Return the pages that one would have to move sideways, and which of their parts want so much room."""
    found = []
    for area in visible_parts(window):
        inside = area.widget() if isinstance(area, QScrollArea) else None
        if isinstance(area, QScrollArea) and inside is not None and inside.width() > area.viewport().width() + 1:
            room = area.viewport().width()
            stiff = [part for part in inside.findChildren(QWidget) if _least_width(part) > room]
            names = ", ".join(map(name_of, stiff))
            found.append(f"{type(area.parent()).__name__} by {inside.width() - room}: {names}")
    return found


def _least_width(part: QWidget) -> int:
    return max(part.minimumSizeHint().width(), part.minimumWidth()) if part.isVisible() else 0


def squeezed(window: QWidget) -> list[str]:
    """Return parts that have less height than what is inside them needs, so that it lies upon each other."""
    found = []
    for part in visible_parts(window):
        layout = part.layout()
        if layout is not None and layout.count() and not part.findChildren(QStackedWidget) and not _is_stack(part):
            wide = layout.hasHeightForWidth()
            need = layout.totalMinimumHeightForWidth(part.width()) if wide else layout.totalMinimumSize().height()
            if need > part.height() + 1:
                found.append(f"{name_of(part)} {part.height()} instead of {need}")
    return found


def _is_stack(part: QWidget) -> bool:
    return isinstance(part, QStackedWidget)  # wants as much as its largest page, which may be hidden


def outside(window: QWidget) -> list[str]:
    """Return parts that take the focus and lie beyond the edge of the window, where nothing scrolls to them."""
    return [
        name_of(part)
        for part in visible_parts(window)
        if takes_focus(part) and _area_of(part) is None and not window.rect().contains(_whole_place(part, window))
    ]


def _whole_place(part: QWidget, window: QWidget) -> QRect:
    return QRect(part.mapTo(window, QPoint(0, 0)), part.size()) if part.window() is window else QRect(0, 0, 1, 1)


def unnamed(window: QWidget) -> list[str]:
    """Return every part that takes the focus and tells screen readers nothing."""
    found = []
    for part in visible_parts(window):
        if takes_focus(part):
            told = QAccessible.queryAccessibleInterface(part)
            if not told.text(QAccessible.Text.Name).strip():
                found.append(name_of(part))
    return found


def wrong_sizes(window: QWidget) -> list[str]:
    """Return labels whose words are not as large as their role wants them in the present size of the text.

    What the client sees has sizes of its own (`own_size`), as large as there is room.
    """
    return [
        f"{name_of(part)} {part.font().pixelSize()} instead of {wanted_words(part)}: {part.text()}"
        for part in visible_parts(window)
        if isinstance(part, QLabel) and part.text() and not part.property("own_size")
        if part.font().pixelSize() != wanted_words(part)
    ]


def main_acts(window: QWidget) -> list[str]:
    """Return what stands out as the one thing to do."""
    return [
        part.text()
        for part in visible_parts(window)
        if isinstance(part, QAbstractButton) and part.property("role") == "primary"
    ]


def faint_words(window: QWidget, enough: float = _ENOUGH) -> list[str]:
    """Return words that cannot be read well upon what is painted behind them; those of disabled parts do not count."""
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    found = []
    for part in visible_parts(window):
        words = _words_of(part)
        place = _seen_place(part, window)
        if not words or not part.isEnabled() or _is_cut_off(place, part):
            continue
        counted = _colours_of(picture, place)
        ground = counted.most_common(1)[0][0]
        if isinstance(part, QLabel):
            ratio = contrast(part.palette().color(QPalette.ColorRole.WindowText).name(), ground)
        else:
            ratio = max(contrast(colour, ground) for colour in counted)
        if ratio < enough - 0.005:
            found.append(f"{name_of(part)} {ratio:.2f} on {ground}: {words}")
    return found


def _words_of(part: QWidget) -> str:
    if isinstance(part, QTextEdit):
        return part.toPlainText()
    return part.text() if isinstance(part, QLabel | QAbstractButton | QLineEdit) else ""


def _seen_place(part: QWidget, window: QWidget) -> QRect:
    """Return the place of a part in its window, as far as nothing around it cuts it off."""
    region = part.visibleRegion().boundingRect()
    return QRect(part.mapTo(window, region.topLeft()), region.size())


def _is_cut_off(place: QRect, part: QWidget) -> bool:
    """Return whether one would have to scroll to read a part."""
    return place.width() < _MOSTLY * part.width() or place.height() < _MOSTLY * part.height() or place.isEmpty()


def _colours_of(picture: QImage, place: QRect) -> Counter[str]:
    piece = picture.copy(place)
    pixels = memoryview(piece.constBits()).cast("I")
    return Counter({f"#{pixel & 0xFFFFFF:06x}": count for pixel, count in Counter(pixels).items()})


def hidden_focus(window: QWidget, seen: set[tuple[str, str]]) -> list[str]:
    """Return the kinds of parts that look the same with and without the focus; kinds in `seen` are known already."""
    found = []
    before = window.focusWidget()
    for part in visible_parts(window):
        kind = (type(part).__name__, str(part.property("role") or ""))
        if kind in seen or not takes_focus(part) or not part.focusPolicy().value & Qt.FocusPolicy.TabFocus.value:
            continue
        seen.add(kind)
        if not _is_marked(part):
            found.append(name_of(part))
    if before is not None:
        before.setFocus()
    return found


def _is_marked(part: QWidget) -> bool:
    part.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    with_focus = _picture_around(part)
    part.clearFocus()
    QApplication.processEvents()
    without = _picture_around(part)
    one, other = memoryview(with_focus.constBits()).cast("I"), memoryview(without.constBits()).cast("I")
    pairs = Counter((a, b) for a, b in zip(one, other, strict=True) if a != b)
    strong = sum(count for (a, b), count in pairs.items() if contrast(_css(a), _css(b)) >= _SEEN)
    return strong >= _FEW


def _picture_around(part: QWidget) -> QImage:
    return part.grab(QRect(QPoint(0, 0), part.size())).toImage().convertToFormat(QImage.Format.Format_RGB32)


def _css(pixel: int) -> str:
    return f"#{pixel & 0xFFFFFF:06x}"


def tab_stops(window: QWidget) -> list[QWidget]:
    """Return where Tab comes to, in its order, once around; raises AssertionError where it never comes round."""
    go_by_tab(window, is_forward=True)
    first = window.focusWidget()
    stops = [first]
    for _ in range(_MOST_STOPS):
        go_by_tab(window, is_forward=True)
        now = window.focusWidget()
        if now is first:
            return stops
        stops.append(now)
    raise AssertionError("Tab does not come round")


def order_faults(stops: list[QWidget]) -> list[str]:
    """Return the steps of Tab that go against the order of reading: back up in the same column, or back in a line.

    A line of a language that is written from right to left begins at the right.
    """
    return [
        f"{name_of(one)} -> {name_of(other)}"
        for one, other in itertools.pairwise(stops)
        if _goes_back(one, other) and other.objectName() != "still_open"
    ]


def _goes_back(one: QWidget, other: QWidget) -> bool:
    """Return whether a step within one scrolled place goes up, or to the left in the same line."""
    place = _area_of(one)
    if place is None or place is not _area_of(other):
        return False
    first, second = (QRect(part.mapTo(place, QPoint(0, 0)), part.size()) for part in (one, other))
    is_above = second.bottom() <= first.top() and second.left() < first.right()
    is_beside = abs(first.center().y() - second.center().y()) < min(first.height(), second.height()) / 2
    if one.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        return is_above or (is_beside and second.left() >= first.right())
    return is_above or (is_beside and second.right() <= first.left())


def _area_of(part: QWidget) -> QWidget | None:
    around: QWidget | None = part
    while around is not None:
        if isinstance(around, QScrollArea):
            return around.widget()
        around = around.parentWidget()
    return None


def unreached(window: QWidget, stops: list[QWidget]) -> list[str]:
    """Return parts that Tab never comes to, though they want it; of answers one is enough."""
    wanted = [
        part
        for part in visible_parts(window)
        if takes_focus(part) and part.focusPolicy().value & Qt.FocusPolicy.TabFocus.value and not _is_answer(part)
    ]
    return [name_of(part) for part in wanted if part not in stops]


def _is_answer(part: QWidget) -> bool:
    return isinstance(part, QAbstractButton) and (part.autoExclusive() or part.group() is not None)


def name_of(part: QWidget) -> str:
    """Return how a part is called in a report."""
    return " ".join(filter(None, (type(part).__name__, part.objectName(), repr(part.accessibleName()))))


def faults(window: QWidget, kinds: set[tuple[str, str]]) -> Iterator[str]:
    """Yield every fault of a window as it is shown; `kinds` are the kinds of parts whose focus was seen already."""
    known = hidden_focus(window, kinds)
    stops = tab_stops(window)
    checks = {
        "cut": cut_words(window),
        "too wide": too_wide(window),
        "outside": outside(window),
        "squeezed": squeezed(window),
        "without a name": unnamed(window),
        "wrong size": wrong_sizes(window),
        "faint": faint_words(window),
        "focus not seen": known,
        "order": order_faults(stops),
        "never reached": unreached(window, stops),
    }
    for name, found in checks.items():
        yield from (f"{name}: {what}" for what in found)
