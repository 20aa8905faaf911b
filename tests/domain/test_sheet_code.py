"""The code of an answer sheet: read as people type it, and no slip leads to another sheet."""

from __future__ import annotations

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.domain.sheet_code import ALPHABET, CODE_LENGTH, find_code, sheet_code

RUNS = [str(uuid.UUID(int=number)) for number in range(40)]


@pytest.mark.parametrize("run", RUNS[:5])
def test_a_code_is_read_as_people_type_it(run: str) -> None:
    code = sheet_code(run)
    plain = code.replace("-", "")
    assert len(plain) == CODE_LENGTH
    for typed in (code, plain.lower(), f" {plain[:4]} {plain[4:]} ", plain.replace("0", "o").replace("1", "l")):
        assert find_code(typed) == code


def test_a_run_always_has_the_same_code_and_runs_have_different_ones() -> None:
    assert sheet_code(RUNS[0]) == sheet_code(RUNS[0])
    many = {sheet_code(str(number)) for number in range(20_000)}
    assert len(many) == 20_000


@pytest.mark.parametrize("run", RUNS)
def test_every_single_slip_and_every_swap_of_neighbours_is_found(run: str) -> None:
    plain = sheet_code(run).replace("-", "")
    for place in range(CODE_LENGTH):
        for other in set(ALPHABET) - {plain[place]}:
            assert find_code(plain[:place] + other + plain[place + 1 :]) is None
    for place in range(CODE_LENGTH - 1):
        swapped = plain[:place] + plain[place + 1] + plain[place] + plain[place + 2 :]
        assert (find_code(swapped) is None) == (swapped != plain)


@given(st.text(max_size=20))
def test_anything_else_is_no_code_or_one(typed: str) -> None:
    found = find_code(typed)
    assert found is None or find_code(found) == found
