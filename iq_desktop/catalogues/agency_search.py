"""Which search of the Agency an answer was saved from, as far as the file tells: its page links to itself."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iq_desktop.catalogues.containers import FoundFile

_SELF: Final = re.compile(rb'"self"\s*:\s*\{\s*"href"\s*:\s*("(?:[^"\\\r\n]|\\.){1,4000}")')
_PIECE: Final = 1 << 18
_OVERLAP: Final = 8192
_PAGE: Final = "page"
_UNTOLD: Final = frozenset({_PAGE, "size", "sort"})
"""What is asked for besides, and makes no other search."""
_WORDS: Final = ("suchworte", "sw", "ssw", "sprachniveau")
_PLACES: Final = ("orte", "re")
_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class FoundSearch:
    """What a saved answer tells of its search: what was asked for, in order, and its page where it has only one."""

    asked: tuple[tuple[str, str], ...] = ()
    page: int | None = None

    @property
    def code(self) -> str:
        """All that tells this search from another one."""
        return json.dumps([self.asked, self.page], ensure_ascii=False)

    @property
    def words(self) -> str:
        """What people know of the search: words and towns, and which page of several it is."""
        told = [value for name, value in self.asked if name in _WORDS]
        told += [value.split("_", 1)[0] for name, value in self.asked if name in _PLACES]
        told += [] if not self.page else [str(self.page + 1)]
        return ", ".join(dict.fromkeys(filter(None, told)))[:_LONGEST]


def find_search(files: Iterable[FoundFile]) -> FoundSearch:
    """Return the search that answers were saved from; an empty one where they do not say, or come from several."""
    found: set[tuple[tuple[str, str], ...]] = set()
    pages: set[int] = set()
    for address in _addresses(files):
        asked = parse_qsl(urlsplit(address).query)
        found.add(tuple(sorted(pair for pair in asked if pair[0] not in _UNTOLD)))
        pages |= {int(value) for name, value in asked if name == _PAGE and value.isascii() and value.isdigit()}
    return FoundSearch(found.pop() if len(found) == 1 else (), pages.pop() if len(pages) == 1 else None)


def _addresses(files: Iterable[FoundFile]) -> Iterator[str]:
    for file in files:
        with file.open() as stream:
            window = b""
            while piece := stream.read(_PIECE):
                window += piece
                for match in _SELF.finditer(window):
                    yield _plain(match[1])
                window = window[-_OVERLAP:]


def _plain(quoted: bytes) -> str:
    try:
        return str(json.loads(quoted))
    except ValueError:
        return ""
