"""The code of the program, read as trees, for tests about how the house is built."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).resolve().parents[2]
Function: TypeAlias = "ast.FunctionDef | ast.AsyncFunctionDef"


@dataclass(frozen=True, slots=True)
class Module:
    """One file: its path from the project's folder, its text and its tree."""

    path: str
    text: str
    tree: ast.Module

    @property
    def length(self) -> int:
        """Number of lines."""
        return len(self.text.splitlines())

    @property
    def knows_qt(self) -> bool:
        """Whether it imports Qt."""
        return any(name.split(".")[0] == "PySide6" for name in self.imports())

    def imports(self) -> Iterator[str]:
        """Yield the names of imported modules, wherever the import stands."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module

    def functions(self) -> Iterator[Function]:
        """Yield functions and methods."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node

    def calls(self) -> Iterator[tuple[str, ast.Call]]:
        """Yield each call with the last word of what is called."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield called(node), node

    def at(self, node: ast.stmt | ast.expr) -> str:
        """Return where a node stands, to be clicked on."""
        return f"{self.path}:{node.lineno}"


def called(call: ast.Call) -> str:
    """Return the last word of what is called, empty where it has no name."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


@cache
def modules(folder: str = "iq_desktop") -> tuple[Module, ...]:
    """Return the modules below a folder of the project."""
    found = []
    for path in sorted((PROJECT / folder).rglob("*.py")):
        text = path.read_text("utf-8")
        found.append(Module(path.relative_to(PROJECT).as_posix(), text, ast.parse(text)))
    return tuple(found)


def length_of(function: Function) -> int:
    """Return the lines of a function without its docstring."""
    first = function.body[0]
    end = function.end_lineno or function.lineno
    words = 0
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
        words = (first.end_lineno or first.lineno) - first.lineno + 1
    return end - function.lineno + 1 - words
