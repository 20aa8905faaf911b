"""Cases that were reported to NIQ."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from iq_desktop.domain.contact import Channel
from iq_desktop.domain.niq_record import Sender, niq_record
from iq_desktop.domain.niq_report import with_chiffre, with_report
from iq_desktop.domain.qualification import EarlierApplication, Experience, Qualification, QualificationKind
from iq_desktop.domain.talk import Talk
from tests.support.builders import TODAY, a_case
from tests.support.memory_niq import the_codes

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile


def a_reported_case() -> CaseFile:
    """Return a complete case that was reported with its Chiffre, and to which a talk was added since."""
    nurse = Qualification(
        title_de="Krankenschwester",
        kind=QualificationKind.VOCATIONAL,
        country="SY",
        experience=Experience.BOTH,
        goes_to_niq=True,
        reference_occupation="Pflegefachfrau/Pflegefachmann",
        niq_occupation="702",
        earlier_application=EarlierApplication.NONE,
    )
    case = a_case(id="reported", number="2026-0203", qualifications=(nurse,))
    record = niq_record(case, the_codes(), Sender("417", "Berlin"), TODAY)
    case = with_chiffre(with_report(case, record, TODAY), "BW-2026-00417")
    return replace(case, talks=(Talk(TODAY + dt.timedelta(days=9), channel=Channel.TELEPHONE, minutes=20),))
