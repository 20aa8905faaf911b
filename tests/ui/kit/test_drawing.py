"""Pictures of packs on the screen: as another painter of SVG paints them, and in the colours of each scheme."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from iq_desktop.catalogues.svg_drawing import read_drawing
from iq_desktop.ui.kit.colours import CONTRAST, DARK, LIGHT, TABLES, Colours, contrast
from iq_desktop.ui.kit.drawing import DrawingView, paint_drawing
from iq_desktop.ui.kit.theme import Scheme, Theme
from iq_desktop.wording.text import say
from tests.ui.kit.conftest import wear

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from iq_desktop.domain.drawing import Drawing
    from iq_desktop.wording.tongue import Tongue

SIDE = 96
ROLES = {"ink": "text", "paper": "surface", "accent": "accent", "soft": "accent_soft", "skin": "skin"}
SQUARE = '<svg viewBox="0 0 96 96"><rect width="96" height="96" fill="soft"/></svg>'
MOST_DIFFERENT = 0.002
"""Share of the light of a picture by which two painters may differ (rounding of edges)."""


def blank() -> QImage:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    return image


def painted(drawing: Drawing, colours: Colours = LIGHT) -> QImage:
    image = blank()
    painter = QPainter(image)
    paint_drawing(painter, drawing, QRectF(0, 0, SIDE, SIDE), colours)
    painter.end()
    return image


def painted_by_qt(svg: str) -> QImage:
    """Paint a picture as Qt's own reader of SVG understands it, with the roles filled in."""
    for role, name in ROLES.items():
        svg = re.sub(rf'"{role}"', f'"{LIGHT.of(name)}"', svg)
    image = blank()
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, SIDE, SIDE))
    painter.end()
    return image


def difference(one: QImage, other: QImage) -> float:
    """Return by how much two pictures differ, 0 to 1."""
    first, second = bytes(one.constBits()), bytes(other.constBits())
    return sum(abs(a - b) for a, b in zip(first, second, strict=True)) / (255 * len(first))


@pytest.mark.usefixtures("qapp")
def test_each_picture_looks_as_another_program_would_paint_it(project_folder: Path) -> None:
    worst = (0.0, "")
    paths = sorted((project_folder / "resources" / "instruments").glob("*/pictures/*.svg"))
    for path in paths:
        svg = path.read_text("utf-8")
        worst = max(worst, (difference(painted(read_drawing(svg, path.name)), painted_by_qt(svg)), path.name))
    print(f"{len(paths)} pictures, the largest difference {worst[0]:.4f} ({worst[1]})")
    assert worst[0] <= MOST_DIFFERENT


@pytest.mark.usefixtures("qapp")
def test_another_picture_would_be_noticed(project_folder: Path) -> None:
    folder = project_folder / "resources" / "instruments" / "key-competences" / "pictures"
    one, other = (read_drawing((folder / f"{name}.svg").read_text("utf-8"), name) for name in ("listen", "get-help"))
    assert difference(painted(one), painted(other)) > MOST_DIFFERENT


@pytest.mark.parametrize("colours", TABLES, ids=["light", "dark", "contrast"])
def test_lines_stand_out_on_every_filling(colours: Colours) -> None:
    for filling in ("surface", "accent_soft", "skin"):
        assert contrast(colours.text, colours.of(filling)) >= 4.5
    assert contrast(colours.accent, colours.surface) >= 3
    assert contrast(colours.accent, colours.accent_soft) >= 3


def test_a_picture_follows_the_scheme(theme: Theme, qtbot: QtBot) -> None:
    view = DrawingView(read_drawing(SQUARE, "square.svg"))
    qtbot.addWidget(view)
    view.resize(40, 40)
    shown = []
    for scheme in (Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST):
        wear(theme, scheme)
        shown.append(view.grab().toImage().pixelColor(20, 20).name())
    wear(theme, Scheme.LIGHT)
    assert shown == [LIGHT.accent_soft, DARK.accent_soft, CONTRAST.accent_soft]


@pytest.mark.usefixtures("theme")
def test_a_picture_is_never_squeezed_and_lets_fingers_through(qtbot: QtBot) -> None:
    view = DrawingView(read_drawing(SQUARE, "square.svg"), size=64)
    qtbot.addWidget(view)
    view.resize(100, 40)
    image = view.grab().toImage()
    assert view.sizeHint() == view.minimumSizeHint() == QSize(64, 64)
    assert image.pixelColor(50, 20).name() == LIGHT.accent_soft
    assert image.pixelColor(10, 20).name() != LIGHT.accent_soft
    assert view.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


@pytest.mark.usefixtures("theme")
def test_another_picture_and_its_words(qtbot: QtBot, english: Tongue) -> None:
    view = DrawingView()
    qtbot.addWidget(view)
    assert view.drawing is None
    view.grab()
    view.show_drawing(read_drawing(SQUARE, "square.svg"), say("A square"))
    view.speak(english)
    assert view.accessibleName() == "A square"
