"""Widgets that keep their text as a value and are re-spoken by one walk when the language changes."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from iq_desktop.ui.kit.icons import ICON_SIZE, icon_of
from iq_desktop.ui.kit.sizes import scaled, size_words
from iq_desktop.ui.kit.theme import colours_now, set_role
from iq_desktop.wording.hyphenation import find_partings
from iq_desktop.wording.languages import Direction
from iq_desktop.wording.text import NOTHING, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPaintEvent

    from iq_desktop.wording.tongue import Tongue

_TONGUE: Final = "spoken_in"
BREAK: Final = "\u200b"
"""Zero width space: a line may end here."""
HYPHEN: Final = "\u00ad"
"""Soft hyphen: a word may be parted here."""
_ENDS: Final = 2
_PIECE: Final = 12
_LONG: Final = re.compile(r"[^\s/\u200b\u00ad-]{18,}")
_ENDLESS: Final = 29
_WORDLESS: Final = ("icon", "tiny")
_ICON_GAP: Final = 6
_TINY: Final = 14
_RING: Final = 2
_WHOLE: Final = (QAbstractButton, QComboBox, QLabel, QLineEdit, QProgressBar, QLayout)
"""Parts in which no other part speaks."""
_RECOLOURING: Final = (QEvent.Type.PaletteChange, QEvent.Type.ApplicationPaletteChange)


def speak_tree(root: QObject, tongue: Tongue) -> None:
    """Speak a whole window or any part of it: everything below `root` that has a method `speak(tongue)`."""
    root.setProperty(_TONGUE, tongue)
    _speak_all(root, tongue)


def _speak_all(root: QObject, tongue: Tongue) -> None:
    for part in (root, *_parts_below(root)):
        speak = getattr(part, "speak", None)
        if speak is not None:
            speak(tongue)


def speak_in_turns(root: QObject, tongue: Tongue) -> Iterator[None]:
    """Speak a window part by part, what is seen before what is hidden; what is added meanwhile follows at once."""
    root.setProperty(_TONGUE, tongue)
    return _speak_each(sorted((root, *_parts_below(root)), key=_is_seen, reverse=True), tongue)


def _speak_each(parts: Sequence[QObject], tongue: Tongue) -> Iterator[None]:
    for part in parts:
        speak = getattr(part, "speak", None) if shiboken6.isValid(part) else None
        if speak is not None:
            speak(tongue)
            yield


def _is_seen(part: QObject) -> bool:
    return isinstance(part, QWidget) and part.isVisible()


def _parts_below(root: QObject) -> list[QObject]:
    """Return everything below a part, but not what Qt's own fields are made of: to look at that takes longer."""
    found = [root]
    for part in found:
        if not isinstance(part, _WHOLE):
            # Where Qt has used the address of a place in a layout again, its child comes as that place.
            found += (child for child in part.children() if hasattr(child, "children"))
    return found[1:]


def speak_part(part: QObject) -> None:
    """Speak a part that was just added, in the tongue of what surrounds it; does nothing before that was spoken.

    The part does not keep the tongue: it goes on following its surroundings.
    """
    tongue = find_tongue(part)
    if tongue is not None:
        _speak_all(part, tongue)


def find_tongue(part: QObject | None) -> Tongue | None:
    """Return the tongue in which the surroundings of a part were last spoken, or None."""
    while part is not None:
        tongue: Tongue | None = part.property(_TONGUE)
        if tongue is not None:
            return tongue
        part = part.parent()
    return None


class SpeakingLabel(QLabel):
    """A label with a text of its own; wraps by default and never cuts a line off."""

    def __init__(
        self, text: Text = NOTHING, role: str = "", parent: QWidget | None = None, *, wrap: bool = True
    ) -> None:
        """Keep the text until it is spoken; `role` names the look, for example `title`, `heading`, `hint`."""
        super().__init__(parent)
        self.said = text
        self.setProperty("role", role)
        size_words(self)
        self.setWordWrap(wrap)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if wrap:
            policy = self.sizePolicy()
            policy.setHeightForWidth(True)
            policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
            self.setSizePolicy(policy)

    def show_text(self, text: Text) -> None:
        """Say something else from now on."""
        self.said = text
        tongue = find_tongue(self)
        if tongue is not None:
            self.speak(tongue)

    def speak(self, tongue: Tongue) -> None:
        """Show the text in a tongue."""
        words = tongue.speak(self.said)
        shown = breakable(words) if self.wordWrap() else words
        self.setText(shown)
        if self.accessibleName() == self._whole:  # else somebody else has named it
            self._whole = words if shown != words else ""  # without hyphens that are not seen
            self.setAccessibleName(self._whole)

    _whole = ""


def breakable(words: str) -> str:
    """Return words in which a part that a narrow line cannot hold has places where it may be broken.

    A word gets hyphens there, which are seen only where a line ends; what is no word (an address, a code) gets none.
    """
    return _LONG.sub(_with_breaks, words)


