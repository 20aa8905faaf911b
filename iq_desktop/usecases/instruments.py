"""Which instruments there are, taking packs in, and whom the centre trusts."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.changes import Area, Change
from iq_desktop.domain.instrument import Instrument
from iq_desktop.domain.role import Act
from iq_desktop.usecases.instrument_ports import (
    PackFault,
    PackFile,
    PackTrust,
    RefusedPack,
    TakenPack,
    TrustedPublisher,
)
from iq_desktop.usecases.permissions import require
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.usecases.desk import Desk

_GROUPS: Final = 6
_GROUP: Final = 4
_DIGEST_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class ListedInstrument:
    """An instrument with whence it comes; `fingerprint` is that of who signed it, empty where nobody did."""

    instrument: Instrument
    trust: PackTrust
    fingerprint: str = ""
    taken_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class OfferedPack:
    """A pack in a file, checked but not taken in; `replaces` is what the vault or the program has of the same code."""

    file: PackFile
    trust: PackTrust
    fingerprint: str
    replaces: str = ""

    @property
    def instrument(self) -> Instrument:
        """What it holds."""
        return self.file.instrument


class NoSuchInstrument(IqError):  # noqa: N818  (a name that says what happened)
    """The version of an instrument with which a run was made is not there."""

    def __init__(self, name: str) -> None:
        """Name it."""
        super().__init__(
            say("The instrument “{name}” is not there.", name=name),
            say("The answers stay in the case. Take the pack in again from its file to read them."),
        )


def list_instruments(desk: Desk) -> tuple[ListedInstrument, ...]:
    """Return the newest version of each instrument that is offered today, by code, for a new talk.

    A pack that can no longer be read is left out.
    """
    today = desk.clock.today()
    newest: dict[str, ListedInstrument] = {}
    for listed in list_versions(desk):
        if not listed.instrument.is_offered_on(today):
            continue
        known = newest.get(listed.instrument.code)
        if known is None or version_key(known.instrument.version) < version_key(listed.instrument.version):
            newest[listed.instrument.code] = listed
    return tuple(newest[code] for code in sorted(newest))


def list_versions(desk: Desk) -> tuple[ListedInstrument, ...]:
    """Return every version of every instrument, newest first; what comes with the program stands before its like."""
    found = [ListedInstrument(one, PackTrust.BUILT_IN) for one in desk.instruments.reader.built_in()]
    known = {(one.instrument.code, one.instrument.version) for one in found}
    trusted = {publisher.key for publisher in desk.instruments.shelf.publishers()}
    for pack in desk.instruments.shelf.packs():
        if (pack.code, pack.version) in known:
            continue
        try:
            content = partial(desk.instruments.shelf.content, pack.code, pack.version)
            instrument = desk.instruments.reader.read(pack.digest, content)
        except RefusedPack:
            continue
        trust = _trust_of(pack.key, trusted)
        found.append(ListedInstrument(instrument, trust, fingerprint_of(pack.key), pack.taken_on))
    found.sort(key=lambda one: version_key(one.instrument.version), reverse=True)
    return tuple(sorted(found, key=lambda one: one.instrument.code))


def get_instrument(desk: Desk, code: str, version: str = "") -> Instrument:
    """Return an instrument in a version, or in its newest; raises NoSuchInstrument."""
    listed = list_versions(desk) if version else list_instruments(desk)
    found = (one.instrument for one in listed if one.instrument.code == code)
    for instrument in found:
        if version in {"", instrument.version}:
            return instrument
    raise NoSuchInstrument(f"{code} {version}".strip())


def look_at_pack(desk: Desk, path: Path) -> OfferedPack:
    """Return what a file or folder holds and who signed it, without taking it in; raises RefusedPack.

    A wrong signature is refused here: the pack was changed after it was signed.
    """
    file = desk.instruments.reader.open_pack(path)
    if file.seal is not None and not desk.instruments.seals.is_right(file.seal, file.content):
        raise wrong_signature(path.name)
    trusted = {publisher.key for publisher in desk.instruments.shelf.publishers()}
    key = file.seal.key if file.seal else ""
    known = [one.instrument for one in list_versions(desk) if one.instrument.code == file.instrument.code]
    return OfferedPack(file, _trust_of(key, trusted), fingerprint_of(key), known[0].version if known else "")


def take_pack(desk: Desk, offered: OfferedPack) -> tuple[Change, ...]:
    """Take a pack into the vault; runs that were made with an older version keep that version."""
    require(desk, Act.TAKE_PACKS)
    instrument = offered.instrument
    if any(one.name == instrument.name for one in desk.instruments.reader.built_in()):
        raise IqError(
            say("{name} comes with the program already.", name=instrument.name),
            say("Only a pack with another version can be taken in."),
        )
    if desk.instruments.shelf.runs_with(instrument.code, instrument.version) and _has_other_content(desk, offered):
        raise _used(instrument.name)
    content = offered.file.content
    pack = TakenPack(
        instrument.code,
        instrument.version,
        instrument.publisher.name,
        offered.file.seal.key if offered.file.seal else "",
        _digest(content),
        desk.clock.today(),
    )
    desk.instruments.shelf.put(pack, content)
    return (Change(Area.SETTINGS),)


def remove_pack(desk: Desk, code: str, version: str) -> tuple[Change, ...]:
    """Give a pack up that nobody has worked with; raises IqError where a run was made with it."""
    require(desk, Act.TAKE_PACKS)
    if desk.instruments.shelf.runs_with(code, version):
        raise _used(f"{code} {version}")
    desk.instruments.shelf.remove(code, version)
    return (Change(Area.SETTINGS),)


def trusted_publishers(desk: Desk) -> tuple[TrustedPublisher, ...]:
    """Return whose packs the centre trusts."""
    return tuple(desk.instruments.shelf.publishers())


def trust_publisher(desk: Desk, offered: OfferedPack) -> tuple[Change, ...]:
    """Trust who signed a pack; their other packs are trusted from now on, too."""
    require(desk, Act.TAKE_PACKS)
    if offered.file.seal is None:
        raise IqError(say("Nobody has signed this pack."), say("Compare the file with the one of its publisher."))
    name = offered.instrument.publisher.name
    publisher = TrustedPublisher(offered.file.seal.key, name, desk.clock.today(), desk.adviser.name)
    desk.instruments.shelf.trust(publisher)
    return (Change(Area.SETTINGS),)


def distrust_publisher(desk: Desk, key: str) -> tuple[Change, ...]:
    """Trust a publisher no more; packs that were taken in stay and are marked."""
    require(desk, Act.TAKE_PACKS)
    desk.instruments.shelf.distrust(key)
    return (Change(Area.SETTINGS),)


def wrong_signature(file: str) -> RefusedPack:
    """Return the error for a pack whose seal does not fit its content."""
    advice = say(
        "The file was changed after it was signed. Nothing was taken in. Please get it again from its publisher."
    )
    return RefusedPack([PackFault(file, 1, "signature", say("the signature is wrong"))], advice)


def fingerprint_of(key: str) -> str:
    """Return the fingerprint of a public key to be read aloud, in groups: `4F3A-27C0-…`; empty without a key."""
    if not key:
        return ""
    digest = hashlib.blake2b(bytes.fromhex(key), digest_size=_GROUPS * _GROUP // 2).hexdigest().upper()
    return "-".join(digest[at : at + _GROUP] for at in range(0, len(digest), _GROUP))


def version_key(version: str) -> tuple[int, ...]:
    """Return what orders versions such as `2026.2` and `2026.10`."""
    return tuple(int(part) for part in version.split("."))


def _trust_of(key: str, trusted: set[str]) -> PackTrust:
    if not key:
        return PackTrust.UNSIGNED
    return PackTrust.TRUSTED if key in trusted else PackTrust.UNKNOWN


def _digest(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=_DIGEST_BYTES).hexdigest()


def _has_other_content(desk: Desk, offered: OfferedPack) -> bool:
    """Return whether the vault holds the same version with another content; a version that is gone may come back."""
    instrument = offered.instrument
    digests = {(one.code, one.version): one.digest for one in desk.instruments.shelf.packs()}
    known = digests.get((instrument.code, instrument.version))
    return known is not None and known != _digest(offered.file.content)


def _used(name: str) -> IqError:
    return IqError(
        say("There are answers that were given with {name}.", name=name),
        say("It stays, so that these answers can be read. A changed pack needs a new version."),
    )
