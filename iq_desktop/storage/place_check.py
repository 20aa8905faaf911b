"""Whether a folder is a place where a vault is safe: on a disk of this computer, in nobody's cloud.

A vault on a network share cannot be locked reliably and loses saves when the network goes; a cloud folder copies open
files whenever it likes, keeps what was erased, and puts an old state back. No vault is made in either. One that lies
on a network already is not opened there; one in a cloud folder is opened, with a warning that stays, because nobody
shall be locked out by a guess about a folder's name.
"""

from __future__ import annotations

import ctypes
import os
import sys
from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final, Protocol

from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_MOUNTS: Final = Path("/proc/mounts")
_NETWORK: Final = frozenset(
    """
    nfs nfs4 cifs smb smbfs smb3 afs ncpfs davfs davfs2 9p ceph glusterfs lustre ocfs2 gfs2 fuse.sshfs fuse.davfs
    fuse.davfs2 fuse.rclone fuse.gvfsd-fuse fuse.curlftpfs fuse.smbnetfs fuse.s3fs fuse.glusterfs fuse.onedriver
    fuse.google-drive-ocamlfuse
    """.split()
)
"""File systems that lie on another computer, as Linux names them."""
_CLOUD_NAMES: Final = (
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("icloud", "iCloud"),
    ("iclouddrive", "iCloud"),
    ("mobile documents", "iCloud"),
    ("magentacloud", "MagentaCLOUD"),
    ("hidrive", "HiDrive"),
    ("seafile", "Seafile"),
    ("pcloud", "pCloud"),
    ("syncthing", "Syncthing"),
    ("megasync", "MEGA"),
)
"""How the folders of synchronising programs begin, in small letters, and what the programs are called."""
_CLOUD_MARKS: Final = (
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".sync_*.db", "Nextcloud"),
    ("._sync_*.db", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".nextcloudsync.log", "Nextcloud"),
    (".stfolder", "Syncthing"),
    (".tmp.drivedownload", "Google Drive"),
    (".849c9593-d756-4e56-8d6e-42412f2a707b", "OneDrive"),
    (".seafile-data", "Seafile"),
)
"""Files by which synchronising programs mark the top of their folder."""
_CLOUD_VARIABLES: Final = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_DRIVE_REMOTE: Final = 4
_ESCAPES: Final = {"\\040": " ", "\\011": "\t", "\\012": "\n", "\\134": "\\"}


class Ground(Enum):
    """What a folder lies on."""

    OWN_DISK = "own disk"
    NETWORK = "network"
    CLOUD = "cloud"


@dataclass(frozen=True, slots=True)
class Place:
    """What a folder lies on, and the name of the network file system or of the synchronising program."""

    ground: Ground
    name: str = ""


class UnsafePlaceError(IqError):
    """A vault would not be safe in this folder."""


class Surroundings(Protocol):
    """What the operating system knows about a path."""

    def network_name(self, path: Path) -> str:
        """Return the name of the network file system on which a path lies, empty where it lies on an own disk."""

    def cloud_roots(self) -> Mapping[Path, str]:
        """Return the folders that are known to be synchronised, with the name of the program."""


class LinuxSurroundings:
    """Linux: the table of mounts."""

    def __init__(self, mounts: Path = _MOUNTS) -> None:
        """Read this table of mounts."""
        self._mounts = mounts

    def network_name(self, path: Path) -> str:
        """Return the kind of the deepest mount above a path where it is a network's."""
        try:
            lines = self._mounts.read_text("utf-8", "replace").splitlines()
        except OSError:
            return ""
        deepest = max(_mounts_above(path, lines), key=lambda mount: len(mount[0].parts), default=(Path("/"), ""))
        return deepest[1] if deepest[1].lower() in _NETWORK else ""

    def cloud_roots(self) -> Mapping[Path, str]:
        """Return none: they are told by name and mark."""
        return {}


