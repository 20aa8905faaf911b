"""What is asked for among all courses, in sight all the time: words, place, distance, order, kinds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.domain.course import CourseSort, CourseWish
from iq_desktop.domain.course_traits import CourseKind
from iq_desktop.ui.kit.choice_editors import ListEditor, options_of
from iq_desktop.ui.kit.field_frame import FieldFrame
from iq_desktop.ui.kit.sizes import measure_by_text, scaled
from iq_desktop.ui.kit.speaking import SpeakingButton
from iq_desktop.ui.kit.text_editors import LineEditor
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.kit.toggles import TogglesEditor
from iq_desktop.usecases.course_filters import count_filters
from iq_desktop.wording.text import NOTHING, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from iq_desktop.domain.course import CourseCounts
    from iq_desktop.ui.kit.editor import Editor
    from iq_desktop.wording.tongue import Tongue

_PAUSE: Final = 250
_WIDE: Final = 1000
_ROOMY: Final = 700
"""From these widths on all fields have room in one line, those behind the words in one line."""
_ANY_WIDTH: Final = 16777215
"""What Qt takes for no limit."""
_DISTANCES: Final = (5, 10, 25, 50, 100)


class CourseQuestion(QWidget):
    """The fields; `asked` carries the wish after each change, `filters_wanted` and `view_wanted` the other buttons."""

    asked = Signal(object)
    filters_wanted = Signal()
    view_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the fields."""
        super().__init__(parent)
        self.wish = CourseWish()
        self.words = LineEditor("words", self)
        self.postal_code = LineEditor("postal_code", self)
        self.within = ListEditor("within_km", _distances, self)
        self.sort = ListEditor("sort", options_of(CourseSort), self, needs_answer=True)
        self.kinds = TogglesEditor("kinds", CourseKind, say("Kinds of courses"), self)
        self.filters = SpeakingButton(say("Filters"), "", "filter", self)
        self.view = SpeakingButton(say("Map"), "", "map", self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.flush)
        self._set()
        for editor in (self.words, self.postal_code):
            editor.line.textEdited.connect(self._wait)
        for other in self._editors:
            other.committed.connect(self._take)
        self.filters.clicked.connect(self.filters_wanted)
        self.view.clicked.connect(self.view_wanted)
        self.show_wish(self.wish)

    @property
    def _editors(self) -> tuple[Editor, ...]:
        return (self.words, self.postal_code, self.within, self.sort, self.kinds)

    @property
    def is_waiting(self) -> bool:
        """Whether something was typed and not asked for yet."""
        return self._pause.isActive()

    def show_wish(self, wish: CourseWish) -> None:
        """Show what is asked for; never emits."""
        self.wish = wish
        for editor in self._editors:
            editor.show_value(getattr(wish, editor.objectName()))
        count = count_filters(wish)
        self.filters.show_text(say("Filters ({count})", count=count) if count else say("Filters"))

    def show_counts(self, counts: CourseCounts) -> None:
        """Show how many courses each kind would find."""
        self.kinds.show_counts(dict(counts.kinds))
        self.updateGeometry()

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        self._pause.stop()
        self.words.flush()
        self.postal_code.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the fields in as few lines as have room."""
        super().resizeEvent(event)
        self._place()

    def _set(self) -> None:
        self._grid = QGridLayout()
        self._grid.setSpacing(2 * STEP)
        self._frames: list[QWidget] = []
        for editor, label, width in (
            (self.words, say("Words"), 0),
            (self.postal_code, say("Postal code"), 104),
            (self.within, say("Within"), 124),
            (self.sort, say("Order"), 190),
        ):
            frame = FieldFrame(editor, label, NOTHING, self)
            measure_by_text(frame, least_width=width)
            self._frames.append(frame)
        self._buttons = QWidget(self)
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(STEP)
        buttons.addWidget(self.filters, 0, Qt.AlignmentFlag.AlignBottom)
        buttons.addWidget(self.view, 0, Qt.AlignmentFlag.AlignBottom)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP + 2)
        lines.addLayout(self._grid)
        lines.addWidget(self.kinds)

    def _place(self) -> None:
        is_wide, is_roomy = self.width() >= scaled(_WIDE), self.width() >= scaled(_ROOMY)
        for part in (*self._frames, self._buttons):
            self._grid.removeWidget(part)
        words, *others = self._frames
        columns = 5 if is_wide else 4 if is_roomy else 2
        self._grid.addWidget(words, 0, 0, 1, 1 if is_wide else columns)
        for number, part in enumerate((*others, self._buttons)):
            part.setMaximumWidth(part.minimumWidth() if is_wide and part is not self._buttons else _ANY_WIDTH)
            place = (0, number + 1) if is_wide else (1 + number // columns, number % columns)
            self._grid.addWidget(part, *place, Qt.AlignmentFlag.AlignBottom if part is self._buttons else _ANYHOW)
        self._grid.setColumnStretch(0, 1 if is_wide else 0)

    def _wait(self) -> None:
        self._pause.start()

    def _take(self, value: Any) -> None:
        self._pause.stop()
        change: dict[str, Any] = {self.sender().objectName(): value}
        self.wish = replace(self.wish, **change)
        self.asked.emit(self.wish)


_ANYHOW: Final = Qt.AlignmentFlag(0)


def _distances(tongue: Tongue) -> Sequence[tuple[float, str]]:
    return [(float(km), tongue.speak(say("{distance} km", distance=km))) for km in _DISTANCES]
