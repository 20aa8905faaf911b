"""The recovery code finds every slip before anything is tried, and forgives what does not matter."""

from __future__ import annotations

from itertools import combinations, islice, permutations, product
from typing import TYPE_CHECKING

import pytest

from iq_desktop.storage.recovery_code import (
    ALPHABET,
    RecoveryCode,
    RecoveryCodeSlipError,
    _check_symbols,
    confirm_recovery_code,
    make_recovery_code,
    read_recovery_code,
)
from tests.support.chance import seeded
from tests.support.counts import count

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLE = tuple(make_recovery_code() for _ in range(4))
ZEROS = RecoveryCode("0" * 28)


def named_groups(symbols: str) -> set[int]:
    """Return the groups that the message names; the reading must fail."""
    with pytest.raises(RecoveryCodeSlipError) as caught:
        read_recovery_code(symbols)
    values = dict(caught.value.advice.values)
    named = str(values.get("group", values.get("groups", "")))
    return {int(name) for name in named.split(", ") if name}


def test_the_alphabet_has_no_letter_that_people_take_for_another() -> None:
    assert len(set(ALPHABET)) == 32
    assert not set("ILOU") & set(ALPHABET)


@pytest.mark.parametrize("code", [*SAMPLE, ZEROS], ids=["a", "b", "c", "d", "zeros"])
def test_every_single_wrong_character_is_found_and_its_group_named(code: RecoveryCode) -> None:
    for position, right in enumerate(code.symbols):
        for wrong in ALPHABET.replace(right, ""):
            typed = code.symbols[:position] + wrong + code.symbols[position + 1 :]
            assert named_groups(typed) == {position // 4 + 1}


@pytest.mark.parametrize("code", SAMPLE, ids="abcd")
def test_every_swap_of_two_characters_is_found(code: RecoveryCode) -> None:
    for left, right in combinations(range(28), 2):
        if code.symbols[left] == code.symbols[right]:
            continue
        symbols = list(code.symbols)
        symbols[left], symbols[right] = symbols[right], symbols[left]
        named_groups("".join(symbols))


def codes_with_neighbours(position: int) -> Iterator[RecoveryCode]:
    """Yield a code for every pair of different characters that can stand side by side at a position: 992 codes."""
    chance = [seeded(position).randrange(32) for _ in range(26)]
    free = [place for place in range(26) if place not in (position, position + 1)][:2]
    for left, right in permutations(range(32), 2):
        for place, symbol in ((position, left), (position + 1, right)):
            if place < 26:
                chance[place] = symbol
        for first, second in product(range(32), repeat=2):
            chance[free[0]], chance[free[1]] = first, second
            symbols = [*chance, *_check_symbols(chance)]
            if symbols[position : position + 2] == [left, right]:
                yield RecoveryCode("".join(ALPHABET[symbol] for symbol in symbols))
                break


def swapped_at(code: RecoveryCode, position: int) -> str:
    symbols = list(code.symbols)
    symbols[position : position + 2] = reversed(symbols[position : position + 2])
    return "".join(symbols)


def test_every_swap_of_neighbours_is_named_with_its_groups() -> None:
    """In full: each pair of different characters at each of the 27 places."""
    tried = 0
    for position in range(27):
        groups = {position // 4 + 1, (position + 1) // 4 + 1}
        for code in islice(codes_with_neighbours(position), None, None, 992 // count(31, 992)):
            assert groups <= named_groups(swapped_at(code, position))
            tried += 1
    assert tried >= 27 * count(31, 992)


def test_most_swaps_of_groups_are_named() -> None:
    found = named = total = 0
    for _ in range(count(30, 1000)):
        groups = make_recovery_code().printed().split("-")
        for left, right in combinations(range(7), 2):
            order = list(groups)
            order[left], order[right] = order[right], order[left]
            total += 1
            try:
                read_recovery_code("".join(order))
            except RecoveryCodeSlipError:
                found += 1
                named += bool(named_groups("".join(order)))
    assert found > total * 0.94  # 31 of 32
    assert named > found * 0.99


@pytest.mark.parametrize("code", SAMPLE[:1], ids="a")
def test_two_wrong_characters_are_always_found(code: RecoveryCode) -> None:
    for left, right in combinations(range(28), 2):
        for shift in (1, 7, 30):
            symbols = list(code.symbols)
            for position in (left, right):
                symbols[position] = ALPHABET[(ALPHABET.index(symbols[position]) + shift) % 32]
            with pytest.raises(RecoveryCodeSlipError):
                read_recovery_code("".join(symbols))


def test_a_code_is_read_as_it_was_printed() -> None:
    for _ in range(200):
        code = make_recovery_code()
        assert len(code.printed()) == 34
        assert read_recovery_code(code.printed()) == code


def test_reading_forgives_what_does_not_matter() -> None:
    code = next(code for code in iter(make_recovery_code, None) if {"0", "1"} <= set(code.symbols))
    printed = code.printed()
    for typed in (
        printed.lower(),
        printed.replace("-", " "),
        printed.replace("-", ""),
        printed.replace("-", " – "),
        printed.replace("-", "\N{MINUS SIGN}"),
        f"\t{printed}\n",
        printed.replace("1", "I").replace("0", "O"),
        printed.replace("1", "l").replace("0", "o"),
        "".join(chr(ord(sign) + 0xFEE0) for sign in code.symbols),  # full-width forms
    ):
        assert read_recovery_code(typed) == code


@pytest.mark.parametrize("length", [0, 1, 27, 29, 56])
def test_a_wrong_count_is_said(length: int) -> None:
    with pytest.raises(RecoveryCodeSlipError) as caught:
        read_recovery_code((SAMPLE[0].symbols * 2)[:length])
    assert dict(caught.value.text.values) == {"expected": 28, "found": length}


@pytest.mark.parametrize("strange", ["U", "Ä", "?", "ب"])
def test_a_strange_character_is_named(strange: str) -> None:
    with pytest.raises(RecoveryCodeSlipError) as caught:
        read_recovery_code(SAMPLE[0].symbols[:-1] + strange)
    assert dict(caught.value.text.values)["character"] == strange


def test_codes_differ_in_every_place() -> None:
    codes = [make_recovery_code().symbols for _ in range(400)]
    assert len(set(codes)) == 400
    assert all(len({code[place] for code in codes}) == 32 for place in range(28))


def test_a_code_is_not_shown_by_accident() -> None:
    assert SAMPLE[0].symbols not in repr(SAMPLE[0])


def test_a_code_typed_from_the_sheet_is_confirmed() -> None:
    printed = SAMPLE[0].printed()
    confirm_recovery_code(printed, printed.lower().replace("-", " "))


@pytest.mark.parametrize(("places", "groups"), [([0], "1"), ([27], "7"), ([3, 4], "1, 2"), ([0, 9, 20], "1, 3, 6")])
def test_asking_back_names_exactly_the_wrong_groups(places: list[int], groups: str) -> None:
    symbols = list(SAMPLE[0].symbols)
    for place in places:
        symbols[place] = ALPHABET[(ALPHABET.index(symbols[place]) + 5) % 32]
    with pytest.raises(RecoveryCodeSlipError) as caught:
        confirm_recovery_code(SAMPLE[0].printed(), "".join(symbols))
    assert {str(value) for _, value in caught.value.advice.values} == {groups}


def test_asking_back_wants_the_whole_code_and_this_one() -> None:
    with pytest.raises(RecoveryCodeSlipError) as caught:
        confirm_recovery_code(SAMPLE[0].printed(), SAMPLE[0].printed()[:-1])
    assert dict(caught.value.text.values) == {"expected": 28, "found": 27}
    with pytest.raises(RecoveryCodeSlipError):
        confirm_recovery_code(SAMPLE[0].printed(), SAMPLE[1].printed())
