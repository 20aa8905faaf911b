"""A crowd of whom everything is told that the documentation NIQ asks for, with qualifications, German and contacts."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import insert

from iq_desktop.domain.client import Benefit, Employment, Gender, Home, ResidenceTitle
from iq_desktop.domain.contact import Channel, QualificationTopic, RecognitionTopic, WayToCentre
from iq_desktop.domain.language_skill import LanguageSkill, Level
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.qualification import EarlierApplication, Experience, Qualification, QualificationKind
from iq_desktop.domain.talk import Talk, TalkKind
from iq_desktop.storage.case_rows import PART_TABLES
from iq_desktop.storage.codec import codec_of
from iq_desktop.storage.prepared import prepare
from tests.support.crowd import fill, many_cases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.choice import Choice
    from iq_desktop.storage.engine import Database

_TRAININGS: Final = ("Krankenschwester", "Bauingenieur", "Elektriker", "Lehrerin für Mathematik", "Buchhalterin")
_WORDS: Final = "Antrag besprochen, Übersetzung der Zeugnisse fehlt noch; Frau Weiß ruft die Kammer an."
_MANY: Final = ("qualifications", "languages", "talks")
_PORTION: Final = 5_000


def told_cases(count: int, seed: int = 11) -> Iterator[CaseFile]:
    """Yield cases with every answer, one to three qualifications and none to three follow-up contacts."""
    dice = random.Random(seed)  # noqa: S311  (repeatable on purpose)
    for case in many_cases(count):
        talked_on = case.opened_on
        yield replace(
            case,
            contact=_tell_contact(case, talked_on, dice),
            client=_tell_client(case, dice),
            qualifications=tuple(_training(number, dice) for number in range(dice.randrange(1, 4))),
            languages=(LanguageSkill("de", listening=_any(Level, dice), id="german"),),
            talks=tuple(_talk(number, talked_on, dice) for number in range(dice.randrange(4))),
        )


def fill_told(database: Database, count: int) -> None:
    """Fill cases.db in bulk with them, their parts included, without journal."""
    fill(database, count, told_cases(count))
    added = {name: prepare(insert(PART_TABLES[name])) for name in _MANY}
    cases = told_cases(count)
    while portion := list(itertools.islice(cases, _PORTION)):
        with database.writing() as connection:
            for name, adding in added.items():
                adding.run_many(connection, [row for case in portion for row in _rows(case, name, adding.names)])
    database.checkpoint()


def _rows(case: CaseFile, part: str, names: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
    for position, child in enumerate(getattr(case, part)):
        codec = codec_of(type(child))
        cells = dict(zip(codec.columns, codec.to_row(child), strict=True))
        cells |= {"case_id": case.id, "position": position}
        yield tuple(cells[name] for name in names)


def _tell_contact(case: CaseFile, talked_on: dt.date, dice: random.Random) -> Any:
    return replace(
        case.contact,
        channel=_any(Channel, dice),
        way=_any(WayToCentre, dice),
        first_talk_on=talked_on,
        ended_on=talked_on + dt.timedelta(days=dice.randrange(60)),
        minutes=dice.randrange(20, 120),
        recognition_topics=tuple(dice.sample(list(RecognitionTopic), dice.randrange(1, 4))),
        qualification_topics=tuple(dice.sample(list(QualificationTopic), dice.randrange(3))),
    )


def _tell_client(case: CaseFile, dice: random.Random) -> Any:
    return replace(
        case.client,
        gender=_any(Gender, dice),
        birth_country=case.client.nationalities[0],
        mother_tongues=(case.contact.client_language,),
        residence_title=_any(ResidenceTitle, dice),
        entry=PartialDate(dice.randrange(1990, 2027)),
        benefit=_any(Benefit, dice),
        employment=_any(Employment, dice),
        home=Home.GERMANY,
        street=f"Am Alten Markt {dice.randrange(1, 300)}",
        postal_code=f"{dice.randrange(10_000, 99_999)}",
        email=f"person{dice.randrange(10**6)}@example.org",
    )


def _training(number: int, dice: random.Random) -> Qualification:
    return Qualification(
        title_de=dice.choice(_TRAININGS),
        kind=_any(QualificationKind, dice),
        country=dice.choice(("SY", "UA", "TR")),
        experience=_any(Experience, dice),
        earlier_application=_any(EarlierApplication, dice),
        goes_to_niq=True,
        reference_occupation="Pflegefachfrau/Pflegefachmann",
        niq_occupation="702",
        id=f"training-{number}",
    )


def _talk(number: int, after: dt.date, dice: random.Random) -> Talk:
    day = after + dt.timedelta(days=dice.randrange(200))
    return Talk(day, _any(TalkKind, dice), channel=_any(Channel, dice), minutes=20, what=_WORDS, id=f"talk-{number}")


def _any(kind: type[Choice], dice: random.Random) -> Any:
    return dice.choice(list(kind))
