"""Editors for several answers: ticks where there are few, chips out of a long list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from iq_desktop.ui.kit.chip import Chip
from iq_desktop.ui.kit.choice_editors import ListEditor, Options
from iq_desktop.ui.kit.editor import Editor
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.painted import Tick
from iq_desktop.ui.kit.speaking import find_tongue, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import as_it_is, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.choice import Choice
    from iq_desktop.wording.tongue import Tongue


class TicksEditor(Editor):
    """Several answers out of some, each with a tick; the value is a tuple in the order of the list."""

    def __init__(self, name: str, choices: type[Choice], parent: QWidget | None = None) -> None:
        """Build one tick box per answer."""
        super().__init__(name, parent)
        self._ticks = {choice: Tick(choice.label, self) for choice in choices}
        flow = FlowLayout(self, 3 * STEP, 0)
        for tick in self._ticks.values():
            flow.addWidget(tick)
            tick.clicked.connect(self._picked)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusProxy(next(iter(self._ticks.values())))

    def name_for_readers(self, label: str) -> None:
        """Name the group; each box names its own answer."""
        self.setAccessibleName(label)

    def _display(self, value: Any) -> None:
        for choice, tick in self._ticks.items():
            tick.setChecked(choice in (value or ()))

    def _picked(self) -> None:
        self._commit(tuple(choice for choice, tick in self._ticks.items() if tick.isChecked()))


class SeveralEditor(Editor):
    """Several answers out of a long list, as chips; the value is a tuple in the order of choosing."""

    def __init__(self, name: str, options: Options, parent: QWidget | None = None) -> None:
        """Build the chips' place and the list for the next one."""
        super().__init__(name, parent)
        self._options = options
        self._chips: list[Chip] = []
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        self._place = QWidget(self)
        self._flow = FlowLayout(self._place)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._place.setSizePolicy(policy)
        self._place.hide()
        self.add = ListEditor(f"{name}_add", self._not_chosen, self, is_long=True)
        lines.addWidget(self._place)
        lines.addWidget(self.add)
        self.setFocusProxy(self.add.box)
        self.add.show_value(None)
        self.add.committed.connect(self._add)
        self.add.misread.connect(self.misread)

    def speak(self, tongue: Tongue) -> None:
        """Name the chips in a tongue."""
        self.add.line.setPlaceholderText(tongue.speak(say("Add: type a part of the name")))
        self._display(self._value)

    def flush(self) -> bool:
        """Report what was typed into the list and not yet added."""
        return self.add.flush()

    def show_favourites(self, values: Sequence[Any]) -> None:
        """List some answers before the others."""
        self.add.show_favourites(values)

    def _not_chosen(self, tongue: Tongue) -> Sequence[tuple[Any, str]]:
        return [pair for pair in self._options(tongue) if pair[0] not in self._chosen()]

    def _chosen(self) -> tuple[Any, ...]:
        return self._value if isinstance(self._value, tuple) else ()

    def _display(self, _value: Any) -> None:
        tongue = find_tongue(self)
        if tongue is None:
            return
        names = dict(self._options(tongue))
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [Chip(as_it_is(names.get(code, str(code))), code, self._place) for code in self._chosen()]
        for chip in self._chips:
            self._flow.addWidget(chip)
            chip.removed.connect(self._remove)
            speak_part(chip)
            chip.show()
        self._place.setVisible(bool(self._chips))
        self.add.speak(tongue)

    def _add(self, value: Any) -> None:
        if value is not None:
            self.add.forget()
            self._commit((*self._chosen(), value))
            self.add.show_value(None)

    def _remove(self, value: Any) -> None:
        self._commit(tuple(code for code in self._chosen() if code != value))
        self.add.box.setFocus()
