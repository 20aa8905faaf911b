"""The person who seeks advice, as far as they want to tell it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.problem import Problem, Weight
from iq_desktop.wording.text import Text, say

OLDEST = 110
"""Years that nobody who is advised is older than."""
_YOUNGEST = 14


class Gender(Choice):
    """Gender as the person names it."""

    FEMALE = "female", say("Female")
    MALE = "male", say("Male")
    DIVERSE = "diverse", say("Diverse")
    NO_ANSWER = "no_answer", say("No answer")


class ResidenceTitle(Choice):
    """The residence titles that the documentation NIQ distinguishes (sections of the Residence Act named)."""

    EU_FREE_MOVEMENT = "eu_free_movement", say("EU, EEA or Swiss citizen")
    GERMAN = "german", say("German citizen")
    SETTLEMENT_PERMIT = "settlement_permit", say("Settlement permit (§ 9 AufenthG)")
    SKILLED_SETTLEMENT_PERMIT = (
        "skilled_settlement_permit",
        say("Settlement permit for skilled workers (§ 18c AufenthG)"),
    )
    EU_BLUE_CARD = "eu_blue_card", say("EU Blue Card (§ 18g AufenthG)")
    EMPLOYMENT = "employment", say("Residence permit for work (§§ 18 to 21 AufenthG)")
    JOB_SEARCH = "job_search", say("Residence permit to look for work (§ 20 AufenthG)")
    TRAINING = "training", say("Residence permit for training or study (§§ 16 to 17 AufenthG)")
    RECOGNITION_MEASURE = "recognition_measure", say("Residence permit for recognition measures (§ 16d AufenthG)")
    HUMANITARIAN = "humanitarian", say("Residence permit on humanitarian grounds (§§ 22 to 26 AufenthG)")
    FAMILY = "family", say("Residence permit for family reasons (§§ 27 to 36 AufenthG)")
    EU_LONG_TERM = "eu_long_term", say("Long-term resident of another EU state (§ 38a AufenthG)")
    ASYLUM_PROCEDURE = "asylum_procedure", say("Permission to stay during the asylum procedure (§ 55 AsylG)")
    TOLERATED = "tolerated", say("Suspension of deportation, Duldung (§ 60a AufenthG)")
    PROVISIONAL = "provisional", say("Provisional certificate, Fiktionsbescheinigung")
    ABROAD = "abroad", say("No title, lives abroad")
    UNKNOWN = "unknown", say("No answer")


class Home(Choice):
    """Where the person lives."""

    GERMANY = "germany", say("In Germany")
    ABROAD = "abroad", say("Abroad")


class WorkPermission(Choice):
    """Whether the title allows work."""

    UNRESTRICTED = "unrestricted", say("Work allowed")
    WITH_PERMISSION = "with_permission", say("Work only with permission")
    FORBIDDEN = "forbidden", say("Work not allowed")
    UNKNOWN = "unknown", say("Not known")


class Benefit(Choice):
    """Benefits that the person receives."""

    NONE = "none", say("No benefits")
    SGB_2 = "sgb_2", say("Basic income support (SGB II)")
    SGB_3 = "sgb_3", say("Unemployment benefit (SGB III)")
    SGB_2_AND_3 = "sgb_2_and_3", say("Both SGB II and SGB III")
    ASYLUM_SEEKER = "asylum_seeker", say("Asylum seekers' benefits (AsylbLG)")
    NOT_SAID_WHICH = "not_said_which", say("Yes, but not known which")
    NO_ANSWER = "no_answer", say("No answer")


class Employment(Choice):
    """Whether the person works now."""

    INSURED = "insured", say("Employed, subject to social insurance")
    MARGINAL = "marginal", say("Marginal employment")
    SELF_EMPLOYED = "self_employed", say("Self-employed")
    IN_TRAINING = "in_training", say("In training or qualification")
    NOT_WORKING = "not_working", say("Not working")
    WORKING_ABROAD = "working_abroad", say("Working abroad")
    NOT_WORKING_ABROAD = "not_working_abroad", say("Not working, lives abroad")
    OTHER = "other", say("Other")
    NO_ANSWER = "no_answer", say("No answer")


@dataclass(frozen=True, slots=True)
class Client:
    """A person; states are ISO 3166-1 alpha-2 codes, languages are codes such as `ar`; everything may be missing.

    `transliteration` is the whole name in Latin letters after a standard, where the passport writes it otherwise;
    `birth_note` says which paper has which date; `home_country` is where somebody lives who lives abroad.
    """

    family_name: str = ""
    given_names: str = ""
    family_name_own_script: str = ""
    given_names_own_script: str = ""
    former_names: str = ""
    transliteration: str = ""
    pronunciation: str = ""
    gender: Gender | None = None
    birth: PartialDate | None = None
    birth_note: str = ""
    birth_place: str = ""
    birth_country: str = ""
    nationalities: tuple[str, ...] = ()
    mother_tongues: tuple[str, ...] = ()
    residence_title: ResidenceTitle | None = None
    residence_valid_until: dt.date | None = None
    residence_note: str = ""
    work_permission: WorkPermission | None = None
    entry: PartialDate | None = None
    benefit: Benefit | None = None
    employment: Employment | None = None
    home: Home | None = None
    home_country: str = ""
    street: str = ""
    postal_code: str = ""
    place: str = ""
    phone: str = ""
    email: str = ""
    reachable: str = ""

    @property
    def full_name(self) -> str:
        """The name as it stands in the passport, family name first: „Al-Khatib, Yara“; empty where there is none."""
        return ", ".join(name for name in (self.family_name, self.given_names) if name)

    @property
    def spoken_name(self) -> str:
        """The name as it is said: „Yara Al-Khatib“."""
        return " ".join(name for name in (self.given_names, self.family_name) if name)

    @property
    def own_script_name(self) -> str:
        """The name in the person's own script, as it is said there (given names first)."""
        return " ".join(name for name in (self.given_names_own_script, self.family_name_own_script) if name)

    def problems(self, today: dt.date) -> tuple[Problem, ...]:
        """Return what the page Person still lacks, and what cannot be."""
        missing = (
            ("family_name", not self.family_name, say("The family name is missing.")),
            ("gender", self.gender is None, say("The gender is missing (“no answer” is an answer).")),
            ("birth", self.birth is None, say("The date of birth is missing; the year is enough.")),
            ("nationalities", not self.nationalities, say("The nationality is missing.")),
            ("residence_title", self.residence_title is None, say("The residence title is missing.")),
            ("employment", self.employment is None, say("Does the person work now?")),
            ("benefit", self.benefit is None, say("Does the person receive benefits?")),
            *_missing_home(self),
        )
        open_ones = tuple(Problem(field, text) for field, is_missing, text in missing if is_missing)
        return (*_contradictions(self, today), *open_ones)


