"""What single things of an entry are called, and which of them say nothing to a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.forms.centre_forms import LETTER_FORM
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from collections.abc import Mapping

SILENT: Final = frozenset({"id", "entries", "columns", "ends", "generation", "dates", "gone", "mine"})
"""What keeps things together and says nothing to a person."""
_OWN: Final = {
    "words": NOTHING,
    "document": NOTHING,
    "way": NOTHING,
    "outcome": NOTHING,
    "kind": NOTHING,
    "name": say("Name"),
    "adviser": say("Adviser"),
    "adviser_id": say("Adviser"),
    "owner_id": say("Adviser"),
    "failed": say("Failed before"),
    "count": say("How often"),
    "first": say("First"),
    "last": say("Last"),
    "moments": say("When"),
    "other": say("Other case"),
    "language": say("Language"),
    "theme": say("Appearance"),
    "text_size": say("Text size"),
    "lock_after_minutes": say("Minutes until the program locks itself"),
    "hide_from_capture": say("Hidden from pictures of the screen"),
    "cases": say("Cases"),
    "bad_pages": say("Unreadable pages"),
    "incomplete": say("Incomplete cases"),
    "role": say("Role"),
    "reason": NOTHING,
    "act": NOTHING,
    "form": NOTHING,
    "erasure": say("Number of the erasing"),
    "rows": say("Rows"),
    "made_at": say("Backup of"),
    "erased_again": say("Cases erased again"),
    "code": say("Code"),
    "version": say("Version"),
    "compared": say("Rows compared"),
    "good": say("Everything as it was"),
    "restricted": NOTHING,
    "entry": say("Entry"),
    "scan": NOTHING,
    "pages": say("Pages"),
    "octets": say("Bytes"),
    "logo": say("Size in pixels"),
    "number": say("Number"),
    "recipient": say("To whom"),
    "step": say("State"),
    "origin": NOTHING,
    "kept_on": say("Kept on"),
    "kept_by": say("Kept by"),
}
"""What single things are called; those without a label speak for themselves."""

LABELS: Final[Mapping[str, Text]] = {**{one.name: one.label for one in LETTER_FORM.fields()}, **_OWN}
"""All of them, with the fields of the letterhead."""
