"""The occasion on which something is printed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from iq_desktop.domain.centre import Adviser, Centre


@dataclass(frozen=True, slots=True)
class Occasion:
    """Where, by whom and on which day something is printed."""

    centre: Centre
    adviser: Adviser
    day: dt.date
