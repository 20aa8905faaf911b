"""The forms of the pages Contact and Person."""

from __future__ import annotations

from typing import Final

from iq_desktop.domain.client import Benefit, Client, Employment, Gender, Home, ResidenceTitle, WorkPermission
from iq_desktop.domain.contact import (
    AskedBy,
    Channel,
    Concern,
    Contact,
    InterpreterRelation,
    Interpreting,
    QualificationTopic,
    RecognitionTopic,
    WayToCentre,
)
from iq_desktop.domain.situation import Licence, Mobility, SchoolLeaving, Script, Situation
from iq_desktop.forms.vocabulary import (
    Form,
    Sheet,
    asked_if,
    choice,
    countries,
    country,
    day,
    language,
    languages,
    line,
    note,
    number,
    partial_date,
    section,
    several,
    tick,
)
from iq_desktop.wording.text import say


def _interprets(contact: Contact) -> bool:
    return contact.interpreting in {Interpreting.PROFESSIONAL, Interpreting.COMPANION, Interpreting.TELEPHONE}


def _names_other_recognition(contact: Contact) -> bool:
    return RecognitionTopic.OTHER in contact.recognition_topics


def _names_other_qualification(contact: Contact) -> bool:
    return QualificationTopic.OTHER in contact.qualification_topics


def _lives_abroad(client: Client) -> bool:
    return client.home is Home.ABROAD


def _lives_here(client: Client) -> bool:
    return client.home is not Home.ABROAD


CONTACT_FORM: Final = Form(
    Contact,
    (
        section(
            say("How the talk came about"),
            choice("channel", say("Channel"), Channel),
            line("held_at", say("Where"), hint=say("Only where it was not at the centre")),
            choice("way", say("Way to the centre"), WayToCentre, hint=say("How did the person find us?")),
            choice("asked_by", say("Who asked for it"), AskedBy, hint=say("Who called or wrote first?")),
            day("first_talk_on", say("Date of the first talk")),
            number("minutes", say("Length of the first talk"), say("minutes")),
            day(
                "ended_on",
                say("End of the first counselling"),
                hint=say("The day on which the first counselling was complete; NIQ asks for it"),
            ),
        ),
        section(
            say("Language and interpreter"),
            language("client_language", say("Language of the talk"), hint=say("In which language do you speak best?")),
            choice("interpreting", say("Interpreter"), Interpreting, wide=True),
            *asked_if(
                _interprets,
                line("interpreter_name", say("Name of the interpreter")),
                language("interpreter_language", say("Interprets into")),
                choice(
                    "interpreter_relation",
                    say("Relation to the person"),
                    InterpreterRelation,
                    hint=say("Children should not have to interpret"),
                ),
                day(
                    "interpreter_secrecy_on",
                    say("Secrecy signed on"),
                    hint=say("Whoever interprets signs before the talk"),
                ),
            ),
        ),
        section(
            say("What it is about"),
            several("concerns", say("Concern"), Concern),
            note("concern_in_words", say("In the person's own words")),
            note("expectation", say("Hopes for"), hint=say("Which result does the person hope for?")),
            partial_date("hoped_by", say("Hopes for it by"), hint=say("A month or a year is enough")),
        ),
        section(
            say("Topics of the counselling"),
            several("recognition_topics", say("Counselling on recognition"), RecognitionTopic),
            *asked_if(
                _names_other_recognition,
                line("recognition_other", say("Which other topics of recognition?"), wide=True),
            ),
            several("qualification_topics", say("Counselling on qualification"), QualificationTopic),
            *asked_if(
                _names_other_qualification,
                line("qualification_other", say("Which other topics of qualification?"), wide=True),
            ),
            hint=say("What was talked about; the documentation NIQ counts the topics."),
        ),
    ),
)

SHORT_FIELDS: Final = frozenset(
    {"channel", "way", "first_talk_on", "minutes", "client_language", "interpreting", "concerns", "concern_in_words"}
)
"""What a short consultation asks on the page Contact."""

