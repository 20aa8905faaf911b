"""Every module can be loaded, and loading it does nothing else."""

from __future__ import annotations

import importlib
import threading

import pytest

from tests.support.source_code import modules

NAMES = [
    module.path.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
    for module in modules()
    if "/migrations/" not in module.path
]


@pytest.mark.parametrize("name", NAMES)
def test_a_module_loads_silently(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    before = threading.active_count()
    importlib.import_module(name)
    assert threading.active_count() == before
    assert capfd.readouterr() == ("", "")
