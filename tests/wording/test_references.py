"""References to the law keep their order inside right-to-left sentences."""

from __future__ import annotations

import gettext

import pytest

from iq_desktop.wording.catalogue import Catalogue
from iq_desktop.wording.text import say
from iq_desktop.wording.tongue import Tongue

ISOLATE, END = "\u2068", "\u2069"


def tongue(code: str) -> Tongue:
    return Tongue(code, Catalogue(gettext.NullTranslations(), ""))


@pytest.mark.parametrize("law", ["§ 9 AufenthG", "§ 18c AufenthG", "§§ 18–21 AufenthG", "§§ 60c–60d AufenthG", "§ 4"])
def test_a_reference_is_set_apart_from_right_to_left(law: str) -> None:
    sentence = say("إقامة ({law})", law=law)
    assert tongue("ar").speak(sentence) == f"إقامة ({ISOLATE}{law}{END})"


def test_a_reference_in_the_sentence_itself_is_set_apart() -> None:
    assert tongue("ar").speak(say("إقامة (§ 9 AufenthG)، بلا شرط")) == f"إقامة ({ISOLATE}§ 9 AufenthG{END})، بلا شرط"


def test_left_to_right_needs_no_isolates() -> None:
    assert tongue("de").speak(say("Duldung (§ 60a AufenthG)")) == "Duldung (§ 60a AufenthG)"
