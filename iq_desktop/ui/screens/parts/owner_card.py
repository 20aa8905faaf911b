"""Whose case it is: the card from which it is given to a colleague, or kept for its adviser alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal

from iq_desktop.domain.role import Act
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.choice_editors import ListEditor, TickEditor
from iq_desktop.ui.kit.field_frame import FieldFrame
from iq_desktop.ui.kit.sizes import measure_by_text
from iq_desktop.ui.kit.speaking import SpeakingLabel, find_tongue
from iq_desktop.usecases.case_owner import Ownership
from iq_desktop.usecases.permissions import ONLY_RESPONSIBLE
from iq_desktop.wording.text import NOTHING, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from iq_desktop.wording.tongue import Tongue


_WIDEST: Final = 420


class OwnerCard(Card):
    """Who looks after a case; `given` carries the Adviser who shall, `turned` whether it is kept apart (bool)."""

    given = Signal(object)
    turned = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        """Build sentence, list and tick."""
        super().__init__(say("Who looks after this case"), parent)
        self._state = Ownership()
        self.owner = SpeakingLabel(NOTHING, "", self)
        self.apart = TickEditor("is_confidential", say("Only for its adviser and for responsible persons"), self)
        self.apart_hint = SpeakingLabel(say("Colleagues then find the case in no list and by no search."), "hint", self)
        self.adviser = ListEditor("hand_over", self._spoken, self)
        measure_by_text(self.adviser, most_width=_WIDEST)
        self.frame = FieldFrame(self.adviser, say("Give to"), parent=self)
        self.closed = SpeakingLabel(ONLY_RESPONSIBLE[Act.HAND_OVER], "hint", self)
        for part in (self.owner, self.apart, self.apart_hint, self.frame, self.closed):
            self.add(part)
        self.adviser.committed.connect(self._give)
        self.apart.committed.connect(self.turned)

    def show_state(self, state: Ownership) -> None:
        """Show whose case it is and what can be done about it; never emits."""
        self._state = state
        if state.is_mine:
            self.owner.show_text(say("This is your case."))
        elif state.owner:
            self.owner.show_text(say("{name} looks after this case.", name=state.owner))
        else:
            self.owner.show_text(say("Nobody looks after this case yet."))
        self.apart.show_value(state.is_confidential)
        self.apart.setVisible(state.may_keep_apart)
        self.apart_hint.setVisible(state.may_keep_apart)
        self.frame.setVisible(state.may_hand_over and bool(state.colleagues))
        self.closed.setVisible(not state.may_hand_over)
        tongue = find_tongue(self)
        if tongue is not None:
            self.adviser.speak(tongue)
        self.adviser.show_value(None)

    def _spoken(self, _tongue: Tongue) -> Sequence[tuple[Any, str]]:
        return [(one.id, one.name) for one in self._state.colleagues]

    def _give(self, adviser_id: str | None) -> None:
        self.adviser.show_value(None)
        adviser = next((one for one in self._state.colleagues if one.id == adviser_id), None)
        if adviser is not None:
            self.given.emit(adviser)
