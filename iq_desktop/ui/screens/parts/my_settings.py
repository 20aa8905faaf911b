"""The section of one's own settings: how the program looks and speaks, when it locks, the password."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from iq_desktop.domain.centre import DeskSettings
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.access_cards import PasswordCard
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.lock_card import LockCard
from iq_desktop.ui.screens.parts.settings_page import SettingsPage
from iq_desktop.ui.shell.password_line import label_for
from iq_desktop.ui.shell.pill_choice import LANGUAGES, SIZES, THEMES, PillChoice
from iq_desktop.usecases.centre import my_settings, save_settings
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from iq_desktop.ui.shell.workplace import Workplace


class LookCard(Card):
    """Language, appearance, size of the text; `chosen` carries the settings with the new answer."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the three choices."""
        super().__init__(say("Language and appearance"), parent)
        self.settings = DeskSettings()
        self.language = PillChoice(say("Language"), LANGUAGES, self.settings.language, self)
        self.theme = PillChoice(say("Appearance"), THEMES, self.settings.theme, self)
        self.text_size = PillChoice(say("Text size"), SIZES, str(self.settings.text_size), self)
        for text, choice in (
            (say("Language"), self.language),
            (say("Appearance"), self.theme),
            (say("Text size"), self.text_size),
        ):
            part = QVBoxLayout()
            part.setSpacing(STEP // 2)
            part.addWidget(label_for(text, choice, self))
            part.addWidget(choice)
            self.add(part)
        self.language.chosen.connect(self._take_language)
        self.theme.chosen.connect(self._take_theme)
        self.text_size.chosen.connect(self._take_text_size)

    def show_settings(self, settings: DeskSettings) -> None:
        """Show what is set; never emits."""
        self.settings = settings
        self.language.show_choice(settings.language)
        self.theme.show_choice(settings.theme)
        self.text_size.show_choice(str(settings.text_size))

    def _take_language(self, code: str) -> None:
        self.chosen.emit(replace(self.settings, language=code))

    def _take_theme(self, code: str) -> None:
        self.chosen.emit(replace(self.settings, theme=code))

    def _take_text_size(self, code: str) -> None:
        self.chosen.emit(replace(self.settings, text_size=int(code)))


class MySettings(SettingsPage):
    """What each adviser sets; `settings_chosen` carries the DeskSettings as soon as they are chosen."""

    settings_chosen = Signal(object)

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build the cards."""
        super().__init__("mine", place, parent)
        self.look, self.lock, self.password = LookCard(self), LockCard(self), PasswordCard(place, self)
        for name, card in (("look", self.look), ("lock", self.lock), ("password", self.password)):
            self.add(name, card)
        self.look.chosen.connect(self._choose)
        self.lock.chosen.connect(self._take_lock)

    def refresh(self) -> None:
        """Read again what is set."""
        super().refresh()
        ask_behind(self, self.place, partial(my_settings, self.place.desk), self._show)

    def put_cursor(self, part: str = "") -> None:
        """Put the focus on the language that is spoken, or where a part begins."""
        if part in ("", "look"):
            self.look.language.pills[self.look.settings.language].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().put_cursor(part)

    def _show(self, settings: DeskSettings) -> None:
        self.look.show_settings(settings)
        self.lock.show_settings(settings)

    def _take_lock(self, minutes: int, is_hidden: bool) -> None:  # noqa: FBT001  (an answer that is handed over)
        self._choose(replace(self.look.settings, lock_after_minutes=minutes, hide_from_capture=is_hidden))

    def _choose(self, settings: DeskSettings) -> None:
        self._show(settings)
        self.settings_chosen.emit(settings)
        self.save(partial(save_settings, self.place.desk, settings))
