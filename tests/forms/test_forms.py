"""Every declared form asks for fields that its value has, in words that are there."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from iq_desktop.domain.client import Client, Home
from iq_desktop.domain.contact import Contact, Interpreting, QualificationTopic, RecognitionTopic
from iq_desktop.domain.situation import Situation
from iq_desktop.domain.talk import Appointment, Closing, Talk
from iq_desktop.forms.centre_forms import CENTRE_FORM
from iq_desktop.forms.client_forms import CONTACT_FORM, PERSON_FORM, PERSON_SHEET, SHORT_FIELDS, SITUATION_FORM
from iq_desktop.forms.course_forms import COURSE_WISH_FORM, OWN_OFFER_FORM
from iq_desktop.forms.follow_up_forms import (
    APPOINTMENT_FORM,
    CLOSING_FORM,
    CONSENT_FORM,
    RELEASE_FORM,
    TALK_FORM,
    TASK_FORM,
)
from iq_desktop.forms.referral_forms import NEW_REFERRAL_FORM, POINT_FORM, REFERRAL_FORM
from iq_desktop.forms.vocabulary import Form, Kind, Sheet, line, section
from iq_desktop.wording.text import say

FORMS = (
    CENTRE_FORM,
    CONTACT_FORM,
    PERSON_FORM,
    SITUATION_FORM,
    POINT_FORM,
    COURSE_WISH_FORM,
    OWN_OFFER_FORM,
    REFERRAL_FORM,
    NEW_REFERRAL_FORM,
    TALK_FORM,
    APPOINTMENT_FORM,
    TASK_FORM,
    CLOSING_FORM,
    CONSENT_FORM,
    RELEASE_FORM,
)
WHOLE = ((CONTACT_FORM, Contact), (PERSON_FORM, Client), (SITUATION_FORM, Situation), (CLOSING_FORM, Closing))
ROWS = (((TALK_FORM,), Talk), ((APPOINTMENT_FORM, TASK_FORM), Appointment))


def test_a_form_refuses_a_field_that_its_value_does_not_have() -> None:
    with pytest.raises(TypeError, match="Client has no \\['surname'\\]"):
        Form(Client, (section(say("Name"), line("surname", say("Surname"))),))


@pytest.mark.parametrize("form", FORMS)
def test_every_field_is_asked_once_and_has_a_label(form: Form[Any]) -> None:
    names = [field.name for field in form.fields()]
    assert len(set(names)) == len(names)
    assert all(field.label.message for field in form.fields())
    assert all(form.field(name).name == name for name in names)


@pytest.mark.parametrize("form", FORMS)
def test_lists_of_answers_are_there_where_one_is_picked(form: Form[Any]) -> None:
    for field in form.fields():
        assert (field.choices is not None) == (field.kind in (Kind.CHOICE, Kind.SEVERAL)), field.name


@pytest.mark.parametrize(("forms", "subject"), [*(((form,), subject) for form, subject in WHOLE), *ROWS])
def test_a_page_asks_for_every_field_of_what_it_shows(forms: tuple[Form[Any], ...], subject: Any) -> None:
    asked = {field.name for form in forms for field in form.fields()}
    assert asked == {field.name for field in dataclasses.fields(subject)} - {"id", "source_id"}


def test_a_number_says_what_it_counts() -> None:
    for form in FORMS:
        for field in form.fields():
            assert bool(field.unit.message) == (field.kind is Kind.NUMBER), field.name


def test_a_sheet_joins_sections_of_the_same_heading_and_finds_the_form_of_a_field() -> None:
    headings = [one.heading.message for one in PERSON_SHEET.sections]
    assert len(set(headings)) == len(headings)
    work = next(one for one in PERSON_SHEET.sections if one.heading.message == "Work and benefits")
    assert [field.name for field in work.fields] == ["employment", "benefit", "works_as", "customer_number"]
    assert (PERSON_SHEET.place_of("employment"), PERSON_SHEET.place_of("works_as")) == (0, 1)
    with pytest.raises(KeyError):
        PERSON_SHEET.place_of("weather")


def test_a_sheet_refuses_fields_that_could_not_be_told_apart() -> None:
    with pytest.raises(TypeError, match="place"):
        Sheet((PERSON_FORM, CENTRE_FORM))


def test_nobody_is_asked_about_the_family() -> None:
    family = next(one for one in PERSON_SHEET.sections if any(field.name == "family" for field in one.fields))
    assert family.is_folded
    assert family.hint.message


@pytest.mark.parametrize(
    ("form", "field", "asked", "not_asked"),
    [
        (PERSON_FORM, "home_country", Client(home=Home.ABROAD), Client(home=Home.GERMANY)),
        (PERSON_FORM, "postal_code", Client(), Client(home=Home.ABROAD)),
        (PERSON_FORM, "entry", Client(home=Home.GERMANY), Client(home=Home.ABROAD)),
        (CONTACT_FORM, "interpreter_name", Contact(interpreting=Interpreting.COMPANION), Contact()),
        (CONTACT_FORM, "recognition_other", Contact(recognition_topics=(RecognitionTopic.OTHER,)), Contact()),
        (CONTACT_FORM, "qualification_other", Contact(qualification_topics=(QualificationTopic.OTHER,)), Contact()),
    ],
)
def test_some_things_are_asked_only_where_they_can_be(form: Form[Any], field: str, asked: Any, not_asked: Any) -> None:
    condition = form.field(field).asked_if
    assert condition is not None
    assert condition(asked)
    assert not condition(not_asked)


def test_a_short_consultation_asks_for_few_fields_of_the_contact() -> None:
    assert {field.name for field in CONTACT_FORM.fields()} > SHORT_FIELDS


def test_what_the_client_reads_in_own_script_is_marked_as_foreign() -> None:
    foreign = {field.name for field in PERSON_FORM.fields() if field.foreign}
    assert foreign == {"family_name_own_script", "given_names_own_script"}


def test_an_unknown_field_is_not_found() -> None:
    with pytest.raises(KeyError):
        POINT_FORM.field("weather")
