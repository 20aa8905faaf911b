"""A case in two lines of words, as cards and lists name it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.domain.partial_date import partial_date_from
from iq_desktop.wording.text import NOTHING, LanguageName, Text, as_it_is, joined, say

if TYPE_CHECKING:
    from iq_desktop.domain.case_row import CaseRow


def row_title(row: CaseRow) -> Text:
    """Return the name of a case, with the own script beside it."""
    if not row.name:
        return say("Without a name")
    return joined((as_it_is(row.name), as_it_is(row.own_script_name)))


def row_facts(row: CaseRow) -> Text:
    """Return number, birth, language, occupation and place of a case, as far as they are known."""
    return joined(
        (
            say("Case {number}", number=row.number),
            say("born {date}", date=partial_date_from(row.birth).brief()) if row.birth else NOTHING,
            say("{language}", language=LanguageName(row.language)) if row.language else NOTHING,
            as_it_is(row.occupation),
            as_it_is(row.place),
        )
    )
