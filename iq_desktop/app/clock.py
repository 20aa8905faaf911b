"""The clock of the laptop."""

from __future__ import annotations

import datetime as dt


class LaptopClock:
    """The day and the moment as the laptop knows them."""

    def today(self) -> dt.date:
        """Return the day at the desk, in the laptop's time zone."""
        return dt.datetime.now().astimezone().date()

    def now(self) -> dt.datetime:
        """Return the moment in UTC."""
        return dt.datetime.now(dt.UTC)
