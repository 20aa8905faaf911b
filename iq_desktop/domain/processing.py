"""The record of processing (GDPR, Article 30) and the sheet of measures (Article 32) as values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from iq_desktop.domain.centre import Centre
from iq_desktop.wording.text import Text


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One line of the record: what it is about, and what is said; `is_missing` where only the centre can say it."""

    title: Text
    words: tuple[Text, ...]
    is_missing: bool = False


@dataclass(frozen=True, slots=True)
class Activity:
    """One purpose for which data are processed: about whom, which categories, how long, how many kinds of entries."""

    use: Text
    about: tuple[Text, ...]
    categories: tuple[Text, ...]
    kept: tuple[Text, ...]
    fields: int


@dataclass(frozen=True, slots=True)
class ProcessingRecord:
    """The record of processing of a centre on some day."""

    made_on: dt.date
    centre: Centre
    lines: tuple[RecordLine, ...]
    activities: tuple[Activity, ...]
    erasing: tuple[RecordLine, ...]
    measures: tuple[RecordLine, ...]

    @property
    def missing(self) -> tuple[Text, ...]:
        """What the centre still has to lay down."""
        return tuple(line.title for line in self.lines if line.is_missing)
