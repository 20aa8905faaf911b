"""What every screen is handed: the desk, the background, both tongues, and where to tell and ask things."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from iq_desktop.ui.client_view.stage import ClientStage
from iq_desktop.ui.kit.background import Background
from iq_desktop.ui.shell.announcements import Announcements
from iq_desktop.ui.shell.ask import AskPort
from iq_desktop.usecases.desk import Desk
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import NOTHING, Text
from iq_desktop.wording.tongue import Tongue

if TYPE_CHECKING:
    from iq_desktop.domain.changes import Change


class BannerPort(Protocol):
    """The place above the page where a message appears and stays until it is closed or outlived."""

    def tell(
        self,
        text: Text,
        kind: str = "good",
        advice: Text = NOTHING,
        act_name: Text = NOTHING,
        act: Callable[[], None] | None = None,
    ) -> None:
        """Show a message of a kind (`good`, `info`, `warn`, `danger`), with a button where there is something to do."""

    def tell_error(self, error: IqError, act_name: Text = NOTHING, act: Callable[[], None] | None = None) -> None:
        """Show what went wrong and what to do."""

    def clear(self) -> None:
        """Take the message away."""


@dataclass(frozen=True, slots=True)
class Workplace:
    """The surroundings of a screen."""

    desk: Desk
    background: Background
    tongue: Callable[[], Tongue]
    """Gives the adviser's present tongue."""
    client_tongue: Callable[[str], Tongue | None]
    """Gives the tongue of a client's language, or None where nobody has written its texts."""
    changes: Announcements
    """Its signal `announced` carries the tuple of changes after each use case that changed something."""
    banner: BannerPort
    ask: AskPort
    stage: ClientStage | None = None
    """The client's side of the program; tests of single screens do without."""

    def announce(self, changes: tuple[Change, ...]) -> None:
        """Tell every open screen what was changed."""
        self.changes.announce(changes)

    def tell_problem(self, error: Exception) -> None:
        """Show what went wrong where the adviser can mend it; everything else goes on to the crash report."""
        if not isinstance(error, IqError):
            raise error
        self.banner.tell_error(error)
