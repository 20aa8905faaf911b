"""How long work tells how far it is, and hears that it shall stop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from iq_desktop.wording.text import Text


class Cancelled(Exception):  # noqa: N818  (not an error: the adviser wanted it)
    """The work was cancelled; nothing was changed."""


class Progress(Protocol):
    """Where long work reports its steps."""

    def step(self, done: int, total: int | None, text: Text) -> None:
        """Say how far the work is; raises Cancelled where it shall stop."""


class Silence:
    """A progress that nobody watches."""

    def step(self, done: int, total: int | None, text: Text) -> None:
        """Say nothing."""
