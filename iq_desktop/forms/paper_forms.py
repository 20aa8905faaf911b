"""The forms of the page Papers: a qualification, a work, and one document of either."""

from __future__ import annotations

from typing import Final

from iq_desktop.domain.paper_move import MoveKind, PaperMove
from iq_desktop.domain.qualification import (
    EarlierApplication,
    EquivalenceResult,
    EvaluationResult,
    Experience,
    Finished,
    Paper,
    PaperForm,
    PaperKind,
    Proof,
    Qualification,
    QualificationKind,
    Whereabouts,
    WorkKind,
    WorkPeriod,
)
from iq_desktop.forms.vocabulary import (
    Form,
    asked_if,
    choice,
    country,
    day,
    language,
    line,
    note,
    number,
    partial_date,
    section,
    several,
    tick,
)
from iq_desktop.wording.text import NOTHING, say


def _asked_for_recognition(one: Qualification) -> bool:
    return one.earlier_application is not None and one.earlier_application.asks_equivalence


def _asked_for_evaluation(one: Qualification) -> bool:
    return one.earlier_application is not None and one.earlier_application.asks_evaluation


QUALIFICATION_FORM: Final = Form(
    Qualification,
    (
        section(
            NOTHING,
            line(
                "title_original",
                say("Title as in the document"),
                hint=say("In the language of the document, in its own script where the person writes it"),
                foreign=True,
            ),
            line("title_de", say("Title in German"), hint=say("As the translation calls it")),
            choice("kind", say("Kind of qualification"), QualificationKind),
            line("institution", say("School, company or university")),
            choice("finished", say("Completed?"), Finished, wide=True),
            line("place", say("Place")),
            country("country", say("Country")),
            partial_date("begun", say("From"), hint=say("The year alone is enough")),
            partial_date("ended", say("Until")),
            number("months", say("Regular length"), say("months"), hint=say("As the rules of the training say")),
        ),
        section(
            say("For the documentation NIQ"),
            tick("goes_to_niq", say("Report this qualification")),
            line(
                "reference_occupation",
                say("German reference occupation"),
                hint=say("The German occupation with which the qualification is compared"),
                wide=True,
            ),
            choice("experience", say("Has worked in it"), Experience),
            choice("earlier_application", say("Applications before this counselling"), EarlierApplication),
            *asked_if(
                _asked_for_recognition,
                choice("equivalence_result", say("Result of the recognition"), EquivalenceResult),
            ),
            *asked_if(
                _asked_for_evaluation,
                choice("evaluation_result", say("Result of the evaluation"), EvaluationResult),
            ),
        ),
        section(NOTHING, note("remarks", say("Remarks"))),
    ),
)

WORK_FORM: Final = Form(
    WorkPeriod,
    (
        section(
            NOTHING,
            line(
                "title_original",
                say("What the person worked as"),
                hint=say("In the person's own words"),
                foreign=True,
            ),
            line("title_de", say("The same in German")),
            choice("kind", say("Kind of work"), WorkKind, needs_answer=True),
            line("employer", say("Employer, business or family")),
            line("place", say("Place")),
            country("country", say("Country")),
            partial_date("begun", say("From"), hint=say("The year alone is enough")),
            partial_date("ended", say("Until")),
            tick("is_going_on", say("Still going on")),
            number("hours_per_week", say("Hours a week"), say("hours")),
            note("tasks", say("Tasks"), hint=say("What did a usual day look like?")),
            line("tools", say("Machines, tools, programs"), wide=True),
            several("proofs", say("What shows it"), Proof),
        ),
    ),
)

PAPER_FORM: Final = Form(
    Paper,
    (
        section(
            NOTHING,
            choice("kind", say("Which document"), PaperKind),
            line("name", say("Name of the document"), hint=say("Only where the kind does not say it")),
            several("forms", say("It is there as"), PaperForm),
            language("language", say("Language")),
            partial_date("issued_on", say("Date of the document")),
            choice("whereabouts", say("Where the original is"), Whereabouts),
            line("who_has_it", say("Who has it"), hint=say("Office, translator or person")),
            day("handed_over_on", say("Handed over on")),
            day("handed_back_on", say("Handed back on")),
            line("remarks", say("Remarks"), wide=True),
        ),
    ),
)

MOVE_FORM: Final = Form(
    PaperMove,
    (
        section(
            NOTHING,
            choice("kind", say("What happened"), MoveKind, needs_answer=True),
            day("day", say("Day")),
            line("with_whom", say("With whom"), hint=say("Office, translator or person")),
            line("place", say("Where")),
            day("receipt_on", say("Receipt printed on")),
            line("remarks", say("Remarks"), wide=True),
        ),
    ),
)
