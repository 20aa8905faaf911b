"""The recovery code finds every slip before anything is tried, and forgives what does not matter."""

from __future__ import annotations

from itertools import combinations

import pytest

from iq_desktop.storage.recovery_code import (
    ALPHABET,
    RecoveryCode,
    RecoveryCodeSlipError,
    confirm_recovery_code,
    make_recovery_code,
    read_recovery_code,
)

SAMPLE = tuple(make_recovery_code() for _ in range(4))
ZEROS = RecoveryCode("0" * 28)


def named_groups(symbols: str) -> set[int]:
    """Return the groups that the message names; the reading must fail."""
    with pytest.raises(RecoveryCodeSlipError) as caught:
        read_recovery_code(symbols)
    values = dict(caught.value.advice.values)
    if "group" in values:
        return {int(str(values["group"]))}
    return {int(name) for name in str(values.get("groups", "")).split(", ") if name}


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
        groups = named_groups("".join(symbols))
        if right == left + 1:
            assert not groups or {left // 4 + 1, right // 4 + 1} <= groups


def test_every_swap_of_neighbours_names_its_groups_in_most_cases() -> None:
    named = total = 0
    for code in SAMPLE:
        for left in range(27):
            symbols = list(code.symbols)
            symbols[left : left + 2] = reversed(symbols[left : left + 2])
            if "".join(symbols) != code.symbols:
                total += 1
                named += bool(named_groups("".join(symbols)))
    assert named > total * 0.6


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
