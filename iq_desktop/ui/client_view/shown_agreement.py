"""An agreement becomes what stands in the client's window: first to be read, then to be signed, then thanks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.domain.agreement_talk import (
    ADVISER_SIGNS,
    CLEAR,
    DRAW_INSTEAD,
    I_AGREE,
    MY_NAME,
    NEED_NOT_SIGN,
    NOT_SIGNED_YET,
    READ_HERE,
    SIGN_HERE,
    SIGN_NOW,
    SIGNED,
    TAKE_BACK_LINE,
    WRITE_INSTEAD,
)
from iq_desktop.domain.client_window import NEXT, ONE_MOMENT, THANK_YOU, catalogue_of
from iq_desktop.domain.point_drawings import drawing_of
from iq_desktop.domain.point_picture import PointPicture, suggest_picture
from iq_desktop.ui.client_view.shown import Line, Shown, ShownCard, ShownSigning, Twice
from iq_desktop.wording.text import NOTHING, joined, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.ui.client_view.pair import Pair
    from iq_desktop.wording.text import Text

READING: Final = "agreement.read"
SIGNING: Final = "agreement.sign"
_GERMAN: Final = "de"


def show_agreed(case: CaseFile, pair: Pair) -> Shown:
    """Return all that was agreed, to be read: goals, steps with who and by when, duties."""
    return Shown(
        heading=pair.fixed(READ_HERE),
        cards=tuple(_cards(case, pair)),
        far=(0, 2),
        key=READING,
        onward=pair.fixed(NEXT),
        is_list=True,
    )


def show_signing(pair: Pair, *, is_adviser: bool = False) -> Shown:
    """Return the field to sign in; nobody's name is in it, so that none stands on the client's window."""
    return Shown(
        heading=pair.fixed(ADVISER_SIGNS if is_adviser else SIGN_HERE),
        far=(1, 2),
        can_go_back=not is_adviser,
        key=SIGNING,
        onward=pair.fixed(SIGN_NOW),
        context=None if is_adviser else pair.fixed(NEED_NOT_SIGN),
        signing=ShownSigning(
            pair.fixed(TAKE_BACK_LINE),
            pair.fixed(CLEAR),
            pair.fixed(WRITE_INSTEAD),
            pair.fixed(DRAW_INSTEAD),
            pair.fixed(MY_NAME),
            pair.fixed(I_AGREE),
            pair.fixed(NOT_SIGNED_YET),
        ),
    )


def show_signed(pair: Pair, *, is_signed: bool) -> Shown:
    """Return what is read afterwards, until the adviser takes the screen back: nothing to press."""
    words = pair.fixed(SIGNED if is_signed else ONE_MOMENT)
    return Shown(heading=pair.fixed(THANK_YOU), cards=(ShownCard("signed", words),), far=(2, 2))


def _cards(case: CaseFile, pair: Pair) -> Iterator[ShownCard]:
    for goal in case.goals:
        if goal.is_written:
            until = say("hoped for by {day}", day=goal.hoped_by.brief()) if goal.hoped_by else NOTHING
            words = _twice(pair, goal.text, goal.text_in_client_language, until)
            yield ShownCard(goal.id, words, drawing_of(suggest_picture(goal.text) or PointPicture.SCHOOL))
    for point in case.agreement:
        if point.is_written:
            picture = point.picture or suggest_picture(point.text) or PointPicture.FORM
            until = say("by {day}", day=point.due) if point.due else NOTHING
            who = joined((point.who.label, until))
            words = _twice(pair, point.text, point.text_in_client_language, who)
            yield ShownCard(point.id, words, drawing_of(picture))
    for duty in case.duties:
        if duty.is_written:
            words = _twice(pair, duty.text, duty.text_in_client_language, duty.who.label)
            yield ShownCard(duty.id, words, drawing_of(PointPicture.TALK))


def _twice(pair: Pair, german: str, own: str, more: Text) -> Twice:
    """Return words in the client's language with the German below, the German alone where nobody wrote others.

    `more` is what belongs to them: who, by when; each line says it in its language.
    """
    first, second = " ".join(german.split()), " ".join(own.split())
    language, theirs = catalogue_of(pair.language), pair.theirs or pair.ours
    if second and language != _GERMAN:
        own_line = Line(_with(second, theirs.speak(more)), language)
        return Twice(own_line, Line(_with(first, pair.ours.speak(more)), pair.ours.code) if first else None)
    return Twice(Line(_with(first or second, pair.ours.speak(more)), pair.ours.code if first else language))


def _with(words: str, more: str) -> str:
    return f"{words} ({more})" if more else words
