"""A case with two hundred answers is opened and grows by one answer about as fast as a case without any."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.catalogues.instruments import PackFiles
from iq_desktop.domain.talk_conversation import present_question
from iq_desktop.domain.talk_results import results_of
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.key_slots import FLOOR_COST
from iq_desktop.storage.vault_making import NewAdviser, create_vault
from iq_desktop.usecases.talk import with_talk
from tests.benchmark.conftest import median_ms, times_ms
from tests.support.builders import a_case
from tests.support.fakes import FixedClock
from tests.support.instruments import a_talk, an_instrument, answered, highest_answer
from tests.support.memory_instruments import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.domain.case_file import CaseFile
    from tests.benchmark.conftest import Note

pytestmark = pytest.mark.benchmark

ANSWERS = 200


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[VaultCases]:
    adviser = NewAdviser("Frau Öztürk", "Öl Fenster Ziege Mond Brücke")
    vault, _code = create_vault(tmp_path_factory.mktemp("talk") / "vault", [adviser], cost=FLOOR_COST)
    yield VaultCases(vault.cases, pen_of(vault, FixedClock()))
    vault.close()


def with_answers(case: CaseFile) -> CaseFile:
    while len(case.answers) < ANSWERS:
        case = with_talk(case, answered(a_talk(an_instrument()), highest_answer))
    return case


def test_a_case_with_many_answers(cases: VaultCases, note: Note) -> None:
    plain = cases.save(replace(a_case(), id="plain", number="", revision=0))
    full = cases.save(with_answers(replace(a_case(), id="full", number="", revision=0)))
    floor = median_ms(lambda: cases.get(plain.id))
    note(
        f"open a case with {len(full.answers)} answers",
        median_ms(lambda: cases.get(full.id)),
        floor,
        "<= 2 x one without",
    )
    kept = {"plain": plain, "full": full}
    counted = itertools.count()

    def answer() -> None:
        last = replace(kept["full"].answers[-1], words=f"Satz {next(counted)}")
        kept["full"] = cases.save(replace(kept["full"], answers=(*kept["full"].answers[:-1], last)))

    def wish() -> None:
        situation = replace(kept["plain"].situation, wish=f"Wunsch {next(counted)}")
        kept["plain"] = cases.save(replace(kept["plain"], situation=situation))

    note("keep one answer among them", median_ms(answer), median_ms(wish), "<= 2 x one field")


def test_the_engine(note: Note) -> None:
    reader = PackFiles(PROJECT / "resources" / "instruments")
    (first,) = times_ms([reader.built_in])
    note(f"read {len(reader.built_in())} instruments of the program for the first time", first, None, "<= 1 s")
    for instrument in reader.built_in():
        talk = answered(a_talk(instrument), highest_answer)
        half = replace(talk, answers=talk.answers[: len(talk.answers) // 2])
        note(f"next question: {instrument.code}", median_ms(lambda: present_question(half)), None, "<= 2 ms")  # noqa: B023  (measured at once)
        note(f"results: {instrument.code}", median_ms(lambda: results_of(talk)), None, "<= 20 ms")  # noqa: B023  (see above)
