"""The columns of the workbook of the centre: what each tells of a case or a contact, and whether it names nobody.

A column without names, numbers, days of birth, ways to reach somebody and words of one's own can stand in the
anonymised workbook; every other one is only in the one that names people.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.choice import Choice
from iq_desktop.domain.language_skill import strongest
from iq_desktop.domain.niq import niq_state
from iq_desktop.domain.niq_codes import NiqCodes
from iq_desktop.domain.niq_record import completed_years
from iq_desktop.domain.niq_report import chiffre_of, state_of_report
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.procedure import steps_of
from iq_desktop.domain.talk import Talk
from iq_desktop.usecases.export_ports import Cell
from iq_desktop.wording.text import Text, say
from iq_desktop.wording.tongue import Tongue

if TYPE_CHECKING:
    from iq_desktop.domain.procedure import Procedure
    from iq_desktop.domain.qualification import Qualification


@dataclass(frozen=True, slots=True)
class Around:
    """What is needed to tell a case: a tongue, the day, the numbers of NIQ, the names of advisers.

    What was said once is remembered: a hundred thousand cases have few different answers.
    """

    tongue: Tongue
    today: dt.date
    codes: NiqCodes
    advisers: Mapping[str, str]
    _said: dict[tuple[object, ...], str] = field(default_factory=dict, repr=False, compare=False)

    def words(self, answer: Choice | None) -> str:
        """Return an answer in words; empty where there is none."""
        return self._say((type(answer), answer), self._label, answer) if answer else ""

    def age_group(self, years: int) -> str:
        """Return the group of an age in words."""
        return self._say((age_group, years), self._age_group, years)

    def date(self, date: PartialDate) -> str:
        """Return a date as far as it is known."""
        return self._say((PartialDate, date), self._date, date)

    def several(self, answers: tuple[Choice, ...]) -> str:
        """Return several answers in words."""
        return "; ".join(self.words(one) for one in answers)

    def states(self, codes: tuple[str, ...]) -> str:
        """Return names of states."""
        return self._say(("states", codes), self._states, codes)

    def languages(self, codes: tuple[str, ...]) -> str:
        """Return names of languages."""
        return self._say(("languages", codes), self._languages, codes)

    def _say(self, key: tuple[object, ...], way: Callable[[Any], str], what: Any) -> str:
        said = self._said.get(key)
        if said is None:
            said = self._said[key] = way(what)
        return said

    def _label(self, answer: Choice) -> str:
        return self.tongue.speak(answer.label)

    def _age_group(self, years: int) -> str:
        return self.tongue.speak(age_group(years))

    def _date(self, date: PartialDate) -> str:
        return self.tongue.speak(date.text())

    def _states(self, codes: tuple[str, ...]) -> str:
        return _known(codes, self.tongue.country_name)

    def _languages(self, codes: tuple[str, ...]) -> str:
        return _known(codes, self.tongue.language_name)


def _known(codes: tuple[str, ...], name: Callable[[str], str]) -> str:
    """Return the names of codes; what has none is nothing that was chosen, and could be words of somebody's own."""
    return ", ".join(told for code in codes if code and (told := name(code)) != code)


@dataclass(frozen=True, slots=True)
class CentreColumn:
    """One column of the cases; `names_nobody` lets it stand in the anonymised workbook, `width` counts signs."""

    name: str
    title: Text
    tell: Callable[[CaseFile, Around], Cell]
    names_nobody: bool = True
    width: float = 18


@dataclass(frozen=True, slots=True)
class ContactColumn:
    """One column of the follow-up contacts."""

    title: Text
    tell: Callable[[Talk, Around], Cell]
    names_nobody: bool = True
    width: float = 18


PARTS: Final = frozenset({"qualifications", "languages", "talks", "procedures", "procedure_steps", "niq_reports"})
"""What of a case has to be read for the columns."""
_AGES: Final = (18, 25, 35, 45, 55, 65)


def age_group(years: int) -> Text:
    """Return the group of an age in completed years."""
    if years < _AGES[0]:
        return say("under {age}", age=_AGES[0])
    if years >= _AGES[-1]:
        return say("{age} and older", age=_AGES[-1])
    first = max(age for age in _AGES if age <= years)
    return say("{first} to {last}", first=first, last=min(age for age in _AGES if age > years) - 1)


