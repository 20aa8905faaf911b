"""What a person can ask of the centre: a copy, a correction, a restriction, erasing; and what is done for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.changes import Area, Change
from iq_desktop.domain.duplicate import LinkKind
from iq_desktop.domain.keeping import Correction, RestrictReason
from iq_desktop.domain.role import Act
from iq_desktop.usecases.permissions import require
from iq_desktop.usecases.person_copy import copy_of_person, write_copy
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.erasure import EraseReason, Erasure, Mention
    from iq_desktop.domain.figures import FigureCount
    from iq_desktop.domain.person_copy import PersonCopy
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.progress import Progress
    from iq_desktop.wording.tongue import Tongue

COPY_GIVEN: Final = "copy_given"
"""The kind of the journal's entry."""
MENTIONS: Final = 50
"""Cases that are told in which somebody is named."""


def cases_of_person(desk: Desk, case_id: str) -> tuple[str, ...]:
    """Return a case and every other that was linked with it as being about the same person, directly or over others."""
    return (case_id, *linked_cases(desk, case_id))


def linked_cases(desk: Desk, case_id: str) -> Mapping[str, str]:
    """Return the numbers of all other cases of the same person by their identity, as `cases_of_person` finds them."""
    found: dict[str, str] = {}
    waiting = [case_id]
    while waiting:
        for link in desk.links.links_of(waiting.pop()):
            if link.kind is LinkKind.SAME and link.other.id not in {case_id, *found}:
                found[link.other.id] = link.other.number
                waiting.append(link.other.id)
    return found


def note_copy_given(desk: Desk, copy: PersonCopy, form: str) -> None:
    """Note in the journal of each case that a copy was handed over, on `paper` or as a `file`."""
    for case_id in copy.case_ids:
        desk.journal.note(COPY_GIVEN, case_id, {"form": form})


def save_copy(desk: Desk, copy: PersonCopy, path: Path, tongue: Tongue) -> None:
    """Write a copy as a file for taking along and note it; raises IqError where the disk refuses.

    A file that the journal cannot note is taken away again: nothing leaves the vault in secret.
    """
    try:
        path.write_bytes(write_copy(copy, tongue))
    except OSError as error:
        raise IqError(
            say("The file “{name}” cannot be written.", name=path.name),
            say("Please choose another folder, or close the file in the other program."),
        ) from error
    try:
        note_copy_given(desk, copy, "file")
    except IqError:
        path.unlink(missing_ok=True)
        raise


def find_mentions(desk: Desk, case_ids: Sequence[str]) -> Sequence[Mention]:
    """Return other cases in which the person seems to be named: erasing cannot reach them, so somebody looks first."""
    return desk.rights.mentions_of(case_ids, limit=MENTIONS)


def erase_cases(
    desk: Desk, case_ids: Sequence[str], reason: EraseReason, progress: Progress, *, keep_figures: bool = False
) -> tuple[Erasure, tuple[Change, ...]]:
    """Erase cases without rest and return the protocol, which names no one; raises NotAllowed, NoSuchCase.

    With `keep_figures` what is left of them are anonymous figures, where enough people share them.
    """
    require(desk, Act.ERASE)
    done = desk.rights.erase(case_ids, reason, progress, keep_figures=keep_figures)
    return done, tuple(Change(Area.CASE, case_id) for case_id in done.case_ids)


def count_closed_cases(desk: Desk, progress: Progress) -> tuple[Sequence[FigureCount], tuple[Change, ...]]:
    """Take closed cases into the anonymous figures and return all figures; each case is taken once, too few wait."""
    require(desk, Act.SET_PRIVACY)
    taken = desk.rights.count_into_figures(progress)
    return desk.rights.figures(), tuple(Change(Area.CASE, case_id) for case_id in taken)


def restrict(
    desk: Desk, case: CaseFile, reason: RestrictReason, words: str = "", look_again_on: dt.date | None = None
) -> CaseFile:
    """Return the case restricted from today on: it is only kept until somebody lifts it."""
    since = case.keeping.restricted_since or desk.clock.today()
    keeping = replace(
        case.keeping,
        restricted_since=since,
        restriction=reason,
        restriction_in_words=words,
        look_again_on=look_again_on,
    )
    return replace(case, keeping=keeping)


def lift_restriction(case: CaseFile) -> CaseFile:
    """Return the case as one that can be worked on again; the journal keeps that it was restricted."""
    free = replace(case.keeping, restricted_since=None, restriction=None, restriction_in_words="", look_again_on=None)
    return replace(case, keeping=free)


def begin_correction(desk: Desk, what: str = "", was: str = "") -> Correction:
    """Return a correction as the person asks for it today."""
    return Correction(what=what, was=was, asked_on=desk.clock.today(), adviser_id=desk.adviser.id)


def add_correction(case: CaseFile, correction: Correction) -> CaseFile:
    """Return the case with one more correction; what was wrong and what is right stay visible."""
    return replace(case, corrections=(*case.corrections, correction))


def change_correction(case: CaseFile, correction: Correction) -> CaseFile:
    """Return the case with another state of one correction."""
    changed = tuple(correction if one.id == correction.id else one for one in case.corrections)
    return replace(case, corrections=changed)


def finish_correction(desk: Desk, case: CaseFile, correction: Correction) -> CaseFile:
    """Return the case with a correction that was carried out today."""
    return change_correction(case, replace(correction, done_on=desk.clock.today(), refused_because=""))


def refuse_correction(case: CaseFile, correction: Correction, because: str) -> CaseFile:
    """Return the case with a correction that was not carried out, and why."""
    return change_correction(case, replace(correction, done_on=None, refused_because=because))


__all__ = [
    "add_correction",
    "begin_correction",
    "cases_of_person",
    "change_correction",
    "copy_of_person",
    "count_closed_cases",
    "erase_cases",
    "find_mentions",
    "finish_correction",
    "lift_restriction",
    "linked_cases",
    "note_copy_given",
    "refuse_correction",
    "restrict",
    "save_copy",
    "write_copy",
]
