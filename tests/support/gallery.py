"""Opens every screen without a display and leaves its picture: `python3 packaging/desk.py pictures FOLDER`.

Further arguments: `--looks de-light-100-1366x768,…` (language, theme, size of the text in percent, size of the window),
`--only unlock,wizard,window,talk,empty_window,trainee`, `--pages today,case-person`, `--translations FOLDER`. What is
clipped is printed, and makes the exit code 1.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from iq_desktop.domain.backup import BackupLook, BackupPlace, PlaceKind, PlaceState
from iq_desktop.domain.case_row import Reminder, ReminderKind
from iq_desktop.domain.centre import DeskSettings
from iq_desktop.domain.erasure import EraseReason
from iq_desktop.domain.imports import CatalogueKind, CatalogueState
from iq_desktop.domain.journal import FaultKind, FoundFault, JournalCheck
from iq_desktop.domain.procedure import Procedure
from iq_desktop.domain.role import Role
from iq_desktop.domain.talk_conversation import present_question
from iq_desktop.pdf.printer import PdfPrinter
from iq_desktop.ui.client_view.shown import Given
from iq_desktop.ui.kit.background import Background
from iq_desktop.ui.kit.fonts import load_fonts
from iq_desktop.ui.kit.theme import Scheme, install_theme
from iq_desktop.ui.screens.competences_page import CompetencesPage
from iq_desktop.ui.screens.contact_page import ContactPage
from iq_desktop.ui.screens.documents_page import DocumentsPage
from iq_desktop.ui.screens.parts.course_board import Side
from iq_desktop.ui.screens.parts.unlock_parts import Way
from iq_desktop.ui.screens.parts.webapp_card import WebappCard
from iq_desktop.ui.shell.entrance import Entrance
from iq_desktop.ui.shell.window import MainWindow
from iq_desktop.usecases.case_pages import CASE_PAGES
from iq_desktop.usecases.niq_ports import NiqForm
from iq_desktop.usecases.setting_sections import SETTING_SECTIONS
from iq_desktop.usecases.talk import continue_talk
from iq_desktop.usecases.vault_health import PART_NAMES, DamagedVault, IncompleteCase, Rescue
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say
from tests.support.builders import TODAY, several_cases
from tests.support.chance import seeded
from tests.support.compared import a_compared_case
from tests.support.course_crowd import CrowdReference
from tests.support.fakes import PRESENT_PASSWORD, a_desk, with_cases
from tests.support.followed_cases import a_case_closed_half_a_year_ago, a_followed_case
from tests.support.full_cases import a_usual_case
from tests.support.memory_backups import NOW, MemoryBackups, MemoryReturns, some_backups
from tests.support.memory_journal import MemoryJournal, a_told_journal
from tests.support.office import PASSWORD, RECOVERY_CODE, FakeAsk, FakeDoor, OfficeCases, StatesReference, a_state
from tests.support.reach import cut_words
from tests.support.referred_cases import ORGANISATIONS, a_referred_case
from tests.support.reported_cases import a_reported_case
from tests.support.setting_parts import SettingParts
from tests.support.talks import a_pack, an_answer
from tests.support.webapp_files import a_crowd, a_row, write_webapp
from tests.support.worked_cases import a_nurse_from_syria

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from iq_desktop.ui.kit.theme import Theme
    from iq_desktop.ui.screens.courses import CoursesScreen
    from iq_desktop.ui.screens.return_wizard import ReturnWizard
    from iq_desktop.ui.screens.settings import SettingsScreen
    from iq_desktop.ui.screens.unlock import UnlockScreen
    from iq_desktop.ui.screens.wizard import Wizard
    from iq_desktop.usecases.desk import Desk

PROJECT: Final = Path(__file__).resolve().parent.parent.parent


def a_full_desk(translations: Path) -> Desk:
    """Return a desk with a dozen cases, reminders and three catalogues."""
    cases = OfficeCases({case.id: case for case in several_cases()})
    cases.waiting = [
        _reminder(ReminderKind.RESIDENCE_ENDS, 2, "", -3, "person"),
        _reminder(ReminderKind.AGREED, 0, "Zeugnisse übersetzen lassen", 0, "agreement"),
        replace(_reminder(ReminderKind.APPOINTMENT, 1, "14:30 Antrag durchgehen", 0, "follow_up"), item="talk"),
        replace(_reminder(ReminderKind.TASK, 4, "Bei der IHK FOSA nachfragen", -3, "follow_up"), item="task"),
        _reminder(ReminderKind.REFERRAL_ANSWER, 3, "Deutsch für den Verkauf · Volkshochschule", 2, "referral"),
        _reminder(ReminderKind.COURSE_STARTS, 5, "Berufssprachkurs B2 · Bildungswerk Rheinland", 6, "referral"),
        _reminder(ReminderKind.RESIDENCE_ENDS, 0, "", 120, "person"),
        replace(_reminder(ReminderKind.TASK, 6, "Zeugnis aus dem Archiv schicken", None, "follow_up"), item="undated"),
        replace(_reminder(ReminderKind.ASK_DONE, 7, "Lebenslauf ergänzen", None, "follow_up"), item="asked"),
        _reminder(ReminderKind.INCOMPLETE, 8, "", None, "person"),
        _reminder(ReminderKind.INCOMPLETE, 9, "", None, "contact"),
    ]
    printer = PdfPrinter(PROJECT / "resources" / "fonts")
    reference = CrowdReference(states=_states())
    desk = a_desk(translations, reference=reference, journal=a_told_journal("usual"), printer=printer)
    return with_cases(desk, cases)


def _reminder(kind: ReminderKind, number: int, words: str, days: int | None, page: str) -> Reminder:
    case = several_cases()[number]
    due = None if days is None else TODAY + dt.timedelta(days=days)
    return Reminder(kind, case.id, case.number, case.client.full_name, page, words, due)


def _states() -> tuple[CatalogueState, ...]:
    notice = say("This program uses the ESCO classification of the European Commission.")
    counts = ((say("occupations"), 3039), (say("skills"), 13939))
    esco = CatalogueState(CatalogueKind.ESCO, "esco", "1.2.0", TODAY, counts, (), notice, dt.date(2024, 5, 15))
    places = CatalogueState(CatalogueKind.PLACES, "de", "2026", TODAY, ((say("places"), 16477),))
    return (esco, places, a_state())


@dataclass(frozen=True, slots=True)
class Look:
    """One way to look at the screens, written `de-light-100-1366x768`."""

    language: str
    scheme: str
    text_size: int
    width: int
    height: int

    @classmethod
    def read(cls, words: str) -> Look:
        """Return the look of some words; raises ValueError for others."""
        language, scheme, text_size, room = words.split("-")
        width, height = room.split("x")
        return cls(language, scheme, int(text_size), int(width), int(height))

    def settings(self) -> DeskSettings:
        """Return what an adviser sets for this look."""
        return DeskSettings(self.language, self.scheme, self.text_size)


LOOKS: Final = (
    "de-light-100-1366x768",
    "de-dark-100-1366x768",
    "de-contrast-100-1366x768",
    "en-light-100-1366x768",
    "de-light-150-1366x768",
    "de-light-200-1366x768",
    "de-contrast-200-1366x768",
    "de-light-100-960x540",
)
"""What is seen on a small laptop, with larger text, and on a screen that is magnified twice."""
_TALLEST: Final = 4000
_KINDS: Final = (
    ("language-talk", "tr"),
    ("conditions", "uk"),
    ("satisfaction", "de_simple"),
    ("digital-skills", "ar"),
    ("key-competences", "uk"),
)
"""Instruments that together ask in every way, each in another language."""


class Gallery:
    """Takes pictures of one look at a time."""

    def __init__(self, app: QApplication, theme: Theme, arguments: argparse.Namespace) -> None:
        """Keep where the pictures go and what is wanted."""
        self._app, self._theme, self._wanted = app, theme, arguments
        self.trouble: list[str] = []
        self.count = 0

    def walk(self, words: str) -> None:
        """Open everything in a look."""
        self._look = Look.read(words)
        self._folder = self._wanted.folder / words
        self._folder.mkdir(parents=True, exist_ok=True)
        self._theme.choose(Scheme(self._look.scheme))
        self._theme.choose_text_size(self._look.text_size)
        background = Background()
        for walk in (
            self._unlock,
            self._wizard,
            self._return,
            self._window,
            self._talk,
            self._kinds,
            self._empty_window,
            self._trainee,
        ):
            if not self._wanted.only or walk.__name__.strip("_") in self._wanted.only:
                for window, name, act in walk(background):
                    act()
                    self._settle(background)
                    if self._is_wanted(name):
                        self._take(window, name, background)
        background.close()

    def _is_wanted(self, name: str) -> bool:
        pages = self._wanted.pages.split(",") if self._wanted.pages else []
        return not pages or any(name.startswith(page) for page in pages)

    def _settle(self, background: Background) -> None:
        for _ in range(6):
            self._app.processEvents()
            background.wait()
        self._app.processEvents()

    def _take(self, window: QWidget, name: str, background: Background) -> None:
        self._shoot(window, name)
        hidden = max(
            (area.verticalScrollBar().maximum() for area in window.findChildren(QScrollArea) if area.isVisible()),
            default=0,
        )
        if hidden and name.startswith(("case-", "settings", "today", "trainee")):
            window.resize(self._look.width, min(self._look.height + hidden, _TALLEST))
            self._settle(background)
            self._shoot(window, f"{name}-whole")
            window.resize(self._look.width, self._look.height)

    def _shoot(self, window: QWidget, name: str) -> None:
        path = self._folder / f"{name}.png"
        window.grab().save(str(path))
        self.count += 1
        self.trouble += [f"{self._folder.name}/{path.name}: {words}" for words in cut_words(window)]

    def _shown(self, window: QWidget) -> None:
        window.resize(self._look.width, self._look.height)
        window.show()

    def _door(self) -> FakeDoor:
        return FakeDoor(a_full_desk(self._wanted.translations), spoken=self._look.language)

    def _unlock(self, background: Background) -> Iterator[Step]:
        door = self._door()
        window = Entrance(door, background, door.desk.tongue)
        screen: UnlockScreen = window.screen_shown  # type: ignore[assignment]  # there is a vault
        self._shown(window)
        yield window, "unlock-1", _nothing
        screen.password.line.setText("falsch")
        yield window, "unlock-2-wrong", screen.unlock_button.click
        yield window, "unlock-3-code", screen.other_way.click
        screen.code.setText(RECOVERY_CODE)
        yield window, "unlock-4-new-password", screen.unlock_button.click
        door.fail_with = DamagedVault(
            say("The file “{name}” of the vault is damaged.", name="cases.db"),
            say("Nothing was changed. The readable cases can be rescued, or a backup be restored."),
        )
        screen._show_way(Way.PASSWORD)
        screen.password.line.setText(PASSWORD)
        yield window, "unlock-5-damaged", screen.unlock_button.click
        lost = IncompleteCase("2026-0007", "Olena Melnyk", ((PART_NAMES["competence"], 2), (PART_NAMES["talk"], 1)))
        door.rescued = Rescue("IQ damaged 2026-11-03", 3, 400, 211, (lost,), lost_entries=4, is_without_catalogues=True)
        yield window, "unlock-6-rescued", screen._rescue
        window.close()
        window.deleteLater()

    def _wizard(self, background: Background) -> Iterator[Step]:
        door = replace(self._door(), has_vault=False)
        window = Entrance(door, background, door.desk.tongue)
        wizard: Wizard = window.screen_shown  # type: ignore[assignment]  # there is no vault
        self._shown(window)
        yield window, "wizard-1", _nothing
        yield window, "wizard-2", wizard.go_on
        yield window, "wizard-2-missing", wizard.go_on
        wizard.centre.form.show_value(door.desk.centres.centre())
        yield window, "wizard-3", wizard.go_on
        wizard.adviser.name.setText("A. Krüger")
        wizard.password.new.first.line.setText("fünf ganz verschiedene ruhige Wörter")
        wizard.password.new.second.line.setText("fünf ganz verschiedene ruhige Wörter")
        yield window, "wizard-4", wizard.go_on
        yield window, "wizard-4-words", wizard.password.new.offer
        wizard.password.new.second.line.setText(wizard.password.words)
        yield window, "wizard-5", wizard.go_on
        yield window, "wizard-5-asked", wizard.go_on
        wizard.recovery.asking.typed.setText("7KQ4 M2XD 9RTB HW3F ZC8N 5PGV")
        yield window, "wizard-6", wizard.go_on
        window.close()
        window.deleteLater()

    def _return(self, background: Background) -> Iterator[Step]:
        look = BackupLook(
            Path("IQ 2026-11-03 0918 1a2b.iqbackup"), NOW, 4_000_000, "1.0", (("adviser-1", "A. Krüger"),)
        )
        ways = MemoryReturns(code=RECOVERY_CODE, password=PASSWORD, is_taken=True, found=[look])
        door = replace(self._door(), ways_back=ways)
        ask = FakeAsk(file=Path("IQ 2026-11-03 0918 1a2b.iqbackup"))
        window = Entrance(door, background, door.desk.tongue, ask)
        self._shown(window)
        yield window, "return-1", window.show_return
        wizard: ReturnWizard = window.screen_shown  # type: ignore[assignment]  # shown just now
        yield window, "return-1-missing", wizard.go_on
        yield window, "return-1-chosen", wizard.file.choose_button.click
        yield window, "return-2-code", wizard.go_on
        yield window, "return-2-password", wizard.open.way.pills["password"].click
        wizard.open.password.line.setText("falsch")
        yield window, "return-2-wrong", wizard.go_on
        wizard.open.way.pills["code"].click()
        wizard.open.code.setText(RECOVERY_CODE)
        yield window, "return-3", wizard.go_on
        yield window, "return-4", wizard.go_on
        window.close()
        window.deleteLater()

    def _window(self, background: Background) -> Iterator[Step]:
        desk = a_full_desk(self._wanted.translations)
        desk.centres.save_settings(desk.adviser.id, self._look.settings())
        desk.cases.save(replace(a_usual_case(), id="usual", number="2026-0200"))
        for organisation in ORGANISATIONS:
            desk.organisations.put(organisation)
        window = MainWindow(desk, background, self._theme, self._look.settings(), FakeAsk())
        self._shown(window)
        yield window, "today", _nothing
        yield window, "cases", lambda: window.go_to("cases")
        self._app.processEvents()
        yield window, "cases-glance", _rest
        yield window, "cases-new", window.begin_new_case
        window.search_for_case()
        window._cases().search.setText("Schevtschenko")
        yield window, "cases-found", _rest
        window._cases().search.setText("")
        yield window, "cases-report", partial(_plan_reports, window)
        window._cases().list.tick_button.click()
        yield from self._courses(window, background)
        yield window, "settings-mine", lambda: window.go_to("settings")
        yield from self._settings(window, desk)
        for page in CASE_PAGES:
            yield window, f"case-{page.name}", partial(window.show_case, "usual", page.name)
        yield from self._papers(window)
        yield window, "case-recognition-unfolded", partial(_unfold_verdicts, window)
        desk.cases.save(replace(a_compared_case(), id="compared", number="2026-0201"))
        yield window, "case-recognition-compared", partial(_show_bench, window)
        yield from self._ways(window, desk)
        desk.cases.save(
            replace(a_nurse_from_syria(), id="grant", number="2026-0202", procedures=(Procedure(id="new"),))
        )
        yield window, "case-recognition-grant", partial(_show_section_of, window, "grant", "procedures")
        yield window, "case-recognition-costs", partial(_show_section_of, window, "usual", "costs")
        for name, case in (("followed", a_followed_case()), ("later", a_case_closed_half_a_year_ago())):
            desk.cases.save(replace(case, id=name, number=f"2026-{name}"))
            yield window, f"case-follow-up-{name}", partial(window.show_case, name, "follow_up")
        for one in ORGANISATIONS:
            desk.organisations.put(one)
        desk.cases.save(replace(a_referred_case(), id="referred", number="2026-0203"))
        yield window, "case-referral-referred", partial(window.show_case, "referred", "referral")
        desk.cases.save(a_reported_case())
        yield window, "case-niq", partial(_show_record, window)
        yield window, "case-rights-again", partial(window.show_case, "usual", "rights")
        yield from self._rights(window)
        yield window, "case-nameless", lambda: window.show_case("case-99", "contact")
        yield window, "keys", window.show_keys
        window.keys.hide()
        yield window, "finder", window.finder.open
        yield window, "finder-found", partial(_look_for, window, "ge")
        window.finder.close_again()
        yield window, "leaving", window.way_out.cover.show_leaving
        full = IqError(say("The disk is full."), say("Please free some space."))
        yield window, "leaving-failed", partial(window.way_out.cover.work.show_error, full)
        window.close()
        window.deleteLater()

    def _ways(self, window: MainWindow, desk: Desk) -> Iterator[Step]:
        """The ways of a nurse, one of them chosen and all shown, and its steps as the client reads them."""
        desk.cases.save(replace(a_nurse_from_syria(), id="planned", number="2026-0204"))
        yield window, "case-routes-planned", partial(window.show_case, "planned", "routes")
        yield window, "case-routes-chosen", partial(_choose_second_way, window)
        yield window, "case-routes-client", partial(_show_way_to_client, window)

    def _papers(self, window: MainWindow) -> Iterator[Step]:
        """Two final papers of one kind on real paper, where they went, and a word that is found in the preview."""
        window.show_case("usual", "documents")
        page = window.case_view.page
        assert isinstance(page, DocumentsPage)
        yield window, "case-documents-ready", _nothing
        yield window, "case-documents-found", partial(page.paper.bar.line.setText, "Inventur")
        yield window, "case-documents-found-marked", _rest
        page.paper.bar.line.clear()
        yield window, "case-documents-letter", partial(page.choice.choose, "what-we-agreed")
        yield window, "case-documents-final", page.finish_button.click
        yield window, "case-documents-again", partial(page.side.shelf.pills["new"].click)
        yield window, "case-documents-replaced", page.finish_button.click
        row = page.finals.rows.rows[page.finals.papers[0].id]
        yield window, "case-documents-given", row.given_button.click
        row.recipient.line.setText("Handwerkskammer Berlin")
        yield window, "case-documents-sent", row.sent_button.click

    def _talk(self, background: Background) -> Iterator[Step]:
        desk = a_full_desk(self._wanted.translations)
        desk.centres.save_settings(desk.adviser.id, self._look.settings())
        desk.cases.save(replace(a_usual_case(), id="usual", number="2026-0200"))
        window = MainWindow(desk, background, self._theme, self._look.settings(), FakeAsk())
        self._shown(window)
        yield window, "talk-competences", partial(window.show_case, "usual", "competences")
        page, stage = window.case_view.page, window.place.stage
        assert isinstance(page, CompetencesPage)
        assert stage is not None
        chance = seeded(3)
        for language, code in zip(("ar", "uk", "tr"), ("key-competences", "biography", "interests"), strict=True):
            instrument = a_pack(code)
            yield window, f"talk-{code}-1", partial(page.talks.begin, instrument, instrument.raters[0])
            screen = page.talks.screen
            assert screen is not None
            screen.speak_to_client_in(language)
            yield window, f"talk-{code}-2-{language}", screen.pane.next_button.click
            stage.turn()
            yield (
                window,
                f"talk-{code}-3-turned-{language}",
                partial(window.resize, self._look.width, self._look.height),
            )
            stage.turn_back()
            while screen.talk is not None and present_question(screen.talk) is not None:
                screen.take(an_answer(screen.talk, chance))
            yield window, f"talk-{code}-4-end", _nothing
            yield window, f"talk-{code}-5-results", screen.pane.next_button.click
            page.talks.results.close_button.click()
        window.close()
        window.deleteLater()

    def _rights(self, window: MainWindow) -> Iterator[Step]:
        page: Any = window.case_view.pages["rights"]
        yield window, "case-rights-restriction", page.restriction.unfold
        page.restriction.fold()
        yield window, "case-rights-review", page.review.unfold
        page.review.fold()
        yield window, "case-rights-erasing", page.erasing.unfold
        page.erasing.reason.editor.committed.emit(EraseReason.ASKED)
        yield window, "case-rights-erasing-typed", page.erasing.go_on
        page.erasing.fold()
        yield window, "case-rights-correction", page.corrections.add_button.click

    def _kinds(self, background: Background) -> Iterator[Step]:
        """Show each kind of question in the client's window, the sheet that came back, and the interpreter's cards."""
        desk = a_full_desk(self._wanted.translations)
        desk.centres.save_settings(desk.adviser.id, self._look.settings())
        desk.cases.save(replace(a_usual_case(), id="usual", number="2026-0200"))
        window = MainWindow(desk, background, self._theme, self._look.settings(), FakeAsk())
        self._shown(window)
        yield window, "kinds-competences", partial(window.show_case, "usual", "competences")
        page, stage = window.case_view.page, window.place.stage
        assert isinstance(page, CompetencesPage)
        assert stage is not None
        same_size = partial(window.resize, self._look.width, self._look.height)
        for code, language in _KINDS:
            instrument, seen, chance = a_pack(code), set[str](), seeded(5)
            page.talks.begin(instrument, instrument.raters[0])
            screen = page.talks.screen
            assert screen is not None
            screen.speak_to_client_in(language)
            screen.take(Given())
            stage.turn()
            while screen.talk is not None and (question := present_question(screen.talk)) is not None:
                name = f"kinds-{code}-{question.ask.value}-{language}"
                if name not in seen:
                    seen.add(name)
                    yield window, name, same_size
                screen.take(an_answer(screen.talk, chance))
                self._settle(background)
            stage.turn_back()
            page.talks.leave()
        page.talks.sheets.card.show()
        page.talks.print_sheet(a_pack("interests"))
        self._settle(background)
        sheet = continue_talk(desk, window.open_case.case, window.open_case.case.runs[-1].id)
        yield window, "kinds-sheet-mask", partial(page.talks.sheets._take_found, sheet)
        page.talks.sheets.put_away()
        window.show_case("usual", "contact")
        contact = window.case_view.page
        assert isinstance(contact, ContactPage)
        yield window, "kinds-interpreter", contact.interpreter.button.click
        stage.turn()
        yield window, "kinds-interpreter-turned", same_size
        stage.turn_back()
        window.close()
        window.deleteLater()

    def _settings(self, window: MainWindow, desk: Desk) -> Iterator[Step]:
        screen: SettingsScreen = window.screens["settings"]  # type: ignore[assignment]  # made under this name
        parts = SettingParts(screen, self._app.processEvents)
        for section in SETTING_SECTIONS:
            if section.name != "mine":
                yield window, f"settings-{section.name}", partial(screen.go_to, section.name)
        yield window, "settings-rules-unfolded", partial(_unfold_rules, screen)
        yield window, "settings-webapp-table", partial(_open_webapp_table, screen, self._folder)
        yield from self._backups(window, screen, desk)
        memory = desk.journal
        assert isinstance(memory, MemoryJournal)
        memory.outcome = JournalCheck(
            417, 1, FoundFault(FaultKind.VALUES, "8f3a27c051be", 212, NOW, "usual", "2026-0147")
        )
        yield window, "settings-journal-filters", partial(_show_section, window, screen, "journal")
        parts.journal_entries.list.filter_button.click()
        yield window, "settings-journal-fault", parts.journal_check.check
        window.go_to("settings")
        parts.catalogue_list.rows[-1].report_button.click()
        yield window, "settings-catalogues-report", _nothing
        yield window, "settings-password", parts.password.unfold
        parts.recovery.unfold()
        parts.recovery.present.line.setText(PRESENT_PASSWORD)
        yield window, "settings-code", parts.recovery.go_on
        yield window, "settings-code-asked", parts.recovery.go_on
        yield window, "settings-advisers", parts.advisers.unfold
        yield window, "settings-five-words", parts.advisers.new.offer
        desk.keys.add_adviser("B. Yılmaz", PRESENT_PASSWORD)
        yield window, "settings-colleague", partial(screen.go_to, "team")
        yield window, "settings-removal", parts.advisers.rows[1].remove_button.click
        yield window, "settings-role-cancelled", parts.advisers.cancel_button.click
        yield window, "settings-role", parts.advisers.rows[1].role_button.click
        parts.advisers.fold()
        yield window, "settings-new-key", partial(parts.new_key.offer, "B. Yılmaz")
        parts.new_key.fold()
        yield window, "settings-trust-read", parts.promises.turn

    def _backups(self, window: MainWindow, screen: SettingsScreen, desk: Desk) -> Iterator[Step]:
        memory = desk.backups
        assert isinstance(memory, MemoryBackups)
        memory.files = some_backups()
        show = partial(screen.go_to, "backups")
        yield window, "settings-backups-many", show
        well = memory.known
        memory.known = replace(well, second=None, last_outside=None, last_drill=None, outside_count=0)
        yield window, "settings-backups-reminders", show
        away = BackupPlace(Path("E:/"), PlaceKind.OTHER_DISK, PlaceState.AWAY)
        memory.known = replace(well, second=away, failed_at=NOW, damaged=("x",), last=NOW - dt.timedelta(days=2))
        yield window, "settings-backups-failed", show
        yield window, "today-backups", lambda: window.go_to("today")
        memory.known = well

    def _courses(self, window: MainWindow, background: Background) -> Iterator[Step]:
        """Look at the courses, first without a case, then for one."""
        yield window, "courses", lambda: window.go_to("courses")
        window.show_case("usual")
        self._settle(background)
        yield window, "courses-map", partial(_go_to_course_part, window, "map")
        for part in ("filters", "own", "german"):
            yield window, f"courses-{part}", partial(_go_to_course_part, window, part)
        screen: CoursesScreen = window.screens["courses"]  # type: ignore[assignment]  # made under this name
        for number in (0, 1, 2):
            screen.acts.compare(screen.board.table.rows[number])
        yield window, "courses-gathered", partial(screen.board.show_side, Side.COURSE)
        yield window, "courses-compared", screen.board.tray.button.click
        screen.acts.forget_comparison()

    def _empty_window(self, background: Background) -> Iterator[Step]:
        desk = a_desk(self._wanted.translations, reference=StatesReference())
        window = MainWindow(desk, background, self._theme, self._look.settings(), FakeAsk())
        self._shown(window)
        yield window, "empty-today", _nothing
        yield window, "empty-cases", lambda: window.go_to("cases")
        yield window, "empty-courses", lambda: window.go_to("courses")
        screen: SettingsScreen = window.areas.get("settings")  # type: ignore[assignment]  # made under this name
        for section in SETTING_SECTIONS:
            yield window, f"empty-settings-{section.name}", partial(_show_section, window, screen, section.name)
        window.close()
        window.deleteLater()

    def _trainee(self, background: Background) -> Iterator[Step]:
        full = a_full_desk(self._wanted.translations)
        desk = replace(full, adviser=replace(full.adviser, role=Role.TRAINEE))
        desk.centres.save_adviser(full.adviser)
        desk.cases.save(replace(a_usual_case(), id="usual", number="2026-0200"))
        window = MainWindow(desk, background, self._theme, self._look.settings(), FakeAsk())
        self._shown(window)
        yield window, "trainee-settings", lambda: window.go_to("settings")
        screen: SettingsScreen = window.screens["settings"]  # type: ignore[assignment]  # made under this name
        for section in ("centre", "keys", "team", "catalogues", "journal", "backups"):
            yield window, f"trainee-settings-{section}", partial(_show_section, window, screen, section)
        yield window, "trainee-follow_up", partial(window.show_case, "usual", "follow_up")
        window.close()
        window.deleteLater()


if TYPE_CHECKING:
    Step = tuple[QWidget, str, Callable[[], object]]


def _unfold_verdicts(window: MainWindow) -> None:
    """Show why some routes are open or closed."""
    window.show_case("usual", "recognition")
    page: Any = window.case_view.pages["recognition"]
    for row in list(page.sections["possible"].rows.values())[:5]:
        row.toggle()


def _open_webapp_table(screen: SettingsScreen, folder: Path) -> None:
    """Open a table of the IQ Webapp with a word that is unknown and with somebody who stands in it twice."""
    screen.go_to("webapp")
    rows = [*a_crowd(6), a_row(), a_row(ID=4712), a_row(ID=4713, Nachname="Koval", Email="", Geschlecht="Dame")]
    card = screen.pages["webapp"].parts["webapp_import"]
    assert isinstance(card, WebappCard)
    card.open_file(write_webapp(folder / "export.xlsx", rows))


def _unfold_rules(screen: SettingsScreen) -> None:
    """Show one pack with a rule that is being changed."""
    screen.go_to("rules")
    card: Any = screen.pages["rules"].parts["rule_packs"]
    pack = card.rows[-1]
    pack.toggle()
    rule = next(iter(pack.rows.values()))
    rule.toggle()
    rule.edit.click()


def _show_section(window: MainWindow, screen: SettingsScreen, name: str) -> None:
    """Show a section of the settings."""
    window.go_to("settings")
    screen.go_to(name)


def _plan_reports(window: MainWindow) -> None:
    cases = window._cases().list
    cases.tick_button.click()
    cases.tick_all([row.id for row in cases.table.rows])
    cases.selection.reported_as.emit(NiqForm.CSV)


def _show_record(window: MainWindow) -> None:
    window.show_case("reported", "follow_up")
    window.case_view.put_cursor("niq_report")


def _choose_second_way(window: MainWindow) -> None:
    page: Any = window.case_view.pages["routes"]
    ways = page.ways
    kind = list(ways.board.columns)[1]
    ways.board.columns[kind].choose_button.click()
    ways.board.more_button.click()
    ways.closed.turn()


def _show_way_to_client(window: MainWindow) -> None:
    page: Any = window.case_view.pages["routes"]
    page.ways.closed.turn()
    page.ways.steps.client_button.click()


def _show_bench(window: MainWindow) -> None:
    """Show the workbench of reference occupations with an occupation unfolded."""
    window.show_case("compared", "recognition")
    _rest()
    page: Any = window.case_view.page
    part = page.sections["reference_occupation"]
    for _pause in range(10):
        if "comparison-1" not in part.rows.rows:
            _rest()
    part.rows.rows["comparison-1"].unfold()
    page.go_to("reference_occupation")


def _show_section_of(window: MainWindow, case_id: str, section: str) -> None:
    """Show a section of the page Recognition of a case."""
    window.show_case(case_id, "recognition")
    page: Any = window.case_view.page
    page.go_to(section)


def _look_for(window: MainWindow, words: str) -> None:
    """Type into the search for everything."""
    window.finder.line.setText(words)
    window.finder.line.textEdited.emit(words)
    _rest()


def _go_to_course_part(window: MainWindow, part: str) -> None:
    window.go_to("courses")
    window.areas.go_to_part("courses", part)


def _nothing() -> None:
    """Change nothing."""


def _rest() -> None:
    """Let the pauses end after which the program searches and reads."""
    from PySide6.QtTest import QTest

    QTest.qWait(400)


def main() -> int:
    """Take all pictures, tell what is cut off, and return 1 where anything is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=PROJECT / "pictures")
    parser.add_argument("--looks", default=",".join(LOOKS))
    parser.add_argument("--only", default="")
    parser.add_argument("--pages", default="")
    parser.add_argument("--translations", type=Path, default=PROJECT / "translations")
    arguments = parser.parse_args()
    app = QApplication([])
    load_fonts(app, PROJECT / "resources" / "fonts")
    gallery = Gallery(app, install_theme(app, Scheme.LIGHT), arguments)
    for look in arguments.looks.split(","):
        gallery.walk(look)
    print("\n".join(gallery.trouble) or "nothing is clipped")
    print(f"{gallery.count} pictures in {arguments.folder}")
    return 1 if gallery.trouble else 0


if __name__ == "__main__":
    sys.exit(main())