def month_of(day: dt.date | None) -> str:
    """Return the month of a day, such as `2026-11`."""
    return f"{day:%Y-%m}" if day else ""


def _age(case: CaseFile, around: Around) -> int | None:
    birth = case.client.birth
    return completed_years(birth, case.contact.first_talk_on or around.today) if birth else None


def _age_group(case: CaseFile, around: Around) -> str:
    years = _age(case, around)
    return around.age_group(years) if years is not None else ""


def _birth(case: CaseFile, around: Around) -> Cell:
    birth = case.client.birth
    return around.date(birth) if birth else None


def _german(case: CaseFile, around: Around) -> str:
    if "de" in case.client.mother_tongues:
        return around.tongue.speak(say("Mother tongue"))
    found = strongest(case.languages, "de")
    return around.words(found.lowest) if found else ""


def _first(case: CaseFile) -> Qualification | None:
    """Return the qualification that counts: the first one for NIQ, else the first."""
    marked = [one for one in case.qualifications if one.goes_to_niq]
    return next(iter((*marked, *case.qualifications)), None)


def _of_first(field: str) -> Callable[[CaseFile, Around], Cell]:
    def tell(case: CaseFile, around: Around) -> Cell:
        value: Any = getattr(_first(case), field, None)
        return around.words(value) if isinstance(value, Choice) else value

    return tell


def _first_country(case: CaseFile, around: Around) -> str:
    found = _first(case)
    return around.states((found.country,)) if found else ""


def _niq_number(case: CaseFile, _around: Around) -> int | None:
    found = _first(case)
    number = found.niq_occupation if found else ""
    return int(number) if number.removeprefix("-").isdecimal() else None


def _procedures(case: CaseFile, around: Around) -> str:
    return "; ".join(around.words(one.kind) for one in case.procedures)


def _last_steps(case: CaseFile, around: Around) -> str:
    return "; ".join(_last_step(case, one, around) for one in case.procedures)


def _last_step(case: CaseFile, procedure: Procedure, around: Around) -> str:
    steps = steps_of(case, procedure)
    return around.words(steps[-1].kind) if steps else ""


