"""No field of a header can be bent: every single change, transplant, lowered or absurd cost is refused.

The header is a rich one: three advisers, both codes, two new keys, slots that wait for their renewal. A stranger knows
the format and makes checksums; all three places hold what was bent.
"""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.storage.access import VaultKeys
from iq_desktop.storage.guessing_cost import FLOOR_COST, HIGHEST_COST, UnfitCostError
from iq_desktop.storage.header_codec import checksum_of
from iq_desktop.storage.header_places import HEADER_NAME, places_of
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.key_slots import AccessRefusedError
from iq_desktop.storage.problems import ForeignDatabaseError
from iq_desktop.storage.unlocking import Secret, code_of, password_of, unlock_newest
from iq_desktop.storage.vault import open_vault
from iq_desktop.storage.vault_header import DamagedHeaderError, NewerVaultError, canonical
from iq_desktop.storage.vault_making import NewAdviser, create_vault
from iq_desktop.usecases.progress import Silence
from tests.support.chance import seeded
from tests.support.counts import count, is_full
from tests.support.fakes import FixedClock
from tests.support.vaults import ADVISER, PASSWORD, MadeVault

if TYPE_CHECKING:
    from collections.abc import Iterator

REFUSALS = (AccessRefusedError, DamagedHeaderError, UnfitCostError, NewerVaultError)
Way = tuple[Any, ...]


@dataclass(frozen=True)
class Target:
    """A closed vault, its header as fields, and a stranger's own vault of the same people, also as fields."""

    folder: Path
    code: str
    fields: dict[str, Any]
    strange: dict[str, Any]


def rich_vault(folder: Path) -> str:
    """Make a vault with everything that a header can hold, and return its recovery code."""
    vault, code = create_vault(
        folder, [ADVISER, MadeVault.colleague, NewAdviser("Who leaves", "a password for a while")], cost=FLOOR_COST
    )
    with vault:
        keys = VaultKeys(vault, pen_of(vault, FixedClock()), FLOOR_COST)
        keys.use_centre_code(keys.make_recovery_code())
        for leaving in (False, True):
            keys.give_new_key(vault.unlocked_by.id, PASSWORD, Silence())
            if leaving:
                keys.remove_adviser(vault.header.advisers[2].id)
        keys.change_password(vault.header.advisers[1].id, MadeVault.colleague.password)
    return code.printed()


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Target:
    base = tmp_path_factory.mktemp("bent")
    code = rich_vault(base / "vault")
    rich_vault(base / "strange")
    fields, strange = (json.loads((base / name / HEADER_NAME).read_bytes()) for name in ("vault", "strange"))
    return Target(base / "vault", code, fields, strange)


def put(folder: Path, fields: dict[str, Any]) -> None:
    """Write fields into all three places, with the checksum that belongs to them."""
    plain = {name: value for name, value in fields.items() if name != "checksum"}
    content = canonical(plain | {"checksum": checksum_of(plain)})
    for path in places_of(folder):
        path.write_bytes(content)


