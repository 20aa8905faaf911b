"""Which instruments there are; taking packs in, trusting publishers, and what is refused."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.catalogues.instruments import PackFiles
from iq_desktop.catalogues.pack_files import pack_folder, write_file
from iq_desktop.domain.role import Role
from iq_desktop.storage.pack_seals import Ed25519Seals, new_signing_key, seal_content
from iq_desktop.usecases.instrument_ports import InstrumentPorts, PackTrust, RefusedPack
from iq_desktop.usecases.instruments import (
    NoSuchInstrument,
    distrust_publisher,
    fingerprint_of,
    get_instrument,
    list_instruments,
    list_versions,
    look_at_pack,
    remove_pack,
    take_pack,
    trust_publisher,
    trusted_publishers,
    version_key,
)
from iq_desktop.usecases.permissions import NotAllowed
from iq_desktop.wording.problems import IqError
from tests.catalogues.test_instruments import folder_of
from tests.support.fakes import ADVISER, a_desk
from tests.support.memory_instruments import MemoryFeedback, MemoryRuns, MemoryShelf

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.usecases.desk import Desk

PRIVATE = new_signing_key()


@pytest.fixture
def built_in(tmp_path: Path) -> Path:
    folder = tmp_path / "built-in"
    folder.mkdir()
    folder_of(folder)
    return folder


@pytest.fixture
def desk(project_folder: Path, built_in: Path) -> Desk:
    ports = InstrumentPorts(PackFiles(built_in), MemoryShelf(), Ed25519Seals(), MemoryFeedback(), MemoryRuns())
    adviser = replace(ADVISER, role=Role.RESPONSIBLE)
    return a_desk(project_folder / "translations", adviser=adviser, instruments=ports)


def packed(tmp_path: Path, version: str = "2026.2", code: str = "trial", private: str = "", **changes: str) -> Path:
    """Return a file with another version of the pack, signed where there is a key."""
    folder = tmp_path / f"{code}-{version}"
    folder.mkdir()
    inner = folder_of(folder)
    head = json.loads((inner / "pack.json").read_text("utf-8"))
    (inner / "pack.json").write_text(json.dumps({**head, "version": version, "code": code, **changes}), "utf-8")
    content = pack_folder(inner)
    file = tmp_path / f"{code}-{version}.iqpack"
    write_file(file, content, seal_content(private, content) if private else None)
    return file


def test_the_newest_version_of_each_is_listed_and_older_ones_stay(desk: Desk, tmp_path: Path) -> None:
    for version in ("2026.9", "2026.10"):
        take_pack(desk, look_at_pack(desk, packed(tmp_path, version)))
    take_pack(desk, look_at_pack(desk, packed(tmp_path, "2026.1", "another")))
    assert [one.instrument.name for one in list_instruments(desk)] == ["another 2026.1", "trial 2026.10"]
    assert [one.instrument.name for one in list_versions(desk)] == [
        "another 2026.1",
        "trial 2026.10",
        "trial 2026.9",
        "trial 2026.1",
    ]
    assert get_instrument(desk, "trial", "2026.1").version == "2026.1"
    assert get_instrument(desk, "trial").version == "2026.10"
    with pytest.raises(NoSuchInstrument):
        get_instrument(desk, "trial", "2030.1")
    with pytest.raises(NoSuchInstrument):
        get_instrument(desk, "missing")


def test_a_version_is_offered_for_new_talks_only_while_it_is_valid(desk: Desk, tmp_path: Path) -> None:
    take_pack(desk, look_at_pack(desk, packed(tmp_path, "2026.7", valid_to="2026-11-02")))
    take_pack(desk, look_at_pack(desk, packed(tmp_path, "2026.8", valid_from="2026-11-04")))
    assert [one.instrument.version for one in list_instruments(desk)] == ["2026.1"]
    take_pack(desk, look_at_pack(desk, packed(tmp_path, "2026.6", valid_from="2026-11-03", valid_to="2026-11-03")))
    assert [one.instrument.version for one in list_instruments(desk)] == ["2026.6"]
    assert get_instrument(desk, "trial", "2026.7").version == "2026.7", "talks that began with it go on"


def test_an_unsigned_pack_is_marked(desk: Desk, tmp_path: Path) -> None:
    offered = look_at_pack(desk, packed(tmp_path))
    assert (offered.trust, offered.fingerprint, offered.replaces) == (PackTrust.UNSIGNED, "", "2026.1")
    take_pack(desk, offered)
    assert [one.trust for one in list_versions(desk)] == [PackTrust.UNSIGNED, PackTrust.BUILT_IN]
    with pytest.raises(IqError, match="Nobody has signed"):
        trust_publisher(desk, offered)


def test_a_signed_pack_is_unknown_until_its_publisher_is_trusted(desk: Desk, tmp_path: Path) -> None:
    offered = look_at_pack(desk, packed(tmp_path, private=PRIVATE))
    assert offered.trust is PackTrust.UNKNOWN
    assert offered.file.seal is not None
    take_pack(desk, offered)
    trust_publisher(desk, offered)
    (publisher,) = trusted_publishers(desk)
    assert (publisher.name, publisher.key, publisher.trusted_by) == ("Test", offered.file.seal.key, ADVISER.name)
    assert list_instruments(desk)[0].trust is PackTrust.TRUSTED
    assert look_at_pack(desk, packed(tmp_path, "2026.3", private=PRIVATE)).trust is PackTrust.TRUSTED
    assert look_at_pack(desk, packed(tmp_path, "2026.4", private=new_signing_key())).trust is PackTrust.UNKNOWN
    distrust_publisher(desk, publisher.key)
    assert list_instruments(desk)[0].trust is PackTrust.UNKNOWN


def test_a_pack_that_was_changed_after_signing_is_refused(desk: Desk, tmp_path: Path) -> None:
    file = packed(tmp_path, private=PRIVATE)
    file.write_bytes(file.read_bytes().replace("Ich höre zu.".encode(), "Ich höre mit.".encode()))
    with pytest.raises(RefusedPack) as refused:
        look_at_pack(desk, file)
    assert (refused.value.faults[0].line, refused.value.faults[0].place) == (1, "signature")
    assert "changed after" in refused.value.advice.message


def test_a_seal_of_another_pack_is_refused(desk: Desk, tmp_path: Path) -> None:
    one, other = packed(tmp_path, private=PRIVATE), packed(tmp_path, "2026.3", private=PRIVATE)
    head = other.read_bytes().partition(b"\n")[0]
    one.write_bytes(head + b"\n" + one.read_bytes().partition(b"\n")[2])
    with pytest.raises(RefusedPack):
        look_at_pack(desk, one)


def test_what_comes_with_the_program_is_not_replaced(desk: Desk, tmp_path: Path) -> None:
    offered = look_at_pack(desk, packed(tmp_path, "2026.1"))
    with pytest.raises(IqError, match="comes with the program"):
        take_pack(desk, offered)


def test_a_version_with_which_somebody_worked_is_neither_replaced_nor_removed(desk: Desk, tmp_path: Path) -> None:
    offered = look_at_pack(desk, packed(tmp_path))
    take_pack(desk, offered)
    shelf = desk.instruments.shelf
    assert isinstance(shelf, MemoryShelf)
    shelf.runs["trial", "2026.2"] = 1
    with pytest.raises(IqError, match="There are answers"):
        remove_pack(desk, "trial", "2026.2")
    take_pack(desk, offered)
    changed = replace(offered, file=replace(offered.file, content=offered.file.content + b" "))
    with pytest.raises(IqError, match="There are answers"):
        take_pack(desk, changed)
    shelf.runs.clear()
    remove_pack(desk, "trial", "2026.2")
    assert [one.instrument.version for one in list_versions(desk)] == ["2026.1"]


def test_a_version_that_is_gone_comes_back_to_the_answers_that_were_given_with_it(desk: Desk, tmp_path: Path) -> None:
    shelf = desk.instruments.shelf
    assert isinstance(shelf, MemoryShelf)
    shelf.runs["trial", "2026.2"] = 3
    take_pack(desk, look_at_pack(desk, packed(tmp_path)))
    assert get_instrument(desk, "trial", "2026.2").version == "2026.2"


@pytest.mark.parametrize("role", [Role.ADVISER, Role.TRAINEE], ids=lambda role: role.value)
def test_only_a_responsible_person_takes_packs_in(desk: Desk, tmp_path: Path, role: Role) -> None:
    desk = replace(desk, adviser=replace(ADVISER, role=role))
    offered = look_at_pack(desk, packed(tmp_path, private=PRIVATE))
    for act in (take_pack, trust_publisher):
        with pytest.raises(NotAllowed):
            act(desk, offered)
    with pytest.raises(NotAllowed):
        remove_pack(desk, "trial", "2026.2")
    with pytest.raises(NotAllowed):
        distrust_publisher(desk, "ab" * 32)
    assert len(list_versions(desk)) == 1


def test_a_pack_in_the_vault_that_can_no_longer_be_read_hides_nothing_else(desk: Desk, tmp_path: Path) -> None:
    offered = look_at_pack(desk, packed(tmp_path))
    take_pack(desk, offered)
    shelf = desk.instruments.shelf
    assert isinstance(shelf, MemoryShelf)
    pack, _ = shelf.kept["trial", "2026.2"]
    shelf.kept["trial", "2026.2"] = replace(pack, digest="other"), b"{}"
    assert [one.instrument.version for one in list_versions(desk)] == ["2026.1"]


def test_a_fingerprint_can_be_read_aloud() -> None:
    groups = fingerprint_of("ab" * 32).split("-")
    assert (len(groups), {len(group) for group in groups}) == (6, {4})
    assert fingerprint_of("ab" * 32) != fingerprint_of("ac" + "ab" * 31)
    assert fingerprint_of("") == ""


def test_versions_are_ordered_as_numbers() -> None:
    assert sorted(["2026.10", "2026.9", "2025.11"], key=version_key) == ["2025.11", "2026.9", "2026.10"]
