"""The card of the directory of competent bodies: search, change, add, give out and take in as a table."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from iq_desktop.domain.body import CompetentBody
from iq_desktop.ui.kit.card import Card, line
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.body_row import BodyRow
from iq_desktop.ui.screens.parts.row_list import RowList
from iq_desktop.ui.shell.ask import FileKind
from iq_desktop.usecases.bodies import (
    begin_with_kinds,
    list_bodies,
    matching_bodies,
    put_bodies_back,
    remove_body,
    save_body,
    take_in_bodies,
    write_bodies,
)
from iq_desktop.wording.text import NOTHING, say, say_count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from iq_desktop.domain.changes import Change
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.wording.tongue import Tongue

_TABLES: Final = FileKind(say("Tables"), ("*.csv",))


class BodiesCard(Card):
    """The directory, saved as it is typed."""

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build search, list and buttons; the bodies come with `refresh`."""
        hint = say("Who decides on recognition. The program knows kinds of bodies; addresses are the centre's own.")
        super().__init__(say("Competent bodies"), parent, hint=hint)
        self._place = place
        self._bodies: tuple[CompetentBody, ...] = ()
        self._new: CompetentBody | None = None
        self.label = SpeakingLabel(say("Search in the directory"), "label", self)
        self.search = QLineEdit(self)
        self.search.setObjectName("body_search")
        self.search.setClearButtonEnabled(True)
        self.label.setBuddy(self.search)
        self.count = SpeakingLabel(NOTHING, "hint", self)
        self.rows = RowList(self._make_row, self._show_row, self, gap=STEP)
        self.add_button = SpeakingButton(say("Add a body"), "primary", "plus", self)
        self.kinds_button = SpeakingButton(say("Begin with the kinds of bodies"), "", "import", self)
        self.take_button = SpeakingButton(say("Take in a table"), "", "import", self)
        self.save_button = SpeakingButton(say("Save as a table"), "", "save", self)
        self._set()
        self.search.textChanged.connect(self._show_found)
        self.add_button.clicked.connect(self._begin_new)
        self.kinds_button.clicked.connect(self._begin_with_kinds)
        self.take_button.clicked.connect(self._ask_table)
        self.save_button.clicked.connect(self._ask_where)

    def _set(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.label)
        found = QHBoxLayout()
        found.setSpacing(2 * STEP)
        found.addWidget(self.search, 1)
        found.addWidget(self.count)
        words.addLayout(found)
        self.add(words)
        self.add(self.rows)
        self.add(line(self))
        buttons = FlowLayout(gap=STEP)
        for button in (self.add_button, self.kinds_button, self.take_button, self.save_button):
            buttons.addWidget(button)
        self.add(buttons)

    def speak(self, tongue: Tongue) -> None:
        """Name the line of the search for screen readers."""
        self.search.setAccessibleName(tongue.speak(self.label.said))

    def refresh(self) -> None:
        """Read the directory again."""
        ask_behind(self, self._place, partial(list_bodies, self._place.desk), self.show_bodies)

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        for row in list(self.rows.rows.values()):
            row.flush()

    def show_bodies(self, bodies: Sequence[CompetentBody]) -> None:
        """Show these bodies, a new one that has no name yet first."""
        known = {one.id for one in bodies}
        if self._new is not None and self._new.id in known:
            self._new = None
        self._bodies = tuple(bodies)
        self.kinds_button.setVisible(not bodies)
        self.save_button.setEnabled(bool(bodies))
        self._show_found()

    def _show_found(self) -> None:
        found = matching_bodies(self._bodies, self.search.text())
        self.rows.show_values([*([self._new] if self._new else []), *found])
        self.rows.setVisible(bool(self._new or found))
        self.count.show_text(say_count("{count} body", "{count} bodies", count=len(found)))

    def _make_row(self, body: CompetentBody) -> BodyRow:
        row = BodyRow(body, self.rows)
        row.changed.connect(self._save)
        row.removed.connect(self._remove)
        return row

    def _show_row(self, row: BodyRow, body: CompetentBody, _number: int) -> None:
        row.show_value(body, body.problems(self._place.desk.clock.today()))

    def _begin_new(self) -> None:
        """Put an empty body on top; it is kept as soon as something is typed."""
        self.search.clear()
        self._new = self._new or CompetentBody()
        self._show_found()
        row = self.rows.rows.get(self._new.id)
        if row is not None:
            row.begin()

    def _save(self, body: CompetentBody) -> None:
        if self._new is not None and self._new.id == body.id:
            self._new = body
            if not body.name:
                self._show_found()
                return
        self._do(partial(save_body, self._place.desk, body))

    def _remove(self, body: CompetentBody) -> None:
        if self._new is not None and self._new.id == body.id:
            self._new = None
            self._show_found()
            return
        self._do(partial(remove_body, self._place.desk, body))
        told = say("The body was removed: {name}", name=body.name)
        self._place.banner.tell(told, act_name=say("Undo"), act=partial(self._save, body))

    def _begin_with_kinds(self) -> None:
        self._do(partial(begin_with_kinds, self._place.desk))

    def _ask_table(self) -> None:
        path = self._place.ask.which_file(say("Which table of bodies?"), _TABLES)
        if path is not None:
            ask_behind(self, self._place, partial(take_in_bodies, self._place.desk, path), self._tell_taken)

    def _tell_taken(self, answer: tuple[int, tuple[CompetentBody, ...], tuple[Change, ...]]) -> None:
        count, before, changes = answer
        self._announce(changes)
        told = say_count("{count} body was taken in.", "{count} bodies were taken in.", count=count)
        self._place.banner.tell(told, act_name=say("Undo"), act=partial(self._put_back, before))

    def _put_back(self, before: tuple[CompetentBody, ...]) -> None:
        self._do(partial(put_bodies_back, self._place.desk, before))

    def _ask_where(self) -> None:
        path = self._place.ask.where_to_save(say("Save the directory"), "Zuständige Stellen.csv", _TABLES)
        if path is not None:
            ask_behind(self, self._place, partial(write_bodies, self._place.desk, path), partial(self._tell, path))

    def _tell(self, path: Path, count: int) -> None:
        self._place.banner.tell(
            say_count(
                "{count} body stands in “{name}”.", "{count} bodies stand in “{name}”.", count=count, name=path.name
            )
        )

    def _do(self, work: Callable[[], tuple[Change, ...]]) -> None:
        ask_behind(self, self._place, work, self._announce)

    def _announce(self, changes: tuple[Change, ...]) -> None:
        self._place.announce(changes)
        self.refresh()
