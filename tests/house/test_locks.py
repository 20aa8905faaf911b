"""The lock files are whole, name no place, and everything in them has a wheel for Windows."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import wheels

if TYPE_CHECKING:
    from pathlib import Path


def project(folder: Path) -> dict[str, list[str]]:
    declared = tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))
    return {"run": declared["project"]["dependencies"], **declared["dependency-groups"]}


@pytest.mark.parametrize("lock", wheels.LOCKS)
def test_each_pin_is_exact_and_hashed(lock: str) -> None:
    pins = wheels.read_lock(wheels.REQUIREMENTS / f"{lock}.txt")
    assert len(pins) > 10
    assert not [
        pin.name for pin in pins if not pin.hashes or not re.fullmatch(r"==[\w.]+", str(pin.requirement.specifier))
    ]


@pytest.mark.parametrize("lock", wheels.LOCKS)
def test_no_place_is_named(lock: str) -> None:
    text = (wheels.REQUIREMENTS / f"{lock}.txt").read_text("utf-8")
    assert not [
        line for line in text.splitlines() if re.search(r"^\s*(-i|-f|--\w*index|--find|--trusted|#)|://|@", line)
    ]


@pytest.mark.parametrize("lock", wheels.LOCKS)
@pytest.mark.parametrize("python", wheels.PYTHONS)
def test_the_lock_holds_what_the_project_declares(lock: str, python: str, project_folder: Path) -> None:
    declared = project(project_folder)
    wanted = [Requirement(one) for one in declared["run"] + (declared[lock] if lock != "run" else [])]
    locked = {
        pin.name: pin for pin in wheels.read_lock(wheels.REQUIREMENTS / f"{lock}.txt") if pin.is_for_windows(python)
    }
    for one in wanted:
        if one.marker is None or one.marker.evaluate({"python_version": python}):
            assert locked[canonicalize_name(one.name)].version in one.specifier


def test_the_same_versions_everywhere() -> None:
    run, test, packaging = (
        {str(pin.requirement) for pin in wheels.read_lock(wheels.REQUIREMENTS / f"{lock}.txt")} for lock in wheels.LOCKS
    )
    assert run <= test
    assert run <= packaging


@pytest.mark.parametrize("python", wheels.PYTHONS)
def test_everything_has_a_wheel_for_windows(python: str) -> None:
    assert not wheels.problems(python, wheels.read_table())


def test_a_missing_or_foreign_wheel_is_seen() -> None:
    table = wheels.read_table()
    without = [one for one in table if one.name != "sqlcipher3"]
    assert wheels.problems("3.12", without) == ["sqlcipher3==0.6.4 has no wheel for Windows and Python 3.12"]
    name = "sqlcipher3-0.6.4-cp312-cp312-manylinux_2_28_x86_64.whl"
    foreign = wheels.Wheel("sqlcipher3", "0.6.4", "3.12", name, "0")
    assert not foreign.fits()
    assert wheels.problems("3.12", [*without, foreign]) == [f"{name} does not stand in the lock file"]


def test_the_known_traps_are_kept_out() -> None:
    for python in wheels.PYTHONS:
        names = dict(wheels.wanted(python).keys())
        assert names["pyside6-essentials"].startswith("6.11.3" if python == "3.11" else "6.12.")
        assert "pyside6" not in names
        assert not names.keys() & {"rlbidi", "sqlcipher3-wheels", "sqlcipher3-binary", "pysqlcipher3"}
        assert names["reportlab"].startswith("5.1")
