"""The directory of organisations: listed, searched, edited; and to whom of it, and of the bodies, one can refer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.changes import Area, Change
from iq_desktop.domain.organisation import OrganisationKind
from iq_desktop.domain.referral import ReferralKind
from iq_desktop.wording.text import NOTHING, LanguageName, Text, as_it_is, joined, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iq_desktop.domain.body import CompetentBody
    from iq_desktop.domain.organisation import Organisation
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.wording.tongue import Tongue

_CHANGED: Final = (Change(Area.ORGANISATIONS),)
_WORDS: Final = ("name", "region", "place", "postal_code", "contact_person", "remarks")
KINDS: Final = {
    OrganisationKind.COURSE_PROVIDER: ReferralKind.COURSE,
    OrganisationKind.PARTNER: ReferralKind.PARTNER,
    OrganisationKind.SELF_HELP: ReferralKind.SELF_HELP,
    OrganisationKind.EMPLOYMENT_AGENCY: ReferralKind.EMPLOYMENT_AGENCY,
    OrganisationKind.ADVICE_CENTRE: ReferralKind.ADVICE_CENTRE,
}
"""What a referral to an organisation of a kind is; to the others it is “other”."""


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody one can refer to, as the directory knows them; `facts` tell them from others of the same name."""

    name: str
    kind: ReferralKind
    id: str = ""
    contact_person: str = ""
    place: str = ""
    facts: tuple[Text, ...] = ()


def list_organisations(desk: Desk) -> tuple[Organisation, ...]:
    """Return the directory by name."""
    return tuple(desk.organisations.organisations())


def matching_organisations(
    organisations: Iterable[Organisation], words: str, tongue: Tongue
) -> tuple[Organisation, ...]:
    """Return the organisations in which every typed word stands: also kinds, fields and languages, as they are told."""
    asked = words.casefold().split()
    return tuple(one for one in organisations if all(word in _found_in(one, tongue) for word in asked))


def save_organisation(desk: Desk, organisation: Organisation) -> tuple[Change, ...]:
    """Keep an organisation as it is now."""
    desk.organisations.put(organisation)
    return _CHANGED


def remove_organisation(desk: Desk, organisation: Organisation) -> tuple[Change, ...]:
    """Take an organisation away; where its name stands in referrals it stays."""
    desk.organisations.remove(organisation.id)
    return _CHANGED


def find_addressees(desk: Desk, words: str, tongue: Tongue) -> tuple[Addressee, ...]:
    """Return the organisations and the competent bodies in which every typed word stands, organisations first."""
    found = matching_organisations(list_organisations(desk), words, tongue)
    asked = words.casefold().split()
    bodies = (one for one in desk.bodies.shelf.bodies() if all(word in _words_of(one, tongue) for word in asked))
    return (*map(addressee_of, found), *map(_as_addressee, bodies))


def addressee_of(one: Organisation) -> Addressee:
    """Return an organisation as somebody one can refer to."""
    kind = KINDS.get(one.kind, ReferralKind.OTHER) if one.kind else ReferralKind.OTHER
    return Addressee(one.name, kind, one.id, one.contact_person, one.place, organisation_facts(one))


def organisation_facts(one: Organisation) -> tuple[Text, ...]:
    """Return in short what an organisation is, with what it helps, in which languages, and where."""
    kind = one.kind.label if one.kind else NOTHING
    fields = joined([field.label for field in one.fields], ", ") if one.fields else NOTHING
    languages = [say("{language}", language=LanguageName(code)) for code in one.languages]
    spoken = joined(languages, ", ") if languages else NOTHING
    place = one.place or one.region
    where = as_it_is(place) if place else NOTHING
    return tuple(text for text in (kind, fields, spoken, where) if text.message)


def _as_addressee(one: CompetentBody) -> Addressee:
    kind = one.kind.label if one.kind else ReferralKind.COMPETENT_BODY.label
    words = tuple(as_it_is(part) for part in (one.responsible_for, one.place) if part)
    return Addressee(one.name, ReferralKind.COMPETENT_BODY, one.id, one.contact_person, one.place, (kind, *words))


def _found_in(one: Organisation, tongue: Tongue) -> str:
    told = [tongue.speak(text) for text in organisation_facts(one)]
    reach = tongue.speak(one.reach.label) if one.reach else ""
    return " ".join([*(str(getattr(one, name)) for name in _WORDS), *told, reach]).casefold()


def _words_of(one: CompetentBody, tongue: Tongue) -> str:
    kind = tongue.speak(one.kind.label) if one.kind else ""
    return f"{one.name} {one.responsible_for} {one.region} {one.place} {one.contact_person} {kind}".casefold()
