"""The rights of a person in a real vault: a copy that lacks nothing, days of review, terms, figures."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.column_rules import Export
from iq_desktop.domain.consent import CONSENT_WORDING, Consent, Purpose
from iq_desktop.domain.document_record import Delivery, FinalPaper, PaperWay
from iq_desktop.domain.duplicate import LinkKind
from iq_desktop.domain.erasure import EraseReason
from iq_desktop.domain.figures import count_figures, figure_of, settle_figures
from iq_desktop.domain.identity import new_id
from iq_desktop.domain.keeping import Keeping, KeepReason, review_day
from iq_desktop.domain.privacy_terms import PrivacyTerms
from iq_desktop.domain.rights import Act
from iq_desktop.domain.role import Role, Sight
from iq_desktop.domain.situation import Situation
from iq_desktop.domain.talk import Closing, CounsellingResult, Talk
from iq_desktop.storage.case_links import VaultLinks
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.column_registry import column_rules
from iq_desktop.storage.final_papers import VaultFinals
from iq_desktop.storage.journal import read_entries
from iq_desktop.storage.journal_book import VaultJournal
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.rights_office import VaultRights
from iq_desktop.storage.tables import metadata
from iq_desktop.usecases.permissions import NotYourCase
from iq_desktop.usecases.problems import NoSuchCase
from iq_desktop.usecases.progress import Silence
from iq_desktop.usecases.rights import cases_of_person, copy_of_person, write_copy
from tests.support.backups import back_up
from tests.support.builders import TODAY, a_case, a_client, several_cases
from tests.support.canaries import canaries
from tests.support.canary_cases import canary_cases
from tests.support.chance import seeded
from tests.support.fakes import FixedClock, a_desk
from tests.support.tongues import TRANSLATIONS

if TYPE_CHECKING:
    from iq_desktop.domain.person_copy import PersonCopy
    from iq_desktop.storage.vault import Vault
    from iq_desktop.usecases.desk import Desk


@pytest.fixture
def cases(vault: Vault) -> VaultCases:
    return VaultCases(vault.cases, pen_of(vault, FixedClock()))


@pytest.fixture
def rights(vault: Vault, cases: VaultCases) -> VaultRights:
    return VaultRights(vault, pen_of(vault, FixedClock()), cases)


@pytest.fixture
def desk(vault: Vault, cases: VaultCases, rights: VaultRights) -> Desk:
    pen = pen_of(vault, FixedClock())
    return replace(
        a_desk(TRANSLATIONS),
        cases=cases,
        rights=rights,
        journal=VaultJournal(vault.cases, pen),
        links=VaultLinks(vault.cases, pen),
    )


def given_out(copy: PersonCopy, desk: Desk) -> dict[str, list[dict[str, Any]]]:
    """Return what the file for taking along holds, by section."""
    told = json.loads(write_copy(copy, desk.tongue("de")))
    return {section["name"]: section["entries"] for section in told["sections"]}


def keep_beside(vault: Vault, case_id: str) -> None:
    """Keep final papers, one of which was replaced and sent; scans have tests of their own."""
    finals = VaultFinals(vault.cases, pen_of(vault, FixedClock()))
    paper = FinalPaper("competence-profile", "de", second_language="ar", subject="part")
    for one in (paper, replace(paper, id=new_id())):
        finals.make_final(case_id, one, Act.PRINT, lambda mark: mark.number.encode())
    finals.add_delivery(case_id, Delivery(paper.id, PaperWay.SENT, TODAY, "Handwerkskammer"))


def test_the_copy_holds_every_cell_that_the_registry_gives_out(desk: Desk, vault: Vault, cases: VaultCases) -> None:
    case = cases.save(canary_cases(canaries(20))[0])
    other = cases.save(a_case(id=new_id(), revision=0, number=""))
    desk.links.link(case.id, other.id, LinkKind.SAME)
    keep_beside(vault, case.id)
    told = given_out(copy_of_person(desk, [case.id]), desk)
    lacking, seen = [], 0
    for rule in column_rules():
        if rule.export not in {Export.VALUE, Export.CODE} or rule.table in {"case_link", "scan"}:
            continue
        table = metadata.tables[rule.table]
        key = table.c.id if rule.table == "case_file" else table.c.case_id
        with vault.cases.reading() as connection:
            cells = connection.execute(table.select().where(key == case.id)).mappings().all()
        held = {json.dumps(cell) for row in cells if (cell := row[rule.column]) is not None and cell not in ("", "[]")}
        entries = told[rule.table]
        facts = {json.dumps(one["code"]) for entry in entries for one in entry["facts"] if one["field"] == rule.column}
        codes = {json.dumps(entry["codes"][rule.column]) for entry in entries if rule.column in entry["codes"]}
        seen += len(held)
        lacking += [f"{rule.table}.{rule.column}"] if held - (facts if rule.export is Export.VALUE else codes) else []
    assert lacking == []
    assert seen > 250
    assert told["case_link"][0]["facts"][0]["value"] == "Dieselbe Person"


def test_every_value_has_a_label_and_words(desk: Desk, cases: VaultCases) -> None:
    case = cases.save(replace(a_case(), id=new_id(), revision=0, number=""))
    told = given_out(copy_of_person(desk, [case.id]), desk)
    facts = [(name, one) for name, entries in told.items() for entry in entries for one in entry["facts"]]
    assert all(one["label"] and one["value"] for _, one in facts)
    client = {one["field"]: one["value"] for name, one in facts if name == "client"}
    assert client["gender"] == "Weiblich"
    assert client["birth_country"] == "Syrien"
    assert client["family_name"] == "Al-Khatib"


def test_the_copy_tells_who_saw_what_and_for_what_it_is_kept(desk: Desk, cases: VaultCases) -> None:
    case = cases.save(replace(a_case(), id=new_id(), revision=0, number=""))
    case = cases.save(case.with_client(a_client(family_name="Khatib")))
    copy = copy_of_person(desk, [case.id])
    told = json.loads(write_copy(copy, desk.tongue("de")))
    assert [line["what"] for line in told["seen"]][:2] == ["Fall angelegt", "Fall geändert"]
    assert any("Khatib" in detail for line in told["seen"] for detail in line["details"])
    assert (copy.name, copy.language, copy.numbers) == ("Khatib, Yara", "ar", (case.number,))
    assert "Für die Beratung" in [one["purpose"] for one in told["kept_for"]]
    assert told["reviews"] == {case.number: "2028-11-03"}
    assert told["origins"][0] == "Von der Person, im Gespräch"
    assert told["recipients"][0].startswith("Deutsch für den Verkauf")
    assert (told["format"], told["version"]) == ("iq-desktop person copy", 1)


def test_cases_of_the_same_person_are_offered_together(desk: Desk, cases: VaultCases) -> None:
    first, second, third, stranger = (
        cases.save(replace(a_case(), id=f"case-{number}", revision=0, number="")) for number in range(4)
    )
    desk.links.link(first.id, second.id, LinkKind.SAME)
    desk.links.link(second.id, third.id, LinkKind.SAME)
    desk.links.link(first.id, stranger.id, LinkKind.DIFFERENT)
    together = cases_of_person(desk, first.id)
    assert set(together) == {first.id, second.id, third.id}
    assert together[0] == first.id
    copy = copy_of_person(desk, together)
    assert len(given_out(copy, desk)["client"]) == 3


def test_a_copy_of_what_is_gone_is_refused(desk: Desk, cases: VaultCases) -> None:
    case = cases.save(replace(a_case(), id=new_id(), revision=0, number=""))
    with pytest.raises(NoSuchCase):
        copy_of_person(desk, [case.id, "gone"])


def test_who_may_not_see_a_case_gets_no_copy_and_erases_nothing(vault: Vault, cases: VaultCases) -> None:
    case = cases.save(replace(a_case(), id=new_id(), revision=0, number="", adviser_id="somebody"))
    trainee = VaultRights(vault, pen_of(vault, FixedClock()), cases, Sight("trainee", Role.TRAINEE))
    with pytest.raises(NotYourCase):
        trainee.rows_about([case.id])
    with pytest.raises(NotYourCase):
        trainee.erase([case.id], EraseReason.ASKED, Silence())
    assert trainee.due_reviews(dt.date(2100, 1, 1), limit=9) == []
    assert cases.get(case.id) == case


def test_days_of_review_in_sql_are_those_of_the_rules(cases: VaultCases, rights: VaultRights) -> None:
    chance = seeded(9)
    terms = PrivacyTerms(review_after_months=7, review_open_months=5)
    rights.save_terms(terms)
    expected = {}
    for number in range(60):
        closed = TODAY - dt.timedelta(days=chance.randrange(900)) if chance.random() < 0.6 else None
        keeping = Keeping(
            review_on=TODAY + dt.timedelta(days=chance.randrange(-90, 90)) if chance.random() < 0.3 else None,
            reason=KeepReason.WISH,
            reviewed_on=TODAY - dt.timedelta(days=chance.randrange(400)) if chance.random() < 0.3 else None,
        )
        case = CaseFile(opened_on=TODAY, id=f"case-{number}", closing=Closing(closed), keeping=keeping)
        saved = cases.save(case)
        expected[saved.id] = review_day(keeping, closed, TODAY, terms)
    for moment in (TODAY, TODAY + dt.timedelta(days=40), TODAY + dt.timedelta(days=400)):
        due = {one.case_id: one.review_on for one in rights.due_reviews(moment, limit=100)}
        assert due == {case_id: day for case_id, day in expected.items() if day <= moment}
        assert rights.count_due_reviews(moment) == len(due)
        days = [one.review_on for one in rights.due_reviews(moment, limit=7)]
        assert days == sorted(due.values())[:7]
    assert {case_id: rights.review_day_of(case_id) for case_id in expected} == expected
    with pytest.raises(NoSuchCase):
        rights.review_day_of("gone")


def test_terms_are_proposals_until_somebody_says_otherwise(vault: Vault, rights: VaultRights) -> None:
    assert rights.terms() == PrivacyTerms()
    new = PrivacyTerms(controller="Verein\u0000", legal_basis="Einwilligung", review_after_months=24)
    rights.save_terms(new)
    rights.save_terms(rights.terms())
    assert rights.terms() == replace(new, controller="Verein")
    with vault.cases.reading() as connection:
        kinds = [entry.kind for _, entry in read_entries(connection)]
    assert kinds.count("privacy_terms_saved") == 1


def closed_cases(number: int, **changes: Any) -> list[CaseFile]:
    """Return closed cases of people who are alike."""
    results = (CounsellingResult.IN_WORK, CounsellingResult.INFORMED)
    return [
        replace(
            a_case(),
            id=new_id(),
            revision=0,
            number="",
            closing=Closing(TODAY, results[at % 2]),
            **changes,
        )
        for at in range(number)
    ]


def test_closed_cases_are_counted_once_and_only_where_enough_are_alike(cases: VaultCases, rights: VaultRights) -> None:
    few = [cases.save(case) for case in closed_cases(4)]
    assert rights.count_into_figures(Silence()) == ()
    assert rights.figures() == ()
    more = [cases.save(case) for case in closed_cases(8)]
    cases.save(a_case(id="open", revision=0, number=""))
    assert set(rights.count_into_figures(Silence())) == {case.id for case in (*few, *more)}
    assert sum(one.people for one in rights.figures()) == 12
    assert rights.count_into_figures(Silence()) == ()
    assert cases.get(few[0].id).keeping.is_counted
    assert not cases.get("open").keeping.is_counted


def test_who_does_not_want_to_be_counted_is_not(cases: VaultCases, rights: VaultRights) -> None:
    no = (Consent(Purpose.STATISTICS, TODAY, "ar", CONSENT_WORDING, withdrawn_on=TODAY),)
    refused = [cases.save(case) for case in closed_cases(9, consents=no)]
    invented = [cases.save(case) for case in closed_cases(9, is_invented=True)]
    assert rights.count_into_figures(Silence()) == ()
    counted = [cases.save(case) for case in closed_cases(6)]
    assert set(rights.count_into_figures(Silence())) == {case.id for case in counted}
    assert sum(one.people for one in rights.figures()) == 6
    assert not any(cases.get(case.id).keeping.is_counted for case in (*refused, *invented))


def test_what_is_erased_leaves_figures_where_enough_are_alike(cases: VaultCases, rights: VaultRights) -> None:
    saved = [cases.save(case) for case in closed_cases(12)]
    done = rights.erase([case.id for case in saved], EraseReason.EXPIRED, Silence(), keep_figures=True)
    assert done.is_anonymised
    assert cases.count() == 0
    expected = count_figures(settle_figures([figure_of(case) for case in saved], 5))
    assert rights.figures() == expected
    lonely = cases.save(replace(several_cases()[1], revision=0))
    assert not rights.erase([lonely.id], EraseReason.EXPIRED, Silence(), keep_figures=True).is_anonymised
    assert rights.figures() == expected


def test_what_was_counted_already_is_not_counted_again_at_its_end(cases: VaultCases, rights: VaultRights) -> None:
    saved = [cases.save(case) for case in closed_cases(12)]
    rights.count_into_figures(Silence())
    before = rights.figures()
    assert not rights.erase([one.id for one in saved], EraseReason.EXPIRED, Silence(), keep_figures=True).is_anonymised
    assert rights.figures() == before


def test_the_protection_is_measured_in_the_vault(rights: VaultRights, cases: VaultCases) -> None:
    cases.save(replace(several_cases()[1], revision=0))
    facts = rights.protection()
    assert facts.sqlcipher.startswith("4.")
    assert (facts.guessing_mib, facts.guessing_passes, facts.advisers) == (64, 3, 2)
    assert facts.journal_entries > 0


def test_only_set_aside_vaults_that_are_there_are_told(vault: Vault, rights: VaultRights) -> None:
    assert "set_aside" not in {one.name for one in rights.left_behind()}
    (vault.folder.parent / f"{vault.folder.name} damaged 2026-11-03").mkdir()
    assert "set_aside" in {one.name for one in rights.left_behind()}


def test_damaged_backups_that_were_set_aside_are_told(vault: Vault, rights: VaultRights) -> None:
    file = back_up(vault)
    assert "set_aside" not in {one.name for one in rights.left_behind()}
    file.rename(file.with_name(f"{file.name}.damaged"))
    assert "set_aside" in {one.name for one in rights.left_behind()}


def test_other_cases_that_name_the_person_are_told_before_the_erasing(cases: VaultCases, rights: VaultRights) -> None:
    mine = cases.save(replace(a_case(), id="mine", revision=0, number=""))
    plain = replace(several_cases()[1], revision=0, number="", consents=())
    talks = (Talk(TODAY, what="Kam mit ihrer Schwester, Frau Al-Khatib."),)
    sister = cases.save(replace(plain, id="sister", talks=talks))
    family = cases.save(replace(plain, id="family", situation=Situation(family="Mann: الخطيب")))
    cases.save(replace(plain, id="namesake", client=a_client()))
    cases.save(replace(plain, id="longer", talks=(Talk(TODAY, what="Frau Al-Khatibova"),)))
    found = rights.mentions_of([mine.id], limit=9)
    assert {(one.case_id, one.number, one.part) for one in found} == {
        ("sister", sister.number, "talks"),
        ("family", family.number, "situation"),
    }
    assert len(rights.mentions_of([mine.id], limit=1)) == 1
    assert rights.mentions_of(["longer"], limit=9) == ()
