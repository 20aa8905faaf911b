"""Pictures of the windows, each looked at for what must not be: cut words, missing signs, foreign words, failures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QFont, QPixmap, QRawFont
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QScrollArea, QTextEdit, QWidget

from iq_desktop.ui.kit.banner import Banner
from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.kit.fonts import BODY, FAMILIES
from iq_desktop.wording.text import Text
from iq_desktop.wording.tongue import Tongue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.app.hand import Hand

LAPTOP: Final = QSize(1366, 768)
_TALLEST: Final = 2600
_ROUNDS: Final = 5
"""So often the window may go on laying out rows that came just now, before what is cut counts."""
_UNFIT: Final = re.compile(r"[^a-z0-9]+")


@dataclass(slots=True)
class Camera:
    """Takes pictures into a folder and keeps a list of what is wrong on them."""

    folder: Path
    source: Tongue
    translation: Tongue
    problems: list[str] = field(default_factory=list)
    taken: list[Path] = field(default_factory=list)

    def shoot(self, hand: Hand, name: str, size: QSize = LAPTOP, ratio: int = 1) -> Path:
        """Take a picture of a window at a size in points and at a scale, and look it over."""
        hand.window.resize(size)
        hand.settle()
        for _ in range(_ROUNDS):
            if not clipped(hand.window):
                break
            hand.settle()
        path = self.folder / f"{len(self.taken) + 1:02}-{_UNFIT.sub('-', name.lower())}.png"
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        hand.window.render(picture, QPoint())
        picture.save(str(path))
        self.taken.append(path)
        self.problems += [f"{path.name}: {what}" for what in (*_faults(hand.window), *self._foreign_words(hand))]
        return path

    def shoot_whole(self, hand: Hand, name: str) -> None:
        """Take a picture at the usual size, and where a page is longer, one of all of it."""
        self.shoot(hand, name)
        hidden = max((area.verticalScrollBar().maximum() for area in _areas(hand.window)), default=0)
        if hidden:
            height = min(LAPTOP.height() + hidden, _TALLEST)
            self.shoot(hand, f"{name} whole", QSize(LAPTOP.width(), height))
            hand.window.resize(LAPTOP)
            hand.settle()

    def _foreign_words(self, hand: Hand) -> Iterator[str]:
        """Yield what is still said in the other language after a switch; words that both share do not count."""
        mine = hand.tongue()
        for said in _all_said(hand.window):
            spoken = {tongue: tongue.speak(said[0]) for tongue in (self.source, self.translation)}
            others = {words for tongue, words in spoken.items() if tongue.code != mine.code} - {mine.speak(said[0])}
            if said[1] in others:
                yield f"not in this language: {said[1]}"


def _areas(window: QWidget) -> Iterator[QScrollArea]:
    return (area for area in window.findChildren(QScrollArea) if area.isVisible())


def _all_said(window: QWidget) -> Iterator[tuple[Text, str]]:
    """Yield what each label or button means to say, and what it says."""
    for part in window.findChildren(QWidget):
        said = getattr(part, "said", None)
        if isinstance(said, Text) and isinstance(part, QLabel | QAbstractButton) and part.isVisible() and part.text():
            yield said, part.text()


def _faults(window: QWidget) -> Iterator[str]:
    hints = {line.placeholderText() for line in window.findChildren(QLineEdit)}  # may be shortened
    yield from (f"cut: {words}" for words in clipped(window) if words.partition(": ")[2] not in hints)
    for area in _areas(window):
        inside = area.widget()
        if inside is not None and inside.width() > area.viewport().width() + 1:
            room = area.viewport().width()
            stiff = [one for one in inside.findChildren(QWidget) if one.isVisible() and _least_width(one) > room]
            names = ", ".join(dict.fromkeys(f"{type(one).__name__} {one.objectName()}".strip() for one in stiff))
            yield f"{inside.width() - room} pixels do not fit at the right: {names}"
    for banner in window.findChildren(Banner):
        if banner.isVisible() and banner.property("kind") == "danger":
            yield f"message: {banner.text.text()} {banner.advice.text()}"
    missing = {sign for words in _all_words(window) for sign in words if not _can_show(sign)}
    if missing:
        yield f"no sign for: {' '.join(sorted(missing))}"


def _least_width(widget: QWidget) -> int:
    return max(widget.minimumSizeHint().width(), widget.minimumWidth())


def _all_words(window: QWidget) -> Iterator[str]:
    for label in window.findChildren(QLabel):
        yield label.text()
    for button in window.findChildren(QAbstractButton):
        yield button.text()
    for line in window.findChildren(QLineEdit):
        yield line.text()
        yield line.placeholderText()
    for note in window.findChildren(QTextEdit):
        yield note.toPlainText()


def _can_show(sign: str) -> bool:
    if sign.isspace() or not sign.isprintable():
        return True
    return any(font.supportsCharacter(ord(sign)) for font in _raw_fonts())


def _raw_fonts() -> Iterator[QRawFont]:
    for family in FAMILIES:
        font = QFont(family)
        font.setPixelSize(BODY)
        font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
        yield QRawFont.fromFont(font)
