"""Every kind of entry that the package writes has words, and every use case leaves the entries that it declares."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.journal import ENTRY_KINDS
from tests.support.source_code import modules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.support.source_code import Module

WRITERS: Final = frozenset({"note", "note_once", "note_in_journal", "_note", "_save", "_use_code", "_change_header"})
"""Methods that write into the journal; the kind is their first argument that looks like one."""
_LOOKS_SO: Final = re.compile(r"[a-z]+(_[a-z]+)*")
_ROOMS: Final = ("iq_desktop/storage/", "iq_desktop/usecases/", "iq_desktop/app/")
KNOWN: Final = {kind.code for kind in ENTRY_KINDS}


def kinds_in(module: Module) -> Iterator[tuple[int, str]]:
    """Yield the line and the kind of each entry that a module writes."""
    names = {
        node.target.id: node.value.value
        for node in module.tree.body
        if isinstance(node, ast.AnnAssign)
        and isinstance(node.target, ast.Name)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    }
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITERS:
            for argument in node.args:
                word = argument.value if isinstance(argument, ast.Constant) else None
                word = names.get(argument.id) if isinstance(argument, ast.Name) else word
                if isinstance(word, str) and _LOOKS_SO.fullmatch(word):
                    yield node.lineno, word
                    break


def written() -> list[tuple[str, str]]:
    """Return the place and the kind of each entry that the package writes."""
    rooms = [module for module in modules() if module.path.startswith(_ROOMS)]
    return [(f"{module.path}:{line}", kind) for module in rooms for line, kind in kinds_in(module)]


def test_every_kind_that_is_written_has_words() -> None:
    unknown = [f"{place} writes “{kind}”" for place, kind in written() if kind not in KNOWN]
    assert not unknown, "add it to ENTRY_KINDS in iq_desktop/domain/journal.py"


def test_the_search_finds_what_is_written() -> None:
    assert len({kind for _, kind in written()}) > 20
