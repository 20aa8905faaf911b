"""Reads packs of rules, those of the program and those of others; every fault is told with file, line and place."""

from __future__ import annotations

import datetime as dt
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.catalogues.pack_files import PackContent, read_file
from iq_desktop.catalogues.rule_sense import find_sense_faults
from iq_desktop.catalogues.rule_shape import find_shape_faults, limit_of
from iq_desktop.catalogues.rule_writing import write_rules
from iq_desktop.catalogues.strict_json import BrokenJsonError, read_json
from iq_desktop.domain.facts import FACTS
from iq_desktop.domain.rule import AllOf, AnyOf, Cite, Compared, Condition, How, Not, Outcome, Route, Rule, RulePack
from iq_desktop.usecases.instrument_ports import PackFault, RefusedPack
from iq_desktop.usecases.rule_ports import RuleFile
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

_LARGEST: Final = 2 * 1024 * 1024
_DEEPEST: Final = 20
"""Objects and lists inside each other: a condition of six takes two each."""


class RuleFiles:
    """The port `RuleReader`: the packs of the program in a folder, read once, and packs in files."""

    def __init__(self, folder: Path) -> None:
        """Keep where the packs of the program lie."""
        self._folder = folder
        self._known: tuple[RuleFile, ...] | None = None
        self._read: dict[str, RulePack] = {}
        self._reading = threading.Lock()

    def built_in(self) -> Sequence[RuleFile]:
        """Return the packs that come with the program, by code.

        One that was damaged is left out, so that the others can be used; the check of the program names it.
        """
        with self._reading:
            if self._known is None:
                found = []
                for path in rule_files(self._folder):
                    with suppress(RefusedPack, OSError):
                        found.append(_open(path))
                self._known = tuple(found)
            return self._known

    def open_pack(self, path: Path) -> RuleFile:
        """Return the pack of a file; raises RefusedPack with all faults."""
        try:
            return _open(path)
        except OSError:
            raise RefusedPack([PackFault(path.name, 0, "-", say("the file cannot be read"))]) from None

    def read(self, digest: str, content: Callable[[], bytes]) -> RulePack:
        """Return the pack of a content that the vault keeps, read once for each digest; raises RefusedPack."""
        with self._reading:
            if digest not in self._read:
                self._read[digest] = read_rules(content(), "-")
            return self._read[digest]

    def write(self, pack: RulePack) -> bytes:
        """Return a pack as the exact bytes of a file; raises RefusedPack where it is not sound."""
        content = write_rules(pack)
        read_rules(content, pack.code)
        return content

    def save_file(self, content: bytes, path: Path) -> None:
        """Write the bytes of a pack into a file; raises IqError where that cannot be."""
        try:
            path.write_bytes(content)
        except OSError:
            raise IqError(
                say("The file {name} cannot be written.", name=path.name),
                say("Please choose another folder; there may be no room, or no right to write."),
            ) from None


def rule_files(folder: Path) -> list[Path]:
    """Return the files of packs in a folder, by name."""
    return sorted(folder.glob("*.json"))


def read_rules(octets: bytes, name: str, first_line: int = 1) -> RulePack:
    """Return the pack of rules that a text holds; raises RefusedPack with all faults."""
    if len(octets) > _LARGEST:
        raise RefusedPack([PackFault(name, 0, "-", say("is larger than 2 MiB"))])
    try:
        content, lines = read_json(octets, first_line, _DEEPEST)
    except BrokenJsonError as error:
        raise RefusedPack([PackFault(name, error.line, "-", error.what)]) from None
    pack = PackContent(content, {place: (name, line) for place, line in lines.items()}, name)
    for find in (find_shape_faults, find_sense_faults):
        faults = tuple(pack.fault(fault.place, fault.what) for fault in find(content))
        if faults:
            raise RefusedPack(faults)
    return _pack(content)


def _open(path: Path) -> RuleFile:
    if path.suffix == ".iqpack":
        sealed = read_file(path)
        return RuleFile(sealed.octets, read_rules(sealed.octets, path.name, 2), sealed.seal)
    if path.stat().st_size > _LARGEST:
        raise RefusedPack([PackFault(path.name, 0, "-", say("is larger than 2 MiB"))])
    octets = path.read_bytes()
    return RuleFile(octets, read_rules(octets, path.name))


def _pack(content: Mapping[str, Any]) -> RulePack:
    return RulePack(
        code=content["code"],
        version=content["version"],
        names=dict(content["names"]),
        source=content["source"],
        checked_on=dt.date.fromisoformat(content["checked_on"]),
        verified=content["verified"],
        rules=tuple(_rule(one) for one in content["rules"]),
        licence=content.get("licence", ""),
        valid_from=_day(content.get("valid_from")),
        valid_to=_day(content.get("valid_to")),
    )


def _rule(one: Mapping[str, Any]) -> Rule:
    return Rule(
        code=one["code"],
        route=Route.of(one["route"]),
        outcome=Outcome.of(one["outcome"]),
        when=read_condition(one["when"]),
        reasons=dict(one["reasons"]),
        client_reasons=dict(one.get("client", {})),
        cites=tuple(Cite(**cite) for cite in one.get("cites", ())),
        source=one.get("source", ""),
        verified=one["verified"],
        displaces=tuple(one.get("displaces", ())),
        courses=tuple(one.get("courses", ())),
        valid_from=_day(one.get("valid_from")),
        valid_to=_day(one.get("valid_to")),
    )


def read_condition(value: Mapping[str, Any]) -> Condition:
    """Return a condition that was checked before."""
    if "not" in value:
        return Not(read_condition(value["not"]))
    if "all" in value:
        return AllOf(tuple(read_condition(part) for part in value["all"]))
    if "any" in value:
        return AnyOf(tuple(read_condition(part) for part in value["any"]))
    fact = FACTS[value["fact"]]
    how = How(next(key for key in value if key != "fact"))
    if how in {How.KNOWN, How.EMPTY}:
        return Compared(fact.code, how)
    given = value[how.value]
    limits = given if how is How.IN else [given]
    return Compared(fact.code, how, tuple(limit_of(fact, limit) for limit in limits))


def _day(words: str | None) -> dt.date | None:
    return dt.date.fromisoformat(words) if words else None