CASE_SHEET: Final = (
    CentreColumn("number", say("Case"), lambda case, _: case.number, names_nobody=False, width=11),
    CentreColumn("family_name", say("Family name"), lambda case, _: case.client.family_name, names_nobody=False),
    CentreColumn("given_names", say("Given names"), lambda case, _: case.client.given_names, names_nobody=False),
    CentreColumn("birth", say("Born"), _birth, names_nobody=False, width=12),
    CentreColumn("age", say("Age in years"), _age, names_nobody=False, width=8),
    CentreColumn("street", say("Street and number"), lambda case, _: case.client.street, names_nobody=False),
    CentreColumn("postal_code", say("Postal code"), lambda case, _: case.client.postal_code, names_nobody=False),
    CentreColumn("place", say("Place"), lambda case, _: case.client.place, names_nobody=False),
    CentreColumn("phone", say("Telephone"), lambda case, _: case.client.phone, names_nobody=False),
    CentreColumn("email", say("E-mail"), lambda case, _: case.client.email, names_nobody=False, width=24),
    CentreColumn("adviser", say("Adviser"), lambda case, a: a.advisers.get(case.adviser_id, ""), names_nobody=False),
    CentreColumn(
        "first_talk", say("First counselling"), lambda case, _: case.contact.first_talk_on, names_nobody=False, width=12
    ),
    CentreColumn("ended", say("Its end"), lambda case, _: case.contact.ended_on, names_nobody=False, width=12),
    CentreColumn("month", say("Month of the first counselling"), lambda case, _: month_of(case.contact.first_talk_on)),
    CentreColumn("age_group", say("Age group"), _age_group, width=12),
    CentreColumn("gender", say("Gender"), lambda case, a: a.words(case.client.gender), width=10),
    CentreColumn("nationality", say("Nationality"), lambda case, a: a.states(case.client.nationalities)),
    CentreColumn("birth_country", say("Country of birth"), lambda case, a: a.states((case.client.birth_country,))),
    CentreColumn("mother_tongue", say("Mother tongue"), lambda case, a: a.languages(case.client.mother_tongues)),
    CentreColumn("home", say("Home"), lambda case, a: a.words(case.client.home), width=14),
    CentreColumn("home_country", say("State of residence"), lambda case, a: a.states((case.client.home_country,))),
    CentreColumn("residence", say("Residence status"), lambda case, a: a.words(case.client.residence_title), width=40),
    CentreColumn("entry", say("Year of entry"), lambda case, _: case.client.entry.year if case.client.entry else None),
    CentreColumn("employment", say("Employment"), lambda case, a: a.words(case.client.employment), width=28),
    CentreColumn("benefit", say("Benefits"), lambda case, a: a.words(case.client.benefit), width=28),
    CentreColumn("german", say("German"), _german, width=12),
    CentreColumn("way", say("Way to the centre"), lambda case, a: a.words(case.contact.way), width=28),
    CentreColumn("language", say("Language of the talk"), lambda case, a: a.languages((case.contact.client_language,))),
    CentreColumn("interpreting", say("Interpreter"), lambda case, a: a.words(case.contact.interpreting)),
    CentreColumn("channel", say("Form of the counselling"), lambda case, a: a.words(case.contact.channel)),
    CentreColumn("minutes", say("Minutes"), lambda case, _: case.contact.minutes, width=8),
    CentreColumn(
        "recognition_topics",
        say("Topics of recognition"),
        lambda case, a: a.several(case.contact.recognition_topics),
        width=40,
    ),
    CentreColumn(
        "qualification_topics",
        say("Topics of qualification"),
        lambda case, a: a.several(case.contact.qualification_topics),
        width=40,
    ),
    CentreColumn("qualifications", say("Qualifications"), lambda case, _: len(case.qualifications), width=8),
    CentreColumn("title", say("First qualification"), _of_first("title_de"), names_nobody=False, width=28),
    CentreColumn(
        "reference", say("Its reference occupation"), _of_first("reference_occupation"), names_nobody=False, width=28
    ),
    CentreColumn("niq_occupation", say("Its number in NIQ"), _niq_number, width=10),
    CentreColumn("kind", say("Its kind"), _of_first("kind"), width=28),
    CentreColumn("earned_in", say("Where it was earned"), _first_country),
    CentreColumn("experience", say("Experience in it"), _of_first("experience")),
    CentreColumn("earlier", say("Earlier application"), _of_first("earlier_application"), width=28),
    CentreColumn("procedures", say("Procedures"), _procedures, width=28),
    CentreColumn("last_steps", say("Their last step"), _last_steps, width=28),
    CentreColumn("contacts", say("Follow-up contacts"), lambda case, _: len(case.talks), width=8),
    CentreColumn("niq", say("NIQ"), lambda case, a: a.words(niq_state(case, a.today).light)),
    CentreColumn("report", say("Report to NIQ"), lambda case, a: a.words(state_of_report(case, a.codes, a.today))),
    CentreColumn("chiffre", say("Chiffre"), lambda case, _: chiffre_of(case), names_nobody=False),
    CentreColumn("result", say("Ended with"), lambda case, a: a.words(case.closing.result), width=28),
)
CONTACT_SHEET: Final = (
    ContactColumn(say("Day"), lambda talk, _: talk.held_on, names_nobody=False, width=12),
    ContactColumn(say("Month"), lambda talk, _: month_of(talk.held_on), width=10),
    ContactColumn(say("Kind"), lambda talk, around: around.words(talk.kind), width=28),
    ContactColumn(say("How"), lambda talk, around: around.words(talk.channel), width=28),
    ContactColumn(say("Minutes"), lambda talk, _: talk.minutes, width=8),
    ContactColumn(say("With whom"), lambda talk, _: talk.with_whom, names_nobody=False),
    ContactColumn(say("What was talked about"), lambda talk, _: talk.what, names_nobody=False, width=50),
)


def columns_for(names: tuple[str, ...], *, is_anonymous: bool) -> tuple[CentreColumn, ...]:
    """Return the chosen columns that may stand there, in their own order; all that may where none is chosen."""
    allowed = tuple(column for column in CASE_SHEET if column.names_nobody or not is_anonymous)
    return tuple(column for column in allowed if column.name in names) if names else allowed
