"""Who speaks on the paper: the adviser's tongue, the client's beside it, and the words both share."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import Typed, Words
from iq_desktop.pdf.fonts import FontBook
from iq_desktop.pdf.looks import Align, Look, Scale
from iq_desktop.pdf.paragraph import Paragraph, make_paragraph
from iq_desktop.pdf.pieces import Cell, Grid, Row, Stack
from iq_desktop.pdf.problems import naming
from iq_desktop.wording.languages import Direction
from iq_desktop.wording.text import Text
from iq_desktop.wording.tongue import Tongue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.pdf.pieces import Piece

UNREVIEWED_MARK: Final = "*"


@dataclass(frozen=True, slots=True)
class Voices:
    """The one or two tongues of a document, with the fonts and the scale it is set in."""

    fonts: FontBook
    scale: Scale
    adviser: Tongue
    client: Tongue | None
    _made: dict[tuple[str, Look, str, Direction | None], Paragraph] = field(default_factory=dict)

    @property
    def client_side(self) -> Align:
        """Where the lines of the client's column stand."""
        right = self.client is not None and self.client.direction is Direction.RIGHT_TO_LEFT
        return Align.RIGHT if right else Align.LEFT

    @property
    def mark(self) -> str:
        """What stands behind the client's headings while nobody has reviewed the translation."""
        return UNREVIEWED_MARK if self.client and not self.client.is_reviewed else ""

    def in_adviser_tongue(self, words: Words, look: Look) -> Paragraph:
        """Return words as the adviser reads them; raises MissingGlyph with the field that they come from."""
        if isinstance(words, Typed):
            return self.as_typed(words.words, words.label, look)
        return self._paragraph(self.adviser.speak(words), look, self.adviser.code, self.adviser.direction)

    def in_client_tongue(self, words: Words, look: Look, mark: str = "") -> Paragraph | None:
        """Return words as the client reads them, or None on paper of one language and for words that both share."""
        if self.client is None:
            return None
        if isinstance(words, Typed):
            return self.as_typed(words.own_words, words.label, look) if words.own_words else None
        if not words.message or words.message == "{words}":
            return None
        spoken = self.client.speak(words) + mark
        return self._paragraph(spoken, look, self.client.code, self.client.direction)

    def in_own_words(self, words: Words, look: Look) -> Paragraph | None:
        """Return words as the client reads them; what somebody wrote in the client's language needs no catalogue."""
        if self.client is None and isinstance(words, Typed) and words.own_words:
            return self.as_typed(words.own_words, words.label, replace(look, align=Align.START))
        return self.in_client_tongue(words, replace(look, align=self.client_side))

    def as_typed(self, words: str, label: Text, look: Look) -> Paragraph:
        """Return words that a person typed, in the direction that they have themselves."""
        with naming(label):
            return self._paragraph(words, look, "", None)

    def plain(self, words: str, look: Look) -> Paragraph:
        """Return words that are the same in every language, such as numbers and levels."""
        return self._paragraph(words, look, "", Direction.LEFT_TO_RIGHT)

    def stacked(self, words: Words, look: Look, below: Look | None = None) -> Piece:
        """Return the adviser's words with the client's below them, in one column; once where both say the same."""
        own = self.in_adviser_tongue(words, look)
        other = self.in_client_tongue(words, below or look)
        if self.client is None and isinstance(words, Typed) and words.for_client and words.own_words:
            other = self.as_typed(words.own_words, words.label, below or look)
        return own if other is None or other.words == own.words else Stack((own, other), gap=1)

    def in_a_line(self, words: Words, look: Look) -> Paragraph:
        """Return the adviser's words with the client's behind them."""
        spoken = self.adviser.speak(words) if isinstance(words, Text) else words.words
        other = self.in_client_tongue(words, look)
        if other is None:
            return self.in_adviser_tongue(words, look)
        both = f"\u2068{spoken}\u2069 · \u2068{other.words}\u2069"
        return self._paragraph(both, look, self.adviser.code, self.adviser.direction)

    def beside(self, words: Words, look: Look, *, mark: str = "") -> Piece:
        """Return the adviser's words left and the client's right, or the whole width for words that both share."""
        other = self.in_client_tongue(words, replace(look, align=self.client_side), mark)
        return self._side_by_side(self.in_adviser_tongue(words, look), other)

    def strung(self, texts: Sequence[Text], look: Look) -> Piece:
        """Return short texts in one line, parted by dots and broken only there, in both tongues."""
        other = self._strung(self.client, texts, replace(look, align=self.client_side)) if self.client else None
        return self._side_by_side(self._strung(self.adviser, texts, look), other)

    def _strung(self, tongue: Tongue, texts: Sequence[Text], look: Look) -> Paragraph:
        spoken = (f"\u2068{tongue.speak(text)}\u2069".replace(" ", "\u00a0") for text in texts)
        return self._paragraph(" · ".join(spoken), look, tongue.code, tongue.direction)

    def _side_by_side(self, own: Paragraph, other: Paragraph | None) -> Piece:
        if other is None:
            return own
        return Grid((0.5, 0.5), (Row((Cell(own), Cell(other))),), gap=self.scale.gap, padding=0)

    def _paragraph(self, words: str, look: Look, language: str, direction: Direction | None) -> Paragraph:
        """Return the paragraph of some words: the same one again where a document is set several times."""
        key = (words, look, language, direction)
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = make_paragraph(words, look, self.fonts, language, direction)
        return made
