"""Refused attempts are counted beside the closed vault, and told in its journal at the next unlocking."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from iq_desktop.storage.attempts import ATTEMPTS_NAME, note_refusal, note_unlocking, read_refusals
from iq_desktop.storage.journal import read_entries
from iq_desktop.storage.journal_pen import JournalPen, pen_of
from iq_desktop.storage.problems import disk_refused
from tests.support.fakes import FixedClock

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.storage.vault import Vault
    from tests.support.vaults import MadeVault

MOMENT = dt.datetime(2026, 11, 3, 9, 30, tzinfo=dt.UTC)


def told(vault: Vault) -> list[dict[str, object]]:
    with vault.cases.reading() as connection:
        return [dict(entry.payload) for _, entry in read_entries(connection) if entry.kind == "unlocked"]


def test_refusals_are_told_once_at_the_next_unlocking(made_vault: MadeVault, vault: Vault) -> None:
    pen = pen_of(vault, FixedClock())
    assert note_unlocking(vault, pen, "password") == 0
    for minutes in range(3):
        note_refusal(made_vault.folder, MOMENT + dt.timedelta(minutes=minutes))
    assert note_unlocking(vault, pen, "code") == 3
    assert note_unlocking(vault, pen, "password") == 0
    assert told(vault) == [
        {"way": "password", "failed": 0},
        {
            "way": "code",
            "failed": 3,
            "first": "2026-11-03T09:30:00+00:00",
            "last": "2026-11-03T09:32:00+00:00",
        },
        {"way": "password", "failed": 0},
    ]
    assert not (made_vault.folder / ATTEMPTS_NAME).exists()


def test_the_file_holds_moments_and_nothing_else(tmp_path: Path) -> None:
    note_refusal(tmp_path, MOMENT.astimezone(dt.timezone(dt.timedelta(hours=2))))
    assert (tmp_path / ATTEMPTS_NAME).read_text("utf-8") == "2026-11-03T09:30:00+00:00\n"


def test_the_file_does_not_grow_for_ever(tmp_path: Path) -> None:
    lines = "".join(f"{(MOMENT + dt.timedelta(seconds=second)).isoformat()}\n" for second in range(3000))
    (tmp_path / ATTEMPTS_NAME).write_text(lines, encoding="utf-8")
    note_refusal(tmp_path, MOMENT)
    assert len(read_refusals(tmp_path)) == 1000
    assert read_refusals(tmp_path)[-1] == MOMENT


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"yesterday\n2026-11-03T09:30:00\n\n"])
def test_a_garbled_file_hinders_nobody(tmp_path: Path, content: bytes) -> None:
    (tmp_path / ATTEMPTS_NAME).write_bytes(content)
    assert read_refusals(tmp_path) == ()
    note_refusal(tmp_path, MOMENT)
    assert read_refusals(tmp_path) == (MOMENT,)


def test_a_disk_that_takes_nothing_hinders_nobody_and_forgets_nothing(
    made_vault: MadeVault, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    note_refusal(made_vault.folder / "missing", MOMENT)
    note_refusal(made_vault.folder, MOMENT)

    def refuse(*_arguments: object) -> None:
        raise disk_refused()

    monkeypatch.setattr(JournalPen, "note", refuse)
    assert note_unlocking(vault, pen_of(vault, FixedClock()), "password") == 1
    assert read_refusals(made_vault.folder) == (MOMENT,)
    assert told(vault) == []
