"""Whoever may not see a case learns nothing of it from any port of the desk: no identity, no name, no number, no count.

Every method of every port is asked, with the identity of a hidden case wherever it takes one. A new method of a port
fails the test until it stands in the table, or among those that know nothing of cases.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, Final, Protocol, get_type_hints

import pytest
from sqlalchemy import select

from iq_desktop.app.desk_setup import VaultDoor
from iq_desktop.app.paths import find_paths
from iq_desktop.app.tongues import tongues_of
from iq_desktop.domain.case_list import CaseQuery, CaseSort
from iq_desktop.domain.centre import Centre
from iq_desktop.domain.document_record import Delivery, FinalPaper, PaperWay
from iq_desktop.domain.duplicate import LinkKind
from iq_desktop.domain.erasure import EraseReason
from iq_desktop.domain.journal import JournalQuery
from iq_desktop.domain.rights import Act as PaperAct
from iq_desktop.domain.role import Role
from iq_desktop.domain.scan import Scan, ScanKind
from iq_desktop.storage.final_tables import final_paper
from iq_desktop.storage.journal import JournalAnchor, read_entries
from iq_desktop.storage.journal_book import code_of
from iq_desktop.storage.key_slots import FLOOR_COST
from iq_desktop.storage.tables import journal
from iq_desktop.usecases import desk as desks
from iq_desktop.usecases.desk import Desk, FirstSteps
from iq_desktop.usecases.instrument_ports import InstrumentPorts
from iq_desktop.usecases.keys import Newcomer, let_in
from iq_desktop.usecases.permissions import NotYourCase
from iq_desktop.usecases.progress import Silence
from iq_desktop.usecases.scan_ports import LookedAt, ScanUse
from tests.support.builders import TODAY
from tests.support.fakes import FixedClock
from tests.support.full_cases import a_usual_case

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from iq_desktop.domain.case_file import CaseFile

PASSWORD: Final = "Öl Fenster Ziege Mond Brücke"
FIRST: Final = "Frau Öztürk"
SECRET: Final = "Zzyzxova"
"""The family name of every hidden person; the place where they live, and what is noted about them, hold it too."""
HIDDEN_PAPER: Final = "hidden-paper"
HIDDEN_SCAN: Final = "5" * 32
SORTS: Final = (None, *CaseSort)

Asked = dict[str, "Callable[[Desk, CaseFile], Any]"]
ASKED: Final[dict[str, Asked]] = {
    "cases": {
        "save": lambda desk, hidden: desk.cases.save(replace(hidden, kind=hidden.kind)),
        "get": lambda desk, hidden: desk.cases.get(hidden.id),
        "hand_out": lambda desk, hidden: desk.cases.hand_out([hidden.id], "printed", "", frozenset({"talks"})),
        "find": lambda desk, hidden: [
            desk.cases.find(words, limit=99) for words in ("", SECRET, SECRET[:4], hidden.number, hidden.client.phone)
        ],
        "count": lambda desk, _hidden: [SECRET] * (desk.cases.count() - seen(desk)),
        "favourites": lambda desk, _hidden: desk.cases.favourites(),
        "change_many": lambda desk, hidden: desk.cases.change_many([hidden.id], lambda case: replace(case, runs=())),
        "reminders": lambda desk, hidden: [
            desk.cases.reminders(TODAY, limit=99, adviser_id=adviser) for adviser in ("", hidden.adviser_id)
        ],
        "note_in_journal": lambda desk, hidden: desk.cases.note_in_journal("printed", hidden.id, ""),
    },
    "lists": {
        "window": lambda desk, _hidden: [desk.lists.window(query, limit=99) for query in queries()],
        "window_at": lambda desk, _hidden: [desk.lists.window_at(query, start=0, limit=99) for query in queries()],
        "count": lambda desk, _hidden: [SECRET] * (max(map(desk.lists.count, queries())) - seen(desk)),
        "place_of": lambda desk, hidden: [
            SECRET for one in queries() if desk.lists.place_of(one, hidden.id) is not None
        ],
        "case_ids": lambda desk, _hidden: [desk.lists.case_ids(query) for query in queries()],
        "deadlines": lambda desk, hidden: [
            desk.lists.deadlines(dt.date.min, adviser_id=adviser, limit=99) for adviser in ("", hidden.adviser_id)
        ],
        "filter_values": lambda desk, _hidden: desk.lists.filter_values(),
        "views": lambda desk, _hidden: desk.lists.views(desk.adviser.id),
    },
    "links": {
        "find_duplicates": lambda desk, hidden: desk.links.find_duplicates(replace(hidden, id="another"), limit=9),
        "is_known_elsewhere": lambda desk, hidden: desk.links.is_known_elsewhere(replace(hidden, id="another")),
        "links_of": lambda desk, hidden: [desk.links.links_of("mine"), desk.links.links_of(hidden.id)],
        "link": lambda desk, hidden: desk.links.link("mine", hidden.id, LinkKind.SAME),
        "unlink": lambda desk, hidden: desk.links.unlink("mine", hidden.id),
    },
    "journal": {
        "window": lambda desk, hidden: [
            desk.journal.window(JournalQuery(case_id=case), limit=999) for case in ("", hidden.id)
        ],
        "count": lambda desk, hidden: [SECRET] * desk.journal.count(JournalQuery(case_id=hidden.id)),
        "rows_of": lambda desk, hidden: desk.journal.rows_of(hidden.id),
        "note_each": lambda desk, hidden: desk.journal.note_each("printed", {"mine": {}, hidden.id: {}}),
    },
    "finals": {
        "papers_of": lambda desk, hidden: desk.finals.papers_of(hidden.id),
        "deliveries_of": lambda desk, hidden: desk.finals.deliveries_of(hidden.id),
        "content": lambda desk, hidden: desk.finals.content(hidden.id, HIDDEN_PAPER),
        "make_final": lambda desk, hidden: desk.finals.make_final(
            hidden.id, FinalPaper("competence-profile", "de"), PaperAct.PRINT, lambda _mark: SECRET.encode()
        ),
        "add_delivery": lambda desk, hidden: desk.finals.add_delivery(
            hidden.id, Delivery(HIDDEN_PAPER, PaperWay.GIVEN, TODAY, SECRET)
        ),
        "remove_delivery": lambda desk, hidden: desk.finals.remove_delivery(hidden.id, "hidden-delivery"),
        "find_numbered": lambda desk, _hidden: desk.finals.find_numbered("B-2026-0001"),
    },
    "scans": {
        "scans_of": lambda desk, hidden: desk.scans.scans_of(hidden.id),
        "thumbnail": lambda desk, hidden: desk.scans.thumbnail(hidden.id, HIDDEN_SCAN),
        "content": lambda desk, hidden: desk.scans.content(hidden.id, HIDDEN_SCAN, ScanUse.SEEN, Silence()),
        "take_in": lambda desk, hidden: desk.scans.take_in(
            hidden.id, a_secret_scan()[0], a_secret_scan()[1], Silence()
        ),
        "remove": lambda desk, hidden: desk.scans.remove(hidden.id, HIDDEN_SCAN),
        "bring_back": lambda desk, hidden: desk.scans.bring_back(hidden.id, HIDDEN_SCAN),
    },
    "rights": {
        "rows_about": lambda desk, hidden: desk.rights.rows_about([hidden.id]),
        "erase": lambda desk, hidden: desk.rights.erase([hidden.id], next(iter(EraseReason)), Silence()),
        "mentions_of": lambda desk, hidden: desk.rights.mentions_of([hidden.id, "mine"], limit=99),
        "due_reviews": lambda desk, _hidden: desk.rights.due_reviews(TODAY + dt.timedelta(days=9999), limit=99),
        "count_due_reviews": lambda desk, _hidden: [SECRET] * (desk.rights.count_due_reviews(dt.date.max) - seen(desk)),
        "review_day_of": lambda desk, hidden: desk.rights.review_day_of(hidden.id),
    },
}
"""What is asked of a port as somebody who does not see the hidden case; they see one, `mine`."""
TELLS_NOTHING: Final = {
    "cases": {},
    "lists": {
        "make_lines_again": "makes again what is out of date, and tells how many it was",
        "save_view": "keeps a question without its words",
        "remove_view": "takes a question away",
    },
    "links": {},
    "journal": {
        "note": "writes",
        "note_once": "writes",
        "actors": "advisers",
        "verify": "counts entries and names the place of a fault; offered to responsible persons",
        "find_code": "is asked in a test of its own",
    },
    "finals": {"find_coded": "is asked in a test of its own"},
    "scans": {},
    "rights": {
        "column_rules": "rules",
        "store_rules": "rules",
        "erasures": "identities of cases that are gone",
        "left_behind": "rules",
        "terms": "of the centre",
        "save_terms": "of the centre",
        "figures": "name nobody",
        "count_into_figures": "is asked by use cases of responsible persons",
        "protection": "of the vault",
    },
}
WITHOUT_CASES: Final = frozenset(
    {
        *(
            "centres",
            "keys",
            "drafts",
            "reference",
            "tables",
            "watch",
            "backups",
            "instruments",
            "bodies",
            "organisations",
            "courses",
            "rules",
            "webapp",
            "niq",
            "workbooks",
            "cost_terms",
            "printer",
        ),
        *("scan_reader", "checklists", "calendars", "law", "catalogues", "clock", "adviser", "tongue", "close"),
    }
)
"""Parts of the desk that hold no case, or only what the adviser at the desk has typed."""


def seen(desk: Desk) -> int:
    """Return how many cases somebody may see: advisers their own and the trainee's."""
    return {Role.RESPONSIBLE: 5, Role.ADVISER: 2, Role.TRAINEE: 1}[desk.adviser.role]


