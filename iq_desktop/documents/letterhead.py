"""What of the centre stands on every letter: the head with its logo, and the lines to sign on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.documents.address_field import AddressField
from iq_desktop.documents.blocks import Letterhead
from iq_desktop.wording.text import as_it_is, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.documents.occasion import Occasion
    from iq_desktop.domain.centre import Centre, Logo
    from iq_desktop.wording.text import Text


def letterhead_of(centre: Centre, logo: Logo | None = None) -> Letterhead | None:
    """Return the head of a centre's letters, or None where nothing of it was set yet."""
    lines = (centre.run_by, " · ".join(centre.address), " · ".join(centre.reach))
    head = Letterhead(centre.name, tuple(line for line in lines if line), centre.credit, logo)
    return head if head.name or head.lines or head.credit or logo else None


def address_field(occasion: Occasion) -> AddressField | None:
    """Return where a letter goes, and small above it the centre; None where no letter would arrive."""
    address, centre = occasion.address, occasion.centre
    if address is None or not address.is_postal:
        return None
    return AddressField(address.letter_lines, " · ".join(part for part in (centre.name, *centre.address) if part))


def signature_lines(occasion: Occasion, *, with_client: bool = True) -> tuple[Text, ...]:
    """Return the lines to sign on: place and day, the client where wanted, the adviser, a second one of the centre."""
    return tuple(_signature_lines(occasion, with_client=with_client))


def _signature_lines(occasion: Occasion, *, with_client: bool) -> Iterator[Text]:
    centre = occasion.centre
    yield say("Place, date")
    if with_client:
        yield say("Signature of the client")
    yield as_it_is(centre.signs_as) if centre.signs_as else say("Signature of the adviser")
    if centre.second_signature:
        yield as_it_is(centre.second_signature)
