"""The card of the logo: the picture as it stands on letters, another one from a file, or none."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.logo_picture import read_logo
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.shell.ask import FileKind
from iq_desktop.usecases.centre import my_logo, save_logo
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.domain.centre import Logo
    from iq_desktop.domain.changes import Change
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.wording.text import Text
    from iq_desktop.wording.tongue import Tongue

PICTURE: Final = FileKind(say("Picture"), ("*.png", "*.jpg", "*.jpeg", "*.svg"))
_WIDE: Final = 240
_HIGH: Final = 96


class LogoCard(Card):
    """Picture, and buttons to choose another one or to give it up; what is replaced can be brought back."""

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build the card; the picture is read by `refresh`."""
        hint = say("It stands at the upper right of letters and certificates. PNG, JPEG or SVG, at most 1 MB.")
        super().__init__(say("Logo"), parent, hint=hint)
        self._place = place
        self._logo: Logo | None = None
        self.picture = QLabel(self)
        self.picture.setObjectName("logo_picture")
        self.picture.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.nothing = SpeakingLabel(say("There is no logo yet."), "muted", self)
        self.choose_button = SpeakingButton(say("Choose a picture …"), "", "import", self)
        self.remove_button = SpeakingButton(say("Remove the logo"), "plain", "trash", self)
        self.head.addWidget(self.remove_button)
        self.head.addWidget(self.choose_button)
        self.add(self.picture)
        self.add(self.nothing)
        self.choose_button.clicked.connect(self._choose)
        self.remove_button.clicked.connect(self._remove)
        self._show(None)

    def speak(self, tongue: Tongue) -> None:
        """Name the picture for screen readers."""
        self.picture.setAccessibleName(tongue.speak(say("Logo")))

    def refresh(self) -> None:
        """Read the picture again."""
        ask_behind(self, self._place, partial(my_logo, self._place.desk), self._show)

    def fit_text(self) -> None:
        """Follow the size of the text."""
        self._show(self._logo)

    def _show(self, logo: Logo | None) -> None:
        self._logo = logo
        pixels = QPixmap()
        if logo is not None and pixels.loadFromData(logo.content):
            ratio, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self.picture.setPixmap(pixels.scaled(scaled(_WIDE), scaled(_HIGH), ratio, smooth))
        self.picture.setVisible(logo is not None)
        self.remove_button.setVisible(logo is not None)
        self.nothing.setVisible(logo is None)

    def _choose(self) -> None:
        path = self._place.ask.which_file(say("Choose a picture …"), PICTURE)
        if path is not None:
            before = self._logo
            work = partial(_take, self._place.desk, path)
            ask_behind(self, self._place, work, partial(self._tell, say("The logo is kept."), before))

    def _remove(self) -> None:
        before, work = self._logo, partial(save_logo, self._place.desk, None)
        ask_behind(self, self._place, work, partial(self._tell, say("The logo is removed."), before))

    def _tell(self, told: Text, before: Logo | None, changes: tuple[Change, ...]) -> None:
        self._place.announce(changes)
        self.refresh()
        self._place.banner.tell(told, act_name=say("Undo"), act=partial(self._bring_back, before))

    def _bring_back(self, before: Logo | None) -> None:
        work = partial(save_logo, self._place.desk, before)
        ask_behind(self, self._place, work, self._take_back)

    def _take_back(self, changes: tuple[Change, ...]) -> None:
        self._place.announce(changes)
        self.refresh()


def _take(desk: Desk, path: Path) -> tuple[Change, ...]:
    return save_logo(desk, read_logo(path))
