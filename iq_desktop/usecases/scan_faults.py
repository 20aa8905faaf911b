"""Why a file is not taken in as a scan, in words and with what to do instead; codes go from process to process."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.scan import MOST_PAGES, MOST_PIXELS
from iq_desktop.usecases.scan_ports import RefusedScan
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from collections.abc import Mapping


class ScanFault(Choice):
    """What is wrong with a file."""

    EMPTY = "empty", say("The file is empty.")
    UNKNOWN = "unknown", say("This is no PDF, JPEG or PNG file.")
    OTHER_ENDING = "other_ending", say("The ending of the name says something else than the file is.")
    CUT_OFF = "cut_off", say("The end of the file is missing: it was not copied or sent whole.")
    DAMAGED = "damaged", say("The file is damaged.")
    LOCKED = "locked", say("The PDF is locked with a password.")
    NO_PAGE = "no_page", say("The PDF has no page.")
    MANY_PAGES = "many_pages", say("The PDF has more than {most} pages.", most=MOST_PAGES)
    MANY_POINTS = "many_points", say("The picture has more than {most} million points.", most=MOST_PIXELS // 10**6)
    DANGEROUS = "dangerous", say("Something in the PDF could start programs, and it cannot be left out.")
    TOO_SLOW = "too_slow", say("The file takes too long to draw. It may have been made to do harm.")
    CRASHED = "crashed", say("The file cannot be drawn: the program that tried it broke off.")

    @property
    def advice(self) -> Text:
        """What to do instead; empty where scanning anew is all."""
        return _ADVICE.get(self.value, NOTHING)

    def refused(self) -> RefusedScan:
        """Return the problem to raise."""
        return RefusedScan(self.label, self.advice)


class FaultyScan(Exception):  # noqa: N818  (a name that says what happened)
    """Raised by whoever looks at a file and finds a fault."""

    def __init__(self, fault: ScanFault) -> None:
        """Keep the fault."""
        self.fault = fault
        super().__init__(fault.value)


_PRINT_AGAIN: Final = say("Please open it in another program, print it “as a PDF”, and take that file.")
_ADVICE: Final[Mapping[str, Text]] = {
    "other_ending": say("Please ask where the file comes from, and take only what you know."),
    "cut_off": say("Please copy or send the file once more."),
    "locked": say("Please save it without a password, or print and scan it."),
    "many_pages": say("Please take it in several parts."),
    "many_points": say("Please scan it with fewer dots per inch: 300 are enough."),
    "damaged": _PRINT_AGAIN,
    "dangerous": _PRINT_AGAIN,
    "too_slow": _PRINT_AGAIN,
    "crashed": _PRINT_AGAIN,
}
