"""The packs that come with the program: sound, useful, and true to the published codes and the law."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from iq_desktop.catalogues.packs import check_packs, load_pack
from iq_desktop.catalogues.starter import StarterCatalogue, StarterContents, read_course_types
from iq_desktop.domain.imports import CatalogueKind
from iq_desktop.domain.language_skill import Level
from iq_desktop.domain.occupation import Need
from iq_desktop.usecases.progress import Silence
from tests.support.catalogue_files import TODAY, CollectingStore, take_in, write_csv

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def packs(project_folder: Path) -> Path:
    return project_folder / "resources" / "packs"


@pytest.fixture(scope="module")
def starter(packs: Path) -> StarterContents:
    return StarterContents(load_pack(packs, "starter"))


def column(folder: Path, pattern: str, *names: str) -> list[tuple[str, ...]]:
    (file,) = folder.glob(pattern)
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return [tuple(row[name] for name in names) for row in csv.DictReader(stream)]


def test_all_packs_are_sound(packs: Path) -> None:
    assert check_packs(packs) == len(list(packs.glob("*.json")))


def test_each_pack_says_whence_and_since_when(packs: Path) -> None:
    for name in ("starter", "course_types", "towns"):
        pack = load_pack(packs, name)
        assert pack.checked_on == dt.date(2026, 11, 22)
        assert pack.content["source"]
        assert pack.content["licence"] in ("Apache-2.0", "CC BY 4.0")


def test_a_fresh_vault_gets_occupations_kinds_of_courses_and_towns(packs: Path) -> None:
    store = CollectingStore()
    state = StarterCatalogue(packs, TODAY).take_in(store, Silence())
    assert state.kind is CatalogueKind.STARTER
    assert [count for _, count in state.counts] == [
        len(store.occupations),
        len(store.skills),
        len(store.relations),
        len(store.courses),
    ]
    assert "KldB 2010" in state.notice.message
    assert len(store.occupations) >= 60
    assert len(store.places) >= 150
    assert "CC BY 4.0" in store.states[-1].notice.message


def test_kinds_of_courses_are_offers_without_a_day(packs: Path) -> None:
    store = CollectingStore()
    StarterCatalogue(packs, TODAY).take_in(store, Silence())
    assert len(store.courses) == sum(kind.is_offered_on(TODAY) for kind in read_course_types(packs))
    course = store.courses["starter", "integration-course"]
    assert (course.title, course.hours, course.starts_on, course.postal_code) == ("Integrationskurs", 700, None, "")
    assert "600 Unterrichtseinheiten, dazu 100 im Orientierungskurs" in course.description
    assert "§ 10 Abs. 1 Satz 1" in course.description
    assert "Nicht im Gesetz selbst nachgelesen." in store.courses["starter", "job-course"].description
    assert "100 bis 150 Unterrichtseinheiten" in store.courses["starter", "job-course"].description
    assert ("starter", "group-course-until-2024") not in store.courses


def test_the_starter_pack_leaves_imported_places_alone(packs: Path, tmp_path: Path) -> None:
    row = {"country_code": "DE", "zipcode": "01067", "place": "Dresden", "latitude": "51.05", "longitude": "13.73"}
    store = take_in(write_csv(tmp_path / "places.csv", [row]))
    StarterCatalogue(packs, TODAY).take_in(store, Silence())
    assert len(store.places) == 1


def test_each_occupation_needs_enough_and_not_too_much(starter: StarterContents) -> None:
    needed = Counter(relation.occupation_uri for relation in starter.relations())
    essential = Counter(one.occupation_uri for one in starter.relations() if one.need is Need.ESSENTIAL)
    assert {uri: count for uri, count in needed.items() if not 8 <= count <= 14} == {}
    assert min(essential.values()) >= 5
    assert len(set(needed.values())) > 1


def test_occupations_share_skills_so_that_ranking_finds_more_than_one(starter: StarterContents) -> None:
    by_skill = Counter(relation.skill_uri for relation in starter.relations())
    shared = {uri for uri, count in by_skill.items() if count > 1}
    alone = [
        one.uri
        for one in starter.occupations()
        if sum(relation.skill_uri in shared for relation in starter.relations() if relation.occupation_uri == one.uri)
        < 3
    ]
    assert alone == []


def test_german_names_hold_both_genders(starter: StarterContents) -> None:
    neutral = ("Küchenhilfe", "Fachkraft ", "Zimmerreinigungskraft")
    one_sided = [
        name
        for name in (one.naming.in_language("de") for one in starter.occupations())
        if "/" not in name and " und " not in name and not name.startswith(neutral)
    ]
    assert one_sided == []


def test_every_name_is_there_in_both_languages_and_only_once(starter: StarterContents) -> None:
    for code in ("de", "en"):
        for found in (starter.occupations(), starter.skills()):
            names = Counter(one.naming.in_language(code) for one in found)
            assert [name for name, count in names.items() if count > 1 or name != name.strip()] == []


def test_codes_stand_in_the_published_classifications(starter: StarterContents, shared_folder: Path) -> None:
    data = shared_folder / "data"
    kldb = {code for (code,) in column(data / "kldb", "kldb2010_v2020_codes_de.csv", "code")}
    isco = {code for (code,) in column(data / "esco", "*/ISCOGroups_de.csv", "code")}
    assert [one.uri for one in starter.occupations() if one.kldb not in kldb or one.isco not in isco] == []


def test_links_to_esco_lead_to_the_same_isco_group(starter: StarterContents, shared_folder: Path) -> None:
    rows = column(shared_folder / "data" / "esco", "*/occupations_de.csv", "conceptUri", "iscoGroup")
    esco = {row[0]: row[1] for row in rows}
    isco = {one.uri: one.isco for one in starter.occupations()}
    links = {one.uri: one.same_as for one in starter.occupations() if one.same_as}
    assert len(links) >= 60
    assert {uri: esco.get(link) for uri, link in links.items() if esco.get(link) != isco[uri]} == {}


def test_towns_lie_where_geonames_puts_their_codes(packs: Path, shared_folder: Path) -> None:
    rows = column(shared_folder / "data" / "places", "*.csv", "zipcode", "latitude", "longitude")
    known = {(code, float(latitude), float(longitude)) for code, latitude, longitude in rows}
    towns = load_pack(packs, "towns").content["towns"]
    assert [one for one in towns if (one["code"], one["latitude"], one["longitude"]) not in known] == []


def test_the_ladder_of_german_courses_has_no_gap(packs: Path) -> None:
    offered = [one for one in read_course_types(packs) if one.verified and one.is_offered_on(TODAY)]
    steps = {(one.from_level, one.to_level) for one in offered}
    assert {
        (Level.NONE, Level.B1),
        (Level.A2, Level.B1),
        (Level.B1, Level.B2),
        (Level.B2, Level.C1),
        (Level.C1, Level.C2),
    } <= steps
    for one in offered:
        assert one.to_level is None or one.from_level is None or one.from_level.rank < one.to_level.rank


def test_what_the_law_no_longer_names_is_history(packs: Path) -> None:
    (old,) = [one for one in read_course_types(packs) if one.valid_to]
    assert old.is_offered_on(dt.date(2024, 12, 6))
    assert not old.is_offered_on(dt.date(2024, 12, 7))
    assert not old.verified


LAWS = {"IntV": "IntV.md", "DeuFöV": "DeuFöV.md", "AufenthG": "AufenthG.md"}
UNITS = [
    ("integration-course", "IntV.md", "11", "umfasst 600 Unterrichtsstunden"),
    ("integration-course", "IntV.md", "12", "umfasst 100 Unterrichtsstunden"),
    ("literacy-course", "IntV.md", "13", "bis zu 900 Unterrichtsstunden im Sprachkurs und 100"),
    ("literacy-course", "IntV.md", "13", "maximal 300 Unterrichtseinheiten"),
    ("intensive-course", "IntV.md", "13", "Der Sprachkurs umfasst 400 Unterrichtsstunden"),
    ("vocational-b2", "DeuFöV.md", "14", "in der Regel je 400 Unterrichtseinheiten"),
    ("vocational-c2", "DeuFöV.md", "14", "in der Regel 500 Unterrichtseinheiten"),
    ("vocational-recognition", "DeuFöV.md", "14", "in der Regel 600 Unterrichtseinheiten nicht überschreiten"),
]


def paragraph(law: Path, number: str) -> str:
    match = re.search(rf"^# § {number} –.*?(?=^# )", law.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return match[0] if match else ""


def test_every_paragraph_that_is_cited_is_in_the_law(packs: Path, shared_folder: Path) -> None:
    for one in read_course_types(packs):
        for basis in (one.legal_basis, one.access_basis, one.cost_basis, one.exam_basis):
            for part in basis.split(";"):
                law = next((name for name in LAWS if name in part), "")
                assert law, f"{one.code}: {part}"
                for number in re.findall(r"§ (\d+[a-z]?)", part):
                    text = paragraph(shared_folder / "data" / "law" / LAWS[law], number)
                    assert text, f"{one.code}: § {number} {law}"
                    section = re.search(rf"§ {number} Abs\. (\d)", part)
                    assert section is None or f"({section[1]})" in text, f"{one.code}: {part}"


@pytest.mark.parametrize(("code", "law", "number", "wording"), UNITS)
def test_units_stand_in_the_law(
    packs: Path, shared_folder: Path, code: str, law: str, number: str, wording: str
) -> None:
    text = paragraph(shared_folder / "data" / "law" / law, number)
    assert wording in text
    kind = next(one for one in read_course_types(packs) if one.code == code)
    units = {str(kind.units), str(kind.orientation_units), str(kind.repeat_units)}
    assert units & set(re.findall(r"\d+", wording))
