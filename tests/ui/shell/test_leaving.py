"""Half-typed words are kept behind the typing; idle minutes and the clipboard are watched."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QMenu, QToolTip

from iq_desktop.ui.shell.clipboard_guard import PATIENCE, ClipboardGuard
from iq_desktop.ui.shell.draft_keeper import BEAT
from iq_desktop.ui.shell.idle_watch import IdleWatch, seconds_awake
from iq_desktop.usecases.drafts import Draft, HalfTyped, read_draft, write_draft
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import as_it_is
from tests.support.setting_parts import SettingParts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from iq_desktop.ui.screens.person_page import PersonPage
    from iq_desktop.ui.screens.settings import SettingsScreen
    from iq_desktop.ui.shell.draft_keeper import DraftKeeper
    from tests.support.fakes import MemoryDrafts
    from tests.support.office import OfficeCases
    from tests.ui.conftest import Office


def line_of(office: Office, name: str) -> QLineEdit:
    page = cast("PersonPage", office.window.case_view.page)
    return cast("QLineEdit", page.form.frames[name].editor.line)  # type: ignore[attr-defined]  # a line


def type_into(line: QLineEdit, words: str) -> None:
    line.setFocus()
    line.selectAll()
    for letter in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QGuiApplication.sendEvent(line, QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter))


@pytest.fixture
def keeper(office: Office) -> DraftKeeper:
    """The keeper of the drafts, at work."""
    keeper = office.window.way_out.keeper
    keeper.begin()
    office.settle()
    return keeper


@pytest.fixture
def drafts(office: Office) -> MemoryDrafts:
    """The drafts in memory."""
    return cast("MemoryDrafts", office.window.place.desk.drafts)


def kept(drafts: MemoryDrafts) -> Draft:
    assert drafts.kept is not None
    draft = read_draft(drafts.kept)
    assert draft is not None
    return draft


def test_the_draft_follows_the_typing_and_goes_with_the_save(
    office: Office, keeper: DraftKeeper, drafts: MemoryDrafts
) -> None:
    office.open("case-1", "person")
    line = line_of(office, "family_name")
    before = line.text()
    type_into(line, "Yıld")
    keeper._look()
    office.settle()
    draft = kept(drafts)
    assert [(part.room, part.words, part.before) for part in draft.typed] == [("person", "Yıld", before)]
    assert (draft.case_id, draft.page, draft.cursor.letters) == ("case-1", "person", 4)
    office.window.flush()
    office.settle()
    keeper._look()
    office.settle()
    assert drafts.kept is None


def test_typing_never_waits_for_the_disk(office: Office, keeper: DraftKeeper, drafts: MemoryDrafts) -> None:
    office.open("case-1", "person")
    line = line_of(office, "birth")
    began, may_end = threading.Event(), threading.Event()
    write = drafts.write

    def slowly(words: bytes) -> None:
        began.set()
        may_end.wait()
        write(words)

    drafts.write = slowly  # type: ignore[method-assign]  # a slow disk
    type_into(line, "a")
    keeper._look()
    began.wait()
    for number in range(20):
        type_into(line, f"am {number}. Mai")
        keeper._look()
    assert line.text() == "am 19. Mai"
    assert drafts.written == 0
    may_end.set()
    office.settle()
    keeper._look()
    office.settle()
    assert drafts.written == 2
    assert kept(drafts).typed[0].words == "am 19. Mai"


def test_the_draft_before_stays_while_a_case_cannot_be_saved(
    office: Office, keeper: DraftKeeper, drafts: MemoryDrafts, office_cases: OfficeCases
) -> None:
    office.open("case-1", "person")
    type_into(line_of(office, "birth"), "irgendwann")
    keeper._look()
    office.settle()
    written = drafts.written
    office_cases.fail_with = IqError(as_it_is("The disk is full."))
    type_into(line_of(office, "family_name"), "Yıldız")
    office.window.flush()
    office.settle()
    type_into(line_of(office, "birth"), "")
    keeper._look()
    office.settle()
    assert drafts.written == written
    assert kept(drafts).typed[0].words == "irgendwann"
    office_cases.fail_with = None
    office.window.open_case.save_now()
    office.settle()


def test_words_whose_field_holds_something_newer_are_shown_and_not_put_over_it(
    office: Office, drafts: MemoryDrafts
) -> None:
    office.open("case-1", "person")
    line = line_of(office, "family_name")
    type_into(line, "Yıld")
    keeper = office.window.way_out.keeper
    draft = keeper._capture()
    office.window.flush()
    office.settle()
    newer = line.text()
    older = tuple(HalfTyped(part.room, part.field, "Yı", "Çelik vor langem") for part in draft.typed)
    drafts.kept = write_draft(Draft(draft.place, draft.case_id, draft.page, older))
    keeper.begin()
    office.until(lambda: keeper.is_settled)
    assert line.text() == newer
    assert "Yı" in office.window.banner.advice.text()


def test_a_draft_of_fields_that_are_gone_is_shown(office: Office, drafts: MemoryDrafts) -> None:
    lost = (HalfTyped("person", "words:no_such_field#0", "wichtig"), HalfTyped("nowhere", "words:x#0", "auch"))
    drafts.kept = write_draft(Draft("today", "", "", lost))
    keeper = office.window.way_out.keeper
    keeper.begin()
    office.until(lambda: keeper.is_settled)
    assert "wichtig · auch" in office.window.banner.advice.text()


def test_no_password_and_no_code_enter_a_draft(office: Office) -> None:
    settings: SettingsScreen = office.go_to("settings")  # type: ignore[assignment]  # made under this name
    for name in ("password", "recovery", "advisers"):
        card = getattr(SettingParts(settings, office.settle), name)
        card.unfold()
        office.settle()
        lines = card.findChildren(QLineEdit)
        assert lines
        for line in lines:
            line.setText("geheim")
            line.setModified(True)
    assert office.window.way_out.keeper._capture().typed == ()


def test_the_beat_leaves_room_for_the_writing() -> None:
    assert BEAT <= 600


def test_the_cover_closes_what_lies_over_the_window(office: Office) -> None:
    office.open("case-1", "person")
    menu, dialog = QMenu("Çelik", office.window), QDialog(office.window)
    dialog.setWindowTitle("Çelik")
    dialog.show()
    menu.popup(QPoint(10, 10))
    QToolTip.showText(QPoint(10, 10), "Çelik", office.window)
    office.window.lock()
    assert not menu.isVisible()
    assert not dialog.isVisible()
    assert not QToolTip.isVisible() or QToolTip.text() == ""
    office.window.setWindowTitle("IQ Desktop")
    office.window.go_to("cases")
    assert office.window.windowTitle() == "IQ Desktop"
    office.settle()


class Clock:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def owner(qapp: QApplication) -> Iterator[QObject]:  # noqa: ARG001  (an application)
    """What the watches belong to."""
    owner = QObject()
    yield owner
    owner.deleteLater()


def test_who_touches_nothing_is_noticed_once_in_each_span(owner: QObject) -> None:
    clock, idled = Clock(), []
    watch = IdleWatch(lambda: 60, owner, clock)
    watch.idled.connect(lambda: idled.append(clock.seconds))
    for seconds in (50, 9, 1, 59, 1, 1):
        clock.seconds += seconds
        watch.look()
    assert idled == [160.0, 220.0]
    watch.stop()


@pytest.mark.parametrize(
    "touch",
    [
        QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a"),
        QMouseEvent(
            QEvent.Type.MouseMove,
            QPoint(1, 1),
            QPoint(1, 1),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        ),
    ],
    ids=("key", "mouse"),
)
def test_every_touch_begins_the_span_anew(owner: QObject, touch: QEvent) -> None:
    clock, idled = Clock(), []
    watch = IdleWatch(lambda: 60, owner, clock)
    watch.idled.connect(lambda: idled.append(clock.seconds))
    clock.seconds += 59
    assert watch.eventFilter(owner, touch) is False
    clock.seconds += 59
    watch.look()
    watch.eventFilter(owner, QEvent(QEvent.Type.Expose))
    clock.seconds += 1
    watch.look()
    assert idled == [219.0]
    watch.stop()


def test_the_clock_never_goes_back() -> None:
    assert seconds_awake() <= seconds_awake()


@pytest.fixture
def guard(owner: QObject) -> Iterator[ClipboardGuard]:
    """The guard of a clipboard that holds what this program has copied."""
    guard = ClipboardGuard(owner, lambda: True)
    yield guard
    guard.patience.stop()
    QGuiApplication.clipboard().clear()


def test_half_a_minute_after_the_last_copy_the_clipboard_is_empty(guard: ClipboardGuard) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("Al-Khatib")
    assert guard.patience.isActive()
    assert guard.patience.interval() == PATIENCE == 30_000
    guard.patience.timeout.emit()
    assert clipboard.text() == ""
    assert not guard.patience.isActive()


def test_a_copy_stays_out_of_the_history_of_clipboards(guard: ClipboardGuard) -> None:
    clipboard = QGuiApplication.clipboard()
    rich = QMimeData()
    rich.setHtml("<b>Al-Khatib</b>")
    rich.setText("Al-Khatib")
    clipboard.setMimeData(rich)
    assert clipboard.text() == "Al-Khatib"
    assert "x-kde-passwordManagerHint" in clipboard.mimeData().formats()
    assert any("CanIncludeInClipboardHistory" in kind for kind in clipboard.mimeData().formats())
    assert guard.patience.isActive()


def test_what_others_copied_is_left_alone(owner: QObject) -> None:
    is_ours = True
    guard = ClipboardGuard(owner, lambda: is_ours)
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("Al-Khatib")
    is_ours = False
    clipboard.setText("of another program")
    assert not guard.patience.isActive()
    guard.empty()
    assert clipboard.text() == "of another program"
    clipboard.clear()
