"""The lines of an instrument on paper: every item that can be asked, numbered from 1, and what a tick means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iq_desktop.domain.instrument import Ask, Instrument, Item, Section
from iq_desktop.domain.talk_questions import CHOSEN

if TYPE_CHECKING:
    from iq_desktop.domain.talk_questions import OutsideItem


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line to tick: `values` are what its boxes mean, from left to right."""

    number: int
    section: str
    item: Item
    values: tuple[int, ...]

    @property
    def question(self) -> str:
        """The key of the answer."""
        return f"{self.section}.{self.item.code}"


def sheet_lines(instrument: Instrument, outside: tuple[OutsideItem, ...] = ()) -> tuple[SheetLine, ...]:
    """Return the lines of an instrument in their order.

    Paper cannot branch: it asks everything that could be asked, and what is adaptive on the screen stands there whole.
    """
    found: list[SheetLine] = []
    for section in instrument.sections:
        if section.ask in {Ask.RANK, Ask.WORDS}:
            continue
        values = _values(instrument, section)
        for item in _items(section, outside):
            found.append(SheetLine(len(found) + 1, section.code, item, values))
    return tuple(found)


def _items(section: Section, outside: tuple[OutsideItem, ...]) -> tuple[Item, ...]:
    if section.source is not None and section.source.outside:
        return tuple(Item(one.code) for one in outside if one.kind == section.source.outside)
    return section.items


def _values(instrument: Instrument, section: Section) -> tuple[int, ...]:
    scale = next((one for one in instrument.scales if one.code == section.scale), None)
    return tuple(step.value for step in scale.steps) if scale else (CHOSEN,)
