"""Whether an instrument has every text in every language, and every picture and recording that it names."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.catalogues.instrument_rules import draft_of
from iq_desktop.catalogues.pack_rules import Fault
from iq_desktop.catalogues.svg_drawing import BrokenDrawing, read_drawing
from iq_desktop.domain.drawing import Drawing
from iq_desktop.domain.instrument import COVER
from iq_desktop.wording.cleaning import clean_words
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.catalogues.instrument_rules import Draft

NEEDED_LANGUAGE: Final = "de"
"""Stands in for every text that a language lacks, so a pack has it."""
_FOR_ADVISERS: Final = ("de", "en")
_LONGEST_RECORDING: Final = 2 * 1024 * 1024
"""Bytes of one recording."""


def find_text_faults(content: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what is missing or wrong in the texts of a pack that makes sense."""
    draft = draft_of(content["pack"])
    if NEEDED_LANGUAGE not in content["texts"]:
        yield Fault(f"texts.{NEEDED_LANGUAGE}", say("is missing"))
    needed, optional = needed_keys(draft), _optional_keys(draft)
    for language, one in content["texts"].items():
        place = f"texts.{language}"
        if one["language"] != language:
            yield Fault(f"{place}.language", say("must be the same as the name of the file"))
        if bool(one.get("reviewed_by")) != bool(one.get("reviewed_on")):
            yield Fault(f"{place}.reviewed_on", say("who has reviewed it and when stand there together, or neither"))
        wanted = [*needed, "purpose"] if language in _FOR_ADVISERS else needed
        yield from (Fault(f"{place}.texts.{key}", say("is missing")) for key in wanted if key not in one["texts"])
        for key, text in one["texts"].items():
            if key not in needed and key not in optional:
                yield Fault(f"{place}.texts.{key}", say("is not known here"))
            elif clean_words(text) != text:
                yield Fault(f"{place}.texts.{key}", say("holds signs that nobody can see, or blanks at an end"))


@dataclass(frozen=True, slots=True)
class ReadPictures:
    """The drawings of a pack by name, and the faults of pictures, each with its line inside the picture (0: none)."""

    drawings: Mapping[str, Drawing]
    faults: tuple[tuple[Fault, int], ...]


def read_pictures(content: Mapping[str, Any]) -> ReadPictures:
    """Return the pictures of a pack as drawings, each read once, with all that is wrong with them."""
    named = dict(_named_pictures(content["pack"]))
    pictures = content.get("pictures", {})
    drawings: dict[str, Drawing] = {}
    faults = [
        (Fault(place, say("there is no picture “{name}”", name=name)), 0)
        for name, place in named.items()
        if name not in pictures
    ]
    for name, svg in pictures.items():
        if name not in named and name != COVER:
            faults.append((Fault(f"pictures.{name}", say("is used nowhere")), 0))
        try:
            drawings[name] = read_drawing(svg, f"{name}.svg")
        except BrokenDrawing as error:
            faults.append((Fault(f"pictures.{name}", error.what), error.line))
    return ReadPictures(drawings, tuple(faults))


def find_recording_faults(content: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what is wrong with the recordings: each belongs to a text, is WAV or OGG, and not too long."""
    for language, recordings in content.get("audio", {}).items():
        texts = content["texts"].get(language, {}).get("texts", {})
        for key, words in recordings.items():
            place = f"audio.{language}.{key}"
            if key not in texts:
                yield Fault(place, say("there is no text for this recording"))
            try:
                recording = base64.b64decode(words, validate=True)
            except binascii.Error:
                yield Fault(place, say("the recording cannot be read"))
                continue
            if len(recording) > _LONGEST_RECORDING:
                yield Fault(place, say("the recording is larger than 2 MiB"))
            elif not is_recording(recording):
                yield Fault(place, say("a recording is a WAV or OGG file"))


def is_recording(octets: bytes) -> bool:
    """Return whether bytes begin like a WAV or OGG file."""
    return octets.startswith(b"OggS") or (octets.startswith(b"RIFF") and octets[8:12] == b"WAVE")


def needed_keys(draft: Draft) -> dict[str, None]:
    """Return the keys that every language must have, in the order of the pack."""
    keys: dict[str, None] = {"title": None, "intro": None}
    for section in draft.sections:
        keys[f"section.{section['code']}"] = None
        for item in section.get("items", ()):
            keys[f"item.{item['code']}"] = None
            if section["ask"] != "can_do":
                keys[f"item.{item['code']}.name"] = None
        if section["ask"] == "words" and not section.get("items"):
            keys.update(dict.fromkeys(f"item.{code}.ask" for code in draft.items_of(section["code"])))
    for scale in draft.content.get("scales", ()):
        keys.update(dict.fromkeys(f"scale.{scale['code']}.{step['value']}" for step in scale["steps"]))
    keys.update(dict.fromkeys(f"area.{area['code']}" for area in draft.content.get("areas", ())))
    return keys


def _optional_keys(draft: Draft) -> set[str]:
    """Return the keys that a language may have besides."""
    items = [(one["ask"], item["code"]) for one in draft.sections for item in one.get("items", ())]
    names = {f"item.{code}.name" for ask, code in items if ask == "can_do"}
    asks = {f"item.{code}.ask" for ask, code in items if ask == "words"}
    return {"purpose", *(f"section.{one['code']}.hint" for one in draft.sections), *names, *asks}


def _named_pictures(pack: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the pictures that a pack names, each with the place where it does."""
    for at, section in enumerate(pack["sections"]):
        for number, item in enumerate(section.get("items", ())):
            if item.get("picture"):
                yield item["picture"], f"pack.sections[{at}].items[{number}].picture"
    for at, scale in enumerate(pack.get("scales", ())):
        for number, step in enumerate(scale["steps"]):
            if step.get("picture"):
                yield step["picture"], f"pack.scales[{at}].steps[{number}].picture"
