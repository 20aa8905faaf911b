"""Invented course offers by the hundred thousand, with the titles, lengths and spread of real catalogues."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.course import CourseOffer, TeachingForm
from iq_desktop.domain.course_traits import CourseFunding, CourseKind, TeachingTime
from iq_desktop.domain.language_skill import Level

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TITLES: Final = (
    ("Berufssprachkurs {level}", CourseKind.VOCATIONAL_GERMAN),
    ("Berufsbezogene Deutschsprachförderung {level} {trade}", CourseKind.VOCATIONAL_GERMAN),
    ("Integrationskurs mit Alphabetisierung", CourseKind.INTEGRATION),
    ("Allgemeiner Integrationskurs Modul {number}", CourseKind.INTEGRATION),
    ("Deutsch {level} Intensivkurs", CourseKind.GERMAN),
    ("Sprachkurs Deutsch {level} am Abend", CourseKind.GERMAN),
    ("Teilqualifikation {trade} TQ {number}", CourseKind.PARTIAL),
    ("Anpassungslehrgang {trade}", CourseKind.ADAPTATION),
    ("Vorbereitung auf die Kenntnisprüfung {trade}", CourseKind.ADAPTATION),
    ("{trade}: Grundlagen und Praxis", CourseKind.FURTHER_TRAINING),
    ("{trade} Aufbaukurs {number}", CourseKind.FURTHER_TRAINING),
    ("Umschulung {trade}", CourseKind.FURTHER_TRAINING),
    ("Lehrgang {trade} mit Prüfung", CourseKind.FURTHER_TRAINING),
    ("Weiterbildung {trade} in Teilzeit", CourseKind.FURTHER_TRAINING),
)
_TRADES: Final = (
    *("Altenpflegehelfer", "Pflegefachkraft", "Schweißer", "Elektrofachkraft", "Lagerlogistik", "Gabelstapler"),
    *("Buchführung", "Lohnabrechnung", "Gebäudereinigung", "Küchenhilfe", "Koch", "Einzelhandel", "Friseurhandwerk"),
    *(
        "Erzieher",
        "Kinderpflege",
        "Softwareentwicklung",
        "Projektmanagement",
        "SAP",
        "Excel",
        "Webdesign",
        "CNC-Fräsen",
    ),
    *("Zerspanungsmechaniker", "Mechatronik", "Kraftfahrzeugtechnik", "Berufskraftfahrer", "Tischler", "Malerhandwerk"),
    *("Hotelfachkraft", "Servicekraft", "Sicherheitsdienst", "Medizinische Fachangestellte", "Zahnmedizin"),
    *(
        "Betreuungskraft",
        "Steuerrecht",
        "Wundversorgung",
        "Anlagenmechaniker",
        "Dachdecker",
        "Hochbau",
        "Fachinformatik",
    ),
)
_WORDS: Final = (
    "Teilnehmende lernen die Grundlagen des Berufs kennen und üben sie in der Werkstatt unter Anleitung erfahrener "
    "Fachkräfte. Der Lehrgang schließt mit einer Prüfung ab und wird mit einem Zertifikat bescheinigt. Vorausgesetzt "
    "werden Kenntnisse der deutschen Sprache und die Bereitschaft zum Lernen im Team. Unterricht findet in kleinen "
    "Gruppen statt, Lernmittel werden gestellt. Eine Förderung durch Bildungsgutschein ist möglich, die Beratung "
    "kostenlos. Inhalte sind Arbeitsschutz, Hygiene, Werkstoffkunde, Rechnungswesen, Kommunikation mit Kundinnen und "
    "Kunden, Dokumentation, Qualitätssicherung, Digitalisierung, Bewerbungstraining und ein Praktikum im Betrieb"
).split()
_PROVIDERS: Final = ("Bildungswerk", "Volkshochschule", "Akademie", "Sprachschule", "Kolpingwerk", "Handwerkskammer")
_LEVELS: Final = (Level.A1, Level.A2, Level.B1, Level.B2, Level.C1)
_FORMS: Final = (TeachingForm.CLASSROOM,) * 6 + (TeachingForm.ONLINE, TeachingForm.ONLINE, TeachingForm.MIXED)


def make_offers(
    count: int, postal_codes: Sequence[tuple[str, str]], today: dt.date, catalogue: str = "many", length: int = 130
) -> Iterator[CourseOffer]:
    """Yield offers at these postal codes and places; `length` is the number of words of a description."""
    chance = Random(7)  # noqa: S311  (the same offers in each run)
    for number in range(count):
        yield _offer(number, chance, postal_codes, today, catalogue, length)


def _offer(
    number: int, chance: Random, codes: Sequence[tuple[str, str]], today: dt.date, catalogue: str, length: int
) -> CourseOffer:
    title, kind = chance.choice(_TITLES)
    trade, level = chance.choice(_TRADES), chance.choice(_LEVELS)
    is_german = kind in (CourseKind.INTEGRATION, CourseKind.VOCATIONAL_GERMAN, CourseKind.GERMAN)
    code, place = chance.choice(codes)
    start = today + dt.timedelta(days=chance.randrange(-60, 300))
    words = chance.choices(_WORDS, k=length)
    return CourseOffer(
        catalogue=catalogue,
        id=str(number),
        title=title.format(level=level.value, trade=trade, number=chance.randrange(1, 7)),
        provider=f"{chance.choice(_PROVIDERS)} {place}",
        description=" ".join((*words, f"Ausweis{number % 20_000}")),
        keywords=(trade, chance.choice(_TRADES), "Deutsch" if is_german else "Beruf"),
        form=chance.choice(_FORMS),
        postal_code=code,
        place=place,
        starts_on=start,
        ends_on=start + dt.timedelta(days=90),
        hours=chance.choice((40, 120, 400, 600)),
        price=Decimal(chance.choice((0, 0, 199, 980, 4500))),
        kind=kind,
        entry_level=_LEVELS[max(_LEVELS.index(level) - 1, 0)] if is_german else None,
        exit_level=level if is_german else None,
        times=(chance.choice(tuple(TeachingTime)),),
        fundings=(chance.choice(tuple(CourseFunding)),),
    )
