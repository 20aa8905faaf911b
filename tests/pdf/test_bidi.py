"""The bidirectional algorithm: the official cases, our own ones, and what holds for any text."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.pdf.bidi import line_levels, paragraph_level, resolve_levels, visual_order
from iq_desktop.pdf.bidi_classes import REMOVED, bidi_classes, first_strong
from iq_desktop.pdf.bidi_pairs import CLOSERS, OPENERS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FEWEST_OFFICIAL_CASES = 91_000
# Letters stand for classes, as in UAX #9: small ones left to right, Hebrew and Arabic ones right to left.
CHARACTERS = (
    "ab1٣אבعً .,()[]{}-/+%$\t\u200d\u00ad\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
)


def seen(text: str, base: int) -> str:
    """Return a line in the order of seeing."""
    levels = line_levels(text, resolve_levels(text, base), 0, len(text), base)
    return "".join(text[index] for index in visual_order(levels))


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("abc", 0, "abc"),
        ("אבג", 0, "גבא"),
        ("car אבג 12", 0, "car 12 גבא"),
        ("אבג 12-34", 1, "12-34 גבא"),
        ("عرب 12-34", 1, "34-12 برع"),
        ("א (b) ג", 1, "ג )b( א"),
        ("a (אב) c", 0, "a (בא) c"),
        ("א a (b) ג", 1, "ג a (b) א"),
        ("a אב(c)", 0, "a בא(c)"),
        ("שלום 14,50 €", 1, "€ 14,50 םולש"),
        ("\u2068a b\u2069 א", 1, "א \u2069a b\u2068"),
    ],
)
def test_a_line_is_seen_in_the_order_of_the_algorithm(text: str, base: int, expected: str) -> None:
    assert seen(text, base) == expected


def test_a_german_citation_stays_whole_within_arabic_when_isolated() -> None:
    line = seen("المادة \u2068§ 14 BQFG (3 Monate)\u2069 مهمة", 1)
    assert "§ 14 BQFG (3 Monate)" in line


def test_the_paragraph_takes_the_direction_of_its_first_strong_letter() -> None:
    assert paragraph_level("12 (a) ب") == 0
    assert paragraph_level("12 ب a") == 1
    assert paragraph_level("\u2067ب\u2069 a") == 0
    assert paragraph_level("030 555-0147", fallback=1) == 1


def test_there_are_64_pairs_of_brackets() -> None:
    assert len(OPENERS) == len(CLOSERS) == 64
    assert OPENERS["("] == ")"
    assert OPENERS["⦍"] == "⦐"
    assert OPENERS["\u2329"] == CLOSERS["\u3009"]


@pytest.mark.parametrize(("code", "name"), [(0x05FF, "R"), (0x08FF, "NSM"), (0x1EEFF, "AL"), (0xFFFF, "BN")])
def test_unassigned_code_points_take_the_class_of_their_block(code: int, name: str) -> None:
    assert bidi_classes(chr(code)) == [name]


@given(st.text(alphabet=CHARACTERS, max_size=40), st.sampled_from([0, 1]))
def test_levels_never_fall_below_the_paragraph(text: str, base: int) -> None:
    levels = resolve_levels(text, base)
    assert len(levels) == len(text)
    assert all(base <= level <= 126 for level in levels)


@given(st.text(alphabet=CHARACTERS, max_size=40), st.sampled_from([0, 1]))
def test_reordering_loses_nothing_and_doubles_nothing(text: str, base: int) -> None:
    order = visual_order(resolve_levels(text, base))
    assert sorted(order) == list(range(len(text)))


@given(st.text(alphabet="äöüß Aa1.,()-–„“€%"))
def test_german_stays_as_it_is(text: str) -> None:
    assert not any(resolve_levels(text, 0))


@given(st.text(alphabet=CHARACTERS, max_size=30), st.sampled_from([0, 1]))
def test_isolated_words_do_not_change_what_stands_around_them(words: str, base: int) -> None:
    words = "".join(c for c in words if c not in "\u2066\u2067\u2068\u2069")
    around = resolve_levels(f"אב \u2068{words}\u2069 גד", base)
    plain = resolve_levels("אב \u2068\u2069 גד", base)
    assert around[:3] == plain[:3]
    assert around[-2:] == plain[-2:]


def test_the_algorithm_agrees_with_every_official_case(shared_folder: Path) -> None:
    count = 0
    failed = []
    for codes, base, level, levels, order in _official_cases(
        shared_folder / "data" / "unicode" / "BidiCharacterTest.txt.gz"
    ):
        count += 1
        text = "".join(chr(int(code, 16)) for code in codes.split())
        classes = bidi_classes(text)
        found_level = (first_strong(classes, 0, len(text)) or 0) if base == "2" else int(base)
        found = line_levels(text, resolve_levels(text, None if base == "2" else int(base)), 0, len(text), found_level)
        kept = [index for index, name in enumerate(classes) if name not in REMOVED]
        shown = ["x" if name in REMOVED else str(one) for name, one in zip(classes, found, strict=True)]
        found_order = [str(kept[index]) for index in visual_order([found[index] for index in kept])]
        if (str(found_level), shown, found_order) != (level, levels.split(), order.split()):
            failed.append(codes)
    assert count > FEWEST_OFFICIAL_CASES
    assert not failed


def _official_cases(path: Path) -> Iterator[list[str]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                yield line.rstrip("\n").split(";")
