"""Making the copy of all data of a person: every value that the registry gives out, in words and in codes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.domain.column_rules import About
from iq_desktop.domain.duplicate import LinkKind
from iq_desktop.domain.journal import JournalQuery
from iq_desktop.domain.person_copy import CopyEntry, CopyFact, CopySection, KeptFor, PersonCopy, SeenLine
from iq_desktop.domain.rights import what_is_stopped
from iq_desktop.usecases.field_labels import TECHNICAL
from iq_desktop.usecases.field_words import label_of, title_of, value_of
from iq_desktop.usecases.journal import WINDOW, extract_line, known_for
from iq_desktop.usecases.referral_consents import fields_in_words
from iq_desktop.usecases.told_talks import told_talks, with_talks_told
from iq_desktop.usecases.vault_health import PART_NAMES
from iq_desktop.wording.text import NOTHING, Text, as_it_is, joined, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.column_rules import TableRows
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.wording.tongue import Tongue

FORMAT: Final = "iq-desktop person copy"
VERSION: Final = 1
_PORTION: Final = 10 * WINDOW
_LINKS: Final = "case_link"
_LINK_LABELS: Final = {
    "kind": say("What was decided about two cases"),
    "adviser_id": say("Adviser"),
    "linked_at": say("Decided on"),
}
_OWN_CODES: Final = frozenset({"case_id", "other_id"})


def copy_of_person(desk: Desk, case_ids: Sequence[str]) -> PersonCopy:
    """Return everything that is kept about the person of some cases; raises NoSuchCase.

    It takes about a second for a case with some thousand entries in the journal, so it belongs behind the window.
    """
    tables = desk.rights.rows_about(case_ids)
    cases = tuple(desk.cases.get(case_id) for case_id in case_ids)
    names = {adviser.id: adviser.name for adviser in desk.centres.advisers()}
    return PersonCopy(
        made_at=desk.clock.now(),
        made_on=desk.clock.today(),
        made_by=desk.adviser.name,
        centre=desk.centres.centre(),
        terms=desk.rights.terms(),
        case_ids=tuple(case_ids),
        numbers=tuple(case.number for case in cases),
        name=next((case.client.full_name for case in cases if case.client.full_name), ""),
        language=next((case.contact.client_language for case in cases if case.contact.client_language), ""),
        sections=with_talks_told(
            tuple(_section_of(rows, names) for rows in tables),
            tuple(talk for case in cases for talk in told_talks(desk, case)),
        ),
        seen=tuple(sorted(_seen(desk, case_ids), key=lambda line: line.moment, reverse=True)[::-1]),
        kept_for=tuple(kept_for(desk)),
        recipients=tuple(_recipients(desk, cases)),
        origins=tuple(dict.fromkeys(origin for case in cases for origin in _origins(case))),
        reviews=tuple((case.number, desk.rights.review_day_of(case.id)) for case in cases),
        stops=tuple(dict.fromkeys(stop.text for case in cases for stop in what_is_stopped(case))),
    )


def kept_for(desk: Desk) -> Iterator[KeptFor]:
    """Yield for what data about clients are kept, which kinds of data, and how long, as the registry says."""
    rules = [rule for rule in desk.rights.column_rules() if rule.about is About.CLIENT]
    for use, kept in dict.fromkeys((rule.use, rule.kept) for rule in rules):
        mine = (rule.category.label for rule in rules if (rule.use, rule.kept) == (use, kept))
        yield KeptFor(use.label, tuple(dict.fromkeys(mine)), kept.label)


def write_copy(copy: PersonCopy, tongue: Tongue) -> bytes:
    """Return the copy as a file for taking along: JSON, described by its own fields, values in words and as codes."""
    told: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "made_at": copy.made_at.isoformat(),
        "language": tongue.code,
        "centre": {"name": copy.centre.name, "controller": copy.terms.controller or copy.centre.name},
        "cases": list(copy.numbers),
        "sections": [_told_section(section, tongue) for section in copy.sections],
        "seen": [
            {
                "moment": line.moment.isoformat(),
                "adviser": line.adviser,
                "what": tongue.speak(line.title),
                "details": [tongue.speak(detail) for detail in line.details],
            }
            for line in copy.seen
        ],
        "kept_for": [
            {
                "purpose": tongue.speak(one.use),
                "data": [tongue.speak(category) for category in one.categories],
                "how_long": tongue.speak(one.kept),
            }
            for one in copy.kept_for
        ],
        "recipients": [tongue.speak(one) for one in copy.recipients],
        "origins": [tongue.speak(one) for one in copy.origins],
        "reviews": {number: day.isoformat() for number, day in copy.reviews},
        "stopped": [tongue.speak(one) for one in copy.stops],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _told_section(section: CopySection, tongue: Tongue) -> dict[str, Any]:
    return {
        "name": section.name,
        "title": tongue.speak(section.title),
        "entries": [
            {
                "title": tongue.speak(entry.title),
                "facts": [
                    {
                        "field": fact.field,
                        "label": tongue.speak(fact.label),
                        "value": tongue.speak(fact.words),
                        "code": fact.code,
                    }
                    for fact in entry.facts
                ],
                "codes": dict(entry.codes),
            }
            for entry in section.entries
        ],
    }


def _section_of(rows: TableRows, names: Mapping[str, str]) -> CopySection:
    title = say("Links with other cases") if rows.table == _LINKS else PART_NAMES[rows.table]
    entries = (_entry_of(rows, dict(zip(rows.columns, row, strict=True)), names) for row in rows.rows)
    return CopySection(rows.table, title, tuple(entries))


def _entry_of(rows: TableRows, row: Mapping[str, Any], names: Mapping[str, str]) -> CopyEntry:
    told = {name: cell for name, cell in row.items() if cell is not None and cell not in ("", "[]")}
    facts = [fact for name, cell in told.items() if (fact := _fact_of(rows, name, cell, names)) is not None]
    known = {fact.field for fact in facts}
    codes = tuple((name, cell) for name, cell in told.items() if name not in known)
    return CopyEntry(title_of(rows.part, row) if rows.part else NOTHING, tuple(facts), codes)


def _fact_of(rows: TableRows, name: str, cell: Any, names: Mapping[str, str]) -> CopyFact | None:
    """Return a value with its label and in words; none where it only holds entries together."""
    if name in rows.technical or name in TECHNICAL or name in _OWN_CODES:
        return None
    if rows.table == _LINKS:
        return CopyFact(name, _LINK_LABELS[name], _words_of_link(name, str(cell), names), cell)
    label = label_of(rows.part, name)
    return CopyFact(name, label if label.message else as_it_is(name), value_of(rows.part, name, cell, names), cell)


def _words_of_link(name: str, cell: str, names: Mapping[str, str]) -> Text:
    if name == "kind":
        return LinkKind.of(cell).label
    return as_it_is(names.get(cell, cell))


def _seen(desk: Desk, case_ids: Iterable[str]) -> Iterator[SeenLine]:
    """Yield who saw or changed what of some cases, newest first in each."""
    for case_id in case_ids:
        query, known = JournalQuery(case_id=case_id), known_for(desk, case_id)
        window = desk.journal.window(query, limit=_PORTION)
        while window:
            for line in window:
                told = extract_line(line, known)
                yield SeenLine(line.utc, told.adviser, told.what, told.details)
            window = desk.journal.window(query, limit=_PORTION, after=window[-1])


def _recipients(desk: Desk, cases: Sequence[CaseFile]) -> Iterator[Text]:
    """Yield to whom data were given or may be given: by release, by referral, and whom the centre names."""
    named = desk.rights.terms().recipients
    if named:
        yield as_it_is(named)
    for case in cases:
        for release in case.releases:
            if release.recipient:
                yield joined((as_it_is(release.recipient), as_it_is(release.what), fields_in_words(release.shares)))
        for referral in case.referrals:
            if referral.recipient:
                yield joined((as_it_is(referral.recipient), referral.state.label))
        for incoming in case.incoming_referrals:
            if incoming.sender and incoming.is_answered:
                yield joined((as_it_is(incoming.sender), say("Our answer")))


def _origins(case: CaseFile) -> Iterator[Text]:
    yield say("From the person, in the talk")
    if case.contact.asked_by is not None:
        yield joined((say("Asked for by"), case.contact.asked_by.label), ": ")
    for incoming in case.incoming_referrals:
        if incoming.sender:
            yield joined((say("Who sent the person"), as_it_is(incoming.sender)), ": ")
    if case.papers:
        yield say("From papers that the person has shown")
