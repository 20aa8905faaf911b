"""Where a field is filled in: the way from a label on paper, or from a name that is looked for, to the page."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.forms.agreement_forms import DUTY_FORM, GOAL_FORM, REVIEW_FORM
from iq_desktop.forms.client_forms import CONTACT_FORM, PERSON_FORM, SITUATION_FORM
from iq_desktop.forms.cost_forms import COST_FORM, FUNDING_FORM
from iq_desktop.forms.follow_up_forms import (
    APPOINTMENT_FORM,
    CLOSING_FORM,
    CONSENT_FORM,
    RELEASE_FORM,
    TALK_FORM,
    TASK_FORM,
)
from iq_desktop.forms.life_forms import LIFE_FORM
from iq_desktop.forms.paper_forms import MOVE_FORM, PAPER_FORM, QUALIFICATION_FORM, WORK_FORM
from iq_desktop.forms.procedure_forms import PROCEDURE_FORM, STEP_FORM
from iq_desktop.forms.referral_forms import POINT_FORM, REFERRAL_FORM, SHARES_FORM
from iq_desktop.forms.referral_step_forms import INCOMING_FORM, REFERRAL_STEP_FORM
from iq_desktop.usecases.case_pages import CASE_PAGES, CasePage
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.forms.vocabulary import Field, Form

_FORMS: Final[tuple[tuple[str, Form[Any]], ...]] = (
    ("contact", CONTACT_FORM),
    ("person", PERSON_FORM),
    ("person", SITUATION_FORM),
    ("follow_up", CLOSING_FORM),
)
"""Forms of which a page shows one, so that the cursor can be put into each of their fields."""
_ROW_FORMS: Final[tuple[tuple[str, Form[Any]], ...]] = (
    ("contact", CONSENT_FORM),
    ("contact", RELEASE_FORM),
    ("life_line", LIFE_FORM),
    ("papers", QUALIFICATION_FORM),
    ("papers", WORK_FORM),
    ("papers", PAPER_FORM),
    ("papers", MOVE_FORM),
    ("recognition", PROCEDURE_FORM),
    ("recognition", STEP_FORM),
    ("recognition", COST_FORM),
    ("recognition", FUNDING_FORM),
    ("agreement", POINT_FORM),
    ("agreement", GOAL_FORM),
    ("agreement", DUTY_FORM),
    ("agreement", REVIEW_FORM),
    ("referral", REFERRAL_FORM),
    ("referral", SHARES_FORM),
    ("referral", REFERRAL_STEP_FORM),
    ("referral", INCOMING_FORM),
    ("follow_up", TALK_FORM),
    ("follow_up", APPOINTMENT_FORM),
    ("follow_up", TASK_FORM),
)
"""Forms of which a page shows one for each of its rows."""
_PARTS: Final[tuple[tuple[str, str, Text], ...]] = (
    ("routes", "ways", say("Ways to the goal")),
    ("routes", "calendar", say("Steps of the way")),
)
"""Parts of pages that are no field of a form, by page, name there, and what they are called."""
_ON_PAPER: Final = {
    "Name": "person",
    "What we agreed": "agreement",
    "Competence": "competences",
    "Example": "competences",
    "Answers of a talk": "competences",
    "Occupation": "competences",
    "Wished occupation": "competences",
    "Place of residence": "person",
    "To whom": "referral",
}
"""Labels that only documents use, by their source text."""


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """One field of a case: on which page, under which heading, under which name there, and what it is called."""

    page: CasePage
    heading: Text
    field: str
    label: Text


def fields_of_pages() -> Iterator[FieldPlace]:
    """Yield every field into which the cursor can be put, in the order of the pages and of reading."""
    for page in CASE_PAGES:
        for section in (section for name, form in _FORMS if name == page.name for section in form.sections):
            for field in section.fields:
                yield FieldPlace(page, section.heading, field.name, field.label)
        yield from (FieldPlace(page, words, part, words) for name, part, words in _PARTS if name == page.name)


def find_field(label: Text) -> FieldPlace | None:
    """Return the field of a label, or None where a page has no such field, or several."""
    found = [place for place in fields_of_pages() if place.label.message == label.message]
    return found[0] if len(found) == 1 else None


def find_page_of_field(label: Text) -> CasePage | None:
    """Return the page of a case on which the field of a label is filled in, or None where it is no field of a case."""
    pages = {page.name: page for page in CASE_PAGES}
    name = _ON_PAPER.get(label.message)
    for page, form in (*_FORMS, *_ROW_FORMS):
        if name is None and any(field.label.message == label.message for field in form.fields()):
            name = page
    return pages.get(name) if name else None


def find_field_with(case: CaseFile, label: Text, character: str) -> FieldPlace | None:
    """Return the field in which a character stands that paper shows under a label, or None where it is not one field.

    Paper joins several fields under one label: the name is the family name, the given names, and both in own script.
    """
    page = find_page_of_field(label)
    holders = [place for place in fields_of_pages() if page is None or place.page is page]
    found = [place for place in holders if character in _words_in(case, place.field)]
    named = [place for place in found if place.label.message == label.message]
    return next(iter(named or found), None)


def name_of_field(subject: type, field: str) -> Text:
    """Return what a field of a value is called in the form for it; empty where no form asks for it."""
    found = find_form_field(subject, field)
    return found.label if found else NOTHING


def find_form_field(subject: type, name: str) -> Field | None:
    """Return the field of a form that asks for a field of a value, or None where none does."""
    forms = (form for _page, form in (*_FORMS, *_ROW_FORMS) if form.subject is subject)
    return next((field for form in forms for field in form.fields() if field.name == name), None)


def name_of_part(page: str, field: str) -> Text:
    """Return what a field of a page, or of one of its rows, is called; empty where no form asks for it."""
    forms = (form for name, form in (*_FORMS, *_ROW_FORMS) if name == page)
    return next((one.label for form in forms for one in form.fields() if one.name == field), NOTHING)


def _words_in(case: CaseFile, field: str) -> str:
    subjects = {form.subject for _page, form in _FORMS}
    for one in dataclasses.fields(case):
        value = getattr(case, one.name)
        if type(value) in subjects and hasattr(value, field):
            return str(getattr(value, field) or "")
    return ""
