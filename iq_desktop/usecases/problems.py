"""What can go wrong with a case in the vault and on its way to paper, in words for the adviser."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from iq_desktop.domain.rights import Stop


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


class Stopped(IqError):  # noqa: N818  (a name that says what happened)
    """A restriction or a withdrawn consent forbids what was asked for; nothing was changed."""

    def __init__(self, stop: Stop) -> None:
        """Keep what forbids it."""
        self.stop = stop
        advice = say("Nothing was changed. Please look at the consents and the restriction of this case.")
        super().__init__(stop.text, advice)


class MissingGlyph(IqError):  # noqa: N818  (what it is called in the office: a letter that is missing)
    """A character that none of the fonts can draw; printing stops, since leaving it out would falsify the paper."""

    def __init__(self, character: str, field: Text | None = None) -> None:
        """Keep the character; `field` names where it stands and is added by whoever knows it."""
        self.character = character
        self.field = field
        code = f"U+{ord(character):04X}"
        shown = character if unicodedata.category(character)[0] not in "CZ" else "□"
        if field is None:
            text = say("No font can draw the character “{character}” ({code}).", character=shown, code=code)
        else:
            text = say(
                "In “{field}” stands the character “{character}” ({code}), which no font can draw.",
                field=field,
                character=shown,
                code=code,
            )
        super().__init__(text, say("Please write it in another way, then print again."))

    def in_field(self, field: Text) -> MissingGlyph:
        """Return the same problem with the field that it stands in."""
        return MissingGlyph(self.character, field)
