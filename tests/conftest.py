"""What every test stands on: no screen, no network, the shared folder, and a Qt left as clean as it was found."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import pytest

from tests.support.cleanliness import QtTraces, ThreadTraces, look_away, looking_at_new_things, refuse_modal_dialogs
from tests.support.counts import is_full
from tests.support.network import refuse_network

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from iq_desktop.domain.instrument import Instrument
    from tests.support.network import Attempts

PROJECT = Path(__file__).resolve().parent.parent

# Before anybody loads Qt: no screen, no scaling and no style of the person who runs the tests.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
for name in ("QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "QT_FONT_DPI", "QT_QPA_PLATFORMTHEME"):
    os.environ.pop(name, None)

_attempts = refuse_network()


@pytest.fixture(scope="session")
def project_folder() -> Path:
    """The folder with pyproject.toml."""
    return PROJECT


@pytest.fixture(scope="session")
def shared_folder() -> Path:
    """The folder of real data beside the project; tests that need it are skipped elsewhere."""
    folder = PROJECT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no folder “shared” beside the project: real data are not here")
    return folder


@pytest.fixture(autouse=True)
def no_network() -> Iterator[Attempts]:
    """Fail a test that tried to reach a network, even where the program swallowed the refusal."""
    _attempts.clear()
    yield _attempts
    tried, _attempts[:] = list(_attempts), []
    assert not tried, f"the test reached for the network: {tried}"


@pytest.fixture(autouse=True)
def no_threads_left() -> Iterator[None]:
    """Fail a test after which a thread still runs."""
    traces = ThreadTraces.now()
    yield
    left = traces.left()
    assert not left, f"threads still run after the test: {left}"


@pytest.fixture(scope="session", autouse=True)
def shared_by_all() -> Iterator[None]:
    """Leave what every test stands on out of each look for garbage."""
    with looking_at_new_things():
        yield


@pytest.fixture(scope="session", autouse=True)
def read_once() -> Iterator[None]:
    """Read the instruments that come with the program once, as a program does, and not for each desk of a test."""
    from iq_desktop.catalogues import instruments

    plainly, once = instruments.read_instrument, cache(instruments.read_instrument)
    ours = PROJECT / "resources"

    def read(folder: Path) -> Instrument:
        return once(folder) if ours in folder.parents else plainly(folder)

    with patch.object(instruments, "read_instrument", read):
        yield


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The one application, with the fonts of the program (offscreen on Windows has none of its own)."""
    from PySide6.QtGui import QFontDatabase

    for font in sorted((PROJECT / "resources" / "fonts").glob("*.ttf")):
        assert QFontDatabase.addApplicationFont(str(font)) >= 0, f"the font {font.name} cannot be loaded"
    return qapp


@pytest.fixture
def qtbot(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QtBot:
    """The bot, which holds every window until the test ends; by itself it holds none.

    A window that nobody holds is collected while a test still looks at its parts, and where Python collects it
    in the midst of a layout, the process ends.
    """
    held: dict[int, QWidget] = {}
    add = qtbot.addWidget

    def hold_and_add(widget: QWidget, **others: Any) -> None:
        key = id(widget)
        held[key] = widget
        widget.destroyed.connect(lambda: held.pop(key, None))
        add(widget, **others)

    monkeypatch.setattr(qtbot, "addWidget", hold_and_add)
    return qtbot


@pytest.fixture(autouse=True)
def clean_qt(request: pytest.FixtureRequest, no_threads_left: None) -> Iterator[None]:  # noqa: ARG001  (ends after)
    """Fail a test of windows that leaves a widget, a timer, a thread or a dialog behind."""
    if "qapp" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("qapp")
    traces = QtTraces.now()
    with refuse_modal_dialogs() as dialogs:
        yield
    left = traces.left()
    assert not dialogs, f"dialogs that the test did not expect: {dialogs}"
    assert not left, f"left behind after the test: {left}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave what has no everyday share out of the everyday suite."""
    if is_full():
        return
    for item in items:
        if item.get_closest_marker("full_count"):
            item.add_marker(pytest.mark.skip(reason="full counts on demand: python3 packaging/desk.py full"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """Look no more at what the tests of a file leave in memory: reports, what was read once, what a library keeps."""
    result = yield
    if nextitem is not None and nextitem.path != item.path:
        look_away()
    return result


def pytest_sessionfinish() -> None:
    """Deliver what Qt still has to delete before the interpreter takes objects away in any order."""
    if "PySide6.QtWidgets" in sys.modules:
        QtTraces.drain()
