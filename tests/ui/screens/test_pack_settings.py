"""The section Instruments: what is there, trying one, taking one in with its seal, faults with their place."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from iq_desktop.catalogues.instruments import PackFiles
from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.screens.parts.pack_settings import PackSettings
from iq_desktop.ui.screens.settings import SettingsScreen
from tests.support.memory_instruments import MemorySeals
from tests.support.talks import PACKS, codes_of_packs
from tests.ui.conftest import nameless

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Office


def section_of(office: Office) -> PackSettings:
    """Open the section and return it."""
    screen = office.go_to("settings")
    assert isinstance(screen, SettingsScreen)
    screen.go_to("instruments")
    office.settle()
    page = screen.pages["instruments"]
    assert isinstance(page, PackSettings)
    return page


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """A newer version of an instrument in a folder, of another publisher, unsigned."""
    folder = tmp_path / "interests"
    shutil.copytree(PACKS / "interests", folder)
    pack = json.loads((folder / "pack.json").read_text("utf-8"))
    pack |= {"version": "2099.1", "publisher": "Fachstelle Beispielstadt"}
    (folder / "pack.json").write_text(json.dumps(pack), "utf-8")
    return folder


def test_every_pack_is_listed_with_whence_it_comes_and_what_nobody_reviewed(office: Office) -> None:
    page = section_of(office)
    assert [row.listed.instrument.code for row in page.packs.rows] == list(codes_of_packs())
    assert {row.seal.text() for row in page.packs.rows} == {"Comes with the program"}
    assert not any(row.remove_button.isVisible() for row in page.packs.rows)
    assert clipped(page) == []
    assert nameless(page) == []


def test_to_try_one_leaves_nothing_behind(office: Office) -> None:
    page = section_of(office)
    page.packs.rows[0].try_button.click()
    office.settle()
    screen = page.talk_screen
    assert screen is not None
    assert screen.isVisible()
    screen.pane.next_button.click()
    screen.pane.not_now_button.click()
    screen.guide.finish.click()
    office.settle()
    assert not screen.isVisible()
    assert page.scroll_area.isVisible()
    assert not any(case.runs or case.answers for case in office.window.place.desk.cases.by_id.values())  # type: ignore[attr-defined]  # in memory


def test_an_unsigned_pack_is_marked_taken_in_and_given_up(office: Office, newer: Path) -> None:
    page = section_of(office)
    page.packs.look_at(newer)
    office.settle()
    offer = page.packs.offer
    assert offer.isVisible()
    assert offer.seal.property("role") == "warn"
    assert not offer.trust.isVisible()
    offer.take.click()
    office.settle()
    assert not offer.isVisible()
    row = next(one for one in page.packs.rows if one.listed.instrument.version == "2099.1")
    assert row.seal.property("role") == "warn"
    row.remove_button.click()
    office.settle()
    assert "2099.1" not in {one.listed.instrument.version for one in page.packs.rows}


def test_a_broken_pack_is_refused_with_each_fault_and_its_place(office: Office, newer: Path) -> None:
    page = section_of(office)
    pack = json.loads((newer / "pack.json").read_text("utf-8"))
    pack["sections"][0]["scale"] = "dance"
    pack["licence"] = 7
    (newer / "pack.json").write_text(json.dumps(pack, indent=1), "utf-8")
    page.packs.look_at(newer)
    office.settle()
    offer = page.packs.offer
    assert offer.isVisible()
    assert not offer.take.isVisible()
    assert offer.faults
    assert all("pack.json, line" in label.text() for label in offer.faults)
    offer.leave.click()
    assert not offer.isVisible()
    assert len(page.packs.rows) == len(list(codes_of_packs()))


def test_a_publisher_is_trusted_and_no_more(office: Office, newer: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = section_of(office)
    key = "ab" * 32
    whole = PackFiles.open_pack

    def signed(reader: PackFiles, path: Path) -> object:
        from dataclasses import replace

        from iq_desktop.usecases.instrument_ports import Seal

        return replace(whole(reader, path), seal=Seal(key, b"signature"))

    monkeypatch.setattr(PackFiles, "open_pack", signed)
    monkeypatch.setattr(MemorySeals, "is_right", lambda *_: True)
    page.packs.look_at(newer)
    office.settle()
    offer = page.packs.offer
    assert offer.trust.isVisible()
    offer.trust.click()
    office.settle()
    assert [row.publisher.name for row in page.publishers.rows] == ["Fachstelle Beispielstadt"]
    row = next(one for one in page.packs.rows if one.listed.instrument.version == "2099.1")
    assert row.seal.property("role") == "hint"
    page.publishers.rows[0].remove.click()
    office.settle()
    assert page.publishers.rows == []
    row = next(one for one in page.packs.rows if one.listed.instrument.version == "2099.1")
    assert row.seal.property("role") == "warn"
