"""Reads XML of any size piece by piece, and refuses what could harm: type definitions, entities, endless tags.

Python's expat knows few encodings, so the text is decoded here and handed over as UTF-8.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from iq_desktop.catalogues.refusal import BrokenFile
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.catalogues.containers import FoundFile

_PIECE: Final = 65_536
_MOST_SILENT_PIECES: Final = 64
"""Pieces without a single tag or text: a tag or comment of 4 MB is none."""
_DEEPEST: Final = 100
_LONGEST_TEXT: Final = 1_000_000
"""Characters in one record; the longest text that open-Qcat allows has 64,000."""
_MOST_NODES: Final = 50_000
_DECLARED: Final = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._\-]+)["']""")
_ENCODINGS: Final = frozenset(
    {"utf-8", "ascii", "iso8859-1", "iso8859-15", "cp1252", "utf-16", "utf-16-le", "utf-16-be"}
)

Path = tuple[str, ...]
"""The tags from the outermost element to one inside."""


@dataclass(slots=True)
class XmlNode:
    """An element with all that is in it; `line` is where it begins."""

    tag: str
    attributes: dict[str, str]
    line: int
    text: str = ""
    children: list[XmlNode] = field(default_factory=list)
    is_cut: bool = False
    """Whether so much stood in it that the rest was left out."""

    def find(self, *path: str) -> XmlNode | None:
        """Return the first element on a path of tags, or None."""
        return next(self.find_all(*path), None)

    def find_all(self, *path: str) -> Iterator[XmlNode]:
        """Yield the elements on a path of tags."""
        if not path:
            yield self
            return
        for child in self.children:
            if child.tag == path[0]:
                yield from child.find_all(*path[1:])

    def words(self, *path: str) -> str:
        """Return the text of the first element on a path that has one, else nothing."""
        return next((words for node in self.find_all(*path) if (words := node.text.strip())), "")


@dataclass(frozen=True, slots=True)
class Found:
    """An element on one of the paths that were asked for."""

    path: Path
    node: XmlNode


def stream_nodes(file: FoundFile, records: frozenset[Path], openings: frozenset[Path]) -> Iterator[Found]:
    """Yield each element on the paths of `records` when it ends, and on those of `openings` when it begins.

    Raises IqError with file and line where the XML is broken or refused.
    """
    collector = _Collector(file.name, records, openings)
    silent = 0
    for piece in _pieces_in_utf8(file, collector):
        collector.feed(piece)
        silent = 0 if collector.heard else silent + 1
        if silent > _MOST_SILENT_PIECES:
            raise collector.refusal_here(_TOO_LONG)
        collector.heard = False
        yield from collector.take()
    collector.finish()
    yield from collector.take()


_TOO_LONG: Final = say("A tag or a comment is far too long.")
_TOO_DEEP: Final = say("The elements are nested far too deeply.")
_HAS_TYPE_DEFINITION: Final = say("The file brings its own type definition (DTD). Such files are refused for safety.")


class _Collector:
    """Builds the nodes of records out of what expat reports."""

    def __init__(self, name: str, records: frozenset[Path], openings: frozenset[Path]) -> None:
        self.heard = False
        self._name = name
        self._records = records
        self._openings = openings
        self._path: list[str] = []
        self._stack: list[XmlNode] = []
        self._size = 0
        self._nodes = 0
        self._done: list[Found] = []
        self._parser = expat.ParserCreate("UTF-8")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.StartDoctypeDeclHandler = self._refuse_type_definition
        self._parser.EntityDeclHandler = self._refuse_type_definition

    @property
    def line(self) -> int:
        """The line that is being read, counted from 1."""
        return self._parser.CurrentLineNumber

    def feed(self, piece: bytes) -> None:
        """Read on; raises BrokenFile."""
        self._parse(piece, is_last=False)

    def finish(self) -> None:
        """Read to the end; raises BrokenFile where the file was cut off."""
        self._parse(b"", is_last=True)

    def take(self) -> list[Found]:
        """Return what was found since the last time."""
        done, self._done = self._done, []
        return done

    def refusal_here(self, what: Text) -> BrokenFile:
        """Return the refusal for the line that is being read."""
        return BrokenFile(self._name, self.line, what)

    def _parse(self, piece: bytes, *, is_last: bool) -> None:
        try:
            self._parser.Parse(piece, is_last)
        except expat.ExpatError as error:
            what = say(
                "The XML is broken at column {column} ({reason}).",
                column=str(error.offset + 1),
                reason=expat.ErrorString(error.code) or "?",
            )
            raise BrokenFile(self._name, error.lineno, what) from error

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self.heard = True
        self._path.append(tag)
        if len(self._path) > _DEEPEST:
            raise self.refusal_here(_TOO_DEEP)
        path = tuple(self._path)
        if self._stack:
            self._nodes += 1
            node = XmlNode(tag, attributes, self.line)
            if self._nodes <= _MOST_NODES:
                self._stack[-1].children.append(node)
            else:
                self._stack[0].is_cut = True
            self._stack.append(node)
        elif path in self._records:
            self._size = self._nodes = 0
            self._stack.append(XmlNode(tag, attributes, self.line))
        elif path in self._openings:
            self._done.append(Found(path, XmlNode(tag, attributes, self.line)))

    def _end(self, _tag: str) -> None:
        self.heard = True
        path = tuple(self._path)
        self._path.pop()
        if self._stack:
            node = self._stack.pop()
            if not self._stack:
                self._done.append(Found(path, node))

    def _characters(self, text: str) -> None:
        self.heard = True
        if not self._stack:
            return
        self._size += len(text)
        if self._size <= _LONGEST_TEXT:
            self._stack[-1].text += text
        else:
            self._stack[0].is_cut = True

    def _refuse_type_definition(self, *_: object) -> None:
        raise self.refusal_here(_HAS_TYPE_DEFINITION)


def _pieces_in_utf8(file: FoundFile, collector: _Collector) -> Iterator[bytes]:
    """Yield the file in UTF-8, whatever encoding it declares; raises BrokenFile where bytes do not fit it."""
    with file.open() as stream:
        piece = stream.read(_PIECE)
        encoding = _encoding(file, piece)
        decoder = codecs.getincrementaldecoder(encoding)()
        while True:
            try:
                text = decoder.decode(piece, final=not piece)
            except UnicodeDecodeError as error:
                line = collector.line + error.object[: error.start].count(b"\n")
                what = say("These bytes are no text in {encoding}.", encoding=encoding.upper())
                raise BrokenFile(file.name, line, what) from error
            if text:
                yield text.encode()
            if not piece:
                return
            piece = stream.read(_PIECE)


def _encoding(file: FoundFile, head: bytes) -> str:
    """Return the encoding by the byte order mark or the declaration, else UTF-8."""
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    match = _DECLARED.match(head)
    declared = match[1].decode("ascii") if match else "utf-8"
    try:
        encoding = codecs.lookup(declared).name
    except LookupError:
        encoding = ""
    if encoding not in _ENCODINGS:
        raise BrokenFile(file.name, 1, say("The program does not read the encoding {encoding}.", encoding=declared))
    return encoding
