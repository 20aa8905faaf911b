"""Keeps what is half typed as an encrypted draft, a moment behind the typing, and puts it back after unlocking."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from iq_desktop.ui.shell.half_typed import (
    Outcome,
    find_cursor,
    find_focus,
    find_pressed,
    find_typed,
    press_again,
    put_back,
    put_cursor,
)
from iq_desktop.ui.shell.places import CASE
from iq_desktop.usecases.drafts import Cursor, Draft, HalfTyped, read_draft, write_draft
from iq_desktop.wording.text import as_it_is, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from iq_desktop.ui.shell.cover import Cover
    from iq_desktop.ui.shell.window import MainWindow
    from iq_desktop.usecases.ports import DraftStore
    from iq_desktop.usecases.progress import Progress

BEAT: Final = 600
"""Milliseconds between two looks at what is half typed: together with the writing no word is older than a second."""
_PATIENCE: Final = 60
"""Milliseconds between two tries to find a field that is built in turns."""
_TRIES: Final = 50


class DraftKeeper(QObject):
    """Looks at the window in a steady beat; the disk is written to behind it, and only when something changed."""

    def __init__(self, window: MainWindow, cover: Cover, store: DraftStore) -> None:
        """Wait for `begin`: before that an old draft must not be taken for outdated."""
        super().__init__(window)
        self._window, self._store = window, store
        self._background = window.place.background
        self._kept = Draft()
        self._is_writing = False
        self._waiting: list[HalfTyped] = []
        self._tries = 0
        self._beat = QTimer(self, interval=BEAT)
        self._beat.timeout.connect(self._look)
        self._retry = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._retry.timeout.connect(self._put_back)
        cover.closing.connect(self._remember_cursor)
        cover.opened.connect(self._forget_cursor)
        self._cursor: Cursor | None = None

    def begin(self) -> None:
        """Read the draft, put back what it holds, and keep a new one from then on."""
        self._background.run(partial(_read, self._store), self._take, self._tell, owner=self)

    @property
    def is_settled(self) -> bool:
        """Whether everything is put back."""
        return self._beat.isActive() and not self._waiting

    @property
    def has_kept_words(self) -> bool:
        """Whether words that are half typed lie on the disk."""
        return not self._kept.is_empty and not self._is_writing

    def keep(self, done: Callable[[], None], failed: Callable[[Exception], None]) -> None:
        """Write what is half typed now and call `done` when it lies on the disk, or `failed` where it does not."""
        if not self._beat.isActive():
            done()  # what was not put back yet is still in the draft of before
            return
        self._kept = draft = self._capture()
        self._background.run(partial(_write, self._store, draft), partial(_call, done), failed, owner=self)

    def keep_last(self) -> None:
        """Write what is half typed now, and look no more: the window is about to go."""
        self.keep(self._stay, self._forget)
        self._beat.stop()
        self._retry.stop()

    def _look(self) -> None:
        """Write down what is new; while a case is not saved, the draft before is nearer to what the vault holds."""
        if self._is_writing or not self._window.open_case.is_saved:
            return
        draft = self._capture()
        if draft == self._kept:
            return
        self._kept, self._is_writing = draft, True
        self._background.run(partial(_write, self._store, draft), self._end_writing, self._forget_writing, owner=self)

    def _end_writing(self, _written: None) -> None:
        self._is_writing = False

    def _forget_writing(self, _error: Exception) -> None:
        """Try again with the next look: a save that fails tells the adviser, a draft need not."""
        self._is_writing = False
        self._kept = Draft()

    def _stay(self) -> None:
        """The draft lies on the disk."""

    def _forget(self, _error: Exception) -> None:
        """Nobody is there any more who could be told; the draft of before stays."""

    def _remember_cursor(self) -> None:
        """Remember while everything is in sight where one types, for the cover takes the focus away."""
        self._cursor = find_cursor(self._window.rooms, find_focus())

    def _forget_cursor(self) -> None:
        self._cursor = None

    def _capture(self) -> Draft:
        window = self._window
        rooms = window.rooms
        spot, case = window.spot, window.open_case
        shown = spot.page or spot.place
        typed = tuple(part for name, root in rooms.items() for part in find_typed(name, root, is_shown=name == shown))
        pressed = tuple(part for name, root in rooms.items() for part in find_pressed(name, root))
        if not (typed or pressed):
            return Draft()
        return Draft(
            place=spot.place,
            case_id=case.case.id if case.is_open else "",
            page=window.case_view.page_name,
            typed=typed,
            pressed=pressed,
            cursor=self._cursor or find_cursor(rooms, find_focus()),
        )

    def _take(self, draft: Draft | None) -> None:
        if draft is None or draft.is_empty:
            self._beat.start()
            return
        self._kept = draft
        if draft.case_id:
            self._window.show_case(draft.case_id, draft.page)
        self._background.run(_stay, self._go_on, self._tell, owner=self)

    def _go_on(self, _read: None) -> None:
        """Go where the adviser was, now that the case is there, and put everything back."""
        if self._kept.place != CASE and self._kept.place:
            self._window.go_to(self._kept.place)
        for part in self._kept.pressed:
            root = self._window.rooms.get(part.room)
            if root is not None:
                press_again(root, part)
        self._waiting = list(self._kept.typed)
        self._tries = 0
        self._put_back()

    def _put_back(self) -> None:
        """Put back what can be found; what is still being built is looked for again."""
        cursor, outcomes = self._kept.cursor, {}
        for part in self._waiting:
            root: QWidget | None = self._window.rooms.get(part.room)
            goes_on = (part.room, part.field) == (cursor.room, cursor.field)
            outcomes[part] = put_back(root, part, goes_on=goes_on) if root is not None else Outcome.MISSING
        self._waiting = [part for part, outcome in outcomes.items() if outcome is Outcome.MISSING]
        self._tries += 1
        if self._waiting and self._tries < _TRIES:
            self._retry.start()
            return
        self._tell_lost([part for part, outcome in outcomes.items() if outcome is not Outcome.DONE])
        self._waiting = []
        self._put_cursor()
        QTimer.singleShot(0, self, self._put_cursor)  # rows that have just been opened have their place by then
        self._beat.start()

    def _put_cursor(self) -> None:
        root = self._window.rooms.get(self._kept.cursor.room)
        if root is not None:
            put_cursor(root, self._kept.cursor)

    def _tell_lost(self, parts: list[HalfTyped]) -> None:
        """Show words whose field is gone or holds something newer: they are not thrown away unseen."""
        words = " · ".join(part.words for part in parts if part.words.strip())
        if words:
            self._window.banner.tell(
                say("These words were half typed and have no place any more:"), "warn", as_it_is(words)
            )

    def _tell(self, error: Exception) -> None:
        self._beat.start()
        self._window.place.tell_problem(error)


def _read(store: DraftStore, progress: Progress) -> Draft | None:
    del progress
    written = store.read()
    return read_draft(written) if written else None


def _write(store: DraftStore, draft: Draft, progress: Progress) -> None:
    del progress
    if draft.is_empty:
        store.remove()
    else:
        store.write(write_draft(draft))


def _stay(progress: Progress) -> None:
    del progress


def _call(done: Callable[[], None], _written: None) -> None:
    done()
