"""An entry of the journal in the adviser's words: what happened, and each thing that changed, old and new."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.documents.journal_extract import EXTRACT_NAME, TITLE
from iq_desktop.documents.kinds import DOCUMENT_KINDS
from iq_desktop.documents.person_copy import COPY_NAME
from iq_desktop.documents.person_copy import TITLE as COPY_TITLE
from iq_desktop.documents.withdrawal_paper import TITLE as WITHDRAWAL_TITLE
from iq_desktop.documents.withdrawal_paper import WITHDRAWAL_NAME
from iq_desktop.domain.centre import Wording
from iq_desktop.domain.document_record import PaperWay
from iq_desktop.domain.duplicate import LinkKind
from iq_desktop.domain.erasure import EraseReason
from iq_desktop.domain.imports import CatalogueKind
from iq_desktop.domain.journal import find_kind
from iq_desktop.domain.role import Act, Role
from iq_desktop.usecases.case_columns import CASE_COLUMNS
from iq_desktop.usecases.field_labels import PART_LABELS, TECHNICAL, TITLES
from iq_desktop.usecases.field_words import label_of, title_of, value_of
from iq_desktop.usecases.journal_answers import AskedAnswer, is_told
from iq_desktop.usecases.journal_labels import LABELS, SILENT
from iq_desktop.usecases.permissions import ONLY_RESPONSIBLE
from iq_desktop.usecases.vault_health import VaultPart, check_from
from iq_desktop.wording.text import NOTHING, LanguageName, Text, as_it_is, joined, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iq_desktop.domain.journal import JournalLine

CASE_SAVED: Final = "case_saved"
OTHER: Final = "other"
"""What a link, or a likeness, calls the other case."""
_NO_MOMENT: Final = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_PAIR: Final = 2
_BRIEF: Final = 3
_PATH: Final = 3


@dataclass(frozen=True, slots=True)
class Known:
    """What is needed to tell identities in words: names of advisers, titles of rows of cases, answers of talks."""

    advisers: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, Text] = field(default_factory=dict)
    answers: Mapping[str, AskedAnswer] = field(default_factory=dict)

    def adviser(self, identity: str) -> str:
        """Return the name of an adviser, the identity where nobody knows it."""
        return self.advisers.get(identity, identity)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing of an entry: what it is called, what stood there before, what stands there now; both may be empty."""

    label: Text
    old: Text = NOTHING
    new: Text = NOTHING

    @property
    def words(self) -> Text:
        """The thing in one line."""
        if self.old.message and self.new.message:
            return say("{label}: {old} → {new}", label=self.label, old=self.old, new=self.new)
        if self.old.message:
            return say("{label}: {old} → (empty)", label=self.label, old=self.old)
        return say("{label}: {answer}", label=self.label, answer=self.new) if self.new.message else self.label


def title_of_entry(line: JournalLine) -> Text:
    """Return what happened; a case may have been begun, or handed over, by a save."""
    if line.kind == CASE_SAVED and _is_first(line.payload):
        return say("Case begun")
    if line.kind == CASE_SAVED and set(line.payload) == {"adviser_id"}:
        return find_kind("handed_over").words
    return find_kind(line.kind).words


def facts_of(line: JournalLine, known: Known) -> tuple[Fact, ...]:
    """Return what an entry tells, thing by thing; none where it tells nothing or its values were erased."""
    if line.kind == CASE_SAVED:
        return tuple(_case_facts(line.payload, known))
    return tuple(fact for key, cell in line.payload.items() for fact in _plain_facts(line, key, cell, known))


def brief_of(line: JournalLine, known: Known) -> Text:
    """Return in a few words what an entry is about: the names of the fields that changed, or what it tells."""
    if line.is_erased:
        return say("values erased")
    facts = facts_of(line, known)
    if line.kind != CASE_SAVED:
        return joined([fact.words for fact in facts[:_BRIEF]])
    if len(facts) == 1:
        return facts[0].words
    labels = tuple(dict.fromkeys(fact.label for fact in facts))
    told = joined(labels[:_BRIEF], ", ")
    more = len(labels) - _BRIEF
    return told if more <= 0 else say("{told} and {count} more", count=more, told=told)


