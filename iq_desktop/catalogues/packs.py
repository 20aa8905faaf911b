"""Reads the packs that come with the program, and checks all of them with one validator."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.catalogues.cost_shapes import COSTS, find_unsourced_costs
from iq_desktop.catalogues.german_shapes import GERMAN, find_unsourced_terms
from iq_desktop.catalogues.pack_rules import (
    NAMES,
    Fault,
    day,
    day_or_none,
    each,
    flag,
    many,
    number,
    one_of,
    shape,
    words,
)
from iq_desktop.catalogues.procedure_shapes import HOLIDAYS, PROCEDURES, find_faults_of_tables
from iq_desktop.catalogues.way_shapes import WAYS, find_faults_of_ways
from iq_desktop.domain.body import BodyKind
from iq_desktop.domain.checklist import ChecklistKind
from iq_desktop.domain.language_skill import Level
from iq_desktop.domain.needed_papers import Form, Need, Translating, Weight
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from iq_desktop.catalogues.pack_rules import Rule

_URI: Final = r"urn:iq-desktop:[a-z]+:[a-z0-9-]+"
_LEVEL: Final = one_of(*(level.value for level in Level), None)
_BASIS: Final = words(r"§ .+")
_SKILL_LIST: Final = many(words(_URI))
_OTHER_NAMES: Final = shape({}, {"de": many(words()), "en": many(words())})

_HEAD: Final[Mapping[str, Rule]] = {
    "pack": words(r"[a-z_]+"),
    "version": words(r"\d{4}\.\d+"),
    "source": words(),
    "licence": words(),
    "checked_on": day,
    "valid_from": day_or_none,
    "valid_to": day_or_none,
    "verified": flag,
}
_SKILL: Final = shape({"uri": words(_URI), "names": NAMES, "kind": one_of("skill", "knowledge")})
_OCCUPATION: Final = shape(
    {
        "uri": words(_URI),
        "names": NAMES,
        "isco": words(r"\d{4}"),
        "kldb": words(r"\d{5}"),
        "essential": _SKILL_LIST,
        "optional": _SKILL_LIST,
    },
    {
        "other_names": _OTHER_NAMES,
        "esco_uri": words(r"http://data\.europa\.eu/esco/occupation/[0-9a-f-]{36}"),
        "verified": flag,
    },
)
_COURSE_TYPE: Final = shape(
    {
        "code": words(r"[a-z0-9-]+"),
        "names": NAMES,
        "for_whom": NAMES,
        "from_level": _LEVEL,
        "to_level": _LEVEL,
        "units": number(1, 2000),
        "units_are_a_limit": flag,
        "legal_basis": _BASIS,
        "access_basis": _BASIS,
        "cost_basis": _BASIS,
        "verified": flag,
    },
    {
        "units_at_least": number(1, 2000),
        "orientation_units": number(1, 200),
        "repeat_units": number(1, 600),
        "exam": NAMES,
        "exam_basis": _BASIS,
        "valid_from": day_or_none,
        "valid_to": day_or_none,
        "note": words(),
    },
)
_TOWN: Final = shape(
    {"code": words(r"\d{5}"), "name": words(), "latitude": number(47, 55.2), "longitude": number(5.7, 15.2)}
)
_REGULATED: Final = shape({"niq": words(r"[1-9]\d{0,3}")}, {"months": number(12, 60)})
_REGULATION_CLASS: Final = shape(
    {
        "code": words(r"[a-z0-9-]+"),
        "names": NAMES,
        "regulation": one_of("regulated", "licensed_craft", "not_regulated", "unknown"),
        "kind": one_of("care", "health", "federal", "land", "dual", "advanced", "academic", ""),
        "basis": words(r"(§ .+)?"),
        "source": words(),
        "verified": flag,
        "occupations": many(_REGULATED, "niq"),
    }
)
_REFERENCE: Final = shape(
    {"niq_id": words(r"\d{1,4}"), "name": words(), "other_names": _OTHER_NAMES, "tasks": words()},
    {"occupation": words(_URI)},
)
_BODY: Final = shape(
    {"kind": one_of(*(kind.value for kind in BodyKind)), "name": words(), "responsible_for": words()},
    {"note": words()},
)
_ASKED: Final = shape(
    {
        "need": one_of(*(need.value for need in Need)),
        "cite": words(r"(§ .+)?"),
        "form": one_of(*(form.value for form in Form)),
        "translating": one_of(*(one.value for one in Translating)),
        "weight": one_of(*(weight.value for weight in Weight)),
        "verified": flag,
    }
)
_CHECKLIST: Final = shape(
    {
        "kind": one_of(*(kind.value for kind in ChecklistKind)),
        "cite": words(r"(§ .+)?"),
        "verified": flag,
        "asked": many(_ASKED, "need"),
    },
    {"note": words()},
)
_CONTENTS: Final[Mapping[str, Mapping[str, Rule]]] = {
    "starter": {"skills": many(_SKILL, "uri"), "occupations": many(_OCCUPATION, "uri")},
    "course_types": {"course_types": many(_COURSE_TYPE, "code")},
    "towns": {"towns": many(_TOWN, "code")},
    "reference_occupations": {"reference_occupations": many(_REFERENCE, "niq_id")},
    "checklists": {"checklists": many(_CHECKLIST, "kind")},
    "bodies": {"bodies": many(_BODY, "name")},
    "regulation": {"classes": many(_REGULATION_CLASS, "code")},
    "procedures": PROCEDURES,
    "costs": COSTS,
    "german": GERMAN,
    "ways": WAYS,
    "holidays": HOLIDAYS,
    "niq": {
        "answers": each(r"[a-z_]+", each(r"[a-z_0-9]+", number(-1000, 1000))),
        "states": each(r"[A-Z]{2}", number(1, 1000)),
        "stateless": number(1, 1000),
    },
    "webapp": {"lists": each(r"[a-z_.]+", each(r".+", words(r".*")))},
}


class BrokenPack(IqError):  # noqa: N818  (a name that says what happened)
    """A pack cannot be used; each fault names its place inside the file."""

    def __init__(self, file: str, faults: Iterable[Fault]) -> None:
        """Keep all faults, and say the first one."""
        self.file = file
        self.faults = tuple(faults)
        first = self.faults[0]
        super().__init__(
            say("The pack {file} cannot be used. {place}: {what}", file=file, place=first.place, what=first.what),
            say("Please install the program again, or put back the original file."),
        )


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack that was checked; `content` is what its file holds."""

    name: str
    version: str
    checked_on: dt.date
    verified: bool
    content: Mapping[str, Any]

    @property
    def title(self) -> str:
        """Name and version, as cases store them."""
        return f"{self.name} {self.version}"


