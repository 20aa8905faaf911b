"""Finds the files of a catalogue in a folder or a zip, also one level deeper, and opens them."""

from __future__ import annotations

import zipfile
import zlib
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, Final

from iq_desktop.catalogues.refusal import BrokenFile, UnknownFile
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator

HEAD: Final = 65_536
"""Bytes that are looked at to recognise a file."""
_DEEPEST: Final = 3
"""Levels of folders and zips that are looked into: a folder of zips of folders."""
_LARGEST: Final = 2 * 1024**3
"""Bytes that one unpacked file may have; the largest real one (ESCO, 28 languages) has 60 MB."""
_MOST_FILES: Final = 5_000
_ENDINGS: Final = frozenset({".csv", ".txt", ".tsv", ".xml", ".json"})


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file on the disk or in a zip; `members` leads through the zips, outermost first."""

    path: Path
    members: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name by which a person knows the file."""
        return PurePosixPath(self.members[-1]).name if self.members else self.path.name

    @property
    def full_name(self) -> str:
        """The name with everything around it, from which versions and languages can be read."""
        return "/".join((self.path.as_posix(), *self.members))

    @contextmanager
    def open(self) -> Iterator[IO[bytes]]:
        """Open the file for reading; raises IqError where a zip is damaged or the file cannot be read."""
        try:
            with ExitStack() as stack:
                yield self._enter(stack)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise BrokenFile(self.name, 1, say("The zip file is damaged.")) from error
        except RuntimeError as error:  # zipfile says so where a password is needed
            raise BrokenFile(self.name, 1, say("The zip file is locked with a password.")) from error
        except OSError as error:
            raise unreadable(self.path) from error

    def _enter(self, stack: ExitStack) -> IO[bytes]:
        stream: IO[bytes] = stack.enter_context(self.path.open("rb"))
        for member in self.members:
            archive = stack.enter_context(zipfile.ZipFile(stream))
            if archive.getinfo(member).file_size > _LARGEST:
                raise BrokenFile(self.name, 1, say("The file is far too large for a catalogue."))
            stream = stack.enter_context(archive.open(member))
        return stream

    def head(self) -> bytes:
        """Return the first bytes."""
        with self.open() as stream:
            return stream.read(HEAD)


def find_files(path: Path) -> list[FoundFile]:
    """Return the CSV, text, XML and JSON files in a file, folder or zip, sorted by name.

    Raises IqError where there is nothing or a zip is damaged.
    """
    try:
        if path.is_dir():
            return _files_of_folder(path, _DEEPEST)
        if not path.is_file():
            raise UnknownFile(str(path), say("There is no such file or folder. Please choose another one."))
        found = FoundFile(path)
        return _files_of_zip(found, _DEEPEST) if is_zip(found) else [found]
    except OSError as error:
        raise unreadable(path) from error


def is_zip(file: FoundFile) -> bool:
    """Return whether a file is a zip by what it holds."""
    with file.open() as stream:
        return stream.read(4) in (b"PK\x03\x04", b"PK\x05\x06")


def unreadable(path: Path) -> IqError:
    """Return the error for a file that the system does not let us read."""
    return IqError(
        say("The file {name} cannot be read.", name=path.name),
        say("Please check that it is still there and not locked by another program."),
    )


def is_hidden(name: str) -> bool:
    """Return whether a name belongs to the system and not to a person."""
    return name.startswith((".", "__MACOSX", "~$"))


def _files_of_folder(folder: Path, levels: int) -> list[FoundFile]:
    found: list[FoundFile] = []
    for path in sorted(folder.iterdir()):
        if is_hidden(path.name):
            continue
        if path.is_dir():
            found += _files_of_folder(path, levels - 1) if levels else []
        elif path.suffix.lower() == ".zip" and levels:
            found += _files_of_zip(FoundFile(path), levels - 1)
        elif path.suffix.lower() in _ENDINGS:
            found.append(FoundFile(path))
    return found


def _files_of_zip(zipped: FoundFile, levels: int) -> list[FoundFile]:
    found: list[FoundFile] = []
    with zipped.open() as stream, zipfile.ZipFile(stream) as archive:
        names = archive.namelist()
    if len(names) > _MOST_FILES:
        raise BrokenFile(zipped.name, 1, say("The zip file holds far too many files."))
    for name in sorted(names):
        inner = FoundFile(zipped.path, (*zipped.members, name))
        ending = PurePosixPath(name).suffix.lower()
        if any(is_hidden(part) for part in PurePosixPath(name).parts):
            continue
        if ending == ".zip" and levels:
            found += _files_of_zip(inner, levels - 1)
        elif ending in _ENDINGS:
            found.append(inner)
    return found
