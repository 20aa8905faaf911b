"""Names are the words of an adviser's office, and each module says what it is for."""

from __future__ import annotations

import ast
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest

from tests.support.source_code import Module, modules

if TYPE_CHECKING:
    from collections.abc import Iterator

SAYS_NOTHING = ("manager", "handler", "helper", "util", "controller", "service")
BANNED = frozenset({*SAYS_NOTHING, *(f"{word}s" for word in SAYS_NOTHING), "data", "info", "base"})
SENTENCE = re.compile(r"[A-Z](?:.(?!\n\n))*[.:?`)]?[.:?`)](?:\Z|\n\n)", re.DOTALL)
FOREIGN = frozenset({"data", "setData", "headerData", "mimeData", "insertFromMimeData", "handle_data"})
"""Methods that Qt and the standard library named, and that we override."""


def words(name: str) -> set[str]:
    """Return the words of a name in snake_case or CamelCase."""
    return {word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)}


def names(module: Module) -> Iterator[str]:
    yield PurePosixPath(module.path).stem
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and node.name not in FOREIGN:
            yield node.name


def test_words_of_a_name() -> None:
    assert words("SqlDataStore_helpers2") == {"sql", "data", "store", "helpers"}
    assert words("database_url") == {"database", "url"}


def test_no_name_that_could_mean_anything() -> None:
    empty = [f"{module.path}: {name}" for module in modules() for name in names(module) if words(name) & BANNED]
    assert not empty


@pytest.mark.parametrize("folder", ["iq_desktop", "tests", "packaging"])
def test_each_module_begins_with_one_sentence(folder: str) -> None:
    silent = [module.path for module in modules(folder) if not SENTENCE.match(ast.get_docstring(module.tree) or "")]
    assert not silent


def test_public_functions_say_what_they_return() -> None:
    """A property of a place where nobody looks twice: the sentence is there and ends."""
    mute = [
        f"{module.path}:{node.name}"
        for module in modules()
        for node in module.tree.body
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("_")
        and node.name not in {"upgrade", "downgrade"}
        and not any(isinstance(one, ast.Name) and one.id == "overload" for one in node.decorator_list)
        and not (ast.get_docstring(node) or "").split("\n")[0].endswith((".", ":"))
    ]
    assert not mute
