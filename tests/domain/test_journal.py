"""Kinds of entries, questions to the journal, and check codes as people type them."""

from __future__ import annotations

import datetime as dt

import pytest

from iq_desktop.domain.journal import (
    ENTRY_KINDS,
    EntryGroup,
    FaultKind,
    JournalCheck,
    JournalCode,
    JournalLine,
    JournalQuery,
    UnreadableCode,
    case_words,
    codes_of,
    find_kind,
    read_code,
)
from iq_desktop.storage.journal import JournalAnchor
from iq_desktop.storage.journal_book import code_of
from iq_desktop.wording.text import say

CODE = JournalCode(417, "9F3A27C051BE")
MOMENT = dt.datetime(2026, 11, 3, 9, 30, tzinfo=dt.UTC)


def test_every_kind_is_there_once_and_in_one_group() -> None:
    codes = [kind.code for kind in ENTRY_KINDS]
    assert len(set(codes)) == len(codes)
    assert sorted(code for group in EntryGroup for code in codes_of(group)) == sorted(codes)


def test_an_unknown_kind_says_so() -> None:
    assert find_kind("case_read").words == say("Case opened")
    assert find_kind("of tomorrow").group is EntryGroup.OTHER
    assert codes_of(EntryGroup.OTHER) == ()


def test_a_question_for_a_kind_goes_before_its_group() -> None:
    assert JournalQuery().kinds == ()
    assert "case_read" in JournalQuery(group=EntryGroup.READ).kinds
    assert JournalQuery(group=EntryGroup.READ, kind="print").kinds == ("print",)


@pytest.mark.parametrize(
    "typed",
    [
        "417-9F3A-27C0-51BE",
        "417 9f3a 27c0 51be",
        " Journal 417-9F3A-27C0-51BE ",
        "417–9F3A—27CO-5lBE",
        "417-9F3A27C051BE",
    ],
)
def test_a_code_is_read_as_people_type_it(typed: str) -> None:
    assert read_code(typed) == CODE
    assert read_code(typed).printed == "417-9F3A-27C0-51BE"


@pytest.mark.parametrize(
    "typed", ["", "417", "417-9F3A-27C0", "4179F3A27C051BE", "0-9F3A-27C0-51BE", "417-9G3A-27C0-51BE"]
)
def test_what_is_no_code_is_refused_with_advice(typed: str) -> None:
    with pytest.raises(UnreadableCode) as refused:
        read_code(typed)
    assert refused.value.advice.message


def test_the_code_on_paper_is_the_one_of_the_anchor() -> None:
    anchor = JournalAnchor("device-a", 417, bytes.fromhex("9f3a27c051be") + bytes(26))
    assert code_of(anchor).printed == anchor.code == "417-9F3A-27C0-51BE"
    assert read_code(anchor.code) == code_of(anchor)


def test_a_line_says_which_case() -> None:
    line = JournalLine("device-a", 3, MOMENT, "adviser-1", "case_read", "case-1", "2026-0147", "Layla Al-Masri")
    assert dict(case_words(line).values)["words"] == "2026-0147 · Layla Al-Masri"
    assert case_words(JournalLine("device-a", 3, MOMENT, "adviser-1", "case_read", "gone")) == say("erased case")
    assert dict(case_words(JournalLine("device-a", 3, MOMENT, "adviser-1", "unlocked")).values)["words"] == ""
    assert line.key == ("device-a", 3)


def test_faults_have_the_names_that_the_chain_gives_them() -> None:
    assert {kind.value for kind in FaultKind} == {"gap", "header", "chain", "values", "end"}
    assert JournalCheck(3, 1).is_sound
