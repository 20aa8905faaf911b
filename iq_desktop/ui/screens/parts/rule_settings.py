"""The section Rules of the settings: the packs with their “Stand”, to read, change, hand on, take in and set back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from iq_desktop.domain.changes import Area
from iq_desktop.domain.role import Act
from iq_desktop.ui.kit.banner import Banner
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.screens.parts.asking import ask_behind, tell_failure
from iq_desktop.ui.screens.parts.rule_offer import RuleOffer
from iq_desktop.ui.screens.parts.rule_pack_row import RulePackRow
from iq_desktop.ui.shell.ask import FileKind
from iq_desktop.usecases.instrument_ports import RefusedPack
from iq_desktop.usecases.permissions import ONLY_RESPONSIBLE, may_i
from iq_desktop.usecases.rule_words import OLD_RULES_ADVICE, old_rules_words
from iq_desktop.usecases.rules import (
    change_rules,
    export_rules,
    go_back_to_rules,
    list_rules,
    look_at_rules,
    old_packs,
    take_rules,
)
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.changes import Change
    from iq_desktop.domain.rule import RulePack
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.progress import Progress
    from iq_desktop.usecases.rules import ListedRules, OfferedRules

_FILES: Final = FileKind(say("Packs of rules"), ("*.json", "*.iqpack"))
_SAVED: Final = FileKind(say("Packs of rules"), ("*.json",))


class RulesCard(Card):
    """The packs and the way in; what counts is read again after each change."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        """Build the list."""
        hint = say("What the law allows, rule by rule, with its place in the law. The packs of the program stay.")
        super().__init__(say("Packs of rules"), parent, hint=hint)
        self._place = place
        self._may_edit = may_i(place.desk, Act.SET_RULES)
        self.rows: list[RulePackRow] = []
        self.old = Banner(self)
        self.old.setObjectName("old_packs")
        self.old.close_button.hide()
        self.add(self.old)
        self._lines = QVBoxLayout()
        self.add(self._lines)
        self.take_file = SpeakingButton(say("Take in a file"), "", "import", self)
        self.offer = RuleOffer(self)
        if self._may_edit:
            buttons = QHBoxLayout()
            buttons.addWidget(self.take_file)
            buttons.addStretch(1)
            self.add(buttons)
        else:
            self.take_file.hide()
            self.add(SpeakingLabel(ONLY_RESPONSIBLE[Act.SET_RULES], "muted", self))
        self.add(self.offer)
        self.take_file.clicked.connect(self._ask_file)
        self.offer.take_wanted.connect(self._take)
        place.changes.announced.connect(self._hear)

    def refresh(self) -> None:
        """Read again which packs count."""
        ask_behind(self, self._place, partial(list_rules, self._place.desk), self.show_packs)

    def flush(self) -> None:
        """Report what was typed; it counts only when it is saved."""
        for row in self.rows:
            row.flush()

    def show_packs(self, listed: Sequence[ListedRules]) -> None:
        """Show these packs; those that stayed the same keep what is unfolded and half changed."""
        today = self._place.desk.clock.today()
        old = old_packs((one.pack for one in listed), today)
        if old:
            self.old.tell(old_rules_words(old), "warn", OLD_RULES_ADVICE)
        else:
            self.old.clear()
        kept = {row.listed.pack.code: row for row in self.rows if row.listed in listed}
        for row in self.rows:
            self._lines.removeWidget(row)
            if row not in kept.values():
                row.hide()
                row.deleteLater()
        self.rows = [kept.get(one.pack.code) or self._make_row(one) for one in listed]
        for row in self.rows:
            self._lines.addWidget(row)

    def _make_row(self, one: ListedRules) -> RulePackRow:
        row = RulePackRow(one, self._place.desk.clock.today(), self, may_edit=self._may_edit)
        row.save_wanted.connect(self._change)
        row.back_wanted.connect(self._go_back)
        row.export_wanted.connect(self._export)
        speak_part(row)
        return row

    def _hear(self, changes: Sequence[Change]) -> None:
        if any(change.area is Area.RULES for change in changes):
            self.refresh()

    def _ask_file(self) -> None:
        path = self._place.ask.which_file(say("Which pack?"), _FILES)
        if path is not None:
            work = partial(look_at_rules, self._place.desk, path)
            self._do(work, self._show_offer)

    def _show_offer(self, offered: OfferedRules) -> None:
        self.offer.show_offer(offered, self._place.tongue().code)

    def _take(self, offered: OfferedRules) -> None:
        self._do(partial(take_rules, self._place.desk, offered), self._tell)

    def _change(self, pack: RulePack) -> None:
        self._do(partial(change_rules, self._place.desk, pack), self._tell)

    def _go_back(self, code: str, step: int) -> None:
        self._do(partial(go_back_to_rules, self._place.desk, code, step), self._tell)

    def _export(self, listed: ListedRules) -> None:
        name = f"rules-{listed.pack.code}-{listed.pack.version}.json"
        path = self._place.ask.where_to_save(say("Save the pack as a file"), name, _SAVED)
        if path is not None:
            self._do(partial(export_rules, self._place.desk, listed, path), self._tell_exported)

    def _do(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._place.background.run(partial(_without_progress, work), done, self._tell_refusal, owner=self)

    def _tell(self, changes: tuple[Change, ...]) -> None:
        self.offer.hide()
        self._place.announce(changes)
        self._place.banner.tell(say("The rules are up to date and count from now on."))

    def _tell_exported(self, _nothing: object) -> None:
        self._place.banner.tell(say("The pack is saved as a file."))

    def _tell_refusal(self, error: Exception) -> None:
        if isinstance(error, RefusedPack):
            self.offer.show_refusal(error)
        else:
            tell_failure(self._place, error)


def _without_progress(work: Callable[[], object], progress: Progress) -> object:
    del progress
    return work()
