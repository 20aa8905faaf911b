"""The ports through which use cases reach the vault, the paper and the calendar."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from iq_desktop.usecases.course_ports import CourseSearch
from iq_desktop.usecases.occupation_ports import ReferenceOccupations

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from iq_desktop.documents.blocks import Document
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.case_row import CaseRow, Reminder
    from iq_desktop.domain.centre import Adviser, Centre, DeskSettings, Logo
    from iq_desktop.domain.course import CourseOffer, Place
    from iq_desktop.domain.imports import CatalogueState
    from iq_desktop.domain.occupation import (
        KldbEntry,
        KldbToIsco,
        Occupation,
        OccupationSkill,
        SkillConcept,
        SkillRelation,
    )
    from iq_desktop.domain.route import RankedOccupation
    from iq_desktop.usecases.progress import Progress
    from iq_desktop.wording.text import Text
    from iq_desktop.wording.tongue import Tongue


class CaseStore(Protocol):
    """Case files in the vault; each writing call is one transaction with journal and search rows."""

    def save(self, case: CaseFile) -> CaseFile:
        """Save a case whole and return it with its number and new revision.

        Raises RivalSave where the stored revision is not the one of `case`.
        """

    def get(self, case_id: str) -> CaseFile:
        """Return a case and note in the journal that it was read; raises NoSuchCase."""

    def hand_out(self, case_ids: Sequence[str], kind: str, words: str, parts: frozenset[str]) -> Sequence[CaseFile]:
        """Return cases that leave the vault, and note in the journal of each that it does; raises NotYourCase.

        Of what a case has several of, only the named parts are there; cases that are gone are left out. What comes so
        is for writing it out and must never be saved.
        """

    def find(self, words: str, *, limit: int, after: CaseRow | None = None) -> Sequence[CaseRow]:
        """Return cases by name in any spelling, by number, place or telephone, best first; all where words are empty.

        Empty words list by last change, newest first, in windows: `after` is the last row of the window before.
        """

    def count(self) -> int:
        """Return the number of cases."""

    def favourites(self, *, most: int = 6) -> Mapping[str, tuple[str, ...]]:
        """Return the codes that the newest cases use most, by the names of the fields, most used first."""

    def change_many(
        self, case_ids: Sequence[str], change: Callable[[CaseFile], CaseFile]
    ) -> Sequence[tuple[CaseFile, CaseFile]]:
        """Change some cases in one transaction and return those that differ, before and after; all change or none.

        A case that is gone is left out.
        """

    def reminders(self, today: dt.date, *, limit: int, adviser_id: str = "") -> Sequence[Reminder]:
        """Return what waits, most urgent first; with an adviser only in their cases."""

    def note_in_journal(self, kind: str, case_id: str, words: str) -> None:
        """Write one line into the journal: what was printed, saved as a file or exported."""


class CentreStore(Protocol):
    """The centre, its advisers, and what they have set."""

    def centre(self) -> Centre:
        """Return the centre."""

    def save_centre(self, centre: Centre) -> None:
        """Save the centre."""

    def logo(self) -> Logo | None:
        """Return the picture of the letterhead, or None."""

    def save_logo(self, logo: Logo | None) -> None:
        """Keep the picture of the letterhead in the place of the one before, or give it up."""

    def advisers(self) -> Sequence[Adviser]:
        """Return the advisers by name."""

    def save_adviser(self, adviser: Adviser) -> None:
        """Save an adviser."""

    def settings(self, adviser_id: str) -> DeskSettings:
        """Return what an adviser has set, or the defaults."""

    def save_settings(self, adviser_id: str, settings: DeskSettings) -> None:
        """Save what an adviser has set."""

    def last_spot(self, adviser_id: str) -> str:
        """Return where an adviser was last, as the window wrote it; empty where nothing was kept."""

    def keep_spot(self, adviser_id: str, spot: str) -> None:
        """Keep where an adviser is; the journal does not tell it."""


class DraftStore(Protocol):
    """The encrypted draft of who sits at the desk: what is half typed, beside the vault."""

    def read(self) -> bytes | None:
        """Return the draft as it was last written, or None where there is none that can be opened."""

    def write(self, words: bytes) -> None:
        """Put a new draft in the place of the one before."""

    def remove(self) -> None:
        """Take the draft away; nothing happens where there is none."""


@dataclass(frozen=True, slots=True)
class OfferedPassword:
    """A password that the program has drawn by lot from a number of words; nobody guesses it in less than 2^bits."""

    words: str = field(repr=False)
    choices: int
    bits: int


class KeyRing(Protocol):
    """Who can open the vault; deriving a key takes about a second, and a call that raises IqError changes nothing."""

    def advisers(self) -> Sequence[Adviser]:
        """Return who can open the vault, in the order of their coming."""

    def price_password(self, password: str) -> Text:
        """Return what a new password is worth, in words; raises IqError where it is too short or too long."""

    def check_password(self, adviser_id: str, password: str) -> None:
        """Do nothing where the password is the adviser's; else raises IqError."""

    def offer_password(self) -> OfferedPassword:
        """Return a password of everyday words, drawn by lot."""

    def change_password(self, adviser_id: str, password: str) -> None:
        """Give an adviser a new password; the old one no longer opens the vault."""

    def add_adviser(self, name: str, password: str) -> Adviser:
        """Let one more adviser in, with a first password."""

    def remove_adviser(self, adviser_id: str) -> None:
        """Let somebody open the vault no more; raises IqError for the last one, and for who sits at the desk."""

    def make_recovery_code(self) -> str:
        """Return a new recovery code in groups; it opens nothing before it is put to use."""

    def confirm_recovery_code(self, code: str, typed: str) -> None:
        """Do nothing where the code was typed rightly; raises IqError naming the wrong group."""

    def use_recovery_code(self, code: str) -> None:
        """Let this code open the vault, and no older one any more."""

    def has_centre_code(self) -> bool:
        """Return whether a second code opens the vault, which the centre keeps for itself."""

    def use_centre_code(self, code: str) -> None:
        """Let this code open the vault as the centre's, and no older one of the centre any more."""

    def remove_centre_code(self) -> None:
        """Let the centre's code open the vault no more; the recovery code stays."""

    def give_new_key(self, adviser_id: str, password: str, progress: Progress) -> None:
        """Encrypt the whole vault with a new key, while everybody goes on working; passwords and codes stay.

        Raises Cancelled, or IqError where the password is not the adviser's or the key could not be changed.
        """

    def set_appearance(self, language: str, theme: str) -> None:
        """Keep the language and the theme of the unlock screen."""


