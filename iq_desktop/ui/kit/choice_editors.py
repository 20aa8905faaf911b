"""Editors for one answer out of few or many, and for yes or no."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView, QWidget

from iq_desktop.ui.kit.editor import Editor
from iq_desktop.ui.kit.exclusive import ExclusiveEditor
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.painted import ChoiceBox, Pill, Tick
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.speaking import find_tongue, mark_wrong
from iq_desktop.wording.reading import MisreadError
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from iq_desktop.domain.choice import Choice
    from iq_desktop.wording.tongue import Tongue

Options: TypeAlias = Callable[["Tongue"], Sequence[tuple[Any, str]]]
"""Answers as pairs of value and words, in the order in which a language lists them."""
_FEW: Final = 4
_SHORT: Final = 48
"""Letters of all answers together that stand side by side in one line."""
_LONG_LIST: Final = 25
_TYPED: Final = 240
_LINE: Final = object()
"""In the place of a value: the line below the favourites, which is no answer."""


def options_of(choices: type[Choice]) -> Options:
    """Return the options of a fixed list of answers."""
    return partial(_spoken, choices)


def _spoken(choices: type[Choice], tongue: Tongue) -> Sequence[tuple[Any, str]]:
    return [(choice, tongue.speak(choice.label)) for choice in choices]


def choice_editor(
    name: str, choices: type[Choice], parent: QWidget | None = None, *, needs_answer: bool = False
) -> Editor:
    """Return the editor for one answer: buttons side by side for up to four short ones, else a list.

    An answer that is needed can be changed, but not taken back.
    """
    letters = sum(len(choice.label.message) for choice in choices)
    if len(choices) <= _FEW and letters <= _SHORT:
        return PillEditor(name, choices, parent, needs_answer=needs_answer)
    return ListEditor(name, options_of(choices), parent, needs_answer=needs_answer)


class PillEditor(ExclusiveEditor):
    """One answer out of a few, as radio buttons in rounded fields."""

    def __init__(
        self, name: str, choices: type[Choice], parent: QWidget | None = None, *, needs_answer: bool = False
    ) -> None:
        """Build one radio button per answer."""
        super().__init__(name, parent, needs_answer=needs_answer)
        self.pills = {choice: Pill(choice.label, self) for choice in choices}
        flow = FlowLayout(self)
        for choice, pill in self.pills.items():
            flow.addWidget(pill)
            self.enter(choice, pill)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def wanted_width(self) -> int:
        """Return the width of all answers in one line."""
        return self.sizeHint().width()


class ListEditor(Editor):
    """One answer out of a list; long lists are found by typing any part of a name."""

    def __init__(
        self,
        name: str,
        options: Options,
        parent: QWidget | None = None,
        *,
        is_long: bool = False,
        needs_answer: bool = False,
    ) -> None:
        """Keep the options, which are listed when the language is known; `is_long` ones can be typed."""
        super().__init__(name, parent)
        self._blanks = [] if needs_answer else [""]
        self.box = ChoiceBox(self)
        self._options = options
        self._favourites: tuple[Any, ...] = ()
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(12)
        self.box.setMaxVisibleItems(14)
        self.line = QLineEdit(self.box)
        self.line.setVisible(is_long)
        self._is_long = is_long
        if is_long:
            self._make_typable()
        self._fill(self.box)
        self.box.activated.connect(self._picked)

    def _make_typable(self) -> None:
        self.box.setEditable(True)
        self.box.setLineEdit(self.line)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self.box.model(), self.box)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        popup = QListView()
        popup.setProperty("role", "choices")
        completer.setPopup(popup)
        self.box.setCompleter(completer)
        self.line.editingFinished.connect(self._finish)

    def speak(self, tongue: Tongue) -> None:
        """List the options in a tongue, favourites first and apart."""
        was_blocked = self.box.blockSignals(True)
        options = self._options(tongue)
        first = [pair for value in self._favourites for pair in options if pair[0] == value]
        rest = [pair for pair in options if pair not in first]
        apart = [(_LINE, "")] if first and rest else []
        listed = [*first, *apart, *rest]
        self._values = [value for value, _words in listed]
        self.box.clear()
        self.box.addItems([*self._blanks, *(words for _value, words in first)])
        if apart:
            self.box.insertSeparator(self.box.count())
        self.box.addItems([words for _value, words in rest])
        self.box.blockSignals(was_blocked)
        self._display(self._value)

    def show_favourites(self, values: Sequence[Any]) -> None:
        """List some answers before the others."""
        if tuple(values) != self._favourites:
            self._favourites = tuple(values)
            tongue = find_tongue(self)
            if tongue is not None and not self.is_half_typed:
                self.speak(tongue)

    def wanted_width(self) -> int:
        """Return the width of the longest answer."""
        if self._is_long:
            return scaled(_TYPED)  # one types a part of the name, so that not the longest counts
        words = (self.box.itemText(row) for row in range(min(self.box.count(), _LONG_LIST)))
        return max(map(self.box.fontMetrics().horizontalAdvance, words), default=120) + scaled(60)

    _values: Sequence[Any] = ()

    @property
    def settled_words(self) -> str:
        """The words of the answer, without any typing."""
        return self.box.itemText(self._row_of(self._value))

    def _row_of(self, value: Any) -> int:
        return self._values.index(value) + len(self._blanks) if value in self._values else 0

    def _display(self, value: Any) -> None:
        row = self._row_of(value)
        self.box.setCurrentIndex(row)
        self.box.setToolTip(self.box.itemText(row))
        if self._is_long:
            self.box.setEditText(self.box.itemText(row))
            self.line.setCursorPosition(0)
            self.line.setModified(False)

    def _is_touched(self) -> bool:
        return self._is_long and self.line.isModified()

    def _read(self) -> Any:
        typed = self.box.currentText().strip().casefold()
        if not typed:
            return None
        names = [self.box.itemText(row).casefold() for row in range(len(self._blanks), self.box.count())]
        for fits in (str.__eq__, str.startswith, str.__contains__):
            found = [row for row, name in enumerate(names) if name and fits(name, typed)]
            if len(found) == 1:
                return self._values[found[0]]
        raise MisreadError(say("Please choose one from the list."))

    def _picked(self, row: int) -> None:
        self._tell(NOTHING)
        place = row - len(self._blanks)
        self._commit(self._values[place] if place >= 0 else None)

    def _tell(self, text: Text, advice: Text = NOTHING) -> None:
        super()._tell(text, advice)
        mark_wrong(self.box, wrong=self._is_misread)


class TickEditor(Editor):
    """Yes or no."""

    def __init__(self, name: str, label: Text, parent: QWidget | None = None) -> None:
        """Build the tick box, which carries the label itself."""
        super().__init__(name, parent)
        self.tick = Tick(label, self)
        self._fill(self.tick)
        self.tick.clicked.connect(self._picked)

    def _display(self, value: Any) -> None:
        self.tick.setChecked(bool(value))

    def _picked(self) -> None:
        self._commit(self.tick.isChecked())
