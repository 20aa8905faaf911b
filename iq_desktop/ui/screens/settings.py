"""The screen Settings: how the program looks and speaks, the letterhead, the catalogues, who opens the vault."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.domain.centre import Centre, DeskSettings
from iq_desktop.forms.centre_forms import CENTRE_FORM
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.form_view import FormView
from iq_desktop.ui.kit.page_area import PageArea
from iq_desktop.ui.kit.reading_order import first_stop
from iq_desktop.ui.kit.saved_mark import SavedMark, SavedState
from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.access_cards import CentreCodeCard, PasswordCard, RecoveryCard
from iq_desktop.ui.screens.parts.advisers_card import AdvisersCard
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.catalogues_card import CataloguesCard
from iq_desktop.ui.screens.parts.lock_card import LockCard
from iq_desktop.ui.screens.parts.new_key_card import NewKeyCard
from iq_desktop.ui.screens.parts.trust_card import TrustCard
from iq_desktop.ui.screens.parts.vault_card import VaultCard
from iq_desktop.ui.shell.password_line import label_for
from iq_desktop.ui.shell.pill_choice import LANGUAGES, SIZES, THEMES, PillChoice
from iq_desktop.usecases.centre import my_centre, my_settings, save_centre, save_settings
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from iq_desktop.domain.changes import Change
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.progress import Progress

_WIDEST = 1120


class SettingsScreen(QWidget):
    """Everything that is set; `settings_chosen` carries the DeskSettings as soon as they are chosen."""

    settings_chosen = Signal(object)

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build the cards."""
        super().__init__(parent)
        self._place = place
        self._settings = DeskSettings()
        self.language = PillChoice(say("Language"), LANGUAGES, self._settings.language, self)
        self.theme = PillChoice(say("Appearance"), THEMES, self._settings.theme, self)
        self.text_size = PillChoice(say("Text size"), SIZES, str(self._settings.text_size), self)
        self.text_size.chosen.connect(self._take_text_size)
        self.language.chosen.connect(self._take_language)
        self.theme.chosen.connect(self._take_theme)
        self.lock = LockCard(self)
        self.lock.chosen.connect(self._take_lock)
        self.centre = FormView(CENTRE_FORM, Centre(), self)
        self.centre.changed.connect(self._save_centre)
        self.catalogues = CataloguesCard(place, self)
        self.password, self.recovery = PasswordCard(place, self), RecoveryCard(place, self)
        self.centre_code, self.new_key = CentreCodeCard(place, self), NewKeyCard(place, self)
        self.advisers = AdvisersCard(place, self)
        self.vault, self.trust = VaultCard(place, self), TrustCard(place, self)
        self.advisers.removed.connect(self.new_key.offer)
        self._set()

    def refresh(self) -> None:
        """Read again what is set and which catalogues are there."""
        desk = self._place.desk
        ask_behind(self, self._place, partial(my_settings, desk), self._show_settings)
        ask_behind(self, self._place, partial(my_centre, desk), self.centre.show_value)
        self.catalogues.refresh()
        self.advisers.refresh()
        self.centre_code.refresh()
        self.vault.refresh()

    def put_cursor(self) -> None:
        """Put the focus on the first choice."""
        self.language.pills[self._settings.language].setFocus()

    def go_to(self, part: str) -> None:
        """Put the focus on a part of the screen by its name; raises AttributeError for an unknown one."""
        stop = first_stop(getattr(self, part))
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)

    def flush(self) -> None:
        """Take over half-typed words."""
        self.centre.flush()

    def _set(self) -> None:
        mine = Card(say("My settings"), self)
        for text, choice in (
            (say("Language"), self.language),
            (say("Appearance"), self.theme),
            (say("Text size"), self.text_size),
        ):
            part = QVBoxLayout()
            part.setSpacing(STEP // 2)
            part.addWidget(label_for(text, choice, mine))
            part.addWidget(choice)
            mine.add(part)
        inside = QWidget(self)
        inside.setMaximumWidth(_WIDEST)
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(3 * STEP, 0, 3 * STEP, 3 * STEP)
        lines.setSpacing(2 * STEP)
        mine_alone = (mine, self.lock, self.centre, self.catalogues, self.password)
        for card in (*mine_alone, self.advisers, self.new_key, self.recovery, self.centre_code, self.vault, self.trust):
            lines.addWidget(card)
        lines.addStretch(1)
        self.title = SpeakingLabel(say("Settings"), "title", self, wrap=False)
        self.saved_mark = SavedMark(self)
        head = QHBoxLayout()
        head.setContentsMargins(3 * STEP, 0, 3 * STEP, 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.saved_mark)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 2 * STEP, 0, 0)
        outside.setSpacing(2 * STEP)
        outside.addLayout(head)
        outside.addWidget(PageArea(inside, head, self), 1)

    def _show_settings(self, settings: DeskSettings) -> None:
        self._settings = settings
        self.language.show_choice(settings.language)
        self.theme.show_choice(settings.theme)
        self.lock.show_settings(settings)
        self.text_size.show_choice(str(settings.text_size))

    def _take_language(self, code: str) -> None:
        self._choose(replace(self._settings, language=code))

    def _take_theme(self, code: str) -> None:
        self._choose(replace(self._settings, theme=code))

    def _take_text_size(self, code: str) -> None:
        self._choose(replace(self._settings, text_size=int(code)))

    def _take_lock(self, minutes: int, is_hidden: bool) -> None:  # noqa: FBT001  (an answer that is handed over)
        self._choose(replace(self._settings, lock_after_minutes=minutes, hide_from_capture=is_hidden))

    def _choose(self, settings: DeskSettings) -> None:
        self._settings = settings
        self.settings_chosen.emit(settings)
        self._save(partial(save_settings, self._place.desk, settings))

    def _save_centre(self, centre: Centre) -> None:
        self._save(partial(save_centre, self._place.desk, centre))

    def _save(self, work: Callable[[], tuple[Change, ...]]) -> None:
        self.saved_mark.show_state(SavedState.SAVING)
        self._place.background.run(partial(_do, work), self._announce, self._tell_problem, owner=self)

    def _announce(self, changes: tuple[Change, ...]) -> None:
        self.saved_mark.show_state(SavedState.SAVED)
        self._place.announce(changes)

    def _tell_problem(self, error: Exception) -> None:
        self.saved_mark.show_state(SavedState.NOT_SAVED)
        self._place.tell_problem(error)


def _do(work: Callable[[], tuple[Change, ...]], progress: Progress) -> tuple[Change, ...]:
    del progress
    return work()
