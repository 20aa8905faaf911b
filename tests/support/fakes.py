"""The ports in memory: a vault, catalogues, a printer and a calendar that tests and trial windows can hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.catalogues.checklists import read_checklists
from iq_desktop.catalogues.cost_terms import read_cost_terms
from iq_desktop.documents.blocks import Document
from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.case_row import CaseRow, Reminder
from iq_desktop.domain.centre import Adviser, Centre, DeskSettings, Logo
from iq_desktop.domain.course import CourseOffer, CourseWish, FoundCourse, Place, TeachingForm
from iq_desktop.domain.occupation import Naming, Need, Occupation, OccupationSkill, SkillKind
from iq_desktop.domain.role import Role
from iq_desktop.domain.route import RankedOccupation
from iq_desktop.usecases.computer_safety import Computer
from iq_desktop.usecases.desk import Desk
from iq_desktop.usecases.ports import OfferedPassword
from iq_desktop.usecases.problems import NoSuchCase, RivalSave
from iq_desktop.usecases.rights_checks import check_change
from iq_desktop.usecases.vault_health import VaultCheck, VaultPart
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import Text, say
from iq_desktop.wording.tongue import Tongue, load_tongue
from tests.support.builders import TODAY
from tests.support.memory_backups import MemoryBackups
from tests.support.memory_bodies import memory_bodies
from tests.support.memory_calendars import MemoryCalendars
from tests.support.memory_courses import MemoryCourseSearch, memory_courses
from tests.support.memory_finals import MemoryFinals
from tests.support.memory_instruments import memory_instruments
from tests.support.memory_journal import MemoryJournal
from tests.support.memory_lists import MemoryLinks, MemoryLists, MemoryTables
from tests.support.memory_niq import MemoryWorkbooks, memory_niq
from tests.support.memory_occupations import MemoryReferenceOccupations
from tests.support.memory_organisations import MemoryOrganisations
from tests.support.memory_rights import MemoryRights
from tests.support.memory_rules import memory_rules
from tests.support.memory_scans import BelievingReader, MemoryScanStore
from tests.support.memory_webapp import MemoryImports, memory_webapp
from tests.support.procedure_law import the_law

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from iq_desktop.domain.imports import CatalogueState
    from iq_desktop.usecases.ports import Catalogue
    from iq_desktop.usecases.progress import Progress

ADVISER: Final = Adviser("adviser-1", "A. Krüger", Role.RESPONSIBLE)
CENTRE: Final = Centre("Beratungsstelle Musterstadt", "Marktplatz 1", "12043", "Berlin")


@dataclass
class FixedClock:
    """A calendar that stands still."""

    day: dt.date = TODAY

    def today(self) -> dt.date:
        return self.day

    def now(self) -> dt.datetime:
        return dt.datetime.combine(self.day, dt.time(9, 30), dt.UTC)


@dataclass
class MemoryCases:
    """Case files in a dictionary, with revisions and a journal."""

    by_id: dict[str, CaseFile] = field(default_factory=dict)
    journal: list[tuple[str, str, str]] = field(default_factory=list)
    waiting: list[Reminder] = field(default_factory=list)
    chosen_most: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def save(self, case: CaseFile) -> CaseFile:
        known = self.by_id.get(case.id)
        if known is not None and known.revision != case.revision:
            raise RivalSave
        if known is not None:
            check_change(known, case)
        number = case.number or f"{case.opened_on.year}-{len(self.by_id) + 1:04}"
        saved = replace(case, number=number, revision=case.revision + 1)
        self.by_id[case.id] = saved
        return saved

    def get(self, case_id: str) -> CaseFile:
        try:
            return self.by_id[case_id]
        except KeyError:
            raise NoSuchCase from None

    def hand_out(self, case_ids: Sequence[str], kind: str, words: str, parts: frozenset[str]) -> Sequence[CaseFile]:
        several = {"qualifications", "languages", "talks", "procedures", "procedure_steps", "niq_reports"}
        left_out: dict[str, Any] = dict.fromkeys(several - parts, ())
        found = [replace(self.by_id[one], **left_out) for one in case_ids if one in self.by_id]
        self.journal += [(kind, one.id, words) for one in found]
        return found

    def find(self, words: str, *, limit: int, after: CaseRow | None = None) -> Sequence[CaseRow]:
        rows = [_row(case) for case in self.by_id.values()]
        rows = [row for row in rows if words.casefold() in f"{row.name} {row.number} {row.place}".casefold()]
        start = next((at + 1 for at, row in enumerate(rows) if after is not None and row.id == after.id), 0)
        return rows[start : start + limit]

    def count(self) -> int:
        return len(self.by_id)

    def favourites(self, *, most: int = 6) -> Mapping[str, tuple[str, ...]]:
        return {name: codes[:most] for name, codes in self.chosen_most.items()}

    def change_many(
        self, case_ids: Sequence[str], change: Callable[[CaseFile], CaseFile]
    ) -> Sequence[tuple[CaseFile, CaseFile]]:
        pairs = [(self.by_id[one], change(self.by_id[one])) for one in case_ids if one in self.by_id]
        return [(before, self.save(after)) for before, after in pairs if after != before]

    def reminders(self, today: dt.date, *, limit: int, adviser_id: str = "") -> Sequence[Reminder]:
        del today
        return [one for one in self.waiting if not adviser_id or one.adviser_id == adviser_id][:limit]

    def note_in_journal(self, kind: str, case_id: str, words: str) -> None:
        self.journal.append((kind, case_id, words))


def _row(case: CaseFile) -> CaseRow:
    client = case.client
    return CaseRow(
        id=case.id,
        number=case.number,
        name=client.full_name,
        own_script_name=client.own_script_name,
        birth=client.birth.code() if client.birth else "",
        language=case.contact.client_language,
        occupation=case.occupations[0].name_de if case.occupations else "",
        place=client.place,
        changed_at=dt.datetime.combine(case.opened_on, dt.time(8), dt.UTC),
        is_invented=case.is_invented,
    )


@dataclass
class MemoryCentres:
    """One centre, its advisers and their settings."""

    kept: Centre = CENTRE
    people: dict[str, Adviser] = field(default_factory=lambda: {ADVISER.id: ADVISER})
    set_by: dict[str, DeskSettings] = field(default_factory=dict)
    spots: dict[str, str] = field(default_factory=dict)
    picture: Logo | None = None

    def centre(self) -> Centre:
        return self.kept

    def save_centre(self, centre: Centre) -> None:
        self.kept = centre

    def logo(self) -> Logo | None:
        return self.picture

    def save_logo(self, logo: Logo | None) -> None:
        self.picture = logo

    def advisers(self) -> Sequence[Adviser]:
        return sorted(self.people.values(), key=lambda adviser: adviser.name)

    def save_adviser(self, adviser: Adviser) -> None:
        self.people[adviser.id] = adviser

    def settings(self, adviser_id: str) -> DeskSettings:
        return self.set_by.get(adviser_id, DeskSettings())

    def save_settings(self, adviser_id: str, settings: DeskSettings) -> None:
        self.set_by[adviser_id] = settings

    def last_spot(self, adviser_id: str) -> str:
        return self.spots.get(adviser_id, "")

    def keep_spot(self, adviser_id: str, spot: str) -> None:
        self.spots[adviser_id] = spot


@dataclass
class MemoryDrafts:
    """One draft in memory; `fail_with` is raised by the next writing, `written` counts them."""

    kept: bytes | None = None
    fail_with: IqError | None = None
    written: int = 0

    def read(self) -> bytes | None:
        return self.kept

    def write(self, words: bytes) -> None:
        if self.fail_with is not None:
            raise self.fail_with
        self.kept, self.written = words, self.written + 1

    def remove(self) -> None:
        self.kept = None


OFFERED: Final = ("wolke tisch garten ofen brief", "lampe fluss birne turm kissen")
PRESENT_PASSWORD: Final = "ein ruhiges langes Wort"
NEW_CODE: Final = "7KQ4-M2XD-9RTB-HW3F-ZC8N-5PGV-0A1B"


@dataclass
class MemoryKeys:
    """Who can open a vault; `passwords` by the adviser's id, `codes` that open it, newest last."""

    people: dict[str, Adviser] = field(default_factory=lambda: {ADVISER.id: ADVISER})
    passwords: dict[str, str] = field(default_factory=lambda: {ADVISER.id: PRESENT_PASSWORD})
    codes: list[str] = field(default_factory=lambda: ["the first code"])
    appearance: tuple[str, str] = ("de", "system")
    fail_with: IqError | None = None
    centre_codes: list[str] = field(default_factory=list)
    offered: int = 0
    generation: int = 1
    before_step: Callable[[int], object] = lambda _number: None

    def advisers(self) -> Sequence[Adviser]:
        return tuple(self.people.values())

    def price_password(self, password: str) -> Text:
        if len(password) < 12:
            raise IqError(say("A password needs at least {count} characters.", count="12"))
        return say("Guessing this password would take centuries.")

    def check_password(self, adviser_id: str, password: str) -> None:
        if self.passwords[adviser_id] != password:
            raise IqError(say("Your present password is not right."))

    def change_password(self, adviser_id: str, password: str) -> None:
        self._fail()
        self.passwords[adviser_id] = password

    def offer_password(self) -> OfferedPassword:
        self.offered += 1
        return OfferedPassword(OFFERED[self.offered % 2], 2048, 55)

    def add_adviser(self, name: str, password: str) -> Adviser:
        self._fail()
        if any(one.name == name for one in self.people.values()):
            raise IqError(say("The name “{name}” is already in use.", name=name))
        adviser = Adviser(f"adviser-{len(self.people) + 1}", name)
        self.people[adviser.id], self.passwords[adviser.id] = adviser, password
        return adviser

    def remove_adviser(self, adviser_id: str) -> None:
        self._fail()
        if adviser_id == ADVISER.id:
            raise IqError(say("You cannot remove yourself while you work here."))
        del self.people[adviser_id], self.passwords[adviser_id]

    def make_recovery_code(self) -> str:
        return NEW_CODE

    def confirm_recovery_code(self, code: str, typed: str) -> None:
        wanted, given = code.split("-"), typed.strip().upper().replace(" ", "-").split("-")
        for number, group in enumerate(wanted, start=1):
            if number > len(given) or given[number - 1] != group:
                raise IqError(say("Group {number} is not right.", number=str(number)))

    def use_recovery_code(self, code: str) -> None:
        self._fail()
        self.codes.append(code)

    def has_centre_code(self) -> bool:
        return bool(self.centre_codes)

    def use_centre_code(self, code: str) -> None:
        self._fail()
        self.centre_codes = [code]

    def remove_centre_code(self) -> None:
        self._fail()
        self.centre_codes = []

    def give_new_key(self, adviser_id: str, password: str, progress: Progress) -> None:
        self.check_password(adviser_id, password)
        for number in range(3):
            self.before_step(number)
            progress.step(number, 3, say("Encrypting with the new key"))
        self._fail()
        self.generation += 1

    def set_appearance(self, language: str, theme: str) -> None:
        self.appearance = (language, theme)

    def _fail(self) -> None:
        if self.fail_with is not None:
            raise self.fail_with


