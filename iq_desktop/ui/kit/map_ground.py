"""The quiet ground of a map, made of nothing but places with coordinates: where people live, and the names of towns."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.ui.kit.map_shape import GERMANY, Extent, extent_of, project

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iq_desktop.domain.course import Place

_FIELD_KM: Final = 8.0
"""Side of the squares of which only one point each is painted as land."""
_MANY: Final = 1500
"""From so many places on they lie close enough for the shape of the country."""
_RIM_KM: Final = 14.0
LARGE_TOWNS: Final = (
    "Berlin", "Hamburg", "München", "Köln", "Frankfurt am Main", "Stuttgart", "Düsseldorf", "Leipzig", "Dortmund",
    "Essen", "Bremen", "Dresden", "Hannover", "Nürnberg", "Duisburg", "Bochum", "Wuppertal", "Bielefeld", "Bonn",
    "Münster", "Mannheim", "Karlsruhe", "Augsburg", "Wiesbaden", "Mönchengladbach", "Gelsenkirchen", "Aachen",
    "Braunschweig", "Chemnitz", "Kiel", "Magdeburg", "Freiburg im Breisgau", "Halle (Saale)", "Halle", "Krefeld",
    "Mainz", "Lübeck", "Erfurt", "Oberhausen", "Rostock", "Kassel", "Hagen", "Potsdam", "Saarbrücken", "Hamm",
    "Oldenburg", "Osnabrück", "Heidelberg", "Darmstadt", "Regensburg", "Ingolstadt", "Würzburg", "Ulm", "Heilbronn",
    "Göttingen", "Wolfsburg", "Koblenz", "Jena", "Trier", "Cottbus", "Siegen", "Zwickau", "Schwerin", "Konstanz",
    "Passau", "Flensburg", "Greifswald", "Bayreuth", "Fulda", "Kempten (Allgäu)", "Neubrandenburg", "Görlitz",
)  # fmt: skip
"""Towns whose names tell most about where one is, the largest ones first."""


@dataclass(frozen=True, slots=True)
class Town:
    """A place whose name may stand on the map."""

    x: float
    y: float
    name: str


@dataclass(frozen=True, slots=True)
class MapGround:
    """Points of the plane (km) of land and of single places, the towns in the order of their weight, and the whole."""

    land: tuple[tuple[float, float], ...] = ()
    """One point in each square where people live; empty where too few places are known."""
    places: tuple[tuple[float, float], ...] = ()
    towns: tuple[Town, ...] = ()
    whole: Extent = GERMANY
    land_radius_km: float = _FIELD_KM * 1.1


def ground_of(places: Iterable[Place]) -> MapGround:
    """Return the ground of these places: with few of them (the starter pack) points and names, with many the land."""
    known: dict[tuple[float, float], tuple[float, float]] = {}
    codes: dict[str, list[tuple[float, float]]] = {}
    for place in places:
        at = (place.latitude, place.longitude)
        if at not in known:
            known[at] = project(*at)
        codes.setdefault(place.name, []).append(known[at])
    points = tuple(known.values())
    is_many = len(points) >= _MANY
    whole = extent_of(points).grown(_RIM_KM) if is_many else GERMANY
    return MapGround(_thinned(points) if is_many else (), points, _towns(codes), whole)


def _thinned(points: tuple[tuple[float, float], ...]) -> tuple[tuple[float, float], ...]:
    fields = {(math.floor(x / _FIELD_KM), math.floor(y / _FIELD_KM)) for x, y in points}
    return tuple(((across + 0.5) * _FIELD_KM, (down + 0.5) * _FIELD_KM) for across, down in sorted(fields))


def _towns(codes: dict[str, list[tuple[float, float]]]) -> tuple[Town, ...]:
    """Return large towns first, then those with many postal codes, then the others by name."""
    large = {name: number for number, name in enumerate(LARGE_TOWNS)}
    ordered = sorted(codes, key=lambda name: (large.get(name, len(large)), -len(codes[name]), name))
    return tuple(Town(*_middle(codes[name]), name) for name in ordered)


def _middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    """Return the point of a town that lies most in its middle: names that two towns share stay in one of them."""
    across, down = sorted(x for x, _y in points), sorted(y for _x, y in points)
    x, y = across[len(across) // 2], down[len(down) // 2]
    return min(points, key=lambda point: (point[0] - x) ** 2 + (point[1] - y) ** 2)
