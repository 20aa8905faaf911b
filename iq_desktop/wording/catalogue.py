"""The catalogue of one language: compiled where a compiled one is fresh, else read from its source file."""

from __future__ import annotations

import gettext
import io
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from pathlib import Path

SOURCE_LANGUAGE: Final = "en"
REVIEW_HEADER: Final = "x-reviewed-by"
"""Header of a catalogue that names who reviewed it and when; empty means unreviewed."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The messages of one language."""

    messages: gettext.NullTranslations
    reviewed_by: str

    @property
    def is_reviewed(self) -> bool:
        """Whether a named person has reviewed the messages."""
        return bool(self.reviewed_by)

    def translate(self, text: Text) -> str:
        """Return the message in this language, its values not yet filled in; the English where it has none."""
        return self._find(text) or (text.message if text.plural is None or text.count == 1 else text.plural)

    def knows(self, text: Text) -> bool:
        """Return whether this language has the message (the source language has every one)."""
        return bool(self._find(text))

    def _find(self, text: Text) -> str:
        if text.plural is None or text.count is None:
            return self.messages.gettext(text.message)
        return self.messages.ngettext(text.message, text.plural, text.count)


class _Unknown(gettext.NullTranslations):
    """Answers for messages that a catalogue does not have: a translation may well be equal to the English."""

    def gettext(self, message: str) -> str:  # noqa: ARG002  (the answer is the same for all)
        return ""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002  (see above)
        return ""


def load_catalogue(code: str, folder: Path) -> Catalogue:
    """Return the catalogue of a language from `folder`/`code`.mo, or `code`.po where that is missing or newer.

    Raises IqError where neither is there or the file is broken.
    """
    if code == SOURCE_LANGUAGE:
        return Catalogue(gettext.NullTranslations(), "source")
    source, compiled = folder / f"{code}.po", folder / f"{code}.mo"
    try:
        if compiled.exists() and (not source.exists() or compiled.stat().st_mtime >= source.stat().st_mtime):
            messages = gettext.GNUTranslations(io.BytesIO(compiled.read_bytes()))
        else:
            messages = gettext.GNUTranslations(io.BytesIO(compile_catalogue(source)))
    except (OSError, ValueError, struct.error) as error:
        raise IqError(
            say("The texts for the language “{code}” cannot be read.", code=code),
            say("Please install the program again, or choose another language."),
        ) from error
    messages.add_fallback(_Unknown())
    return Catalogue(messages, messages.info().get(REVIEW_HEADER, ""))


def compile_catalogue(source: Path) -> bytes:
    """Return a catalogue file (.po) as compiled bytes (.mo)."""
    from iq_desktop.wording.source_file import compile_source  # noqa: PLC0415  (Babel, where nothing compiled is there)

    return compile_source(source)
