"""What can go wrong with a case in the vault, in words for the adviser."""

from __future__ import annotations

from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say


class RivalSave(IqError):  # noqa: N818  (a name that says what happened)
    """Somebody else saved the same case meanwhile; nothing was overwritten."""

    def __init__(self) -> None:
        """Say it in words."""
        super().__init__(
            say("Somebody else changed this case meanwhile."),
            say("Choose which version stays. Nothing was overwritten."),
        )


class NoSuchCase(IqError):  # noqa: N818  (a name that says what happened)
    """The case is not in the vault."""

    def __init__(self) -> None:
        """Say it in words."""
        super().__init__(say("This case is no longer there."), say("Please choose another one from the list of cases."))