def _missing_home(client: Client) -> tuple[tuple[str, bool, Text], ...]:
    if client.home is Home.ABROAD:
        return (("home_country", not client.home_country, say("In which country does the person live?")),)
    return (
        ("home", client.home is None, say("Does the person live in Germany or abroad?")),
        ("postal_code", not client.postal_code, say("The postal code is missing; it finds courses nearby.")),
    )


def _contradictions(client: Client, today: dt.date) -> tuple[Problem, ...]:
    found: list[Problem] = []
    if client.birth and client.birth.earliest > today:
        found.append(Problem("birth", say("The date of birth lies in the future."), Weight.WRONG))
    elif client.birth and today.year - client.birth.year > OLDEST:
        found.append(Problem("birth", say("The date of birth lies very far back. Is the year right?"), Weight.WRONG))
    elif client.birth and _years_between(client.birth.earliest, today) < _YOUNGEST:
        found.append(Problem("birth", say("By this date the person is a child. Is the year right?"), Weight.WRONG))
    if client.entry and client.entry.earliest > today:
        found.append(Problem("entry", say("The date of entry lies in the future."), Weight.WRONG))
    if client.birth and client.entry and client.entry.latest < client.birth.earliest:
        found.append(Problem("entry", say("The entry lies before the date of birth."), Weight.WRONG))
    if client.residence_valid_until and client.residence_valid_until < today:
        found.append(Problem("residence_valid_until", say("The residence title has expired."), Weight.WRONG))
    return tuple(found)


def _years_between(earlier: dt.date, later: dt.date) -> int:
    return later.year - earlier.year - ((later.month, later.day) < (earlier.month, earlier.day))
