"""One invented case with something in every part, for the check of itself."""

from __future__ import annotations

import datetime as dt
from typing import Final

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.client import Client
from iq_desktop.domain.competence import ChosenOccupation, Competence, Evidence, Independence
from iq_desktop.domain.contact import Channel, Concern, Contact
from iq_desktop.domain.language_skill import AssessedBy, LanguageSkill, Level
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.referral import AgreedPoint, Referral, Who

_DAY: Final = dt.date(2026, 11, 3)


def sample_case() -> CaseFile:
    """Return an invented case in which Latin, Arabic, Cyrillic and Ethiopic letters meet."""
    return CaseFile(
        opened_on=_DAY,
        is_invented=True,
        contact=Contact(channel=Channel.FACE_TO_FACE, concerns=(Concern.RECOGNITION,), client_language="ar"),
        client=Client(
            family_name="Al-Khatib",
            given_names="Yara",
            family_name_own_script="الخطيب",
            given_names_own_script="يارا",
            former_names="Шевченко, ገብረመድህን, Öztürk-Großmann",
            birth=PartialDate(1989, 4),
            mother_tongues=("ar",),
            postal_code="10115",
            place="Berlin",
        ),
        languages=(
            LanguageSkill("de", AssessedBy.SELF, Level.B1, Level.A2, Level.A2, Level.A2, Level.A1, _DAY, id="1" * 32),
        ),
        occupations=(ChosenOccupation("urn:sample:nurse", "Pflegefachfrau/Pflegefachmann", "nurse", id="2" * 32),),
        competences=tuple(_competence(number) for number in range(1, 9)),
        referrals=(Referral("Sprachschule (§ 12 DeuFöV)", agreed_on=_DAY, id="4" * 32),),
        agreement=(
            AgreedPoint("Zeugnisse mitbringen", "إحضار الشهادات", Who.CLIENT, dt.date(2026, 12, 3), id="5" * 32),
        ),
    )


def _competence(number: int) -> Competence:
    steps, grades = list(Independence), list(Evidence)
    return Competence(
        skill_uri=f"urn:sample:skill:{number}",
        name_de=f"Fertigkeit {number} (Beispiel)",
        name_en=f"Skill {number} (example)",
        self_rating=steps[number % len(steps)],
        adviser_rating=steps[(number + 1) % len(steps)],
        evidence=grades[number % len(grades)],
        id=f"{number:032x}",
    )
