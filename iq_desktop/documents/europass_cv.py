"""A CV in the sections that the Europass has, in our own layout: newest first, languages in five skills."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import Document, Facts, Heading, KeepTogether, Listing, Sentences, Typed, Words
from iq_desktop.documents.sections.career import entries_table, newest_first
from iq_desktop.documents.sections.languages import languages_section
from iq_desktop.documents.sections.papers import paper_words
from iq_desktop.documents.sections.personal import address_words, person_name
from iq_desktop.domain.competence import OccupationRole
from iq_desktop.domain.life_line import Source
from iq_desktop.domain.qualification import PaperKind
from iq_desktop.domain.ranking import strongest_rated
from iq_desktop.domain.situation import Licence
from iq_desktop.wording.text import NOTHING, CountryName, joined, say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from iq_desktop.documents.blocks import Block
    from iq_desktop.documents.occasion import Occasion
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.client import Client
    from iq_desktop.domain.competence import Competence

MOST_COMPETENCES: Final = 12
"""The strongest ones: a CV is read in a minute; all of them stand in the competence profile."""
_ANNEXES: Final = frozenset(
    {
        PaperKind.CERTIFICATE,
        PaperKind.TRANSCRIPT,
        PaperKind.SCHOOL_REPORT,
        PaperKind.REFERENCE,
        PaperKind.LICENCE,
        PaperKind.LANGUAGE,
    }
)


def make_europass_cv(case: CaseFile, occasion: Occasion) -> Document:
    """Return the CV of a case; sections of which nothing is known are left out."""
    name = person_name(case.client)
    told = (*_wish(case), *_stations(case, occasion.day), *_skills(case), *_annexes(case))
    return Document(
        title=say("CV"),
        lines_below_title=(name,) if name.words else (),
        blocks=(*_person(case.client), *(told or (Sentences(say("Nothing was told yet.")),))),
        footnote=say("In the sections of the Europass CV. It says what the person told. It is no proof."),
        author=occasion.centre.name,
    )


def _person(client: Client) -> Iterator[Block]:
    rows: list[tuple[Words, Words]] = []
    for label, words in (
        (say("Place of residence"), address_words(client)),
        (say("Telephone"), client.phone),
        (say("E-mail"), client.email),
    ):
        if words:
            rows.append((label, Typed(words, label)))
    if client.birth:
        rows.append((say("Date of birth"), client.birth.text()))
    states = tuple(say("{country}", country=CountryName(code)) for code in client.nationalities)
    if states:
        rows.append((say("Nationality"), joined(states, ", ")))
    if rows:
        yield Heading(say("Personal information"))
        yield Facts(tuple(rows))


def _wish(case: CaseFile) -> Iterator[Block]:
    label = say("Wished occupation")
    wished = dict.fromkeys(one.name_de for one in case.occupations_as(OccupationRole.WISHED))
    if wished:
        yield KeepTogether((Heading(label), *(Sentences(Typed(name, label)) for name in wished)))


def _stations(case: CaseFile, today: dt.date) -> Iterator[Block]:
    told = newest_first(case, today, Source.ENTRY)
    for heading, source in (
        (say("Work experience"), Source.WORK),
        (say("Education and training"), Source.QUALIFICATION),
    ):
        rows = newest_first(case, today, source)
        if rows:
            yield Heading(heading)
            yield entries_table(rows)
    if told:
        yield Heading(say("School, courses and volunteer work"))
        yield entries_table(told)


def _skills(case: CaseFile) -> Iterator[Block]:
    yield from languages_section(case)
    rated = strongest_rated(case.competences, MOST_COMPETENCES)
    if rated:
        table = Listing(
            (say("Competence"), say("How independently"), say("Evidence")),
            tuple(_competence(one) for one in rated),
            (0.5, 0.22, 0.28),
        )
        yield Heading(say("Skills for work"))
        yield table
    rows: list[tuple[Words, Words]] = []
    licences = tuple(one.label for one in case.situation.licences if one is not Licence.NONE)
    if case.situation.computer:
        rows.append((say("Computer"), Typed(case.situation.computer, say("Computer"))))
    if licences:
        rows.append((say("Driving licence"), joined(licences, ", ")))
    if rows:
        yield KeepTogether((Heading(say("Computer and driving licence")), Facts(tuple(rows))))


def _competence(one: Competence) -> tuple[Words, ...]:
    rating = one.adviser_rating or one.self_rating
    return Typed(one.name_de, say("Competence")), rating.label if rating else NOTHING, one.evidence.label


def _annexes(case: CaseFile) -> Iterator[Block]:
    """Yield the papers that can be shown; who somebody is and where they may live are no annexes of a CV."""
    shown = (one for one in case.papers if one.kind in _ANNEXES and any(form.is_there for form in one.forms))
    papers = tuple(dict.fromkeys(map(paper_words, shown)))
    if papers:
        yield KeepTogether((Heading(say("Annexes")), *(Sentences(words) for words in papers)))
