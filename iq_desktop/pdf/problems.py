"""What can go wrong on the way to paper, in words for the adviser."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Iterator
from contextlib import contextmanager


class MissingGlyph(IqError):  # noqa: N818  (what it is called in the office: a letter that is missing)
    """A character that none of the fonts can draw; printing stops, since leaving it out would falsify the paper."""

    def __init__(self, character: str, field: Text | None = None) -> None:
        """Keep the character; `field` names where it stands and is added by whoever knows it."""
        self.character = character
        self.field = field
        code = f"U+{ord(character):04X}"
        shown = character if unicodedata.category(character)[0] not in "CZ" else "□"
        if field is None:
            text = say("No font can draw the character “{character}” ({code}).", character=shown, code=code)
        else:
            text = say(
                "In “{field}” stands the character “{character}” ({code}), which no font can draw.",
                field=field,
                character=shown,
                code=code,
            )
        super().__init__(text, say("Please write it in another way, then print again."))

    def in_field(self, field: Text) -> MissingGlyph:
        """Return the same problem with the field that it stands in."""
        return MissingGlyph(self.character, field)


@contextmanager
def naming(field: Text) -> Iterator[None]:
    """Name the field in the problem of a missing glyph that arises within, unless a narrower one is named already."""
    try:
        yield
    except MissingGlyph as problem:
        if problem.field is None:
            raise problem.in_field(field) from problem
        raise
