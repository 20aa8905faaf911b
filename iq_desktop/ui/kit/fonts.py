"""The program's own fonts: the same letters on every system, in every script of our clients."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QFont, QFontDatabase

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

ARABIC: Final = "Noto Sans Arabic"
_OF_NAMES: Final = (
    "Hebrew", "Armenian", "Georgian", "Syriac", "Thaana", "Tifinagh", "Devanagari", "Bengali", "Gurmukhi", "Gujarati",
    "Oriya", "Tamil", "Telugu", "Kannada", "Malayalam", "Sinhala", "Thai", "Lao", "Khmer", "Myanmar", "KR", "SC",
)  # fmt: skip
FAMILIES: Final = (
    *("Noto Sans", ARABIC, "Noto Sans Ethiopic", "Noto Sans Math", "Noto Sans Symbols 2"),
    *(f"Noto Sans {script}" for script in _OF_NAMES),
    "Noto Serif Tibetan",
)
"""In the order in which Qt asks them for a letter: what no one has would come from the system, or not at all."""
FIRST_FILES: Final = ("NotoSans-Regular.ttf", "NotoSans-SemiBold.ttf")
"""What the unlock screen needs; the rest is loaded after it is painted."""
SMALL, BODY, HEADING, TITLE = 13, 15, 20, 28
"""The four sizes of the program, in pixels."""


def load_first_fonts(app: QApplication, folder: Path) -> None:
    """Load what the first screen needs and make it the program's font; raises OSError where a file is unusable."""
    QLoggingCategory.setFilterRules("qt.text.font.db.warning=false")  # it would name each family that lacks a script
    for name in FIRST_FILES:
        _load(folder / name)
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(BODY)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    app.setFont(font)


def load_other_fonts(folder: Path) -> None:
    """Load the other weights and scripts of the folder; raises OSError where a file is unusable."""
    for path in sorted(folder.glob("Noto*.ttf")):
        if path.name not in FIRST_FILES:
            _load(path)


def load_fonts(app: QApplication, folder: Path) -> None:
    """Load every font of the folder and make Noto Sans the program's font."""
    load_first_fonts(app, folder)
    load_other_fonts(folder)


def _load(path: Path) -> None:
    if QFontDatabase.addApplicationFont(str(path)) < 0:
        message = f"font file missing or damaged: {path.name}"
        raise OSError(message)
