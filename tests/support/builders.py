"""Builds plausible invented clients and cases for tests; every argument replaces one field."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any, Final

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.client import Benefit, Client, Employment, Gender, Home, ResidenceTitle, WorkPermission
from iq_desktop.domain.competence import ChosenOccupation, Competence, Evidence, Independence, OccupationRole
from iq_desktop.domain.consent import CONSENT_WORDING, Consent, Manner, Purpose
from iq_desktop.domain.contact import Channel, Concern, Contact, Interpreting, RecognitionTopic, WayToCentre
from iq_desktop.domain.course import CourseOffer, TeachingForm
from iq_desktop.domain.language_skill import AssessedBy, LanguageSkill, Level
from iq_desktop.domain.occupation import Naming, Occupation
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.referral import AgreedPoint, Referral, ReferralKind, Who

TODAY: Final = dt.date(2026, 11, 3)
"""The day at the desk in every test that does not say otherwise."""
SALES_URI: Final = "http://example.org/occupation/sales"


def a_client(**changes: Any) -> Client:
    """Return a client with every field that matters filled in."""
    client = Client(
        family_name="Al-Khatib",
        given_names="Yara",
        family_name_own_script="الخطيب",
        given_names_own_script="يارا",
        gender=Gender.FEMALE,
        birth=PartialDate(1990, 5),
        birth_country="SY",
        nationalities=("SY",),
        mother_tongues=("ar",),
        residence_title=ResidenceTitle.HUMANITARIAN,
        residence_valid_until=TODAY + dt.timedelta(days=120),
        work_permission=WorkPermission.UNRESTRICTED,
        entry=PartialDate(2022),
        benefit=Benefit.SGB_2,
        employment=Employment.NOT_WORKING,
        home=Home.GERMANY,
        street="Lindenstraße 12",
        postal_code="10969",
        place="Berlin",
        phone="030 5550147",
    )
    return replace(client, **changes)


def a_case(**changes: Any) -> CaseFile:
    """Return a case with something on every page; its consent for the counselling is given."""
    case = CaseFile(
        opened_on=TODAY,
        id="case-1",
        number="2026-0147",
        revision=1,
        adviser_id="adviser-1",
        contact=Contact(
            channel=Channel.FACE_TO_FACE,
            way=WayToCentre.RECOMMENDATION,
            concerns=(Concern.RECOGNITION, Concern.WORK),
            concern_in_words="Ich möchte wieder im Verkauf arbeiten.",
            expectation="Arbeit bis zum Sommer",
            client_language="ar",
            interpreting=Interpreting.PROFESSIONAL,
            first_talk_on=TODAY,
            ended_on=TODAY,
            recognition_topics=(RecognitionTopic.POSSIBILITIES,),
        ),
        client=a_client(),
        consents=(Consent(Purpose.COUNSELLING, TODAY, "ar", CONSENT_WORDING, Manner.WRITTEN),),
        languages=(
            LanguageSkill("de", AssessedBy.ADVISER, Level.B1, Level.A2, Level.A2, Level.A2, Level.A1, TODAY),
            LanguageSkill("ar", AssessedBy.SELF, Level.C2, Level.C2, Level.C2, Level.C2, Level.C2, TODAY),
        ),
        occupations=(
            ChosenOccupation(SALES_URI, "Fachverkäufer/Fachverkäuferin", "shop assistant", "5223", "62102"),
            ChosenOccupation(
                f"{SALES_URI}-lead", "Filialleiter/Filialleiterin", "shop manager", role=OccupationRole.WISHED
            ),
        ),
        competences=some_competences(),
        referrals=(Referral("Deutsch für den Verkauf · VHS Berlin", ReferralKind.COURSE, agreed_on=TODAY),),
        agreement=(AgreedPoint("Zeugnisse übersetzen lassen", "", Who.CLIENT, TODAY + dt.timedelta(days=14)),),
    )
    return replace(case, **changes)


def some_competences() -> tuple[Competence, ...]:
    """Return six competences, five of them rated by both sides."""
    rows = (
        ("Kunden beraten", "advise customers", 3, 3, Evidence.EXAMPLE),
        ("Kasse führen", "operate a cash register", 4, 3, Evidence.REFERENCE),
        ("Waren lagern", "store goods", 4, 4, Evidence.OBSERVED),
        ("Bestellungen planen", "plan orders", 2, 3, Evidence.STATEMENT),
        ("Reklamationen bearbeiten", "handle complaints", 2, 1, Evidence.EXAMPLE),
    )
    rated = tuple(
        Competence(
            f"{SALES_URI}/skill/{number}",
            german,
            english,
            SALES_URI,
            self_rating=list(Independence)[own - 1],
            adviser_rating=list(Independence)[ours - 1],
            evidence=evidence,
        )
        for number, (german, english, own, ours, evidence) in enumerate(rows)
    )
    return (*rated, Competence(f"{SALES_URI}/skill/9", "Ware präsentieren", "display goods", SALES_URI))


_PEOPLE: Final = (
    ("Ahmadi", "Maryam", "مریم احمدی", "fa", "Köln", "Schneider/Schneiderin"),
    ("Müller-Öztürk", "Ayşe", "", "tr", "Düren", "Erzieher/Erzieherin"),
    ("Schewtschenko", "Olena", "Олена Шевченко", "uk", "Bonn", "Bilanzbuchhalter/Bilanzbuchhalterin"),
    ("Gebremedhin", "Selam", "ሰላም ገብረመድህን", "ti", "Leverkusen", "Pflegehelfer/Pflegehelferin"),
    ("Popescu", "Ștefan", "", "ro", "Aachen", "Elektroniker/Elektronikerin für Betriebstechnik"),
    ("Wójcik", "Łukasz", "", "pl", "Bergisch Gladbach", "Tischler/Tischlerin"),
    ("Mohammadi", "Reza", "رضا محمدی", "fa_AF", "Köln", "Kraftfahrzeugmechatroniker/-mechatronikerin"),
    ("Yılmaz", "İbrahim", "", "tr", "Hürth", "Koch/Köchin"),
    ("Cabdi", "Xasan", "", "so", "Köln", ""),
    ("Kovalenko", "Ivan", "Іван Коваленко", "uk", "Siegburg", "Softwareentwickler/Softwareentwicklerin"),
    ("Tesfay", "Yonas", "ዮናስ ተስፋይ", "ti", "Bonn", "Maurer/Maurerin"),
)


def several_cases() -> tuple[CaseFile, ...]:
    """Return a dozen cases of people whose names are written in many ways, the first one complete."""
    others = tuple(
        CaseFile(
            opened_on=TODAY - dt.timedelta(days=number),
            id=f"case-{number}",
            number=f"2026-{147 - number:04}",
            revision=1,
            adviser_id="adviser-1",
            is_invented=number % 2 == 0,
            contact=Contact(client_language=language, first_talk_on=TODAY - dt.timedelta(days=number)),
            client=Client(
                family_name=family,
                given_names=given,
                given_names_own_script=own_script,
                birth=PartialDate(1975 + number),
                place=place,
            ),
            occupations=(ChosenOccupation(f"urn:occupation:{number}", occupation),) if occupation else (),
        )
        for number, (family, given, own_script, language, place, occupation) in enumerate(_PEOPLE, start=2)
    )
    nameless = CaseFile(opened_on=TODAY, id="case-99", number="2026-0099", contact=Contact(client_language="fr"))
    return (a_case(is_invented=True), *others, nameless)


def a_course(**changes: Any) -> CourseOffer:
    """Return a course that starts in three weeks in Berlin."""
    course = CourseOffer(
        catalogue="demo",
        id="course-1",
        title="Deutsch für den Verkauf (B1)",
        provider="Volkshochschule Berlin Mitte",
        description="Berufssprachkurs mit Übungen an der Kasse.",
        keywords=("Deutsch", "Verkauf"),
        form=TeachingForm.CLASSROOM,
        street="Antonstraße 37",
        postal_code="13347",
        place="Berlin",
        starts_on=TODAY + dt.timedelta(days=21),
        hours=400,
        degree="Zertifikat B1",
        web="https://vhs.example.org",
    )
    return replace(course, **changes)


def an_occupation(**changes: Any) -> Occupation:
    """Return the occupation of the sample client."""
    naming = Naming((("de", "Fachverkäufer/Fachverkäuferin"), ("en", "shop assistant")))
    return replace(Occupation(SALES_URI, naming, "5223", "62102"), **changes)