def _with_breaks(match: re.Match[str]) -> str:
    part = match.group()
    places = [0, *(parting.place for parting in find_partings(part)), len(part)]
    if len(places) > _ENDS:
        return HYPHEN.join(part[start:end] for start, end in pairwise(places))
    if len(part) < _ENDLESS:
        return part
    return BREAK.join(part[at : at + _PIECE] for at in range(0, len(part), _PIECE))


class TwoTongueLabel(QWidget):
    """A text in the adviser's language and below it in the client's, each with its own direction."""

    def __init__(
        self, text: Text, client: Tongue | None, role: str = "question", parent: QWidget | None = None
    ) -> None:
        """Keep the text; without a client's tongue only the adviser's line is shown."""
        super().__init__(parent)
        self.ours = SpeakingLabel(text, role, self)
        self.theirs = QLabel(self)
        self.theirs.setProperty("role", "client")
        size_words(self.theirs)
        self.theirs.setWordWrap(True)
        self.theirs.setTextFormat(Qt.TextFormat.PlainText)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.ours)
        lines.addWidget(self.theirs)
        self.show_client_tongue(client)

    def show_client_tongue(self, client: Tongue | None) -> None:
        """Speak the second line in another tongue, or hide it."""
        self._client = client
        self.theirs.setVisible(client is not None)
        if client is None:
            return
        is_rtl = client.direction is Direction.RIGHT_TO_LEFT
        self.theirs.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
        self.theirs.setText(client.speak(self.ours.said))

    def show_text(self, text: Text) -> None:
        """Say something else from now on."""
        self.ours.show_text(text)
        self.show_client_tongue(self._client)


class SpeakingButton(QPushButton):
    """A button with a text, and an icon that takes the colour of its role."""

    def __init__(self, text: Text, role: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        """Keep the text until it is spoken; roles are `primary`, `plain`, `danger`, `icon`, `tiny` or none."""
        super().__init__(parent)
        self.said = text
        self.icon_name = icon
        self.setProperty("role", role)
        self.setAutoDefault(True)  # the Return key presses it while it has the focus
        self._icon_gap = 0 if role in _WORDLESS else _ICON_GAP
        self._icon_size = ICON_SIZE if role != "tiny" else _TINY
        self.fit_text()

    def fit_text(self) -> None:
        """Give the icon the size of the words."""
        size = scaled(self._icon_size)
        self.setIconSize(QSize(size + self._icon_gap, size))
        self._colour_icon()

    def show_text(self, text: Text) -> None:
        """Say something else from now on."""
        self.said = text
        tongue = find_tongue(self)
        if tongue is not None:
            self.speak(tongue)

    def show_icon(self, name: str) -> None:
        """Show another icon."""
        self.icon_name = name
        self._colour_icon()

    def speak(self, tongue: Tongue) -> None:
        """Show the text in a tongue; a button that is only an icon tells it as tool tip and to screen readers."""
        words = tongue.speak(self.said)
        self.setAccessibleName(words)
        if self.property("role") in _WORDLESS:
            self.setToolTip(words)
        else:
            self.setText(words.replace("&", "&&"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, and inside a filled one a ring while it has the focus: an edge would not be seen."""
        super().paintEvent(event)
        if self.hasFocus() and self.property("role") == "primary":
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colours_now().accent_text), _RING))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 5, 5)
            painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Recolour the icon when the theme is switched."""
        super().changeEvent(event)
        if event.type() in _RECOLOURING:
            self._colour_icon()

    def _colour_icon(self) -> None:
        if self.icon_name:
            self.setIcon(
                icon_for(self.icon_name, str(self.property("role") or ""), self.iconSize().height(), self._icon_gap)
            )


class SpeakingAction(QAction):
    """An action with a text, a shortcut and an icon; its parent keeps it alive."""

    def __init__(self, text: Text, parent: QObject, shortcut: str = "", icon: str = "") -> None:
        """Keep the text until it is spoken; `shortcut` in Qt's portable form, for example `Ctrl+Z`."""
        super().__init__(parent)
        self.said = text
        if shortcut:
            self.setShortcut(QKeySequence(shortcut))
        if icon:
            self.setIcon(icon_for(icon))

    def speak(self, tongue: Tongue) -> None:
        """Show the text in a tongue."""
        self.setText(tongue.speak(self.said))


def icon_for(name: str, role: str = "", size: int = ICON_SIZE, gap: int = 0) -> QIcon:
    """Return an icon in the colour that the words of a role have."""
    colours = colours_now()
    roles = {"primary": "accent_text", "plain": "accent", "danger": "danger", "rail": "side_text"}
    return icon_of(name, colours.of(roles.get(role, "text")), colours.muted, size, gap)


def mark_wrong(widget: QWidget, *, wrong: bool) -> None:
    """Draw a field as wrong or as usual."""
    set_role(widget, "true" if wrong else "false", "wrong")
