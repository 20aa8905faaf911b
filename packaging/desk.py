"""Sets up a desk from a fresh checkout and starts the demo on it, or every test: `python3 packaging/desk.py demo`."""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

PROJECT: Final = Path(__file__).resolve().parent.parent
ENVIRONMENT: Final = PROJECT / ".venv" / f"{sys.platform}-{sys.version_info.major}.{sys.version_info.minor}"
OLDEST, NEWEST = (3, 11), (3, 13)

USAGE: Final = """Usage:
  python3 packaging/desk.py demo [--out FOLDER]    start the program with an invented centre
  python3 packaging/desk.py test [PYTEST …]        check the house and run every test
  python3 packaging/desk.py full [PYTEST …]        the same with full counts, for a release (an hour and more)
  python3 packaging/desk.py bench [PYTEST …]       measure, as ratios to floors of the same run
  python3 packaging/desk.py run [ARGUMENTS …]      start the program itself
  python3 packaging/desk.py pictures [FOLDER]      take a picture of every screen in every look
"""

LIBRARIES: Final = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
"""What Qt cannot be loaded without: the library and the Debian package that holds it."""

WINDOW_LIBRARIES: Final = {
    "libpulse.so.0": "libpulse0",
    "libpulse-mainloop-glib.so.0": "libpulse-mainloop-glib0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libcups.so.2": "libcups2",
}
"""What a window on an X11 or Wayland screen needs besides, and what its printing needs."""

TEST_TOOLS: Final = {"gcc": ("gcc", "libc6-dev"), "pdftotext": ("poppler-utils",)}
"""What some tests need besides: a compiler to cut the power in the middle of a write, a second reader of PDFs."""


@dataclass(frozen=True, slots=True)
class Step:
    """One check of the house."""

    name: str
    command: tuple[str, ...]


class DeskError(Exception):
    """The desk cannot be set up; the message says what to do."""


def main(arguments: list[str]) -> int:
    """Carry out one command and return its exit code."""
    acts = {"demo": demo, "test": test, "full": full, "bench": bench, "run": run, "pictures": pictures}
    if not arguments or arguments[0] not in acts:
        print(USAGE, end="", file=sys.stderr)
        return 2
    try:
        check_python()
        return acts[arguments[0]](arguments[1:])
    except DeskError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        print(f"\nThis step failed: {' '.join(map(str, error.cmd))}", file=sys.stderr)
        return 1


def demo(arguments: list[str]) -> int:
    """Start the program with the demo centre."""
    return run(["demo", *arguments])


def run(arguments: list[str]) -> int:
    """Start the program."""
    prepare("run")
    return subprocess.call([python(), "-m", "iq_desktop", *arguments], env=surroundings())


def test(arguments: list[str]) -> int:
    """Run every check, and pytest with further arguments last; the exit code is 1 where one of them failed."""
    return check_house(arguments, {})


def full(arguments: list[str]) -> int:
    """Run every check with the full counts of a release (tests/support/counts.py)."""
    return check_house(arguments, {"IQ_FULL": "1"})


def check_house(arguments: list[str], variables: dict[str, str]) -> int:
    """Run every check under some environment variables, the one for all of them."""
    prepare("test")
    os.environ.update(variables)
    steps = [
        Step("ruff: style", (python(), "-m", "ruff", "check", ".")),
        Step("ruff: format", (python(), "-m", "ruff", "format", "--check", ".")),
        Step("mypy: types", (python(), "-m", "mypy")),
        Step("import-linter: floors", (tool("lint-imports"), "--no-cache", "--no-logo")),
        Step("pytest: behaviour", (python(), "-m", "pytest", *workers(arguments), *arguments)),
    ]
    failed = [step.name for step in steps if not passes(step)]
    if failed:
        print(f"\nNot in order: {', '.join(failed)}")
    return 1 if failed else 0


def workers(arguments: list[str]) -> tuple[str, ...]:
    """Return how pytest shares the tests among the processors; not where somebody looks at single tests.

    A worker that dies fails the run: it is never begun anew.
    """
    alone = {"-n", "--pdb", "-s", "--capture=no"}
    if alone.intersection(arguments):
        return ()
    return ("-n", "auto", "--maxprocesses=8", "--dist=worksteal", "--max-worker-restart=0")


def bench(arguments: list[str]) -> int:
    """Measure what the project promises about speed, all of it or the files that are named, and print the figures."""
    prepare("test")
    named = any((PROJECT / one.partition("::")[0]).exists() for one in arguments)
    command = [python(), "-m", "pytest", "-m", "benchmark", *([] if named else ["tests/benchmark"]), *arguments]
    return subprocess.call(command, cwd=PROJECT, env=surroundings())


def pictures(arguments: list[str]) -> int:
    """Take pictures of all screens, of an invented centre, without a display; tell what is cut off on them."""
    prepare("test")
    unseen = surroundings() | {"QT_QPA_PLATFORM": "offscreen"}
    command = [python(), "-m", "tests.support.gallery", *arguments]
    return subprocess.call(command, cwd=PROJECT, env=unseen)