def queries() -> Iterator[CaseQuery]:
    """Yield questions to the list of cases: every order, words, and a filter."""
    yield from (CaseQuery(sort=sort) for sort in SORTS)
    yield from (CaseQuery(words=SECRET, sort=sort) for sort in (None, CaseSort.NAME))
    yield CaseQuery(is_closed=False, due_within=9999)


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> tuple[VaultDoor, CaseFile]:
    """A vault with three hidden cases, and one each of an adviser and of a trainee; and one of the hidden ones."""
    paths = find_paths(tmp_path_factory.mktemp("sight") / "vault")
    door = VaultDoor(paths, tongues_of(paths.translations), FixedClock(), FLOOR_COST)
    desk, _code = door.set_up(FirstSteps("de", Centre("Beratungsstelle"), FIRST, PASSWORD))
    let_in(desk, PASSWORD, Newcomer("Herr Baum", PASSWORD))
    let_in(desk, PASSWORD, Newcomer("Frau Neu", PASSWORD, Role.TRAINEE))
    hidden = [desk.cases.save(a_hidden_case(number, desk.adviser.id)) for number in range(3)]
    for adviser in door.advisers()[1:]:
        mine = replace(a_usual_case(), id=f"mine-{adviser.name}", number="", revision=0, adviser_id=adviser.id)
        desk.cases.save(mine)
        desk.links.link(mine.id, hidden[1].id, LinkKind.SAME)
    for case in hidden:
        desk.cases.note_in_journal("printed", case.id, SECRET)
    paper = FinalPaper("competence-profile", "tvl", HIDDEN_PAPER)
    desk.finals.make_final(hidden[0].id, paper, PaperAct.PRINT, lambda _mark: SECRET.encode())
    desk.finals.add_delivery(hidden[0].id, Delivery(HIDDEN_PAPER, PaperWay.SENT, TODAY, SECRET, id="hidden-delivery"))
    desk.scans.take_in(hidden[0].id, *a_secret_scan(), Silence())
    desk.close()
    shutil.copytree(paths.vault, paths.vault.with_name("the same"))
    return door, hidden[0]


