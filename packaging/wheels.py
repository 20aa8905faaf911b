"""Asks, before a release, whether every locked package has a wheel for Windows, and writes the answer down.

    python packaging/wheels.py

asks the package index for each lock file and each Python, and writes requirements/windows.tsv. The everyday test
compares that table with the lock files and needs no network.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from packaging.requirements import Requirement
from packaging.tags import compatible_tags, cpython_tags
from packaging.utils import canonicalize_name, parse_wheel_filename

PROJECT: Final = Path(__file__).resolve().parent.parent
REQUIREMENTS: Final = PROJECT / "requirements"
TABLE: Final = REQUIREMENTS / "windows.tsv"
LOCKS: Final = ("run", "test", "packaging")
PYTHONS: Final = ("3.11", "3.12", "3.13")


@dataclass(frozen=True, slots=True)
class Pin:
    """One locked package with the hashes of all its files."""

    requirement: Requirement
    hashes: frozenset[str]

    @property
    def name(self) -> str:
        """The normalised name."""
        return canonicalize_name(self.requirement.name)

    @property
    def version(self) -> str:
        """The locked version."""
        return str(self.requirement.specifier).removeprefix("==")

    def is_for_windows(self, python: str) -> bool:
        """Return whether a Windows desk with this Python installs it."""
        machine = {
            "python_version": python,
            "python_full_version": f"{python}.0",
            "sys_platform": "win32",
            "platform_system": "Windows",
            "platform_machine": "AMD64",
            "os_name": "nt",
            "implementation_name": "cpython",
            "platform_python_implementation": "CPython",
        }
        return self.requirement.marker is None or self.requirement.marker.evaluate(machine)


@dataclass(frozen=True, slots=True, order=True)
class Wheel:
    """The file that a Windows desk would install."""

    name: str
    version: str
    python: str
    file: str
    sha256: str

    def fits(self) -> bool:
        """Return whether 64-bit Windows with this Python can load the file."""
        python = tuple(map(int, self.python.split(".")))
        accepted = {*cpython_tags(python, platforms=["win_amd64"]), *compatible_tags(python, platforms=["win_amd64"])}
        return not accepted.isdisjoint(parse_wheel_filename(self.file)[3])


def read_lock(path: Path) -> list[Pin]:
    """Return the pins of a lock file."""
    logical = path.read_text("utf-8").replace("\\\n", " ").splitlines()
    pins = []
    for line in logical:
        words, *hashes = line.split("--hash=sha256:")
        if words.strip():
            pins.append(Pin(Requirement(words.strip()), frozenset(one.strip() for one in hashes)))
    return pins


def wanted(python: str) -> dict[tuple[str, str], Pin]:
    """Return what all locks install on Windows with a Python, by name and version."""
    pins = [pin for lock in LOCKS for pin in read_lock(REQUIREMENTS / f"{lock}.txt")]
    return {(pin.name, pin.version): pin for pin in pins if pin.is_for_windows(python)}


def read_table() -> list[Wheel]:
    """Return the wheels that were found when the table was written."""
    return [Wheel(*line.split("\t")) for line in TABLE.read_text("utf-8").splitlines()[1:]]


def find_wheels(python: str, pins: dict[tuple[str, str], Pin]) -> list[Wheel]:
    """Ask the index for the wheels of pins; pip fails where one has none."""
    with tempfile.TemporaryDirectory() as folder:
        names, report = Path(folder, "names.txt"), Path(folder, "report.json")
        names.write_text("\n".join(f"{name}=={version}" for name, version in pins), "utf-8")
        target = ["--platform", "win_amd64", "--python-version", python, "--only-binary", ":all:", "--target", folder]
        quiet = ["--quiet", "--disable-pip-version-check", "--dry-run", "--ignore-installed", "--no-deps"]
        command = [sys.executable, "-m", "pip", "install", *quiet, *target, "--report", str(report), "-r", str(names)]
        subprocess.check_call(command)
        found = json.loads(report.read_text("utf-8"))["install"]
    return [
        Wheel(
            canonicalize_name(one["metadata"]["name"]),
            one["metadata"]["version"],
            python,
            one["download_info"]["url"].rsplit("/", 1)[1],
            one["download_info"]["archive_info"]["hashes"]["sha256"],
        )
        for one in found
    ]


def problems(python: str, wheels: list[Wheel]) -> list[str]:
    """Return what is wrong with a table for one Python: missing, foreign to the lock, or not for Windows."""
    found = {(wheel.name, wheel.version): wheel for wheel in wheels if wheel.python == python}
    wrong = []
    for key, pin in wanted(python).items():
        wheel = found.get(key)
        if wheel is None:
            wrong.append(f"{pin.requirement} has no wheel for Windows and Python {python}")
        elif wheel.sha256 not in pin.hashes:
            wrong.append(f"{wheel.file} does not stand in the lock file")
        elif not wheel.fits():
            wrong.append(f"{wheel.file} is not for Windows and Python {python}")
    return wrong


def main() -> int:
    """Ask, write the table, and tell what is wrong."""
    wheels = [wheel for python in PYTHONS for wheel in find_wheels(python, wanted(python))]
    lines = ["name\tversion\tpython\tfile\tsha256"]
    lines += [f"{one.name}\t{one.version}\t{one.python}\t{one.file}\t{one.sha256}" for one in sorted(wheels)]
    TABLE.write_text("\n".join(lines) + "\n", "utf-8")
    wrong = [line for python in PYTHONS for line in problems(python, wheels)]
    print(f"{len(wheels)} wheels for Windows", *wrong, sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
