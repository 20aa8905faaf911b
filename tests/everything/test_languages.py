"""Every text of the program can be spoken in every language, whatever its values are."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from iq_desktop.wording.languages import ADVISER_LANGUAGES, PAPER_LANGUAGES
from iq_desktop.wording.text import Text, as_it_is
from iq_desktop.wording.tongue import Tongue, load_tongue, without_isolates
from tests.support.messages import messages
from translations import placeholders

if TYPE_CHECKING:
    from pathlib import Path

MESSAGES = messages()
STRANGE = "{0} % <b> ليلى \u2019"


@pytest.fixture(scope="module", params=[*ADVISER_LANGUAGES, *PAPER_LANGUAGES])
def tongue(request: pytest.FixtureRequest, project_folder: Path) -> Tongue:
    return load_tongue(request.param, project_folder / "translations")


def texts(count: int) -> list[Text]:
    """Return every text with a strange value in each place, and counts where it counts."""
    found = []
    for message in MESSAGES.values():
        named = sorted(placeholders(message.text) | placeholders(message.plural or ""))
        values = tuple((name, as_it_is(STRANGE) if name != "count" else count) for name in named)
        found.append(Text(message.text, values, message.plural, None if message.plural is None else count))
    return found


@pytest.mark.parametrize("count", [0, 1, 2, 5, 11, 21, 100])
def test_every_text_can_be_spoken(tongue: Tongue, count: int) -> None:
    for text in texts(count):
        spoken = without_isolates(tongue.speak(text))
        assert spoken
        assert spoken.count(STRANGE) >= sum(name != "count" for name, _ in text.values), text.message


def test_the_languages_say_their_names_and_numbers(tongue: Tongue) -> None:
    assert tongue.language_name("uk") != "uk"
    assert tongue.number(Decimal("1234.5"))
    assert tongue.country_name("SY") != "SY"
