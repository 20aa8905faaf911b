"""Packs, publishers, seals and anonymous answers in the vault; runs and answers of a case row by row."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.domain.talk_conversation import answer_value
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.feedback_store import VaultFeedback
from iq_desktop.storage.instrument_store import VaultPacks
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.pack_seals import Ed25519Seals, new_signing_key, public_key_of, seal_content
from iq_desktop.usecases.instrument_ports import Seal, TakenPack, TrustedPublisher
from iq_desktop.usecases.talk import with_talk
from tests.support.builders import TODAY, a_case
from tests.support.chance import seeded
from tests.support.fakes import FixedClock
from tests.support.instruments import a_talk

if TYPE_CHECKING:
    from iq_desktop.storage.vault import Vault

PACK = TakenPack("trial", "2026.1", "Test", "ab" * 32, "cd" * 32, TODAY)


@pytest.fixture
def packs(vault: Vault) -> VaultPacks:
    return VaultPacks(vault.cases, pen_of(vault, FixedClock()))


@pytest.fixture
def cases(vault: Vault) -> VaultCases:
    return VaultCases(vault.cases, pen_of(vault, FixedClock()))


def rows(vault: Vault, statement: str) -> list[tuple[Any, ...]]:
    with vault.cases.reading() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(statement)]


def kinds(vault: Vault) -> list[str]:
    return [kind for (kind,) in rows(vault, "SELECT kind FROM journal ORDER BY seq")]


def test_a_pack_is_kept_byte_for_byte_and_told_in_the_journal(vault: Vault, packs: VaultPacks) -> None:
    content = bytes(range(256)) * 40
    packs.put(PACK, content)
    older = replace(PACK, version="2025.3")
    packs.put(older, b"older")
    assert packs.packs() == (older, PACK)
    assert packs.content("trial", "2026.1") == content
    packs.put(PACK, b"again")
    assert packs.content("trial", "2026.1") == b"again"
    packs.remove("trial", "2026.1")
    assert packs.packs() == (older,)
    with pytest.raises(KeyError):
        packs.content("trial", "2026.1")
    assert kinds(vault)[-4:] == ["pack_taken", "pack_taken", "pack_taken", "pack_removed"]


def test_publishers_are_trusted_until_they_are_not(vault: Vault, packs: VaultPacks) -> None:
    publisher = TrustedPublisher("ab" * 32, "Verlag", TODAY, "A. Krüger")
    packs.trust(publisher)
    packs.trust(replace(publisher, name="Verlag Beispiel"))
    assert [one.name for one in packs.publishers()] == ["Verlag Beispiel"]
    packs.distrust(publisher.key)
    assert packs.publishers() == ()
    assert kinds(vault)[-3:] == ["publisher_trusted", "publisher_trusted", "publisher_distrusted"]


def test_runs_are_counted_by_version(packs: VaultPacks, cases: VaultCases) -> None:
    cases.save(with_talk(a_case(revision=0, number=""), answer_value(a_talk(), 3)))
    assert (packs.runs_with("trial", "2026.1"), packs.runs_with("trial", "2026.2")) == (1, 0)


def test_one_answer_writes_one_row_and_a_short_entry(vault: Vault, cases: VaultCases) -> None:
    talk = answer_value(a_talk(), 3)
    case = cases.save(with_talk(a_case(revision=0, number=""), talk))
    for _ in range(4):
        talk = answer_value(talk, 2)
        case = cases.save(with_talk(case, talk))
    assert cases.get(case.id).answers == talk.answers
    assert rows(vault, "SELECT count(*) FROM talk_answer") == [(5,)]
    (payload,) = rows(vault, "SELECT payload FROM journal_payload ORDER BY seq DESC LIMIT 1 OFFSET 1")[0]
    assert len(payload) < 400, "the entry holds one answer, not all of them"


def test_an_answer_that_changes_keeps_its_row(vault: Vault, cases: VaultCases) -> None:
    talk = answer_value(a_talk(), 3)
    case = cases.save(with_talk(a_case(revision=0, number=""), talk))
    before = rows(vault, "SELECT id FROM talk_answer")
    cases.save(with_talk(case, answer_value(replace(talk, shown="cards.c1"), 1)))
    assert rows(vault, "SELECT id FROM talk_answer") == before
    assert rows(vault, "SELECT value FROM talk_answer") == [(1,)]


def test_a_seal_fits_exactly_its_content() -> None:
    private = new_signing_key()
    content = b"exactly these bytes\n"
    seal = seal_content(private, content)
    seals = Ed25519Seals()
    assert seal.key == public_key_of(private)
    assert seals.is_right(seal, content)
    assert not seals.is_right(seal, content + b" ")
    assert not seals.is_right(replace(seal, key=public_key_of(new_signing_key())), content)


def test_every_bent_bit_of_a_seal_is_noticed() -> None:
    seal = seal_content(new_signing_key(), b"content")
    rng = seeded(5)
    for _ in range(64):
        bent = bytearray(seal.signature)
        bent[rng.randrange(64)] ^= 1 << rng.randrange(8)
        assert not Ed25519Seals().is_right(replace(seal, signature=bytes(bent)), b"content")


@pytest.mark.parametrize(
    "seal", [Seal("", b""), Seal("zz", bytes(64)), Seal("ab" * 32, b"short")], ids=["none", "no key", "short"]
)
def test_what_is_no_seal_fits_nothing(seal: Seal) -> None:
    assert not Ed25519Seals().is_right(seal, b"content")


@pytest.mark.parametrize("private", ["", "zz", "ab" * 31])
def test_what_is_no_key_signs_nothing(private: str) -> None:
    with pytest.raises(ValueError, match=r"key|hex"):
        seal_content(private, b"content")


def test_a_private_key_stands_in_no_representation() -> None:
    private = new_signing_key()
    assert private not in repr(seal_content(private, b"content"))


@pytest.fixture
def box(vault: Vault) -> VaultFeedback:
    return VaultFeedback(vault.cases)


def give(box: VaultFeedback, value: int, words: str = "") -> None:
    box.put("satisfaction", "2026.1", {"faces.heard": value}, [words], dt.date(2026, 11, 3))


def test_fewer_than_five_are_not_shown_and_more_come_by_fives(box: VaultFeedback) -> None:
    for number in range(4):
        give(box, 3, f"Satz {number}")
    hidden = box.feedback("satisfaction", "2026.1")
    assert (hidden.given, hidden.waiting, hidden.questions, hidden.words) == (0, 4, (), ())
    give(box, 1)
    shown = box.feedback("satisfaction", "2026.1")
    assert (shown.given, shown.waiting, len(shown.words)) == (5, 0, 4)
    assert shown.questions[0].counts == {1: 1, 3: 4}
    for number in range(4):
        give(box, 2, f"später {number}")
        later = box.feedback("satisfaction", "2026.1")
        assert later == replace(shown, waiting=number + 1), "the difference of two looks tells of nobody"
    give(box, 2)
    assert box.feedback("satisfaction", "2026.1").given == 10


def test_versions_and_instruments_are_counted_apart(box: VaultFeedback) -> None:
    for _ in range(5):
        give(box, 3)
    assert box.feedback("satisfaction", "2026.2").given == 0
    assert box.feedback("other", "2026.1").given == 0


def test_nothing_of_an_anonymous_answer_leads_to_a_case_a_day_or_an_adviser(vault: Vault, box: VaultFeedback) -> None:
    before = kinds(vault)
    give(box, 3, "Danke")
    assert kinds(vault) == before, "when somebody answered would tell who"
    columns = {
        table: [row[1] for row in rows(vault, f"PRAGMA table_info({table})")]
        for table in ("feedback_count", "feedback_words")
    }
    assert columns == {
        "feedback_count": ["instrument", "version", "month", "question", "value", "shown", "waiting"],
        "feedback_words": ["id", "instrument", "version", "words", "is_shown"],
    }
    assert {month for (month,) in rows(vault, "SELECT month FROM feedback_count")} == {"2026-11"}


def test_words_stand_in_no_order(vault: Vault, box: VaultFeedback) -> None:
    told = [f"Satz {number}" for number in range(20)]
    for words in told:
        give(box, 3, words)
    kept = [words for (words,) in rows(vault, "SELECT words FROM feedback_words")]
    assert sorted(kept) == sorted(told)
    assert kept != told