def _is_first(payload: Mapping[str, Any]) -> bool:
    pair = payload.get("opened_on")
    return isinstance(pair, list) and pair[0] is None


def _case_facts(payload: Mapping[str, Any], known: Known) -> Iterator[Fact]:
    for path, pair in payload.items():
        if not isinstance(pair, list) or len(pair) != _PAIR:
            continue
        part, *rest = path.split(".", _PATH - 1)
        asked = known.answers.get(rest[0]) if part == "answers" and rest else None
        if asked is not None:
            yield from _answer_facts(asked, rest[1:], pair)
        elif part not in PART_LABELS or not rest:
            yield from _field_facts("", part, pair, known, NOTHING)
        elif len(rest) == _PATH - 1:
            yield from _field_facts(part, rest[1], pair, known, _row_label(part, rest[0], known))
        elif rest[0] == "order":
            yield Fact(PART_LABELS[part], new=say("put into another order"))
        elif isinstance(pair[0], dict) or isinstance(pair[1], dict):
            yield from _row_facts(part, pair, known)
        else:
            yield from _field_facts(part, rest[0], pair, known, NOTHING)


def _answer_facts(asked: AskedAnswer, path: Sequence[str], pair: Sequence[Any]) -> Iterator[Fact]:
    """Tell an answer of a talk in the words of its pack: a whole one, or one field of it."""
    if path and not is_told(path[0]):
        return
    old, new = (asked.said({path[0]: cell} if path else cell or {}) for cell in pair)
    if old != new:
        yield Fact(asked.title, old, new)


def _field_facts(part: str, name: str, pair: Sequence[Any], known: Known, row: Text) -> Iterator[Fact]:
    if name in TECHNICAL:
        return
    label = label_of(part, name)
    shown = label if label.message else as_it_is(name)
    old, new = (value_of(part, name, cell, known.advisers) for cell in pair)
    if old.message or new.message:
        yield Fact(joined((row, shown)), old, new)


def _row_facts(part: str, pair: Sequence[Any], known: Known) -> Iterator[Fact]:
    """Tell a row that came or went: its title, and all that stood in it."""
    row = pair[1] if pair[1] is not None else pair[0]
    is_new = pair[1] is not None
    head = joined((PART_LABELS[part], title_of(part, row)))
    yield Fact(head, new=say("taken up") if is_new else say("removed"))
    for name, cell in row.items():
        both = (None, cell) if is_new else (cell, None)
        if name not in TITLES.get(part, ())[:1]:
            yield from _field_facts(part, name, both, known, NOTHING)


def _row_label(part: str, row_id: str, known: Known) -> Text:
    return joined((PART_LABELS[part], known.rows.get(row_id, NOTHING)))


def _plain_facts(line: JournalLine, key: str, cell: Any, known: Known) -> Iterator[Fact]:
    if key in SILENT or cell in ("", [], None):
        return
    label = LABELS.get(key, as_it_is(key))
    if isinstance(cell, list) and len(cell) == _PAIR and line.kind.endswith(("_saved", "_changed")):
        old, new = (_told(line, key, one, known) for one in cell)
        if old != new:
            yield Fact(label, old, new)
        return
    words = _told(line, key, cell, known) if key != OTHER else _other_case(line)
    if words.message:
        yield Fact(label, new=words) if label.message else Fact(words)


def _other_case(line: JournalLine) -> Text:
    return as_it_is(line.other_number) if line.other_number else say("erased case")


def _told(line: JournalLine, key: str, cell: Any, known: Known) -> Text:
    if cell is None or cell == "":
        return NOTHING
    teller = _TELLERS.get(f"{line.kind}.{key}") or _TELLERS.get(key)
    if teller is not None:
        try:
            return teller(cell, known)
        except (ValueError, KeyError, TypeError, AttributeError):
            return as_it_is(str(cell))
    if isinstance(cell, list):
        return joined([as_it_is(str(one)) for one in cell], ", ")
    return as_it_is(str(cell))


def moment_words(moment: dt.datetime) -> Text:
    """Return day and time of day on the clock of this computer."""
    local = moment.astimezone()
    return say("{day}, {time}", day=local.date(), time=f"{local:%H:%M}")


