"""What came out of an instrument: runs and their answers, as they lie in a case."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from iq_desktop.domain.identity import new_id
from iq_desktop.domain.instrument import Rater


@dataclass(frozen=True, slots=True)
class Run:
    """One time that somebody went through an instrument, begun or finished.

    `instrument` and `version` name the pack, `subject` what it was about (a language, an occupation, a task),
    `language` the client's language at the end; `rater_name` who observed.
    """

    instrument: str
    version: str
    rater: Rater = Rater.SELF
    rater_name: str = ""
    subject: str = ""
    subject_in_words: str = ""
    language: str = ""
    begun_on: dt.date | None = None
    finished_on: dt.date | None = None
    id: str = field(default_factory=new_id)

    @property
    def is_finished(self) -> bool:
        """Whether it was gone through to its end."""
        return self.finished_on is not None


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a run; `question` is section and item (`cards.c01`), `value` the step, pile or rank.

    “Not now” is an answer too: `is_not_now` without a value. `words` are what somebody told.
    """

    run_id: str
    question: str
    value: int | None = None
    words: str = ""
    is_not_now: bool = False
    id: str = field(default_factory=new_id)

    @property
    def section(self) -> str:
        """The section in which it was asked."""
        return self.question.partition(".")[0]

    @property
    def item(self) -> str:
        """The item that it answers."""
        return self.question.partition(".")[2]
