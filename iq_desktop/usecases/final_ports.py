"""The port of final papers: numbered, locked with their bytes in the vault, with what happened to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from iq_desktop.documents.blocks import FinalMark
    from iq_desktop.domain.document_record import Delivery, FinalPaper
    from iq_desktop.domain.rights import Act


class NoSuchPaper(IqError):  # noqa: N818  (a name that says what happened)
    """The final paper is not in the vault."""

    def __init__(self) -> None:
        """Say it in words."""
        super().__init__(say("This paper is no longer there."), say("Please open the page Documents anew."))


class DamagedPaper(IqError):  # noqa: N818  (see above)
    """What lies in the vault is not what was made final."""

    def __init__(self) -> None:
        """Say it in words."""
        super().__init__(
            say("This paper is damaged: it is not what was made final."),
            say("Please let the vault be checked in the settings, and make the paper anew."),
        )


class FinalPapers(Protocol):
    """Final papers in the vault, encrypted; each writing call is one transaction with its entry in the journal."""

    def papers_of(self, case_id: str) -> Sequence[FinalPaper]:
        """Return the final papers of a case, newest first."""

    def deliveries_of(self, case_id: str) -> Sequence[Delivery]:
        """Return what happened to the final papers of a case, oldest first."""

    def content(self, case_id: str, paper_id: str) -> bytes:
        """Return the bytes as they were made, proved by their digest; raises NoSuchPaper, DamagedPaper."""

    def make_final(self, case_id: str, wanted: FinalPaper, act: Act, draw: Callable[[FinalMark], bytes]) -> FinalPaper:
        """Keep a paper for good: with the next number, its day and its check code, which `draw` sets on its pages.

        An older one of the same kind about the same thing is marked as replaced. What `draw` raises leaves everything
        as it was, the number too. Raises NoSuchCase, Stopped where the stored case forbids the act.
        """

    def add_delivery(self, case_id: str, delivery: Delivery) -> None:
        """Keep what happened to a final paper; raises NoSuchPaper."""

    def remove_delivery(self, case_id: str, delivery_id: str) -> None:
        """Take back what was noted by mistake; nothing happens where it is not there."""

    def find_numbered(self, number: str) -> tuple[str, FinalPaper] | None:
        """Return case and paper of a number, or None where there is none; raises NotYourCase."""

    def find_coded(self, code: str) -> tuple[str, FinalPaper] | None:
        """Return case and paper of a check code, or None where it is on no final paper; raises NotYourCase."""
