"""The real catalogues beside the project, read to the last row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iq_desktop.catalogues.recognise import find_catalogues
from iq_desktop.domain.course import TeachingForm
from iq_desktop.domain.imports import CatalogueKind
from iq_desktop.domain.occupation import Need, SkillKind
from tests.support.catalogue_files import CollectingStore, take_in

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def real(shared_folder: Path) -> CollectingStore:
    """A store that holds all real catalogues."""
    store = CollectingStore()
    for path in find_catalogues(shared_folder / "data"):
        take_in(path, store)
    return store


def state(store: CollectingStore, kind: CatalogueKind) -> tuple[str, list[int], list[tuple[str, int]]]:
    (one,) = [one for one in store.states if one.kind is kind]
    return one.version, [count for _, count in one.counts], [(skip.reason.message, skip.count) for skip in one.skipped]


def test_esco(real: CollectingStore) -> None:
    version, counts, skipped = state(real, CatalogueKind.ESCO)
    assert version == "1.2.0"
    assert counts == [3039, 13939, 128_987, 2]
    assert skipped == [("{file}: the same link once more", 17)], "129,004 rows, 17 of them once more"
    assert all({code for code, _ in one.naming.names} == {"de", "en"} for one in real.occupations)
    assert {len(one.isco) for one in real.occupations} == {4}
    assert len({one.isco for one in real.occupations}) == 426
    assert sum(one.need is Need.ESSENTIAL for one in real.relations) == 67_622
    assert sum(one.kind is SkillKind.KNOWLEDGE for one in real.skills) == 3_219
    baker = next(one for one in real.occupations if one.naming.in_language("en") == "baker")
    assert (baker.naming.in_language("de"), baker.isco) == ("Bäcker/Bäckerin", "7512")


def test_kldb(real: CollectingStore) -> None:
    assert state(real, CatalogueKind.KLDB) == ("2020", [2195, 762], [])
    assert {len(one.code) for one in real.entries} == {1, 2, 3, 4, 5}
    assert real.entries[0].code == "0"


def test_places(real: CollectingStore) -> None:
    _, counts, skipped = state(real, CatalogueKind.PLACES)
    assert counts[1] == 10_814
    assert counts[0] == len(real.places)
    assert [reason for reason, _ in skipped] == ["firms and authorities with a postal code of their own"]
    first = {place.postal_code: place.name for place in reversed(real.places)}
    assert {code: first[code] for code in ("01067", "10875", "80331", "67653")} == {
        "01067": "Dresden",
        "10875": "Stuttgart",
        "80331": "München",
        "67653": "Kaiserslautern",
    }
    assert not [place for place in real.places if "GmbH" in place.name]


def test_courses(real: CollectingStore) -> None:
    assert state(real, CatalogueKind.COURSES) == ("001.001/1", [16, 900], [])
    courses = real.courses.values()
    assert len(courses) == 916
    assert all(one.title and one.postal_code and one.provider for one in courses)
    assert {one.form for one in courses} == {TeachingForm.MIXED}
    assert len({one.postal_code for one in courses}) == 238
    known = {place.postal_code for place in real.places}
    assert {one.postal_code for one in courses} <= known
