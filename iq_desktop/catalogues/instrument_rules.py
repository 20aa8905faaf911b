"""Whether an instrument makes sense: what its parts refer to is there, no circle, every rule fits its section.

All of it works on a content whose build is right already (instrument_shape.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.catalogues.pack_rules import Fault
from iq_desktop.domain.situation import Script
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.wording.text import Text


_WITH_SCALE: Final = frozenset({"sort", "choice", "can_do"})
_CAN_DO_STEPS: Final = 3
_FITTING: Final = {
    "piles": {"sort"},
    "ranking": {"rank"},
    "sum_by_area": {"choice", "sort"},
    "level_by_skill": {"can_do"},
    "step_by_item": {"choice"},
    "chosen": {"several", "words", "choice"},
    "life": {"several"},
}
"""To which kinds of sections each rule can be applied."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The content of `pack` with what its parts are looked up by."""

    content: Mapping[str, Any]
    scales: Mapping[str, frozenset[int]]
    areas: frozenset[str]
    places: Mapping[str, int]

    @property
    def sections(self) -> list[Any]:
        """The sections."""
        found: list[Any] = self.content["sections"]
        return found

    def items_of(self, code: str) -> tuple[str, ...]:
        """Return the codes of all items that a section can ask, outside ones left out."""
        section = self.sections[self.places[code]]
        source = section.get("source", {})
        if not source or source.get("children"):
            return tuple(item["code"] for item in section.get("items", ()))
        return self.items_of(source["section"]) if "section" in source else ()

    def values_of(self, code: str) -> frozenset[int]:
        """Return the values that an answer of a section can have; none where all can."""
        section = self.sections[self.places[code]]
        if section["ask"] == "several":
            return frozenset({0, 1})
        return self.scales.get(section.get("scale", ""), frozenset())


def draft_of(content: Mapping[str, Any]) -> Draft:
    """Return the draft of a pack's content."""
    scales = {one["code"]: frozenset(step["value"] for step in one["steps"]) for one in content.get("scales", ())}
    areas = frozenset(one["code"] for one in content.get("areas", ()))
    places = {section["code"]: at for at, section in enumerate(content["sections"])}
    return Draft(content, scales, areas, places)


