"""Writes small catalogues in the official formats, and a store that remembers what was taken in."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.catalogues.recognise import Recogniser
from iq_desktop.domain.course import CourseOffer, Place
from iq_desktop.domain.imports import CatalogueKind, CatalogueState
from iq_desktop.domain.occupation import KldbEntry, KldbToIsco, Occupation, SkillConcept, SkillRelation
from iq_desktop.domain.reference_occupation import ReferenceOccupation
from iq_desktop.usecases.ports import CountingContents
from iq_desktop.usecases.progress import Cancelled, Silence
from tests.support.fakes import FixedClock

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from iq_desktop.usecases.ports import CourseContents, OccupationContents
    from iq_desktop.usecases.progress import Progress
    from iq_desktop.wording.text import Text

TODAY: Final = dt.date(2026, 11, 22)
ESCO: Final = "http://data.europa.eu/esco"
BAKER: Final = f"{ESCO}/occupation/baker"
SOLDIER: Final = f"{ESCO}/occupation/soldier"
BAKE: Final = f"{ESCO}/skill/bake"
FOOD: Final = f"{ESCO}/skill/food"


@dataclass
class CollectingStore:
    """Remembers what it was given, as a vault would hold it after the commit."""

    occupations: list[Occupation] = field(default_factory=list)
    skills: list[SkillConcept] = field(default_factory=list)
    relations: list[SkillRelation] = field(default_factory=list)
    entries: list[KldbEntry] = field(default_factory=list)
    table: list[KldbToIsco] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    courses: dict[tuple[str, str], CourseOffer] = field(default_factory=dict)
    states: list[CatalogueState] = field(default_factory=list)
    references: list[ReferenceOccupation] = field(default_factory=list)

    def replace_reference_occupations(
        self, occupations: Iterable[ReferenceOccupation], state: CatalogueState, progress: Progress
    ) -> None:
        del progress
        self.references = list(occupations)
        if state.kind is CatalogueKind.NIQ:
            self.states.append(state)

    def replace_occupations(self, contents: OccupationContents, state: CatalogueState, progress: Progress) -> None:
        del progress
        self.occupations, self.skills = list(contents.occupations()), list(contents.skills())
        self.relations = list(contents.relations())
        self.states.append(state)

    def replace_kldb(
        self, entries: Iterable[KldbEntry], table: Iterable[KldbToIsco], state: CatalogueState, progress: Progress
    ) -> None:
        del progress
        self.entries, self.table = list(entries) or self.entries, list(table) or self.table
        self.states.append(state)

    def replace_places(self, places: Iterable[Place], state: CatalogueState, progress: Progress) -> None:
        del progress
        self.places = list(places)
        self.states.append(state)

    def take_courses(self, contents: CourseContents, state: CatalogueState, progress: Progress) -> None:
        del progress
        kept = dict(self.courses) if contents.is_update else {}
        kept |= {(offer.catalogue, offer.id): offer for offer in contents.offers()}
        gone = set(contents.removed())
        told = contents.told(state) if isinstance(contents, CountingContents) else state
        self.courses = {key: offer for key, offer in kept.items() if offer.id not in gone and offer.part_of not in gone}
        self.states.append(told)

    def find_course(self, catalogue: str, course_id: str) -> CourseOffer | None:
        return self.courses.get((catalogue, course_id))

    def catalogues(self) -> Sequence[CatalogueState]:
        return self.states

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"a reader must not call {name}")


@dataclass
class StoppingProgress:
    """Hears the wish to stop at a given step."""

    after: int
    steps: int = 0

    def step(self, done: int, total: int | None, text: Text) -> None:
        del done, total, text
        self.steps += 1
        if self.steps >= self.after:
            raise Cancelled


def take_in(path: Path, store: CollectingStore | None = None) -> CollectingStore:
    """Recognise a catalogue, take it in, and return the store."""
    store = CollectingStore() if store is None else store
    Recogniser(FixedClock(TODAY)).recognise(path).take_in(store, Silence())
    return store


def write_csv(path: Path, rows: Sequence[Mapping[str, str]], encoding: str = "utf-8", delimiter: str = ",") -> Path:
    """Write rows as the Commission does: a head, CRLF between rows, LF inside cells."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]), delimiter=delimiter, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def occupation_row(uri: str, name: str, isco: str = "7512", **more: str) -> dict[str, str]:
    row = {
        "conceptType": "Occupation",
        "conceptUri": uri,
        "iscoGroup": isco,
        "preferredLabel": name,
        "altLabels": "",
        "hiddenLabels": "",
        "status": "released",
        "modifiedDate": "2024-05-10T00:00:00Z",
        "definition": "",
        "inScheme": f"{ESCO}/concept-scheme/occupations,\n{ESCO}/concept-scheme/member-occupations",
        "description": f"What a {name} does.",
        "code": f"{isco}.1",
    }
    return row | more


