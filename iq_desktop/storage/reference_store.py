"""Reference data in the vault: occupations, skills, courses and places, apart from the cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete

from iq_desktop.storage import catalogue_states, course_search, occupation_search, place_list, saved_searches
from iq_desktop.storage.course_finder import CourseFinder
from iq_desktop.storage.course_import import take_in_courses, take_in_places
from iq_desktop.storage.import_steps import Steps
from iq_desktop.storage.occupation_import import take_in_occupations
from iq_desktop.storage.occupation_ranking import rank_occupations
from iq_desktop.storage.prepared import prepare
from iq_desktop.storage.reference_finder import ReferenceIndex
from iq_desktop.storage.reference_occupations import take_in_reference_occupations
from iq_desktop.storage.reference_tables import kldb, kldb_isco
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection, Table

    from iq_desktop.domain.course import CourseCounts, CourseOffer, CoursePlaces, CourseWish, FoundCourse, Place
    from iq_desktop.domain.imports import CatalogueState
    from iq_desktop.domain.occupation import KldbEntry, KldbToIsco, Occupation, OccupationSkill
    from iq_desktop.domain.reference_occupation import FoundOccupation, ReferenceOccupation
    from iq_desktop.domain.route import RankedOccupation
    from iq_desktop.storage.engine import Database
    from iq_desktop.usecases.ports import CourseContents, OccupationContents
    from iq_desktop.usecases.progress import Progress


class VaultReference:
    """The port `ReferenceStore` on reference.db; usable from every thread, reading also while an import runs."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._index = ReferenceIndex(database)
        self._courses = CourseFinder(database)

    def find_occupations(self, words: str, *, language: str, limit: int) -> Sequence[Occupation]:
        """Return occupations by words in any language that was taken in, names of `language` first, best first."""
        with self._database.reading() as connection:
            return occupation_search.find_occupations(connection, words, language, limit)

    def get_occupation(self, uri: str) -> Occupation:
        """Return an occupation, also one of the starter pack that ESCO has replaced; raises KeyError."""
        with self._database.reading() as connection:
            key = occupation_search.find_key(connection, uri)
            if key is None:
                raise KeyError(uri)
            return occupation_search.read_occupations(connection, [key])[0]

    def skills_of(self, occupation_uri: str) -> Sequence[OccupationSkill]:
        """Return the skills of an occupation, essential ones first; none for an unknown one."""
        with self._database.reading() as connection:
            key = occupation_search.find_key(connection, occupation_uri)
            return occupation_search.read_skills(connection, key) if key is not None else ()

    def rank_occupations(self, skill_uris: Sequence[str], *, limit: int) -> Sequence[RankedOccupation]:
        """Return the occupations that fit these skills, best first, each with what fits and what is missing."""
        with self._database.reading() as connection:
            return rank_occupations(connection, skill_uris, limit)

    def find_reference_occupations(self, words: str, *, limit: int) -> Sequence[FoundOccupation]:
        """Return reference occupations by names in any spelling and gender, foreign titles or tasks, best first."""
        return self._index.find(words, limit)

    def find_reference_occupation(self, niq_id: str) -> ReferenceOccupation | None:
        """Return the reference occupation of a number, or None where the list does not have it."""
        return self._index.get(niq_id)

    def replace_reference_occupations(
        self, occupations: Iterable[ReferenceOccupation], state: CatalogueState, progress: Progress
    ) -> None:
        """Take in the list of NIQ, or what the starter pack adds to it."""
        progress.step(0, None, say("Saving reference occupations"))
        with self._database.writing() as connection:
            take_in_reference_occupations(connection, occupations, state)

    def find_courses(self, wish: CourseWish, *, limit: int, today: dt.date) -> Sequence[FoundCourse]:
        """Return courses by words (every word, German compounds included) and all else of a wish, best first."""
        return self._courses.find(wish, limit, today)

    def count_courses(self, wish: CourseWish, *, today: dt.date) -> CourseCounts:
        """Return how many courses a wish finds, and how many there would be of each kind, form, time and so on."""
        del today  # what is past counts as well; the list greys it
        return self._courses.count(wish)

    def find_course_places(self, wish: CourseWish, *, today: dt.date) -> CoursePlaces:
        """Return where the courses of a wish are held, for a map."""
        return self._courses.places(wish, today)

    def find_course(self, catalogue: str, course_id: str) -> CourseOffer | None:
        """Return one course, or None where the catalogue no longer has it."""
        with self._database.reading() as connection:
            return course_search.find_course(connection, catalogue, course_id)

    def find_place(self, postal_code: str) -> Place | None:
        """Return the main place of a postal code, or None."""
        with self._database.reading() as connection:
            return course_search.find_place(connection, postal_code)

    def list_places(self) -> Sequence[Place]:
        """Return the main place of every postal code."""
        with self._database.reading() as connection:
            return place_list.list_places(connection)

    def catalogues(self) -> Sequence[CatalogueState]:
        """Return which catalogues are there, how large and how old."""
        with self._database.reading() as connection:
            return catalogue_states.list_states(connection)

    def is_empty(self) -> bool:
        """Return whether no catalogue was taken in yet."""
        with self._database.reading() as connection:
            return not catalogue_states.has_states(connection)

    def replace_occupations(self, contents: OccupationContents, state: CatalogueState, progress: Progress) -> None:
        """Take in one classification as a whole; languages that it does not bring stay as they are."""
        with self._database.writing() as connection:
            take_in_occupations(connection, contents, state, progress)

    def replace_kldb(
        self, entries: Iterable[KldbEntry], table: Iterable[KldbToIsco], state: CatalogueState, progress: Progress
    ) -> None:
        """Take in KldB 2010 and its ISCO table; an empty part leaves the stored one as it is."""
        words = say("Saving KldB 2010")
        steps = Steps(progress)
        with self._database.writing() as connection:
            for portion in steps.chunks([(one.code, one.name) for one in entries], words, _WHOLE):
                _replace(connection, kldb, portion)
            for portion in steps.chunks([(one.kldb, one.isco, one.rank) for one in table], words, _WHOLE):
                _replace(connection, kldb_isco, portion)
            catalogue_states.save_state(connection, state)

    def replace_places(self, places: Iterable[Place], state: CatalogueState, progress: Progress) -> None:
        """Take in places; courses learn anew where they are."""
        with self._database.writing() as connection:
            take_in_places(connection, places, state, progress)

    def take_courses(self, contents: CourseContents, state: CatalogueState, progress: Progress) -> None:
        """Take in a course catalogue: a new one replaces all of it, an update changes single offers."""
        with self._database.writing() as connection:
            take_in_courses(connection, contents, state, progress)

    def remove_courses(self, catalogue: str) -> int:
        """Take a catalogue of courses away; returns how many offers it had."""
        with self._database.writing() as connection:
            return saved_searches.remove_catalogue(connection, catalogue)


_WHOLE = 1_000_000


def _replace(connection: Connection, table: Table, rows: list[tuple[object, ...]]) -> None:
    connection.execute(delete(table))
    prepare(table.insert().prefix_with("OR REPLACE")).run_many(connection, rows)
