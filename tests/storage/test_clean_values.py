"""The last guard cleans what is new, and leaves alone what lies in the vault already."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.storage.clean_values import clean_value
from tests.support.counts import count
from tests.support.strategies import values_of


@dataclass(frozen=True, slots=True)
class Leaf:
    words: str = ""
    several: tuple[str, ...] = ()
    number: int = 7


@dataclass(frozen=True, slots=True)
class Tree:
    leaf: Leaf = Leaf()
    leaves: tuple[Leaf, ...] = ()


def test_words_are_cleaned_wherever_they_stand() -> None:
    tree = Tree(Leaf("a\ud800", ("b\u200b", "c")), (Leaf("d"), Leaf(" e\x00")))
    assert clean_value(tree) == Tree(Leaf("a", ("b", "c")), (Leaf("d"), Leaf("e")))


def test_what_is_clean_is_the_same_value() -> None:
    tree = Tree(Leaf("a", ("b",)), (Leaf("ß"),))
    assert clean_value(tree) is tree


def test_what_was_stored_so_stays_so() -> None:
    old, noisy = Leaf("alt\u200b"), Leaf("neu\u200b")
    stored = Tree(old, (old,))
    assert clean_value(stored, stored) is stored
    assert clean_value(Tree(old, (noisy, old)), stored) == Tree(old, (Leaf("neu"), old))


@settings(max_examples=count(30, 100))
@given(values_of(CaseFile))
def test_any_case_is_cleaned_once_for_all(case: CaseFile) -> None:
    cleaned = clean_value(case)
    assert clean_value(cleaned) is cleaned
