"""Whatever happens to a file on its way, it is either taken in or refused in words; nothing half, no crash."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from iq_desktop.wording.problems import IqError
from tests.catalogues.test_course_tables import SOUND as COURSE_TABLE
from tests.catalogues.test_kldb import CODES
from tests.catalogues.test_open_qcat import FULL
from tests.catalogues.test_places import GEONAMES, row
from tests.support.agency_files import a_termin, write_answer
from tests.support.catalogue_files import (
    CollectingStore,
    qcat,
    service,
    take_in,
    write_csv,
    write_esco,
    zip_folder,
)

if TYPE_CHECKING:
    from pathlib import Path

DAMAGES = 150
SPOILERS = (b"\0", b'"', b"\n", b"\xff", b"<", b"&", b",", b"\t", b"", b"9" * 30, b"\r", b"PK\x03\x04")


def sound_files(folder: Path) -> list[tuple[Path, Path]]:
    """Write one of each catalogue, and return which file is damaged and what is then chosen."""
    esco = write_esco(folder / "esco")
    write_csv(folder / "codes.csv", CODES)
    write_csv(folder / "places.csv", [row("01067", "Dresden"), row("10875", "Daimler AG")])
    (folder / "DE.txt").write_text(GEONAMES, encoding="utf-8")
    courses = folder / "courses.xml"
    courses.write_text(qcat(FULL + service("100-1", offer="100"), kind="UPDATE_CATALOG"), encoding="utf-8")
    zipped = zip_folder(esco, folder / "esco.zip")
    table = folder / "liste.csv"
    table.write_bytes(COURSE_TABLE)
    write_answer(folder / "answer.json", *(a_termin(number) for number in range(3)))
    names = ("codes.csv", "places.csv", "DE.txt", "courses.xml", "liste.csv", "answer.json")
    single = [folder / name for name in names]
    inside = [(esco / f"{name}_de.csv", esco) for name in ("occupations", "skills", "occupationSkillRelations")]
    return [*((path, path) for path in (*single, zipped)), *inside]


@pytest.mark.parametrize("which", range(10))
def test_damage_is_refused_in_words_or_does_not_matter(tmp_path: Path, which: int) -> None:
    damaged, chosen = sound_files(tmp_path)[which]
    content = damaged.read_bytes()
    chance = random.Random(which)  # noqa: S311  (the same damages in each run)
    refused = 0
    for _ in range(DAMAGES):
        at = chance.randrange(len(content))
        spoiled = content[:at] + chance.choice(SPOILERS) + content[at + chance.choice((0, 1, 40)) :]
        damaged.write_bytes(spoiled if chance.random() < 0.8 else content[:at])
        store = CollectingStore()
        try:
            take_in(chosen, store)
        except IqError:
            refused += 1
            assert store == CollectingStore(), "refused, and yet something was kept"
    assert 0 < refused < DAMAGES
