"""Taking scans of papers into the vault, looking at them, and handing them out again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.scan import MOST_OCTETS, Scan
from iq_desktop.usecases.scan_ports import RefusedScan, ScanUse
from iq_desktop.usecases.scan_traces import without_traces
from iq_desktop.wording.cleaning import clean_line
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.progress import Progress

_LONGEST_NAME: Final = 120
_PASTED: Final = ".png"


@dataclass(frozen=True, slots=True)
class NewScan:
    """A file that shall be kept: its name, and its content as it was read or pasted."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class ShownScan:
    """A scan with its content, to be looked at; nothing of it is written to the disk."""

    scan: Scan
    content: bytes = field(repr=False)


def read_file(path: Path) -> NewScan:
    """Return a file that somebody chose or dropped; raises RefusedScan where it is empty, too large or unreadable."""
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise RefusedScan(say("“{name}” is no file.", name=path.name))
        check_size(path.name, size)
        with path.open("rb") as file:
            content = file.read(MOST_OCTETS + 1)
    except OSError as error:
        raise RefusedScan(
            say("“{name}” cannot be read.", name=path.name), say("Please check the disk or the stick, and try again.")
        ) from error
    check_size(path.name, len(content))
    return NewScan(path.name, content)


def check_size(name: str, octets: int) -> None:
    """Do nothing where a file is neither empty nor too large; raises RefusedScan."""
    if not octets:
        raise RefusedScan(say("“{name}” is empty.", name=name))
    if octets > MOST_OCTETS:
        raise RefusedScan(
            say("“{name}” is too large: more than {most} MB.", name=name, most=MOST_OCTETS // 1024**2),
            say("Please scan it with fewer dots per inch (300 are enough), or in several parts."),
        )


def take_in_scan(desk: Desk, case_id: str, paper_id: str, new: NewScan, progress: Progress) -> Scan:
    """Look at a file in a process of its own and keep it with a paper (an empty identity: with the case).

    Takes seconds for large files, so it belongs behind the window. Raises RefusedScan, Cancelled, NoSuchCase, Stopped.
    """
    check_size(new.name, len(new.content))
    ending = _ending_of(new.name)
    try:
        looked = desk.scan_reader.look(new.content, ending, progress)
    except RefusedScan as problem:
        raise RefusedScan(say("“{name}”: {problem}", name=new.name, problem=problem.text), problem.advice) from None
    scan = Scan(
        paper_id=paper_id,
        name=clean_line(new.name)[:_LONGEST_NAME],
        kind=looked.kind,
        octets=len(looked.content),
        digest=hashlib.sha256(looked.content).hexdigest(),
        pages=looked.pages,
        added_at=desk.clock.now(),
        adviser_id=desk.adviser.id,
        left_out=looked.left_out,
    )
    desk.scans.take_in(case_id, scan, looked, progress)
    return scan


@dataclass(frozen=True, slots=True)
class TakenScans:
    """What was taken in of some files, and what the first one was refused for, which ended it."""

    scans: tuple[Scan, ...]
    problem: IqError | None = None


def take_in_scans(
    desk: Desk, case_id: str, paper_id: str, found: Sequence[Path | NewScan], progress: Progress
) -> TakenScans:
    """Take in several files one after the other, up to the first that is refused; raises Cancelled."""
    taken: list[Scan] = []
    for one in found:
        try:
            new = one if isinstance(one, NewScan) else read_file(one)
            taken.append(take_in_scan(desk, case_id, paper_id, new, progress))
        except IqError as problem:
            return TakenScans(tuple(taken), problem)
    return TakenScans(tuple(taken))


def list_scans(desk: Desk, case_id: str) -> Mapping[str, Sequence[Scan]]:
    """Return the scans of a case by the paper that they show; those of no paper under an empty identity."""
    found: dict[str, list[Scan]] = {}
    for scan in desk.scans.scans_of(case_id):
        found.setdefault(scan.paper_id, []).append(scan)
    return found


def find_thumbnails(desk: Desk, case_id: str, scans: Sequence[Scan]) -> Mapping[str, bytes]:
    """Return the small pictures of some scans by their identity; one that is gone has none."""
    found: dict[str, bytes] = {}
    for scan in scans:
        try:
            found[scan.id] = desk.scans.thumbnail(case_id, scan.id)
        except IqError:
            continue
    return found


def show_scan(desk: Desk, case_id: str, scan: Scan, progress: Progress) -> ShownScan:
    """Return a scan with its content, from memory to memory; the journal notes that it was looked at."""
    return ShownScan(scan, desk.scans.content(case_id, scan.id, ScanUse.SEEN, progress))


def save_scan(desk: Desk, case_id: str, scan: Scan, path: Path, progress: Progress) -> None:
    """Write a scan as a file outside the vault; the journal notes it. Raises IqError where the disk refuses.

    A photograph leaves without what the camera wrote into it, also where it was taken in before that was left out.
    """
    content = without_traces(desk.scans.content(case_id, scan.id, ScanUse.SAVED, progress), scan.kind)
    try:
        path.write_bytes(content)
    except OSError as error:
        raise IqError(
            say("The file cannot be written there."), say("Please choose another folder, or free some space.")
        ) from error


def file_name_of(scan: Scan) -> str:
    """Return the name under which a scan is handed out, with the ending of its kind."""
    stem, dot, ending = scan.name.rpartition(".")
    if dot and f".{ending.lower()}" in scan.kind.endings:
        return scan.name
    return f"{(stem if dot else scan.name) or 'scan'}{scan.kind.endings[0]}"


def remove_scan(desk: Desk, case_id: str, scan: Scan) -> None:
    """Take a scan away; it can be brought back until the program is closed."""
    desk.scans.remove(case_id, scan.id)


def bring_back_scan(desk: Desk, case_id: str, scan: Scan) -> None:
    """Bring a scan back that was taken away."""
    desk.scans.bring_back(case_id, scan.id)


def _ending_of(name: str) -> str:
    _stem, dot, ending = name.rpartition(".")
    return f".{ending.lower()}" if dot else _PASTED
