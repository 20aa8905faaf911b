"""Packs of rules at the desk: changing, taking in, going back, handing on; who may; what is old; told facts."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.changes import Area
from iq_desktop.domain.eligibility import Verdict
from iq_desktop.domain.facts import FACTS
from iq_desktop.domain.role import Role
from iq_desktop.domain.rule import AllOf, Compared, How, RulePack
from iq_desktop.domain.situation import Script
from iq_desktop.usecases.field_words import value_of
from iq_desktop.usecases.instrument_ports import RefusedPack
from iq_desktop.usecases.permissions import NotAllowed
from iq_desktop.usecases.possible_words import by_group, reasons_of, short_reason, verdict_words
from iq_desktop.usecases.rule_editing import (
    EditedPack,
    edited_pack,
    edited_rule,
    limits_of,
    with_edited_pack,
    with_edited_rule,
    with_limit,
    with_rule,
)
from iq_desktop.usecases.rule_ports import Origin
from iq_desktop.usecases.rule_words import (
    cite_lines,
    cites_of,
    offered_words,
    old_rules_words,
    stand_of_pack,
    state_words,
    verified_words,
)
from iq_desktop.usecases.rules import (
    change_rules,
    export_rules,
    go_back_to_rules,
    is_old,
    list_rules,
    look_at_rules,
    old_packs,
    open_rule_book,
    take_rules,
)
from iq_desktop.usecases.told_facts import tell_fact
from iq_desktop.wording.problems import IqError
from tests.catalogues.test_rules import octets, rule_with
from tests.support.builders import TODAY
from tests.support.fakes import a_desk
from tests.support.full_cases import a_usual_case
from tests.support.memory_instruments import MemorySeals
from tests.support.memory_rules import memory_rules
from tests.support.tongues import TRANSLATIONS, english

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.rules import ListedRules


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk whose program brings one pack of two rules."""
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "trial.json").write_bytes(octets())
    return a_desk(TRANSLATIONS, rules=memory_rules(folder))


def the_pack(desk: Desk) -> ListedRules:
    (listed,) = list_rules(desk)
    return listed


def changed(pack: RulePack, words: str = "Anders gesagt.") -> RulePack:
    rule = pack.rules[0]
    return with_rule(pack, replace(rule, reasons={**rule.reasons, "de": words}))


def test_a_change_counts_and_every_state_stays(desk: Desk) -> None:
    first = the_pack(desk)
    assert (first.origin, first.states) == (Origin.BUILT_IN, ())
    (change,) = change_rules(desk, changed(first.pack))
    assert change.area is Area.RULES
    second = the_pack(desk)
    assert second.origin is Origin.EDITED
    assert second.pack.rules[0].reasons["de"] == "Anders gesagt."
    assert second.built_in == first.pack
    change_rules(desk, changed(second.pack, "Noch einmal."))
    go_back_to_rules(desk, "trial", 1)
    assert the_pack(desk).pack == second.pack
    go_back_to_rules(desk, "trial")
    assert the_pack(desk).pack == first.pack
    assert [state.step for state in the_pack(desk).states] == [4, 3, 2, 1]
    assert {state.kept_by for state in the_pack(desk).states} == {desk.adviser.name}


def test_what_is_not_sound_or_not_different_is_not_kept(desk: Desk) -> None:
    pack = the_pack(desk).pack
    with pytest.raises(RefusedPack):
        change_rules(desk, changed(pack, ""))
    with pytest.raises(IqError):
        change_rules(desk, pack)
    assert the_pack(desk).states == ()


def test_only_a_responsible_person_changes_rules(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "in.json").write_bytes(octets(rule_with(verified=False)))
    for role in (Role.ADVISER, Role.TRAINEE):
        other = replace(desk, adviser=replace(desk.adviser, role=role))
        offered = look_at_rules(other, tmp_path / "in.json")
        with pytest.raises(NotAllowed):
            change_rules(other, changed(the_pack(other).pack))
        with pytest.raises(NotAllowed):
            take_rules(other, offered)
        with pytest.raises(NotAllowed):
            go_back_to_rules(other, "trial")
    assert the_pack(desk).states == ()


def test_a_pack_goes_out_as_a_file_and_comes_in_elsewhere(desk: Desk, tmp_path: Path) -> None:
    change_rules(desk, changed(the_pack(desk).pack))
    mine = the_pack(desk)
    export_rules(desk, mine, tmp_path / "out.json")
    elsewhere = replace(desk, rules=memory_rules(tmp_path / "nothing"))
    offered = look_at_rules(elsewhere, tmp_path / "out.json")
    assert offered.replaces == ""
    take_rules(elsewhere, offered)
    assert the_pack(elsewhere).pack == mine.pack
    assert the_pack(elsewhere).origin is Origin.FILE
    assert the_pack(elsewhere).built_in is None
    go_back_to_rules(elsewhere, "trial")
    assert list_rules(elsewhere) == ()


def test_a_wrong_seal_is_refused(desk: Desk, tmp_path: Path) -> None:
    sealed = b'{"iqpack": 1, "key": "' + b"ab" * 32 + b'", "signature": "' + b"A" * 86 + b'=="}\n' + octets()
    (tmp_path / "in.iqpack").write_bytes(sealed)
    assert look_at_rules(desk, tmp_path / "in.iqpack").fingerprint
    bent = replace(desk, instruments=replace(desk.instruments, seals=MemorySeals(are_right=False)))
    with pytest.raises(RefusedPack):
        look_at_rules(bent, tmp_path / "in.iqpack")


def test_a_newer_pack_of_the_program_does_not_take_the_place_of_an_own_one_but_is_told(desk: Desk) -> None:
    older = replace(changed(the_pack(desk).pack), version="2025.9")
    change_rules(desk, older)
    assert the_pack(desk).is_passed_by
    go_back_to_rules(desk, "trial")
    assert not the_pack(desk).is_passed_by


