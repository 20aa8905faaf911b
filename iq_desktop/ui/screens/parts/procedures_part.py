"""The section Procedures of the page Recognition: what was applied for, how far it is, and what runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from iq_desktop.ui.kit.card import Card
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.problem import Problem
    from iq_desktop.ui.screens.parts.page_frame import PageFrame


class ProceduresPart(Card):
    """The procedures of a case; `changed` carries the changed case."""

    changed = Signal(object)

    def __init__(self, page: PageFrame) -> None:
        """Build the card."""
        super().__init__(say("Procedures"), page)
        self.page = page

    def show_case(self, case: CaseFile, problems: Sequence[Problem], *, is_other: bool) -> None:
        """Show the procedures of a case; never emits."""
