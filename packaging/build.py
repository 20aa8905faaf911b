"""Builds the program as one folder that needs no Python, and lets it check itself: `python3 packaging/build.py`."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import desk

DIST: Final = desk.PROJECT / "dist"
MEBIBYTE: Final = 1024 * 1024


def main() -> int:
    """Build, check, and tell the size; the exit code is that of the built program's own check."""
    try:
        desk.check_python()
        desk.prepare("packaging")
        install_tools()
    except desk.DeskError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    work = [
        "--noconfirm",
        "--clean",
        "--log-level",
        "WARN",
        "--distpath",
        str(DIST),
        "--workpath",
        str(desk.PROJECT / "build"),
    ]
    spec = desk.PROJECT / "packaging" / "iq_desktop.spec"
    subprocess.check_call(
        [desk.python(), "-m", "PyInstaller", *work, str(spec)], cwd=desk.PROJECT, env=desk.surroundings()
    )
    print(f"{size_of(DIST / 'iq-desktop') / MEBIBYTE:.0f} MiB in dist/iq-desktop", flush=True)
    return subprocess.call([str(program()), "self-check"], cwd=DIST)


def install_tools() -> None:
    """Install what PyInstaller needs of a Debian system: a reader of binaries, and Python as a shared library."""
    if not sys.platform.startswith("linux"):
        return
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    missing = [] if shutil.which("objdump") else ["binutils"]
    if Path(sys.base_prefix) == Path("/usr") and not desk.is_loadable(f"libpython{version}.so.1.0"):
        missing.append(f"libpython{version}")
    if missing:
        desk.apt_install(missing)


def program() -> Path:
    """Return the path of the built program."""
    return DIST / "iq-desktop" / ("iq-desktop.exe" if sys.platform == "win32" else "iq-desktop")


def size_of(folder: Path) -> int:
    """Return the bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


if __name__ == "__main__":
    sys.exit(main())