class WindowsSurroundings:
    """Windows: UNC paths, kinds of drives, and the folders of OneDrive that it tells every program."""

    def network_name(self, path: Path) -> str:
        """Return `network` for a UNC path or a drive that is mapped to a share."""
        anchor = PurePath(path).anchor
        if anchor.startswith(("\\\\", "//")) and not anchor.startswith(("\\\\?\\", "\\\\.\\")):
            return "network"
        return "network" if _drive_kind(anchor) == _DRIVE_REMOTE else ""

    def cloud_roots(self) -> Mapping[Path, str]:
        """Return the folders of OneDrive."""
        told = (os.environ.get(name) for name in _CLOUD_VARIABLES)
        return {Path(path): "OneDrive" for path in told if path}


def these_surroundings() -> Surroundings:
    """Return what this operating system knows."""
    return WindowsSurroundings() if sys.platform == "win32" else LinuxSurroundings()


def look_at_place(folder: Path, surroundings: Surroundings | None = None) -> Place:
    """Return what a folder lies on or would lie on; it need not be there yet."""
    known = surroundings or these_surroundings()
    path = _resolved(folder)
    network = known.network_name(path)
    if network:
        return Place(Ground.NETWORK, network)
    cloud = next(_clouds_above(path, known.cloud_roots()), "")
    return Place(Ground.CLOUD, cloud) if cloud else Place(Ground.OWN_DISK)


def check_new_ground(folder: Path, surroundings: Surroundings | None = None) -> None:
    """Raise UnsafePlaceError where a new vault would not be safe in this folder; nothing is touched."""
    problem = find_ground_problem(folder, surroundings)
    if problem is not None:
        raise problem


def check_ground(folder: Path, surroundings: Surroundings | None = None) -> None:
    """Raise UnsafePlaceError where a vault that is there must not be opened: on a network; nothing is touched."""
    if look_at_place(folder, surroundings).ground is Ground.NETWORK:
        check_new_ground(folder, surroundings)


def find_ground_problem(folder: Path, surroundings: Surroundings | None = None) -> UnsafePlaceError | None:
    """Return why a vault is not safe in a folder and what to do, or none where it is safe."""
    place = look_at_place(folder, surroundings)
    if place.ground is Ground.NETWORK:
        return UnsafePlaceError(
            say("This folder lies on another computer in the network ({name}).", name=place.name),
            say(
                "A vault is not safe there: saves get lost when the network goes. Please put its whole folder on the "
                "disk of this computer; backups may lie in the network. Nothing was changed."
            ),
        )
    if place.ground is Ground.CLOUD:
        return UnsafePlaceError(
            say("This folder is copied to a cloud by {name}.", name=place.name),
            say(
                "A vault is not safe there: old states come back, and what was erased stays in the cloud. Please close "
                "the program and move the whole folder of the vault to another place. Nothing was changed."
            ),
        )
    return None


def _resolved(folder: Path) -> Path:
    try:
        return folder.resolve()
    except OSError:
        return folder.absolute()


def _mounts_above(path: Path, lines: list[str]) -> Iterator[tuple[Path, str]]:
    for line in lines:
        fields = line.split(" ")
        if len(fields) > 2:  # noqa: PLR2004  (device, place, kind)
            place = Path(_unescaped(fields[1]))
            if path == place or place in path.parents:
                yield place, fields[2]


def _unescaped(words: str) -> str:
    for escape, letter in _ESCAPES.items():
        words = words.replace(escape, letter)
    return words


def _clouds_above(path: Path, roots: Mapping[Path, str]) -> Iterator[str]:
    """Yield the names of synchronising programs to which a folder above or at a path belongs."""
    for folder in (path, *path.parents):
        yield from (name for root, name in roots.items() if folder == root)
        begun = folder.name.lower()
        yield from (name for start, name in _CLOUD_NAMES if _is_called(begun, start))
        for mark, name in _CLOUD_MARKS:
            try:
                if any(folder.glob(mark)):
                    yield name
            except OSError:
                continue


def _is_called(name: str, start: str) -> bool:
    """Return whether a folder is called like a program: the very word, alone or followed by no letter."""
    rest = name.removeprefix(start)
    return (rest != name and not rest[:1].isalpha()) or name == start


def _drive_kind(anchor: str) -> int:
    """Return what Windows calls the kind of a drive, 0 where it cannot be asked."""
    library = getattr(ctypes, "windll", None)
    return int(library.kernel32.GetDriveTypeW(anchor)) if library is not None else 0