_SKILLS: Final = (
    ("Kundengespräche führen", "talk with customers", SkillKind.SKILL),
    ("Kasse bedienen", "operate cash register", SkillKind.SKILL),
    ("Waren annehmen und lagern", "receive and store goods", SkillKind.SKILL),
    ("Regale auffüllen", "stock shelves", SkillKind.SKILL),
    ("Reklamationen bearbeiten", "handle complaints", SkillKind.SKILL),
    ("Inventur durchführen", "carry out stocktaking", SkillKind.SKILL),
    ("Lebensmittelhygiene", "food hygiene", SkillKind.KNOWLEDGE),
    ("Schaufenster gestalten", "dress shop windows", SkillKind.SKILL),
)


def _naming(name_de: str, name_en: str) -> Naming:
    return Naming((("de", name_de), ("en", name_en)))


def _skills(count: int) -> tuple[OccupationSkill, ...]:
    return tuple(
        OccupationSkill(
            f"skill:{number}",
            _naming(*(_SKILLS[number][:2] if number < len(_SKILLS) else (f"Aufgabe {number}", f"task {number}"))),
            Need.ESSENTIAL if number % 3 != 2 else Need.OPTIONAL,
            _SKILLS[number % len(_SKILLS)][2],
        )
        for number in range(count)
    )


