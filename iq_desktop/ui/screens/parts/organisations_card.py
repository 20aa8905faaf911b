"""The card of the directory of organisations: search, change, add, remove with undo."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from iq_desktop.domain.organisation import Organisation
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.organisation_row import OrganisationRow
from iq_desktop.ui.screens.parts.row_list import RowList
from iq_desktop.usecases.organisations import (
    list_organisations,
    matching_organisations,
    remove_organisation,
    save_organisation,
)
from iq_desktop.wording.text import NOTHING, say, say_count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from iq_desktop.domain.changes import Change
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.wording.tongue import Tongue


class OrganisationsCard(Card):
    """The directory, saved as it is typed."""

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build search, list and button; the organisations come with `refresh`."""
        hint = say(
            "To whom you refer: course providers, partners, self-help organisations, offices. The list is yours."
        )
        super().__init__(say("Organisations"), parent, hint=hint)
        self._place = place
        self._organisations: tuple[Organisation, ...] = ()
        self._new: Organisation | None = None
        self.label = SpeakingLabel(say("Search by name, field, language, place"), "label", self)
        self.search = QLineEdit(self)
        self.search.setObjectName("organisation_search")
        self.search.setClearButtonEnabled(True)
        self.label.setBuddy(self.search)
        self.count = SpeakingLabel(NOTHING, "hint", self)
        self.rows = RowList(self._make_row, self._show_row, self, gap=STEP)
        self.add_button = SpeakingButton(say("Add an organisation"), "", "plus", self)
        self._set()
        self.search.textChanged.connect(self._show_found)
        self.add_button.clicked.connect(self._begin_new)

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
        self.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def speak(self, tongue: Tongue) -> None:
        """Name the line of the search for screen readers."""
        self.search.setAccessibleName(tongue.speak(self.label.said))

    def refresh(self) -> None:
        """Read the directory again."""
        ask_behind(self, self._place, partial(list_organisations, self._place.desk), self.show_organisations)

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        for row in list(self.rows.rows.values()):
            row.flush()

    def show_organisations(self, organisations: Sequence[Organisation]) -> None:
        """Show these organisations, a new one that has no name yet first."""
        if self._new is not None and self._new.id in {one.id for one in organisations}:
            self._new = None
        self._organisations = tuple(organisations)
        self._show_found()

    def _show_found(self) -> None:
        found = matching_organisations(self._organisations, self.search.text(), self._place.tongue())
        self.rows.show_values([*([self._new] if self._new else []), *found])
        self.rows.setVisible(bool(self._new or found))
        told = say_count("{count} organisation", "{count} organisations", count=len(found))
        self.count.show_text(told)

    def _make_row(self, organisation: Organisation) -> OrganisationRow:
        row = OrganisationRow(organisation, self.rows)
        row.changed.connect(self._save)
        row.removed.connect(self._remove)
        return row

    def _show_row(self, row: OrganisationRow, organisation: Organisation, _number: int) -> None:
        row.show_value(organisation, organisation.problems(self._place.desk.clock.today()))

    def _begin_new(self) -> None:
        """Put an empty organisation on top; it is kept as soon as it has a name."""
        self.search.clear()
        self._new = self._new or Organisation()
        self._show_found()
        row = self.rows.rows.get(self._new.id)
        if row is not None:
            row.begin()

    def _save(self, organisation: Organisation) -> None:
        if self._new is not None and self._new.id == organisation.id:
            self._new = organisation
            if not organisation.name:
                self._show_found()
                return
        self._do(partial(save_organisation, self._place.desk, organisation))

    def _remove(self, organisation: Organisation) -> None:
        if self._new is not None and self._new.id == organisation.id:
            self._new = None
            self._show_found()
            return
        self._do(partial(remove_organisation, self._place.desk, organisation))
        told = say("The organisation was removed: {name}", name=organisation.name)
        self._place.banner.tell(told, act_name=say("Undo"), act=partial(self._save, organisation))

    def _do(self, work: Callable[[], tuple[Change, ...]]) -> None:
        ask_behind(self, self._place, work, self._announce)

    def _announce(self, changes: tuple[Change, ...]) -> None:
        self._place.announce(changes)
        self.refresh()
