"""The record of processing (GDPR, Article 30) and the sheet of measures (Article 32), made from the registry itself.

What only the centre can say (who is responsible, on which ground) are its terms; where they are empty the record says
that something is missing, and invents nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.domain.column_rules import About, Category, Erase, Use
from iq_desktop.domain.processing import Activity, ProcessingRecord, RecordLine
from iq_desktop.wording.text import Text, as_it_is, say, say_count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iq_desktop.domain.centre import Centre
    from iq_desktop.domain.column_rules import ColumnRule, StoreRule
    from iq_desktop.domain.privacy_terms import PrivacyTerms
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.rights_ports import Protection

MISSING: Final = say("not laid down yet")
"""Stands where the centre has not said something that only it can say."""


def record_of_processing(desk: Desk) -> ProcessingRecord:
    """Return the record of processing with the sheet of measures, from the registry and the terms of the centre."""
    centre, terms, rules = desk.centres.centre(), desk.rights.terms(), desk.rights.column_rules()
    return ProcessingRecord(
        made_on=desk.clock.today(),
        centre=centre,
        lines=tuple(_lines(centre, terms)),
        activities=tuple(_activities(rules)),
        erasing=tuple(_erasing(rules, desk.rights.store_rules(), terms)),
        measures=measures(desk),
    )


def measures(desk: Desk) -> tuple[RecordLine, ...]:
    """Return the sheet of measures: what the program does, with the figures of this vault, and what the centre adds."""
    minutes = desk.centres.settings(desk.adviser.id).lock_after_minutes
    further = desk.rights.terms().further_measures
    own = RecordLine(say("Measures of the centre itself"), (_said(further),), is_missing=not further.strip())
    return (*_measures(desk.rights.protection(), minutes), own)


def _lines(centre: Centre, terms: PrivacyTerms) -> Iterator[RecordLine]:
    address = ", ".join(part for part in (centre.street, f"{centre.postal_code} {centre.place}".strip()) if part)
    controller = terms.controller or ", ".join(part for part in (centre.name, address) if part)
    yield _line(say("Who is responsible"), controller)
    yield _line(say("Data protection officer"), terms.officer)
    yield _line(say("Supervisory authority"), terms.authority)
    yield _line(say("Legal basis"), terms.legal_basis)
    yield _line(say("Legal basis for data that need special protection"), terms.legal_basis_sensitive)
    yield _line(say("Recipients"), terms.recipients)
    nothing = say("The program transfers nothing: it works without a network. What the centre passes on, it knows.")
    yield RecordLine(say("Transfers to other countries"), (nothing,))


def _line(title: Text, words: str) -> RecordLine:
    return RecordLine(title, (_said(words),), is_missing=not words.strip())


def _said(words: str) -> Text:
    return as_it_is(words) if words.strip() else MISSING


def _activities(rules: Sequence[ColumnRule]) -> Iterator[Activity]:
    """Yield what is done with data about people, in the order of the purposes."""
    of_people = [rule for rule in rules if rule.about in {About.CLIENT, About.ADVISER}]
    for use in Use:
        mine = [rule for rule in of_people if rule.use is use]
        if mine:
            told = [rule for rule in mine if rule.category is not Category.TECHNICAL]
            yield Activity(
                use=use.label,
                about=tuple(dict.fromkeys(rule.about.label for rule in mine)),
                categories=tuple(dict.fromkeys(rule.category.label for rule in told or mine)),
                kept=tuple(dict.fromkeys(rule.kept.label for rule in mine)),
                fields=len(mine),
            )


def _erasing(rules: Sequence[ColumnRule], stores: Sequence[StoreRule], terms: PrivacyTerms) -> Iterator[RecordLine]:
    yield RecordLine(
        say("When it is looked at whether a case is still needed"),
        (
            say_count(
                "Closed cases: {count} month after the end",
                "Closed cases: {count} months after the end",
                count=terms.months_of_closed,
            ),
            say_count(
                "Open cases: {count} month after the last work on them",
                "Open cases: {count} months after the last work on them",
                count=terms.months_of_open,
            ),
        ),
    )
    going = [rule for rule in rules if rule.about is About.CLIENT and rule.erase in {Erase.WITH_CASE, Erase.VALUES}]
    tables = len({rule.table for rule in going})
    yield RecordLine(
        say("What goes when a case is erased"),
        (say("{fields} fields in {tables} tables, in one step", fields=len(going), tables=tables),),
    )
    for store in stores:
        yield RecordLine(store.title, (store.how_erased,))


def _measures(facts: Protection, minutes: int) -> Iterator[RecordLine]:
    cipher = say(
        "The whole vault is encrypted (AES-256, every page sealed; SQLCipher {version}, SQLite {sqlite}).",
        version=facts.sqlcipher,
        sqlite=facts.sqlite,
    )
    guess = say(
        "Guessing a password costs {memory} MiB of memory and {passes} passes for each try (Argon2id).",
        memory=facts.guessing_mib,
        passes=facts.guessing_passes,
    )
    yield RecordLine(say("Encryption"), (cipher, guess))
    yield RecordLine(
        say("Who has access"),
        (
            say_count(
                "{count} person can unlock the vault, with an own password.",
                "{count} persons can unlock the vault, each with an own password.",
                count=facts.advisers,
            ),
            say("Roles decide who sees which case and who may do what. Refusals stand in the journal."),
            say_count(
                "The program locks itself after {count} minute without a touch, and with the computer.",
                "The program locks itself after {count} minutes without a touch, and with the computer.",
                count=minutes,
            ),
        ),
    )
    yield RecordLine(
        say("Traceability"),
        (
            say("The journal notes who saw, changed, printed or handed over what; it is sealed entry by entry."),
            say_count("{count} entry today.", "{count} entries today.", count=facts.journal_entries),
        ),
    )
    yield RecordLine(
        say("Availability"),
        (say("Backups are made by themselves, encrypted and checked after writing; returning is rehearsed."),),
    )
    yield RecordLine(
        say("Data minimisation"),
        (
            say("A short consultation can stay without a name. Sensitive things are asked only where they are needed."),
            say("Figures never tell of fewer than five people."),
        ),
    )
    yield RecordLine(say("Separation"), (say("The program opens no network connection."),))
