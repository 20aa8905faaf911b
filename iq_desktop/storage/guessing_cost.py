"""What one guess of a password costs (Argon2id, RFC 9106), measured on this machine and held within sane limits.

A vault is made with a cost that takes about a second on its machine. Costs outside the limits are refused before they
run: a lower one would make guessing cheap, a higher one would stop the program (a memory bomb).
"""

from __future__ import annotations

import secrets
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.storage.secret_key import KEY_BYTES
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Callable

SALT_BYTES: Final = 16
TARGET_SECONDS: Final = 1.0
"""How long unlocking may take on the machine that makes the vault."""
_LEEWAY: Final = 1.2
_MEBIBYTE: Final = 1024 * 1024


class UnfitCostError(IqError):
    """The cost of guessing stated in a slot is lower or absurdly higher than this program allows."""


@dataclass(frozen=True, slots=True, order=True)
class Cost:
    """What one guess costs: `memory` in MiB and the number of `passes` over it (Argon2id, one lane)."""

    memory: int
    passes: int


DEFAULT_COST: Final = Cost(memory=256, passes=3)
FLOOR_COST: Final = Cost(memory=64, passes=3)
HIGHEST_COST: Final = Cost(memory=1024, passes=8)
LADDER: Final = (
    FLOOR_COST,
    Cost(96, 3),
    Cost(128, 3),
    Cost(192, 3),
    DEFAULT_COST,
    Cost(320, 3),
    Cost(384, 3),
    Cost(512, 3),
    Cost(512, 4),
)
"""The costs among which a new vault chooses; the highest leaves room on a laptop with four gigabytes."""


def check_cost(cost: Cost) -> None:
    """Raise UnfitCostError for a cost below the floor or above what a laptop can pay."""
    fits = (
        FLOOR_COST.memory <= cost.memory <= HIGHEST_COST.memory
        and FLOOR_COST.passes <= cost.passes <= HIGHEST_COST.passes
    )
    if not fits:
        raise UnfitCostError(
            say("The key data of this vault were changed and are not used."),
            say("Please use a backup, or ask the person who looks after your computers. Your files are unchanged."),
        )


def measure_cost(cost: Cost) -> float:
    """Return the seconds of work that one guess takes on this machine, whatever else it does meanwhile."""
    begun = time.thread_time()
    stretch(b"a password to measure with", secrets.token_bytes(SALT_BYTES), cost)
    return time.thread_time() - begun


def calibrate_cost(measure: Callable[[Cost], float] = measure_cost) -> Cost:
    """Return the highest cost of the ladder that this machine pays within about a second, never below the floor.

    It is measured twice at the floor, and the quicker time counts. The time grows with memory and passes, and with
    large memory a little faster: so the choice is measured, too. What does not fit into memory is too dear.
    """
    floor_seconds = min(measure(FLOOR_COST), measure(FLOOR_COST))
    affordable = [cost for cost in LADDER if floor_seconds * _work(cost) <= TARGET_SECONDS * _work(FLOOR_COST)]
    for cost in sorted(affordable, key=_work, reverse=True):
        with suppress(IqError):
            if measure(cost) <= TARGET_SECONDS * _LEEWAY:
                return cost
    return FLOOR_COST


def stretch(secret: bytes, salt: bytes, cost: Cost) -> bytes:
    """Return 32 bytes that took the cost's memory and time.

    Raises UnfitCostError before it begins, IqError where there is not enough memory.
    """
    from nacl import exceptions, pwhash  # noqa: PLC0415  (only to unlock: the header is read before the first picture)

    check_cost(cost)
    try:
        return pwhash.argon2id.kdf(KEY_BYTES, secret, salt, opslimit=cost.passes, memlimit=cost.memory * _MEBIBYTE)
    except (MemoryError, exceptions.RuntimeError) as error:
        raise IqError(
            say("There is not enough free memory to open the vault: {memory} MiB are needed.", memory=cost.memory),
            say("Please close other programs and try again."),
        ) from error


def _work(cost: Cost) -> int:
    return cost.memory * cost.passes
