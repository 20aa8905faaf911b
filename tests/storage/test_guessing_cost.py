"""A guess costs about a second on the machine that makes the vault, never less than the floor, never a memory bomb."""

from __future__ import annotations

import pytest

from iq_desktop.storage.guessing_cost import (
    DEFAULT_COST,
    FLOOR_COST,
    HIGHEST_COST,
    LADDER,
    Cost,
    UnfitCostError,
    calibrate_cost,
    check_cost,
    measure_cost,
    stretch,
)
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say


class Machine:
    """A machine that takes some seconds for a guess at the floor, and has some memory in MiB."""

    def __init__(self, floor_seconds: float, memory: int = 4096) -> None:
        self.floor_seconds, self.memory = floor_seconds, memory
        self.measured: list[Cost] = []

    def measure(self, cost: Cost) -> float:
        self.measured.append(cost)
        if cost.memory > self.memory:
            raise IqError(say("There is not enough free memory to open the vault: {memory} MiB are needed.", memory=1))
        return self.floor_seconds * cost.memory * cost.passes / (FLOOR_COST.memory * FLOOR_COST.passes)


@pytest.mark.parametrize(
    ("floor_seconds", "memory", "chosen"),
    [
        (0.25, 4096, DEFAULT_COST),
        (0.24, 4096, DEFAULT_COST),
        (0.10, 4096, Cost(512, 3)),
        (0.001, 4096, Cost(512, 4)),
        (0.50, 4096, Cost(128, 3)),
        (0.99, 4096, FLOOR_COST),
        (30.0, 4096, FLOOR_COST),
        (0.01, 200, Cost(192, 3)),
        (0.01, 64, FLOOR_COST),
    ],
)
def test_the_cost_fits_the_machine(floor_seconds: float, memory: int, chosen: Cost) -> None:
    machine = Machine(floor_seconds, memory)
    assert calibrate_cost(machine.measure) == chosen
    assert machine.measured[:2] == [FLOOR_COST, FLOOR_COST]


def test_a_machine_that_is_busy_once_is_measured_by_its_quicker_time() -> None:
    times = iter([5.0, 0.25])
    assert calibrate_cost(lambda cost: next(times) if cost == FLOOR_COST else 1.0) == DEFAULT_COST


def test_a_choice_that_turns_out_too_slow_gives_way_to_the_next() -> None:
    def measure(cost: Cost) -> float:
        linear = 0.11 * cost.memory * cost.passes / (FLOOR_COST.memory * FLOOR_COST.passes)
        return linear * (1.5 if cost.memory > 400 else 1.0)

    assert calibrate_cost(measure) == Cost(384, 3)


def test_no_step_of_the_ladder_is_below_the_floor_or_absurd() -> None:
    for cost in LADDER:
        check_cost(cost)
    work = [cost.memory * cost.passes for cost in LADDER]
    assert work == sorted(work)
    assert LADDER[0] == FLOOR_COST == Cost(64, 3)
    assert DEFAULT_COST in LADDER
    assert LADDER[-1].memory <= 512 < HIGHEST_COST.memory


@pytest.mark.parametrize(
    "cost",
    [Cost(0, 0), Cost(63, 3), Cost(64, 0), Cost(64, 2), Cost(64, -1), Cost(2049, 3), Cost(64, 17), Cost(2**40, 3)],
)
def test_a_lowered_or_absurd_cost_does_not_run(cost: Cost, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("nacl.pwhash.argon2id.kdf")
    with pytest.raises(UnfitCostError) as caught:
        stretch(b"secret", bytes(16), cost)
    assert caught.value.advice.message


def test_measuring_runs_the_real_derivation() -> None:
    assert measure_cost(FLOOR_COST) > 0
    assert stretch(b"secret", bytes(16), FLOOR_COST) != stretch(b"secret", bytes(15) + b"1", FLOOR_COST)
