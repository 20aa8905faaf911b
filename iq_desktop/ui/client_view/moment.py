"""What stands on both sides of a talk at one moment: beyond the answers, what is not given yet and who may see it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from iq_desktop.domain.talk_conversation import present_question
from iq_desktop.ui.client_view.shown_talk import show_beginning, show_elsewhere, show_rest, show_talk, with_half

if TYPE_CHECKING:
    from iq_desktop.domain.talk_conversation import Conversation
    from iq_desktop.ui.client_view.pair import Pair
    from iq_desktop.ui.client_view.shown import Shown


@dataclass(frozen=True, slots=True)
class Moment:
    """Before the first question, or after the last where the client waits; `half` is chosen at `question` so far."""

    is_beginning: bool = False
    is_resting: bool = False
    question: str = ""
    half: tuple[str, ...] = ()

    def with_half(self, talk: Conversation, cards: tuple[str, ...]) -> Moment:
        """Return the moment with the cards that are chosen so far at the present question."""
        question = present_question(talk)
        return self if question is None else replace(self, question=question.key, half=cards)


def show_to_client(talk: Conversation, pair: Pair, moment: Moment) -> Shown:
    """Return what the client sees; after the end it waits until the adviser takes the screen back."""
    if moment.is_beginning:
        return show_beginning(talk.instrument, pair)
    if moment.is_resting and present_question(talk) is None:
        return show_rest(pair)
    return _with_half(show_talk(talk, pair), moment)


def show_to_adviser(talk: Conversation, pair: Pair, moment: Moment, *, is_turned: bool) -> Shown:
    """Return what the adviser sees beside the guide: the same, but no anonymous answer given on the other screen."""
    if is_turned and talk.instrument.is_anonymous:
        return show_elsewhere(talk.instrument, pair)
    return show_to_client(talk, pair, replace(moment, is_resting=False))


def _with_half(shown: Shown, moment: Moment) -> Shown:
    return with_half(shown, moment.half) if shown.is_grid and shown.key == moment.question else shown
