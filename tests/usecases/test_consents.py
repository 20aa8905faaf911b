"""Consents: given, withdrawn, given again; nothing of it disappears."""

from __future__ import annotations

import datetime as dt

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.consent import Manner, Purpose, valid_consent
from iq_desktop.domain.contact import Contact
from iq_desktop.usecases.consents import give_consent, withdraw_consent
from tests.support.builders import TODAY
from tests.support.fakes import FixedClock, a_desk
from tests.support.tongues import TRANSLATIONS

DESK = a_desk(TRANSLATIONS)
CASE = CaseFile(opened_on=TODAY, contact=Contact(client_language="ar"))


def test_a_consent_tells_day_language_wording_and_manner() -> None:
    given = valid_consent(give_consent(DESK, CASE, Purpose.COUNSELLING, Manner.ORAL).consents, Purpose.COUNSELLING)
    assert given is not None
    assert (given.given_on, given.language, given.manner) == (TODAY, "ar", Manner.ORAL)
    assert given.wording_version


def test_each_purpose_stands_for_itself() -> None:
    case = give_consent(DESK, CASE, Purpose.COUNSELLING, Manner.WRITTEN)
    case = give_consent(DESK, case, Purpose.STATISTICS, Manner.WRITTEN)
    case = withdraw_consent(DESK, case, Purpose.COUNSELLING)
    assert valid_consent(case.consents, Purpose.COUNSELLING) is None
    assert valid_consent(case.consents, Purpose.STATISTICS) is not None
    assert valid_consent(case.consents, Purpose.REFERRAL) is None


def test_a_valid_consent_is_not_given_twice_and_nothing_is_withdrawn_twice() -> None:
    case = give_consent(DESK, CASE, Purpose.COUNSELLING, Manner.WRITTEN)
    assert give_consent(DESK, case, Purpose.COUNSELLING, Manner.ORAL) is case
    withdrawn = withdraw_consent(DESK, case, Purpose.COUNSELLING)
    tomorrow = a_desk(TRANSLATIONS, clock=FixedClock(TODAY + dt.timedelta(days=1)))
    assert withdraw_consent(tomorrow, withdrawn, Purpose.COUNSELLING) == withdrawn


def test_given_again_after_a_withdrawal_both_stay_visible() -> None:
    case = give_consent(DESK, CASE, Purpose.COUNSELLING, Manner.WRITTEN)
    case = withdraw_consent(DESK, case, Purpose.COUNSELLING)
    case = give_consent(DESK, case, Purpose.COUNSELLING, Manner.ON_SCREEN)
    assert [(one.manner, one.withdrawn_on) for one in case.consents] == [
        (Manner.WRITTEN, TODAY),
        (Manner.ON_SCREEN, None),
    ]
    assert valid_consent(case.consents, Purpose.COUNSELLING) is case.consents[1]
    assert len({one.id for one in case.consents}) == 2
