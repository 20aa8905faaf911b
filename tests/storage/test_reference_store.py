"""Catalogues in a real encrypted vault: taken in whole or not at all, merged by URI, searched and ranked."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from iq_desktop.catalogues.packs import load_pack
from iq_desktop.catalogues.starter import StarterContents
from iq_desktop.domain.imports import CatalogueKind, CatalogueState, Skipped
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
from iq_desktop.storage.reference_store import VaultReference
from iq_desktop.usecases.progress import Cancelled, Silence
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import CountryName, LanguageName, Month, Text, as_it_is, say, say_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from iq_desktop.storage.vault import Vault

DAY = dt.date(2026, 11, 3)
E, O = Need.ESSENTIAL, Need.OPTIONAL  # noqa: E741  (essential and optional, in a table below)


@dataclass
class Contents:
    """A classification held in memory."""

    all_occupations: tuple[Occupation, ...]
    all_skills: tuple[SkillConcept, ...]
    all_relations: tuple[SkillRelation, ...]
    breaks: bool = False

    def occupations(self) -> Iterable[Occupation]:
        return self.all_occupations

    def skills(self) -> Iterable[SkillConcept]:
        return self.all_skills

    def relations(self) -> Iterator[SkillRelation]:
        yield from self.all_relations
        if self.breaks:
            raise IqError(say("Line 7 is broken."))


class Impatient:
    """A progress that wants to stop at the n-th step."""

    def __init__(self, patience: int) -> None:
        self.patience = patience

    def step(self, done: int, total: int | None, text: Text) -> None:
        assert text.message
        assert total is None or done <= total
        self.patience -= 1
        if self.patience < 0:
            raise Cancelled


class Watching:
    """A progress that searches at each step."""

    def __init__(self, store: VaultReference) -> None:
        self.store = store
        self.seen: list[list[str]] = []

    def step(self, done: int, total: int | None, text: Text) -> None:
        assert text.message
        assert total is None or done <= total
        self.seen.append(found(self.store, "koch"))


def state(kind: CatalogueKind = CatalogueKind.ESCO, version: str = "1.2.0") -> CatalogueState:
    return CatalogueState(kind, kind.value, version, DAY)


def an_occupation(uri: str, german: str, english: str = "", *others: str, isco: str = "", kldb: str = "") -> Occupation:
    names = (("de", german), *([("en", english)] if english else []))
    return Occupation(uri, Naming(names), isco, kldb, other_names=tuple(("de", other) for other in others))


def a_skill(uri: str, german: str, kind: SkillKind = SkillKind.SKILL) -> SkillConcept:
    return SkillConcept(uri, Naming((("de", german),)), kind)


def contents() -> Contents:
    occupations = (
        an_occupation("o:cook", "Koch/Köchin", "cook", "Speisenzubereiter", isco="5120"),
        an_occupation("o:chef", "Küchenchef/Küchenchefin", "head chef", isco="3434"),
        an_occupation("o:baker", "Bäcker/Bäckerin", "baker", "Brotbäckerin", isco="7512", kldb="29222"),
        an_occupation("o:care", "Altenpflegehelfer/Altenpflegehelferin", "care assistant", isco="5321"),
        an_occupation("o:dev", "Softwareentwickler/Softwareentwicklerin", "software developer"),
    )
    skills = tuple(
        a_skill(uri, name, kind)
        for uri, name, kind in (
            ("s:hygiene", "Hygiene einhalten", SkillKind.KNOWLEDGE),
            ("s:menu", "Speisen zubereiten", SkillKind.SKILL),
            ("s:lead", "Team leiten", SkillKind.SKILL),
            ("s:dough", "Teig herstellen", SkillKind.SKILL),
            ("s:write", "Berichte schreiben", SkillKind.SKILL),
        )
    )
    table = (
        ("o:cook", "s:hygiene", E),
        ("o:cook", "s:menu", E),
        ("o:cook", "s:dough", O),
        ("o:chef", "s:menu", E),
        ("o:chef", "s:lead", E),
        ("o:chef", "s:hygiene", O),
        ("o:baker", "s:dough", E),
        ("o:baker", "s:hygiene", O),
        ("o:care", "s:write", E),
    )
    return Contents(occupations, skills, tuple(SkillRelation(*row) for row in table))


@pytest.fixture
def store(vault: Vault) -> VaultReference:
    return VaultReference(vault.reference)


@pytest.fixture
def full(store: VaultReference) -> VaultReference:
    store.replace_occupations(contents(), state(), Silence())
    return store


def found(store: VaultReference, words: str, language: str = "de") -> list[str]:
    return [one.uri for one in store.find_occupations(words, language=language, limit=10)]


@pytest.mark.parametrize(
    ("words", "uris"),
    [
        ("ko", ["o:cook"]),
        ("Köchin", ["o:cook"]),
        ("koechin", ["o:cook"]),
        ("kochin", ["o:cook"]),
        ("COOK", ["o:cook"]),
        ("bäckerin", ["o:baker"]),
        ("Brotback", ["o:baker"]),
        ("pflege", ["o:care"]),
        ("Helfer", ["o:care"]),
        ("entwickler software", ["o:dev"]),
        ("chef", ["o:chef"]),
        ("speisen", ["o:cook"]),
        ("Zahnarzt", []),
        ("", []),
        ("…", []),
        ('"', []),
    ],
)
def test_occupations_are_found_by_beginnings_words_and_parts(full: VaultReference, words: str, uris: list[str]) -> None:
    assert found(full, words) == uris


def test_the_nearest_name_comes_first(full: VaultReference) -> None:
    more = replace(
        contents(),
        all_occupations=(
            an_occupation("o:other", "Kesselwärter", "", "Koch"),
            an_occupation("o:long", "Kochlehrer"),
            an_occupation("o:inside", "Schiffskoch"),
            *contents().all_occupations,
        ),
    )
    full.replace_occupations(more, state(), Silence())
    assert found(full, "koch") == ["o:cook", "o:long", "o:other", "o:inside"]


def test_an_occupation_comes_back_as_it_was_published(full: VaultReference) -> None:
    assert full.get_occupation("o:baker") == contents().all_occupations[2]
    with pytest.raises(KeyError):
        full.get_occupation("o:nobody")


def test_skills_come_essential_first_then_by_name(full: VaultReference) -> None:
    skills = full.skills_of("o:cook")
    assert [(one.uri, one.need) for one in skills] == [("s:hygiene", E), ("s:menu", E), ("s:dough", O)]
    assert skills[0].kind is SkillKind.KNOWLEDGE
    assert skills[0].naming.in_language("en") == "Hygiene einhalten"
    assert full.skills_of("o:nobody") == ()


def test_the_ranking_counts_essential_skills_three_times(full: VaultReference) -> None:
    ranked = full.rank_occupations(["s:hygiene", "s:menu", "s:nobody", "s:menu"], limit=10)
    assert [(one.occupation.uri, round(one.score, 3)) for one in ranked] == [
        ("o:cook", round(6 / 7, 3)),
        ("o:chef", round(4 / 7, 3)),
        ("o:baker", round(1 / 4, 3)),
    ]
    cook, chef, baker = ranked
    assert ([one.uri for one in cook.fits], [one.uri for one in cook.missing]) == (["s:hygiene", "s:menu"], [])
    assert ([one.uri for one in chef.fits], [one.uri for one in chef.missing]) == (["s:menu", "s:hygiene"], ["s:lead"])
    assert [one.uri for one in baker.missing] == ["s:dough"]
    assert (cook.essential_total, cook.optional_total) == (2, 1)
    assert [one.occupation.uri for one in full.rank_occupations(["s:menu"], limit=1)] == ["o:cook"]
    assert full.rank_occupations([], limit=5) == ()


def test_the_same_catalogue_again_is_an_update(full: VaultReference) -> None:
    first = contents()
    newer = Contents(
        (an_occupation("o:cook", "Köchin/Koch", isco="5120"), an_occupation("o:new", "Neuer Beruf")),
        first.all_skills[:2],
        (SkillRelation("o:cook", "s:menu", O), SkillRelation("o:new", "s:hygiene", E)),
    )
    full.replace_occupations(newer, state(version="1.3"), Silence())
    assert found(full, "bäcker") == []
    assert found(full, "speisenzubereiter") == []
    assert found(full, "neuer") == ["o:new"]
    assert [(one.uri, one.need) for one in full.skills_of("o:cook")] == [("s:menu", O)]
    with pytest.raises(KeyError):
        full.get_occupation("o:baker")
    assert [one.version for one in full.catalogues()] == ["1.3"]


def test_another_language_is_added_and_the_first_one_stays(full: VaultReference) -> None:
    spanish = replace(
        contents(),
        all_occupations=tuple(
            Occupation(one.uri, Naming((("es", f"es {one.uri}"),)), one.isco, one.kldb)
            for one in contents().all_occupations
        ),
        all_skills=tuple(
            SkillConcept(one.uri, Naming((("es", f"es {one.uri}"),)), one.kind) for one in contents().all_skills
        ),
    )
    full.replace_occupations(spanish, state(), Silence())
    cook = full.get_occupation("o:cook")
    assert dict(cook.naming.names) == {"de": "Koch/Köchin", "en": "cook", "es": "es o:cook"}
    assert ("de", "Speisenzubereiter") in cook.other_names
    assert dict(full.skills_of("o:care")[0].naming.names) == {"de": "Berichte schreiben", "es": "es s:write"}
    assert found(full, "köchin") == ["o:cook"]


@pytest.mark.parametrize("patience", range(5))
def test_a_cancelled_import_leaves_everything_as_it_was(full: VaultReference, patience: int) -> None:
    other = Contents((an_occupation("o:x", "Xylograf"),), contents().all_skills, (SkillRelation("o:x", "s:menu", E),))
    with pytest.raises(Cancelled):
        full.replace_occupations(other, state(version="9"), Impatient(patience))
    assert found(full, "xylograf") == []
    assert found(full, "koch") == ["o:cook"]
    assert len(full.skills_of("o:cook")) == 3
    assert [one.version for one in full.catalogues()] == ["1.2.0"]


def test_a_catalogue_that_breaks_late_changes_nothing(store: VaultReference) -> None:
    with pytest.raises(IqError):
        store.replace_occupations(replace(contents(), breaks=True), state(), Silence())
    assert store.is_empty()
    assert found(store, "koch") == []


def test_the_starter_pack_gives_way_to_esco_but_stays_readable(store: VaultReference) -> None:
    cook = replace(an_occupation("iq:cook", "Koch/Köchin"), same_as="o:cook")
    own = Contents(
        (cook, an_occupation("o:baker", "Bäckerin (eigene)")),
        (a_skill("iq:s", "Kochen"), a_skill("s:dough", "Teig")),
        (SkillRelation("iq:cook", "iq:s", E), SkillRelation("o:baker", "s:dough", O)),
    )
    store.replace_occupations(own, state(CatalogueKind.STARTER), Silence())
    assert found(store, "koch") == ["iq:cook"]
    store.replace_occupations(contents(), state(), Silence())
    assert found(store, "koch") == ["o:cook"]
    assert [one.occupation.uri for one in store.rank_occupations(["iq:s"], limit=5)] == ["iq:cook"]
    assert store.get_occupation("iq:cook").naming.in_language("de") == "Koch/Köchin"
    assert [one.uri for one in store.skills_of("iq:cook")] == ["iq:s"]
    store.replace_occupations(own, state(CatalogueKind.STARTER), Silence())
    assert found(store, "koch") == ["o:cook"]
    assert store.get_occupation("o:baker").naming.in_language("de") == "Bäcker/Bäckerin"
    assert [(one.uri, one.need) for one in store.skills_of("o:baker")] == [("s:dough", E), ("s:hygiene", O)]
    assert [one.kind for one in store.catalogues()] == [CatalogueKind.ESCO, CatalogueKind.STARTER]


def test_an_occupation_is_superseded_only_where_its_twin_is_really_there(store: VaultReference) -> None:
    dry_wall = an_occupation("iq:wall", "Trockenbaumonteur/Trockenbaumonteurin", "drywall fitter")
    gone = replace(an_occupation("iq:old-cook", "Feldkoch/Feldköchin"), same_as="o:not-in-this-version")
    cook = replace(an_occupation("iq:cook", "Koch/Köchin"), same_as="o:cook")
    own = Contents((dry_wall, gone, cook), (), ())
    for kinds in ((CatalogueKind.STARTER, CatalogueKind.ESCO), (CatalogueKind.STARTER,)):  # before ESCO, and again
        for kind in kinds:
            store.replace_occupations(own if kind is CatalogueKind.STARTER else contents(), state(kind), Silence())
        assert found(store, "trockenbau") == ["iq:wall"]
        assert found(store, "drywall", "en") == ["iq:wall"]
        assert found(store, "feldkoch") == ["iq:old-cook"]
        assert found(store, "koch/köchin") == ["o:cook", "iq:old-cook"]
    assert store.get_occupation("iq:cook").same_as == "o:cook"
    assert store.get_occupation("iq:wall").same_as == ""
    store.replace_occupations(Contents((), (), ()), state(), Silence())
    assert found(store, "koch/köchin") == ["iq:cook", "iq:old-cook"]
    changed = replace(own, all_occupations=(replace(cook, same_as=""),))
    store.replace_occupations(changed, state(CatalogueKind.STARTER), Silence())
    assert store.get_occupation("iq:cook").same_as == ""


def test_common_occupations_that_esco_does_not_have_stay_findable(store: VaultReference, project_folder: Path) -> None:
    starter = StarterContents(load_pack(project_folder / "resources" / "packs", "starter"))
    own = tuple(starter.occupations())
    theirs = tuple(an_occupation(uri, "In ESCO") for uri in dict.fromkeys(one.same_as for one in own if one.same_as))
    store.replace_occupations(starter, state(CatalogueKind.STARTER), Silence())
    store.replace_occupations(Contents(theirs, (), ()), state(), Silence())
    alone = [one for one in own if not one.same_as]
    assert {one.kldb for one in alone} >= {"82102", "51312", "26252", "33302"}
    for one in own:
        names = found(store, one.naming.in_language("de"))
        assert (one.uri in names) == (one in alone), one.naming.in_language("de")


def test_a_pair_that_is_essential_and_optional_is_essential(store: VaultReference) -> None:
    twice = replace(
        contents(),
        all_relations=(
            SkillRelation("o:cook", "s:menu", O),
            SkillRelation("o:cook", "s:menu", E),
            SkillRelation("o:cook", "s:menu", O),
            SkillRelation("o:unknown", "s:menu", E),
        ),
    )
    store.replace_occupations(twice, state(), Silence())
    assert [(one.uri, one.need) for one in store.skills_of("o:cook")] == [("s:menu", E)]


def test_kldb_gives_a_code_where_there_is_only_one(full: VaultReference) -> None:
    table = (KldbToIsco("29302", "5120", 1), KldbToIsco("29301", "5120", 2), KldbToIsco("82101", "5321", 1))
    entries = (KldbEntry("29302", "Köche"), KldbEntry("2930", "Köche"))
    full.replace_kldb(entries, table, state(CatalogueKind.KLDB), Silence())
    assert full.get_occupation("o:cook").kldb == "29302"
    assert full.get_occupation("o:baker").kldb == "29222"
    full.replace_kldb(entries, (), state(CatalogueKind.KLDB), Silence())
    assert full.get_occupation("o:cook").kldb == "29302"
    full.replace_kldb((), (*table, KldbToIsco("29303", "5120", 1)), state(CatalogueKind.KLDB), Silence())
    assert full.get_occupation("o:cook").kldb == ""


def test_the_state_of_a_catalogue_is_spoken_anew(store: VaultReference) -> None:
    told = CatalogueState(
        CatalogueKind.PLACES,
        "geonames",
        "2026",
        DAY,
        counts=((say("Places"), 3), (say_count("{count} code", "{count} codes", count=2), 2)),
        skipped=(Skipped(say("{file}: not a place", file=as_it_is("a.csv")), 2, 7),),
        notice=say(
            "{day} {month} {price} {tongue} {state}",
            day=DAY,
            month=Month(2026, 5),
            price=Decimal("1.5"),
            tongue=LanguageName("ar"),
            state=CountryName("SY"),
        ),
        published_on=DAY,
    )
    store.replace_places((), told, Silence())
    assert store.catalogues() == (told,)
    assert not store.is_empty()


def test_the_indexes_agree_with_their_tables(vault: Vault, full: VaultReference) -> None:
    full.replace_occupations(contents(), state(), Silence())
    with vault.reference.writing() as connection:
        for index in ("occupation_words", "occupation_parts"):
            connection.exec_driver_sql(f"INSERT INTO {index}({index}, rank) VALUES('integrity-check', 1)")


def test_reading_goes_on_while_a_catalogue_is_taken_in(full: VaultReference) -> None:
    watching = Watching(full)
    full.replace_occupations(Contents((), (), ()), state(), watching)
    assert watching.seen
    assert all(seen == ["o:cook"] for seen in watching.seen)
    assert found(full, "koch") == []
