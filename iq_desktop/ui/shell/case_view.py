"""A case on the screen: its head, its pages at the left with what each lacks, and the page that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from iq_desktop.domain.niq_report import state_of_report
from iq_desktop.ui.kit.page_list import PageColumn, PageList
from iq_desktop.ui.kit.rail import Place
from iq_desktop.ui.kit.speaking import speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.shell.case_header import CaseHeader
from iq_desktop.usecases.case_pages import CASE_PAGES, pages_of, state_of_page
from iq_desktop.usecases.procedures import next_clock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.ui.shell.open_case import OpenCase
    from iq_desktop.ui.shell.workplace import Workplace

_FIRST: Final = CASE_PAGES[0].name


class CaseView(QWidget):
    """Shows the open case; `page_opened` carries the name of the page that is shown.

    `case_wanted` carries the identity of another case that a page leads to; `case_erased` tells that the open one is
    gone, `courses_wanted` that German courses for the open one are looked for.
    """

    page_opened = Signal(str)
    courses_wanted = Signal()
    case_wanted = Signal(str)
    case_erased = Signal()

    def __init__(
        self,
        place: Workplace,
        open_case: OpenCase,
        makers: Mapping[str, Callable[[Workplace, OpenCase, QWidget], QWidget]],
        parent: QWidget | None = None,
    ) -> None:
        """Build head and list; a page is built when it is first visited, or before by `build_pages`."""
        super().__init__(parent)
        self._place, self._open_case, self._makers = place, open_case, makers
        self.pages: dict[str, QWidget] = {}
        self._last_page: dict[str, str] = {}
        self.page_name = ""
        self.header = CaseHeader(open_case, self)
        self.page_list = PageList(
            [Place(page.name, page.title, page.icon) for page in CASE_PAGES if page.name in makers], self
        )
        self._stack = QStackedWidget(self)
        self._set()
        self.page_list.chosen.connect(self.show_page)
        self.header.niq_wanted.connect(self._show_niq)
        self.header.clock_wanted.connect(self._show_clock)
        open_case.changed.connect(self._show_case)

    def _set(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, STEP + 4)
        head.addWidget(self.header)
        line = QFrame(self)
        line.setProperty("role", "line")
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(PageColumn(self.page_list, self))
        body.addWidget(self._stack, 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addLayout(head)
        lines.addWidget(line)
        lines.addLayout(body, 1)

    @property
    def page(self) -> QWidget | None:
        """The page that is shown, or None before the first."""
        return self.pages.get(self.page_name)

    def last_page(self, case_id: str) -> str:
        """Return the page on which one was last in a case, or the first."""
        return self._last_page.get(case_id, _FIRST)

    def show_page(self, name: str) -> None:
        """Leave the present page with everything typed taken over, and show another; unknown names show the first."""
        self.flush()
        name = name if name in self._makers else _FIRST
        self._build(name)
        self.page_name = name
        self._last_page[self._open_case.case.id] = name
        self._show_on_page(self._open_case.case)
        self._stack.setCurrentWidget(self.pages[name])
        self.page_list.choose(name)
        self.page_opened.emit(name)

    def _show_niq(self) -> None:
        self.show_page("follow_up")
        self.put_cursor("niq")

    def _show_clock(self, procedure_id: str) -> None:
        self.go_to_part("recognition", f"{procedure_id}.steps")

    def build_pages(self) -> Iterator[None]:
        """Build the pages that are still missing, one or a part of one each time the next is asked for.

        Pages may be forgotten meanwhile: what is left of one that is gone is not built.
        """
        for name in self._makers:
            self._build(name)
            yield
            page = self.pages.get(name)
            for _part in getattr(page, "build", tuple)():
                yield
                if self.pages.get(name) is not page:
                    break

    def _build(self, name: str) -> None:
        if name in self.pages:
            return
        page = self.pages[name] = self._makers[name](self._place, self._open_case, self._stack)
        self._stack.addWidget(page)
        speak_part(page)
        wanted = getattr(page, "page_wanted", None)
        if wanted is not None:
            wanted.connect(self.go_to_part)
        other = getattr(page, "case_wanted", None)
        if other is not None:
            other.connect(self.case_wanted)
        courses = getattr(page, "courses_wanted", None)
        if courses is not None:
            courses.connect(self.courses_wanted)
        erased = getattr(page, "case_erased", None)
        if erased is not None:
            erased.connect(self.case_erased)

    def forget_case(self) -> None:
        """Drop every page with all that stands on it: nothing of an erased case is kept in memory."""
        for page in self.pages.values():
            self._stack.removeWidget(page)
            page.hide()
            page.deleteLater()
        self.pages.clear()
        self.page_name = ""
        self.header.forget()

    def go_to_part(self, name: str, part: str = "", *, has_focus: bool = True) -> None:
        """Show a page with one of its parts in sight, and the cursor there where it shall have the focus."""
        if name != self.page_name:
            self.show_page(name)
        if has_focus:
            self.put_cursor(part)
            return
        widget = self._find_part(part)
        area = getattr(self.page, "scroll_area", None)
        if widget is not None and area is not None:
            QApplication.sendPostedEvents(area.widget(), QEvent.Type.LayoutRequest)
            area.ensureWidgetVisible(widget, 4 * STEP, 8 * STEP)

    def is_in_sight(self, name: str, part: str) -> bool:
        """Return whether a part of a page is on the screen now; of an unknown part, whether its page is."""
        widget = self._find_part(part) if name == self.page_name else None
        if widget is None:
            return name == self.page_name and self.isVisible()
        return widget.isVisible() and not widget.visibleRegion().isEmpty()

    def put_cursor(self, part: str = "") -> None:
        """Put the focus on a part of the page that is shown, or else where the page begins."""
        go_to, begin = (getattr(self.page, name, None) for name in ("go_to", "put_cursor"))
        if part and go_to is not None:
            go_to(part)
        elif begin is not None:
            begin()

    def go_to_open(self) -> None:
        """Put the focus on the first thing that is still open on the page."""
        button = getattr(self.page, "still_open", None)
        if button is not None and button.isVisible():
            button.click()

    def _find_part(self, part: str) -> QWidget | None:
        find_part = getattr(self.page, "find_part", None)
        found: QWidget | None = find_part(part) if find_part is not None and part else None
        return found

    def flush(self) -> None:
        """Take over half-typed words of the page that is shown."""
        flush = getattr(self.page, "flush", None)
        if flush is not None and self._open_case.is_open:
            flush()

    def _show_case(self, case: CaseFile) -> None:
        today = self._place.desk.clock.today()
        self.header.clock.show_clock(next_clock(case, self._place.desk.law, today))
        self.header.niq.show_case(case, today, state_of_report(case, self._place.desk.niq.codes, today))
        shown = pages_of(case)
        self.page_list.show_only([page.name for page in shown])
        for page in shown:
            if page.name in self._makers:
                self.page_list.show_state(page.name, *state_of_page(case, page, today))
        self._show_on_page(case)

    def _show_on_page(self, case: CaseFile) -> None:
        show = getattr(self.page, "show_case", None)
        if show is not None:
            show(case)
