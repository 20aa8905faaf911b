"""The ports of rules: packs of the program and of files, and the states of packs that the centre keeps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.course_type import CourseType
from iq_desktop.domain.german_law import GermanLaw
from iq_desktop.domain.rule import RulePack
from iq_desktop.domain.standing import Standing
from iq_desktop.domain.way_terms import WayTerms
from iq_desktop.usecases.instrument_ports import Seal
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from pathlib import Path


class Origin(Choice):
    """Whence the present state of a pack comes."""

    BUILT_IN = "built_in", say("Comes with the program")
    EDITED = "edited", say("Changed by this centre")
    FILE = "file", say("Taken in from a file")


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A pack with its exact bytes, checked, and its seal where it was signed."""

    content: bytes = field(repr=False)
    pack: RulePack = field(repr=False)
    seal: Seal | None = None


@dataclass(frozen=True, slots=True)
class KeptPack:
    """One state of a pack that the vault keeps: the `step`th one, from 1, and who made it.

    A step whose origin is the program has no content: the centre went back to the pack of the program.
    """

    code: str
    step: int
    version: str
    origin: Origin
    digest: str
    kept_on: dt.date
    kept_by: str


class RuleReader(Protocol):
    """What reads, checks and writes packs of rules."""

    def built_in(self) -> Sequence[RuleFile]:
        """Return the packs that come with the program, by code."""

    def open_pack(self, path: Path) -> RuleFile:
        """Return the pack of a file; raises RefusedPack with all faults."""

    def read(self, digest: str, content: Callable[[], bytes]) -> RulePack:
        """Return the pack of a content that the vault keeps, read once for each digest; raises RefusedPack."""

    def write(self, pack: RulePack) -> bytes:
        """Return a pack as the exact bytes of a file; raises RefusedPack where it is not sound."""

    def save_file(self, content: bytes, path: Path) -> None:
        """Write the bytes of a pack into a file; raises IqError where that cannot be."""


class RuleShelf(Protocol):
    """The states of packs in the vault; none is ever changed or removed. Changes stand in the journal."""

    def kept(self) -> Sequence[KeptPack]:
        """Return all states, by code and step."""

    def content(self, code: str, step: int) -> bytes:
        """Return the exact bytes of a state; raises KeyError."""

    def put(self, pack: KeptPack, content: bytes) -> None:
        """Keep one more state."""


@dataclass(frozen=True, slots=True)
class RulePorts:
    """All that rules need of the outside.

    `standings` tells by its NIQ number how an occupation stands in law, `course_types` which German courses there are,
    `german` what follows for them, `ways` what the steps of ways take.
    """

    reader: RuleReader
    shelf: RuleShelf
    standings: Callable[[], Mapping[str, Standing]]
    course_types: Callable[[], Sequence[CourseType]]
    german: Callable[[], GermanLaw]
    ways: Callable[[], WayTerms]
