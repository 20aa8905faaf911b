"""How long it takes to decide every rule for a case, and to read all packs of the program."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

import pytest

from iq_desktop.catalogues.rules import RuleFiles, rule_files
from iq_desktop.domain.rule_logic import comparisons_in
from iq_desktop.usecases.rules import open_rule_book
from tests.benchmark.conftest import median_ms
from tests.support.builders import TODAY
from tests.support.fakes import a_desk
from tests.support.full_cases import a_usual_case, an_overfull_case
from tests.support.memory_rules import PACKS
from tests.support.tongues import TRANSLATIONS

if TYPE_CHECKING:
    from tests.benchmark.conftest import Note

pytestmark = pytest.mark.benchmark


def test_every_rule_is_decided_for_a_case(note: Note) -> None:
    book = open_rule_book(a_desk(TRANSLATIONS))
    rules = [rule for pack in book.packs for rule in pack.rules]
    floor = median_ms(lambda: sum(len(comparisons_in(rule.when)) for rule in rules))
    for name, case in (("usual", a_usual_case()), ("overfull", an_overfull_case())):
        ours = median_ms(partial(book.what_is_possible, case, TODAY))
        note(f"{len(rules)} rules, {name} case", ours, floor, "at most 5 ms for a usual one")


def test_all_packs_are_read_and_checked(note: Note) -> None:
    floor = median_ms(lambda: [json.loads(path.read_bytes()) for path in rule_files(PACKS / "rules")], 9)
    ours = median_ms(lambda: RuleFiles(PACKS / "rules").built_in(), 9)
    note("read and check all packs of rules", ours, floor, "at most 200 ms, once for each start")
