"""The sections of the page Recognition as a plain table, in the order of the talk; no screen is known here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from iq_desktop.wording.text import Text, say


@dataclass(frozen=True, slots=True)
class RecognitionSection:
    """One section: its name, and what the link to it says."""

    name: str
    heading: Text


RECOGNITION_SECTIONS: Final = (
    RecognitionSection("possible", say("What is possible")),
    RecognitionSection("reference_occupation", say("Reference occupation")),
    RecognitionSection("procedures", say("Procedures")),
    RecognitionSection("costs", say("Costs and funding")),
)