OCCUPATIONS: Final = tuple(
    Occupation(f"occupation:{key}", _naming(name_de, name_en), isco, kldb)
    for key, name_de, name_en, isco, kldb in (
        ("sales", "Verkäufer/Verkäuferin", "shop assistant", "5223", "62102"),
        ("retail", "Einzelhandelskaufmann/Einzelhandelskauffrau", "retail clerk", "5223", "62112"),
        ("store", "Fachkraft für Lagerlogistik", "warehouse worker", "4321", "51312"),
        ("cash", "Kassierer/Kassiererin", "cashier", "5230", "62112"),
        ("bakery", "Fachverkäufer/Fachverkäuferin im Lebensmittelhandwerk", "bakery shop assistant", "5223", "62302"),
        ("care", "Pflegehelfer/Pflegehelferin", "nursing assistant", "5321", "81301"),
    )
)


def _course(number: int, **changes: Any) -> CourseOffer:
    titles = ("Beschwerdemanagement im Verkauf", "Warenwirtschaft und Inventur", "Deutsch für den Beruf B2")
    course = CourseOffer(
        catalogue="demo",
        id=str(number),
        title=titles[number % len(titles)],
        provider=("Volkshochschule Neukölln", "Bildungswerk Handel", "Lernhaus Mitte")[number % 3],
        form=(TeachingForm.CLASSROOM, TeachingForm.ONLINE, TeachingForm.MIXED)[number % 3],
        postal_code="12043",
        place="Berlin",
        starts_on=dt.date(2027, 1, 11) + dt.timedelta(weeks=number),
        hours=80 + 20 * number,
        price=Decimal(0) if number % 2 else Decimal("480.00"),
    )
    return replace(course, **changes)


