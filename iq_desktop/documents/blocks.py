"""The kinds of blocks that documents are made of.

Every `Text` is spoken by the printer in the adviser's tongue and, on bilingual paper, in the client's beside it.
Words that a person typed come as `Typed` with the name of their field, so that a glyph which no font has can be named.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from iq_desktop.documents.address_field import AddressField
from iq_desktop.domain.centre import Logo
from iq_desktop.domain.drawing import Drawing
from iq_desktop.wording.text import NOTHING, Text

if TYPE_CHECKING:
    from iq_desktop.documents.certified import Certified
    from iq_desktop.documents.ends import Ends
    from iq_desktop.documents.entries import Entries
    from iq_desktop.documents.notice import Notice
    from iq_desktop.documents.number_boxes import NumberBoxes
    from iq_desktop.documents.signed import Signed
    from iq_desktop.documents.spans import Spans
    from iq_desktop.documents.stairs import Staircase
    from iq_desktop.documents.sums import Sums


@dataclass(frozen=True, slots=True)
class Typed:
    """Words from the case, the same in every language; `label` names the field they come from.

    `own_words` are in the client's language already: bilingual paper prints them on the client's side. Where they are
    `for_client`, and with points that were agreed, they stand on every paper: they need no catalogue.
    """

    words: str
    label: Text
    own_words: str = ""
    for_client: bool = False


Words: TypeAlias = "Text | Typed"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within the document; a minor one stands above one thing of a section."""

    words: Words
    is_minor: bool = False


@dataclass(frozen=True, slots=True)
class Sentences:
    """A paragraph of simple sentences."""

    words: Words
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Pairs of label and value; empty values are left out by the section that makes them."""

    rows: tuple[tuple[Words, Words], ...]


@dataclass(frozen=True, slots=True)
class RadarSpoke:
    """One direction of a radar: both values from 0 to `highest` of the radar, None where not rated."""

    words: Words
    own: float | None
    other: float | None


@dataclass(frozen=True, slots=True)
class Radar:
    """A radar of the own view against the adviser's; `highest` is the value at the rim."""

    spokes: tuple[RadarSpoke, ...]
    highest: int
    own_label: Text
    other_label: Text
    alternative: Text
    """What a person hears who cannot see the picture."""


@dataclass(frozen=True, slots=True)
class RatingRow:
    """One competence: both ratings from 1 to 4 (None where not rated) and the grade of evidence from 0 to 5."""

    words: Words
    own: int | None
    other: int | None
    evidence: int


@dataclass(frozen=True, slots=True)
class Ratings:
    """A table of competences with both views as bars and the evidence as dots; its head repeats on every page."""

    rows: tuple[RatingRow, ...]
    words_label: Text
    own_label: Text
    other_label: Text
    evidence_label: Text


@dataclass(frozen=True, slots=True)
class Legend:
    """What the steps of the bars and the dots of the evidence mean, small and side by side."""

    steps: tuple[Text, ...]
    """From step 1 upwards."""
    grades: tuple[Text, ...]
    """From grade 0 upwards."""


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """One language: the rank of each of the five skills, 0 for none, 1 (A1) to 6 (C2), None where not asked."""

    language: str
    """Code such as `ar`; spoken as a name."""
    assessed_by: Text
    ranks: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class LanguagePassport:
    """Languages in five skills and six levels, as a picture."""

    rows: tuple[LanguageRow, ...]
    skills: tuple[Text, ...]


class Pictogram(Enum):
    """A picture that says what a sentence says."""

    PERSON = "person"
    ADVISER = "adviser"
    BOTH = "both"
    CALENDAR = "calendar"
    PAPERS = "papers"
    COURSE = "course"
    TELEPHONE = "telephone"


@dataclass(frozen=True, slots=True)
class Point:
    """One thing agreed: large, with a picture (`shows` says what it shows), who does it, and by when."""

    words: Words
    who: Text
    due: Text = NOTHING
    picture: Pictogram | Drawing = Pictogram.PERSON
    shows: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Points:
    """The few things that were agreed, numbered."""

    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class NoteLines:
    """Lines to write on by hand, as many as there is room for above what follows; none where there is little room."""

    label: Text


@dataclass(frozen=True, slots=True)
class Listing:
    """A table of words: a head and rows of equal length; the head repeats on every page."""

    head: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]
    widths: tuple[float, ...]
    """Shares of the width, adding up to 1."""


@dataclass(frozen=True, slots=True)
class TickRow:
    """One line to tick: its number, by which the answer is typed later, its words, and a picture where it has one."""

    number: int
    words: Words
    picture: Drawing | None = None


@dataclass(frozen=True, slots=True)
class TickTable:
    """Lines with a box for each step; the head with the words of the steps repeats on every page."""

    steps: tuple[Words, ...]
    rows: tuple[TickRow, ...]


@dataclass(frozen=True, slots=True)
class WritingLines:
    """A question with lines to write on; `number_box` leaves a box for the number of the line that is meant."""

    question: Words
    lines: int
    number_box: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """A code to be typed again by hand, large and in groups (recovery sheet)."""

    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on, at the foot of their page."""

    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class KeepTogether:
    """Blocks that stay on one page where they fit on one."""

    blocks: tuple[Block, ...]


Block: TypeAlias = (
    "Heading | Sentences | Facts | Radar | Ratings | Legend | LanguagePassport | Spans | Points | NoteLines | Listing"
    " | Code | Signatures | KeepTogether | Sums | TickTable | NumberBoxes | WritingLines | Entries | Certified | Notice"
    " | Signed | Ends | Staircase"
)


class PaperSize(Enum):
    """The paper a document is made for."""

    A4 = "A4"
    A5 = "A5"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of the centre's letters: the name, small lines below it, the logo, and who funds it at the foot."""

    name: str
    lines: tuple[str, ...] = ()
    credit: str = ""
    logo: Logo | None = None


@dataclass(frozen=True, slots=True)
class FinalMark:
    """What makes a paper final: its number such as `B-2026-0012`, its day, its check code, and a QR code of both.

    Neither number nor code tells of a person; `code` is that of an entry of the journal.
    """

    number: str
    day: dt.date
    code: str


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document, ready for the printer.

    `lines_below_title` stand in the head (name, number, date), `footnote` says what the document is not.
    """

    title: Text
    lines_below_title: tuple[Words, ...]
    blocks: tuple[Block, ...]
    footnote: Text
    size: PaperSize = PaperSize.A4
    is_draft: bool = False
    is_framed: bool = False
    """Whether it is a certificate: with a frame, and its title in the middle."""
    author: str = ""
    """Who answers for the document, for the properties of the file."""
    journal_code: str = ""
    """The check code of the entry of the journal that tells of this paper; it stands at the foot of every page."""
    sheet_code: str = ""
    """The code by which the answers on this sheet find their way back; it stands at the foot of every page."""
    letterhead: Letterhead | None = None
    """The head of the centre's letters; whoever prints sets it, not whoever says what stands in the document."""
    address: AddressField | None = None
    """Where a letter goes, where the address is known."""
    final: FinalMark | None = None
    """What a final paper carries at the foot of its pages; whoever makes it final sets it."""
