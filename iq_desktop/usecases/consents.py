"""Giving and withdrawing consents, purpose by purpose."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from iq_desktop.domain.consent import CONSENT_WORDING, Consent, Manner, Purpose, valid_consent

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.usecases.desk import Desk


def give_consent(desk: Desk, case: CaseFile, purpose: Purpose, manner: Manner) -> CaseFile:
    """Return the case with a consent given today in the client's language; one that is valid already stays."""
    if valid_consent(case.consents, purpose):
        return case
    language = case.contact.client_language or "de"
    consent = Consent(purpose, desk.clock.today(), language, CONSENT_WORDING, manner)
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
