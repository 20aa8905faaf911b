"""Everything that can be done from anywhere, declared once: it serves the keys, the list of keys and the search."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.centre import TEXT_SIZES
from iq_desktop.ui.shell.cover import HIDE_KEY
from iq_desktop.ui.shell.pill_choice import LANGUAGES, THEMES
from iq_desktop.ui.shell.places import AREAS, CASE, PLACES, TODAY
from iq_desktop.usecases.case_pages import CASE_PAGES, CasePage
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from iq_desktop.ui.kit.rail import Place

_NUMBERS: Final = "1234567890"
"""Keys for what is counted: the tenth lies right of the nine."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where the adviser is, and what can be done there; `page` is empty where no case is shown."""

    place: str = TODAY
    page: str = ""
    has_case: bool = False
    can_undo: bool = False
    can_redo: bool = False
    language: str = "de"
    theme: str = "system"
    text_size: int = 100
    has_talk: bool = False

    @property
    def is_in_case(self) -> bool:
        """Whether the page of a case is on the screen."""
        return bool(self.page)


def _always(_where: Whereabouts, _value: str) -> bool:
    return True


def _in_case(where: Whereabouts, _value: str) -> bool:
    return where.is_in_case


def _with_case(where: Whereabouts, _value: str) -> bool:
    return where.has_case


def _can_undo(where: Whereabouts, _value: str) -> bool:
    return where.is_in_case and where.can_undo


def _can_redo(where: Whereabouts, _value: str) -> bool:
    return where.is_in_case and where.can_redo


def _with_talk(where: Whereabouts, _value: str) -> bool:
    return where.has_talk


def _speaks_otherwise(where: Whereabouts, language: str) -> bool:
    return where.language != language


def _wears_another(where: Whereabouts, theme: str) -> bool:
    return where.theme != theme


def _can_grow(where: Whereabouts, _value: str) -> bool:
    return where.text_size < TEXT_SIZES[-1]


def _can_shrink(where: Whereabouts, _value: str) -> bool:
    return where.text_size > TEXT_SIZES[0]


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do: the name of the deed and what it is done with, its words, its keys, and where it works.

    `keys` are in Qt's portable form, the first are shown; `also` are other words under which it is looked for.
    """

    deed: str
    text: Text
    icon: str
    keys: tuple[str, ...] = ()
    works: Callable[[Whereabouts, str], bool] = _always
    value: str = ""
    also: Text = NOTHING

    @property
    def name(self) -> str:
        """The name by which it is remembered."""
        return f"{self.deed}:{self.value}" if self.value else self.deed

    @property
    def shown_keys(self) -> str:
        """The keys that are told, empty where it has none."""
        return self.keys[0] if self.keys else ""


def _key(modifier: str, number: int) -> tuple[str, ...]:
    return (f"{modifier}+{_NUMBERS[number]}",) if number < len(_NUMBERS) else ()


def place_commands(areas: Sequence[str] = AREAS, places: Sequence[Place] = PLACES) -> tuple[Command, ...]:
    """Return the ways to the places of the rail; the open case has no number, for it comes and goes."""
    known = {place.name: place for place in places}
    numbered = tuple(
        Command("go_to", known[name].text, known[name].icon, _key("Ctrl", number), value=name)
        for number, name in enumerate(areas)
    )
    case = known[CASE]
    return (*numbered, Command("go_to", case.text, case.icon, (), _with_case, CASE))


def page_commands(pages: Sequence[CasePage] = CASE_PAGES) -> tuple[Command, ...]:
    """Return the ways to the pages of the open case, ten of them with a key."""
    return tuple(
        Command("show_page", page.title, page.icon, _key("Alt", number), _with_case, page.name)
        for number, page in enumerate(pages)
    )


def _look_commands() -> tuple[Command, ...]:
    languages = (
        Command("speak", say("Language: {name}", name=name), "language", (), _speaks_otherwise, code)
        for code, name in LANGUAGES
    )
    themes = (
        Command("wear", say("Appearance: {name}", name=name), "sun", (), _wears_another, code) for code, name in THEMES
    )
    return (*languages, *themes)


COMMANDS: Final = (
    Command("find", say("Find everything"), "search", ("Ctrl+K",)),
    Command("begin_case", say("New case"), "plus", ("Ctrl+N",)),
    Command("find_case", say("Find a case"), "cases", ("Ctrl+F",)),
    Command("print", say("Print: the page Documents"), "print", ("Ctrl+P",), _with_case, also=say("Save as PDF …")),
    Command("undo", say("Undo"), "undo", ("Ctrl+Z",), _can_undo),
    Command("redo", say("Redo"), "redo", ("Ctrl+Shift+Z", "Ctrl+Y"), _can_redo),
    Command("next_open", say("To what is still open on this page"), "open", ("F8",), _in_case),
    Command("next_page", say("Next page"), "right", ("Ctrl+PgDown",), _in_case),
    Command("page_before", say("Page before"), "left", ("Ctrl+PgUp",), _in_case),
    *place_commands(),
    *page_commands(),
    *_look_commands(),
    Command("grow", say("Larger text"), "plus", ("Ctrl++", "Ctrl+="), _can_grow, also=say("Text size")),
    Command("shrink", say("Smaller text"), "minus", ("Ctrl+-",), _can_shrink, also=say("Text size")),
    Command("turn_screen", say("Turn the screen to the client"), "turn_screen", ("F9",), _with_talk),
    Command("hide", say("Hide everything on the screen"), "lock", (HIDE_KEY,)),
    Command("lock", say("Lock"), "lock", ("Ctrl+L",)),
    Command("quit", say("Quit"), "close", ("Ctrl+Q",)),
    Command("show_keys", say("These keys"), "info", ("F1",)),
)
"""All of them, in the order in which they are offered."""


def find_command(name: str) -> Command:
    """Return the command of a name; raises KeyError for an unknown one."""
    return {command.name: command for command in COMMANDS}[name]


def commands_at(where: Whereabouts) -> tuple[Command, ...]:
    """Return what can be done at a place."""
    return tuple(command for command in COMMANDS if command.works(where, command.value))
