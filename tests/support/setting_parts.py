"""The settings as tests reach into them: each part by its name, shown in the section where it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from iq_desktop.usecases.setting_sections import section_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from iq_desktop.ui.screens.settings import SettingsScreen


class SettingParts:
    """`parts.password` is the card of the password, with its section open; other names are those of the screen."""

    def __init__(self, screen: SettingsScreen, settle: Callable[[], object]) -> None:
        self.screen, self._settle = screen, settle

    def __getattr__(self, name: str) -> Any:
        if hasattr(self.screen, name):
            return getattr(self.screen, name)
        return self.show(section_of(name).name).parts[name]

    def show(self, section: str) -> Any:
        """Open a section, where it is not open already, and return its page."""
        if self.screen.section != section:
            self.screen.show_section(section)
            self.screen.refresh()
            self._settle()
        return self.screen.page
