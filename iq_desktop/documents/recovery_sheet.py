"""The recovery sheet: the one code that opens the vault when every password is forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.documents.blocks import Code, Document, Facts, Heading, Sentences, Typed
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    import datetime as dt

    from iq_desktop.domain.centre import Centre


def make_recovery_sheet(centre: Centre, adviser_name: str, code: str, day: dt.date) -> Document:
    """Return the recovery sheet; `code` comes in groups parted by dashes."""
    return Document(
        title=say("Recovery sheet"),
        lines_below_title=(say("Keep this sheet in the safe of the centre."),),
        blocks=(
            Facts(
                (
                    (say("Counselling centre"), Typed(centre.name, say("Counselling centre"))),
                    (say("Adviser"), Typed(adviser_name, say("Adviser"))),
                    (say("Printed on"), say("{day}", day=day)),
                )
            ),
            Heading(say("Recovery code")),
            Code(tuple(code.split("-"))),
            Heading(say("When you need it")),
            Sentences(say("You forgot the password. Choose “Password forgotten?” on the first screen, type the code.")),
            Sentences(say("Whoever has this sheet and the laptop can read every case. Never keep both together.")),
            Sentences(say("The program does not keep this code. Nobody can give it to you again.")),
        ),
        footnote=say("This sheet opens all case files of the centre."),
        author=centre.name,
    )
