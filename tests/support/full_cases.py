"""Cases in three sizes: only just opened, usual, and with more and longer words than anybody types."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.domain.agreement import AgreementReview, Duty, Goal, Signature, SigningWay
from iq_desktop.domain.biography import LifeEntry, LifeKind
from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.competence import ChosenOccupation, Competence, Evidence, Independence, OccupationRole
from iq_desktop.domain.consent import CONSENT_WORDING, Consent, Manner, Purpose, Release
from iq_desktop.domain.contact import Channel, Concern
from iq_desktop.domain.cost import Cost, CostKind, Funding, FundingSource
from iq_desktop.domain.holiday import Land
from iq_desktop.domain.language_skill import AssessedBy, LanguageSkill, Level
from iq_desktop.domain.occupation import Need, SkillKind
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.procedure import Procedure, ProcedureKind, ProcedureStep, StayGround, StepKind
from iq_desktop.domain.qualification import (
    Finished,
    Paper,
    PaperForm,
    PaperKind,
    Qualification,
    QualificationKind,
    WorkKind,
    WorkPeriod,
)
from iq_desktop.domain.referral import AgreedPoint, Referral, ReferralKind, ReferralState, Who
from iq_desktop.domain.situation import Licence, Mobility, Script, Situation
from iq_desktop.domain.talk import Appointment, AppointmentKind, Closing, Talk, TalkKind
from tests.support.builders import TODAY, a_case, a_client

if TYPE_CHECKING:
    from iq_desktop.domain.client import Client

LONG: Final = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"
_NAMES: Final = (
    ("Kundengespräche führen", "talk with customers"),
    ("Kasse bedienen", "operate cash register"),
    ("Waren annehmen und lagern", "receive and store goods"),
    ("Regale auffüllen", "stock shelves"),
    ("Reklamationen bearbeiten", "handle complaints"),
    ("Inventur durchführen", "carry out stocktaking"),
    ("Schaufenster gestalten", "dress shop windows"),
    ("Lebensmittelhygiene", "food hygiene"),
)
_STEPS: Final = tuple(Independence)


def a_competence(number: int = 0, **changes: Any) -> Competence:
    """Return a competence; every number is another one, the first six are rated."""
    name_de, name_en = _NAMES[number % len(_NAMES)]
    more = f" ({number})" if number >= len(_NAMES) else ""
    is_rated = number < 6
    competence = Competence(
        skill_uri=f"skill:{number}",
        name_de=name_de + more,
        name_en=name_en + more,
        occupation_uri="occupation:sales",
        need=Need.ESSENTIAL if number % 3 else Need.OPTIONAL,
        kind=SkillKind.KNOWLEDGE if number % 8 == 7 else SkillKind.SKILL,
        self_rating=_STEPS[(number + 2) % 4] if is_rated else None,
        adviser_rating=_STEPS[(number * 3 + 1) % 4] if is_rated else None,
        evidence=list(Evidence)[number % 6] if is_rated else Evidence.STATEMENT,
        example="Im Laden der Familie, vier Jahre lang" if number == 1 else "",
        id=f"competence-{number}",
    )
    return replace(competence, **changes)


def a_referral(**changes: Any) -> Referral:
    """Return a referral to a course."""
    referral = Referral(
        recipient="Deutsch für den Beruf B2 · Volkshochschule Neukölln",
        kind=ReferralKind.COURSE,
        state=ReferralState.SENT,
        reason="Reklamationen bearbeiten",
        course="demo/7",
        place="Berlin",
        starts_on=dt.date(2027, 1, 11),
        agreed_on=TODAY,
        remind_on=dt.date(2026, 11, 17),
        id="referral-1",
    )
    return replace(referral, **changes)


def an_empty_case() -> CaseFile:
    """Return a case that was only just opened."""
    return CaseFile(opened_on=TODAY, id="case-0", number="2026-0002", revision=1, adviser_id="adviser-1")


def a_usual_case() -> CaseFile:
    """Return the case of the builders with the lists that pages show."""
    return a_case(
        is_invented=True,
        consents=(
            Consent(Purpose.COUNSELLING, TODAY, "ar", CONSENT_WORDING, Manner.WRITTEN, id="consent-1"),
            Consent(
                Purpose.STATISTICS, dt.date(2026, 10, 1), "ar", CONSENT_WORDING, Manner.ORAL, TODAY, id="consent-2"
            ),
        ),
        client=a_client(pronunciation="Ja-ra al-Cha-tiib", postal_code="12043", email="yara@example.org"),
        languages=_languages(),
        occupations=(
            ChosenOccupation(
                "occupation:sales", "Verkäufer/Verkäuferin", "shop assistant", "5223", "62102", id="chosen-1"
            ),
            ChosenOccupation(
                "occupation:retail",
                "Einzelhandelskaufmann/Einzelhandelskauffrau",
                "retail clerk",
                "5223",
                "62112",
                OccupationRole.WISHED,
                id="chosen-2",
            ),
        ),
        competences=tuple(a_competence(number) for number in range(24)),
        life=(
            LifeEntry(LifeKind.SCHOOL, "Schule in Aleppo", "SY", PartialDate(1996), PartialDate(2008), id="school"),
            LifeEntry(LifeKind.JOURNEY, "", "TR", PartialDate(2021), PartialDate(2022), id="journey"),
        ),
        qualifications=(
            Qualification(
                "دبلوم تجارة",
                "Kauffrau",
                QualificationKind.VOCATIONAL,
                "Handelsschule Aleppo",
                "Aleppo",
                "SY",
                PartialDate(2008, 9),
                PartialDate(2011, 6),
                Finished.YES,
                id="training",
            ),
        ),
        works=(
            WorkPeriod(
                title_de="Verkäuferin",
                kind=WorkKind.FAMILY_BUSINESS,
                country="SY",
                begun=PartialDate(2011),
                ended=PartialDate(2015, about=True),
                tasks="Kasse, Waren, Kunden",
                id="shop",
            ),
            WorkPeriod(title_de="Pflege der Mutter", kind=WorkKind.CARE, begun=PartialDate(2013), id="care"),
            WorkPeriod(title_de="Aushilfe auf dem Markt", id="market"),
        ),
        talks=(Talk(TODAY, TalkKind.CALL, Channel.TELEPHONE, 15, what="Übersetzung bestellt", id="talk-1"),),
        appointments=(Appointment(dt.date(2026, 12, 1), "09:30", what="Antrag abgeben", id="appointment-1"),),
        papers=(
            Paper(kind=PaperKind.CERTIFICATE, belongs_to="training", forms=(PaperForm.ORIGINAL,), id="certificate"),
            Paper(kind=PaperKind.IDENTITY, forms=(PaperForm.COPY,), id="passport"),
        ),
        referrals=(
            a_referral(),
            a_referral(
                id="referral-2",
                recipient="Handwerkskammer Berlin",
                kind=ReferralKind.COMPETENT_BODY,
                state=ReferralState.PLANNED,
                reason="",
                course="",
                place="",
                starts_on=None,
            ),
        ),
        procedures=(
            Procedure(
                qualification_id="training",
                reference_occupation="Kaufmann/Kauffrau im Einzelhandel",
                niq_number="203",
                body_name="IHK FOSA",
                reference_number="2026-4711",
                land=Land.BERLIN,
                started_through_us=True,
                id="recognition",
            ),
        ),
        procedure_steps=(
            ProcedureStep("recognition", StepKind.APPLICATION_SENT, dt.date(2026, 8, 31), id="step-1"),
            ProcedureStep("recognition", StepKind.ACKNOWLEDGED, dt.date(2026, 9, 14), id="step-2"),
            ProcedureStep("recognition", StepKind.COMPLETE, dt.date(2026, 9, 21), id="step-3"),
            ProcedureStep(
                "recognition",
                StepKind.SUSPENDED,
                dt.date(2026, 10, 5),
                dt.date(2026, 10, 19),
                note="Lehrplan der Handelsschule",
                id="step-4",
            ),
            ProcedureStep("recognition", StepKind.PAPERS_HANDED_IN, dt.date(2026, 10, 16), id="step-5"),
        ),
        costs=(
            Cost(
                CostKind.FEE,
                "Verfahren bei der Kammer",
                Decimal("450.00"),
                procedure_id="recognition",
                due=dt.date(2026, 12, 1),
                ordered_on=dt.date(2026, 8, 31),
                id="cost-fee",
            ),
            Cost(CostKind.TRANSLATION, "", Decimal("80.00"), Decimal("120.00"), is_estimate=True, id="cost-words"),
            Cost(CostKind.TRAVEL, id="cost-travel"),
        ),
        fundings=(
            Funding(
                FundingSource.RECOGNITION_GRANT,
                "",
                (CostKind.FEE, CostKind.TRANSLATION),
                Decimal("600.00"),
                dt.date(2026, 8, 10),
                dt.date(2026, 8, 24),
                id="grant",
            ),
            Funding(FundingSource.PLACEMENT_BUDGET, "Jobcenter", (CostKind.TRAVEL,), None, TODAY, id="budget"),
        ),
        agreement=(
            AgreedPoint("Zeugnisse aus Aleppo mitbringen", "أحضري شهاداتك من حلب", due=dt.date(2026, 11, 17), id="p1"),
            AgreedPoint("Kurs „Deutsch für den Beruf“ anfragen", "", Who.ADVISER, dt.date(2026, 11, 10), id="p2"),
        ),
        goals=(Goal("Wieder als Verkäuferin arbeiten", "", PartialDate(2027, 6), id="g1"),),
        duties=(Duty("Ich komme zu den Terminen.", "سآتي إلى المواعيد.", id="d1"),),
    )


def an_overfull_case() -> CaseFile:
    """Return a case with more and longer words than anybody types."""
    usual = a_usual_case()
    return replace(
        usual,
        id="case-2",
        number="2026-0003",
        client=_overfull_client(),
        contact=replace(
            usual.contact, concerns=tuple(Concern), concern_in_words=f"{LONG}. " * 12, expectation=f"{LONG}. " * 6
        ),
        consents=tuple(
            Consent(purpose, TODAY, "fa_AF", CONSENT_WORDING, Manner.ORAL, TODAY if round_ < 3 else None)
            for round_ in range(4)
            for purpose in Purpose
        ),
        languages=(
            *_languages(),
            *(LanguageSkill(code, id=f"more-{code}") for code in ("ckb", "tr", "fr", "ru", "ti", "fa_AF")),
        ),
        occupations=tuple(_overfull_occupation(number) for number in range(7)),
        competences=tuple(_overfull_competence(number) for number in range(110)),
        referrals=tuple(_overfull_referral(number) for number in range(12)),
        life=tuple(_overfull_entry(number) for number in range(30)),
        qualifications=tuple(
            Qualification("شهادة " * 9, f"{LONG} {number}", begun=PartialDate(2000 + number), id=f"q-{number}")
            for number in range(9)
        ),
        works=tuple(
            WorkPeriod(title_de=f"{LONG} {number}", tasks=f"{LONG}. " * 9, country="SY", id=f"work-{number}")
            for number in range(9)
        ),
        papers=tuple(
            Paper(f"{LONG} {number}", PaperKind.OTHER, f"q-{number % 9}", tuple(PaperForm), id=f"paper-{number}")
            for number in range(40)
        ),
        procedures=tuple(_overfull_procedure(number) for number in range(6)),
        procedure_steps=tuple(
            ProcedureStep(
                f"procedure-{number % 6}",
                kind,
                dt.date(2026, 1, 5) + dt.timedelta(days=3 * number),
                note=f"{LONG} {number}",
                id=f"step-{number}",
            )
            for number, kind in enumerate(tuple(StepKind) * 2)
        ),
        costs=tuple(
            Cost(
                tuple(CostKind)[number % len(CostKind)],
                f"{LONG} {number}",
                Decimal("123456.78"),
                Decimal("223456.78"),
                is_estimate=True,
                procedure_id=f"procedure-{number % 6}",
                due=dt.date(2026, 12, 1),
                id=f"cost-{number}",
            )
            for number in range(12)
        ),
        fundings=tuple(
            Funding(source, f"{LONG} {LONG}", tuple(CostKind), Decimal("99999.99"), TODAY, note=LONG, id=source.value)
            for source in FundingSource
        ),
        agreement=tuple(
            AgreedPoint(f"{LONG} {number} " * 3, "يجب أن " * 30, tuple(Who)[number % 3], TODAY, id=f"point-{number}")
            for number in range(7)
        ),
        goals=tuple(
            Goal(f"{LONG} {number} " * 3, "أريد " * 30, PartialDate(2027), TODAY, id=f"goal-{number}")
            for number in range(4)
        ),
        duties=tuple(
            Duty(f"{LONG} " * 4, "يجب أن " * 20, tuple(Who)[number % 3], id=f"duty-{number}") for number in range(9)
        ),
        reviews=tuple(AgreementReview(TODAY, f"{LONG} " * 9, id=f"review-{number}") for number in range(5)),
        signatures=tuple(
            Signature(
                way=way,
                signed_on=TODAY,
                name=LONG,
                language="ar",
                words=f"→ {LONG}",
                strokes="12,40 180,44 300,90 420,200",
                seal="ab",
                id=f"s-{way.value}",
            )
            for way in SigningWay
        ),
        situation=_overfull_situation(),
        releases=tuple(Release(f"{LONG} {number}", f"{LONG}. " * 4, TODAY, id=f"r-{number}") for number in range(9)),
        talks=tuple(
            Talk(TODAY, TalkKind.WITH_OTHERS, Channel.OUTREACH, 90, LONG, f"{LONG} " * 20, id=f"talk-{number}")
            for number in range(30)
        ),
        appointments=tuple(
            Appointment(TODAY, "09:30", AppointmentKind.OFFICE, f"{LONG} {number}", LONG, id=f"appointment-{number}")
            for number in range(20)
        ),
        closing=Closing(None, None, f"{LONG}. " * 9),
    )


def _overfull_procedure(number: int) -> Procedure:
    return Procedure(
        tuple(ProcedureKind)[number % 5],
        f"q-{number}",
        f"{LONG}mechaniker/in {number}",
        body_name=f"Kammer {LONG}",
        reference_number=f"{LONG}/{number}",
        ground=StayGround.PARTNERSHIP,
        is_accelerated=True,
        id=f"procedure-{number}",
    )


def _overfull_situation() -> Situation:
    return Situation(
        scripts=tuple(Script),
        works_as=f"{LONG} und {LONG}",
        licences=tuple(Licence),
        computer=f"{LONG}, {LONG}",
        wish=f"{LONG}. " * 6,
        mobility=tuple(Mobility),
        barriers=f"{LONG}. " * 6,
        family=f"{LONG}. " * 3,
    )


def _overfull_client() -> Client:
    return a_client(
        family_name=f"von und zu {LONG}",
        given_names="Maria-Magdalena Anna Katharina Elisabeth Theresia Franziska",
        family_name_own_script="الخطيب المصري " * 6,
        former_names=f"{LONG}, {LONG}",
        nationalities=("SY", "TR", "IQ", "LB", "BA", "GB", "VC"),
        mother_tongues=("ar", "ckb", "kmr", "tr", "fa_AF"),
        place="Sankt Margarethen an der Donaudampfschifffahrtsgesellschaft",
        birth=PartialDate(1980),
    )


def _overfull_occupation(number: int) -> ChosenOccupation:
    return ChosenOccupation(
        f"occupation:{number}",
        f"{LONG}mechaniker/{LONG}mechanikerin {number}",
        f"aircraft de-icer and warehouse team leader number {number}",
        "0110",
        "01104",
        list(OccupationRole)[number % 2],
        id=f"chosen-{number}",
    )


def _overfull_competence(number: int) -> Competence:
    usual = a_competence(number, self_rating=Independence.ALONE if number % 2 else None)
    if number % 5 != 2:
        return usual
    return replace(usual, name_de=f"Vorschriften zum Umgang mit {LONG} in betrieblichen Abläufen anwenden {number}")


def _overfull_referral(number: int) -> Referral:
    return a_referral(
        id=f"referral-{number}",
        recipient=f"{LONG} {number} · Bildungswerk der {LONG} gemeinnützige GmbH",
        reason=f"{LONG}, {LONG}",
        place="Sankt Margarethen an der Donau",
        state=list(ReferralState)[number % 7],
        kind=list(ReferralKind)[number % 6],
    )


def _overfull_entry(number: int) -> LifeEntry:
    ended = PartialDate(1991 + number, about=True) if number % 3 else None
    kind = tuple(LifeKind)[number % len(LifeKind)]
    return LifeEntry(kind, f"{LONG} {number}", "SY", PartialDate(1990 + number), ended, id=f"life-{number}")


def _languages() -> tuple[LanguageSkill, ...]:
    return (
        LanguageSkill("ar", AssessedBy.SELF, Level.C2, Level.C2, Level.C2, Level.C1, Level.C1, TODAY, id="l1"),
        LanguageSkill("de", AssessedBy.SELF, Level.B1, Level.B1, Level.A2, Level.A2, Level.A1, TODAY, id="l2"),
        LanguageSkill("de", AssessedBy.ADVISER, Level.A2, Level.B1, Level.A2, Level.A2, None, TODAY, id="l3"),
        LanguageSkill("en", AssessedBy.SELF, Level.A2, Level.A2, Level.A1, None, None, TODAY, id="l4"),
    )
