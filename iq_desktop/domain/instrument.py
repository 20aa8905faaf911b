"""An instrument of the talk as a value: sections of questions with scales, areas, pictures and texts, read from a pack.

Instruments are packs, not code (resources/instruments/README.md): nothing here knows a single question.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.drawing import Drawing
from iq_desktop.domain.language_skill import Level
from iq_desktop.wording.text import say

COVER: Final = "cover"
"""The name of the picture that stands for the whole instrument."""


class Ask(Choice):
    """What one question of a section wants."""

    SORT = "sort", say("Put each card on a pile")
    CHOICE = "choice", say("One step of a scale")
    SEVERAL = "several", say("Any of several pictures")
    RANK = "rank", say("The strongest few, in order")
    WORDS = "words", say("Own words")
    CAN_DO = "can_do", say("Yes, a little, or no")


class Rater(Choice):
    """Who answers."""

    SELF = "self", say("The person")
    ADVISER = "adviser", say("The adviser")
    OBSERVER = "observer", say("An observer")


class Rule(Choice):
    """How answers become results; nothing is averaged without saying how many answers it rests on."""

    PILES = "piles", say("What lies on each pile, by area")
    RANKING = "ranking", say("The strongest in their order, with examples")
    SUM_BY_AREA = "sum_by_area", say("Sum and number of answers by area")
    LEVEL_BY_SKILL = "level_by_skill", say("The highest level that holds, by language skill")
    STEP_BY_ITEM = "step_by_item", say("The step of each line")
    CHOSEN = "chosen", say("What was chosen")
    LIFE = "life", say("Experiences and their skills")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a scale, with the picture that stands for it; its text has the key `scale.CODE.VALUE`."""

    value: int
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """Steps from the lowest to the highest value, at most six, so that number keys and fingers reach them."""

    code: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """An area of competence or a type, and what it is called in other taxonomies (`dqr`, `kmk`: codes, may be empty).

    A taxonomy orders skills; nobody is given a level of the DQR.
    """

    code: str
    dqr: str = ""
    kmk: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One card, statement or picture; its texts have the keys `item.CODE`, `item.CODE.name`, `item.CODE.ask`.

    `parent` is the item of an earlier section on which it hangs; `skill` (`listening`, `reading`, `interaction`,
    `production`, `writing`) and `level` only for can-do statements. `life` says what a situation is on the line of
    life: a code of LifeKind such as `school`, or `work:` with a code of WorkKind such as `work:self_employed`.
    """

    code: str
    area: str = ""
    picture: str = ""
    parent: str = ""
    skill: str = ""
    level: Level | None = None
    life: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a section takes its items from: those items of an earlier section that got one of `values`.

    With `children` not these items themselves are asked but the section's own items that hang on them (`parent`).
    `outside` names what the case brings (`occupation_skills`).
    """

    section: str = ""
    values: tuple[int, ...] = ()
    children: bool = False
    outside: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of an instrument; its question has the key `section.CODE`, a hint for the adviser `section.CODE.hint`.

    `adaptive` asks only what still decides (can-do statements); `most` limits a ranking; `shown_together` shows all
    pictures of one parent at once.
    """

    code: str
    ask: Ask
    items: tuple[Item, ...] = ()
    scale: str = ""
    source: Source | None = None
    adaptive: bool = False
    most: int = 0
    shown_together: bool = False


@dataclass(frozen=True, slots=True)
class Scoring:
    """One result: which rule is applied to which section.

    `fills` names what of the case the adviser can take it over into, where the rule does not say so by itself:
    `scripts` (the items' codes are those of the scripts in which somebody reads and writes).
    """

    rule: Rule
    section: str
    fills: str = ""


@dataclass(frozen=True, slots=True)
class InstrumentTexts:
    """All texts of an instrument in one language by their keys; nobody's name means that nobody has reviewed them."""

    language: str
    texts: Mapping[str, str]
    reviewed_by: str = ""
    reviewed_on: dt.date | None = None

    @property
    def is_reviewed(self) -> bool:
        """Whether somebody who knows the language has read them."""
        return bool(self.reviewed_by) and self.reviewed_on is not None


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who made a pack; `key` is the public Ed25519 key in hexadecimal digits, empty for an unsigned pack."""

    name: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Instrument:
    """A whole instrument; a case stores its code and version with every run, so that an update rewrites nothing.

    `texts` by language: `de`, `de_simple`, `en`, `ar`, `uk`, `tr`, and any other. `pictures` are drawings by name,
    `audio` recordings (WAV or OGG bytes) by language and key. An anonymous one is never kept with a case.
    """

    code: str
    version: str
    publisher: Publisher
    source: str
    licence: str
    checked_on: dt.date
    verified: bool
    raters: tuple[Rater, ...]
    sections: tuple[Section, ...]
    scorings: tuple[Scoring, ...]
    texts: Mapping[str, InstrumentTexts]
    scales: tuple[Scale, ...] = ()
    areas: tuple[Area, ...] = ()
    pictures: Mapping[str, Drawing] = field(default_factory=dict)
    audio: Mapping[tuple[str, str], bytes] = field(default_factory=dict)
    is_anonymous: bool = False
    subject: str = ""
    """What a run is about besides the person: `language`, `occupation`, `task`, or nothing."""
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None

    @property
    def name(self) -> str:
        """Code and version, as cases store them."""
        return f"{self.code} {self.version}"

    def is_offered_on(self, day: dt.date) -> bool:
        """Return whether a new talk may begin with it; talks that began before go on with it."""
        has_begun = self.valid_from is None or self.valid_from <= day
        return has_begun and (self.valid_to is None or day <= self.valid_to)

    def words(self, language: str, key: str) -> str:
        """Return a text in a language; German stands in where the language lacks it. Raises KeyError."""
        texts = self.texts.get(language)
        return texts.texts[key] if texts is not None and key in texts.texts else self.texts["de"].texts[key]
