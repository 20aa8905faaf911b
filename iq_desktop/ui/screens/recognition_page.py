"""The page Recognition: what is possible, the German occupation, the procedures with their periods, costs and funding.

Its sections are declared in `usecases/recognition_sections.py` and built in `parts/recognition_sections.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal

from iq_desktop.forms.vocabulary import Section
from iq_desktop.ui.kit.reading_order import first_stop
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.speaking import speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.page_frame import PageFrame
from iq_desktop.ui.screens.parts.recognition_sections import RECOGNITION_MAKERS
from iq_desktop.ui.screens.parts.section_links import SectionLinks
from iq_desktop.usecases.recognition_sections import RECOGNITION_SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.problem import Problem
    from iq_desktop.ui.shell.open_case import OpenCase
    from iq_desktop.ui.shell.workplace import Workplace

_ROOM_FOR_LINKS: Final = 560


class RecognitionPage(PageFrame):
    """The sections of recognition below each other; `page_wanted` leads to where something is filled in."""

    page_wanted = Signal(str, str)

    def __init__(self, place: Workplace, open_case: OpenCase, parent: QWidget | None = None) -> None:
        """Build the links; the sections are built one by one, at the latest when a case is shown."""
        super().__init__("recognition", place, open_case, parent)
        self.sections: dict[str, Any] = {}
        self._shown = tuple(one for one in RECOGNITION_SECTIONS if one.name in RECOGNITION_MAKERS)
        self.links = SectionLinks([Section(one.heading, ()) for one in self._shown], self)
        self.column.addWidget(self.links)
        self.column.addStretch(1)
        self.links.wanted.connect(self._show_section)

    def build(self) -> Iterator[None]:
        """Build the sections one by one, before anybody asks for them."""
        for one in self._shown:
            if one.name not in self.sections:
                self._build_section(one.name)
                yield

    @property
    def unsaved_panels(self) -> tuple[QWidget, ...]:
        """The parts whose words are saved only on demand."""
        return tuple(panel for one in self.sections.values() for panel in getattr(one, "unsaved_panels", ()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the links where they would take the room of what they lead to, or lead nowhere."""
        super().resizeEvent(event)
        self.links.setVisible(len(self._shown) > 1 and self.width() >= scaled(_ROOM_FOR_LINKS))

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        for one in self.sections.values():
            flush = getattr(one, "flush", None)
            if flush is not None:
                flush()

    def _build_section(self, name: str) -> None:
        part: Any = RECOGNITION_MAKERS[name](self)
        part.setObjectName(f"{name}_section")
        part.changed.connect(self.change)
        if hasattr(part, "page_wanted"):
            part.page_wanted.connect(self.page_wanted)
        self.column.insertWidget(self.column.count() - 1, part)
        self.sections[name] = part
        speak_part(part)
        if self.case is not None:
            part.show_case(self.case, (), is_other=True)

    def _show(self, case: CaseFile, problems: Sequence[Problem], *, is_other: bool) -> None:
        self._finish_building()
        for one in self.sections.values():
            one.show_case(case, problems, is_other=is_other)

    def _finish_building(self) -> None:
        for _built in self.build():
            pass

    def _go_to(self, field: str) -> None:
        """Put the cursor into a section, or into a field of one; raises KeyError where no section has it."""
        if field in self.sections:
            self._show_section(list(self.sections).index(field))
            return
        for one in self.sections.values():
            go_to = getattr(one, "go_to", None)
            if go_to is not None and _goes(go_to, field):
                return
        raise KeyError(field)

    def _show_section(self, number: int) -> None:
        """Bring a section into sight, the cursor where it begins."""
        part = self.sections[self._shown[number].name]
        stop = first_stop(part)
        if stop is not None:
            stop.setFocus()
        self.scroll_area.ensureWidgetVisible(part, 0, 2 * STEP)
        self.scroll_area.verticalScrollBar().setValue(part.mapTo(self._inside, part.rect().topLeft()).y() - STEP)


def _goes(go_to: Any, field: str) -> bool:
    try:
        go_to(field)
    except KeyError:
        return False
    return True
