"""Sizes are seen: the worst ten are printed, and only what nobody can read any more fails."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from tests.support.source_code import length_of, modules

if TYPE_CHECKING:
    import pytest

LONGEST_FUNCTION = 60
LONGEST_FILE = 300
QT_SHARE = 0.45
"""The aim is a third. The first thread has nearly all screens and few of the rules; this number may only fall."""

REASONS: dict[str, str] = {}
"""Longer ones, `path` or `path:function`, and why they read better in one piece."""


def functions() -> list[tuple[int, str]]:
    found = [(length_of(one), f"{module.path}:{one.name}") for module in modules() for one in module.functions()]
    return sorted(found, reverse=True)


def files() -> list[tuple[int, str]]:
    return sorted(((module.length, module.path) for module in modules()), reverse=True)


def show(title: str, sizes: list[tuple[int, str]], capsys: pytest.CaptureFixture[str]) -> None:
    lengths = sorted(length for length, _ in sizes)
    with capsys.disabled():
        print(
            f"\n{title}: median {median(lengths)}, 95 % up to {lengths[len(lengths) * 95 // 100]} lines; the longest:"
        )
        for length, name in sizes[:10]:
            print(f"  {length:4} {name}")


def test_functions_fit_on_a_screen(capsys: pytest.CaptureFixture[str]) -> None:
    show("functions", functions(), capsys)
    assert not [row for row in functions() if row[0] > LONGEST_FUNCTION and row[1] not in REASONS]


def test_files_can_be_kept_in_mind(capsys: pytest.CaptureFixture[str]) -> None:
    show("files", files(), capsys)
    assert not [row for row in files() if row[0] > LONGEST_FILE and row[1] not in REASONS]


def test_each_exception_is_needed() -> None:
    long = {name for length, name in functions() if length > LONGEST_FUNCTION}
    long |= {name for length, name in files() if length > LONGEST_FILE}
    assert long == set(REASONS)


def test_most_of_the_house_knows_no_toolkit(capsys: pytest.CaptureFixture[str]) -> None:
    every = sum(module.length for module in modules())
    with_qt = sum(module.length for module in modules() if module.knows_qt)
    with capsys.disabled():
        print(f"\n{with_qt} of {every} lines ({with_qt / every:.0%}) stand in files that import Qt")
    assert with_qt / every <= QT_SHARE


def test_every_function_is_typed() -> None:
    untyped = [
        f"{module.path}:{one.name}"
        for module in modules()
        for one in module.functions()
        if one.returns is None
        or any(
            given.annotation is None
            for given in (*one.args.posonlyargs, *one.args.args, *one.args.kwonlyargs)
            if given.arg not in {"self", "cls"}
        )
    ]
    assert not untyped