def _moments(cell: Any, _known: Known) -> Text:
    several = [cell] if isinstance(cell, str) else cell
    return joined([moment_words(dt.datetime.fromisoformat(one)) for one in several], "; ")


def _document(cell: Any, _known: Known) -> Text:
    beside = {EXTRACT_NAME: TITLE, COPY_NAME: COPY_TITLE, WITHDRAWAL_NAME: WITHDRAWAL_TITLE}
    titles = beside | {kind.name: kind.title for kind in DOCUMENT_KINDS}
    return titles.get(cell, as_it_is(str(cell)))


def _way_of_paper(cell: Any, _known: Known) -> Text:
    return PaperWay.of(cell).label


def _wording(cell: Any, _known: Known) -> Text:
    return Wording.of(cell).label


def _export(cell: Any, _known: Known) -> Text:
    count, *columns = str(cell).split()
    titles = {column.name: column.title for column in CASE_COLUMNS}
    told = joined([titles.get(name, as_it_is(name)) for name in columns], ", ")
    return say("Cases: {count}, with {columns}", count=int(count), columns=told)


def _refusal(cell: Any, _known: Known) -> Text:
    return ONLY_RESPONSIBLE[Act(cell)]


def _refused_act(cell: Any, _known: Known) -> Text:
    return say("This case is kept by a colleague.") if cell == "case" else ONLY_RESPONSIBLE[Act(cell)]


def _catalogue(cell: Any, _known: Known) -> Text:
    kind, *rest = str(cell).split()
    return joined((CatalogueKind.of(kind).label, as_it_is(" ".join(rest))), " ")


def _outcome(cell: Any, _known: Known) -> Text:
    if cell == "cut":
        return say("The end was cut off, or this is another history")
    broken: tuple[VaultPart, ...] = check_from(_NO_MOMENT, str(cell)).broken
    return joined([part.label for part in broken], ", ") if broken else say("everything in order")


_WAYS: Final = {"password": say("with the password"), "code": say("with the recovery code"), "new": say("a new vault")}
_FORMS: Final = {"paper": say("on paper"), "file": say("as a file")}
_BACKUPS: Final = {
    "by itself": say("by itself"),
    "by hand": say("asked for by hand"),
    "before update": say("before an update"),
}
_TELLERS: Final[Mapping[str, Callable[[Any, Known], Text]]] = {
    "adviser": lambda cell, known: as_it_is(known.adviser(cell)),
    "adviser_id": lambda cell, known: as_it_is(known.adviser(cell)),
    "owner_id": lambda cell, known: as_it_is(known.adviser(cell)),
    "actor": lambda cell, known: as_it_is(known.adviser(cell)),
    "moments": _moments,
    "first": _moments,
    "last": _moments,
    "way": lambda cell, _known: _WAYS[cell],
    "document": _document,
    "paper_went.way": _way_of_paper,
    "paper_way_taken_back.way": _way_of_paper,
    "print.words": _document,
    "save.words": _document,
    "exported.words": _export,
    "cases_linked.kind": lambda cell, _known: LinkKind.of(cell).label,
    "cases_unlinked.kind": lambda cell, _known: LinkKind.of(cell).label,
    "outcome": _outcome,
    "refused.words": _refusal,
    "import.words": _catalogue,
    "backup_made.reason": lambda cell, _known: _BACKUPS[cell],
    "role": lambda cell, _known: Role.of(cell).label,
    "refused.act": _refused_act,
    "case_erased.reason": lambda cell, _known: EraseReason.of(cell).label,
    "form": lambda cell, _known: _FORMS[cell],
    "made_at": _moments,
    "good": lambda cell, _known: say("yes") if cell else say("no"),
    "restricted": lambda cell, _known: say("although the case is restricted") if cell else NOTHING,
    "language": lambda cell, _known: say("{language}", language=LanguageName(cell)),
    "wording": _wording,
    "settings_saved.hide_from_capture": lambda cell, _known: say("yes") if cell else say("no"),
}
"""How single things are told, by their name, or by kind of entry and name."""
