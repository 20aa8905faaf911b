"""Writes the lock files anew from pyproject.toml: `python packaging/locks.py` (needs uv; add --upgrade for news)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

PROJECT: Final = Path(__file__).resolve().parent.parent
LOCKS: Final = {
    "run": [],
    "test": ["--group", "test", "--constraints", "requirements/run.txt"],
    "packaging": ["--group", "packaging", "--constraints", "requirements/run.txt"],
}
"""Each lock holds what the program needs, in the very same versions, and its own group besides."""

OPTIONS: Final = [
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-config",
    "--no-header",
    "--no-annotate",
    "--no-emit-index-url",
    "--quiet",
]


def main(arguments: list[str]) -> int:
    """Compile each lock file; further arguments go to the compiler."""
    for name, options in LOCKS.items():
        command = ["uv", "pip", "compile", "pyproject.toml", *OPTIONS, *options, *arguments]
        subprocess.check_call([*command, "--output-file", f"requirements/{name}.txt"], cwd=PROJECT)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
