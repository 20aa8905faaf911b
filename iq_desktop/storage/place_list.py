"""Every postal code with its main place, for the ground of a map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from iq_desktop.domain.course import Place
from iq_desktop.storage.reference_tables import place

if TYPE_CHECKING:
    from sqlalchemy import Connection


def list_places(connection: Connection) -> tuple[Place, ...]:
    """Return the main place of every postal code, in the order of the codes."""
    first = select(func.min(place.c.id)).group_by(place.c.postal_code)
    columns = select(place.c.postal_code, place.c.name, place.c.latitude, place.c.longitude)
    rows = connection.execute(columns.where(place.c.id.in_(first)).order_by(place.c.postal_code))
    return tuple(Place(*row) for row in rows)