class ReferenceStore(ReferenceOccupations, CourseSearch, Protocol):
    """Occupations, skills, courses and places, as imported or from the starter pack."""

    def find_occupations(self, words: str, *, language: str, limit: int) -> Sequence[Occupation]:
        """Return occupations by words in German or English, preferred and other names, best first."""

    def get_occupation(self, uri: str) -> Occupation:
        """Return an occupation; raises KeyError."""

    def skills_of(self, occupation_uri: str) -> Sequence[OccupationSkill]:
        """Return the skills of an occupation, essential ones first."""

    def rank_occupations(self, skill_uris: Sequence[str], *, limit: int) -> Sequence[RankedOccupation]:
        """Return the occupations that fit these skills, best first, each with what fits and what is missing."""

    def catalogues(self) -> Sequence[CatalogueState]:
        """Return which catalogues are there, how large and how old."""

    def is_empty(self) -> bool:
        """Return whether no catalogue was taken in yet."""

    def replace_occupations(self, contents: OccupationContents, state: CatalogueState, progress: Progress) -> None:
        """Take in one classification as a whole, in one transaction; the same one again is an update."""

    def replace_kldb(
        self, entries: Iterable[KldbEntry], table: Iterable[KldbToIsco], state: CatalogueState, progress: Progress
    ) -> None:
        """Take in KldB 2010 and its ISCO table in one transaction; an empty part leaves the stored one as it is."""

    def replace_places(self, places: Iterable[Place], state: CatalogueState, progress: Progress) -> None:
        """Take in places in one transaction."""

    def take_courses(self, contents: CourseContents, state: CatalogueState, progress: Progress) -> None:
        """Take in a course catalogue in one transaction: a new one replaces all, an update changes single offers."""

    def remove_courses(self, catalogue: str) -> int:
        """Take a catalogue of courses away in one transaction; returns how many offers it had."""


class OccupationContents(Protocol):
    """A classification of occupations and skills, read as it is asked for; iterating may raise IqError."""

    def occupations(self) -> Iterable[Occupation]:
        """Yield the occupations."""

    def skills(self) -> Iterable[SkillConcept]:
        """Yield the skills."""

    def relations(self) -> Iterable[SkillRelation]:
        """Yield which occupation needs which skill."""


class CourseContents(Protocol):
    """A course catalogue, read as it is asked for; iterating may raise IqError."""

    @property
    def is_update(self) -> bool:
        """Whether only single offers change; else the catalogue replaces all that it held before."""

    def offers(self) -> Iterable[CourseOffer]:
        """Yield new and changed offers."""

    def removed(self) -> Iterable[str]:
        """Yield the ids of offers that are no longer there, each with all that is `part_of` it.

        Valid after `offers` was read to its end.
        """


@runtime_checkable
class CountingContents(Protocol):
    """A course catalogue that knows only at its end what was in it, and what was left out."""

    def told(self, state: CatalogueState) -> CatalogueState:
        """Return the state with what was found; valid after `offers` was read to its end."""


class Catalogue(Protocol):
    """A file or folder that was recognised as a catalogue and can be taken in."""

    def take_in(self, store: ReferenceStore, progress: Progress) -> CatalogueState:
        """Take the catalogue in as a whole; raises IqError with the line where it is broken, and changes nothing."""


class CatalogueReader(Protocol):
    """What recognises catalogues."""

    def recognise(self, path: Path) -> Catalogue:
        """Return the catalogue of a file, folder or zip; raises IqError where it is none that the program knows."""


class Printer(Protocol):
    """What turns a document into a PDF."""

    def print_document(self, document: Document, adviser: Tongue, client: Tongue | None) -> bytes:
        """Return the PDF; bilingual where `client` is given. Raises IqError naming the field of a missing glyph."""


class Clock(Protocol):
    """What day it is."""

    def today(self) -> dt.date:
        """Return the day at the desk."""

    def now(self) -> dt.datetime:
        """Return the moment in UTC."""
