"""The slip „What we agreed“: an A5 sheet with three things, who does them, and by when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import Document, NoteLines, PaperSize, Pictogram, Point, Points, Sentences, Typed
from iq_desktop.documents.notice import Notice
from iq_desktop.documents.sections.personal import head_lines
from iq_desktop.domain.point_drawings import drawing_of
from iq_desktop.domain.point_picture import suggest_picture
from iq_desktop.domain.referral import AgreedPoint, Who
from iq_desktop.wording.text import NOTHING, say

if TYPE_CHECKING:
    from iq_desktop.documents.blocks import Block
    from iq_desktop.documents.occasion import Occasion
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.wording.text import Text

POINTS: Final = 3
_PICTURES: Final = {Who.CLIENT: Pictogram.PERSON, Who.ADVISER: Pictogram.ADVISER, Who.BOTH: Pictogram.BOTH}


def make_slip(case: CaseFile, occasion: Occasion) -> Document:
    """Return the slip of a case with the first three things that are still to be done."""
    points = tuple(slip_point(point) for point in points_on_slip(case))
    blocks: tuple[Block, ...] = (
        (Points(points), NoteLines(say("Notes")), *_reach(occasion))
        if points
        else (Sentences(say("Nothing was agreed yet.")), NoteLines(say("Notes")))
    )
    return Document(
        title=say("What we agreed"),
        lines_below_title=head_lines(case, occasion),
        blocks=blocks,
        footnote=say("Please bring this sheet to the next talk."),
        size=PaperSize.A5,
        author=occasion.centre.name,
    )


def _reach(occasion: Occasion) -> tuple[Block, ...]:
    centre = occasion.centre
    words = " · ".join(part for part in (centre.phone, centre.email) if part)
    question = say("Something is not clear? Please call us.")
    if not words:
        return (Sentences(question),)
    return (Notice(Pictogram.TELEPHONE, question, Typed(words, say("Counselling centre"))),)


def points_on_slip(case: CaseFile) -> tuple[AgreedPoint, ...]:
    """Return the points that the slip shows: the first three that are written and not done yet."""
    return tuple(point for point in case.agreement if point.is_written and point.done_on is None)[:POINTS]


def slip_point(point: AgreedPoint) -> Point:
    """Return a point as it stands on paper, with the picture that was chosen or that its words suggest."""
    picture = point.picture or suggest_picture(point.text)
    german, own = point.text.strip(), point.text_in_client_language.strip()
    return Point(
        Typed(german or own, say("What we agreed"), own if german else ""),
        point.who.label,
        _when(point),
        drawing_of(picture) if picture else _PICTURES[point.who],
        picture.label if picture else NOTHING,
    )


def _when(point: AgreedPoint) -> Text:
    if point.done_on:
        return say("done on {day}", day=point.done_on)
    return say("by {day}", day=point.due) if point.due else NOTHING
