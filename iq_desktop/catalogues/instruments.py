"""Reads packs of instruments, those of the program and those of others, through one validator."""

from __future__ import annotations

import base64
import datetime as dt
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from iq_desktop.catalogues.instrument_rules import find_circles, find_sense_faults
from iq_desktop.catalogues.instrument_shape import find_shape_faults
from iq_desktop.catalogues.instrument_texts import find_recording_faults, find_text_faults, read_pictures
from iq_desktop.catalogues.pack_files import pack_folder, read_file, read_folder, read_octets
from iq_desktop.domain.instrument import (
    Area,
    Ask,
    Instrument,
    InstrumentTexts,
    Item,
    Publisher,
    Rater,
    Rule,
    Scale,
    Scoring,
    Section,
    Source,
    Step,
)
from iq_desktop.domain.language_skill import Level
from iq_desktop.usecases.instrument_ports import PackFault, PackFile, RefusedPack
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from iq_desktop.catalogues.instrument_texts import ReadPictures
    from iq_desktop.catalogues.pack_files import PackContent
    from iq_desktop.catalogues.pack_rules import Fault
    from iq_desktop.domain.drawing import Drawing


class PackFiles:
    """The port `PackReader`: the packs of the program in a folder, each read once, and packs in files."""

    def __init__(self, folder: Path) -> None:
        """Keep where the packs of the program lie."""
        self._folder = folder
        self._known: tuple[Instrument, ...] | None = None
        self._read: dict[str, Instrument] = {}
        self._reading = threading.Lock()

    def built_in(self) -> Sequence[Instrument]:
        """Return the instruments that come with the program.

        One that was damaged is left out, so that the others can be used; the check of the program names it.
        """
        with self._reading:
            if self._known is None:
                found = []
                for folder in instrument_folders(self._folder):
                    with suppress(RefusedPack):
                        found.append(read_instrument(folder))
                self._known = tuple(found)
            return self._known

    def open_pack(self, path: Path) -> PackFile:
        """Return the pack of a folder or file; raises RefusedPack with all faults."""
        try:
            if path.is_dir():
                read_instrument(path)
                octets, seal = pack_folder(path), None
            else:
                sealed = read_file(path)
                octets, seal = sealed.octets, sealed.seal
        except OSError:
            raise RefusedPack([PackFault(path.name, 0, "-", say("the file cannot be read"))]) from None
        return PackFile(octets, checked_instrument(read_octets(octets, path.name), seal.key if seal else ""), seal)

    def read(self, digest: str, content: Callable[[], bytes]) -> Instrument:
        """Return the instrument of a content that was taken in, read once for each digest; raises RefusedPack."""
        with self._reading:
            if digest not in self._read:
                self._read[digest] = checked_instrument(read_octets(content(), "-"))
            return self._read[digest]


def instrument_folders(folder: Path) -> list[Path]:
    """Return the folders of instruments in a folder, by name."""
    return sorted(path.parent for path in folder.glob("*/pack.json"))


def read_instrument(folder: Path) -> Instrument:
    """Return the instrument of a folder; raises RefusedPack with all faults."""
    return checked_instrument(read_folder(folder))


def checked_instrument(pack: PackContent, key: str = "") -> Instrument:
    """Return the instrument of a pack that has no fault; `key` is that of who signed it. Raises RefusedPack."""
    faults = tuple(_faults_of_build(pack))
    if faults:
        raise RefusedPack(faults)
    pictures = read_pictures(pack.content)
    faults = tuple(_faults_of_contents(pack, pictures))
    if faults:
        raise RefusedPack(faults)
    return _instrument(pack.content, pictures.drawings, key)


def find_faults(pack: PackContent) -> tuple[PackFault, ...]:
    """Return all faults of a pack: of its build first, of its sense where it is built rightly, and so on."""
    return tuple(_faults_of_build(pack)) or tuple(_faults_of_contents(pack, read_pictures(pack.content)))


def _faults_of_build(pack: PackContent) -> Iterator[PackFault]:
    """Yield the faults of the first of these that has any: how it is built, circles, what makes no sense."""
    for find in (find_shape_faults, _circles, _senseless):
        found = [pack.fault(fault.place, fault.what) for fault in find(pack.content)]
        yield from found
        if found:
            return


def _faults_of_contents(pack: PackContent, pictures: ReadPictures) -> Iterator[PackFault]:
    yield from (pack.fault(fault.place, fault.what) for fault in find_text_faults(pack.content))
    yield from (pack.fault(fault.place, fault.what, line) for fault, line in pictures.faults)
    yield from (pack.fault(fault.place, fault.what) for fault in find_recording_faults(pack.content))


def _circles(content: Any) -> Iterator[Fault]:
    return find_circles(content["pack"])


def _senseless(content: Any) -> Iterator[Fault]:
    return find_sense_faults(content["pack"])


def _instrument(content: Mapping[str, Any], drawings: Mapping[str, Drawing], key: str) -> Instrument:
    pack = content["pack"]
    return Instrument(
        code=pack["code"],
        version=pack["version"],
        publisher=Publisher(pack["publisher"], key),
        source=pack["source"],
        licence=pack["licence"],
        checked_on=dt.date.fromisoformat(pack["checked_on"]),
        verified=pack["verified"],
        raters=tuple(Rater.of(code) for code in pack["raters"]),
        sections=tuple(_section(one) for one in pack["sections"]),
        scorings=tuple(Scoring(Rule.of(one["rule"]), one["section"], one.get("fills", "")) for one in pack["scoring"]),
        texts={code: _texts(one) for code, one in content["texts"].items()},
        scales=tuple(_scale(one) for one in pack.get("scales", ())),
        areas=tuple(Area(one["code"], one.get("dqr", ""), one.get("kmk", "")) for one in pack.get("areas", ())),
        pictures=drawings,
        audio=dict(_recordings(content.get("audio", {}))),
        is_anonymous=pack.get("is_anonymous", False),
        subject=pack.get("subject", ""),
        valid_from=_day(pack.get("valid_from")),
        valid_to=_day(pack.get("valid_to")),
    )


def _section(one: Mapping[str, Any]) -> Section:
    source = one.get("source")
    return Section(
        one["code"],
        Ask.of(one["ask"]),
        tuple(_item(item) for item in one.get("items", ())),
        one.get("scale", ""),
        _source(source) if source else None,
        one.get("adaptive", False),
        one.get("most", 0),
        one.get("shown_together", False),
    )


def _source(one: Mapping[str, Any]) -> Source:
    values = tuple(one.get("values", ()))
    return Source(one.get("section", ""), values, one.get("children", False), one.get("outside", ""))


def _item(one: Mapping[str, Any]) -> Item:
    return Item(
        one["code"],
        one.get("area", ""),
        one.get("picture", ""),
        one.get("parent", ""),
        one.get("skill", ""),
        Level.of(one["level"]) if one.get("level") else None,
        one.get("life", ""),
    )


def _scale(one: Mapping[str, Any]) -> Scale:
    return Scale(one["code"], tuple(Step(step["value"], step.get("picture", "")) for step in one["steps"]))


def _texts(one: Mapping[str, Any]) -> InstrumentTexts:
    day = _day(one.get("reviewed_on"))
    return InstrumentTexts(one["language"], dict(one["texts"]), one.get("reviewed_by", ""), day)


def _recordings(audio: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[tuple[str, str], bytes]]:
    for language, recordings in audio.items():
        for key, words in recordings.items():
            yield (language, key), base64.b64decode(words)


def _day(words: str | None) -> dt.date | None:
    return dt.date.fromisoformat(words) if words else None
