"""The pack of regulated occupations: every number of NIQ once, the law cited where it was read, doubts kept."""

from __future__ import annotations

import copy
import csv
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from iq_desktop.catalogues.packs import find_faults, load_pack
from iq_desktop.catalogues.regulation import read_standings
from iq_desktop.domain.comparison import Regulation
from tests.support.tongues import english

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from iq_desktop.domain.standing import Standing


@pytest.fixture(scope="module")
def packs(project_folder: Path) -> Path:
    return project_folder / "resources" / "packs"


@pytest.fixture(scope="module")
def standings(packs: Path) -> Mapping[str, Standing]:
    return read_standings(packs)


def niq_titles(shared: Path) -> dict[str, str]:
    file = shared / "data" / "niq" / "reference_occupations.csv"
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return {row["niq_id"]: row["title_de"] for row in csv.DictReader(stream) if int(row["niq_id"]) > 0}


NAMED = {
    "Pflegefachmann/Pflegefachfrau (ab 1.1.2020 nach PflBG)": (Regulation.REGULATED, "care", True),
    "Arzt*Ärztin": (Regulation.REGULATED, "health", False),
    "Lehrer*in": (Regulation.REGULATED, "land", False),
    "Rechtsanwalt*rechtsanwältin": (Regulation.REGULATED, "federal", False),
    "Bäcker*in": (Regulation.LICENSED_CRAFT, "dual", False),
    "Bäckermeister*in": (Regulation.LICENSED_CRAFT, "advanced", False),
    "Gold- und Silberschmiedemeister*in": (Regulation.NOT_REGULATED, "advanced", False),
    "Koch*Köchin": (Regulation.NOT_REGULATED, "dual", False),
    "Handelsfachwirt*in (Geprüfte*r)": (Regulation.NOT_REGULATED, "advanced", False),
    "Physiker*in": (Regulation.NOT_REGULATED, "academic", False),
}


def test_occupations_stand_where_the_field_knows_them(shared_folder: Path, standings: Mapping[str, Standing]) -> None:
    number_of = {title: number for number, title in niq_titles(shared_folder).items()}
    for title, (regulation, kind, verified) in NAMED.items():
        one = standings[number_of[title]]
        assert (one.regulation, one.kind, one.verified) == (regulation, kind, verified), title


def test_only_real_numbers_are_listed(shared_folder: Path, standings: Mapping[str, Standing]) -> None:
    titles = niq_titles(shared_folder)
    assert set(standings) <= set(titles)
    not_known = {titles[number] for number in set(titles) - set(standings)}
    assert len(not_known) == 11
    assert "Berufskraftfahrer*in" in not_known


def test_nothing_is_settled_that_was_not_read_in_the_law(standings: Mapping[str, Standing]) -> None:
    settled = [one for one in standings.values() if one.verified]
    assert sorted(one.niq_occupation for one in settled) == ["290", "291", "4", "746", "747", "748"]
    assert all("PflBG" in one.basis for one in settled)
    assert english().speak(standings["746"].in_words) == "Regulated occupation"
    assert english().speak(standings["19"].in_words) == "Craft that needs a licence (to be checked)"


def test_masters_of_licensed_crafts_stand_beside_their_journeymen(
    shared_folder: Path, standings: Mapping[str, Standing]
) -> None:
    titles = niq_titles(shared_folder)
    crafts = [titles[one.niq_occupation] for one in standings.values() if one.regulation is Regulation.LICENSED_CRAFT]
    stems = {title.split("meister*in")[0].lower() for title in crafts if title.endswith("meister*in")}
    journeymen = {title.split("*in")[0].lower() for title in crafts if not title.endswith("meister*in")}
    for stem in ("bäcker", "friseur", "tischler", "dachdecker", "klempner", "zahntechniker", "gerüstbauer"):
        assert stem in stems, stem
        assert stem in journeymen, stem


def test_a_number_stands_in_one_class_and_what_is_verified_cites_the_law(packs: Path) -> None:
    content = load_pack(packs, "regulation").content
    numbers = Counter(one["niq"] for group in content["classes"] for one in group["occupations"])
    assert max(numbers.values()) == 1
    bent = copy.deepcopy(dict(content))
    bent["classes"][1]["occupations"].append({"niq": "746"})
    bent["classes"][4]["verified"] = True
    assert sorted(fault.place for fault in find_faults(bent, "regulation")) == [
        "classes[1].occupations[1]",
        "classes[4].basis",
    ]
