"""The competence profile: two pages that say what a person can do, and on what that rests.

The first page is for the eye (person, occupations, radar, languages), the second for whoever reads closely.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.documents.blocks import Document, KeepTogether, Signatures
from iq_desktop.documents.sections.languages import languages_section
from iq_desktop.documents.sections.personal import head_lines, personal_section
from iq_desktop.documents.sections.strengths import (
    examples_section,
    occupations_section,
    radar_section,
    ratings_section,
)
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iq_desktop.documents.blocks import Block
    from iq_desktop.documents.occasion import Occasion
    from iq_desktop.domain.case_file import CaseFile


def make_profile(case: CaseFile, occasion: Occasion) -> Document:
    """Return the competence profile of a case; empty sections are left out."""
    *before, last = (
        *personal_section(case),
        *occupations_section(case),
        *_together(radar_section(case)),
        *_together(languages_section(case)),
        *ratings_section(case),
        *examples_section(case),
    )
    signatures = Signatures((say("Place, date"), say("Signature of the client"), say("Signature of the adviser")))
    return Document(
        title=say("Competence profile"),
        lines_below_title=head_lines(case, occasion),
        blocks=(*before, KeepTogether((last, signatures))),  # nobody signs a page on which nothing else stands
        footnote=say("This profile is no official recognition of a qualification."),
        author=occasion.centre.name,
    )


def _together(section: Iterable[Block]) -> tuple[Block, ...]:
    blocks = tuple(section)
    return (KeepTogether(blocks),) if blocks else ()