@dataclass
class MemoryReference(MemoryCourseSearch, MemoryReferenceOccupations):
    """Half a dozen occupations with their skills, a few courses, two places."""

    occupations: tuple[Occupation, ...] = OCCUPATIONS
    skill_count: int = 24
    courses: tuple[CourseOffer, ...] = field(default_factory=lambda: tuple(_course(number) for number in range(9)))
    places: dict[str, Place] = field(
        default_factory=lambda: {
            "12043": Place("12043", "Berlin", 52.48, 13.44),
            "04109": Place("04109", "Leipzig", 51.34, 12.37),
        }
    )

    def find_occupations(self, words: str, *, language: str, limit: int) -> Sequence[Occupation]:
        del language
        wanted = words.casefold()
        found = [one for one in self.occupations if any(wanted in name.casefold() for _, name in one.naming.names)]
        return found[:limit]

    def get_occupation(self, uri: str) -> Occupation:
        return {one.uri: one for one in self.occupations}[uri]

    def skills_of(self, occupation_uri: str) -> Sequence[OccupationSkill]:
        del occupation_uri
        return sorted(_skills(self.skill_count), key=lambda skill: skill.need.value)

    def rank_occupations(self, skill_uris: Sequence[str], *, limit: int) -> Sequence[RankedOccupation]:
        had = set(skill_uris)
        return [_ranked(one, number, had) for number, one in enumerate(self.occupations)][:limit]

    def find_courses(self, wish: CourseWish, *, limit: int, today: dt.date) -> Sequence[FoundCourse]:
        del today
        words = tuple(wish.words.split())
        known = wish.postal_code in self.places
        return [
            FoundCourse(course, 1.4 + 2.3 * number if known else None, words[:2], (wish.words,))
            for number, course in enumerate(self.courses)
            if wish.form in (None, course.form)
        ][:limit]

    def find_course(self, catalogue: str, course_id: str) -> CourseOffer | None:
        return next((one for one in self.courses if (one.catalogue, one.id) == (catalogue, course_id)), None)

    def find_place(self, postal_code: str) -> Place | None:
        return self.places.get(postal_code)

    def list_places(self) -> Sequence[Place]:
        return tuple(self.places.values())

    def catalogues(self) -> Sequence[CatalogueState]:
        return ()

    def is_empty(self) -> bool:
        return not self.occupations

    def replace_occupations(self, *_: object) -> None:
        raise NotImplementedError

    def replace_kldb(self, *_: object) -> None:
        raise NotImplementedError

    def replace_places(self, *_: object) -> None:
        raise NotImplementedError

    def take_courses(self, *_: object) -> None:
        raise NotImplementedError

    def remove_courses(self, catalogue: str) -> int:
        raise NotImplementedError


def _ranked(occupation: Occupation, number: int, had: set[str]) -> RankedOccupation:
    needed = _skills(14 + number)
    essential = [skill for skill in needed if skill.need is Need.ESSENTIAL]
    fits = tuple(skill for skill in needed if skill.uri in had)
    missing = tuple(skill for skill in essential if skill.uri not in had)
    return RankedOccupation(
        occupation, max(0.82 - number * 0.13, 0.04), fits, missing, len(essential), len(needed) - len(essential)
    )


