"""The ports of instruments: packs as files, those taken into the vault, seals, and the anonymous answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Protocol

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.instrument import Instrument
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from pathlib import Path

NO_PLACE: Final = "-"
"""The place of a fault that concerns a file as a whole."""


class PackTrust(Choice):
    """Whence a pack comes, as far as its seal tells."""

    BUILT_IN = "built_in", say("Comes with the program")
    TRUSTED = "trusted", say("Signed by a publisher whom this centre trusts")
    UNKNOWN = "unknown", say("Signed by a publisher whom nobody here knows yet")
    UNSIGNED = "unsigned", say("Not signed: nobody knows who made it or whether it was changed")


@dataclass(frozen=True, slots=True)
class PackFault:
    """One fault of a pack: in which file, at which line (0 where it has none), at which place inside, and what."""

    file: str
    line: int
    place: str
    what: Text

    @property
    def text(self) -> Text:
        """The fault as one line for a person."""
        what = say("{place}: {what}", place=self.place, what=self.what) if self.place != NO_PLACE else self.what
        if not self.line:
            return say("{file}: {what}", file=self.file, what=what)
        return say("{file}, line {line}: {what}", file=self.file, line=str(self.line), what=what)


class RefusedPack(IqError):  # noqa: N818  (a name that says what happened)
    """A pack is broken, too large, hostile or wrongly signed; nothing of it was taken in. All faults are told."""

    def __init__(self, faults: Sequence[PackFault], advice: Text | None = None) -> None:
        """Keep all faults, and say the first one."""
        self.faults = tuple(faults)
        more = len(self.faults) - 1
        first = self.faults[0].text
        text = first if not more else say("{first} (and {count} more faults)", first=first, count=str(more))
        super().__init__(
            text, advice or say("Nothing was taken in. Please ask whoever made the pack for a sound file.")
        )


@dataclass(frozen=True, slots=True)
class Seal:
    """Who signed a pack: the public key in hexadecimal digits, and the signature over the exact bytes."""

    key: str
    signature: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class PackFile:
    """A pack as it lies in a file, checked: its exact content, what it holds, and its seal (none where unsigned)."""

    content: bytes = field(repr=False)
    instrument: Instrument = field(repr=False)
    seal: Seal | None = None


@dataclass(frozen=True, slots=True)
class TakenPack:
    """A pack that was taken into the vault; `key` is that of who signed it, empty where it is unsigned.

    `digest` tells its content from every other one.
    """

    code: str
    version: str
    publisher: str
    key: str
    digest: str
    taken_on: dt.date


@dataclass(frozen=True, slots=True)
class TrustedPublisher:
    """Somebody whose packs the centre trusts, since when, and who of the centre decided so."""

    key: str
    name: str
    trusted_on: dt.date
    trusted_by: str


@dataclass(frozen=True, slots=True)
class FeedbackCount:
    """How often each step was answered to one question of an anonymous instrument."""

    question: str
    counts: Mapping[int, int]

    @property
    def answered(self) -> int:
        """On how many answers it rests."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Feedback:
    """What people answered anonymously; empty as long as fewer than five did.

    `waiting` answers are not shown yet: they are added when there are five of them, so that nobody can be told from the
    difference. `words` are in no order.
    """

    given: int
    waiting: int
    questions: tuple[FeedbackCount, ...] = ()
    words: tuple[str, ...] = ()


class PackReader(Protocol):
    """What reads packs: those that come with the program, and files."""

    def built_in(self) -> Sequence[Instrument]:
        """Return the instruments that come with the program."""

    def open_pack(self, path: Path) -> PackFile:
        """Return the pack of a folder or file; raises RefusedPack with all faults."""

    def read(self, digest: str, content: Callable[[], bytes]) -> Instrument:
        """Return the instrument of a content that was taken in, read once for each digest; raises RefusedPack."""


class PackShelf(Protocol):
    """The packs and publishers in the vault; changes stand in the journal."""

    def packs(self) -> Sequence[TakenPack]:
        """Return what was taken in, by code and version."""

    def content(self, code: str, version: str) -> bytes:
        """Return the exact content of a pack; raises KeyError."""

    def put(self, pack: TakenPack, content: bytes) -> None:
        """Keep a pack; the same code and version again replaces it."""

    def remove(self, code: str, version: str) -> None:
        """Give a pack up."""

    def runs_with(self, code: str, version: str) -> int:
        """Return how many runs were made with a version."""

    def publishers(self) -> Sequence[TrustedPublisher]:
        """Return whom the centre trusts, by name."""

    def trust(self, publisher: TrustedPublisher) -> None:
        """Trust a publisher from now on."""

    def distrust(self, key: str) -> None:
        """Trust a publisher no more."""


class PackSeals(Protocol):
    """What knows seals."""

    def is_right(self, seal: Seal, content: bytes) -> bool:
        """Return whether a seal was made over exactly this content."""


class FeedbackBox(Protocol):
    """Anonymous answers: without a case, a name or a day."""

    def put(
        self, instrument: str, version: str, answers: Mapping[str, int], words: Sequence[str], day: dt.date
    ) -> None:
        """Keep the answers of one person by question; of the day only the month is kept."""

    def feedback(self, instrument: str, version: str) -> Feedback:
        """Return what may be shown."""


class RunFinder(Protocol):
    """What finds the talk to which a sheet of paper belongs."""

    def find_run(self, is_meant: Callable[[str], bool]) -> tuple[str, str] | None:
        """Return case and run of the first run whose identity is meant, among the cases that may be seen, or None."""


@dataclass(frozen=True, slots=True)
class InstrumentPorts:
    """All that instruments need of the outside."""

    reader: PackReader
    shelf: PackShelf
    seals: PackSeals
    feedback: FeedbackBox
    runs: RunFinder
