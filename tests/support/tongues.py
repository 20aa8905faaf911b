"""The tongues that tests speak: English as it stands in the code, German from the project's own catalogue."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from iq_desktop.wording.tongue import load_tongue

if TYPE_CHECKING:
    from iq_desktop.wording.tongue import Tongue

TRANSLATIONS = Path(__file__).resolve().parent.parent.parent / "translations"


@cache
def english() -> Tongue:
    """Return the tongue of the source texts."""
    return load_tongue("en", TRANSLATIONS)


@cache
def german() -> Tongue:
    """Return the adviser's first tongue."""
    return load_tongue("de", TRANSLATIONS)


def either(code: str) -> Tongue:
    """Return German or English, as a desk does."""
    return english() if code == "en" else german()
