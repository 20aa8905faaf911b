"""The documents that the program prints for a case, each with the function that says what stands in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from iq_desktop.documents.agreement import make_agreement
from iq_desktop.documents.application_cv import make_application_cv
from iq_desktop.documents.blocks import Document
from iq_desktop.documents.certificates import make_counselling_certificate, make_participation_certificate
from iq_desktop.documents.consent_paper import make_consent_paper
from iq_desktop.documents.cost_plan import make_cost_plan
from iq_desktop.documents.europass_cv import make_europass_cv
from iq_desktop.documents.german_ladder import make_german_ladder
from iq_desktop.documents.interpreter_paper import make_interpreter_paper
from iq_desktop.documents.language_passport import make_language_passport
from iq_desktop.documents.life_sheet import make_life_sheet
from iq_desktop.documents.matters import Matter
from iq_desktop.documents.occasion import Occasion
from iq_desktop.documents.paper_checklist import make_paper_checklist
from iq_desktop.documents.parts import CasePart, no_parts
from iq_desktop.documents.profile import make_profile
from iq_desktop.documents.receipt import make_receipt, make_return_receipt, receipt_parts, return_parts
from iq_desktop.documents.referral_letter import letter_parts, make_referral_letter
from iq_desktop.documents.slip import make_slip
from iq_desktop.documents.start_and_end import make_start_and_end
from iq_desktop.documents.support_plan import make_support_plan
from iq_desktop.documents.task_comparison import comparison_parts, make_task_comparison
from iq_desktop.documents.way_plan import make_way_plan, way_parts
from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.interpreter_cards import HEADING
from iq_desktop.wording.text import Text, as_it_is, say


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A document: its lasting name, its title, what it is for, and who makes it.

    One that `is_passed_on` goes to others, such as a letter of referral, and needs the consent to that. `parts` are
    what it can be about in a case, the usual one first; empty where it is about all of it. The one chosen goes into
    `Occasion.part`. `tells` are the matters beside the case that it tells. One that `speaks_to_client` is read by the
    person above all, and can be had in simple wording.
    """

    name: str
    title: Text
    purpose: Text
    make: Callable[[CaseFile, Occasion], Document]
    is_passed_on: bool = False
    parts: Callable[[CaseFile], tuple[CasePart, ...]] = no_parts
    tells: frozenset[Matter] = frozenset()
    speaks_to_client: bool = False


DOCUMENT_KINDS: Final = (
    DocumentKind(
        "competence-profile",
        say("Competence profile"),
        say("What the person can do, with evidence, languages and the results of the talks."),
        make_profile,
        tells=frozenset({Matter.TALKS}),
        speaks_to_client=True,
    ),
    DocumentKind(
        "what-we-agreed",
        say("What we agreed"),
        say("A small sheet to take home: three things, who does them, by when."),
        make_slip,
        speaks_to_client=True,
    ),
    DocumentKind(
        "agreement",
        say("Our agreement"),
        say("Goals, steps and what each side takes on; signed by both, on paper or on the screen."),
        make_agreement,
        speaks_to_client=True,
    ),
    DocumentKind(
        "start-and-end",
        say("Your way so far"),
        say("Where the person stood at the beginning and where they stand now, with a picture."),
        make_start_and_end,
        tells=frozenset({Matter.START}),
        speaks_to_client=True,
    ),
    DocumentKind(
        "life-line",
        say("Life line"),
        say("School, training, work and family on one line, for a CV or an application."),
        make_life_sheet,
        speaks_to_client=True,
    ),
    DocumentKind(
        "language-passport",
        say("Language passport"),
        say("All languages in five skills, by who assessed them; scripts and proofs."),
        make_language_passport,
        speaks_to_client=True,
    ),
    DocumentKind(
        "german-ladder",
        say("My German courses"),
        say("The courses from today's German to the level that is needed, as a picture; the next one step by step."),
        make_german_ladder,
        tells=frozenset({Matter.GERMAN}),
        speaks_to_client=True,
    ),
    DocumentKind(
        "consents",
        say("Consents and releases"),
        say("What the person agreed to, what is still asked, and how it is withdrawn; signed by both."),
        make_consent_paper,
        speaks_to_client=True,
    ),
    DocumentKind(
        "interpreter",
        HEADING,
        say("What is talked through with an interpreter, and a statement of secrecy to sign."),
        make_interpreter_paper,
    ),
    DocumentKind(
        "support-plan",
        say("Support plan"),
        say("Goals, steps, who does them by when, and where it goes on; signed by both."),
        make_support_plan,
        tells=frozenset({Matter.ROUTES}),
        speaks_to_client=True,
    ),
    DocumentKind(
        "referral-letter",
        say("Letter of referral"),
        say("For an office, a course or a partner: only what the person agreed to. The answer comes back on it."),
        make_referral_letter,
        is_passed_on=True,
        parts=letter_parts,
        tells=frozenset({Matter.ADDRESS}),
    ),
    DocumentKind(
        "application-cv",
        say("Tabular CV"),
        say("For an application for recognition (§ 5 BQFG): training and work in the order of time, with all gaps."),
        make_application_cv,
    ),
    DocumentKind(
        "europass-cv",
        say("CV"),
        say("For applications for work, in the sections of the Europass CV: newest first, languages, skills."),
        make_europass_cv,
    ),
    DocumentKind(
        "task-comparison",
        say("Comparison of tasks"),
        say("An annex to the application: what a German occupation asks for, and what the person has done."),
        make_task_comparison,
        parts=comparison_parts,
    ),
    DocumentKind(
        "paper-checklist",
        say("Checklist of papers"),
        say("Which papers are there, in which form, where they are, and what is missing."),
        make_paper_checklist,
        tells=frozenset({Matter.CHECKLISTS}),
        speaks_to_client=True,
    ),
    DocumentKind(
        "cost-plan",
        say("Cost plan"),
        say("What the recognition costs, who pays, and what to apply for first."),
        make_cost_plan,
        tells=frozenset({Matter.COSTS, Matter.ROUTES}),
        speaks_to_client=True,
    ),
    DocumentKind(
        "way-plan",
        say("My way to work"),
        say("The ways to the goal side by side, the chosen one on a calendar, the first steps to tick."),
        make_way_plan,
        parts=way_parts,
        tells=frozenset({Matter.WAYS}),
        speaks_to_client=True,
    ),
    DocumentKind(
        "receipt",
        say("Receipt for originals"),
        say("For papers that lie at the centre: each with number and state, signed by both."),
        make_receipt,
        parts=receipt_parts,
        speaks_to_client=True,
    ),
    DocumentKind(
        "return-receipt",
        say("Receipt for papers that were handed back"),
        say("The person confirms that the originals came back."),
        make_return_receipt,
        parts=return_parts,
        speaks_to_client=True,
    ),
    DocumentKind(
        "counselling-certificate",
        say("Certificate of counselling"),
        say("One page that confirms days and topics of the counselling, for an office or an employer."),
        make_counselling_certificate,
    ),
    DocumentKind(
        "participation-certificate",
        say("Certificate of taking part"),
        say("One page that confirms the taking part in a determination of competences, with what was done when."),
        make_participation_certificate,
        tells=frozenset({Matter.TALKS}),
    ),
)


def find_document_kind(name: str) -> DocumentKind | None:
    """Return the document of a lasting name, or None where this program does not know it (any more)."""
    return next((kind for kind in DOCUMENT_KINDS if kind.name == name), None)


def title_of_document(name: str) -> Text:
    """Return the title of a document by its lasting name, the name where nobody knows it."""
    kind = find_document_kind(name)
    return kind.title if kind else as_it_is(name)
