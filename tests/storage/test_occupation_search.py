"""Occupations are found by what people type: everyday names, slips, compounds; codes are not guessed."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.catalogues.recognise import Recogniser, find_catalogues
from iq_desktop.catalogues.starter import StarterCatalogue
from iq_desktop.domain.imports import CatalogueKind, CatalogueState
from iq_desktop.domain.occupation import (
    KldbEntry,
    KldbToIsco,
    Naming,
    Need,
    Occupation,
    SkillConcept,
    SkillKind,
    SkillRelation,
)
from iq_desktop.storage.occupation_spelling import count_slips
from iq_desktop.storage.reference_store import VaultReference
from iq_desktop.usecases.progress import Silence
from tests.support.fakes import FixedClock

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.storage.vault import Vault

DAY = dt.date(2026, 11, 3)
NAMES = (
    "Apotheker/Apothekerin",
    "Arzt/Ärztin",
    "Fabrikhilfsarbeiter/Fabrikhilfsarbeiterin",
    "Honigschleuder-Arbeiter/Honigschleuder-Arbeiterin",
    "Kindergartenleiter/Kindergartenleiterin",
    "Koch/Köchin",
    "Verkäufer/Verkäuferin",
    "Zahnarzt/Zahnärztin",
)


@dataclass
class Contents:
    """A classification held in memory."""

    all_occupations: tuple[Occupation, ...]
    all_skills: tuple[SkillConcept, ...] = ()
    all_relations: tuple[SkillRelation, ...] = ()

    def occupations(self) -> tuple[Occupation, ...]:
        return self.all_occupations

    def skills(self) -> tuple[SkillConcept, ...]:
        return self.all_skills

    def relations(self) -> tuple[SkillRelation, ...]:
        return self.all_relations


def state(kind: CatalogueKind = CatalogueKind.ESCO) -> CatalogueState:
    return CatalogueState(kind, kind.value, "1", DAY)


def an_occupation(uri: str, german: str, isco: str = "", *others: str) -> Occupation:
    return Occupation(uri, Naming((("de", german),)), isco, other_names=tuple(("de", other) for other in others))


@pytest.fixture
def store(vault: Vault) -> VaultReference:
    reference = VaultReference(vault.reference)
    occupations = tuple(an_occupation(f"o:{name}", name) for name in NAMES)
    reference.replace_occupations(Contents(occupations), state(), Silence())
    return reference


def names(store: VaultReference, words: str) -> list[str]:
    found = store.find_occupations(words, language="de", limit=10)
    return [one.naming.in_language("de").split("/")[0] for one in found]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Apotekerin", ["Apotheker"]),
        ("Artzt", ["Arzt"]),
        ("Zahnartz", ["Zahnarzt"]),
        ("Verkeuferin", ["Verkäufer"]),
        ("Kinderarzt", ["Arzt"]),
        ("Fabrikarbeiter", ["Fabrikhilfsarbeiter"]),
        ("Hotelkoch", ["Koch"]),
        ("Fließbandarbeiter", []),
        ("Koch im Hotel", ["Koch"]),
        ("Verkäuferin mit Apotekerin", ["Apotheker", "Verkäufer"]),
        ("Qwertz", []),
        ("xyz", []),
    ],
)
def test_what_is_typed_otherwise_than_it_is_written_is_found(
    store: VaultReference, typed: str, found: list[str]
) -> None:
    assert names(store, typed) == found


@pytest.mark.parametrize("typed", ["wort " * 5000, " ".join(f"w{at}" for at in range(5000)), "a" * 100_000, "\0", "😀"])
def test_anything_may_be_pasted(store: VaultReference, typed: str) -> None:
    assert names(store, typed) == []


@pytest.mark.parametrize("typed", ['koch"', "koch*", "koch:", "^koch", "(koch)", "{folded} : koch", "-koch", "koch%"])
def test_signs_of_the_query_language_are_only_signs(store: VaultReference, typed: str) -> None:
    assert names(store, typed) == ["Koch"]


@pytest.mark.parametrize(
    ("typed", "written", "slips"),
    [
        ("arzt", "arzt", 0),
        ("artzt", "arzt", 1),
        ("azrt", "arzt", 1),
        ("art", "arzt", 1),
        ("koch", "arzt", 4),
        ("", "ab", 2),
    ],
)
def test_slips_are_counted(typed: str, written: str, slips: int) -> None:
    assert count_slips(typed, written) == slips
    assert count_slips(written, typed) == slips


def test_everyday_names_of_the_starter_pack_lead_to_their_twins(store: VaultReference) -> None:
    twin = replace(an_occupation("iq:shop", "Verkaufskraft", "5223", "Kassenhilfe"), same_as="o:Verkäufer/Verkäuferin")
    alone = replace(an_occupation("iq:alone", "Kassenprüfer"), same_as="o:not there")
    store.replace_occupations(Contents((twin, alone)), state(CatalogueKind.STARTER), Silence())
    assert names(store, "Kassenhilfe") == ["Verkäufer"]
    assert names(store, "verkauf") == ["Verkäufer"], "once, though it has the word under two names"
    assert names(store, "kassenp") == ["Kassenprüfer"]


def test_a_code_of_kldb_is_never_guessed_from_a_part_of_the_table(store: VaultReference) -> None:
    nurse, roofer = an_occupation("o:nurse", "Krankenpfleger", "2221"), an_occupation("o:roof", "Dachdecker", "7121")
    store.replace_occupations(Contents((nurse, roofer)), state(), Silence())
    entries = tuple(KldbEntry(code, code) for code in ("8", "81393", "81302", "32142", "33232"))
    part = (KldbToIsco("81393", "2221", 1), KldbToIsco("33232", "7121", 1), KldbToIsco("81302", "3221", 1))
    store.replace_kldb(entries, part, state(CatalogueKind.KLDB), Silence())
    assert [store.get_occupation(uri).kldb for uri in ("o:nurse", "o:roof")] == ["", ""]
    checked = replace(an_occupation("iq:nurse", "Pflegefachmann", "2221"), kldb="81302", same_as="o:nurse")
    store.replace_occupations(Contents((checked,)), state(CatalogueKind.STARTER), Silence())
    assert store.get_occupation("o:nurse").kldb == "81302"
    store.replace_kldb((), (*part, KldbToIsco("32142", "7121", 2)), state(CatalogueKind.KLDB), Silence())
    assert store.get_occupation("o:roof").kldb == "33232", "the table is whole, and names the group once in first place"


def test_the_ranking_is_what_counting_by_hand_gives(store: VaultReference) -> None:
    chance = random.Random(7)  # noqa: S311  (a repeatable mixture, no secret)
    skills = [f"s:{number}" for number in range(40)]
    table = {
        (f"o:{number}", skill): chance.choice(tuple(Need))
        for number in range(60)
        for skill in chance.sample(skills, chance.randint(1, 12))
    }
    contents = Contents(
        tuple(an_occupation(f"o:{number}", f"Beruf {number}") for number in range(60)),
        tuple(SkillConcept(skill, Naming((("de", skill),)), SkillKind.SKILL) for skill in skills),
        tuple(SkillRelation(uri, skill, need) for (uri, skill), need in table.items()),
    )
    store.replace_occupations(contents, state(), Silence())
    weights = {Need.ESSENTIAL: 3, Need.OPTIONAL: 1}
    for size in (1, 2, 5, 15, 40):
        mine = set(chance.sample(skills, size))
        by_hand: dict[str, float] = {}
        for uri in {uri for uri, _ in table}:
            needed = {skill: weights[need] for (one, skill), need in table.items() if one == uri}
            by_hand[uri] = sum(weight for skill, weight in needed.items() if skill in mine) / sum(needed.values())
        ranked = store.rank_occupations(sorted(mine), limit=100)
        assert {one.occupation.uri: one.score for one in ranked} == pytest.approx(
            {uri: score for uri, score in by_hand.items() if score}
        )
        assert [one.score for one in ranked] == sorted((one.score for one in ranked), reverse=True)
        for one in ranked:
            wanted = {
                skill for (uri, skill), need in table.items() if uri == one.occupation.uri and need is Need.ESSENTIAL
            }
            assert {skill.uri for skill in one.missing} == wanted - mine


EVERYDAY = """
Krankenschwester|pflege Altenpflegerin|altenpfleg Putzfrau|reinig Friseuse|friseur Frisör|friseur LKW-Fahrer|lastkraft
Automechaniker|kraftfahrzeug Elektriker|elektr Klempner|install Maurer|maurer Köchin|koch Baecker|bäcker Backer|bäcker
Metzger|fleischer Kellnerin|kellner Verkauferin|verkäuf Kassirerin|kassier Lagerist|lager Erzieherin|erzieh
Grundschullehrer|primar Bauingeneur|bauingenieur Ärztin|arzt Artzt|arzt Zahnartz|zahnarzt Apotekerin|apotheker
Buchalter|buchhalter Bürokauffrau|bürokauf Programmierer|entwickl Schreiner|tischler Schweisser|schweiß
Gärtner|gart Landwirt|landwirt Hausmeister|hauswart Security|sicherheit nurse|krankenpfleg teacher|lehr cook|koch
electrican|elektr plumber|install carpenter|zimmer welder|schweiß hairdresser|friseur cleaner|reinig tailor|schneider
dentist|zahn pharmasist|apotheker lawyer|anwalt waitress|kellner baker|bäcker painter|maler Pflegehelfer|pflegehelfer
Trockenbauer|trockenbau Fliesenleger|fliesen Dachdecker|dachdeck Hebame|hebamme Dolmetscher|dolmetsch
Kosmetikerin|kosmet Zimmermädchen|raumpfleg Tagesmutter|kinderbetreu Hotelkoch|koch Kinderarzt|arzt
""".split()


def test_everyday_names_find_their_occupation_in_esco(vault: Vault, shared_folder: Path, project_folder: Path) -> None:
    reference = VaultReference(vault.reference)
    StarterCatalogue(project_folder / "resources" / "packs", DAY).take_in(reference, Silence())
    (esco,) = find_catalogues(shared_folder / "data" / "esco")
    Recogniser(FixedClock(DAY)).recognise(esco).take_in(reference, Silence())
    missed = []
    for pair in EVERYDAY:
        typed, part = pair.split("|")
        found = [name.lower() for name in names(reference, typed)[:5]]
        if not any(part in name for name in found):
            missed.append((typed, found))
    assert not missed
