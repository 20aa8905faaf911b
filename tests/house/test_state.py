"""No state hides in modules: what is there when they are imported stays as it is."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from tests.support.source_code import Module, called, modules

if TYPE_CHECKING:
    from collections.abc import Iterator

CHANGES = frozenset(
    "append extend insert add update clear pop popitem remove discard setdefault sort reverse appendleft".split()
)
ALIASES = frozenset({"TypeVar", "ParamSpec", "NewType", "TypeVarTuple"})


def assigned(statement: ast.stmt) -> Iterator[tuple[str, ast.expr | None, ast.expr | None]]:
    """Yield the names that a statement binds, with annotation and value."""
    if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
        yield statement.target.id, statement.annotation, statement.value
    elif isinstance(statement, ast.Assign):
        for target in statement.targets:
            for node in ast.walk(target):
                if isinstance(node, ast.Name):
                    yield node.id, None, statement.value


def constants(module: Module) -> Iterator[tuple[str, ast.expr | None, ast.expr | None]]:
    for statement in module.tree.body:
        yield from assigned(statement)


def is_table(module: Module, value: ast.expr | None) -> bool:
    """Return whether a value describes the database: tables carry their own names, revisions those of Alembic."""
    if module.path.startswith("iq_desktop/storage/migrations/"):
        return True
    return module.path.startswith("iq_desktop/storage/") and isinstance(value, ast.Call)


def is_constant(name: str, annotation: ast.expr | None, value: ast.expr | None) -> bool:
    plain = name.startswith("__") or name.isupper() or (name[0] == "_" and name[1:].isupper())
    alias = annotation is not None and any(word in ast.unparse(annotation) for word in ("TypeAlias", "Final"))
    variable = isinstance(value, ast.Call) and called(value) in ALIASES
    union = annotation is None and isinstance(value, ast.BinOp | ast.Subscript) and name.lstrip("_")[0].isupper()
    return plain or alias or variable or union


def changed_names(module: Module) -> Iterator[str]:
    """Yield names whose content a function changes, and names that it declares global."""
    for function in module.functions():
        local = {one.arg for one in ast.walk(function) if isinstance(one, ast.arg)}
        local |= {one.id for one in ast.walk(function) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}
        for node in ast.walk(function):
            if isinstance(node, ast.Global):
                yield from node.names
            target = None
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CHANGES:
                target = node.func.value
            elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
                target = node.value
            if isinstance(target, ast.Name) and target.id not in local:
                yield target.id


def test_modules_hold_constants_only() -> None:
    stray = [
        f"{module.path}: {name}"
        for module in modules()
        for name, annotation, value in constants(module)
        if not is_constant(name, annotation, value) and not is_table(module, value)
    ]
    assert not stray


def test_no_function_changes_what_its_module_holds() -> None:
    changed = [
        f"{module.path}: {name}"
        for module in modules()
        for name in changed_names(module)
        if name in {held for held, _, _ in constants(module)}
    ]
    assert not changed


def test_a_change_is_seen() -> None:
    text = "TABLE = {}\ndef put(key):\n    TABLE[key] = 1\n    TABLE.update({})\n    own = []\n    own.append(key)\n"
    module = Module("x.py", text, ast.parse(text))
    assert list(changed_names(module)) == ["TABLE", "TABLE"]
