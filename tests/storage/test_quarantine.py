"""A damaged vault is set aside under the day's name, and a crash in between leaves both, never none."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from iq_desktop.storage import quarantine
from iq_desktop.storage.quarantine import aside_folder, exchange, finish_exchange, rescue_folder, sweep_half_made

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


def test_only_rescues_that_never_took_the_place_are_swept(tmp_path: Path) -> None:
    old, new = two_vaults(tmp_path)
    (tmp_path / "IQ-vault damaged 2026-11-22").mkdir()
    (tmp_path / "IQ-vault.rescued-00").mkdir()
    sweep_half_made(old)
    assert not new.exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["IQ-vault", "IQ-vault damaged 2026-11-22"]


def test_a_whole_rescue_stays_where_the_vault_is_gone(tmp_path: Path) -> None:
    whole = tmp_path / "IQ-vault.rescued-00"
    whole.mkdir()
    sweep_half_made(tmp_path / "IQ-vault")
    assert whole.exists()


def test_a_vault_that_cannot_be_moved_stays_and_the_next_try_takes_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program has the folder open, as often happens on Windows."""
    old, new = two_vaults(tmp_path)
    rename = Path.rename

    def hold(path: Path, target: Path) -> Path:
        if path == old:
            raise PermissionError
        return rename(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", hold)
        with pytest.raises(PermissionError):
            exchange(old, new, DAY)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["IQ-vault", new.name]
    assert (old / "vault.json").read_text("ascii") == "old"
    exchange(old, new, DAY)
    assert (old / "vault.json").read_text("ascii") == "new"


def test_a_half_made_rescue_is_never_put_in_place(tmp_path: Path) -> None:
    old, _new = two_vaults(tmp_path)
    old.rename(tmp_path / "elsewhere")
    assert not finish_exchange(old)
    assert not finish_exchange(tmp_path / "no" / "such" / "folder")