_WORK_NOW: Final = say("Work and benefits")

PERSON_FORM: Final = Form(
    Client,
    (
        section(
            say("Name"),
            line("family_name", say("Family name"), hint=say("As it stands in the passport")),
            line("given_names", say("Given names")),
            line("family_name_own_script", say("Family name in own script"), foreign=True),
            line("given_names_own_script", say("Given names in own script"), foreign=True),
            line(
                "transliteration",
                say("Name in Latin letters after a standard"),
                hint=say("As a registry office or an embassy writes it, where that differs from the passport"),
                wide=True,
            ),
            line("former_names", say("Former names"), hint=say("Also as they stand in old certificates")),
            line("pronunciation", say("How the name is said"), hint=say("For example: shev-CHEN-ko")),
        ),
        section(
            say("Birth and origin"),
            partial_date("birth", say("Date of birth"), hint=say("The year alone is enough")),
            line(
                "birth_note",
                say("Which paper says what"),
                hint=say("Where papers have different dates: passport, residence document, certificate"),
            ),
            line("birth_place", say("Place of birth")),
            country("birth_country", say("Country of birth")),
            choice("gender", say("Gender"), Gender, wide=True),
            countries("nationalities", say("Nationalities")),
            languages("mother_tongues", say("Mother tongues")),
        ),
        section(
            say("Residence"),
            choice("home", say("Lives"), Home),
            *asked_if(_lives_abroad, country("home_country", say("Lives in"))),
            choice("residence_title", say("Residence title"), ResidenceTitle, wide=True),
            day("residence_valid_until", say("Valid until")),
            choice("work_permission", say("Permission to work"), WorkPermission),
            *asked_if(_lives_here, partial_date("entry", say("Came to Germany"), hint=say("The year alone is enough"))),
            note("residence_note", say("What else stands in it"), hint=say("For example a duty to live in one place")),
        ),
        section(
            _WORK_NOW,
            choice("employment", say("Work now"), Employment),
            choice("benefit", say("Benefits"), Benefit),
        ),
        section(
            say("Address"),
            *asked_if(
                _lives_here,
                line("street", say("Street and number"), wide=True),
                line("postal_code", say("Postal code")),
            ),
            line("place", say("Place")),
            line("phone", say("Telephone")),
            line("email", say("E-mail")),
            line("reachable", say("How to reach the person"), hint=say("Best times, messages, who may answer")),
        ),
    ),
)

SITUATION_FORM: Final = Form(
    Situation,
    (
        section(
            _WORK_NOW,
            line("works_as", say("Works as"), hint=say("Also a job below the qualification")),
            line("customer_number", say("Customer number"), hint=say("Of the employment agency or the job centre")),
        ),
        section(
            say("School and script"),
            number("school_years", say("Years at school"), say("years")),
            choice("school_leaving", say("School certificate"), SchoolLeaving),
            several(
                "scripts",
                say("Reads and writes"),
                Script,
                hint=say("In which script did the person first learn to read?"),
            ),
        ),
        section(
            say("Wishes and possibilities"),
            note("wish", say("Wish"), hint=say("What would the person like to do? In their own words")),
            number("hours_per_week", say("How much"), say("hours a week")),
            day("can_start_on", say("Can begin on")),
            several("mobility", say("Gets there"), Mobility),
            number("travel_km", say("As far as"), say("km, one way")),
            tick("needs_childcare", say("Needs child care")),
            note(
                "barriers", say("What is difficult"), hint=say("In the person's own words; nobody asks after reasons")
            ),
        ),
        section(
            say("Licences and computer"),
            several("licences", say("Driving licence"), Licence),
            line("computer", say("Computer"), hint=say("Which programs, how well"), wide=True),
        ),
        section(
            say("Family"),
            note("family", say("What the person tells of the family")),
            hint=say("Only where the person tells it of their own accord. Nobody asks."),
            is_folded=True,
        ),
    ),
)

PERSON_SHEET: Final = Sheet((PERSON_FORM, SITUATION_FORM))
"""All that the page Person asks."""
