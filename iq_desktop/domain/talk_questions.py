"""What an instrument asks now: sections become questions, as far as the answers so far lead to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iq_desktop.domain.instrument import Ask, Instrument, Item, Scale, Section
from iq_desktop.domain.talk_levels import asked_statements

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from iq_desktop.domain.assessment import Answer

NOT_CHOSEN = 0
CHOSEN = 1


@dataclass(frozen=True, slots=True)
class OutsideItem:
    """Something to ask about that the case brings: `kind` as packs call it, `names` by language (German always)."""

    kind: str
    code: str
    names: tuple[tuple[str, str], ...]

    def name(self, language: str) -> str:
        """Return the name in a language; German stands in."""
        names = dict(self.names)
        return names.get(language) or names["de"]


@dataclass(frozen=True, slots=True)
class Question:
    """What is shown at once: one item with its scale, or several items to choose from or to put in order.

    `key` tells it from all others of the run (`cards.c01`, `activities.school`, `strongest`); `parent` is what the
    items hang on. A choice is answered by a value of `scale`, a ranking by at most `most` items.
    """

    key: str
    section: Section
    items: tuple[Item, ...]
    scale: Scale | None = None
    parent: Item | None = None

    @property
    def ask(self) -> Ask:
        """What is wanted."""
        return self.section.ask

    @property
    def is_group(self) -> bool:
        """Whether several items are shown together."""
        return is_together(self.section)

    @property
    def item(self) -> Item:
        """The item of a question about one item; the first of a group."""
        return self.items[0]

    @property
    def answer_keys(self) -> tuple[str, ...]:
        """Under which keys the answers lie, one for each item."""
        return tuple(f"{self.section.code}.{item.code}" for item in self.items)


def is_together(section: Section) -> bool:
    """Return whether the items of a section are shown together."""
    return section.ask is Ask.RANK or (section.ask is Ask.SEVERAL and section.shown_together)


def questions_of(
    instrument: Instrument, answers: Iterable[Answer], outside: tuple[OutsideItem, ...] = ()
) -> tuple[Question, ...]:
    """Return all questions that the answers so far lead to, in their order."""
    told = {answer.question: answer for answer in answers}
    return tuple(question for section in instrument.sections for question in _asked(instrument, section, told, outside))


def items_of(
    instrument: Instrument, section: Section, told: Mapping[str, Answer], outside: tuple[OutsideItem, ...] = ()
) -> tuple[Item, ...]:
    """Return the items of a section that the answers lead to (`told` by their question), in their order."""
    return tuple(item for _, items in _groups(instrument, section, told, outside) for item in items)


def section_of(instrument: Instrument, code: str) -> Section:
    """Return a section by its code; raises KeyError."""
    return {section.code: section for section in instrument.sections}[code]


def _asked(
    instrument: Instrument, section: Section, told: Mapping[str, Answer], outside: tuple[OutsideItem, ...]
) -> Iterator[Question]:
    scale = next((one for one in instrument.scales if one.code == section.scale), None)
    groups = _groups(instrument, section, told, outside)
    if section.adaptive and scale is not None:
        groups = [(parent, asked_statements(section.code, items, told, scale)) for parent, items in groups]
    if section.ask is Ask.RANK:
        groups = [(None, tuple(item for _, items in groups for item in items))]
    for parent, items in groups:
        if is_together(section):
            if items:
                key = f"{section.code}.{parent.code}" if parent else section.code
                yield Question(key, section, items, scale, parent)
        else:
            yield from (Question(f"{section.code}.{one.code}", section, (one,), scale, parent) for one in items)


def _groups(
    instrument: Instrument, section: Section, told: Mapping[str, Answer], outside: tuple[OutsideItem, ...]
) -> list[tuple[Item | None, tuple[Item, ...]]]:
    """Return the items of a section by what they hang on."""
    source = section.source
    if source is None:
        return [(None, section.items)]
    if source.outside:
        return [(None, tuple(Item(one.code) for one in outside if one.kind == source.outside))]
    chosen = _chosen(instrument, section_of(instrument, source.section), source.values, told, outside)
    if not source.children:
        return [(None, chosen)]
    return [(parent, tuple(item for item in section.items if item.parent == parent.code)) for parent in chosen]


def _chosen(
    instrument: Instrument,
    section: Section,
    values: tuple[int, ...],
    told: Mapping[str, Answer],
    outside: tuple[OutsideItem, ...],
) -> tuple[Item, ...]:
    """Return the items of an earlier section that got one of some values; of a ranking those with a place, by it."""
    found: list[tuple[int, Item]] = []
    for item in items_of(instrument, section, told, outside):
        answer = told.get(f"{section.code}.{item.code}")
        value = None if answer is None or answer.is_not_now else answer.value
        if section.ask is Ask.WORDS and answer is not None and answer.words:
            found.append((CHOSEN, item))
        elif value is not None and _counts(section, value, values):
            found.append((value, item))
    if section.ask is Ask.RANK:
        found.sort(key=lambda pair: pair[0])
    return tuple(item for _, item in found)


def _counts(section: Section, value: int, values: tuple[int, ...]) -> bool:
    if values:
        return value in values
    return value > NOT_CHOSEN or section.ask not in {Ask.RANK, Ask.SEVERAL}
