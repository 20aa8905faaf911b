"""The directory of the demo centre: organisations that nobody can call, one of each kind that is needed often."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.domain.organisation import FieldOfAction, Organisation, OrganisationKind, Reach

if TYPE_CHECKING:
    import datetime as dt

_KIND: Final = OrganisationKind
_FIELD: Final = FieldOfAction
_KNOWN: Final = (
    ("Sprachschule Beispiel", _KIND.COURSE_PROVIDER, (_FIELD.GERMAN,), ("de", "en"), "Frau Muster"),
    ("Bildungswerk Beispiel", _KIND.COURSE_PROVIDER, (_FIELD.QUALIFICATION, _FIELD.WORK), ("de",), ""),
    ("Frauen helfen Frauen (Beispiel)", _KIND.SELF_HELP, (_FIELD.COMMUNITY, _FIELD.FAMILY), ("ar", "uk", "de"), ""),
    ("Jobcenter (Beispiel)", _KIND.EMPLOYMENT_AGENCY, (_FIELD.WORK, _FIELD.MONEY), ("de",), ""),
    ("Migrationsberatung Beispiel", _KIND.ADVICE_CENTRE, (_FIELD.RESIDENCE, _FIELD.HOUSING), ("ar", "fa", "de"), ""),
)


def demo_organisations(today: dt.date) -> tuple[Organisation, ...]:
    """Return the organisations of the demo centre, looked at today; none has an address."""
    return tuple(
        Organisation(
            name,
            kind,
            fields,
            languages,
            Reach.REGION,
            contact_person=person,
            place="Beispielstadt",
            remarks="Erfunden, für die Vorführung",
            checked_on=today,
        )
        for name, kind, fields, languages, person in _KNOWN
    )