def test_a_state_that_cannot_be_read_gives_way_to_the_one_before(desk: Desk) -> None:
    change_rules(desk, changed(the_pack(desk).pack))
    shelf = desk.rules.shelf
    good = shelf.kept()[-1]
    shelf.put(replace(good, step=2, digest="bent"), b"no pack at all")
    assert the_pack(desk).pack.rules[0].reasons["de"] == "Anders gesagt."


@pytest.mark.parametrize(
    ("checked", "today", "expected"),
    [
        ("2026-05-23", "2026-11-23", False),
        ("2026-05-22", "2026-11-23", True),
        ("2026-08-31", "2027-02-28", False),
        ("2026-08-31", "2027-03-01", True),
        ("2026-11-23", "2026-11-23", False),
    ],
)
def test_a_pack_is_old_after_six_months(desk: Desk, checked: str, today: str, expected: bool) -> None:
    pack = replace(the_pack(desk).pack, checked_on=dt.date.fromisoformat(checked))
    assert is_old(pack, dt.date.fromisoformat(today)) is expected
    assert bool(old_packs([pack], dt.date.fromisoformat(today))) is expected


def test_what_is_edited_goes_back_into_the_rule_and_nothing_else(desk: Desk) -> None:
    pack = the_pack(desk).pack
    for rule in pack.rules:
        assert with_edited_rule(rule, edited_rule(rule)) == rule
    assert with_edited_pack(pack, edited_pack(pack)) == pack
    edited = with_edited_pack(pack, EditedPack(None, "other", None, None, verified=False))
    assert (edited.checked_on, edited.source, edited.verified) == (pack.checked_on, "other", False)
    without = with_edited_rule(pack.rules[0], replace(edited_rule(pack.rules[0]), client_tr=""))
    assert "tr" not in without.client_reasons


def test_limits_are_changed_where_they_stand(desk: Desk) -> None:
    age, level = the_pack(desk).pack.rules
    (limit,) = limits_of(age)
    assert limit.value == 25
    assert limits_of(with_limit(age, limit.at, 27))[0].value == 27
    assert with_limit(age, limit.at, None) == age
    german, entry = limits_of(level)
    assert english().speak(german.words) == "German, lowest skill: at least B1"
    assert entry.value == dt.date(2024, 12, 7)
    other = with_limit(level, entry.at, dt.date(2025, 1, 1))
    assert isinstance(other.when, AllOf)
    assert other.when.parts[2] == Compared("entry_on", How.BEFORE, (dt.date(2025, 1, 1).toordinal(),))
    assert other.when.parts[:2] == level.when.parts[:2]  # type: ignore[union-attr]  # an AllOf as well


def test_words_tell_stand_source_and_doubt(desk: Desk, tmp_path: Path) -> None:
    speak = english().speak
    listed = the_pack(desk)
    assert "Aug 19, 2026" in speak(stand_of_pack(listed))
    assert "2 rules, 2 of them verified" in speak(stand_of_pack(listed))
    assert speak(verified_words(listed.pack.rules[0])) == "§ 50b Abs. 2 Nr. 4 BBiG"
    assert speak(cites_of(listed.pack.rules[0])) == "§ 50b Abs. 2 Nr. 4 BBiG"
    assert "valid until" in " ".join(speak(line) for line in cite_lines(listed.pack.rules[1]))
    doubtful = replace(listed.pack.rules[0], verified=False)
    assert speak(verified_words(doubtful)) == "to be checked"
    assert "One pack" in speak(old_rules_words((listed.pack,)))
    (tmp_path / "in.json").write_bytes(octets())
    assert any("Not signed" in speak(words) for words in offered_words(look_at_rules(desk, tmp_path / "in.json")))
    go_back_to_rules(desk, "trial")
    assert speak(state_words(the_pack(desk).states[0])).startswith("Went back")


def test_verdicts_are_told_with_reason_place_and_doubt(desk: Desk) -> None:
    speak, usual = english().speak, a_usual_case()
    read = replace(usual.situation, scripts=(Script.LATIN,))
    case = replace(usual, languages=(), situation=read, client=replace(usual.client, entry=None))
    verdicts = open_rule_book(desk).what_is_possible(case, TODAY)
    groups = by_group(verdicts)
    assert [group.value for group, _members in groups] == ["recognition"]
    first = verdicts[0]
    assert first.verdict is Verdict.UNDECIDED
    assert speak(short_reason(first, "en")).startswith("Still to be asked:")
    young = tell_fact(case, FACTS["is_learned"], first.subject_id, None, TODAY)
    assert young == case
    doubtful = replace(first, verdict=Verdict.CLOSED, decided_by=(replace(first.pending[0], is_true=True),))
    assert speak(verdict_words(doubtful)) == "not possible"
    unsure = replace(doubtful.decided_by[0], pack=replace(doubtful.decided_by[0].pack, verified=False))
    told = replace(doubtful, decided_by=(unsure,))
    assert speak(verdict_words(told)) == "not possible, to be checked"
    assert "to be checked" in speak(reasons_of(told)[0].place)


@pytest.mark.parametrize(
    ("field", "cell", "words"),
    [
        ("fact", "income", "Taxable income"),
        ("fact", "gone", "gone"),
        ("value", "yes", "yes"),
        ("value", "job_offer", "Concrete job offer"),
        ("value", "18000", "18000"),
    ],
)
def test_what_was_told_is_told_in_words_in_the_journal_and_in_the_copy(field: str, cell: str, words: str) -> None:
    assert english().speak(value_of("told_facts", field, cell)) == words
