"""An instrument on paper: every line with boxes to tick, in one or two languages, and a code by which it comes back.

The numbers of the lines are those of the mask into which the answers are typed: `sheet_lines` counts both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import (
    Block,
    Document,
    Heading,
    KeepTogether,
    Sentences,
    TickRow,
    TickTable,
    Typed,
    WritingLines,
)
from iq_desktop.documents.number_boxes import NumberBoxes
from iq_desktop.domain.instrument import Ask, Instrument, Item, Section
from iq_desktop.domain.language_skill import Skill
from iq_desktop.domain.sheet_lines import sheet_lines
from iq_desktop.domain.talk_questions import OutsideItem
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iq_desktop.documents.occasion import Occasion
    from iq_desktop.domain.drawing import Drawing

SHEET_TITLE: Final = say("Answer sheet")
_LINES: Final = 3
"""Lines to write on for each answer in own words."""


@dataclass(frozen=True, slots=True)
class SheetWish:
    """Which instrument in which languages: `language` of the adviser's side, `other` of the client's, empty for none.

    `outside` are the items that the case brings, `code` finds the run again, `number` is that of the case.
    """

    instrument: Instrument
    language: str = "de"
    other: str = ""
    outside: tuple[OutsideItem, ...] = ()
    code: str = ""
    number: str = ""


def make_instrument_sheet(wish: SheetWish, occasion: Occasion) -> Document:
    """Return the sheet of an instrument; nobody's name stands on it, only the number of the case."""
    speech = _Speech(wish)
    number = (say("Case {number}", number=wish.number),) if wish.number else ()
    return Document(
        title=SHEET_TITLE,
        lines_below_title=(speech.words("title"), *number),
        blocks=(Sentences(speech.words("intro")), *_blocks(wish, speech)),
        footnote=say("This sheet belongs to the counselling. Please give it back to your adviser."),
        author=occasion.centre.name,
        sheet_code=wish.code,
    )


@dataclass(frozen=True, slots=True)
class _Speech:
    """The sentences of a pack in the languages of the sheet."""

    wish: SheetWish

    def words(self, key: str) -> Typed:
        """Return a text of the pack by its key."""
        pack, other = self.wish.instrument, self.wish.other
        own = pack.words(self.wish.language, key)
        spoken = pack.words(other, key) if other else ""
        return Typed(own, SHEET_TITLE, spoken if spoken != own else "")

    def item(self, item: Item) -> Typed:
        """Return the sentence of an item, also of one that the case brings."""
        outside = next((one for one in self.wish.outside if one.code == item.code), None)
        if outside is None:
            return self.words(f"item.{item.code}")
        own, spoken = (outside.name(code) if code else "" for code in (self.wish.language, self.wish.other))
        return Typed(own, SHEET_TITLE, spoken if spoken != own else "")

    def picture(self, item: Item) -> Drawing | None:
        """Return the picture of an item, where it has one."""
        return self.wish.instrument.pictures.get(item.picture) if item.picture else None


def _blocks(wish: SheetWish, speech: _Speech) -> Iterator[Block]:
    lines = sheet_lines(wish.instrument, wish.outside)
    for section in wish.instrument.sections:
        heading = Heading(speech.words(f"section.{section.code}"))
        mine = [line for line in lines if line.section == section.code]
        if section.ask is Ask.RANK:
            yield KeepTogether((heading, Sentences(_RANKING), NumberBoxes(section.most or _MOST)))
        elif section.ask is Ask.WORDS and section.source is not None:
            yield from (heading, *_examples(wish, section, speech))
        elif section.ask is Ask.WORDS:
            asked = [WritingLines(_question(wish, item, speech), _LINES) for item in section.items]
            yield KeepTogether((heading, *asked))
        elif mine:
            rows = [TickRow(line.number, speech.item(line.item), speech.picture(line.item)) for line in mine]
            yield heading
            yield Sentences(_ANY if section.ask is Ask.SEVERAL else _ONE_EACH, is_small=True)
            yield from _tables(wish, section, rows, [line.item for line in mine], speech)


_MOST: Final = 5
_ONE_EACH: Final = say("Please tick one box in each line. You may leave out any line.")
_ANY: Final = say("Please tick everything that fits.")
_RANKING: Final = say("Write the numbers of the lines into the boxes, the strongest first.")


def _examples(wish: SheetWish, section: Section, speech: _Speech) -> Iterator[Block]:
    """Yield room for an example to each place of the ranking from which the section takes its items."""
    source = section.source.section if section.source else ""
    ranked = next((one for one in wish.instrument.sections if one.code == source), None)
    count = (ranked.most if ranked else 0) or _MOST
    question = speech.words(f"section.{section.code}")
    yield from (WritingLines(question, _LINES, number_box=True) for _ in range(count))


def _question(wish: SheetWish, item: Item, speech: _Speech) -> Typed:
    key = f"item.{item.code}.ask"
    return speech.words(key) if key in wish.instrument.texts["de"].texts else speech.item(item)


def _tables(
    wish: SheetWish, section: Section, rows: Sequence[TickRow], items: Sequence[Item], speech: _Speech
) -> Iterator[Block]:
    """Yield the lines of a section as tables: one for each language skill, or for each thing that items hang on."""
    steps = _steps(wish, section, speech)
    by_heading: dict[Text | Typed, list[TickRow]] = {}
    for row, item in zip(rows, items, strict=True):
        by_heading.setdefault(_heading_of(wish, item, speech), []).append(row)
    for heading, mine in by_heading.items():
        if heading != NOTHING:
            yield Heading(heading)
        yield TickTable(steps, tuple(mine))


def _heading_of(wish: SheetWish, item: Item, speech: _Speech) -> Text | Typed:
    if item.skill:
        return Skill.of(item.skill).label
    if item.parent:
        known = {one.code for section in wish.instrument.sections for one in section.items}
        return speech.words(f"item.{item.parent}.name") if item.parent in known else NOTHING
    return NOTHING


def _steps(wish: SheetWish, section: Section, speech: _Speech) -> tuple[Text | Typed, ...]:
    """Return the words of the steps; of what is chosen or not there is one box, without a word."""
    scale = next((one for one in wish.instrument.scales if one.code == section.scale), None)
    if scale is None:
        return (NOTHING,)
    return tuple(speech.words(f"scale.{scale.code}.{step.value}") for step in scale.steps)
