"""The section Rules of the settings: reading, changing, the way back, files, and what is old."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from iq_desktop.domain.role import Role
from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.screens.parts.rule_settings import RulesCard
from iq_desktop.ui.screens.settings import SettingsScreen
from iq_desktop.usecases.rules import list_rules
from tests.catalogues.test_rules import octets, rule_with
from tests.support.memory_rules import memory_rules
from tests.ui.conftest import nameless

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.ui.screens.parts.rule_pack_row import RulePackRow
    from iq_desktop.usecases.desk import Desk
    from tests.ui.conftest import Office


@pytest.fixture
def desk(desk: Desk, tmp_path: Path) -> Desk:
    """A desk whose program brings one pack of two rules."""
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "trial.json").write_bytes(octets())
    return replace(desk, rules=memory_rules(folder))


def card_of(office: Office) -> RulesCard:
    """Open the section and return its card."""
    screen = office.go_to("settings")
    assert isinstance(screen, SettingsScreen)
    screen.go_to("rules")
    office.settle()
    card = screen.pages["rules"].parts["rule_packs"]
    assert isinstance(card, RulesCard)
    return card


def unfolded(office: Office) -> tuple[RulesCard, RulePackRow]:
    card = card_of(office)
    (row,) = card.rows
    row.toggle()
    office.settle()
    return card, row


def test_packs_are_listed_with_stand_and_rules_are_read_with_their_place(office: Office) -> None:
    card, row = unfolded(office)
    assert "As of Aug 19, 2026" in row.line.accessibleName()
    assert "2 of them verified" in row.line.accessibleName()
    rule = row.rows["age"]
    rule.toggle()
    office.settle()
    assert rule.reason.text() == "Only from 25."
    assert rule.condition.text() == "If: not: Age: at least 25 years"
    assert rule.cites.text() == "§ 50b Abs. 2 Nr. 4 BBiG: “25. Lebensjahr”"
    assert clipped(card) == []
    assert nameless(card) == []


def test_a_change_counts_only_when_it_is_saved_and_goes_back(office: Office, desk: Desk) -> None:
    _card, row = unfolded(office)
    rule = row.rows["age"]
    rule.toggle()
    assert rule.edit is not None
    rule.edit.click()
    office.settle()
    rule.limits["limit_0"].editor.committed.emit(27)
    office.settle()
    assert row.save.isVisible()
    assert "at least 27" in rule.condition.text()
    assert list_rules(desk)[0].states == (), "nothing counts yet"
    row.save.click()
    office.settle()
    (listed,) = list_rules(desk)
    assert len(listed.states) == 1
    card = card_of(office)
    (row,) = card.rows
    assert "Changed by this centre" in row.line.accessibleName()
    row.toggle()
    back: QPushButton = row.findChild(QPushButton, "back_0")  # type: ignore[assignment]  # it is there
    back.click()
    office.settle()
    assert list_rules(desk)[0].pack == listed.built_in


def test_changes_are_given_up(office: Office, desk: Desk) -> None:
    _card, row = unfolded(office)
    row.fields.frames["verified"].editor.committed.emit(False)
    office.settle()
    row.discard.click()
    office.settle()
    assert not row.save.isVisible()
    assert row.draft == list_rules(desk)[0].pack


def test_what_is_not_sound_is_refused_with_its_place_and_nothing_is_lost(office: Office, desk: Desk) -> None:
    card, row = unfolded(office)
    row.save_wanted.emit(replace(row.draft, source=""))
    office.settle()
    assert card.offer.isVisible()
    assert "source" in card.offer.about.text()
    assert not card.offer.take.isVisible()
    assert list_rules(desk)[0].states == ()


def test_a_file_is_looked_at_taken_in_and_given_out(office: Office, desk: Desk, tmp_path: Path) -> None:
    card = card_of(office)
    incoming = tmp_path / "in.json"
    incoming.write_bytes(octets(rule_with(reasons={"de": "Neu.", "en": "New."})))
    office.ask.file = incoming
    card.take_file.click()
    office.settle()
    assert card.offer.isVisible()
    assert list_rules(desk)[0].states == ()
    card.offer.take.click()
    office.settle()
    assert list_rules(desk)[0].pack.rules[0].reasons["en"] == "New."
    office.ask.place_to_save = tmp_path / "out.json"
    card.rows[0].toggle()
    card.rows[0].export.click()
    office.settle()
    assert (tmp_path / "out.json").exists()


def test_a_hostile_file_is_refused_with_each_fault(office: Office, desk: Desk, tmp_path: Path) -> None:
    card = card_of(office)
    (tmp_path / "bad.json").write_bytes(octets(rule_with(outcome="maybe", route="flying")))
    office.ask.file = tmp_path / "bad.json"
    card.take_file.click()
    office.settle()
    assert "2 faults" in card.offer.title.text()
    assert "bad.json, line" in card.offer.about.text()
    card.offer.leave.click()
    assert not card.offer.isVisible()
    assert list_rules(desk)[0].states == ()


class TestAsAdviser:
    """What an adviser sees who is no responsible person."""

    @pytest.fixture
    def desk(self, desk: Desk) -> Desk:
        return replace(desk, adviser=replace(desk.adviser, role=Role.ADVISER))

    def test_rules_are_read_and_not_changed(self, office: Office) -> None:
        card, row = unfolded(office)
        rule = row.rows["age"]
        rule.toggle()
        office.settle()
        assert rule.edit is None
        assert not card.take_file.isVisible()
        assert row.export.isVisible()
        assert any("Only a responsible person changes rules." in label.text() for label in card.findChildren(QLabel))
