"""Papers by their names, and what there is of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.documents.blocks import Typed, Words
from iq_desktop.wording.text import NOTHING, LanguageName, Text, joined, say

if TYPE_CHECKING:
    from iq_desktop.domain.qualification import Paper


def paper_words(paper: Paper) -> Words:
    """Return what a paper is called: its name, else its kind."""
    return Typed(paper.name, say("Name of the document")) if paper.name else paper.title


def paper_forms(paper: Paper) -> Text:
    """Return in which forms a paper is there."""
    return joined((form.label for form in paper.forms), ", ")


def paper_details(paper: Paper) -> Text:
    """Return the language of a paper and its date, as far as they are known."""
    language = say("{language}", language=LanguageName(paper.language)) if paper.language else NOTHING
    return joined((language, paper.issued_on.brief() if paper.issued_on else NOTHING), ", ")
