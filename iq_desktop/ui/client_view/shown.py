"""What stands in the client's window at one moment, as a value: words in two languages, pictures, answers, the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from iq_desktop.domain.drawing import Drawing
from iq_desktop.domain.instrument import Ask
from iq_desktop.wording.languages import Direction, direction_of

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Line:
    """Words in one language; `key` is where a pack keeps a recording of them, empty for fixed words."""

    words: str
    language: str
    key: str = ""

    @property
    def direction(self) -> Direction:
        """The direction in which they are written."""
        return direction_of(self.language)


@dataclass(frozen=True, slots=True)
class Twice:
    """The same in the client's language and in the adviser's; one line where both are the same language."""

    theirs: Line
    ours: Line | None = None

    @property
    def lines(self) -> tuple[Line, ...]:
        """The client's line, and the adviser's below it."""
        return (self.theirs,) if self.ours is None else (self.theirs, self.ours)

    @property
    def told(self) -> str:
        """Both lines for screen readers."""
        return "\n".join(line.words for line in self.lines)


@dataclass(frozen=True, slots=True)
class ShownCard:
    """One thing that is asked about; `chosen` is its step, its place in the order, 1 where it is among several."""

    code: str
    words: Twice
    drawing: Drawing | None = None
    chosen: int | None = None


@dataclass(frozen=True, slots=True)
class ShownStep:
    """One answer: a step of a scale or a pile."""

    value: int
    words: Twice
    drawing: Drawing | None = None


@dataclass(frozen=True, slots=True)
class ShownSigning:
    """What stands around the field to sign in."""

    take_back: Twice
    clear: Twice
    write_instead: Twice
    draw_instead: Twice
    my_name: Twice
    agree: Twice
    missing: Twice

    @property
    def words(self) -> tuple[Twice, ...]:
        """All words, in their order."""
        return (
            self.take_back,
            self.clear,
            self.write_instead,
            self.draw_instead,
            self.my_name,
            self.agree,
            self.missing,
        )


@dataclass(frozen=True, slots=True)
class Shown:
    """The whole window: `ask` is None for words that are only read (before the first question, after the last).

    `most` limits an order; `told` is what was written so far; `far` says how many of how many questions are behind.
    """

    heading: Twice
    ask: Ask | None = None
    cards: tuple[ShownCard, ...] = ()
    steps: tuple[ShownStep, ...] = ()
    most: int = 0
    told: str = ""
    far: tuple[int, int] = (0, 0)
    can_go_back: bool = False
    key: str = ""
    """The question, so that an answer says to which one it belongs; empty for words that are only read."""
    onward: Twice | None = None
    """What the button says that goes on; None where an answer itself goes on."""
    context: Twice | None = None
    """What the question hangs on, for example the situation in which something was done."""
    is_list: bool = False
    """Whether the cards stand below each other, only to be read."""
    signing: ShownSigning | None = None
    """The field to sign in, where something is signed."""

    @property
    def is_one_card(self) -> bool:
        """Whether one card is asked about, with one answer out of steps."""
        return self.ask in {Ask.SORT, Ask.CHOICE, Ask.CAN_DO}

    @property
    def is_grid(self) -> bool:
        """Whether several cards lie side by side."""
        return self.ask in {Ask.SEVERAL, Ask.RANK}

    def read_lines(self) -> Iterator[Line]:
        """Yield what is read aloud, in the client's language: the question, its one card, its answers."""
        yield self.heading.theirs
        for card in self.cards:
            yield card.words.theirs
        for step in self.steps:
            yield step.words.theirs

    def all_words(self) -> Iterator[str]:
        """Yield every word that may stand in the window because of the question."""
        others = (part for part in (self.context, self.onward) if part is not None)
        cards, steps = (card.words for card in self.cards), (step.words for step in self.steps)
        signing = self.signing.words if self.signing is not None else ()
        for part in (self.heading, *others, *cards, *steps, *signing):
            yield from (line.words for line in part.lines)


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as it comes from the window: which card, which value, whether not now; or words, or the way on.

    `cards` are those that were chosen together, in their order. Words that `go_on` are still being written.
    """

    card: str = ""
    value: int | None = None
    words: str | None = None
    cards: tuple[str, ...] | None = None
    is_not_now: bool = False
    go_on: bool = False
    strokes: str = ""
    """The lines of a signature (`Ink.code`); with a signature that is typed, `words` are the name."""
    question: str = field(default="", compare=False)
    """To which question it belongs: one that comes too late answers no other."""
