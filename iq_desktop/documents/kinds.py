"""The documents that the program prints for a case, each with the function that says what stands in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from iq_desktop.documents.blocks import Document
from iq_desktop.documents.interpreter_paper import make_interpreter_paper
from iq_desktop.documents.life_sheet import make_life_sheet
from iq_desktop.documents.occasion import Occasion
from iq_desktop.documents.parts import CasePart, no_parts
from iq_desktop.documents.profile import make_profile
from iq_desktop.documents.slip import make_slip
from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.interpreter_cards import HEADING
from iq_desktop.wording.text import Text, say


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A document: its lasting name, its title, what it is for, and who makes it.

    One that `is_passed_on` goes to others, such as a letter of referral, and needs the consent to that. `parts` are
    what it can be about in a case, the usual one first; empty where it is about all of it. The one chosen goes into
    `Occasion.part`.
    """

    name: str
    title: Text
    purpose: Text
    make: Callable[[CaseFile, Occasion], Document]
    is_passed_on: bool = False
    parts: Callable[[CaseFile], tuple[CasePart, ...]] = no_parts


DOCUMENT_KINDS: Final = (
    DocumentKind(
        "competence-profile",
        say("Competence profile"),
        say("What the person can do, with evidence, languages and the results of the talks."),
        make_profile,
    ),
    DocumentKind(
        "what-we-agreed",
        say("What we agreed"),
        say("A small sheet to take home: three things, who does them, by when."),
        make_slip,
    ),
    DocumentKind(
        "life-line",
        say("Life line"),
        say("School, training, work and family on one line, for a CV or an application."),
        make_life_sheet,
    ),
    DocumentKind(
        "interpreter",
        HEADING,
        say("What is talked through with an interpreter, and a statement of secrecy to sign."),
        make_interpreter_paper,
    ),
)
