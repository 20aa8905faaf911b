"""Every declared form asks for fields that its value has, in words that are there."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from iq_desktop.domain.client import Client
from iq_desktop.forms.centre_forms import CENTRE_FORM
from iq_desktop.forms.client_forms import CONTACT_FORM, PERSON_FORM
from iq_desktop.forms.referral_forms import NEW_REFERRAL_FORM, POINT_FORM, REFERRAL_FORM
from iq_desktop.forms.vocabulary import Form, Kind, line, section
from iq_desktop.wording.text import say

FORMS = (CENTRE_FORM, CONTACT_FORM, PERSON_FORM, POINT_FORM, REFERRAL_FORM, NEW_REFERRAL_FORM)


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


def test_the_page_person_asks_for_every_field_of_a_client() -> None:
    asked = {field.name for field in PERSON_FORM.fields()}
    assert asked == {field.name for field in dataclasses.fields(Client)}


def test_what_the_client_reads_in_own_script_is_marked_as_foreign() -> None:
    foreign = {field.name for field in PERSON_FORM.fields() if field.foreign}
    assert foreign == {"family_name_own_script", "given_names_own_script"}


def test_an_unknown_field_is_not_found() -> None:
    with pytest.raises(KeyError):
        POINT_FORM.field("weather")
