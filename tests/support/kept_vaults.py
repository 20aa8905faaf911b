"""Vaults of every schema that was ever released, as files: copied to be opened, and made once for each new schema."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select, table

from iq_desktop.catalogues.recognise import Recogniser
from iq_desktop.domain.case_list import CaseQuery, CaseView
from iq_desktop.domain.centre import Adviser, Centre, DeskSettings
from iq_desktop.domain.duplicate import LinkKind
from iq_desktop.storage.case_links import VaultLinks
from iq_desktop.storage.case_lists import VaultLists
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.centre_store import VaultCentre
from iq_desktop.storage.engine import open_database
from iq_desktop.storage.instance_lock import LOCK_NAME
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.key_slots import FLOOR_COST
from iq_desktop.storage.migrations.schema import CASES, REFERENCE
from iq_desktop.storage.reference_store import VaultReference
from iq_desktop.storage.unlocking import password_of, unlock_newest
from iq_desktop.storage.vault import ROOMS
from iq_desktop.storage.vault_making import create_vault
from iq_desktop.usecases.progress import Silence
from tests.support.builders import several_cases
from tests.support.canary_cases import canary_cases
from tests.support.catalogue_files import qcat, service, write_esco
from tests.support.fakes import FixedClock
from tests.support.full_cases import a_usual_case, an_empty_case, an_overfull_case
from tests.support.vaults import ADVISER, PASSWORD, MadeVault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.storage.secret_key import SecretKey

FOLDER: Final = Path(__file__).resolve().parents[1] / "storage" / "vaults"
_TOLD: Final = "kept.json"
_RENAMED: Final = {("case_line", "open_page"): "open_pages"}
_MADE_ANEW: Final = frozenset({"alembic_version", "case_deadline"})
"""Tables that hold nothing which an adviser has written."""
_GATHERED_ANEW: Final = frozenset({("course", "main_words"), ("course", "all_words")})
"""Words of courses as they were searched before; they are gathered from the courses themselves."""
Rows = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True)
class KeptVault:
    """A vault as an earlier program left it; it opens for `ADVISER`, `MadeVault.colleague` and with its code."""

    folder: Path
    cases: int
    code: str

    def copy_to(self, folder: Path) -> Path:
        """Return a copy that may be opened."""
        shutil.copytree(self.folder, folder)
        (folder / _TOLD).unlink()
        return folder


def kept_vaults() -> list[KeptVault]:
    """Return the kept vaults, oldest first."""
    return [_read(path.parent) for path in sorted(FOLDER.glob(f"*/{_TOLD}"))]


def name_of_newest() -> str:
    """Return the name under which a vault of the present schema is kept."""
    return f"cases-{CASES.newest}-reference-{REFERENCE.newest}"


def _read(folder: Path) -> KeptVault:
    told = json.loads((folder / _TOLD).read_text("utf-8"))
    return KeptVault(folder, told["cases"], told["code"])


def rows_of(folder: Path, root: SecretKey | None = None) -> dict[str, Rows]:
    """Return every row of both databases as they lie there, by file and table; no migration runs."""
    root = root or unlock_newest(folder, password_of(ADVISER.name, PASSWORD)).root
    return {name: dict(_tables(folder / name, root.derive(purpose))) for name, purpose, _ in ROOMS}


def lost_rows(before: dict[str, Rows], after: dict[str, Rows]) -> list[str]:
    """Return every row of before that is not there any more with all its cells."""
    lost = []
    for name, tables in before.items():
        for table_name in tables.keys() - _MADE_ANEW:
            rows = _named_anew(table_name, tables[table_name])
            columns = sorted(rows[0]) if rows else []
            old = Counter(tuple(row[column] for column in columns) for row in rows)
            there = _named_anew(table_name, after[name][table_name]) if rows else []
            new = Counter(tuple(row[column] for column in columns) for row in there)
            lost += [f"{name} {table_name} {row}" for row in old - new]
    return lost


def _named_anew(table_name: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    kept = (
        {column: cell for column, cell in row.items() if (table_name, column) not in _GATHERED_ANEW} for row in rows
    )
    return [{_RENAMED.get((table_name, column), column): cell for column, cell in row.items()} for row in kept]


def _tables(path: Path, key: Any) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    database = open_database(path, key)
    try:
        with database.reading() as connection:
            made = "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            found = connection.exec_driver_sql(made).all()
            virtual = [name for name, sql in found if sql.startswith("CREATE VIRTUAL")]
            for name, _ in found:
                if not any(name.startswith(one) for one in virtual):
                    rows = connection.execute(select("*").select_from(table(name))).mappings().all()
                    yield name, [dict(row) for row in rows]
    finally:
        database.close()


def make_kept_vault(folder: Path) -> Path:
    """Make a vault of the present schema with something in every room, closed, and return its folder."""
    clock = FixedClock()
    vault, code = create_vault(folder, [ADVISER, MadeVault.colleague], cost=FLOOR_COST)
    with vault:
        pen = pen_of(vault, clock)
        cases, centre = VaultCases(vault.cases, pen), VaultCentre(vault.cases, pen)
        advisers = [Adviser(slot.id, slot.label) for slot in vault.header.advisers]
        centre.sign_in(advisers[0], advisers)
        centre.save_adviser(advisers[1])
        centre.save_centre(Centre("Beratungsstelle Musterstadt", "Marktplatz 1", "12043", "Berlin", "030 123"))
        centre.save_settings(advisers[0].id, DeskSettings(language="en"))
        made = (*several_cases(), a_usual_case(), an_overfull_case(), an_empty_case(), *canary_cases(["Wachtel"]))
        for number, case in enumerate(made):
            owner = advisers[number % 2].id
            saved = cases.save(replace(case, id=f"kept-{number}", number="", revision=0, adviser_id=owner))
            cases.save(saved.with_client(replace(saved.client, place=saved.client.place or "Bonn")))
        VaultLists(vault.cases, pen).save_view(CaseView("Offen", CaseQuery(is_closed=False), ("name",)))
        VaultLinks(vault.cases, pen).link("kept-0", "kept-1", LinkKind.DIFFERENT)
        _take_in_catalogues(VaultReference(vault.reference), Recogniser(clock))
    (folder / LOCK_NAME).unlink(missing_ok=True)
    told = {"cases": len(made), "code": code.printed()}
    (folder / _TOLD).write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    return folder


def _take_in_catalogues(store: VaultReference, recogniser: Recogniser) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        esco, courses = Path(scratch) / "esco", Path(scratch) / "courses.xml"
        esco.mkdir()
        write_esco(esco)
        courses.write_text(qcat(service("1") + service("2")), "utf-8")
        for path in (esco, courses):
            recogniser.recognise(path).take_in(store, Silence())
