"""The fast mask for a filled-in sheet: one key for each line, numbers of the ranking, words that were written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.domain.instrument import Ask
from iq_desktop.domain.sheet_lines import SheetLine
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.field_frame import FieldFrame
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.page_area import PageArea
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.kit.table import ROW_HEIGHT, Column, RowTable
from iq_desktop.ui.kit.text_editors import LineEditor
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.talk_words import in_ours
from iq_desktop.usecases.sheet_typing import SheetTyping, go_back, go_to_line, press_box, read_numbers
from iq_desktop.usecases.sheets import SheetAnswers, lines_of_sheet, ranked_sections, with_sheet
from iq_desktop.usecases.talk import item_name, item_words
from iq_desktop.wording.text import NOTHING, Text, as_it_is, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QKeyEvent

    from iq_desktop.domain.instrument import Section
    from iq_desktop.domain.talk_conversation import Conversation
    from iq_desktop.wording.tongue import Tongue

_SHOWN_LINES: Final = 9
_MOST: Final = 5


@dataclass(frozen=True, slots=True)
class MaskRow:
    """One line of the mask: its number, its words, and what was ticked in words."""

    line: SheetLine
    words: str
    ticked: str


class MaskTable(RowTable):
    """The lines; `pressed` carries the number of a box, `stepped_back` goes to the line before."""

    pressed = Signal(int)
    stepped_back = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take number keys and Backspace."""
        if event.text().isascii() and event.text().isdigit():
            self.pressed.emit(int(event.text()))
        elif event.key() == Qt.Key.Key_Backspace:
            self.stepped_back.emit()
        else:
            super().keyPressEvent(event)


