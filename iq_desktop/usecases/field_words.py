"""What the fields of a case are called and what stands in them, in words: for the journal and the copy of all data.

Values come as they are stored (codes, days as `2026-11-22`, lists as JSON) and are told by the type of their field.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import TYPE_CHECKING, Any, Final, get_args, get_origin, get_type_hints

from iq_desktop.documents.kinds import title_of_document
from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.choice import Choice
from iq_desktop.domain.document_record import Delivery, FinalPaper
from iq_desktop.domain.language_skill import Skill
from iq_desktop.domain.partial_date import PartialDate, partial_date_from
from iq_desktop.forms.vocabulary import Kind
from iq_desktop.usecases.field_pages import find_form_field, name_of_field
from iq_desktop.wording.text import NOTHING, CountryName, LanguageName, Text, as_it_is, joined, say

if TYPE_CHECKING:
    from iq_desktop.forms.vocabulary import Field

Names = Mapping[str, str]
"""Names of advisers by their identity."""

PART_LABELS: Final = {
    "": say("Head of the case"),
    "contact": say("Contact"),
    "client": say("Person"),
    "situation": say("Situation"),
    "closing": say("Closing of the case"),
    "keeping": say("Keeping of the data"),
    "consents": say("Consent"),
    "releases": say("Release from secrecy"),
    "corrections": say("Correction"),
    "qualifications": say("Qualification"),
    "works": say("Work"),
    "papers": say("Paper"),
    "paper_moves": say("Step of a paper"),
    "life": say("Time of life"),
    "languages": say("Language"),
    "occupations": say("Occupation"),
    "competences": say("Competence"),
    "referrals": say("Referral"),
    "agreement": say("What we agreed"),
    "talks": say("Talk"),
    "appointments": say("Appointment"),
    "runs": say("Questionnaire"),
    "final_papers": say("Final document"),
    "deliveries": say("Where a document went"),
    "answers": say("Answer"),
    "told_facts": say("Answer for the rules"),
    "comparisons": say("Compared occupation"),
    "task_marks": say("Compared task"),
    "procedures": say("Procedure"),
    "procedure_steps": say("Step of a procedure"),
}
"""What the parts of a case are called, one of each; the empty name is that of the case itself."""

_LABELS: Final = {
    "opened_on": say("Opened on"),
    "number": say("Case number"),
    "adviser_id": say("Adviser"),
    "is_invented": say("Invented"),
    "is_confidential": say("Only for its adviser"),
    "kind": say("Kind"),
    "consents.purpose": say("Purpose"),
    "consents.wording_version": say("Version of the wording"),
    "consents.withdrawn_on": say("Withdrawn on"),
    "releases.wording_version": say("Version of the wording"),
    "qualifications.niq_occupation": say("Occupation for NIQ"),
    "works.occupation_name": say("Occupation"),
    "works.isco": say("ISCO code"),
    "works.kldb": say("KldB code"),
    "languages.language": say("Language"),
    "languages.assessed_by": say("Assessed by"),
    **{f"languages.{skill.value}": skill.label for skill in Skill},
    "occupations.name_de": say("Name"),
    "occupations.name_en": say("Name in English"),
    "occupations.isco": say("ISCO code"),
    "occupations.kldb": say("KldB code"),
    "occupations.role": say("What it is to the person"),
    "competences.name_de": say("Name"),
    "competences.name_en": say("Name in English"),
    "competences.need": say("How much it is needed"),
    "competences.kind": say("Kind"),
    "competences.self_rating": say("Own view"),
    "competences.adviser_rating": say("The adviser's view"),
    "competences.evidence": say("Evidence"),
    "competences.example": say("Example"),
    "referrals.recipient": say("To whom"),
    "referrals.kind": say("Kind"),
    "referrals.course": say("Course"),
    "referrals.place": say("Place"),
    "referrals.starts_on": say("Begins on"),
    "referrals.agreed_on": say("Agreed on"),
    "languages.assessed_on": say("Assessed on"),
    "languages.proof": say("Name and institute"),
    "corrections.what": say("What was to be corrected"),
    "corrections.was": say("It said"),
    "corrections.became": say("It now says"),
    "corrections.asked_on": say("Asked for on"),
    "corrections.done_on": say("Corrected on"),
    "corrections.adviser_id": say("Noted by"),
    "corrections.refused_because": say("Not corrected because"),
    "keeping.review_on": say("Review on"),
    "keeping.reason": say("Reason to keep it"),
    "keeping.reason_in_words": say("The reason in words"),
    "keeping.reviewed_on": say("Last looked at on"),
    "keeping.restricted_since": say("Restricted since"),
    "keeping.restriction": say("Reason of the restriction"),
    "keeping.restriction_in_words": say("The restriction in words"),
    "keeping.look_again_on": say("Look at the restriction again on"),
    "keeping.is_counted": say("Counted in the anonymous figures"),
    "contact.interpreter_relation": say("What the interpreter is to the person"),
    "final_papers.number": say("Number"),
    "final_papers.kind": say("Document"),
    "final_papers.language": say("Language"),
    "final_papers.second_language": say("Second language"),
    "final_papers.made_on": say("Made final on"),
    "final_papers.adviser_id": say("Made by"),
    "final_papers.replaced_by": say("Replaced by"),
    "deliveries.way": say("What happened"),
    "deliveries.day": say("On which day"),
    "deliveries.adviser_id": say("Noted by"),
    "deliveries.recipient": say("To whom, or file"),
    "runs.instrument": say("Questionnaire"),
    "runs.version": say("Version"),
    "runs.rater": say("Who answered"),
    "runs.rater_name": say("Name of who answered"),
    "runs.subject": say("What it is about"),
    "runs.subject_in_words": say("What it is about, in words"),
    "runs.language": say("Language"),
    "runs.begun_on": say("Begun on"),
    "runs.finished_on": say("Finished on"),
    "answers.question": say("Question"),
    "answers.value": say("Answer"),
    "answers.words": say("Answer in words"),
    "answers.is_not_now": say("Answered with “not now”"),
    "told_facts.fact": say("Question"),
    "told_facts.value": say("Answer"),
    "told_facts.told_on": say("Told on"),
    "comparisons.name": say("Name"),
    "comparisons.source": say("List"),
    "comparisons.niq_occupation": say("Occupation for NIQ"),
    "comparisons.regulation": say("Regulated"),
    "comparisons.regulation_source": say("Source"),
    "comparisons.experience": say("Weight of the experience"),
    "comparisons.competent_body": say("Competent body"),
    "comparisons.is_chosen": say("Decided for this one"),
    "comparisons.reason": say("Reason"),
    "task_marks.task": say("Task"),
    "task_marks.side": say("Whose task"),
    "task_marks.mark": say("Mark"),
    "task_marks.shown_by": say("Shown by"),
    "task_marks.evidence": say("Evidence"),
    "task_marks.note": say("Note"),
    "procedures.kind": say("Kind of procedure"),
    "procedures.reference_occupation": say("German reference occupation"),
    "procedures.niq_number": say("Occupation for NIQ"),
    "procedure_steps.kind": say("What happened"),
    "procedure_steps.day": say("On which day"),
}
"""What fields are called that no form asks for, by part and name."""

TECHNICAL: Final = frozenset(
    {
        "id",
        "revision",
        "uri",
        "skill_uri",
        "occupation_uri",
        "belongs_to",
        "position",
        "case_id",
        "part_id",
        "run_id",
        "paper_id",
        "comparison_id",
        "code",
        "subject_id",
        "qualification_id",
        "procedure_id",
    }
)
"""Fields that keep rows together and say nothing to a person."""

_NAMES_OF_TYPES: Final = {"dt": dt, "Decimal": Decimal}
"""Modules that some values import for type checkers only."""

PARTS_BESIDE: Final[Mapping[str, type[Any]]] = {"final_papers": FinalPaper, "deliveries": Delivery}
"""What belongs to a case and lies beside its file, in tables of its own: the value of each part."""

TITLES: Final[Mapping[str, tuple[str, ...]]] = {
    "consents": ("purpose",),
    "releases": ("recipient",),
    "corrections": ("what",),
    "qualifications": ("title_de", "title_original"),
    "works": ("title_de", "title_original"),
    "papers": ("name", "kind"),
    "paper_moves": ("kind",),
    "life": ("title", "kind"),
    "languages": ("language",),
    "occupations": ("name_de",),
    "competences": ("name_de",),
    "referrals": ("recipient",),
    "agreement": ("text",),
    "talks": ("held_on", "kind"),
    "appointments": ("day", "kind"),
    "runs": ("subject_in_words", "instrument", "version"),
    "answers": ("question", "run_id"),
    "told_facts": ("fact",),
    "comparisons": ("name",),
    "task_marks": ("task",),
    "procedures": ("body_name", "reference_occupation", "kind"),
    "procedure_steps": ("kind", "day"),
}
"""By what one tells the rows of a part apart: the first of these fields that says something."""


def label_of(part: str, field: str) -> Text:
    """Return what a field of a part is called (an empty part is the case itself); empty where it tells nobody."""
    if field in TECHNICAL:
        return NOTHING
    own = _LABELS.get(f"{part}.{field}" if part else field)
    kind = kind_of(part)
    return own or (name_of_field(kind, field) if kind else NOTHING)


def value_of(part: str, field: str, cell: Any, names: Names | None = None) -> Text:
    """Return a stored value in words; empty where nothing stands there. Unknown codes stay as they are."""
    if cell is None or cell in ("", "[]"):
        return NOTHING
    if field == "adviser_id":
        return as_it_is((names or {}).get(str(cell), str(cell)))
    if (part, field) == ("final_papers", "kind"):
        return title_of_document(str(cell))
    kind: Any = kind_of(part)
    hint = _hints(kind).get(field, str) if kind else str
    try:
        return _told(hint, cell, _form_kind(part, field))
    except (ValueError, KeyError, TypeError):
        return as_it_is(str(cell))


def title_of(part: str, row: Mapping[str, Any]) -> Text:
    """Return by what one tells a row of a part apart; empty where it says nothing yet."""
    found = (value_of(part, field, row.get(field)) for field in TITLES.get(part, ()))
    return next((words for words in found if words.message), NOTHING)


@cache
def kind_of(part: str) -> type[Any] | None:
    """Return the kind of value of a part, that of the case itself for an empty name, None for an unknown part."""
    if not part or part in PARTS_BESIDE:
        return PARTS_BESIDE.get(part, CaseFile)
    hint = get_type_hints(CaseFile).get(part)
    inner = get_args(hint)[0] if get_origin(hint) is tuple else hint
    return inner if isinstance(inner, type) and is_dataclass(inner) else None


def parts_of_case() -> tuple[str, ...]:
    """Return the names of all parts of a case."""
    return tuple(field.name for field in fields(CaseFile) if kind_of(field.name) is not None)


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    return get_type_hints(kind, localns=_NAMES_OF_TYPES)


@cache
def _form_kind(part: str, field: str) -> Kind | None:
    if field in ("language", "second_language", "client_language", "interpreter_language"):
        return Kind.LANGUAGE
    kind = kind_of(part)
    found: Field | None = find_form_field(kind, field) if kind else None
    return found.kind if found else None


def _told(hint: Any, cell: Any, form: Kind | None) -> Text:
    inner = [one for one in get_args(hint) if one is not NoneType]
    if get_origin(hint) is tuple:
        several = json.loads(cell) if isinstance(cell, str) else cell
        one_of_them = _one_of(form)
        return joined([_told(inner[0], one, one_of_them) for one in several], ", ")
    if inner:
        return _told(inner[0], cell, form)
    if isinstance(hint, type) and issubclass(hint, Choice):
        return hint.of(str(cell)).label
    return _TURNS[hint](cell) if hint in _TURNS else _told_code(str(cell), form)


_TURNS: Final[Mapping[Any, Callable[[Any], Text]]] = {
    bool: lambda cell: say("yes") if cell else say("no"),
    int: lambda cell: as_it_is(str(cell)),
    dt.datetime: lambda cell: say("{day}", day=dt.datetime.fromisoformat(cell).astimezone().date()),
    dt.date: lambda cell: say("{day}", day=dt.date.fromisoformat(cell)),
    PartialDate: lambda cell: partial_date_from(cell).brief(),
}


def _one_of(form: Kind | None) -> Kind | None:
    return {Kind.LANGUAGES: Kind.LANGUAGE, Kind.COUNTRIES: Kind.COUNTRY}.get(form, form) if form else None


def _told_code(code: str, form: Kind | None) -> Text:
    if form is Kind.LANGUAGE:
        return say("{language}", language=LanguageName(code))
    if form is Kind.COUNTRY:
        return say("{country}", country=CountryName(code))
    return as_it_is(code)
