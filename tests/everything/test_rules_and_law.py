"""Every place that a rule cites stands in the law beside the project, with the words that the rule quotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from iq_desktop.catalogues.regulation import read_standings
from iq_desktop.catalogues.rules import read_rules, rule_files
from iq_desktop.domain.rule import Cite
from tests.support.statutes import NoSuchPlace, check_cite, sentences

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.domain.rule import RulePack

_CITED = re.compile(r"§ (\w+)(?: Abs\. (\w+))?(?: Satz (\d+))?")


@pytest.fixture(scope="module")
def packs(project_folder: Path) -> tuple[RulePack, ...]:
    files = rule_files(project_folder / "resources" / "packs" / "rules")
    return tuple(read_rules(file.read_bytes(), file.name) for file in files)


@pytest.fixture(scope="module")
def law(shared_folder: Path) -> Path:
    return shared_folder / "data" / "law"


def test_every_cited_place_stands_in_the_law_with_the_quoted_words(packs: tuple[RulePack, ...], law: Path) -> None:
    wrong, checked, quoted = [], 0, 0
    for pack in packs:
        for rule in pack.rules:
            for cite in rule.cites:
                checked += 1
                quoted += bool(cite.words)
                try:
                    check_cite(law, cite)
                except NoSuchPlace as error:
                    wrong.append(f"{pack.code}/{rule.code}: {error}")
    assert not wrong, wrong
    assert checked > 350
    assert quoted > 200


def test_every_verified_rule_quotes_the_law_once_at_least(packs: tuple[RulePack, ...]) -> None:
    silent = {
        (pack.code, rule.code)
        for pack in packs
        for rule in pack.rules
        if rule.verified and not any(cite.words for cite in rule.cites)
    }
    assert not silent


def test_unverified_packs_say_so_and_settle_nothing(packs: tuple[RulePack, ...]) -> None:
    doubtful = {pack.code for pack in packs if not pack.verified}
    assert doubtful == {"recognition-health-land", "certificate-evaluation", "recognition-grant"}
    for pack in packs:
        if pack.code in doubtful:
            settled = {rule.code for rule in pack.rules if rule.verified}
            assert settled <= {"degree-for-residence"}, pack.code


def test_the_basis_of_regulated_occupations_stands_in_the_law(project_folder: Path, law: Path) -> None:
    bases = {one.basis for one in read_standings(project_folder / "resources" / "packs").values() if one.basis}
    assert len(bases) == 4
    for basis in bases:
        name = basis.split()[-1]
        for section, paragraph, sentence in _CITED.findall(basis):
            check_cite(law, Cite(name, section, paragraph, sentence))


@pytest.mark.parametrize(
    ("place", "what"),
    [
        (Cite("BBiG", "50z"), "no such section"),
        (Cite("BBiG", "50b", "9"), "no such paragraph"),
        (Cite("BBiG", "50b", "3", "4"), "only 3 sentences"),
        (Cite("BBiG", "50b", "2", number="5"), "no such number"),
        (Cite("DeuFöV", "4", "1", "1", "1", "x"), "no such letter"),
        (Cite("BBiG", "50b", "2", number="4", words="das 26. Lebensjahr"), "does not stand there"),
        (Cite("BBiG", "50b", sentence="1"), "one must be cited"),
        (Cite("BBuG", "1"), "there is no law"),
    ],
)
def test_wrong_places_are_found(law: Path, place: Cite, what: str) -> None:
    with pytest.raises(NoSuchPlace, match=what):
        check_cite(law, place)


def test_sentences_are_counted_as_lawyers_do() -> None:
    text = """Wer arbeitet, zahlt, wenn

1. er bis zum 31. Dezember nach § 7 Abs. 1 angestellt ist oder

2. das 25. Lebensjahr vollendet hat. Der Betrag steigt um 10 Prozent,

und nicht krank ist. Die Sätze 1 und 2. Das gilt immer."""
    found = sentences(text)
    assert [words.split()[0] for words in found] == ["Wer", "Die", "Das"]
    assert found[0].endswith("krank ist.")
