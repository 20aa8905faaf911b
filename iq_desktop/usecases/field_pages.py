"""Where a field of a document is filled in: the way back from the paper to the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.forms.client_forms import CONTACT_FORM, PERSON_FORM
from iq_desktop.forms.referral_forms import POINT_FORM, REFERRAL_FORM
from iq_desktop.usecases.case_pages import CASE_PAGES, CasePage

if TYPE_CHECKING:
    from iq_desktop.wording.text import Text

_FORMS: Final = (
    ("person", PERSON_FORM),
    ("contact", CONTACT_FORM),
    ("agreement", POINT_FORM),
    ("referral", REFERRAL_FORM),
)
_ON_PAPER: Final = {
    "Name": "person",
    "What we agreed": "agreement",
    "Competence": "competences",
    "Example": "competences",
    "Occupation": "competences",
    "Wished occupation": "competences",
    "Place of residence": "person",
}
"""Labels that only documents use, by their source text."""


def find_page_of_field(label: Text) -> CasePage | None:
    """Return the page of a case on which the field of a label is filled in, or None where it is no field of a case."""
    pages = {page.name: page for page in CASE_PAGES}
    name = _ON_PAPER.get(label.message)
    for page, form in _FORMS:
        if name is None and any(field.label.message == label.message for field in form.fields()):
            name = page
    return pages[name] if name else None