def passes(step: Step) -> bool:
    """Run a check in the project's folder, let it print what it has to say, and return whether it is content."""
    print(f"\n== {step.name} ==", flush=True)
    return subprocess.call(step.command, cwd=PROJECT, env=surroundings()) == 0


def prepare(purpose: str) -> None:
    """Make the environment for a purpose, or bring it up to date: libraries, packages, translations."""
    install_libraries(for_window=purpose == "run" and has_screen())
    if purpose == "test":
        install_test_tools()
    make_environment()
    install_packages(PROJECT / "requirements" / f"{purpose}.txt")
    subprocess.check_call([python(), str(PROJECT / "packaging" / "translations.py"), "compile"], env=surroundings())


def check_python() -> None:
    """Raise DeskError where this Python is too old or too new."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        raise DeskError(
            f"This is Python {sys.version_info.major}.{sys.version_info.minor}; "
            f"IQ Desktop needs Python {OLDEST[0]}.{OLDEST[1]} to {NEWEST[0]}.{NEWEST[1]}."
        )


def has_screen() -> bool:
    """Return whether a window can be shown."""
    return sys.platform == "win32" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def install_libraries(*, for_window: bool) -> None:
    """Install the system libraries that are missing on Debian and its relatives; elsewhere name them."""
    if not sys.platform.startswith("linux"):
        return
    wanted = LIBRARIES | (WINDOW_LIBRARIES if for_window else {})
    missing = [package for library, package in wanted.items() if not is_loadable(library)]
    if importlib.util.find_spec("ensurepip") is None and not environment_works():
        missing.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    if missing:
        apt_install(missing)


def install_test_tools() -> None:
    """Install what the tests can use; where that is not possible they skip, and say so."""
    missing = [package for tool, packages in TEST_TOOLS.items() if shutil.which(tool) is None for package in packages]
    if missing and sys.platform.startswith("linux"):
        try:
            apt_install(missing)
        except DeskError as error:
            print(f"Some tests will be skipped. {error}")


def is_loadable(library: str) -> bool:
    """Return whether the system has a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def apt_install(packages: list[str]) -> None:
    """Install Debian packages as root or through sudo, or raise DeskError with the command to type."""
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    prefix = privilege()
    if prefix is None or shutil.which("apt-get") is None:
        raise DeskError(f"Please install these system packages first:\n  sudo {' '.join(command)}")
    print(f"Installing system packages: {' '.join(packages)}", flush=True)
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.call([*prefix, "apt-get", "update", "--quiet"], env=quiet, stdout=subprocess.DEVNULL)
    if subprocess.call([*prefix, *command], env=quiet, stdout=subprocess.DEVNULL):
        raise DeskError(f"The system packages could not be installed. Please try:\n  sudo {' '.join(command)}")


def privilege() -> list[str] | None:
    """Return what to write before a command to run it as root, or None where that is not possible."""
    if sys.platform == "win32" or os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    may_ask = sys.stdin is not None and sys.stdin.isatty()
    return ["sudo"] if may_ask else ["sudo", "--non-interactive"]


def make_environment() -> None:
    """Make the virtual environment, anew where it is broken (a moved folder, another Python)."""
    if environment_works():
        return
    print(f"Making an environment in {ENVIRONMENT.relative_to(PROJECT)}", flush=True)
    subprocess.check_call([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)])


def environment_works() -> bool:
    """Return whether the environment is there and its pip starts."""
    if not Path(python()).exists():
        return False
    return subprocess.call([python(), "-m", "pip", "--version"], stdout=subprocess.DEVNULL) == 0


def install_packages(lock: Path) -> None:
    """Install the packages of a lock file, each proved by its hash, unless this very file was installed already."""
    fingerprint = hashlib.sha256(lock.read_bytes()).hexdigest()
    installed = ENVIRONMENT / f"installed-{lock.stem}"
    if installed.exists() and installed.read_text("ascii") == fingerprint:
        return
    print(f"Installing the packages of requirements/{lock.name} (some minutes, once)", flush=True)
    options = ["--require-hashes", "--only-binary=:all:", "--disable-pip-version-check", "--quiet"]
    subprocess.check_call([python(), "-m", "pip", "install", *options, "--requirement", str(lock)])
    installed.write_text(fingerprint, "ascii")


def python() -> str:
    """Return the path of the environment's interpreter."""
    return str(ENVIRONMENT / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python"))


def tool(name: str) -> str:
    """Return the path of a command in the environment."""
    return str(ENVIRONMENT / (f"Scripts/{name}.exe" if sys.platform == "win32" else f"bin/{name}"))


def surroundings() -> dict[str, str]:
    """Return the variables for our own processes: the package is found, compiled modules are kept, UTF-8 everywhere."""
    kept = {name: value for name, value in os.environ.items() if name not in {"PYTHONDONTWRITEBYTECODE", "PYTHONHOME"}}
    return kept | {"PYTHONPATH": str(PROJECT), "PYTHONUTF8": "1"}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
