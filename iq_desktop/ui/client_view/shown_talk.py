"""A conversation becomes what stands in the client's window: before the first question, at each one, after the last."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.client_window import (
    ALL_DONE,
    ANSWERS_ELSEWHERE,
    BEGIN,
    DONE_WITHOUT_NAME,
    FINISHED,
    NEXT,
    ONE_MOMENT,
    THANK_YOU,
)
from iq_desktop.domain.instrument import COVER, Ask
from iq_desktop.domain.talk_conversation import given_answers, present_question, ranked_codes
from iq_desktop.domain.talk_progress import progress_of
from iq_desktop.ui.client_view.shown import Line, Shown, ShownCard, ShownStep, Twice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.assessment import Answer
    from iq_desktop.domain.drawing import Drawing
    from iq_desktop.domain.instrument import Instrument, Item, Section
    from iq_desktop.domain.talk_conversation import Conversation
    from iq_desktop.domain.talk_questions import Question
    from iq_desktop.ui.client_view.pair import Pair

_LARGEST_FAR: Final = 400
_DEEPEST: Final = 4


def show_beginning(instrument: Instrument, pair: Pair) -> Shown:
    """Return what is read before the first question: what it is called, and what we do together."""
    return Shown(
        heading=pair.of_pack(instrument, "title"),
        cards=(ShownCard("intro", pair.of_pack(instrument, "intro"), cover_picture(instrument)),),
        onward=pair.fixed(BEGIN),
    )


def show_end(pair: Pair, *, is_anonymous: bool = False, can_go_back: bool = False) -> Shown:
    """Return what is read after the last question."""
    return Shown(
        heading=pair.fixed(THANK_YOU),
        cards=(ShownCard("done", pair.fixed(DONE_WITHOUT_NAME if is_anonymous else ALL_DONE)),),
        far=(1, 1),
        can_go_back=can_go_back,
        onward=pair.fixed(FINISHED),
    )


def show_rest(pair: Pair) -> Shown:
    """Return what the client reads after the end, until the adviser takes the screen back: nothing to press."""
    return Shown(heading=pair.fixed(THANK_YOU), cards=(ShownCard("rest", pair.fixed(ONE_MOMENT)),), far=(1, 1))


def show_elsewhere(instrument: Instrument, pair: Pair) -> Shown:
    """Return what the adviser sees while somebody answers without a name on another screen."""
    card = ShownCard("elsewhere", pair.fixed(ANSWERS_ELSEWHERE), cover_picture(instrument))
    return Shown(heading=pair.of_pack(instrument, "title"), cards=(card,))


def with_half(shown: Shown, cards: Sequence[str]) -> Shown:
    """Return several cards or an order with what is chosen so far, before it was given as the answer."""
    places = {code: place for place, code in enumerate(cards, start=1)}
    return replace(shown, cards=tuple(replace(card, chosen=places.get(card.code)) for card in shown.cards))


def show_talk(talk: Conversation, pair: Pair) -> Shown:
    """Return the present question of a talk, or its end where everything was asked."""
    question = present_question(talk)
    if question is None:
        return show_end(pair, is_anonymous=talk.instrument.is_anonymous, can_go_back=bool(talk.questions))
    progress = progress_of(talk)
    given = {answer.item: answer for answer in given_answers(talk, question)}
    order = ranked_codes(talk, question) if question.ask is Ask.RANK else ()
    told = given[question.item.code].words if question.ask is Ask.WORDS and question.item.code in given else ""
    cards = tuple(_card(talk, pair, question, item, _mark(question, item, given, order)) for item in question.items)
    is_open = question.is_group or question.ask in {Ask.SEVERAL, Ask.WORDS}
    return Shown(
        heading=_heading(talk, pair, question),
        ask=question.ask,
        cards=cards,
        steps=() if is_open else _steps(talk.instrument, pair, question),
        most=question.section.most or (len(question.items) if question.ask is Ask.RANK else 0),
        told=told,
        far=(progress.done, min(progress.total, _LARGEST_FAR)),
        can_go_back=talk.questions[0].key != question.key,
        onward=pair.fixed(NEXT) if is_open else None,
        context=_context(talk, pair, question),
        key=question.key,
    )


def _context(talk: Conversation, pair: Pair, question: Question) -> Twice | None:
    """Return what a question hangs on, the widest first: “Work · Working with customers”."""
    items = {item.code: item for section in talk.instrument.sections for item in section.items}
    found: list[Twice] = []
    parent = question.parent
    while parent is not None and len(found) < _DEEPEST:
        found.insert(0, pair.of_pack(talk.instrument, f"item.{parent.code}"))
        parent = items.get(parent.parent)
    if not found:
        return None
    theirs = Line(" · ".join(one.theirs.words for one in found), found[0].theirs.language)
    ours = [one.ours for one in found if one.ours is not None]
    return Twice(theirs, Line(" · ".join(line.words for line in ours), ours[0].language) if ours else None)


def _heading(talk: Conversation, pair: Pair, question: Question) -> Twice:
    """Return the question above the cards; of pictures that hang on something, that too."""
    heading = pair.of_pack(talk.instrument, f"section.{question.section.code}")
    if question.ask is Ask.WORDS and _has(talk.instrument, f"item.{question.item.code}.ask"):
        return pair.of_pack(talk.instrument, f"item.{question.item.code}.ask")
    return heading


def _card(talk: Conversation, pair: Pair, question: Question, item: Item, chosen: int | None) -> ShownCard:
    """Return a card; without a picture of its own it has that of what it hangs on."""
    name = item.picture or (question.parent.picture if question.parent is not None else "")
    return ShownCard(item.code, _item_words(talk, pair, item, question), _picture(talk.instrument, name), chosen)


def _item_words(talk: Conversation, pair: Pair, item: Item, question: Question) -> Twice:
    outside = next((one for one in talk.outside if one.code == item.code), None)
    if outside is not None:
        return pair.as_told(outside.name)
    instrument, name = talk.instrument, f"item.{item.code}.name"
    is_short = question.is_group and _has(instrument, name) and question.ask is Ask.RANK
    return pair.of_pack(instrument, name if is_short else f"item.{item.code}")


def _mark(question: Question, item: Item, given: dict[str, Answer], order: tuple[str, ...]) -> int | None:
    if question.ask is Ask.RANK:
        return order.index(item.code) + 1 if item.code in order else None
    answer = given.get(item.code)
    value = answer.value if answer is not None else None
    return (value or None) if question.ask is Ask.SEVERAL else value


def _steps(instrument: Instrument, pair: Pair, question: Question) -> tuple[ShownStep, ...]:
    scale = question.scale
    if scale is None:
        return ()
    return tuple(
        ShownStep(
            step.value,
            pair.of_pack(instrument, f"scale.{scale.code}.{step.value}"),
            _picture(instrument, step.picture),
        )
        for step in scale.steps
    )


def section_title(instrument: Instrument, section: Section, language: str) -> str:
    """Return the question of a section in one language, for lists."""
    return instrument.words(language, f"section.{section.code}")


def _picture(instrument: Instrument, name: str) -> Drawing | None:
    return instrument.pictures.get(name) if name else None


def cover_picture(instrument: Instrument) -> Drawing | None:
    """Return the picture that stands for the whole instrument: its own, or that of its first card."""
    names = (COVER, *(item.picture for section in instrument.sections for item in section.items))
    return next((instrument.pictures[name] for name in names if name in instrument.pictures), None)


def _has(instrument: Instrument, key: str) -> bool:
    return key in instrument.texts["de"].texts
