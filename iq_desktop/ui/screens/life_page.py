"""The page Life line: school, work, family, flight and courses as bars on one line, dragged and typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from iq_desktop.domain.biography import LifeEntry
from iq_desktop.domain.life_line import Bar, Source, life_line, move_bar
from iq_desktop.forms.life_forms import LIFE_FORM
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.life_paint import ICONS
from iq_desktop.ui.screens.parts.life_view import LifeView
from iq_desktop.ui.screens.parts.life_words import gap_words
from iq_desktop.ui.screens.parts.page_frame import PageFrame
from iq_desktop.ui.screens.parts.part_list import PartList
from iq_desktop.ui.screens.parts.part_row import Described, PartRow
from iq_desktop.usecases.life import entry_for_gap
from iq_desktop.usecases.paper_words import place_words, span_words
from iq_desktop.usecases.parts import Parts, add_part, change_part, remove_part
from iq_desktop.wording.text import NOTHING, as_it_is, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.life_line import Gap, LifeLine
    from iq_desktop.domain.partial_date import PartialDate
    from iq_desktop.domain.problem import Problem
    from iq_desktop.ui.shell.open_case import OpenCase
    from iq_desktop.ui.shell.workplace import Workplace


_HINT: Final = say(
    "Drag a bar, or one of its ends, to another time. With the keys: arrows choose, Shift moves, Ctrl changes the end."
)

_BEGIN: Final = say(
    "Nothing on the line yet. Begin with school below, or with a training or a work on the page Papers."
)


class LifePage(PageFrame):
    """The line of life of a case; qualifications and work come from the page Papers and are dragged here too.

    `page_wanted` carries the name of another page and the identity of the row there.
    """

    page_wanted = Signal(str, str)

    def __init__(self, place: Workplace, open_case: OpenCase, parent: QWidget | None = None) -> None:
        """Build picture, gaps and list."""
        super().__init__("life_line", place, open_case, parent)
        self.picture = Card(say("From school until today"), self)
        self.hint = SpeakingLabel(_HINT, "muted", self.picture)
        self.picture.add(self.hint)
        self.view = LifeView(self.picture)
        self.picture.add(self.view)
        self.gaps = _Gaps(self.picture)
        self.picture.add(self.gaps)
        self.undated = SpeakingLabel(NOTHING, "hint", self.picture)
        self.picture.add(self.undated)
        self.entries = PartList(
            say("Other times"),
            say("School, family and care, flight, courses. Trainings and work stand on the page Papers."),
            say("Add a time"),
            self._make_row,
            self,
        )
        self.column.addWidget(self.picture)
        self.column.addWidget(self.entries)
        self.column.addStretch(1)
        self._bind()

    def _bind(self) -> None:
        self.view.chosen.connect(self._open)
        self.view.dragged.connect(self._drag)
        self.gaps.wanted.connect(self._fill)
        self.entries.wanted.connect(self._add)
        self.entries.changed.connect(self._change)
        self.entries.removed.connect(self._remove)

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        self.entries.flush()

    def _show(self, case: CaseFile, problems: Sequence[Problem], *, is_other: bool) -> None:
        del problems
        if is_other:
            self.entries.forget()
        today = self.place.desk.clock.today()
        line = life_line(case, today)
        self.view.show_line(line)
        self.view.setVisible(bool(line.bars))
        self.hint.show_text(_HINT if line.bars else _BEGIN)
        self.gaps.show_gaps(line.gaps)
        self._show_undated(line)
        self.entries.show_parts(case.life, {one.id: one.problems(today) for one in case.life})

    def _show_undated(self, line: LifeLine) -> None:
        names = ", ".join(title or "…" for _source, _id, title in line.undated)
        self.undated.setVisible(bool(line.undated))
        self.undated.show_text(say("Without a date, so not on the line: {names}", names=names))

    def _go_to(self, field: str) -> None:
        del field
        self.entries.add_button.setFocus()

    def _make_row(self, one: LifeEntry, parent: QWidget) -> PartRow:
        return PartRow(LIFE_FORM, one, _describe, parent)

    def _open(self, bar: Bar) -> None:
        """Lead to where the words of a bar stand: the row below, or the page Papers."""
        if bar.source is Source.ENTRY:
            self.entries.begin(bar.id)
        else:
            self.page_wanted.emit("papers", bar.id)

    def _drag(self, bar: Bar, begun: PartialDate, ended: PartialDate | None) -> None:
        if (begun, ended) != (bar.begun, bar.ended):
            self.flush()
            self.change(move_bar(self.open_case.case, bar.source, bar.id, begun, ended))
            self.view.focus_bar(bar.id)

    def _add(self) -> None:
        self._begin(LifeEntry())

    def _fill(self, gap: Gap) -> None:
        self._begin(entry_for_gap(gap))

    def _begin(self, entry: LifeEntry) -> None:
        self.flush()
        self.change(add_part(self.open_case.case, Parts.LIFE, entry))
        self.entries.begin(entry.id)

    def _change(self, entry: LifeEntry) -> None:
        self.change(change_part(self.open_case.case, Parts.LIFE, entry))

    def _remove(self, entry: LifeEntry) -> None:
        case = remove_part(self.open_case.case, Parts.LIFE, entry)
        self.change_with_undo(case, say("The time was removed: {name}", name=entry.title))


class _Gaps(QWidget):
    """Times of which nothing was told, each as a button that begins an entry; `wanted` carries the gap."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = FlowLayout(self, STEP)
        self._shown: tuple[Gap, ...] = ()
        self._buttons: list[SpeakingButton] = []

    def show_gaps(self, gaps: tuple[Gap, ...]) -> None:
        """Show one button for each gap."""
        if gaps == self._shown:
            return
        self._shown = gaps
        for gone in self._buttons:
            self._lines.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._buttons = []
        for number, gap in enumerate(gaps):
            button = SpeakingButton(say("{years}: nothing told yet", years=gap_words(gap)), "", "plus", self)
            button.setObjectName(f"gap_{number}")
            button.clicked.connect(self._want)
            self._lines.addWidget(button)
            self._buttons.append(button)
            button.show()
        self.setVisible(bool(gaps))
        speak_part(self)

    def _want(self) -> None:
        number = int(self.sender().objectName().removeprefix("gap_"))
        self.wanted.emit(self._shown[number])


def _describe(entry: LifeEntry) -> Described:
    title = as_it_is(entry.title) if entry.title else entry.kind.label
    facts = (
        entry.kind.label if entry.title else NOTHING,
        span_words(entry.begun, entry.ended, is_going_on=entry.is_going_on),
        place_words("", entry.country),
    )
    return Described(ICONS[entry.kind], title, facts)
