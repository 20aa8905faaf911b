"""A damaged vault is set aside under the day's name, and a crash in between leaves both, never none."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from iq_desktop.storage import quarantine
from iq_desktop.storage.quarantine import aside_folder, exchange, finish_exchange, rescue_folder, sweep_half_made

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

DAY = dt.date(2026, 11, 22)


def two_vaults(folder: Path) -> tuple[Path, Path]:
    old = folder / "IQ-vault"
    new = rescue_folder(old)
    for place, words in ((old, "old"), (new, "new")):
        place.mkdir()
        (place / "vault.json").write_text(words, "ascii")
    return old, new


def test_both_change_places_and_nothing_is_lost(tmp_path: Path) -> None:
    old, new = two_vaults(tmp_path)
    aside = exchange(old, new, DAY)
    assert aside.name == "IQ-vault damaged 2026-11-22"
    assert (aside / "vault.json").read_text("ascii") == "old"
    assert (old / "vault.json").read_text("ascii") == "new"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["IQ-vault", "IQ-vault damaged 2026-11-22"]


def test_a_second_one_of_the_day_gets_a_number(tmp_path: Path) -> None:
    (tmp_path / "IQ-vault damaged 2026-11-22").mkdir()
    assert aside_folder(tmp_path / "IQ-vault", DAY).name == "IQ-vault damaged 2026-11-22 (2)"


def test_the_next_start_takes_the_last_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = two_vaults(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(quarantine, "finish_exchange", lambda _folder: False)  # the power goes before it
        exchange(old, new, DAY)
    assert not old.exists()
    assert finish_exchange(old)
    assert (old / "vault.json").read_text("ascii") == "new"
    assert not finish_exchange(old)


def test_only_half_made_rescues_are_swept(tmp_path: Path) -> None:
    old, new = two_vaults(tmp_path)
    (tmp_path / "IQ-vault damaged 2026-11-22").mkdir()
    (tmp_path / "IQ-vault.rescued-00").mkdir()
    sweep_half_made(old)
    assert not new.exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "IQ-vault",
        "IQ-vault damaged 2026-11-22",
        "IQ-vault.rescued-00",
    ]


def test_a_half_made_rescue_is_never_put_in_place(tmp_path: Path) -> None:
    old, _new = two_vaults(tmp_path)
    old.rename(tmp_path / "elsewhere")
    assert not finish_exchange(old)
    assert not finish_exchange(tmp_path / "no" / "such" / "folder")
