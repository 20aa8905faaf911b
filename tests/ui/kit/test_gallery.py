"""Every widget of the gallery fits its words, has names, and paints in both schemes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.kit.icon_shapes import SHAPES
from iq_desktop.ui.kit.icons import picture_of
from iq_desktop.ui.kit.theme import Scheme
from iq_desktop.wording.tongue import load_tongue
from tests.ui.kit.conftest import wear
from tests.ui.kit.gallery import PROJECT, shots

if TYPE_CHECKING:
    from iq_desktop.ui.kit.theme import Theme
    from iq_desktop.wording.tongue import Tongue
    from tests.ui.kit.conftest import Stage

SHOTS = shots(load_tongue("ar", PROJECT / "translations"))
NAMES = [name for name, *_rest in SHOTS]


@pytest.mark.parametrize("number", range(len(SHOTS)), ids=NAMES)
def test_every_word_fits_in_german_and_every_widget_has_a_name(stage: Stage, german: Tongue, number: int) -> None:
    _name, make, width, height = SHOTS[number]
    stage.tongue = german
    page = stage.show(make(), width, height)
    assert clipped(page) == []
    assert [widget for widget in page.findChildren(QWidget) if _is_nameless(widget)] == []


def test_both_schemes_differ_and_return(stage: Stage, theme: Theme) -> None:
    page = stage.show(SHOTS[NAMES.index("ratings")][1](), 940, 1180)
    light = page.grab().toImage()
    wear(theme, Scheme.DARK)
    stage.settle()
    dark = page.grab().toImage()
    wear(theme, Scheme.LIGHT)
    stage.settle()
    assert dark != light
    assert page.grab().toImage() == light


@pytest.mark.parametrize("name", SHAPES)
def test_every_icon_leaves_a_mark_within_its_field(theme: Theme, name: str) -> None:  # noqa: ARG001  (an application)
    image = picture_of(name, "#000000", 20, 2).toImage()
    edge = image.width() - 1
    inked = [(x, y) for x in range(40) for y in range(40) if image.pixelColor(x, y).alpha() > 128]
    assert len(inked) > 12
    assert not any(x in (0, edge) or y in (0, edge) for x, y in inked)


def test_a_label_that_is_too_narrow_is_found(stage: Stage) -> None:
    page = QWidget()
    label = QLabel("Aufenthaltsgestattung", page)
    label.setFixedWidth(30)
    stage.show(page)
    assert clipped(page) == ["QLabel: Aufenthaltsgestattung"]


def _is_nameless(widget: QWidget) -> bool:
    """Return whether a screen reader would fall silent on a widget that takes the focus."""
    parent = widget.parentWidget()
    if not widget.isVisible() or not widget.focusPolicy().value or widget.focusProxy() is not None:
        return False
    return not (widget.accessibleName() or (parent is not None and parent.accessibleName()))
