"""Takes the starter pack into a fresh vault: common occupations, their skills, kinds of German courses, towns."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.catalogues.course_kinds import CourseKinds
from iq_desktop.catalogues.packs import Pack, load_pack
from iq_desktop.catalogues.places import PLACES_ID
from iq_desktop.domain.course import Place
from iq_desktop.domain.course_type import CourseType
from iq_desktop.domain.imports import CatalogueKind, CatalogueState
from iq_desktop.domain.language_skill import Level
from iq_desktop.domain.occupation import Naming, Need, Occupation, SkillConcept, SkillKind, SkillRelation
from iq_desktop.domain.reference_occupation import ReferenceOccupation
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from iq_desktop.usecases.ports import ReferenceStore
    from iq_desktop.usecases.progress import Progress

_KINDS: Final = {kind.value: kind for kind in SkillKind}
_LEVELS: Final = {level.value: level for level in Level}


@dataclass(frozen=True, slots=True)
class StarterContents:
    """The occupations and skills of the starter pack, with URIs of its own."""

    pack: Pack

    def occupations(self) -> Iterator[Occupation]:
        """Yield the occupations."""
        for one in self.pack.content["occupations"]:
            others = one.get("other_names", {})
            yield Occupation(
                one["uri"],
                _naming(one["names"]),
                one["isco"],
                one["kldb"],
                other_names=tuple((code, name) for code, names in others.items() for name in names),
                same_as=one.get("esco_uri", ""),
            )

    def skills(self) -> Iterator[SkillConcept]:
        """Yield the skills."""
        for one in self.pack.content["skills"]:
            yield SkillConcept(one["uri"], _naming(one["names"]), _KINDS[one["kind"]])

    def relations(self) -> Iterator[SkillRelation]:
        """Yield which occupation needs which skill."""
        for one in self.pack.content["occupations"]:
            for need in Need:
                for skill in one[need.value]:
                    yield SkillRelation(one["uri"], skill, need)


@dataclass(frozen=True, slots=True)
class StarterCatalogue:
    """The starter pack in the folder of packs; places are taken in only where there are none yet."""

    folder: Path
    today: dt.date

    def take_in(self, store: ReferenceStore, progress: Progress) -> CatalogueState:
        """Take occupations, kinds of courses and towns in; raises IqError where a pack is broken."""
        starter, towns = load_pack(self.folder, "starter"), load_pack(self.folder, "towns")
        kinds = tuple(kind for kind in read_course_types(self.folder) if kind.is_offered_on(self.today))
        contents = StarterContents(starter)
        state = CatalogueState(
            kind=CatalogueKind.STARTER,
            id="starter",
            version=starter.version,
            taken_in_on=self.today,
            counts=(
                (say("Occupations"), len(starter.content["occupations"])),
                (say("Skills"), len(starter.content["skills"])),
                (say("Links between occupations and skills"), sum(1 for _ in contents.relations())),
                (say("Kinds of German courses"), len(kinds)),
            ),
            notice=say(
                "Written for IQ Desktop. Codes: ISCO-08 (International Labour Organization), KldB 2010 (Federal "
                "Employment Agency). Links: ESCO classification of the European Commission."
            ),
            published_on=starter.checked_on,
        )
        store.replace_occupations(contents, state, progress)
        _take_in_references(load_pack(self.folder, "reference_occupations"), store, state, progress)
        store.take_courses(CourseKinds(state.id, kinds), state, progress)
        if all(known.kind is not CatalogueKind.PLACES for known in store.catalogues()):
            _take_in_towns(towns, store, self.today, progress)
        return state


def read_course_types(folder: Path) -> tuple[CourseType, ...]:
    """Return the kinds of German courses; raises IqError where the pack is broken."""
    pack = load_pack(folder, "course_types")
    return tuple(_course_type(one, pack) for one in pack.content["course_types"])


def _take_in_towns(towns: Pack, store: ReferenceStore, today: dt.date, progress: Progress) -> None:
    places = [Place(one["code"], one["name"], one["latitude"], one["longitude"]) for one in towns.content["towns"]]
    state = CatalogueState(
        kind=CatalogueKind.PLACES,
        id=PLACES_ID,
        version=towns.title,
        taken_in_on=today,
        counts=((say("Places"), len(places)),),
        notice=say("Postal codes: GeoNames (geonames.org), licence CC BY 4.0."),
        published_on=towns.checked_on,
    )
    store.replace_places(places, state, progress)


def _take_in_references(pack: Pack, store: ReferenceStore, state: CatalogueState, progress: Progress) -> None:
    occupations = (
        ReferenceOccupation(
            one["niq_id"],
            one["name"],
            tuple((code, name) for code, names in one["other_names"].items() for name in names),
            one["tasks"],
            one.get("occupation", ""),
        )
        for one in pack.content["reference_occupations"]
    )
    store.replace_reference_occupations(occupations, state, progress)


def _course_type(one: Mapping[str, Any], pack: Pack) -> CourseType:
    return CourseType(
        code=one["code"],
        naming=_naming(one["names"]),
        for_whom=_naming(one["for_whom"]),
        from_level=_level(one["from_level"]),
        to_level=_level(one["to_level"]),
        units=one["units"],
        units_are_a_limit=one["units_are_a_limit"],
        legal_basis=one["legal_basis"],
        access_basis=one["access_basis"],
        cost_basis=one["cost_basis"],
        verified=pack.verified and one["verified"],
        pack=pack.title,
        checked_on=pack.checked_on,
        units_at_least=one.get("units_at_least"),
        orientation_units=one.get("orientation_units", 0),
        repeat_units=one.get("repeat_units", 0),
        exam=_naming(one.get("exam", {})),
        exam_basis=one.get("exam_basis", ""),
        valid_from=_day(one.get("valid_from")),
        valid_to=_day(one.get("valid_to")),
    )


def _naming(names: Mapping[str, str]) -> Naming:
    return Naming(tuple(names.items()))


def _level(code: str | None) -> Level | None:
    return _LEVELS.get(code or "")


def _day(words: str | None) -> dt.date | None:
    return dt.date.fromisoformat(words) if words else None
