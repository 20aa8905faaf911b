"""The repository names no place of one machine, and its commands are those that the README tells."""

from __future__ import annotations

import re
import stat
import sys
from typing import TYPE_CHECKING

import pytest

import desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HOME = re.compile(r"(?<![\w.~$}/])/(?:home|root|Users|tmp|work|opt|mnt)/\w")
TEXTS = frozenset({".py", ".md", ".toml", ".txt", ".tsv", ".json", ".po", ".spec", ".yaml", ".csv", ".ini", ""})
OTHERS = frozenset({".git", ".venv", "build", "dist", "demo", "iq-desktop-demo"})


def files(folder: Path) -> Iterator[Path]:
    """Yield the text files of the project, without what tools leave in it."""
    for path in sorted(folder.iterdir()):
        if (
            path.is_dir()
            and path.name not in OTHERS
            and not path.name.endswith(("_cache", "__pycache__", ".hypothesis"))
        ):
            yield from files(path)
        elif path.is_file() and path.suffix in TEXTS:
            yield path


def test_no_place_of_a_machine_is_named(project_folder: Path) -> None:
    named = [
        f"{path.relative_to(project_folder)}:{number}"
        for path in files(project_folder)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if HOME.search(line)
    ]
    assert not named


@pytest.mark.parametrize("top", ["home", "root", "tmp"])
def test_a_place_is_seen(top: str) -> None:
    assert HOME.search(f'open("/{top}/x")')
    assert not HOME.search(f"https://example.org/{top}/x")


def test_the_readme_begins_with_the_two_commands(project_folder: Path) -> None:
    lines = (project_folder / "README.md").read_text("utf-8").splitlines()
    assert lines[2:6] == ["```", "python3 packaging/desk.py demo", "python3 packaging/desk.py test", "```"]
    assert "packaging/desk.py demo" in desk.USAGE
    assert "packaging/desk.py test" in desk.USAGE


def test_the_server_runs_the_very_same_command(project_folder: Path) -> None:
    script = project_folder / ".ci" / "run"
    assert script.stat().st_mode & stat.S_IXUSR or sys.platform == "win32"
    assert script.read_text("utf-8").splitlines()[-1] == "exec python3 packaging/desk.py test"


def test_every_link_of_the_documents_leads_somewhere(project_folder: Path) -> None:
    dead = [
        f"{path.relative_to(project_folder)}: {target}"
        for path in files(project_folder)
        if path.suffix == ".md"
        for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text("utf-8"))
        if not (path.parent / target).exists()
    ]
    assert not dead


def test_the_map_names_every_room_and_file_that_it_names_is_there(project_folder: Path) -> None:
    package = project_folder / "iq_desktop"
    text = (package / "README.md").read_text("utf-8")
    rooms = sorted(path.parent.name for path in package.glob("*/__init__.py"))
    assert [room for room in rooms if f"| `{room}/` |" not in text] == []
    rows = re.findall(r"^\| `(\w+)/` \|.*\| (.+) \|$", text, re.MULTILINE)
    missing = [
        f"{room}/{name}"
        for room, names in rows
        for name in re.findall(r"`([\w/]+\.py)`", names)
        if not (package / room / name).exists()
    ]
    assert missing == []


@pytest.mark.parametrize("document", ["iq_desktop/README.md", "tests/README.md", "CONTRIBUTING.md", "README.md"])
def test_every_file_that_a_document_names_is_there(project_folder: Path, document: str) -> None:
    known = [path.relative_to(project_folder).as_posix() for path in files(project_folder)]
    named = re.findall(r"`([\w/]+\.(?:py|json|md))`", (project_folder / document).read_text("utf-8"))
    assert named
    assert [name for name in named if not any(f"/{path}".endswith(f"/{name}") for path in known)] == []
