"""The fonts on the screen: a name in any script that paper can write stands there in letters of our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QTextLayout

from iq_desktop.pdf.families import FAMILIES
from iq_desktop.ui.kit import fonts
from tests.pdf.names import NAMES

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


@pytest.mark.parametrize("script", list(NAMES))
def test_names_are_written_in_our_own_fonts(qapp: QApplication, project_folder: Path, script: str) -> None:
    fonts.load_fonts(qapp, project_folder / "resources" / "fonts")
    for name in NAMES[script]:
        layout = QTextLayout(name, qapp.font())
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        for run in layout.glyphRuns():
            assert run.rawFont().familyName().startswith("Noto")
            assert 0 not in run.glyphIndexes()


def test_the_screen_has_every_family_of_the_paper() -> None:
    assert {family.replace(" ", "") for family in fonts.FAMILIES} == {family.name for family in FAMILIES}
