"""The forms of the pages Contact and Person."""

from __future__ import annotations

from typing import Final

from iq_desktop.domain.client import Benefit, Client, Employment, Gender, ResidenceTitle, WorkPermission
from iq_desktop.domain.contact import Channel, Concern, Contact, Interpreting, WayToCentre
from iq_desktop.forms.vocabulary import (
    Form,
    choice,
    countries,
    country,
    day,
    language,
    languages,
    line,
    note,
    partial_date,
    section,
    several,
)
from iq_desktop.wording.text import say

CONTACT_FORM: Final = Form(
    Contact,
    (
        section(
            say("How the talk came about"),
            choice("channel", say("Channel"), Channel),
            day("first_talk_on", say("Date of the first talk")),
            choice("way", say("Way to the centre"), WayToCentre, hint=say("How did the person find us?")),
            language("client_language", say("Language of the talk"), hint=say("In which language do you speak best?")),
            choice("interpreting", say("Interpreter"), Interpreting, wide=True),
        ),
        section(
            say("What it is about"),
            several("concerns", say("Concern"), Concern),
            note("concern_in_words", say("In the person's own words")),
            note("expectation", say("Hopes for"), hint=say("Which result, and by when?")),
        ),
    ),
)

PERSON_FORM: Final = Form(
    Client,
    (
        section(
            say("Name"),
            line("family_name", say("Family name"), hint=say("As it stands in the passport")),
            line("given_names", say("Given names")),
            line("family_name_own_script", say("Family name in own script"), foreign=True),
            line("given_names_own_script", say("Given names in own script"), foreign=True),
            line("former_names", say("Former names"), hint=say("Also as they stand in old certificates")),
            line("pronunciation", say("How the name is said")),
        ),
        section(
            say("Person"),
            partial_date("birth", say("Date of birth"), hint=say("The year alone is enough")),
            country("birth_country", say("Country of birth")),
            choice("gender", say("Gender"), Gender, wide=True),
            countries("nationalities", say("Nationalities")),
            languages("mother_tongues", say("Mother tongues")),
        ),
        section(
            say("Residence and work"),
            choice("residence_title", say("Residence title"), ResidenceTitle, wide=True),
            day("residence_valid_until", say("Valid until")),
            choice("work_permission", say("Permission to work"), WorkPermission),
            partial_date("entry", say("Came to Germany"), hint=say("The year alone is enough")),
            choice("employment", say("Work now"), Employment),
            choice("benefit", say("Benefits"), Benefit),
        ),
        section(
            say("Address"),
            line("street", say("Street and number"), wide=True),
            line("postal_code", say("Postal code")),
            line("place", say("Place")),
            line("phone", say("Telephone")),
            line("email", say("E-mail")),
        ),
    ),
)
