"""The tongues of this installation, each loaded once."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from iq_desktop.wording.languages import ADVISER_LANGUAGES, PAPER_LANGUAGES
from iq_desktop.wording.tongue import Tongue, load_tongue

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def tongues_of(translations: Path) -> Callable[[str], Tongue]:
    """Return what gives the tongue of a language code; a language without a catalogue is answered in German."""

    @functools.cache
    def tongue(code: str) -> Tongue:
        known = code in (*ADVISER_LANGUAGES, *PAPER_LANGUAGES)
        return load_tongue(code if known else ADVISER_LANGUAGES[0], translations)

    return tongue
