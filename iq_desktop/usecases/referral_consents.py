"""What the person lets the recipient of a referral be told: asked for each recipient and field, and taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from iq_desktop.domain.consent import Manner, Release
from iq_desktop.domain.passing_on import (
    find_release,
    holding_releases,
    is_release_withdrawn,
    missing_fields,
    told_fields,
)
from iq_desktop.domain.rights import Act, find_stop
from iq_desktop.usecases.consents import draft_consent
from iq_desktop.wording.text import Text, joined, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.referral import Referral, Shared
    from iq_desktop.usecases.desk import Desk


def agree_to_referral(desk: Desk, case: CaseFile, referral: Referral, manner: Manner = Manner.WRITTEN) -> CaseFile:
    """Return the case with a release for just this recipient and just what the letter shall tell, given today.

    One that was given for the same referral before stays where the new one covers it, and ends where the person agrees
    to less now. Without a recipient nothing can be agreed to.
    """
    if not referral.recipient.strip():
        return case
    draft = draft_consent(desk, case, manner)
    release = Release(
        recipient=referral.recipient,
        given_on=draft.given_on,
        language=draft.language,
        wording_version=draft.wording_version,
        manner=manner,
        shares=referral.shares,
        referral_id=referral.id,
    )
    ended = _ended(desk, case, referral, kept=frozenset(referral.shares))
    return replace(ended, releases=(*ended.releases, release))


def take_back_agreement(desk: Desk, case: CaseFile, referral: Referral) -> CaseFile:
    """Return the case with what lets the recipient be told anything withdrawn today; that it was given stays visible.

    That is what was agreed to for the referral, for earlier ones to the same recipient, and for the recipient as such.
    """
    return _ended(desk, case, referral)


def consent_words(case: CaseFile, referral: Referral) -> Text:
    """Return in words what the recipient of a referral may be told, and what is missing for that."""
    stop = find_stop(case, Act.REFER)
    if stop is not None:
        return stop.text
    release = find_release(case, referral)
    if release is None and is_release_withdrawn(case, referral):
        return say("The person took the consent back: the letter tells nothing about the person.")
    if release is None:
        return say("The person has not agreed yet that this recipient is told anything. Ask, then note the consent.")
    told, missing = told_fields(case, referral), missing_fields(case, referral)
    fields = (say("Name"), *(one.label for one in told))
    day = release.given_on or ""
    agreed = say("Agreed on {day}: {fields}.", day=day, fields=joined(fields, ", "))
    if release.referral_id not in {"", referral.id}:
        agreed = joined((agreed, say("It was given for the earlier referral to the same place and still holds.")), " ")
    if release.what and not release.referral_id:  # it was given in words, which nobody but the adviser can weigh
        agreed = joined((agreed, say("The release says: “{words}”.", words=release.what.strip())), " ")
    if not missing:
        return agreed
    return joined((agreed, say("Not agreed yet: {fields}.", fields=fields_in_words(missing))), " ")


def fields_in_words(fields: Iterable[Shared]) -> Text:
    """Return names of fields, one after the other; nothing where there are none."""
    return joined((one.label for one in fields), ", ")


def _ended(desk: Desk, case: CaseFile, referral: Referral, kept: frozenset[Shared] | None = None) -> CaseFile:
    """Return the case in which no release for a referral holds any more.

    Where `kept` is given, those stay that tell nothing beyond it, and those that were not given for a referral.
    """
    today = desk.clock.today()
    holding = {one.id for one in holding_releases(case, referral)}

    def ends(one: Release) -> bool:
        is_covered = kept is not None and (kept.issuperset(one.shares) or not one.referral_id)
        is_own = one.referral_id == referral.id and one.is_valid
        return (is_own or one.id in holding) and not is_covered

    releases = tuple(replace(one, withdrawn_on=today) if ends(one) else one for one in case.releases)
    return case if releases == case.releases else replace(case, releases=releases)