def skill_row(uri: str, name: str, kind: str = "skill/competence", **more: str) -> dict[str, str]:
    row = {
        "conceptType": "KnowledgeSkillCompetence",
        "conceptUri": uri,
        "skillType": kind,
        "reuseLevel": "",
        "preferredLabel": name,
        "altLabels": "",
        "hiddenLabels": "",
        "status": "released",
        "description": "",
    }
    return row | more


def relation_row(occupation: str, skill: str, need: str = "essential") -> dict[str, str]:
    return {"occupationUri": occupation, "relationType": need, "skillType": "knowledge", "skillUri": skill}


_NAMES: Final = {
    "de": ("Bäcker/Bäckerin", "Soldat/Soldatin", "Brot backen", "Lebensmittelrecht"),
    "en": ("baker", "soldier", "bake bread", "food law"),
    "uk": ("пекар", "солдат", "випікати хліб", "харчове право"),
}


def write_esco(folder: Path, language: str = "de", *, relations_named: bool = True, encoding: str = "utf-8") -> Path:
    """Write a download in one language: two occupations, two skills, three relations and a collection."""
    baker, soldier, bake, food = _NAMES[language]
    write_csv(
        folder / f"occupations_{language}.csv",
        [
            occupation_row(BAKER, baker, altLabels=f"{baker} im Handwerk\n{baker}\nBrotmacher"),
            occupation_row(SOLDIER, soldier, isco="0310"),
        ],
        encoding,
    )
    write_csv(
        folder / f"skills_{language}.csv",
        [skill_row(BAKE, bake, altLabels=f"{bake} 1 | {bake} 2"), skill_row(FOOD, food, "knowledge")],
        encoding,
    )
    name = f"occupationSkillRelations_{language}.csv" if relations_named else "occupationSkillRelations.csv"
    relations = [relation_row(BAKER, BAKE), relation_row(BAKER, FOOD), relation_row(SOLDIER, FOOD, "optional")]
    write_csv(folder / name, relations, encoding)
    write_csv(folder / f"languageSkillsCollection_{language}.csv", [skill_row(BAKE, bake, broaderConceptUri="x")])
    return folder


def zip_folder(folder: Path, target: Path, inside: str = "") -> Path:
    """Write a folder's files into a zip, below a folder `inside` it."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                archive.write(file, f"{inside}{file.relative_to(folder).as_posix()}")
    return target


def qcat(services: str, *, kind: str = "NEW_CATALOG", deleted: Sequence[str] = (), encoding: str = "UTF-8") -> str:
    """Return an open-Qcat catalogue around services; an update also names deleted ones."""
    if kind == "UPDATE_CATALOG":
        gone = "".join(f"<SERVICE mode='delete'><PRODUCT_ID>{one}</PRODUCT_ID></SERVICE>" for one in deleted)
        body = f'<UPDATE_CATALOG seq_number="2"><DELETE>{gone}</DELETE><NEW>{services}</NEW></UPDATE_CATALOG>'
    else:
        body = f"<{kind}>{services}</{kind.split(maxsplit=1)[0]}>"
    return f"""<?xml version="1.0" encoding="{encoding}"?>
<OPENQCAT version="1.1">
  <HEADER>
    <CATALOG>
      <LANGUAGE>deu</LANGUAGE>
      <CATALOG_ID>KAT</CATALOG_ID>
      <CATALOG_VERSION>001.002</CATALOG_VERSION>
      <GENERATION_DATE>2026-11-20T08:00:00</GENERATION_DATE>
      <CURRENCY>EUR</CURRENCY>
    </CATALOG>
    <SUPPLIER>
      <SUPPLIER_ID type="supplier_specific">S1</SUPPLIER_ID>
      <SUPPLIER_NAME>Bildungswerk Süd</SUPPLIER_NAME>
      <ADDRESS><PHONE>030 1</PHONE><EMAILS><EMAIL>kurse@example.org</EMAIL></EMAILS><URL>www.example.org</URL></ADDRESS>
    </SUPPLIER>
  </HEADER>
  {body}
</OPENQCAT>
"""


def service(number: str, **parts: str) -> str:
    """Return a SERVICE; `title`, `details`, `education`, `course`, `price` and `offer` fill its places."""
    offer = parts.get("offer", "")
    return f"""
    <SERVICE mode="new">
      <PRODUCT_ID>{number}</PRODUCT_ID>
      <COURSE_TYPE>5</COURSE_TYPE>
      <SUPPLIER_ID_REF type="supplier_specific">S1</SUPPLIER_ID_REF>
      <SERVICE_DETAILS>
        <TITLE>{parts.get("title", "" if offer else f"Kurs {number}")}</TITLE>
        {parts.get("details", "")}
        <SERVICE_MODULE>
          <EDUCATION type="{"false" if offer else "true"}">
            <COURSE_ID>{offer or number}</COURSE_ID>
            {parts.get("education", "")}
            <MODULE_COURSE>{parts.get("course", "")}</MODULE_COURSE>
          </EDUCATION>
        </SERVICE_MODULE>
      </SERVICE_DETAILS>
      {parts.get("price", "")}
    </SERVICE>"""
