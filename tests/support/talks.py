"""Talks for tests: the packs of the program read once, pairs of languages, and answers given at random."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from iq_desktop.catalogues.instruments import read_instrument
from iq_desktop.domain.assessment import Run
from iq_desktop.domain.instrument import Ask
from iq_desktop.domain.talk_conversation import Conversation, present_question
from iq_desktop.domain.talk_questions import OutsideItem
from iq_desktop.ui.client_view.pair import Pair
from iq_desktop.ui.client_view.shown import Given
from iq_desktop.wording.tongue import load_tongue
from tests.support.tongues import TRANSLATIONS, german

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable

    from iq_desktop.domain.instrument import Instrument
    from iq_desktop.wording.tongue import Tongue

PACKS: Final = Path(__file__).resolve().parent.parent.parent / "resources" / "instruments"
CLIENT_LANGUAGES: Final = ("ar", "uk", "tr")
"""Languages of clients that stand beside German."""
SKILLS: Final = (
    OutsideItem("occupation_skills", "skill-1", (("de", "Kunden beraten"), ("en", "advise customers"))),
    OutsideItem("occupation_skills", "skill-2", (("de", "Fremdsprachen in der Pflege anwenden"),)),
)


@cache
def a_pack(code: str) -> Instrument:
    """Return an instrument that comes with the program."""
    return read_instrument(PACKS / code)


def a_talk(code: str = "key-competences") -> Conversation:
    """Return a talk without answers."""
    instrument = a_pack(code)
    return Conversation(instrument, Run(instrument.code, instrument.version), outside=SKILLS)


def a_pair(language: str = "ar", ours: Tongue | None = None) -> Pair:
    """Return German with a language of the client."""
    has_own = language.removesuffix("_simple") in ("de", *CLIENT_LANGUAGES)
    theirs = load_tongue(language.removesuffix("_simple"), TRANSLATIONS) if has_own else None
    return Pair(ours or german(), language, theirs)


def an_answer(talk: Conversation, chance: random.Random) -> Given:
    """Return some answer to the present question."""
    question = present_question(talk)
    if question is None:
        raise LookupError("everything was asked")
    codes = [item.code for item in question.items]
    if question.ask is Ask.RANK:
        return Given(cards=tuple(chance.sample(codes, min(len(codes), question.section.most or 3))))
    if question.ask is Ask.SEVERAL:
        return Given(cards=tuple(code for code in codes if chance.random() < 0.5) or (codes[0],))
    if question.ask is Ask.WORDS:
        return Given(codes[0], words="Beim Fest im Verein.")
    assert question.scale is not None
    return Given(codes[0], chance.choice(question.scale.steps).value)


def codes_of_packs() -> Iterable[str]:
    """Return the codes of the packs of the program, without reading them."""
    return sorted(path.parent.name for path in PACKS.glob("*/pack.json"))
