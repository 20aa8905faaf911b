"""The line of a case: what the list shows of it, and the words by which it is found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.competence import OccupationRole
from iq_desktop.domain.niq import NiqLight, niq_state
from iq_desktop.domain.niq_codes import NO_CODES, NiqCodes
from iq_desktop.domain.niq_report import ReportState, state_of_report
from iq_desktop.domain.rights import Act, what_is_stopped
from iq_desktop.storage.case_words import name_words, other_words
from iq_desktop.storage.codec import moment_words
from iq_desktop.storage.name_keys import fold
from iq_desktop.usecases.case_pages import pages_lacking

if TYPE_CHECKING:
    import datetime as dt

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.client import Client

LINE_RULES: Final = 6
"""The version of the rules by which lines are made; a line with an older one is made again (case_line_upkeep.py)."""
LIGHTS: Final = tuple(NiqLight)
"""The lights of NIQ, worst first; a line counts them from 1."""
REPORTS: Final = tuple(ReportState)
"""Whether a case was reported to NIQ; a line counts them from 1."""
UNKNOWN: Final = "\uffff"
"""Sorts behind every word and every day."""


@dataclass(frozen=True, slots=True)
class CaseLine:
    """The columns of `case_line`, but for its key; each field of several things is joined by blanks."""

    case_id: str
    number: str
    name: str
    own_script_name: str
    birth: str
    language: str
    occupation: str
    place: str
    changed_at: str
    is_invented: int
    open_pages: str
    name_key: str
    names: str
    sounds: str
    skeletons: str
    others: str
    adviser_id: str
    origins: str
    is_closed: int
    kind: str
    opened_on: str
    niq_light: int
    niq_gaps: str
    name_order: str
    birth_order: str
    occupation_order: str
    place_order: str
    is_confidential: int
    stops: str
    niq_report: int
    made_with: int = LINE_RULES

    @property
    def searched(self) -> tuple[str, str, str, str]:
        """The words that stand in the search index."""
        return self.names, self.sounds, self.skeletons, self.others


def line_of(case: CaseFile, changed_at: dt.datetime, today: dt.date, codes: NiqCodes = NO_CODES) -> CaseLine:
    """Return the line of a case as it was at some moment; `codes` tell whether it has changed since it was reported."""
    client = case.client
    names, sounds, skeletons = name_words(client)
    niq = niq_state(case, today)
    stops = what_is_stopped(case)
    is_quiet = any(Act.REMIND in stop.acts for stop in stops)
    learned = case.occupations_as(OccupationRole.LEARNED) or case.occupations
    return CaseLine(
        case_id=case.id,
        number=case.number,
        name=client.full_name,
        own_script_name=client.own_script_name,
        birth=client.birth.code() if client.birth else "",
        language=case.contact.client_language,
        occupation=learned[0].name_de if learned else "",
        place=client.place,
        changed_at=moment_words(changed_at),
        is_invented=int(case.is_invented),
        open_pages="" if is_quiet else " ".join(pages_lacking(case, today, niq)),
        name_key=fold(client.full_name),
        names=names,
        sounds=sounds,
        skeletons=skeletons,
        others=other_words(case),
        adviser_id=case.adviser_id,
        origins=" ".join(client.nationalities or (client.birth_country,)),
        is_closed=int(case.closing.is_closed),
        kind=case.kind.value,
        opened_on=case.opened_on.isoformat(),
        niq_light=LIGHTS.index(niq.light) + 1,
        niq_gaps=" ".join(dict.fromkeys(f"{gap.page}.{gap.field}" for gap in niq.gaps)),
        name_order=_name_order(client),
        birth_order=client.birth.earliest.isoformat() if client.birth else UNKNOWN,
        occupation_order=fold(learned[0].name_de if learned else "") or UNKNOWN,
        place_order=fold(client.place) or UNKNOWN,
        is_confidential=int(case.is_confidential),
        stops=" ".join(stop.code for stop in stops),
        niq_report=REPORTS.index(state_of_report(case, codes, today)) + 1,
    )


def _name_order(client: Client) -> str:
    """Return what puts names in order as German lists of names do (DIN 5007-2: ä as ae), whole family names first.

    Who has told a name only in their own script follows behind the Latin ones, who has told none comes last.
    """
    family, given = fold(client.family_name), fold(client.given_names)
    if family or given:
        return f"{family or given}\t{given if family else ''}"
    return fold(f"{client.family_name_own_script} {client.given_names_own_script}") or UNKNOWN
