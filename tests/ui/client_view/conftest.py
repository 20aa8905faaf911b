"""The look and a stage for the client's pane."""

from __future__ import annotations

from tests.ui.conftest import Office, background, desk, office, office_cases
from tests.ui.kit.conftest import Stage, english, german, in_dark, stage, theme

__all__ = [
    "Office",
    "Stage",
    "background",
    "desk",
    "english",
    "german",
    "in_dark",
    "office",
    "office_cases",
    "stage",
    "theme",
]