def a_secret_scan() -> tuple[Scan, LookedAt]:
    """Return a scan of a hidden case, named like the person."""
    content = SECRET.encode()
    digest = hashlib.sha256(content).hexdigest()
    moment = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
    scan = Scan("paper", f"{SECRET}.pdf", ScanKind.PDF, len(content), digest, 1, moment, id=HIDDEN_SCAN)
    return scan, LookedAt(ScanKind.PDF, 1, content, content)


def a_hidden_case(number: int, owner: str) -> CaseFile:
    """Return a case that is kept for its adviser alone; it looks like the others but for its name."""
    case = a_usual_case()
    client = replace(case.client, family_name=SECRET, place=SECRET, birth_country="TV", mother_tongues=("tvl",))
    contact = replace(case.contact, client_language="tvl", concern_in_words=SECRET)
    told = case.with_client(client).with_contact(contact)
    return replace(told, id=f"hidden-{number}", number="", revision=0, adviser_id=owner, is_confidential=True)


@pytest.fixture(params=["Herr Baum", "Frau Neu"], scope="module")
def office(request: pytest.FixtureRequest, locked: tuple[VaultDoor, CaseFile]) -> Iterator[tuple[Desk, CaseFile]]:
    """The desk of somebody who does not see the hidden case, and that case."""
    door, hidden = locked
    me = next(one for one in door.advisers() if one.name == request.param)
    desk = door.unlock(me.id, PASSWORD)
    yield desk, hidden
    desk.close()


def betrays(answer: object) -> bool:
    """Return whether an answer holds anything of a hidden case."""
    told = repr(answer)
    return any(word in told for word in (SECRET, SECRET.lower(), "hidden-", "tvl", "TV'", "2026-0001", "2026-0002"))