class SheetMask(QWidget):
    """A sheet that is typed in; `filled` carries the talk with its answers, `left` tells that nothing is to be kept."""

    filled = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the mask without a sheet."""
        super().__init__(parent)
        self.setObjectName("sheet_mask")
        self.talk: Conversation | None = None
        self.typing = SheetTyping(())
        self._language = "de"
        columns = (
            Column("number", say("No."), lambda row, _: str(row.line.number), 0, to_right=True),
            Column("words", say("Line"), lambda row, _: str(row.words), 3),
            Column("ticked", say("Ticked"), lambda row, _: str(row.ticked), 1),
        )
        self.card = Card(say("Type in a sheet"), self)
        self.keys = SpeakingLabel(NOTHING, "hint", self)
        self.table = MaskTable(say("Lines of the sheet"), columns, lambda row: row.line.number, parent=self)
        self.sum = SpeakingLabel(NOTHING, "strong", self, wrap=False)
        self.trouble = SpeakingLabel(NOTHING, "danger", self)
        self.cancel = SpeakingButton(say("Cancel"), "plain", parent=self)
        self.keep = SpeakingButton(say("Take the answers over"), "primary", "check", self)
        self._more = QVBoxLayout()
        self._fields: list[QWidget] = []
        self.rankings: dict[str, LineEditor] = {}
        self.examples: dict[str, list[tuple[LineEditor, LineEditor]]] = {}
        self.words: dict[str, LineEditor] = {}
        self._place()
        self.table.pressed.connect(self._press)
        self.table.stepped_back.connect(self._step_back)
        self.table.clicked.connect(self._go_to_clicked)
        self.cancel.clicked.connect(self.left)
        self.keep.clicked.connect(self._keep)

    def _place(self) -> None:
        self.table.setMinimumHeight(scaled(ROW_HEIGHT) * _SHOWN_LINES)
        self._more.setSpacing(STEP)
        inside = QWidget(self)
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 0, 0)
        self.card.add(self.keys)
        self.card.add(self.table)
        self.card.body.addLayout(self._more)
        lines.addWidget(self.card)
        lines.addStretch(1)
        foot = FlowLayout(gap=STEP)
        for part in (self.keep, self.cancel, self.sum):
            foot.addWidget(part)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(2 * STEP, STEP, 2 * STEP, 2 * STEP)
        outside.setSpacing(STEP)
        outside.addWidget(PageArea(inside, parent=self), 1)
        outside.addWidget(self.trouble)
        outside.addLayout(foot)

    def begin(self, talk: Conversation, language: str) -> None:
        """Show the sheet of a talk, without ticks; `language` is that of the adviser's screen."""
        self.talk, self._language = talk, language
        self.typing = SheetTyping(lines_of_sheet(talk))
        self.card.heading.show_text(
            say("Sheet: {name}", name=in_ours(talk.instrument, language, "title")),
        )
        self._tell(NOTHING)
        self._build_fields(talk)
        self._show()
        self.table.setFocus()

    def speak(self, tongue: Tongue) -> None:
        """Show the lines in the adviser's tongue."""
        if self.talk is not None and tongue.code != self._language:
            self._language = tongue.code
            self._show()

    def _show(self) -> None:
        talk = self.talk
        if talk is None:
            return
        rows = [MaskRow(line, self._words(talk, line), self._ticked(talk, line)) for line in self.typing.lines]
        self.table.show_rows(rows)
        present = self.typing.present
        if present is None:
            self.table.clearSelection()
        else:
            self.table.choose(present.number)
        self.keys.show_text(self._key_words(talk, present))
        count, of = self.typing.answered, len(self.typing.lines)
        self.sum.show_text(say("{count} of {of} lines ticked", count=count, of=of))

    def _words(self, talk: Conversation, line: SheetLine) -> str:
        return item_words(talk, line.item.code, self._language)

    def _ticked(self, talk: Conversation, line: SheetLine) -> str:
        box = self.typing.boxes.get(line.number)
        if box is None:
            return ""
        return self._step(talk, line, box) if box else "–"

    def _step(self, talk: Conversation, line: SheetLine, box: int) -> str:
        section = next(one for one in talk.instrument.sections if one.code == line.section)
        if not section.scale:
            return "✓"
        return talk.instrument.words(self._language, f"scale.{section.scale}.{line.values[box - 1]}")

    def _key_words(self, talk: Conversation, line: SheetLine | None) -> Text:
        if line is None:
            return say("Every line is typed in. Please compare, then take the answers over.")
        steps = " · ".join(f"{box} = {self._step(talk, line, box)}" for box in range(1, len(line.values) + 1))
        return say("One key for each line: {steps} · 0 = nothing ticked. Backspace goes back.", steps=steps)

    def _press(self, box: int) -> None:
        self.typing = press_box(self.typing, box)
        self._show()

    def _step_back(self) -> None:
        self.typing = go_back(self.typing)
        self._show()

    def _go_to_clicked(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.typing = go_to_line(self.typing, row.line.number)
            self._show()

    def _build_fields(self, talk: Conversation) -> None:
        for field in self._fields:
            self._more.removeWidget(field)
            field.hide()
            field.deleteLater()
        self._fields, self.rankings, self.examples, self.words = [], {}, {}, {}
        for section in talk.instrument.sections:
            self._fields += self._fields_of(talk, section)
        for field in self._fields:
            self._more.addWidget(field)
            speak_part(field)

    def _fields_of(self, talk: Conversation, section: Section) -> Iterator[QWidget]:
        title = in_ours(talk.instrument, self._language, f"section.{section.code}")
        if section.ask is Ask.RANK:
            editor = self.rankings[section.code] = LineEditor(f"ranking_{section.code}", self)
            yield FieldFrame(editor, title, say("The numbers in their order, such as 12 4 7"), self)
        elif section.ask is Ask.WORDS and section.source is not None:
            ranked = next((one for one in talk.instrument.sections if one.code == section.source.section), None)
            pairs = self.examples[section.code] = []
            for place in range(1, ((ranked.most if ranked else 0) or _MOST) + 1):
                yield self._example(pairs, section.code, place)
        elif section.ask is Ask.WORDS:
            for item in section.items:
                editor = self.words[f"{section.code}.{item.code}"] = LineEditor(f"words_{item.code}", self)
                yield FieldFrame(editor, as_it_is(item_name(talk, item.code, self._language)), NOTHING, self)

    def _example(self, pairs: list[tuple[LineEditor, LineEditor]], section: str, place: int) -> QWidget:
        number = LineEditor(f"example_number_{section}_{place}", self)
        words = LineEditor(f"example_words_{section}_{place}", self)
        pairs.append((number, words))
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(STEP)
        line.addWidget(FieldFrame(number, say("No."), NOTHING, row), 1)
        line.addWidget(FieldFrame(words, say("Example from life"), NOTHING, row), 7)
        return row

    def _keep(self) -> None:
        talk = self.talk
        answers = self._answers(talk) if talk is not None else None
        if talk is None or answers is None:
            return
        self.filled.emit(with_sheet(talk, answers))

    def _answers(self, talk: Conversation) -> SheetAnswers | None:
        """Return what was typed, or None after telling what cannot be."""
        lines = self.typing.lines
        ranked: dict[str, tuple[int, ...]] = {}
        for code in ranked_sections(talk.instrument):
            section = next(one for one in talk.instrument.sections if one.code == code)
            mine = tuple(line for line in lines if section.source is None or line.section == section.source.section)
            numbers = read_numbers(self.rankings[code].line.text(), mine, section.most or _MOST)
            if numbers is None:
                self._refuse(self.rankings[code])
                return None
            ranked[code] = numbers
        words = {question: editor.line.text() for question, editor in self.words.items() if editor.line.text().strip()}
        by_number = {line.number: line.item.code for line in lines}
        for code, pairs in self.examples.items():
            for number, told in pairs:
                if not told.line.text().strip():
                    continue
                found = read_numbers(number.line.text(), lines, 1)
                if not found:
                    self._refuse(number)
                    return None
                words[f"{code}.{by_number[found[0]]}"] = told.line.text()
        self._tell(NOTHING)
        return SheetAnswers(self.typing.ticked, ranked, words)

    def _refuse(self, editor: LineEditor) -> None:
        self._tell(say("These are not numbers of lines on this sheet, each only once."))
        editor.line.setFocus()

    def _tell(self, trouble: Text) -> None:
        self.trouble.show_text(trouble)
        self.trouble.setVisible(trouble != NOTHING)