@dataclass
class MemoryPrinter:
    """A printer that remembers what it was given and returns a small but real PDF."""

    documents: list[tuple[Document, str, str | None]] = field(default_factory=list)
    refusal: Exception | None = None

    def print_document(self, document: Document, adviser: Tongue, client: Tongue | None) -> bytes:
        if self.refusal is not None:
            raise self.refusal
        self.documents.append((document, adviser.code, client.code if client else None))
        return a_pdf()


def a_pdf(pages: int = 1) -> bytes:
    """Return a PDF of empty A4 pages."""
    kids = " ".join(f"{number + 3} 0 R" for number in range(pages))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>",
        *("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>" for _ in range(pages)),
    ]
    body, places = b"%PDF-1.4\n", []
    for number, words in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{words}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    return (
        body
        + (
            f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
            f"startxref\n{len(body)}\n%%EOF\n"
        ).encode()
    )


@dataclass
class MemoryWatch:
    """A vault that was checked today; `found` is what the next check finds, `problem` what is wrong with the place."""

    last: VaultCheck | None = field(default_factory=lambda: VaultCheck(FixedClock().now()))
    found: tuple[VaultPart, ...] = ()
    problem: IqError | None = None
    checks: int = 0

    def last_check(self) -> VaultCheck | None:
        return self.last

    def check(self, progress: Progress) -> VaultCheck:
        progress.step(0, 1, say("Checking: {part}", part=VaultPart.PAGES.label))
        self.checks += 1
        self.last = VaultCheck(FixedClock().now(), self.found)
        return self.last

    def place_problem(self) -> IqError | None:
        return self.problem

    def computer(self) -> Computer:
        return Computer(is_disk_encrypted=False, may_hibernate=True)


class NoCatalogues:
    """Recognises nothing."""

    def recognise(self, path: Path) -> Catalogue:
        raise NotImplementedError(path)


@dataclass
class Closing:
    """Counts how often the vault was closed."""

    times: int = 0

    def __call__(self) -> None:
        self.times += 1


def a_desk(translations: Path, cases: Iterable[CaseFile] = (), **ports: Any) -> Desk:
    """Return a desk of fakes; `translations` is the folder of catalogues, `ports` replace single ones."""
    journal = ports.get("journal") or MemoryJournal()
    kept = ports.get("cases") or MemoryCases({case.id: case for case in cases})
    desk = Desk(
        cases=kept,
        centres=MemoryCentres(),
        keys=MemoryKeys(),
        drafts=MemoryDrafts(),
        reference=MemoryReference(),
        lists=MemoryLists(kept),
        links=MemoryLinks(kept),
        tables=MemoryTables(),
        workbooks=MemoryWorkbooks(),
        niq=memory_niq(translations.parent / "resources" / "packs"),
        webapp=memory_webapp(kept, translations.parent / "resources" / "packs"),
        watch=MemoryWatch(),
        journal=journal,
        finals=MemoryFinals(journal),
        backups=MemoryBackups(),
        rights=MemoryRights(kept),
        instruments=memory_instruments(),
        rules=memory_rules(),
        bodies=memory_bodies(translations.parent / "resources" / "packs"),
        courses=memory_courses(),
        organisations=MemoryOrganisations(),
        scans=MemoryScanStore(),
        scan_reader=BelievingReader(),
        checklists=partial(read_checklists, translations.parent / "resources" / "packs"),
        cost_terms=partial(read_cost_terms, translations.parent / "resources" / "packs"),
        printer=MemoryPrinter(),
        catalogues=NoCatalogues(),
        calendars=MemoryCalendars(),
        law=the_law(translations.parent),
        clock=FixedClock(),
        adviser=ADVISER,
        tongue=_Tongues(translations),
        close=Closing(),
    )
    return replace(desk, **ports)


def with_cases(desk: Desk, cases: MemoryCases) -> Desk:
    """Return the desk over other cases, its lists and links included."""
    webapp = replace(desk.webapp, imports=MemoryImports(cases))
    lists, links, rights = MemoryLists(cases), MemoryLinks(cases), MemoryRights(cases)
    return replace(desk, cases=cases, lists=lists, links=links, rights=rights, webapp=webapp)


@dataclass(frozen=True)
class _Tongues:
    translations: Path
    known: dict[str, Tongue] = field(default_factory=dict)

    def __call__(self, code: str) -> Tongue:
        """Return the tongue; English where there is no catalogue."""
        if code not in self.known:
            has_file = (self.translations / f"{code}.po").exists()
            self.known[code] = load_tongue(code if has_file else "en", self.translations)
        return self.known[code]
