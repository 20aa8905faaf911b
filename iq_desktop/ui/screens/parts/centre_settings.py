"""The section of the centre: its letterhead, saved as it is typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from iq_desktop.domain.centre import Centre
from iq_desktop.forms.centre_forms import LETTER_FORM
from iq_desktop.ui.kit.form_view import FormView
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.logo_card import LogoCard
from iq_desktop.ui.screens.parts.settings_page import SettingsPage
from iq_desktop.usecases.centre import my_centre, save_centre

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from iq_desktop.ui.shell.workplace import Workplace


class CentreSettings(SettingsPage):
    """What the whole centre shares."""

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build the form."""
        super().__init__("centre", place, parent)
        self.letterhead = FormView(LETTER_FORM, Centre(), self)
        self.letterhead.changed.connect(self._save)
        self.add("letterhead", self.letterhead)
        self.logo = LogoCard(place, self)
        self.add("logo", self.logo)

    def refresh(self) -> None:
        """Read the letterhead again."""
        super().refresh()
        ask_behind(self, self.place, partial(my_centre, self.place.desk), self.letterhead.show_value)

    def _save(self, centre: Centre) -> None:
        self.save(partial(save_centre, self.place.desk, centre))
