"""The competence profile: it says what a person can do, and on what that rests.

The first page is for the eye (person, occupations, radar, languages), the second for whoever reads closely. What talks
along instruments came to follows on pages of its own length.
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
from iq_desktop.documents.sections.talk_results import differences_section, talk_sections
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
        *_differences(case, occasion),
        *examples_section(case),
        *talk_sections(occasion.talks),
    )
    signatures = Signatures((say("Place, date"), say("Signature of the client"), say("Signature of the adviser")))
    return Document(
        title=say("Competence profile"),
        lines_below_title=head_lines(case, occasion),
        blocks=(*before, KeepTogether((last, signatures))),  # nobody signs a page on which nothing else stands
        footnote=say("This profile is no official recognition of a qualification."),
        author=occasion.centre.name,
    )


def _differences(case: CaseFile, occasion: Occasion) -> Iterable[Block]:
    """Return the differences where talks are told; a profile without talks stays on two pages."""
    return differences_section(case) if occasion.talks.reports else ()


def _together(section: Iterable[Block]) -> tuple[Block, ...]:
    blocks = tuple(section)
    return (KeepTogether(blocks),) if blocks else ()
