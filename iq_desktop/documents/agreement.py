"""The agreement: goals, steps, what each side takes on, when it was looked through, and the signatures of both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import Document, Heading, KeepTogether, Listing, Points, Sentences, Typed
from iq_desktop.documents.sections.personal import head_lines
from iq_desktop.documents.signed import Signed, SignedLine
from iq_desktop.documents.slip import slip_point
from iq_desktop.domain.agreement import (
    SignedState,
    Signer,
    SigningWay,
    agreement_words,
    mark_of,
    newest_signature,
)
from iq_desktop.domain.ink import Ink, ink_from
from iq_desktop.wording.text import NOTHING, as_it_is, joined, say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from iq_desktop.documents.blocks import Block, Words
    from iq_desktop.documents.occasion import Occasion
    from iq_desktop.domain.agreement import Duty, Goal, Signature
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.wording.text import Text

MOST_PICTURES: Final = 4
"""More steps than this stand in a table, without pictures."""


def make_agreement(case: CaseFile, occasion: Occasion) -> Document:
    """Return the agreement of a case; what was not agreed is left out."""
    return Document(
        title=say("Our agreement"),
        lines_below_title=head_lines(case, occasion),
        blocks=(*_goals(case), *_steps(case), *_duties(case), *_reviews(case), _end(case, occasion)),
        footnote=say("This agreement is no decision of an office. Both sides can change it together."),
        author=occasion.centre.name,
    )


def _both(text: str, own: str) -> Typed:
    german, theirs = text.strip(), own.strip()
    return Typed(german or theirs, say("What we agreed"), theirs if german else "", for_client=True)


def _goals(case: CaseFile) -> Iterator[Block]:
    goals = tuple(goal for goal in case.goals if goal.is_written)
    if not goals:
        return
    yield Heading(say("The goals"))
    has_days = any(goal.hoped_by or goal.reached_on for goal in goals)
    rows = tuple(_goal(goal, has_days=has_days) for goal in goals)
    head: tuple[Words, ...] = (say("What you want to reach"), say("Hoped for by")) if has_days else ()
    yield Listing(head or (say("What you want to reach"),), rows, (0.76, 0.24) if has_days else (1.0,))


def _goal(goal: Goal, *, has_days: bool) -> tuple[Words, ...]:
    words = _both(goal.text, goal.text_in_client_language)
    if not has_days:
        return (words,)
    if goal.reached_on:
        return words, say("reached on {day}", day=goal.reached_on)
    return words, goal.hoped_by.brief() if goal.hoped_by else NOTHING


def _steps(case: CaseFile) -> Iterator[Block]:
    points = tuple(point for point in case.agreement if point.is_written)
    yield Heading(say("The steps"))
    if not points:
        yield Sentences(say("Nothing was agreed yet."))
    elif len(points) <= MOST_PICTURES:
        yield Points(tuple(slip_point(point) for point in points))
    else:
        rows = tuple(
            (
                as_it_is(str(number)),
                _both(point.text, point.text_in_client_language),
                point.who.label,
                _when(point.due, point.done_on),
            )
            for number, point in enumerate(points, 1)
        )
        yield Listing((say("No."), say("What"), say("Who"), say("By when")), rows, (0.07, 0.53, 0.2, 0.2))


def _when(due: dt.date | None, done_on: dt.date | None) -> Text:
    if done_on:
        return say("done on {day}", day=done_on)
    return say("{day}", day=due) if due else NOTHING


def _duties(case: CaseFile) -> Iterator[Block]:
    duties = tuple(duty for duty in case.duties if duty.is_written)
    if duties:
        rows = tuple(_duty(duty) for duty in duties)
        head = (say("Who"), say("What is taken on"))
        yield KeepTogether((Heading(say("What each side takes on")), Listing(head, rows, (0.22, 0.78))))


def _duty(duty: Duty) -> tuple[Words, ...]:
    return duty.who.label, _both(duty.text, duty.text_in_client_language)


def _reviews(case: CaseFile) -> Iterator[Block]:
    days = sorted(one.reviewed_on for one in case.reviews if one.reviewed_on)
    if days:
        told = joined([say("{day}", day=day) for day in days], ", ")
        yield Sentences(say("We looked through it together on: {days}", days=told))


def _end(case: CaseFile, occasion: Occasion) -> Block:
    words = agreement_words(case)
    blocks: list[Block] = [
        Sentences(say("Both sides want to keep to it. If something changes, we talk about it.")),
        Sentences(say("Signing is voluntary. The counselling goes on without a signature, too.")),
    ]
    earlier = [one for one in case.signatures if one.state(words) is SignedState.EARLIER and one.signed_on]
    lines = tuple(_line(newest_signature(case, signer), signer, words, occasion) for signer in Signer)
    if earlier and not any(line.told.message for line in lines):
        day = max(one.signed_on for one in earlier if one.signed_on)
        blocks.append(Sentences(say("An earlier version was signed on {day}. This one is new.", day=day)))
    if any(line.told.message for line in lines):
        blocks.append(Sentences(say("Mark of the words that were signed: {mark}", mark=mark_of(words)), is_small=True))
    return KeepTogether((*blocks, Signed(lines)))


def _line(signature: Signature | None, signer: Signer, words: str, occasion: Occasion) -> SignedLine:
    """Return the line of one side; it is empty where nobody signed these words."""
    label = say("Signature of the client") if signer is Signer.CLIENT else _adviser_label(occasion)
    if signature is None or signature.state(words) is not SignedState.VALID or not signature.signed_on:
        return SignedLine(label)
    if signature.way is SigningWay.ON_PAPER:
        return SignedLine(label, told=say("Signed on paper on {day}", day=signature.signed_on))
    if signature.way is SigningWay.TYPED:
        return SignedLine(
            label, Ink(), signature.name, say("Agreed to on the screen on {day}", day=signature.signed_on)
        )
    return SignedLine(
        label, ink_from(signature.strokes), signature.name, say("Signed on {day}", day=signature.signed_on)
    )


def _adviser_label(occasion: Occasion) -> Text:
    return as_it_is(occasion.centre.signs_as) if occasion.centre.signs_as else say("Signature of the adviser")
