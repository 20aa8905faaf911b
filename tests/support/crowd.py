"""A crowd of invented people with names from many languages, and a vault filled with them in bulk."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from sqlalchemy import insert, text

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.client import Client
from iq_desktop.domain.competence import ChosenOccupation
from iq_desktop.domain.contact import Contact
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.talk import Closing
from iq_desktop.storage.case_line import line_of
from iq_desktop.storage.case_tables import case_file, client, closing, contact, situation
from iq_desktop.storage.codec import codec_of
from iq_desktop.storage.deadline_rows import set_deadlines
from iq_desktop.storage.list_tables import case_line
from iq_desktop.storage.prepared import prepare
from iq_desktop.storage.rights_tables import keeping

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iq_desktop.storage.engine import Database

_FAMILY: Final = """
Müller Schmidt Weiß Groß Köhler Böttcher Jäger Brandt Vogt Krämer Yıldırım Çelik Şahin Öztürk Aydın Koç Doğan Güneş
Al-Khatib Alhassan El-Masri Haddad Khalil Darwisch Mahmoud Saleh Abdulrahman Nasser Kassem Ahmadi Hosseini Rezaei
Mohammadi Karimi Sadeghi Azizi Noori Ghaderi Shevchenko Kovalenko Bondarenko Tkachuk Melnyk Kravets Oliinyk Ivanova
Kowalska Wójcik Kamiński Zieliński Lewandowska Popescu Ionescu Țepeș Munteanu Rusu Tesfay Gebremedhin Haile Kidane
Mehari Woldu Abdi Warsame Xasan Cabdi Nguyễn Trần Phạm Petrović Jovanović Hoxha Krasniqi Papadopoulos Georgiou
""".split()
_GIVEN: Final = """
Yara Ahmad Fatima Layla Omar Yusuf Khadija Mohammed Hüseyin Ayşe Zeynep Mehmet Olena Oleksandr Iryna Kateryna Maryam
Reza Zahra Samira Navid Piotr Katarzyna Łukasz Agnieszka Ștefan Ioana Selam Yonas Berhane Amina Hodan Linh Minh Jelena
Milan Arta Dimitrios Eleni Jürgen Käthe Björn Sabine Rahel Samuel Noor Ibrahim Aisha Tariq Nadia Viktor Svitlana
""".split()
_OWN_SCRIPT: Final = (
    "محمد الخطيب",
    "أحمد حسن",
    "Олена Шевченко",
    "Іван Мельник",
    "ተስፋይ ሃይለ",
    "ሰላም ኪዳነ",
    "مریم احمدی",
    "",
)
_SYLLABLES: Final = (
    "ba be bo da de du fa ga ge ha ho ka ki la le li lo ma mi mo na ne ra ri ro sa sche ta ti va zi mü bör".split()
)
ADVISERS: Final = tuple(f"adviser-{number}" for number in range(1, 9))
_STATES: Final = ("SY", "UA", "AF", "TR", "ER", "PL", "IR", "RO", "SO", "VN")
_PLACES: Final = ("Köln", "Berlin", "Hamburg", "München", "Leipzig", "Essen", "Bonn", "Düren")
_OCCUPATIONS: Final = ("Koch/Köchin", "Tischler/Tischlerin", "Pflegehelfer/Pflegehelferin", "Erzieher/Erzieherin", "")


def many_cases(count: int, seed: int = 7) -> Iterator[CaseFile]:
    """Yield invented cases, always the same ones for a seed; a third of the family names are made up of syllables."""
    dice = random.Random(seed)  # noqa: S311  (repeatable on purpose)
    more = random.Random(seed + 1)  # noqa: S311  (the same; so that names stay when more is told of each)
    for number in range(1, count + 1):
        opened_on = dt.date(2020, 1, 1) + dt.timedelta(days=dice.randrange(2400))
        occupation = dice.choice(_OCCUPATIONS)
        yield CaseFile(
            opened_on=opened_on,
            id=f"{number:032x}",
            number=f"{opened_on.year}-{number:06}",
            revision=1,
            adviser_id=more.choice(ADVISERS),
            closing=Closing(opened_on + dt.timedelta(days=200) if more.random() < 0.4 else None),
            contact=Contact(client_language=dice.choice(("ar", "uk", "ti", "fa", "tr", "pl"))),
            client=Client(
                family_name=_family_name(dice),
                given_names=dice.choice(_GIVEN) if dice.random() < 0.7 else _made_up(dice),
                given_names_own_script=dice.choice(_OWN_SCRIPT),
                birth=PartialDate(dice.randrange(1950, 2008), dice.randrange(1, 13), dice.randrange(1, 29)),
                place=dice.choice(_PLACES),
                phone=f"0{dice.randrange(10**9, 10**10)}",
                nationalities=(more.choice(_STATES),),
                residence_valid_until=_some_day(more) if more.random() < 0.3 else None,
            ),
            occupations=(ChosenOccupation("urn:x", occupation),) if occupation else (),
        )


def _some_day(dice: random.Random) -> dt.date:
    return dt.date(2026, 1, 1) + dt.timedelta(days=dice.randrange(1500))


def fill(database: Database, count: int, cases: Iterable[CaseFile] | None = None) -> None:
    """Fill cases.db in bulk with cases (invented ones): what lists and searches need, without journal."""
    add_case, add_contact, add_client = prepare(insert(case_file)), prepare(insert(contact)), prepare(insert(client))
    add_situation, add_closing = prepare(insert(situation)), prepare(insert(closing))
    add_keeping = prepare(insert(keeping))
    add_line = prepare(insert(case_line))
    day = dt.date(2026, 11, 3)
    start = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
    with database.writing() as connection:
        portion: list[CaseFile] = []
        for number, case in enumerate(many_cases(count) if cases is None else cases, start=1):
            portion.append(case)
            if len(portion) < 5000 and number < count:
                continue
            first = number - len(portion) + 1
            add_case.run_many(connection, (_cells(add_case.names, case) for case in portion))
            add_contact.run_many(connection, (_cells(add_contact.names, case.contact, case.id) for case in portion))
            add_client.run_many(connection, (_cells(add_client.names, case.client, case.id) for case in portion))
            add_situation.run_many(
                connection, (_cells(add_situation.names, case.situation, case.id) for case in portion)
            )
            add_closing.run_many(connection, (_cells(add_closing.names, case.closing, case.id) for case in portion))
            add_keeping.run_many(connection, (_cells(add_keeping.names, case.keeping, case.id) for case in portion))
            lines = (
                {**asdict(line_of(case, start + dt.timedelta(minutes=at), day)), "line": at}
                for at, case in enumerate(portion, start=first)
            )
            add_line.run_many(connection, (tuple(line[name] for name in add_line.names) for line in lines))
            for one in portion:
                set_deadlines(connection, one)
            portion = []
        connection.execute(text("INSERT INTO case_search(case_search) VALUES('rebuild')"))
    database.checkpoint()


def _cells(names: tuple[str, ...], value: object, case_id: str = "") -> tuple[object, ...]:
    codec = codec_of(type(value))
    row = dict(zip(codec.columns, codec.to_row(value), strict=True))
    return tuple(case_id if name == "case_id" else row[name] for name in names)


def _family_name(dice: random.Random) -> str:
    if dice.random() < 0.35:
        return _made_up(dice)
    name = dice.choice(_FAMILY)
    return name if dice.random() < 0.85 else f"{name}-{dice.choice(_FAMILY)}"


def _made_up(dice: random.Random) -> str:
    return "".join(dice.choices(_SYLLABLES, k=dice.randrange(2, 5))).capitalize()
