"""All facts that rules may ask for, by their codes."""

from __future__ import annotations

from typing import Final

from iq_desktop.domain.facts_of_person import FACTS_OF_PERSON, TOLD_FACTS_OF_PERSON
from iq_desktop.domain.facts_of_training import FACTS_OF_OCCUPATION, FACTS_OF_QUALIFICATION

FACTS: Final = {
    fact.code: fact for fact in (*FACTS_OF_PERSON, *TOLD_FACTS_OF_PERSON, *FACTS_OF_QUALIFICATION, *FACTS_OF_OCCUPATION)
}
"""Every fact by its code."""
