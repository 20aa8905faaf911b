"""The two languages of a talk: fixed words and words of a pack, each as the client and the adviser read them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.client_window import catalogue_of
from iq_desktop.ui.client_view.shown import Line, Twice
from iq_desktop.wording.tongue import Tongue

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from iq_desktop.domain.instrument import Instrument
    from iq_desktop.wording.text import Text

_STANDARD: Final = "de"
SIMPLE_GERMAN: Final = "de_simple"


@dataclass(frozen=True, slots=True)
class Pair:
    """The adviser's tongue, the client's language, and its tongue where there is a catalogue."""

    ours: Tongue
    language: str
    theirs: Tongue | None = None

    @property
    def is_one(self) -> bool:
        """Whether both read the same language."""
        return catalogue_of(self.language) == self.ours.code

    def fixed(self, text: Text) -> Twice:
        """Return fixed words; the adviser's alone where the client's language has no catalogue."""
        ours = Line(self.ours.speak(text), self.ours.code)
        if self.theirs is None or self.is_one:
            return Twice(ours)
        return Twice(Line(self.theirs.speak(text), self.theirs.code), ours)

    def of_pack(self, instrument: Instrument, key: str) -> Twice:
        """Return words of a pack; raises KeyError for an unknown key."""
        theirs = self._line(instrument, self.language, key)
        if self.is_one:
            return Twice(theirs)
        ours = self._line(instrument, self.ours.code, key)
        return Twice(theirs, ours) if ours.language != theirs.language else Twice(theirs)

    def as_told(self, words: Callable[[str], str], key: str = "") -> Twice:
        """Return words that something else than a pack names by language."""
        theirs = Line(words(catalogue_of(self.language)), catalogue_of(self.language), key)
        ours = Line(words(self.ours.code), self.ours.code, key)
        if theirs.words == ours.words:
            return Twice(ours)
        return Twice(theirs, ours)

    def _line(self, instrument: Instrument, language: str, key: str) -> Line:
        """Return a line in a language, or in German where the pack lacks it."""
        texts = instrument.texts.get(language)
        is_there = texts is not None and key in texts.texts
        return Line(instrument.words(language, key), language if is_there else _STANDARD, key)


def pair_of(
    ours: Tongue, client_tongue: Callable[[str], Tongue | None], instrument_languages: Sequence[str], wanted: str
) -> Pair:
    """Return the languages of a talk; a language that the pack does not have becomes simple German."""
    language = wanted if wanted in instrument_languages else _fallback(instrument_languages)
    return Pair(ours, language, client_tongue(catalogue_of(language)))


def _fallback(languages: Sequence[str]) -> str:
    return SIMPLE_GERMAN if SIMPLE_GERMAN in languages else _STANDARD
