"""The section “Costs and funding” of the page Recognition: what it costs, who pays, and “grant first!”."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.domain.cost import Cost, CostKind, Funding, FundingSource, FundingState
from iq_desktop.forms.cost_forms import COST_FORM, FUNDING_FORM
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.short_label import ShortButton
from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.cost_sums import CostSums
from iq_desktop.ui.screens.parts.grant_panel import GrantPanel
from iq_desktop.ui.screens.parts.grant_watch import watch_of
from iq_desktop.ui.screens.parts.part_row import Described, PartRow
from iq_desktop.ui.screens.parts.row_list import RowList
from iq_desktop.usecases.cost_words import (
    GRANT_FIRST,
    amount_words,
    cost_facts,
    cost_title,
    funding_facts,
    funding_title,
    limit_words,
    stand_words,
)
from iq_desktop.usecases.costs import (
    ReasonMissing,
    add_cost,
    add_funding,
    is_begun_without_grant,
    leave_grant_out,
    look_at_costs,
    note_grant_applied,
)
from iq_desktop.usecases.parts import Parts, change_part, remove_part
from iq_desktop.wording.text import NOTHING, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.choice import Choice
    from iq_desktop.domain.problem import Problem
    from iq_desktop.ui.screens.parts.page_frame import PageFrame

_ICONS: Final = {
    FundingState.GRANTED: "good",
    FundingState.APPLIED: "clock",
    FundingState.REFUSED: "close",
    FundingState.LEFT_OUT: "not_now",
}


class CostsPart(QWidget):
    """The cost plan of a case; `changed` carries the changed case."""

    changed = Signal(object)

    def __init__(self, page: PageFrame) -> None:
        """Build the warning, the costs and who pays them."""
        super().__init__(page)
        self.page = page
        self.watch = watch_of(page)
        self._terms = page.place.desk.cost_terms()
        self.guard = GrantPanel(self)
        self.cost_card = Card(
            say("Costs"), self, hint=say("One press adds a usual item; the amount is yours to check.")
        )
        self.cost_buttons = {kind: self._adder(kind) for kind in CostKind}
        self.costs = RowList(self._make_cost, self._show_cost, self, gap=0)
        self.sums = CostSums(self)
        self.stand = SpeakingLabel(NOTHING, "hint", self)
        self.funding_card = Card(say("Who pays"), self, hint=say("What nobody pays is the own share."))
        self.funding_buttons = {source: self._adder(source) for source in FundingSource}
        self.fundings = RowList(self._make_funding, self._show_funding, self, gap=0)
        self._place()
        self.guard.applied.connect(self._note_applied)
        self.guard.left_out.connect(self._leave_out)
        self.watch.renewed.connect(self._show_warning)

    def _adder(self, what: Choice) -> ShortButton:
        button = ShortButton(what.label, "", "plus", self)
        button.setObjectName(f"add_{what.value}")
        button.clicked.connect(self._add)
        return button

    def _place(self) -> None:
        shelves: tuple[tuple[Card, Mapping[Any, ShortButton], RowList], ...] = (
            (self.cost_card, self.cost_buttons, self.costs),
            (self.funding_card, self.funding_buttons, self.fundings),
        )
        for card, buttons, rows in shelves:
            flow = FlowLayout(gap=STEP)
            for button in buttons.values():
                flow.addWidget(button)
            card.add(flow)
            card.add(rows)
        self.cost_card.add(self.sums)
        self.cost_card.add(self.stand)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2 * STEP)
        for part in (self.guard, self.cost_card, self.funding_card):
            lines.addWidget(part)

    def show_case(self, case: CaseFile, problems: Sequence[Problem], *, is_other: bool) -> None:
        """Show the cost plan of a case; never emits."""
        del problems
        if is_other:
            self.costs.show_values(())
            self.fundings.show_values(())
        shown = look_at_costs(self.page.place.desk, case)
        for rows, members in ((self.costs, case.costs), (self.fundings, case.fundings)):
            rows.show_values(members)
            rows.setVisible(bool(members))
        self.sums.show_plan(shown.plan)
        self.sums.setVisible(bool(case.costs))
        self.stand.show_text(stand_words(shown.terms))
        self._show_warning()

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        for row in (*self.costs.rows.values(), *self.fundings.rows.values()):
            row.flush()

    def go_to(self, field: str) -> None:
        """Go to the warning where there is one, else to where something is added; KeyError for another field."""
        if field not in {"costs", "fundings"}:
            raise KeyError(field)
        if not self.guard.isHidden():
            self.guard.put_cursor()
        elif field == "costs":
            self.cost_buttons[CostKind.FEE].setFocus()
        else:
            self.funding_buttons[FundingSource.RECOGNITION_GRANT].setFocus()

    @property
    def _case(self) -> CaseFile:
        return self.page.open_case.case

    def _show_warning(self) -> None:
        self.guard.show_warning(self.watch.find_warning(self._case))

    def _make_cost(self, cost: Cost) -> PartRow:
        return self._row(PartRow(COST_FORM, cost, self._describe_cost, self.costs), self._change_cost)

    def _make_funding(self, funding: Funding) -> PartRow:
        row = PartRow(FUNDING_FORM, funding, _describe_funding, self.fundings)
        return self._row(row, self._change_funding)

    def _row(self, row: PartRow, change: Any) -> PartRow:
        row.setProperty("role", "")
        row.fit_tightly()
        row.changed.connect(change)
        row.removed.connect(self._remove)
        return row

    def _show_cost(self, row: PartRow, cost: Cost, _number: int) -> None:
        row.show_value(cost, cost.problems(self.page.place.desk.clock.today()))

    def _show_funding(self, row: PartRow, funding: Funding, _number: int) -> None:
        row.show_value(funding, funding.problems(self.page.place.desk.clock.today()))

    def _describe_cost(self, cost: Cost) -> Described:
        icon = "good" if cost.paid_on else "euro"
        return Described(icon, cost_title(cost), cost_facts(cost, self._case, self._terms), amount_words(cost))

    def _add(self) -> None:
        self.flush()
        desk, pressed = self.page.place.desk, self.sender()
        kind = next((one for one, button in self.cost_buttons.items() if button is pressed), None)
        if kind is not None:
            case, cost = add_cost(desk, self._case, kind)
            self.page.change_with_undo(case, say("Added: {what}", what=kind.label))
            self._begin(self.costs, cost.id)
            return
        source = next(one for one, button in self.funding_buttons.items() if button is pressed)
        case, added = add_funding(desk, self._case, source)
        self.page.change_with_undo(case, say("Added: {what}", what=source.label))
        self._begin(self.fundings, added[0].id)

    def _begin(self, rows: RowList, identity: str) -> None:
        row = rows.rows.get(identity)
        if row is not None:
            row.begin()

    def _change_cost(self, cost: Cost) -> None:
        before = next((one for one in self._case.costs if one.id == cost.id), None)
        warning = self.watch.find_warning_now(self._case) if is_begun_without_grant(before, cost) else None
        case = change_part(self._case, Parts.COSTS, cost)
        if warning is None:
            self.changed.emit(case)
            return
        self.page.change(case)
        advice = say("What has begun already is usually not paid later. Take it back, or say above why you go on.")
        self.page.place.banner.tell(GRANT_FIRST, "danger", advice, act_name=say("Undo"), act=self.page.open_case.undo)

    def _change_funding(self, funding: Funding) -> None:
        self.changed.emit(change_part(self._case, Parts.FUNDINGS, funding))

    def _remove(self, part: Cost | Funding) -> None:
        is_cost = isinstance(part, Cost)
        told = say("The cost was removed.") if is_cost else say("The funding was removed.")
        parts = Parts.COSTS if is_cost else Parts.FUNDINGS
        self.page.change_with_undo(remove_part(self._case, parts, part), told)

    def _note_applied(self) -> None:
        case = note_grant_applied(self.page.place.desk, self._case)
        self.page.change_with_undo(case, say("Noted: the recognition grant was applied for."))

    def _leave_out(self, reason: str) -> None:
        try:
            case = leave_grant_out(self.page.place.desk, self._case, reason)
        except ReasonMissing as missing:
            self.page.place.banner.tell_error(missing)
            self.guard.reason.setFocus()
            return
        self.page.change_with_undo(case, say("Noted: it goes on without the recognition grant."))


def _describe_funding(funding: Funding) -> Described:
    icon = _ICONS.get(funding.state, "euro")
    return Described(icon, funding_title(funding), funding_facts(funding), limit_words(funding.amount))
