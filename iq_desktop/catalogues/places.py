"""Reads places with postal codes and coordinates as GeoNames publishes them (CC BY 4.0).

Two layouts: a CSV with a head (country_code, zipcode, place …), and GeoNames' own text file with twelve columns and
no head. Germany gives postal codes of their own to bulk customers (firms, authorities). Nobody lives there, but
course providers write them: such a code keeps its coordinates under the name of the town, and the firms
count as skipped.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from iq_desktop.catalogues.containers import FoundFile
from iq_desktop.catalogues.refusal import IncompleteCatalogue
from iq_desktop.catalogues.skipping import SkipLog
from iq_desktop.catalogues.tables import Columns, read_plain_table, read_table
from iq_desktop.domain.course import Place
from iq_desktop.domain.imports import CatalogueKind, CatalogueState
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from iq_desktop.usecases.ports import ReferenceStore
    from iq_desktop.usecases.progress import Progress

PLACES_ID: Final = "places-de"
"""The towns of the starter pack carry the same id, so that the first import replaces them."""
COLUMNS: Final = Columns(("country_code", "zipcode", "place", "latitude", "longitude"), ("community",))
WIDTH: Final = 12
"""Columns of GeoNames' own file: country, code, place, three areas with a code each, latitude, longitude, accuracy."""
_NORTH_SOUTH: Final = (47.0, 55.2)
_WEST_EAST: Final = (5.7, 15.2)
_CODE: Final = re.compile(r"\d{5}")
_AREA: Final = re.compile(r"^(?:Stadtkreis|Kreisfreie Stadt|Landeshauptstadt|Universitätsstadt|Hansestadt)\s+")
_FIRM: Final = re.compile(
    r"""\b(?:[gm]{0,2}GmbH|Ges\.?m\.?b\.?H|AG|KG|KGaA|SE|OHG|eG|GbR|mbH|e\.\s?V|VVaG|A[öo]e?R|Ltd|Inc|B\.V|S\.A
    |AOK|BKK|DAK|BARMER|TÜV|IHK|BMW|IBM|ADAC|HUK24|Amazon)\b|[&+]
    |verlag|verwaltung|versicher|gesellschaft|versand|apotheke|stiftung|anstalt|genossenschaft|knappschaft|justizkasse
    |finanz[aä]mt|finanzbehörde|landesamt|bundesamt|zollamt|amt\ für|agentur\ f|arbeitsagentur|regierungspräsidium
    |amtsgericht|landgericht|kammergericht|landratsamt|ministeri|polizei|magistrat|bundeszentral|landeshauptstadt
    |landesbetrieb|vertretung\b|vertretung\ de|skammer|sparkasse|volksbank|postbank|\bbank\b|[a-zäöü]bank\b|krankenkasse
    |universität|hochschule|institut\b|klini[kn]|krankenhaus|rundfunk|rechtsanw|diözese|zentrale\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words by which the names of firms and authorities are told from the names of places."""


class _Row(NamedTuple):
    """One row of either layout."""

    line: int
    country: str
    code: str
    name: str
    latitude: str
    longitude: str
    area: str


@dataclass(frozen=True, slots=True)
class PlacesCatalogue:
    """A file of postal codes that was recognised."""

    file: FoundFile
    has_head: bool
    today: dt.date

    def take_in(self, store: ReferenceStore, progress: Progress) -> CatalogueState:
        """Take the places in as a whole; raises IqError with file and line where the file is broken."""
        skips = SkipLog()
        by_code = read_places(self.file, skips, progress, has_head=self.has_head)
        places = [place for of_code in by_code.values() for place in of_code]
        if not places:
            raise IncompleteCatalogue(say("{file} holds no row that can be used.", file=self.file.name))
        state = CatalogueState(
            kind=CatalogueKind.PLACES,
            id=PLACES_ID,
            version="",
            taken_in_on=self.today,
            counts=((say("Places"), len(places)), (say("Postal codes"), len(by_code))),
            skipped=skips.result(),
            notice=say("Postal codes: GeoNames (geonames.org), licence CC BY 4.0."),
        )
        store.replace_places(places, state, progress)
        return state


def is_places(header: Iterable[str]) -> bool:
    """Return whether a table holds postal codes, by the names of its columns."""
    return set(header).issuperset(COLUMNS.needed)


def is_plain_places(head: bytes) -> bool:
    """Return whether a file is GeoNames' own text file, by its first row."""
    cells = head.split(b"\n", 1)[0].rstrip(b"\r").split(b"\t")
    return len(cells) == WIDTH and len(cells[0]) == len(b"DE") and _looks_like_number(cells[9])


def read_places(
    file: FoundFile, skips: SkipLog, progress: Progress, *, has_head: bool
) -> Mapping[str, Sequence[Place]]:
    """Return the places by postal code, the main place of each code first."""
    rows: dict[str, list[tuple[_Row, Place]]] = {}
    read = _rows_with_head(file, skips, progress) if has_head else _rows_without_head(file, progress)
    for row in read:
        if row.country != "DE" or not _CODE.fullmatch(row.code) or not row.name:
            skips.add(say("not a place with a German postal code"), row.line)
        elif (place := _place(row)) is None:
            skips.add(say("coordinates that are not in Germany"), row.line)
        elif any(place.name == other.name for _, other in rows.get(row.code, ())):
            skips.add(say("the same place once more"), row.line)
        else:
            rows.setdefault(row.code, []).append((row, place))
    lived_in = {
        place.name
        for of_code in rows.values()
        if not any(_FIRM.search(row.name) for row, _ in of_code)
        for _, place in of_code
    }
    return {code: _of_code(of_code, lived_in, skips) for code, of_code in rows.items()}


def _rows_with_head(file: FoundFile, skips: SkipLog, progress: Progress) -> Iterator[_Row]:
    for line, (country, code, name, latitude, longitude, area) in read_table(file, COLUMNS, skips, progress):
        yield _Row(line, country.strip(), code.strip(), _clean(name), latitude, longitude, area)


def _rows_without_head(file: FoundFile, progress: Progress) -> Iterator[_Row]:
    for line, cells in read_plain_table(file, WIDTH, progress):
        country, code, name, *_, area, _area_code, latitude, longitude, _accuracy = cells
        yield _Row(line, country.strip(), code.strip(), _clean(name), latitude, longitude, area)


def _place(row: _Row) -> Place | None:
    """Return the place of a row, or None where its coordinates cannot be in Germany."""
    try:
        latitude, longitude = float(row.latitude), float(row.longitude)
    except ValueError:
        return None
    inside = _NORTH_SOUTH[0] <= latitude <= _NORTH_SOUTH[1] and _WEST_EAST[0] <= longitude <= _WEST_EAST[1]
    return Place(row.code, row.name, latitude, longitude) if inside else None


def _of_code(of_code: list[tuple[_Row, Place]], lived_in: set[str], skips: SkipLog) -> Sequence[Place]:
    """Return the places of one postal code, the main one first; firms give way to the town."""
    if not any(_FIRM.search(row.name) for row, _ in of_code):
        return _main_first([place for _, place in of_code])
    firms = [row for row, place in of_code if place.name not in lived_in or _FIRM.search(row.name)]
    skips.add(say("firms and authorities with a postal code of their own"), firms[0].line, len(firms))
    places = [place for row, place in of_code if row not in firms]
    if places:
        return _main_first(places)
    row, first = of_code[0]
    town = _AREA.sub("", _clean(row.area).split(",")[0]) or row.code
    return (Place(first.postal_code, town, first.latitude, first.longitude),)


def _main_first(places: list[Place]) -> Sequence[Place]:
    """Return places with that one in front whose name most others begin with (Dresden, Dresden Innere Altstadt)."""
    if len(places) == 1:
        return places
    names = [place.name for place in places]
    main = max(range(len(names)), key=lambda at: (sum(name.startswith(names[at] + " ") for name in names), -at))
    return [places[main], *places[:main], *places[main + 1 :]]


def _clean(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.split()))


def _looks_like_number(cell: bytes) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
