"""Answers of talks in the journal: what was asked and what the values mean, where the pack is on this computer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.domain.instrument import Ask, Instrument, Section
from iq_desktop.domain.talk_questions import CHOSEN
from iq_desktop.usecases.field_words import title_of
from iq_desktop.usecases.instruments import NoSuchInstrument, get_instrument
from iq_desktop.wording.text import NOTHING, Text, as_it_is, joined, say

if TYPE_CHECKING:
    from iq_desktop.usecases.desk import Desk

_GERMAN: Final = "de"
_RUNS, _ANSWERS, _COMPETENCES = "runs", "answers", "competences"
_TOLD: Final = frozenset({"value", "words", "is_not_now"})


@dataclass(frozen=True, slots=True)
class AskedAnswer:
    """An answer of a talk as the journal tells it: its instrument and card, and the words of its values."""

    title: Text
    steps: Mapping[int, Text]

    def said(self, cells: Mapping[str, Any]) -> Text:
        """Return what stored cells of the answer say; nothing for what says nothing to a person."""
        if cells.get("is_not_now"):
            return say("Not now")
        value, words = cells.get("value"), cells.get("words")
        if isinstance(value, int):
            return self.steps.get(value, as_it_is(str(value)))
        return as_it_is(words) if words else NOTHING


def asked_answers(desk: Desk, rows: Mapping[str, tuple[str, Mapping[str, Any]]]) -> dict[str, AskedAnswer]:
    """Return how the answers among the rows of a case are told; those whose pack is gone are left out."""
    packs = {row: _find_pack(desk, cells) for row, (part, cells) in rows.items() if part == _RUNS}
    named = {row: title_of(part, cells) for row, (part, cells) in rows.items() if part == _COMPETENCES}
    found = {}
    for row, (part, cells) in rows.items():
        pack = packs.get(cells.get("run_id", "")) if part == _ANSWERS else None
        told = _told(pack, str(cells.get("question", "")), named) if pack is not None else None
        if told is not None:
            found[row] = told
    return found


def is_told(field: str) -> bool:
    """Return whether a field of an answer says something to a person."""
    return field in _TOLD


def _find_pack(desk: Desk, cells: Mapping[str, Any]) -> Instrument | None:
    try:
        return get_instrument(desk, str(cells["instrument"]), str(cells["version"]))
    except (NoSuchInstrument, KeyError):
        return None


def _told(pack: Instrument, question: str, named: Mapping[str, Text]) -> AskedAnswer | None:
    code, _, item = question.partition(".")
    section = next((one for one in pack.sections if one.code == code), None)
    if section is None:
        return None
    texts = pack.texts[_GERMAN].texts
    words = texts.get(f"item.{item}.name") or texts.get(f"item.{item}")
    name = as_it_is(words) if words else named.get(item, as_it_is(item))
    return AskedAnswer(joined((as_it_is(texts["title"]), name)), _steps(pack, section))


def _steps(pack: Instrument, section: Section) -> dict[int, Text]:
    if section.ask is Ask.SEVERAL:
        return {0: say("Not chosen"), CHOSEN: say("Chosen")}
    if section.ask is Ask.RANK:
        places = section.most or len(section.items)
        return {
            0: say("Without a place"),
            **{one: say("Place {place}", place=str(one)) for one in range(1, places + 1)},
        }
    scale = next((one for one in pack.scales if one.code == section.scale), None)
    texts = pack.texts[_GERMAN].texts
    return {step.value: as_it_is(texts[f"scale.{scale.code}.{step.value}"]) for step in scale.steps} if scale else {}
