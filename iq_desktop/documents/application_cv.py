"""The tabular CV for an application for recognition: training and work in the order of time, gaps not hidden.

The law asks for a list of all training and all gainful work, in German (§ 5 (1) no. 1 BQFG); why somebody had neither
for a time is nobody's business and stands nowhere.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import Document, Facts, Heading, KeepTogether, Sentences, Signatures, Typed, Words
from iq_desktop.documents.sections.career import career_entries, entries_table
from iq_desktop.documents.sections.personal import address_words, person_name
from iq_desktop.wording.text import CountryName, Text, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.documents.blocks import Block
    from iq_desktop.documents.occasion import Occasion
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.client import Client

LAW_AS_OF: Final = dt.date(2026, 8, 19)
"""The day of the law from which § 5 BQFG was read."""


def make_application_cv(case: CaseFile, occasion: Occasion) -> Document:
    """Return the CV of a case; what is not known stays open, so that the person can add it by hand."""
    dated, undated = career_entries(case, occasion.day)
    blocks: list[Block] = [*_person(case.client), Heading(say("Training and work"))]
    blocks.append(entries_table(dated) if dated else Sentences(say("Nothing was told yet.")))
    if undated:
        blocks += [Heading(say("Without a date")), entries_table(undated)]
    statement = Sentences(say("I have told this myself. It is right as far as I know."))
    signatures = Signatures((say("Place, date"), say("Signature of the applicant")))
    return Document(
        title=say("Tabular CV"),
        lines_below_title=_head(case),
        blocks=(*blocks, KeepTogether((statement, signatures))),
        footnote=say("List of training and work after § 5 (1) no. 1 BQFG. Law as of {day}.", day=LAW_AS_OF),
        author=occasion.centre.name,
    )


def _head(case: CaseFile) -> tuple[Words, ...]:
    name = person_name(case.client)
    purpose = say("For an application for recognition of a foreign qualification")
    return (name, purpose) if name.words else (purpose,)


def _person(client: Client) -> Iterator[Block]:
    rows: list[tuple[Words, Words]] = []
    _add(rows, say("Former names"), client.former_names)
    if client.birth:
        rows.append((say("Date of birth"), client.birth.text()))
    _add(rows, say("Place of birth"), client.birth_place)
    if client.birth_country:
        rows.append((say("Country of birth"), say("{country}", country=CountryName(client.birth_country))))
    _add(rows, say("Place of residence"), address_words(client))
    _add(rows, say("Telephone"), client.phone)
    _add(rows, say("E-mail"), client.email)
    if rows:
        yield Heading(say("Person"))
        yield Facts(tuple(rows))


def _add(rows: list[tuple[Words, Words]], label: Text, words: str) -> None:
    if words:
        rows.append((label, Typed(words, label)))
