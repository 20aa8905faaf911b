"""Giving and withdrawing consents, purpose by purpose, and releases from secrecy, recipient by recipient."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from iq_desktop.domain.consent import CONSENT_WORDING, Consent, Manner, Purpose, Release, valid_consent
from iq_desktop.wording.text import NOTHING, Text, as_it_is, joined, say

if TYPE_CHECKING:
    import datetime as dt

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.usecases.desk import Desk


def draft_consent(desk: Desk, case: CaseFile, manner: Manner = Manner.WRITTEN) -> Consent:
    """Return a consent as it would be given now: today, in the client's language, in the present wording."""
    language = case.contact.client_language or "de"
    return Consent(Purpose.COUNSELLING, desk.clock.today(), language, CONSENT_WORDING, manner)


def give_consent(
    desk: Desk,
    case: CaseFile,
    purpose: Purpose,
    manner: Manner,
    *,
    given_on: dt.date | None = None,
    language: str = "",
) -> CaseFile:
    """Return the case with a consent, given today in the client's language where nothing else is said.

    One that is valid already stays. A day in the future is today.
    """
    if valid_consent(case.consents, purpose):
        return case
    draft = draft_consent(desk, case, manner)
    day = min(given_on or draft.given_on, draft.given_on)
    consent = replace(draft, purpose=purpose, given_on=day, language=language or draft.language)
    return replace(case, consents=(*case.consents, consent))


def withdraw_consent(desk: Desk, case: CaseFile, purpose: Purpose) -> CaseFile:
    """Return the case with the consent for a purpose withdrawn today; the given one stays visible."""
    today = desk.clock.today()
    return replace(
        case,
        consents=tuple(
            replace(consent, withdrawn_on=today) if consent.purpose is purpose and consent.is_valid else consent
            for consent in case.consents
        ),
    )


def begin_release(desk: Desk, case: CaseFile) -> Release:
    """Return a release from secrecy as it would be given now, still without a recipient."""
    draft = draft_consent(desk, case)
    return Release(
        given_on=draft.given_on,
        language=draft.language,
        wording_version=draft.wording_version,
        manner=draft.manner,
    )


def withdraw_release(desk: Desk, release: Release) -> Release:
    """Return a release that is withdrawn today."""
    return replace(release, withdrawn_on=desk.clock.today())


def release_title(release: Release) -> Text:
    """Return whom a release names."""
    return as_it_is(release.recipient) if release.recipient else say("Nobody named yet")


def release_facts(release: Release) -> tuple[Text, ...]:
    """Return what may be told, and since when."""
    fields = joined((say("Name"), *(one.label for one in release.shares)), ", ") if release.referral_id else NOTHING
    what = as_it_is(release.what.split("\n")[0]) if release.what else fields
    if release.withdrawn_on is not None:
        return (say("withdrawn on {date}", date=release.withdrawn_on), what)
    since = say("since {date}", date=release.given_on) if release.given_on else NOTHING
    return (since, what)
