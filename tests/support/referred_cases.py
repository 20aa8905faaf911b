"""A case whose referrals went every way: refused and referred again, agreed to, finished; and one sent to us."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from iq_desktop.domain.consent import CONSENT_WORDING, Release
from iq_desktop.domain.incoming_referral import IncomingAnswer, IncomingReferral
from iq_desktop.domain.organisation import FieldOfAction, Organisation, OrganisationKind, Reach
from iq_desktop.domain.referral import Referral, ReferralKind, ReferralState, Shared
from iq_desktop.domain.referral_step import ReferralStep, ReferralStepKind, ReferralWay
from tests.support.builders import TODAY
from tests.support.full_cases import a_usual_case

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile

DAY = dt.timedelta(days=1)
_TOLD = (Shared.LANGUAGES, Shared.QUALIFICATIONS, Shared.CONTACT)
REFUSED = Referral(
    "Deutsch für den Beruf B2 · Volkshochschule Neukölln",
    state=ReferralState.REFUSED,
    reason="Deutsch für die Anerkennung",
    place="Berlin",
    agreed_on=TODAY - 20 * DAY,
    shares=_TOLD,
    contact_person="Frau Beispiel",
    id="refused",
)
AGAIN = Referral(
    "Bildungswerk Musterstadt",
    ReferralKind.PARTNER,
    reason="Deutsch für die Anerkennung",
    place="Berlin",
    agreed_on=TODAY,
    remind_on=TODAY + 14 * DAY,
    shares=_TOLD,
    earlier_id="refused",
    id="again",
)
_STEPS = (
    ReferralStep("refused", ReferralStepKind.SENT, TODAY - 18 * DAY, ReferralWay.POST, "Frau Beispiel", id="sent"),
    ReferralStep("refused", ReferralStepKind.ASKED, TODAY - 6 * DAY, ReferralWay.PHONE, id="asked"),
    ReferralStep(
        "refused",
        ReferralStepKind.REFUSED,
        TODAY - DAY,
        ReferralWay.PHONE,
        "Frau Beispiel",
        "Der Kurs ist voll, der nächste beginnt erst im Sommer.",
        id="no",
    ),
    ReferralStep("sent", ReferralStepKind.SENT, TODAY - 3 * DAY, ReferralWay.WITH_PERSON, id="sent-2"),
    ReferralStep("done", ReferralStepKind.SENT, TODAY - 90 * DAY, id="done-1"),
    ReferralStep("done", ReferralStepKind.ACCEPTED, TODAY - 80 * DAY, id="done-2"),
    ReferralStep("done", ReferralStepKind.CAME, TODAY - 70 * DAY, id="done-3"),
    ReferralStep("done", ReferralStepKind.FINISHED, TODAY - 4 * DAY, words="Prüfung B1 bestanden", id="done-4"),
)
ORGANISATIONS = (
    Organisation(
        "Bildungswerk Musterstadt",
        OrganisationKind.PARTNER,
        (FieldOfAction.GERMAN, FieldOfAction.QUALIFICATION),
        ("ar", "de"),
        Reach.REGION,
        "Berlin und Brandenburg",
        street="Musterstraße 1",
        postal_code="10115",
        place="Berlin",
        phone="030 000001",
        contact_person="Herr Muster",
        checked_on=TODAY - 30 * DAY,
        id="partner",
    ),
    Organisation(
        "Frauen für Frauen e. V.",
        OrganisationKind.SELF_HELP,
        (FieldOfAction.FAMILY, FieldOfAction.COMMUNITY, FieldOfAction.GERMAN),
        ("ar", "uk", "tr"),
        Reach.PLACE,
        place="Berlin",
        id="self-help",
    ),
    Organisation("Schuldnerberatung Mitte", OrganisationKind.ADVICE_CENTRE, (FieldOfAction.MONEY,), id="money"),
)


def a_referred_case() -> CaseFile:
    """Return the usual case with referrals in every stage, the newest last."""
    sent = replace(
        AGAIN, recipient="Handwerkskammer Berlin", kind=ReferralKind.COMPETENT_BODY, earlier_id="", id="sent"
    )
    sent = replace(sent, state=ReferralState.SENT, remind_on=TODAY + 11 * DAY, shares=_TOLD[:2])
    done = replace(sent, recipient="Integrationskurs B1", kind=ReferralKind.COURSE, state=ReferralState.FINISHED)
    release = Release(
        sent.recipient, "", TODAY - 3 * DAY, "ar", CONSENT_WORDING, shares=sent.shares, referral_id="sent", id="given"
    )
    return replace(
        a_usual_case(),
        referrals=(replace(done, id="done", remind_on=None), REFUSED, sent, AGAIN),
        referral_steps=_STEPS,
        releases=(release,),
        incoming_referrals=(
            IncomingReferral(
                "Jobcenter Neukölln",
                "Herr Muster",
                TODAY - 9 * DAY,
                ReferralWay.EMAIL,
                "Anerkennung der Ausbildung klären",
                id="waiting",
            ),
            IncomingReferral(
                "Migrationsberatung",
                came_on=TODAY - 30 * DAY,
                asked="Deutsch",
                answer=IncomingAnswer.TAKEN_ON,
                answered_on=TODAY - 28 * DAY,
                id="answered",
            ),
        ),
    )
