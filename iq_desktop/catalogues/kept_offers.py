"""Offers of a catalogue that are kept while it is read, in little room, because their events inherit from them."""

from __future__ import annotations

import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, KeysView

    from iq_desktop.domain.course import CourseOffer


class KeptOffers:
    """Offers by their identity; their descriptions lie packed."""

    def __init__(self) -> None:
        """Begin without offers."""
        self._offers: dict[str, tuple[CourseOffer, bytes] | None] = {}

    def keep(self, offer: CourseOffer) -> None:
        """Keep an offer."""
        self._offers[offer.id] = (replace(offer, description=""), zlib.compress(offer.description.encode(), 1))

    def get(self, offer_id: str) -> CourseOffer | None:
        """Return an offer, None where it is not there or was let go."""
        kept = self._offers.get(offer_id)
        return None if kept is None else replace(kept[0], description=zlib.decompress(kept[1]).decode())

    def let_go_all_but(self, needed: Collection[str]) -> None:
        """Keep only the identity of offers that nobody inherits from."""
        for offer_id in self._offers:
            if offer_id not in needed:
                self._offers[offer_id] = None

    @property
    def ids(self) -> KeysView[str]:
        """The identities of all offers, also of those that were let go."""
        return self._offers.keys()
