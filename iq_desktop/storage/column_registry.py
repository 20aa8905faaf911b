"""The rules of every column of the vault: whom it tells of, for what, how long, what a person gets of it, how it goes.

Each table has one line in `TABLES`; the rules of its columns follow from it and from the class of each column
(`columns.Privacy`). What differs stands in `EXCEPTIONS`, with its reason. A test fails for a table without a line.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.column_rules import About, Category, ColumnRule, Erase, Export, Kept, StoreRule, Use
from iq_desktop.storage.case_rows import PART_TABLES
from iq_desktop.storage.columns import Privacy
from iq_desktop.storage.final_tables import PARTS_BESIDE
from iq_desktop.storage.tables import metadata, reference_metadata
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy import Column, Table


@dataclass(frozen=True, slots=True)
class TableRule:
    """The rules of a table; `reason` says why it is left out of a copy or stays after erasing."""

    about: About
    use: Use
    kept: Kept
    export: Export
    erase: Erase
    reason: Text = NOTHING


_MADE_AGAIN: Final = say("It is made from the case and repeats what stands there.")
_FINAL_AGAIN: Final = say("The paper itself is printed again from the page Documents.")
_NAMES_NOBODY: Final = say("Day, kind and adviser remain as a proof; the identity of the case is random.")
_PROTOCOL: Final = say("The proof of the erasing itself; it names nobody.")
_ONLY_ADVISERS: Final = say("It tells of the centre and its advisers, not of the person.")

OF_CASE: Final = TableRule(About.CLIENT, Use.COUNSELLING, Kept.WITH_CASE, Export.VALUE, Erase.WITH_CASE)
_DRAWN: Final = say("The lines of a signature stand on the printed agreement.")
_IN_PIECES: Final = say("The scan itself is handed over as a file, from the page Papers.")
_OF_LIST: Final = TableRule(About.CLIENT, Use.FINDING, Kept.WITH_CASE, Export.LEFT_OUT, Erase.WITH_CASE, _MADE_AGAIN)
_OF_CENTRE: Final = TableRule(
    About.CENTRE, Use.CENTRE, Kept.WITH_CENTRE, Export.LEFT_OUT, Erase.NOT_CONCERNED, _ONLY_ADVISERS
)
_OF_ADVISER: Final = replace(_OF_CENTRE, about=About.ADVISER)
_OF_NOBODY: Final = TableRule(
    About.NOBODY, Use.REFERENCE, Kept.FOREVER, Export.LEFT_OUT, Erase.NOT_CONCERNED, _ONLY_ADVISERS
)

TABLES: Final[Mapping[str, TableRule]] = {
    "case_file": OF_CASE,
    **{table.name: OF_CASE for table in PART_TABLES.values()},
    **{table.name: OF_CASE for table in PARTS_BESIDE.values()},
    "final_content": replace(OF_CASE, export=Export.LEFT_OUT, reason=_FINAL_AGAIN),
    "case_link": OF_CASE,
    "scan_chunk": replace(OF_CASE, export=Export.LEFT_OUT, reason=_IN_PIECES),
    "case_line": _OF_LIST,
    "case_deadline": _OF_LIST,
    "case_number": _OF_CENTRE,
    "paper_count": _OF_CENTRE,
    "case_view": _OF_ADVISER,
    "centre": _OF_CENTRE,
    "centre_logo": _OF_CENTRE,
    "competent_body": _OF_CENTRE,
    "organisation": _OF_CENTRE,
    "own_offer": _OF_CENTRE,
    "course_mapping": _OF_CENTRE,
    "case_import": _OF_CENTRE,
    "adviser": _OF_ADVISER,
    "desk_settings": _OF_ADVISER,
    "vault_check": _OF_CENTRE,
    "privacy_terms": _OF_CENTRE,
    "journal": TableRule(About.CLIENT, Use.PROOF, Kept.HEAD_STAYS, Export.JOURNAL, Erase.KEPT, _NAMES_NOBODY),
    "journal_payload": TableRule(About.CLIENT, Use.PROOF, Kept.HEAD_STAYS, Export.JOURNAL, Erase.VALUES),
    "erasure": replace(_OF_CENTRE, use=Use.PROOF, kept=Kept.AS_PROOF, reason=_PROTOCOL),
    "anonymous_figure": replace(_OF_NOBODY, use=Use.STATISTICS),
    "feedback_count": replace(_OF_NOBODY, use=Use.STATISTICS),
    "feedback_words": replace(_OF_NOBODY, use=Use.STATISTICS),
    "instrument_pack": _OF_CENTRE,
    "rule_pack": _OF_CENTRE,
    "trusted_publisher": _OF_CENTRE,
    **dict.fromkeys(reference_metadata.tables, _OF_NOBODY),
}
"""One line for each table. A new table of what a case holds gets `OF_CASE`: its rows are given out and go with it."""

EXCEPTIONS: Final[Mapping[tuple[str, str], Mapping[str, object]]] = {
    ("case_file", "is_invented"): {"export": Export.VALUE},
    ("chosen_occupation", "uri"): {"export": Export.CODE},
    ("competence", "occupation_uri"): {"export": Export.CODE},
    ("competence", "skill_uri"): {"export": Export.CODE},
    ("work_period", "occupation_uri"): {"export": Export.CODE},
    ("signature", "strokes"): {"export": Export.LEFT_OUT, "reason": _DRAWN},
    ("scan", "thumbnail"): {"export": Export.LEFT_OUT, "reason": _IN_PIECES},
}
"""Columns that differ from what their table and class say, by table and column."""

_CATEGORIES: Final = {
    Privacy.PERSONAL: Category.IDENTITY,
    Privacy.SENSITIVE: Category.SENSITIVE,
    Privacy.WORK: Category.COUNSELLING,
    Privacy.CENTRE: Category.CENTRE,
    Privacy.TECHNICAL: Category.TECHNICAL,
    Privacy.PUBLIC: Category.PUBLIC,
}


def column_rules() -> tuple[ColumnRule, ...]:
    """Return the rules of every column of both databases; raises KeyError for a table without a line."""
    tables = (*metadata.tables.values(), *reference_metadata.tables.values())
    return tuple(rule for table in tables for rule in _rules_of(table))


def exported_columns(table: str) -> tuple[str, ...]:
    """Return the columns of a table that go into the copy of a person, as a value or as a code."""
    rules = _rules_of(metadata.tables[table])
    return tuple(rule.column for rule in rules if rule.export in {Export.VALUE, Export.CODE})


def technical_columns(table: str) -> frozenset[str]:
    """Return the columns of a table that go into the copy only as a code."""
    return frozenset(rule.column for rule in _rules_of(metadata.tables[table]) if rule.export is Export.CODE)


def exported_tables() -> tuple[str, ...]:
    """Return the tables of which something goes into the copy of a person as rows, in the order of the case."""
    return tuple(name for name, rule in TABLES.items() if rule.export is Export.VALUE)


def erased_tables() -> tuple[str, ...]:
    """Return the tables whose rows go when a case is erased."""
    return tuple(name for name, rule in TABLES.items() if rule.erase in {Erase.WITH_CASE, Erase.VALUES})


def _rules_of(table: Table) -> Iterator[ColumnRule]:
    rule = TABLES[table.name]
    for column in table.columns:
        category = _CATEGORIES[column.info["class"]]
        found = ColumnRule(
            table=table.name,
            column=column.name,
            about=_about(rule, column),
            category=category,
            use=rule.use,
            kept=rule.kept,
            export=_export(rule, category),
            erase=rule.erase,
            reason=rule.reason,
        )
        yield replace(found, **EXCEPTIONS.get((table.name, column.name), {}))  # type: ignore[arg-type]  # by name


def _about(rule: TableRule, column: Column[object]) -> About:
    """Return whom a column tells of: what is of the centre in the table of a case tells of the adviser."""
    is_of_adviser = rule.about is About.CLIENT and column.info["class"] is Privacy.CENTRE
    return About.ADVISER if is_of_adviser else rule.about


def _export(rule: TableRule, category: Category) -> Export:
    """Return what goes into the copy: what holds rows together only as a code."""
    is_code = rule.export is Export.VALUE and category is Category.TECHNICAL
    return Export.CODE if is_code else rule.export


STORES: Final = (
    StoreRule(
        "search_index",
        say("Search index in the vault"),
        say("It is written anew without the words of the case, in the same step."),
    ),
    StoreRule(
        "free_pages",
        say("Free space in the vault"),
        say("It is overwritten as soon as it becomes free."),
    ),
    StoreRule(
        "write_ahead_log",
        say("Log of the last saves"),
        say("It is emptied right after the erasing."),
    ),
    StoreRule(
        "drafts",
        say("Half-typed words of every adviser"),
        say("A draft that belongs to the case is taken away."),
    ),
    StoreRule(
        "memory",
        say("Memory of the running program"),
        say("The case is forgotten at once; all else ends when the program is locked."),
    ),
    StoreRule(
        "backups",
        say("Backups"),
        say(
            "Older backups still hold the case, encrypted, until they are thinned out after about nine months. "
            "Whoever returns to one erases the case again at once: the log of erasings lies beside it."
        ),
        is_left=True,
    ),
    StoreRule(
        "set_aside",
        say("Damaged vaults and backups that were set aside"),
        say("They are not touched. Please delete them by hand when they are no longer needed."),
        is_left=True,
    ),
    StoreRule(
        "files",
        say("Printed papers, saved documents and tables"),
        say(
            "They lie outside the vault. Please destroy or delete what is still there; the journal tells what was made."
        ),
        is_left=True,
    ),
    StoreRule(
        "other_cases",
        say("Words in the cases of others"),
        say("Where another case names the person, only somebody who reads can see it."),
        is_left=True,
    ),
)
"""Where else something about a person can lie."""
