"""Packs of rules: what the centre goes by, how that is changed and handed on, and what is possible for a case.

The packs of the program never change. Each change of the centre is one more state in the vault; the last one counts.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.changes import Area, Change
from iq_desktop.domain.course_type import CourseType
from iq_desktop.domain.eligibility import RouteVerdict, what_is_possible
from iq_desktop.domain.role import Act
from iq_desktop.domain.rule import RulePack
from iq_desktop.domain.standing import Standing
from iq_desktop.usecases.instrument_ports import RefusedPack
from iq_desktop.usecases.instruments import fingerprint_of, version_key, wrong_signature
from iq_desktop.usecases.permissions import require
from iq_desktop.usecases.rule_ports import KeptPack, Origin, RuleFile
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.usecases.desk import Desk

_OLD_AFTER_MONTHS: Final = 6
_DIGEST_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class ListedRules:
    """A pack as it counts now, whence it is, and every state that the vault keeps, newest first.

    `built_in` is the pack of the program, None for one that came in a file only.
    """

    pack: RulePack
    origin: Origin
    states: tuple[KeptPack, ...] = ()
    built_in: RulePack | None = None

    @property
    def is_passed_by(self) -> bool:
        """Whether the program brought a newer version than the one that the centre changed."""
        if self.origin is Origin.BUILT_IN or self.built_in is None:
            return False
        return version_key(self.built_in.version) > version_key(self.pack.version)


@dataclass(frozen=True, slots=True)
class OfferedRules:
    """A pack in a file, checked but not taken in; `fingerprint` is that of who signed it, empty where nobody did."""

    file: RuleFile
    fingerprint: str = ""
    replaces: str = ""

    @property
    def pack(self) -> RulePack:
        """What it holds."""
        return self.file.pack


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All that verdicts rest on: the packs that count, how German occupations stand in law, and kinds of courses."""

    packs: tuple[RulePack, ...]
    standings: Mapping[str, Standing]
    course_types: Mapping[str, CourseType] = field(default_factory=dict)

    def what_is_possible(self, case: CaseFile, today: dt.date) -> tuple[RouteVerdict, ...]:
        """Return a verdict on every route for a case."""
        return what_is_possible(self.packs, case, today, self.standings)


def open_rule_book(desk: Desk) -> RuleBook:
    """Return the packs that count now; it is read once and asked for every case."""
    courses = {one.code: one for one in desk.rules.course_types()}
    return RuleBook(tuple(one.pack for one in list_rules(desk)), desk.rules.standings(), courses)


def list_rules(desk: Desk) -> tuple[ListedRules, ...]:
    """Return every pack as it counts now, by code; a kept state that cannot be read gives way to the one before."""
    built_in = {one.pack.code: one.pack for one in desk.rules.reader.built_in()}
    states: dict[str, list[KeptPack]] = {}
    for state in desk.rules.shelf.kept():
        states.setdefault(state.code, []).insert(0, state)
    found = (_listed(desk, states.get(code, []), built_in.get(code)) for code in sorted({*built_in, *states}))
    return tuple(one for one in found if one is not None)


def is_old(pack: RulePack, today: dt.date) -> bool:
    """Return whether a pack was checked more than six months ago."""
    month = pack.checked_on.month - 1 + _OLD_AFTER_MONTHS
    last = dt.date(pack.checked_on.year + month // 12, month % 12 + 1, min(pack.checked_on.day, 28))
    return today > last


def old_packs(packs: Iterable[RulePack], today: dt.date) -> tuple[RulePack, ...]:
    """Return the packs that should be checked again, the oldest first."""
    return tuple(sorted((one for one in packs if is_old(one, today)), key=lambda one: one.checked_on))


def change_rules(desk: Desk, pack: RulePack) -> tuple[Change, ...]:
    """Keep a changed pack as the state that counts; raises RefusedPack where it is not sound."""
    require(desk, Act.SET_RULES)
    _keep(desk, pack, Origin.EDITED, desk.rules.reader.write(pack))
    return (Change(Area.RULES),)


def look_at_rules(desk: Desk, path: Path) -> OfferedRules:
    """Return what lies in a file; raises RefusedPack with all faults."""
    file = desk.rules.reader.open_pack(path)
    if file.seal is not None and not desk.instruments.seals.is_right(file.seal, file.content):
        raise wrong_signature(path.name)
    known = next((one.pack.version for one in list_rules(desk) if one.pack.code == file.pack.code), "")
    return OfferedRules(file, fingerprint_of(file.seal.key) if file.seal else "", known)


def take_rules(desk: Desk, offered: OfferedRules) -> tuple[Change, ...]:
    """Let a pack of a file count from now on."""
    require(desk, Act.SET_RULES)
    _keep(desk, offered.pack, Origin.FILE, offered.file.content)
    return (Change(Area.RULES),)


def go_back_to_rules(desk: Desk, code: str, step: int = 0) -> tuple[Change, ...]:
    """Let an earlier state count again, the one of the program for step 0; what was kept since then stays in the list.

    Raises KeyError where there is no such state.
    """
    require(desk, Act.SET_RULES)
    if not step:
        version = next((one.pack.version for one in desk.rules.reader.built_in() if one.pack.code == code), "")
        _put(desk, KeptPack(code, 0, version, Origin.BUILT_IN, "", desk.clock.today(), desk.adviser.name), b"")
    else:
        earlier = next(one for one in desk.rules.shelf.kept() if (one.code, one.step) == (code, step))
        content = desk.rules.shelf.content(code, step)
        _keep(desk, desk.rules.reader.read(earlier.digest, lambda: content), earlier.origin, content)
    return (Change(Area.RULES),)


def export_rules(desk: Desk, listed: ListedRules, path: Path) -> None:
    """Write a pack as it counts now into a file for another centre; raises IqError where that cannot be."""
    desk.rules.reader.save_file(desk.rules.reader.write(listed.pack), path)


def _listed(desk: Desk, states: list[KeptPack], built_in: RulePack | None) -> ListedRules | None:
    for state in states:
        if state.origin is Origin.BUILT_IN:
            break
        try:
            content = partial(desk.rules.shelf.content, state.code, state.step)
            pack = desk.rules.reader.read(state.digest, content)
        except (RefusedPack, KeyError):
            continue
        return ListedRules(pack, state.origin, tuple(states), built_in)
    return None if built_in is None else ListedRules(built_in, Origin.BUILT_IN, tuple(states), built_in)


def _keep(desk: Desk, pack: RulePack, origin: Origin, content: bytes) -> None:
    digest = hashlib.blake2b(content, digest_size=_DIGEST_BYTES).hexdigest()
    now = next((one for one in list_rules(desk) if one.pack.code == pack.code), None)
    if now is not None and now.pack == pack:
        raise IqError(say("Nothing is different from the rules that count now."), say("Nothing was kept."))
    state = KeptPack(pack.code, 0, pack.version, origin, digest, desk.clock.today(), desk.adviser.name)
    _put(desk, state, content)


def _put(desk: Desk, state: KeptPack, content: bytes) -> None:
    last = max((one.step for one in desk.rules.shelf.kept() if one.code == state.code), default=0)
    desk.rules.shelf.put(replace(state, step=last + 1), content)