def leaves(value: Any, path: Way = ()) -> Iterator[tuple[Way, Any]]:
    """Yield every single field with the way to it."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if inner is None:
        yield path, value
        return
    for name, part in inner:
        yield from leaves(part, (*path, name))


def at(fields: Any, path: Way) -> Any:
    for name in path:
        fields = fields[name]
    return fields


def with_field(fields: dict[str, Any], path: Way, value: Any) -> dict[str, Any]:
    """Return a copy with one field changed."""
    bent = copy.deepcopy(fields)
    at(bent, path[:-1])[path[-1]] = value
    return bent


def others(value: Any) -> list[Any]:
    """Return other values for a field, most of them of its own shape."""
    if isinstance(value, int):
        return [value + 1, value - 1, 0, -value, 2**40, str(value), None, float(value)]
    if value and all(sign in "0123456789abcdef" for sign in value):
        flipped = [
            value[:place] + f"{int(value[place], 16) ^ 1:x}" + value[place + 1 :] for place in (0, -1 % len(value))
        ]
        return [*flipped, "0" * len(value), value[2:] + value[:2], value[:-2], value.upper() + "0", ""]
    return [value + "x", value[:-1], value.upper(), "recovery", "centre", "adviser", "dark", "en", "", None]


def changes(target: Target) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every single-field change of the header, every transplant, every loss, doubling and exchange of slots."""
    fields, strange = target.fields, target.strange
    for path, value in leaves({name: part for name, part in fields.items() if name != "checksum"}):
        for other in others(value):
            if other != value:
                yield f"{path}: {other!r}", with_field(fields, path, other)
    for number, slot in enumerate(fields["slots"]):
        for name in slot:
            path = ("slots", number, name)
            for donor in (strange["slots"][number], *fields["slots"]):
                if name in donor and donor[name] != slot[name]:
                    yield f"{path} of another slot", with_field(fields, path, donor[name])
            without = copy.deepcopy(fields)
            del without["slots"][number][name]
            yield f"{path} gone", without
        yield f"slot {number} of a stranger", with_field(fields, ("slots", number), strange["slots"][number])
        yield f"slot {number} gone", fields | {"slots": fields["slots"][:number] + fields["slots"][number + 1 :]}
        yield f"slot {number} twice", fields | {"slots": [*fields["slots"], slot]}
        twin = slot | {"id": "ab" * 16}
        yield f"slot {number} under another id", fields | {"slots": [*fields["slots"], twin]}
        yield f"slot {number} first", fields | {"slots": [slot, *(one for one in fields["slots"] if one is not slot)]}
    for name in fields.keys() - {"checksum", "format"}:
        if strange[name] != fields[name]:
            yield f"{name} of a stranger", fields | {name: strange[name]}
        yield f"{name} gone", {key: value for key, value in fields.items() if key != name}
    yield "something more", fields | {"more": 1}


def test_every_change_is_refused_and_touches_no_file(target: Target) -> None:
    every = [(what, bent) for what, bent in changes(target) if bent != target.fields]
    assert len(every) > 400
    chosen = every if is_full() else seeded(3).sample(every, 60)
    secrets = (password_of(ADVISER.name, PASSWORD), password_of(MadeVault.colleague.name, MadeVault.colleague.password))
    opened = []
    for number, (what, bent) in enumerate(chosen):
        put(target.folder, bent)
        before = files_of(target.folder)
        if opens(target.folder, secrets[number % 2]):
            opened.append(what)
        assert files_of(target.folder) == before
    put(target.folder, target.fields)
    assert opened == []
    assert opens(target.folder, secrets[0])
    assert opens(target.folder, code_of(target.code))


def opens(folder: Path, secret: Secret) -> bool:
    try:
        unlock_newest(folder, secret)
    except REFUSALS:
        return False
    return True


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("memory", "passes"),
    [
        *((memory, 3) for memory in (1, 8, 63, HIGHEST_COST.memory + 1, 10**6, 2**50)),
        *((64, passes) for passes in (1, 2, HIGHEST_COST.passes + 1, 10**9)),
    ],
)
def test_lowered_and_absurd_costs_are_refused_before_they_run(
    target: Target, memory: int, passes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    slots = [slot | {"memory_mib": memory, "passes": passes} for slot in target.fields["slots"]]
    put(target.folder, target.fields | {"slots": slots})
    monkeypatch.delattr("nacl.pwhash.argon2id.kdf")
    for secret in (password_of(ADVISER.name, PASSWORD), code_of(target.code)):
        with pytest.raises(UnfitCostError):
            unlock_newest(target.folder, secret)
    monkeypatch.undo()
    put(target.folder, target.fields)


def test_a_whole_header_of_another_vault_opens_nothing(target: Target) -> None:
    """The same people with the same passwords: the header opens, but the files belong to another key."""
    put(target.folder, target.strange)
    before = files_of(target.folder)
    with pytest.raises(ForeignDatabaseError):
        open_vault(target.folder, ADVISER.name, PASSWORD)
    assert files_of(target.folder) == before
    put(target.folder, target.fields)


def test_flips_of_single_bits_are_found_by_the_checksum_alone(target: Target) -> None:
    whole = places_of(target.folder)[0].read_bytes()
    chance = seeded(9)
    for _ in range(count(200, 5000)):
        bent = bytearray(whole)
        bent[chance.randrange(len(bent))] ^= 1 << chance.randrange(8)
        for path in places_of(target.folder):
            path.write_bytes(bytes(bent))
        assert not opens(target.folder, password_of(ADVISER.name, PASSWORD))
    put(target.folder, target.fields)
