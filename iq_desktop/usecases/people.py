"""What is taken down about a person: who they are, how they live, and how their name can be spelled."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from iq_desktop.domain.client import Client
from iq_desktop.domain.transliteration import Transliteration, propose_transliterations

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.situation import Situation


def with_person_part(case: CaseFile, part: Client | Situation) -> CaseFile:
    """Return the case with another state of the person, or of how the person lives."""
    return case.with_client(part) if isinstance(part, Client) else replace(case, situation=part)


def spell_name(case: CaseFile, words: str) -> CaseFile:
    """Return the case with a name in Latin letters that was taken over."""
    return case.with_client(replace(case.client, transliteration=words))


def offered_spellings(case: CaseFile) -> tuple[Transliteration, ...]:
    """Return spellings of the name in Latin letters that are not there yet, each with its standard."""
    client = case.client
    name = ", ".join(filter(None, (client.family_name_own_script, client.given_names_own_script)))
    known = {client.transliteration, client.full_name}
    found = propose_transliterations(name, case.contact.client_language)
    return tuple(one for one in found if one.words not in known)
