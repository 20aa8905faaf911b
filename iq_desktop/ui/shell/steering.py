"""What each command does in the window, and the keys that lead to it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from iq_desktop.domain.centre import TEXT_SIZES
from iq_desktop.ui.shell.commands import COMMANDS, Command, Whereabouts, commands_at, find_command
from iq_desktop.ui.shell.keys import KeyWay, bind_keys
from iq_desktop.ui.shell.places import CASE, CASES, COURSES, Spot
from iq_desktop.usecases.case_pages import CASE_PAGES
from iq_desktop.usecases.centre import save_settings
from iq_desktop.usecases.course_searches import SearchKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from iq_desktop.domain.centre import DeskSettings
    from iq_desktop.domain.changes import Change
    from iq_desktop.ui.shell.finder_entries import Goal
    from iq_desktop.ui.shell.window import MainWindow
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.progress import Progress


class Steering(QObject):
    """Runs the declared commands in a window; `deeds` holds what they do, by the name of the deed."""

    def __init__(self, window: MainWindow) -> None:
        """Bind every key."""
        super().__init__(window)
        self._window = window
        self.deeds: dict[str, Callable[[str], object]] = {
            "find": self._find,
            "begin_case": self._begin_case,
            "find_case": self._find_case,
            "go_to": self._go_to,
            "show_page": self._show_page,
            "print": self._print,
            "undo": self._undo,
            "redo": self._redo,
            "next_open": self._go_to_open,
            "next_page": partial(self._step, 1),
            "page_before": partial(self._step, -1),
            "speak": self._speak,
            "wear": self._wear,
            "hide": self._hide,
            "grow": partial(self._resize, 1),
            "shrink": partial(self._resize, -1),
            "lock": self._lock,
            "quit": self._quit,
            "show_keys": self._show_keys,
            "turn_screen": self._turn_screen,
        }
        keys = {key: partial(self.run, command) for command in COMMANDS for key in command.keys}
        KeyWay(keys, window)
        bind_keys(window, keys)
        if window.place.stage is not None:
            window.place.stage.follow(window.way_out.cover)
        window.case_view.case_erased.connect(self.leave_erased_case)
        window.changes.announced.connect(window.open_case.hear)
        window.open_case.changed.connect(self.forget_offer)
        window.open_case.gone.connect(self.lay_gone_case_away)
        window.case_view.courses_wanted.connect(self.find_german_courses)
        window.case_view.header.tasks_wanted.connect(self.show_tasks)

    def leave_erased_case(self) -> None:
        """Leave a case that is gone: nothing on the screen tells of it any more."""
        self._forget_case()
        self._window.go_to(CASES)

    def forget_offer(self) -> None:
        """Take away an offer to undo the last step of the open case, but not that of the act which made this step."""
        if not self._window.open_case.is_telling:
            self._window.frame.forget_offer()

    def lay_gone_case_away(self) -> None:
        """Lay a case away that was given to somebody else or taken back in a list; who looks at another page stays."""
        is_seen = self._window.spot.place == CASE
        self._forget_case()
        if is_seen:
            self._window.go_to(CASES)

    def _forget_case(self) -> None:
        window = self._window
        for part in (window.open_case, window.case_view, window.frame, window.finder, window.areas):
            part.forget_case()
        if window.place.stage is not None:
            window.place.stage.end()

    def show_tasks(self) -> None:
        """Show what is to be done for the open case."""
        self._window.case_view.go_to_part("follow_up", "tasks")

    def find_german_courses(self) -> None:
        """Look for the German course that fits the open case."""
        self._window.go_to(COURSES)
        self._window.areas.go_to_part(COURSES, SearchKind.GERMAN.value)

    def where(self) -> Whereabouts:
        """Return where the adviser is, and what can be done there."""
        window, spot = self._window, self._window.spot
        return Whereabouts(
            place=spot.place,
            page=spot.page,
            has_case=window.open_case.is_open,
            can_undo=window.open_case.can_undo,
            can_redo=window.open_case.can_redo,
            language=window.settings.language,
            theme=window.settings.theme,
            text_size=window.settings.text_size,
            has_talk=window.place.stage is not None and window.place.stage.has_talk,
        )

    def run(self, command: Command) -> None:
        """Do what a command says, where it works."""
        if command.deed != "find":
            self._window.finder.close_again()
        if command in commands_at(self.where()):
            self.deeds[command.deed](command.value)

    def run_named(self, name: str) -> None:
        """Do what the command of a name says; raises KeyError for an unknown one."""
        self.run(find_command(name))

    def follow(self, goal: Goal) -> None:
        """Go where an entry leads that was found by name."""
        window = self._window
        if goal.command:
            self.run_named(goal.command)
        elif goal.case_id:
            window.show_case(goal.case_id)
        elif goal.page and window.open_case.is_open:
            window.show_case(window.open_case.case.id, goal.page, goal.part)
        elif goal.place == CASES:
            window.search_for_case(goal.words)
        elif goal.place:
            window.go_to(goal.place)
            window.areas.go_to_part(goal.place, goal.part)

    def _find(self, _value: str) -> None:
        self._window.finder.open()

    def _begin_case(self, _value: str) -> None:
        self._window.begin_new_case()

    def _find_case(self, _value: str) -> None:
        self._window.search_for_case()

    def _go_to(self, place: str) -> None:
        self._window.go_to(place)

    def _show_page(self, page: str) -> None:
        self._window.go_to_spot(Spot(CASE, self._window.open_case.case.id, page))

    def _print(self, _value: str) -> None:
        self._show_page("documents")

    def _undo(self, _value: str) -> None:
        self._window.steps.undo()

    def _redo(self, _value: str) -> None:
        self._window.steps.redo()

    def _go_to_open(self, _value: str) -> None:
        self._window.case_view.go_to_open()

    def _step(self, step: int, _value: str) -> None:
        names = [page.name for page in CASE_PAGES]
        at = names.index(self._window.case_view.page_name) + step
        if 0 <= at < len(names):
            self._show_page(names[at])

    def _speak(self, language: str) -> None:
        self._choose(replace(self._window.settings, language=language))

    def _wear(self, theme: str) -> None:
        self._choose(replace(self._window.settings, theme=theme))

    def _resize(self, step: int, _value: str) -> None:
        """Take the next size of the text in a direction."""
        now = self._window.settings.text_size
        sizes = TEXT_SIZES if step > 0 else TEXT_SIZES[::-1]
        other = next((size for size in sizes if (size - now) * step > 0), now)
        self._choose(replace(self._window.settings, text_size=other))

    def _choose(self, settings: DeskSettings) -> None:
        """Wear and speak otherwise at once, and keep it."""
        window = self._window
        window.apply_settings(settings)
        work = partial(_save, window.place.desk, settings)
        window.place.background.run(work, window.place.announce, window.place.tell_problem, owner=self)

    def _hide(self, _value: str) -> None:
        self._window.way_out.cover.turn()

    def _turn_screen(self, _value: str) -> None:
        if self._window.place.stage is not None:
            self._window.place.stage.turn()

    def _lock(self, _value: str) -> None:
        self._window.lock()

    def _quit(self, _value: str) -> None:
        self._window.close()

    def _show_keys(self, _value: str) -> None:
        self._window.show_keys()


def _save(desk: Desk, settings: DeskSettings, progress: Progress) -> tuple[Change, ...]:
    del progress
    return save_settings(desk, settings)
