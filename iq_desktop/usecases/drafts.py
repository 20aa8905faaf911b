"""What was typed and belongs to no case yet: a date that cannot be read, words of a search, a panel half filled in."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any, Final

_FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class HalfTyped:
    """The words in one field: the screen or page, the field's place in it, and what stood there before typing."""

    room: str
    field: str
    words: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class Pressed:
    """An answer that was chosen in a panel whose answers nobody has taken over yet."""

    room: str
    field: str


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where one was typing: the screen or page, the field, and how many letters stood before the cursor."""

    room: str = ""
    field: str = ""
    letters: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything half typed, and where the adviser was.

    `place` is the area of the window, `case_id` and `page` the open case.
    """

    place: str = ""
    case_id: str = ""
    page: str = ""
    typed: tuple[HalfTyped, ...] = ()
    pressed: tuple[Pressed, ...] = ()
    cursor: Cursor = field(default_factory=Cursor)

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be lost without it."""
        return not (self.typed or self.pressed)


def write_draft(draft: Draft) -> bytes:
    """Return a draft as bytes."""
    return json.dumps({"format": _FORMAT, **asdict(draft)}, ensure_ascii=False).encode(errors="surrogatepass")


def read_draft(written: bytes) -> Draft | None:
    """Return the draft of some bytes, or None where another version of the program wrote them otherwise."""
    try:
        found = json.loads(written.decode(errors="surrogatepass"))
        return _draft_of(found) if found.pop("format") == _FORMAT else None
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _draft_of(found: dict[str, Any]) -> Draft:
    return Draft(
        place=str(found["place"]),
        case_id=str(found["case_id"]),
        page=str(found["page"]),
        typed=tuple(HalfTyped(**one) for one in found["typed"]),
        pressed=tuple(Pressed(**one) for one in found["pressed"]),
        cursor=Cursor(**found["cursor"]),
    )