def find_circles(content: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield sources that do not lie before their section: only then does every talk come to an end."""
    earlier: set[str] = set()
    for at, section in enumerate(content["sections"]):
        code = section.get("source", {}).get("section")
        if code is not None and code not in earlier:
            place = f"pack.sections[{at}].source.section"
            yield Fault(place, say("“{value}” is no section that stands before this one", value=code))
        earlier.add(section["code"])


def find_sense_faults(content: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what does not make sense in a pack without circles."""
    draft = draft_of(content)
    seen: set[str] = set()
    for at, scale in enumerate(content.get("scales", ())):
        yield from _scale_faults(scale, f"pack.scales[{at}]")
    for at, section in enumerate(draft.sections):
        place = f"pack.sections[{at}]"
        yield from _section_faults(draft, section, place)
        yield from _source_faults(draft, section, place)
        for number, item in enumerate(section.get("items", ())):
            here = f"{place}.items[{number}]"
            if item["code"] in seen:
                yield Fault(f"{here}.code", say("“{value}” stands there twice", value=item["code"]))
            seen.add(item["code"])
            yield from _item_faults(draft, section, item, here)
    for at, scoring in enumerate(content["scoring"]):
        yield from _scoring_faults(draft, scoring, f"pack.scoring[{at}]")
    yield from _head_faults(draft)


def _head_faults(draft: Draft) -> Iterator[Fault]:
    content = draft.content
    start, end = content.get("valid_from"), content.get("valid_to")
    if start and end and end < start:
        yield Fault("pack.valid_to", say("ends before it begins"))
    if content.get("is_anonymous") and content.get("subject"):
        yield Fault("pack.subject", say("what is anonymous is about nothing of a person"))
    if content.get("is_anonymous") and any(one.get("source", {}).get("outside") for one in draft.sections):
        yield Fault("pack.is_anonymous", say("what is anonymous takes nothing from a case"))


def _scale_faults(scale: Mapping[str, Any], place: str) -> Iterator[Fault]:
    values = [step["value"] for step in scale["steps"]]
    if len(values) == 1:
        yield Fault(f"{place}.steps", say("a scale has at least two steps"))
    if any(not isinstance(value, int) for value in values) or values != sorted(values):
        yield Fault(f"{place}.steps", say("the values of the steps must rise"))


def _section_faults(draft: Draft, section: Mapping[str, Any], place: str) -> Iterator[Fault]:
    ask, scale = section["ask"], section.get("scale")
    if scale is not None and scale not in draft.scales:
        yield Fault(f"{place}.scale", say("“{value}” is no scale of this pack", value=scale))
    elif ask in _WITH_SCALE and scale is None:
        yield Fault(f"{place}.scale", say("is missing"))
    elif ask not in _WITH_SCALE and scale is not None:
        yield Fault(f"{place}.scale", _needless(ask))
    elif ask == "can_do" and len(draft.scales[scale or ""]) != _CAN_DO_STEPS:
        yield Fault(f"{place}.scale", say("can-do statements are answered in three steps, from no to yes"))
    if section.get("adaptive") and ask != "can_do":
        yield Fault(f"{place}.adaptive", _needless(ask))
    if "most" in section and ask != "rank":
        yield Fault(f"{place}.most", _needless(ask))
    if section.get("shown_together") and ask != "several":
        yield Fault(f"{place}.shown_together", _needless(ask))


def _source_faults(draft: Draft, section: Mapping[str, Any], place: str) -> Iterator[Fault]:
    source, items = section.get("source"), section.get("items")
    if not source:
        if not items:
            yield Fault(f"{place}.items", say("is missing"))
        return
    is_outside = "outside" in source
    if is_outside == ("section" in source):
        yield Fault(f"{place}.source", say("either another section or what the case brings, one of the two"))
        return
    if items and not source.get("children"):
        yield Fault(f"{place}.items", say("the items come from the source already"))
    if source.get("children") and not items:
        yield Fault(f"{place}.items", say("is missing"))
    if is_outside:
        if source.get("children") or source.get("values"):
            yield Fault(f"{place}.source", say("what the case brings has neither values nor children"))
        return
    allowed = draft.values_of(source["section"])
    for at, value in enumerate(source.get("values", ())):
        if allowed and value not in allowed:
            yield Fault(f"{place}.source.values[{at}]", say("{value} is out of range", value=str(value)))


def _item_faults(draft: Draft, section: Mapping[str, Any], item: Mapping[str, Any], place: str) -> Iterator[Fault]:
    source = section.get("source", {})
    parents = draft.items_of(source["section"]) if source.get("children") and "section" in source else ()
    if item.get("area") and item["area"] not in draft.areas:
        yield Fault(f"{place}.area", say("“{value}” is no area of this pack", value=item["area"]))
    if source.get("children") and item.get("parent") not in parents:
        yield Fault(f"{place}.parent", say("must be an item of the section that is the source"))
    if item.get("parent") and not source.get("children"):
        yield Fault(f"{place}.parent", say("only items of a section with “children” hang on another one"))
    is_can_do = section["ask"] == "can_do"
    if is_can_do and not (item.get("skill") and item.get("level")):
        yield Fault(place, say("a can-do statement needs a skill and a level"))
    if not is_can_do and (item.get("skill") or item.get("level")):
        yield Fault(place, _needless(section["ask"]))


def _scoring_faults(draft: Draft, scoring: Mapping[str, Any], place: str) -> Iterator[Fault]:
    code = scoring["section"]
    if code not in draft.places:
        yield Fault(f"{place}.section", say("“{value}” is no section of this pack", value=code))
        return
    section = draft.sections[draft.places[code]]
    if section["ask"] not in _FITTING[scoring["rule"]]:
        yield Fault(f"{place}.rule", say("the rule does not fit questions of the kind “{ask}”", ask=section["ask"]))
    if scoring["rule"] == "life" and any(not item.get("life") for item in section.get("items", ())):
        yield Fault(f"{place}.section", say("each situation of a biography says under “life” what it is"))
    if scoring.get("fills") == "scripts":
        unknown = set(draft.items_of(code)) - {script.value for script in Script}
        if unknown or scoring["rule"] != "chosen":
            yield Fault(f"{place}.fills", say("only chosen items that are called like scripts fill in the scripts"))


def _needless(ask: str) -> Text:
    return say("has no meaning for questions of the kind “{ask}”", ask=ask)
