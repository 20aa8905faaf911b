"""Every use case declares which entries it leaves in the journal, and leaves them: tried on a real vault, one by one.

A new use case needs one line here: the kinds that it leaves, with an act that shows it, or the reason why none.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from iq_desktop.app.desk_setup import VaultDoor
from iq_desktop.app.paths import find_paths
from iq_desktop.app.tongues import tongues_of
from iq_desktop.domain.case_list import CaseQuery
from iq_desktop.domain.centre import Adviser, Centre, DeskSettings, Logo
from iq_desktop.domain.document_record import PaperWay
from iq_desktop.domain.duplicate import LinkKind
from iq_desktop.domain.erasure import EraseReason
from iq_desktop.domain.journal import ENTRY_KINDS, JournalQuery
from iq_desktop.domain.qualification import Paper, Qualification, Whereabouts
from iq_desktop.domain.role import Act, Role
from iq_desktop.domain.talk import CounsellingResult
from iq_desktop.storage.key_slots import FLOOR_COST
from iq_desktop.usecases import (
    backups,
    calendars,
    case_actions,
    case_export,
    case_list,
    cases,
    centre,
    centre_export,
    duplicates,
    final_papers,
    importing,
    journal,
    keys,
    niq_reports,
    paper_receipts,
    permissions,
    person_copy,
    printing,
    retention,
    rights,
    rights_papers,
    scans,
    vault_watch,
)
from iq_desktop.usecases.desk import Desk, FirstSteps
from iq_desktop.usecases.niq_ports import NiqForm
from iq_desktop.usecases.progress import Silence
from tests.support.agency_files import a_termin, write_answer
from tests.support.builders import a_case
from tests.support.catalogue_files import write_esco
from tests.support.fakes import FixedClock
from tests.support.scan_files import a_png
from tests.support.source_code import modules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.imports import CatalogueState
    from iq_desktop.domain.scan import Scan
    from iq_desktop.usecases.keys import RecoverySheet

PASSWORD: Final = "Öl Fenster Ziege Mond Brücke"
NEXT: Final = "Berg Laterne Zug Wiese Tasse"
QUIET: Final = Silence()

VALUE: Final = "returns a value that `save_case` saves and notes"
HEADS: Final = "shows heads of cases or counts, never what is in one"
PUBLIC: Final = "nothing about a person: catalogues, instruments, rules"
OWN: Final = "what the desk shows of itself, its settings or its keys"
PREVIEW: Final = "shows a case that was opened, which is noted"
INSIDE: Final = "goes through another use case, which notes it"
TRIED: Final = "notes it; tried in the tests of its own room"

NO_ENTRY: Final = {
    VALUE: """comparisons.add_comparison
        case_owner.hand_over competences.take_up_occupation competences.give_up_occupation
        consents.draft_consent consents.give_consent consents.withdraw_consent consents.begin_release
        consents.withdraw_release follow_up.begin_talk follow_up.close_case follow_up.change_closing
        follow_up.reopen_case
        follow_up.note_six_months follow_up.ask_again_later appointments.change_appointment
        today_acts.finish_in_case today_acts.postpone_in_case
        appointments.finish_appointment appointments.postpone_by_a_week languages.set_level
        referrals.refer_to_course referrals.add_referral referral_consents.agree_to_referral
        referral_consents.take_back_agreement referral_steps.refer_again referral_steps.refer_to
        referral_steps.refer_there_again
        referral_steps.begin_incoming retention.keep_longer retention.keep_by_the_rules
        rights.restrict rights.begin_correction rights.finish_correction demo_centre.invented_case
        talk.begin_talk talk.continue_talk demo_talks.with_runs procedures.begin_procedure procedures.note_step
        courses.keep_course kept_courses.refer_to_kept
        planning.choose_way agreements.sign_on_screen
        agreements.note_signed_on_paper agreements.begin_review
        costs.add_cost costs.add_funding costs.note_grant_applied costs.leave_grant_out""",
    HEADS: """calendar_memory.find_sent
        case_list.open_list case_list.read_rows case_list.find_place case_list.list_case_ids
        case_list.list_filter_values case_list.list_views case_list.bring_lines_up_to_date cases.find_cases
        today.look_at_today favourites.find_favourites duplicates.list_links duplicates.is_known_elsewhere
        case_owner.look_at_owner case_owner.who_can_take case_owner.is_seen_by_me rights.cases_of_person
        rights.find_mentions rights.linked_cases rights_papers.what_goes
        retention.list_due_reviews retention.review_day_of sheets.find_sheet niq_reports.plan_reports""",
    PUBLIC: """comparisons.find_candidates bodies.list_bodies bodies.write_bodies
        organisations.list_organisations organisations.find_addressees
        addresses.find_address addresses.find_addresses
        planning.open_plan_law planning.list_goals planning.find_plan_courses planning.plan_ways
        plan_looks.look_for_ways german.open_german_law
        competences.find_occupations routes.rank_occupation routes.rank_occupations routes.find_courses_for_gap
        routes.find_courses
        courses.count_courses courses.find_course_places courses.own_offers course_tables.look_at_table
        course_searches.search_for_case kept_courses.kept_for_case
        routes.find_course places.find_place importing.catalogues_there instruments.list_instruments
        instruments.list_versions instruments.get_instrument instruments.look_at_pack instruments.trusted_publishers
        rules.open_rule_book rules.list_rules rules.look_at_rules rules.export_rules
        talk.try_instrument talk.feedback_of processing_record.record_of_processing processing_record.measures
        person_copy.kept_for retention.terms_of_centre rights_papers.print_record
        rights_papers.print_measures rights_papers.print_protocol rights_papers.what_stays""",
    OWN: """webapp_import.open_table webapp_import.list_imports webapp_words.import_words
        niq_reports.sender_of centre.my_centre centre.my_logo centre.my_settings centre.my_last_spot
        centre.keep_last_spot keys.who_may_open
        keys.price_of keys.offer_password keys.draw_up_recovery_sheet keys.has_centre_code permissions.may_i
        vault_watch.look_at_vault
        backups.look_at_backups backups.list_backups backups.choose_second_place backups.forget_second_place
        journal.known_for journal.list_writers""",
    PREVIEW: """start_and_end.look_back start_and_end.noted_saves missing.closing_lacks appointments.task_sources
        costs.look_at_costs shown_referrals.look_at_referrals niq_reports.record_of procedures.look_at_procedures
        procedures.step_refusal
        scans.list_scans scans.find_thumbnails checklists.list_checklists printing.print_document
        paper_matters.with_matters
        printing.document_of printing.draw told_talks.told_talks talk_paper.talk_reports
        journal_answers.asked_answers final_papers.open_final final_papers.list_finals
        final_papers.find_paper""",
    INSIDE: """journal.read_entries demo_centre.fill_demo_centre vault_watch.check_vault_if_due backups.back_up_if_due
        backups.back_up_at_exit""",
    TRIED: """today_acts.finish_reminder today_acts.postpone_reminder today_acts.undo_reminder
        courses.save_own_offer courses.remove_own_offer course_tables.take_in_table
        organisations.save_organisation organisations.remove_organisation
        bodies.save_body bodies.remove_body bodies.begin_with_kinds bodies.take_in_bodies
        bodies.put_bodies_back webapp_import.look webapp_import.take_in_cases webapp_import.undo_import
        talk.keep_talk talk.finish_talk talk.give_feedback instruments.take_pack instruments.remove_pack
        instruments.trust_publisher instruments.distrust_publisher rules.change_rules rules.take_rules
        rules.go_back_to_rules sheets.draw_up_sheet
        sheets.note_sheet""",
}
"""Use cases that leave no entry of their own, by the reason."""


@dataclass
class Office:
    """A desk on a real vault, and what its acts need."""

    desk: Desk
    folder: Path

    def case(self, **changes: object) -> CaseFile:
        """Return a new case that is saved already."""
        made = replace(a_case(), id=f"case-{self.desk.cases.count()}", number="", revision=0, **changes)  # type: ignore[arg-type]  # by name
        return self.desk.cases.save(made)

    def sheet(self) -> RecoverySheet:
        """Return a new recovery sheet that opens nothing yet."""
        return keys.draw_up_recovery_sheet(self.desk, PASSWORD)


def _change(office: Office) -> None:
    case = office.case()
    cases.save_case(office.desk, case.with_client(replace(case.client, place="Köln")))


def _close(office: Office) -> None:
    case_actions.close_cases(office.desk, [office.case().id], CounsellingResult.IN_WORK)


def _reopen(office: Office) -> None:
    case_id = office.case().id
    case_actions.close_cases(office.desk, [case_id], CounsellingResult.IN_WORK)
    case_actions.reopen_cases(office.desk, [case_id])


def _undo(office: Office) -> None:
    acted = case_actions.close_cases(office.desk, [office.case().id], CounsellingResult.IN_WORK)
    case_actions.undo_action(office.desk, acted)


def _set_apart(office: Office) -> None:
    case_actions.set_field(office.desk, [office.case().id], "is_confidential", lambda _case: True, QUIET)


def _receipt(office: Office) -> None:
    paper_receipts.make_receipt(office.desk, office.case(papers=(Paper(whereabouts=Whereabouts.CENTRE),)), "receipt")


def _export(office: Office) -> None:
    tongue = office.desk.tongue("de")
    case_export.export_cases(office.desk, CaseQuery(), ("name",), office.folder / "cases.csv", tongue, QUIET)


def _workbook(office: Office) -> None:
    wish = centre_export.WorkbookWish(is_anonymous=True)
    path, tongue = office.folder / "centre.xlsx", office.desk.tongue("de")
    office.case()
    centre_export.export_centre(office.desk, CaseQuery(), wish, path, tongue, QUIET)


def _reportable(office: Office) -> CaseFile:
    centre.save_centre(office.desk, Centre("A centre", niq_id="417"))
    return office.case(qualifications=(Qualification(goes_to_niq=True),))


def _report(office: Office) -> CaseFile:
    case = _reportable(office)
    niq_reports.report_cases(office.desk, [case.id], NiqForm.CSV, office.folder / "records.csv")
    return case


def _take_chiffres(office: Office) -> None:
    path = office.folder / "back.csv"
    path.write_text(f"{office.case().id};B-17", "utf-8")
    niq_reports.take_chiffres(office.desk, path)


def _restore_view(office: Office) -> None:
    case_list.restore_view(office.desk, case_list.keep_view(office.desk, "Mine", CaseQuery(), ("name",))[0])


def _remove_view(office: Office) -> None:
    case_list.remove_view(office.desk, case_list.keep_view(office.desk, "Mine", CaseQuery(), ("name",))[0])


def _pair(office: Office) -> tuple[CaseFile, CaseFile]:
    return office.case(), office.case()


def _link(office: Office) -> None:
    first, second = _pair(office)
    duplicates.link_cases(office.desk, first.id, second.id, LinkKind.SAME)


def _unlink(office: Office) -> None:
    first, second = _pair(office)
    duplicates.link_cases(office.desk, first.id, second.id, LinkKind.SAME)
    duplicates.unlink_cases(office.desk, first.id, second.id)


def _case_calendar(office: Office) -> None:
    path = office.folder / "one.ics"
    calendars.export_case_calendar(office.desk, office.case(), path, office.desk.tongue("de"))


def _appointment(office: Office) -> None:
    path = office.folder / "appointment.ics"
    calendars.export_appointment(office.desk, office.case(), "appointment", path, office.desk.tongue("de"))


def _table_of_journal(office: Office) -> None:
    journal.export_journal(office.desk, JournalQuery(), office.folder / "j.csv", office.desk.tongue("de"), QUIET)


def _new_adviser(office: Office) -> Adviser:
    known = {adviser.id for adviser in office.desk.keys.advisers()}
    newcomer = keys.Newcomer(f"Herr Baum {len(known)}", NEXT)
    keys.let_in(office.desk, PASSWORD, newcomer)
    return next(adviser for adviser in office.desk.keys.advisers() if adviser.id not in known)


def _let_go(office: Office) -> None:
    keys.let_go(office.desk, PASSWORD, _new_adviser(office).id)


def _give_role(office: Office) -> None:
    keys.give_role(office.desk, PASSWORD, _new_adviser(office), Role.TRAINEE)


def _centre_code(office: Office) -> None:
    sheet = office.sheet()
    keys.use_centre_sheet(office.desk, sheet, sheet.code)


def _no_centre_code(office: Office) -> None:
    _centre_code(office)
    keys.remove_centre_code(office.desk, PASSWORD)


def _recovery(office: Office) -> None:
    sheet = office.sheet()
    keys.use_recovery_sheet(office.desk, sheet, sheet.code)


def _refuse(office: Office) -> None:
    trainee = replace(office.desk, adviser=replace(office.desk.adviser, role=Role.TRAINEE))
    with pytest.raises(permissions.NotAllowed):
        permissions.require(trainee, Act.ERASE)


def _printed(office: Office) -> tuple[CaseFile, printing.Printed]:
    case = office.case()
    return case, printing.print_document(office.desk, case, printing.DOCUMENT_KINDS[1], "de", paired=False)


def _went(office: Office) -> CaseFile:
    case, draft = _printed(office)
    made = final_papers.make_final(office.desk, case, draft)
    assert made.final is not None
    final_papers.note_where_it_went(office.desk, case, made.final, PaperWay.GIVEN, "")
    return case


def _took_back(office: Office) -> None:
    case = _went(office)
    delivery = final_papers.list_finals(office.desk, case)[0].deliveries[0].delivery
    final_papers.take_back_note(office.desk, case, delivery)


def _scanned(office: Office) -> tuple[str, Scan]:
    case_id = office.case().id
    scans.take_in_scan(office.desk, case_id, "", scans.NewScan("a.png", a_png()), QUIET)
    return case_id, office.desk.scans.scans_of(case_id)[0]


def _looked_at_scan(office: Office) -> None:
    scans.show_scan(office.desk, *_scanned(office), QUIET)


def _saved_scan(office: Office) -> None:
    scans.save_scan(office.desk, *_scanned(office), office.folder / "a.png", QUIET)


def _brought_back_scan(office: Office) -> None:
    case_id, scan = _scanned(office)
    scans.remove_scan(office.desk, case_id, scan)
    scans.bring_back_scan(office.desk, case_id, scan)


def _drill(office: Office) -> None:
    backups.back_up_now(office.desk, QUIET)
    backups.drill(office.desk, QUIET)


def _copy_newest(office: Office) -> None:
    backups.back_up_now(office.desk, QUIET)
    backups.copy_newest(office.desk, office.folder, QUIET)


def _give_copy(office: Office) -> None:
    copy = person_copy.copy_of_person(office.desk, [office.case().id])
    rights.save_copy(office.desk, copy, office.folder / "copy.json", office.desk.tongue("de"))


def _save_copy_on_paper(office: Office) -> None:
    paper = rights_papers.print_copy(office.desk, [office.case().id], "de", paired=False)
    rights_papers.save_rights_paper(office.desk, paper, office.folder / "copy.pdf")


def _terms(office: Office) -> None:
    terms = retention.terms_of_centre(office.desk)
    retention.save_terms(office.desk, replace(terms, controller="Träger der Beratungsstelle"))


def _pack(office: Office) -> None:
    importing.take_in_catalogue(office.desk, write_esco(office.folder / "esco"), QUIET)


def _saved_search(office: Office) -> CatalogueState:
    answer = write_answer(office.folder / "answer.json", a_termin(1))
    state, _changes = importing.take_in_catalogue(office.desk, answer, QUIET)
    return state


def _renew(office: Office) -> None:
    importing.renew_catalogue(office.desk, _saved_search(office), office.folder / "answer.json", QUIET)


def _remove_search(office: Office) -> None:
    importing.remove_catalogue(office.desk, _saved_search(office))


ENTRIES: Final[dict[str, tuple[tuple[str, ...], Callable[[Office], object]]]] = {
    "scans.take_in_scan": (("scan_taken",), _scanned),
    "scans.take_in_scans": (
        ("scan_taken",),
        lambda one: scans.take_in_scans(one.desk, one.case().id, "", [scans.NewScan("a.png", a_png())], QUIET),
    ),
    "scans.show_scan": (("scan_seen",), _looked_at_scan),
    "scans.save_scan": (("scan_saved",), _saved_scan),
    "scans.remove_scan": (("scan_removed",), lambda one: scans.remove_scan(one.desk, *_scanned(one))),
    "scans.bring_back_scan": (("scan_brought_back",), _brought_back_scan),
    "cases.start_case": (("case_saved",), lambda one: cases.start_case(one.desk, cases.FirstAnswers())),
    "cases.save_case": (("case_saved",), _change),
    "cases.get_case": (("case_read",), lambda one: cases.get_case(one.desk, one.case().id)),
    "case_actions.assign_adviser": (
        ("case_saved",),
        lambda one: case_actions.assign_adviser(one.desk, [one.case().id], one.desk.adviser),
    ),
    "case_actions.close_cases": (("case_saved",), _close),
    "case_actions.reopen_cases": (("case_saved",), _reopen),
    "case_actions.undo_action": (("case_saved",), _undo),
    "case_actions.set_field": (("case_saved",), _set_apart),
    "case_actions.change_fields": (("case_saved",), _set_apart),
    "case_export.export_cases": (("exported",), _export),
    "centre_export.export_centre": (("exported", "case_exported"), _workbook),
    "niq_reports.report_cases": (("case_saved", "niq_reported"), _report),
    "niq_reports.report_case": (
        ("niq_reported",),
        lambda one: niq_reports.report_case(one.desk, _reportable(one), NiqForm.FORM, one.folder / "record.txt"),
    ),
    "niq_reports.take_chiffres": (("case_saved",), _take_chiffres),
    "calendars.export_case_calendar": (("calendar_exported",), _case_calendar),
    "calendars.export_appointment": (("calendar_exported",), _appointment),
    "calendars.export_my_calendar": (
        ("calendar_exported",),
        lambda one: calendars.export_my_calendar(one.desk, one.folder / "mine.ics", one.desk.tongue("de")),
    ),
    "case_list.keep_view": (
        ("view_saved",),
        lambda one: case_list.keep_view(one.desk, "Mine", CaseQuery(), ("name",)),
    ),
    "case_list.restore_view": (("view_saved",), _restore_view),
    "case_list.remove_view": (("view_removed",), _remove_view),
    "centre.save_centre": (("centre_saved",), lambda one: centre.save_centre(one.desk, Centre("Another centre"))),
    "centre.save_logo": (("logo_saved",), lambda one: centre.save_logo(one.desk, Logo(b"PNG", 2, 1))),
    "centre.save_settings": (
        ("settings_saved",),
        lambda one: centre.save_settings(one.desk, DeskSettings(text_size=130)),
    ),
    "duplicates.find_duplicates": (
        ("duplicate_seen",),
        lambda one: duplicates.find_duplicates(one.desk, _pair(one)[0]),
    ),
    "duplicates.link_cases": (("cases_linked",), _link),
    "duplicates.unlink_cases": (("cases_unlinked",), _unlink),
    "importing.take_in_catalogue": (("import",), _pack),
    "importing.renew_catalogue": (("import",), _renew),
    "importing.remove_catalogue": (("catalogue_removed",), _remove_search),
    "journal.open_journal": (("journal_read",), lambda one: journal.open_journal(one.desk, JournalQuery())),
    "journal.export_journal": (("journal_exported",), _table_of_journal),
    "journal.make_extract": (
        ("paper_made",),
        lambda one: journal.make_extract(one.desk, one.case(), JournalQuery(), "de", paired=False),
    ),
    "journal.check_journal": (("journal_checked",), lambda one: journal.check_journal(one.desk, QUIET)),
    "journal.look_up_code": (
        ("journal_code_checked",),
        lambda one: journal.look_up_code(one.desk, "7-0000-0000-0000"),
    ),
    "keys.change_my_password": (
        ("password_changed",),
        lambda one: keys.change_my_password(one.desk, PASSWORD, PASSWORD),
    ),
    "keys.use_recovery_sheet": (("recovery_code_renewed",), _recovery),
    "keys.let_in": (("adviser_added",), _new_adviser),
    "keys.let_go": (("adviser_removed",), _let_go),
    "keys.give_role": (("role_changed",), _give_role),
    "keys.use_centre_sheet": (("centre_code_made",), _centre_code),
    "keys.remove_centre_code": (("centre_code_removed",), _no_centre_code),
    "keys.give_new_key": (("key_renewed",), lambda one: keys.give_new_key(one.desk, PASSWORD, QUIET)),
    "permissions.require": (("refused",), _refuse),
    "person_copy.copy_of_person": (
        ("case_read",),
        lambda one: person_copy.copy_of_person(one.desk, [one.case().id]),
    ),
    "final_papers.make_final": (("paper_final",), lambda one: final_papers.make_final(one.desk, *_printed(one))),
    "final_papers.note_where_it_went": (("paper_went",), _went),
    "paper_receipts.make_receipt": (("paper_final",), _receipt),
    "final_papers.take_back_note": (("paper_way_taken_back",), _took_back),
    "printing.note_delivery": (("print",), lambda one: printing.note_delivery(one.desk, *_printed(one), "print")),
    "printing.save_as_file": (
        ("save",),
        lambda one: printing.save_as_file(one.desk, *_printed(one), one.folder / "a.pdf"),
    ),
    "retention.save_terms": (("privacy_terms_saved",), _terms),
    "rights.note_copy_given": (
        ("copy_given",),
        lambda one: rights.note_copy_given(one.desk, person_copy.copy_of_person(one.desk, [one.case().id]), "paper"),
    ),
    "rights_papers.print_copy": (
        ("paper_made",),
        lambda one: rights_papers.print_copy(one.desk, [one.case().id], "de", paired=False),
    ),
    "rights_papers.print_withdrawal": (
        ("paper_made",),
        lambda one: rights_papers.print_withdrawal(one.desk, one.case(), "de", paired=True),
    ),
    "rights_papers.save_rights_paper": (("copy_given",), _save_copy_on_paper),
    "rights.save_copy": (("copy_given",), _give_copy),
    "rights.erase_cases": (
        ("case_erased",),
        lambda one: rights.erase_cases(one.desk, [one.case().id], EraseReason.ASKED, QUIET),
    ),
    "rights.count_closed_cases": ((), lambda one: rights.count_closed_cases(one.desk, QUIET)),
    "vault_watch.check_vault": (("vault_checked",), lambda one: vault_watch.check_vault(one.desk, QUIET)),
    "backups.back_up_now": (("backup_made",), lambda one: backups.back_up_now(one.desk, QUIET)),
    "backups.drill": (("backup_drilled",), _drill),
    "backups.copy_newest": (("backup_copied",), _copy_newest),
}
"""What each use case leaves, and an act that shows it."""


def use_cases() -> set[str]:
    """Return every public function of the use cases that works at a desk, by room and name."""
    found = set()
    for module in modules("iq_desktop/usecases"):
        room = module.path.rsplit("/", 1)[-1].removesuffix(".py")
        for node in module.tree.body:
            if isinstance(node, ast.FunctionDef) and [one.arg for one in node.args.args][:1] == ["desk"]:
                found |= set() if node.name.startswith("_") else {f"{room}.{node.name}"}
    return found


DECLARED: Final = [*ENTRIES, *(name for names in NO_ENTRY.values() for name in names.split())]


def test_every_use_case_declares_what_it_leaves() -> None:
    assert len(set(DECLARED)) == len(DECLARED)
    assert sorted(use_cases() - set(DECLARED)) == [], "add a line to ENTRIES or NO_ENTRY"
    assert sorted(set(DECLARED) - use_cases()) == [], "no longer there"


def test_what_is_declared_has_words() -> None:
    assert {kind for kinds, _ in ENTRIES.values() for kind in kinds} <= {kind.code for kind in ENTRY_KINDS}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A desk on a new vault, at which all acts are done."""
    folder = tmp_path_factory.mktemp("office")
    paths = find_paths(folder / "vault")
    door = VaultDoor(paths, tongues_of(paths.translations), FixedClock(), FLOOR_COST)
    desk, _code = door.set_up(FirstSteps("de", Centre("Beratungsstelle"), "Frau Öztürk", PASSWORD))
    yield Office(desk, folder)
    desk.close()


@pytest.mark.parametrize("name", sorted(ENTRIES))
def test_every_use_case_leaves_what_it_declares(office: Office, name: str) -> None:
    kinds, act = ENTRIES[name]
    before = office.desk.journal.count(JournalQuery())
    act(office)
    newest = office.desk.journal.window(JournalQuery(), limit=1000)
    left = [line.kind for line in newest][: office.desk.journal.count(JournalQuery()) - before]
    assert set(kinds) <= set(left), f"{name} left {left}"
    assert office.desk.journal.verify(QUIET).is_sound