@pytest.mark.parametrize(("port", "method"), [(port, method) for port, asked in ASKED.items() for method in asked])
def test_no_answer_tells_of_a_hidden_case(office: tuple[Desk, CaseFile], port: str, method: str) -> None:
    desk, hidden = office
    mine = f"mine-{desk.adviser.name}"
    asked = ASKED[port][method]
    try:
        answer = asked(Renamed(desk, mine), hidden)  # type: ignore[arg-type]  # the desk, with an own case by its role
    except NotYourCase as refusal:
        answer = refusal.text, refusal.advice
    assert not betrays(answer)


class Renamed:
    """A desk at which `mine` means the own case of whoever sits there."""

    def __init__(self, desk: Desk, mine: str) -> None:
        self._desk, self._mine = desk, mine

    def __getattr__(self, name: str) -> Any:
        part = getattr(self._desk, name)
        return _Named(part, self._mine) if name == "links" else part


class _Named:
    def __init__(self, port: object, mine: str) -> None:
        self._port, self._mine = port, mine

    def __getattr__(self, name: str) -> Any:
        real = getattr(self._port, name)

        def ask(*words: object, **more: object) -> Any:
            return real(*(self._mine if word == "mine" else word for word in words), **more)

        return ask


def test_every_method_of_every_port_is_asked() -> None:
    hints = get_type_hints(Desk, vars(desks) | {"Protocol": Protocol})
    assert {field.name for field in fields(Desk)} == set(ASKED) | WITHOUT_CASES
    assert hints["instruments"] is InstrumentPorts
    for name, asked in ASKED.items():
        methods = {method for method, kind in vars(hints[name]).items() if callable(kind) and method[0] != "_"}
        assert methods == set(asked) | set(TELLS_NOTHING[name]), name


def test_who_may_see_everything_is_told(locked: tuple[VaultDoor, CaseFile]) -> None:
    """The same questions find the hidden case for its adviser: so they are not silent by mistake."""
    door, hidden = locked
    paths = replace(door.paths, vault=door.paths.vault.with_name("the same"))
    desk = VaultDoor(paths, door.tongue, door.clock, FLOOR_COST).unlock(FIRST, PASSWORD)
    asked = {"find", "window", "window_at", "case_ids", "filter_values", "find_duplicates", "reminders", "rows_about"}
    asked |= {"deadlines"}
    asked |= {"scans_of", "papers_of", "deliveries_of", "content", "find_numbered"}
    told = {
        method
        for questions in ASKED.values()
        for method, ask in questions.items()
        if method in asked and betrays(ask(desk, hidden))
    }
    desk.close()
    assert told == asked


def test_a_colleague_is_told_that_there_is_a_case_and_nothing_more(office: tuple[Desk, CaseFile]) -> None:
    desk, hidden = office
    assert desk.links.is_known_elsewhere(replace(hidden, id="another"))
    nobody = replace(hidden.client, family_name="Quuxberg", given_names="Ute", birth=None, phone="", email="")
    stranger = replace(hidden, id="another", client=nobody, situation=replace(hidden.situation, customer_number=""))
    assert not desk.links.is_known_elsewhere(stranger)


def test_a_code_of_a_hidden_paper_is_refused(office: tuple[Desk, CaseFile]) -> None:
    desk, hidden = office
    with desk.keys.vault.cases.reading() as connection:  # type: ignore[attr-defined]  # the real keys
        of_case = select(journal.c.seq, journal.c.mac).where(journal.c.case_id == hidden.id)
        row = connection.execute(of_case.where(journal.c.kind == "printed")).first()
    assert row is not None
    with pytest.raises(NotYourCase):
        desk.journal.find_code(code_of(JournalAnchor("", row.seq, row.mac)))
    with desk.keys.vault.cases.reading() as connection:  # type: ignore[attr-defined]  # the real keys
        code = connection.execute(select(final_paper.c.code)).scalars().first()
    assert code
    with pytest.raises(NotYourCase):
        desk.finals.find_coded(code)
    own = desk.journal.note("printed", f"mine-{desk.adviser.name}")
    found = desk.journal.find_code(own)
    assert found is not None
    assert found.case_id == f"mine-{desk.adviser.name}"


def test_every_refusal_is_noted(office: tuple[Desk, CaseFile]) -> None:
    desk, hidden = office
    with pytest.raises(NotYourCase) as caught:
        desk.cases.get(hidden.id)
    assert dict(caught.value.advice.values)["names"] == FIRST
    with desk.keys.vault.cases.reading() as connection:  # type: ignore[attr-defined]  # the real keys
        entries = [entry for _, entry in read_entries(connection, hidden.id)]
    assert [(entry.kind, entry.actor) for entry in entries][-1] == ("refused", desk.adviser.id)