def load_pack(folder: Path, name: str) -> Pack:
    """Return a pack of a folder by its name; raises BrokenPack."""
    path = folder / f"{name}.json"
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BrokenPack(path.name, [Fault("-", say("the file is missing"))]) from None
    except json.JSONDecodeError as error:
        place = say("line {line}, column {column}", line=str(error.lineno), column=str(error.colno))
        raise BrokenPack(path.name, [Fault("-", say("no JSON: {place}", place=place))]) from error
    except (OSError, UnicodeDecodeError) as error:
        raise BrokenPack(path.name, [Fault("-", say("the file cannot be read"))]) from error
    if faults := list(find_faults(content, name)):
        raise BrokenPack(path.name, faults)
    checked_on = dt.date.fromisoformat(content["checked_on"])
    return Pack(name, content["version"], checked_on, content["verified"], content)


def check_packs(folder: Path) -> int:
    """Return the number of packs in a folder when all are sound; raises BrokenPack."""
    names = {*_CONTENTS, *(path.stem for path in folder.glob("*.json"))}
    return len([load_pack(folder, name) for name in sorted(names)])


def find_faults(content: Any, name: str) -> Iterator[Fault]:
    """Yield what is wrong with the content of a pack of a name."""
    if name not in _CONTENTS:
        yield Fault("pack", say("“{value}” is not one of: {allowed}", value=name, allowed=", ".join(_CONTENTS)))
        return
    faults = list(shape({**_HEAD, **_CONTENTS[name]})(content, ""))
    yield from faults
    if faults:
        return
    if content["pack"] != name:
        yield Fault("pack", say("must be the same as the name of the file"))
    yield from _ends_before_it_begins(content, "")
    if name == "starter":
        yield from _unknown_skills(content)
    yield from _listed_in_two_classes(content.get("classes", ()))
    yield from find_faults_of_tables(content)
    if name == "costs":
        yield from find_unsourced_costs(content)
    if name == "german":
        yield from find_unsourced_terms(content)
    if name == "ways":
        yield from find_faults_of_ways(content)
    for number_, one in enumerate(content.get("course_types", ())):
        yield from _ends_before_it_begins(one, f"course_types[{number_}].")


def _ends_before_it_begins(content: Mapping[str, Any], before: str) -> Iterator[Fault]:
    start, end = content.get("valid_from"), content.get("valid_to")
    if start and end and end < start:
        yield Fault(f"{before}valid_to", say("ends before it begins"))


def _unknown_skills(content: Mapping[str, Any]) -> Iterator[Fault]:
    known = {skill["uri"] for skill in content["skills"]}
    used: set[str] = set()
    for number_, occupation in enumerate(content["occupations"]):
        here: set[str] = set()
        for need in ("essential", "optional"):
            for at, uri in enumerate(occupation[need]):
                place = f"occupations[{number_}].{need}[{at}]"
                if uri not in known:
                    yield Fault(place, say("“{value}” is not among the skills", value=uri))
                elif uri in here:
                    yield Fault(place, say("“{value}” stands there twice", value=uri))
                here.add(uri)
        used |= here
    for uri in sorted(known - used):
        yield Fault("skills", say("“{value}” is needed by no occupation", value=uri))


def _listed_in_two_classes(classes: Iterable[Mapping[str, Any]]) -> Iterator[Fault]:
    seen: set[str] = set()
    for at, group in enumerate(classes):
        if group["verified"] and not group["basis"]:
            yield Fault(f"classes[{at}].basis", say("is missing"))
        for number_, one in enumerate(group["occupations"]):
            if one["niq"] in seen:
                place = f"classes[{at}].occupations[{number_}]"
                yield Fault(place, say("“{value}” stands there twice", value=one["niq"]))
            seen.add(one["niq"])
