"""The page Languages: which languages, how well, by own view, adviser, test and certificate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from iq_desktop.domain.language_skill import AssessedBy, LanguageSkill, strongest
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.choice_editors import ListEditor
from iq_desktop.ui.kit.empty import EmptyPage
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.level_grid import LevelGrid
from iq_desktop.ui.kit.sizes import measure_by_text, scaled
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, find_tongue, speak_part
from iq_desktop.ui.screens.parts.german_card import GermanCard
from iq_desktop.ui.screens.parts.page_frame import PageFrame
from iq_desktop.ui.screens.parts.passport import Passport
from iq_desktop.ui.screens.parts.proofs_card import ProofsCard
from iq_desktop.ui.screens.parts.talk_corner import TalkCorner
from iq_desktop.usecases.languages import (
    add_language,
    add_proof,
    change_proof,
    find_side,
    language_codes,
    likely_languages,
    remove_language,
    remove_proof,
    set_all_levels,
    set_level,
)
from iq_desktop.wording.lists import named_languages
from iq_desktop.wording.text import NOTHING, as_it_is, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.instrument import Instrument
    from iq_desktop.domain.language_skill import Level, Skill
    from iq_desktop.domain.problem import Problem
    from iq_desktop.ui.shell.open_case import OpenCase
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.wording.tongue import Tongue

_GERMAN: Final = "de"
_FIELD: Final = 216
_BESIDE: Final = 520


class LanguagesPage(PageFrame):
    """The languages of a case: the passport, and the grid of the language that is chosen in it.

    `case_wanted` carries the case to which a sheet of paper belongs, `page_wanted` leads to where something is asked or
    goes on, `courses_wanted` asks for German courses that fit.
    """

    case_wanted = Signal(str)
    page_wanted = Signal(str, str)
    courses_wanted = Signal()

    def __init__(self, place: Workplace, open_case: OpenCase, parent: QWidget | None = None) -> None:
        """Build passport, grid and what stands there before the first language."""
        super().__init__("languages", place, open_case, parent)
        self._chosen = ""
        self.empty = EmptyPage(
            "language",
            say("Which languages does the person know, and how well? German decides which course fits."),
            say("Begin with German"),
            self,
        )
        self.passport = Passport(self)
        self.add_field = ListEditor("add_language", named_languages, self, is_long=True)
        self.add_field.show_value(None)
        self.suggestions = _Suggestions(self)
        self.passport_card = self._make_passport_card()
        self.grid_card = _GridCard(self)
        self.proofs = ProofsCard(self)
        self.german = GermanCard(self)
        self.talks = TalkCorner(self, _is_about_language, self._subject)
        self.talks.sheets.other_case.connect(self.case_wanted)
        of_talks = (self.talks.card, self.talks.results, self.talks.sheets.card)
        for part in (self.empty, self.passport_card, self.grid_card, self.german, *of_talks, self.proofs):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self._connect()

    def _make_passport_card(self) -> Card:
        card = Card(say("Language passport"), self)
        measure_by_text(self.add_field, least_width=_FIELD)
        card.add(self.passport)
        card.add(self.suggestions)
        return card

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the field for another language beside the heading, or below it."""
        super().resizeEvent(event)
        if self.width() >= scaled(_BESIDE):
            self.passport_card.head.addWidget(self.add_field)
        else:
            self.passport_card.body.insertWidget(1, self.add_field)

    def _connect(self) -> None:
        self.empty.acted.connect(self._add_german)
        self.passport.chosen.connect(self._choose)
        self.add_field.committed.connect(self._add)
        self.suggestions.wanted.connect(self._add)
        self.grid_card.grid.picked.connect(self._set_level)
        self.grid_card.remove_button.clicked.connect(self._remove)
        self.german.changed.connect(self.change)
        self.german.page_wanted.connect(self.page_wanted)
        self.german.courses_wanted.connect(self.courses_wanted)
        self.proofs.wanted.connect(self._add_proof)
        self.proofs.changed.connect(self._change_proof)
        self.proofs.removed.connect(self._remove_proof)
        self.proofs.picked.connect(self._set_level)
        self.proofs.overall.connect(self._set_all_levels)

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        self.proofs.flush()
        self.german.flush()
        self.talks.flush()

    def speak(self, tongue: Tongue) -> None:
        """Name the field for another language, and the language whose grid is shown."""
        words = tongue.speak(say("Add a language"))
        self.add_field.line.setPlaceholderText(words)
        self.add_field.name_for_readers(words)
        if self._chosen:
            self.grid_card.name_language(tongue.language_name(self._chosen))

    def _show(self, case: CaseFile, problems: Sequence[Problem], *, is_other: bool) -> None:
        del problems
        codes = language_codes(case)
        if is_other or self._chosen not in codes:
            self._chosen = codes[0] if codes else ""
        self.empty.setVisible(not codes)
        self.passport_card.setVisible(bool(codes))
        self.grid_card.setVisible(bool(codes))
        self.proofs.setVisible(bool(codes))
        self.german.setVisible(bool(codes))
        self.german.show_case(case)
        self.talks.show_case(case, is_other=is_other)
        self.passport.show_languages(case.languages, codes, self._chosen)
        self.suggestions.show_codes([code for code in likely_languages(case) if code not in codes])
        self._show_grid(case)
        if find_tongue(self) is not None:
            speak_part(self.passport)

    def _show_grid(self, case: CaseFile) -> None:
        if self._chosen:
            self.grid_card.show_language(self._chosen, case.languages)
            self.proofs.show_language(self._chosen, case.languages)
            tongue = find_tongue(self)
            if tongue is not None:
                self.speak(tongue)

    def _subject(self) -> str:
        """Return about which language a talk is: the one whose grid is shown, German before the first one."""
        return self._chosen or _GERMAN

    def _go_to(self, field: str) -> None:
        del field
        if self.empty.isVisible():
            self.empty.act.setFocus()
        elif self.case is not None and _GERMAN not in language_codes(self.case):
            self.add_field.setFocus()
        else:
            self.passport.rows[_GERMAN].setChecked(True)
            self.passport.rows[_GERMAN].setFocus()

    def _choose(self, code: str) -> None:
        self.flush()
        self._chosen = code
        if self.case is not None:
            self._show_grid(self.case)

    def _add_german(self) -> None:
        self._add(_GERMAN)

    def _add(self, code: str | None) -> None:
        if not code:
            return
        self._chosen = code
        self.add_field.forget()
        self.add_field.show_value(None)
        self.change(add_language(self.open_case.case, code))
        self.passport.rows[code].setFocus()

    def _set_level(self, side: AssessedBy, skill: Skill, level: Level | None) -> None:
        self.change(set_level(self.place.desk, self.open_case.case, self._chosen, side, skill, level))

    def _add_proof(self, side: AssessedBy) -> None:
        self.change(add_proof(self.open_case.case, self._chosen, side))
        proof = find_side(self.open_case.case.languages, self._chosen, side)
        if proof is not None:
            self.proofs.put_cursor(proof.id)

    def _change_proof(self, proof: LanguageSkill) -> None:
        self.change(change_proof(self.open_case.case, proof))

    def _set_all_levels(self, proof: LanguageSkill, level: Level | None) -> None:
        self.change(set_all_levels(self.open_case.case, proof, level))

    def _remove_proof(self, proof: LanguageSkill) -> None:
        told = say("Removed: {name}", name=proof.assessed_by.label)
        self.change_with_undo(remove_proof(self.open_case.case, proof), told)

    def _remove(self) -> None:
        name = self.place.tongue().language_name(self._chosen)
        case = remove_language(self.open_case.case, self._chosen)
        self.change_with_undo(case, say("The language was removed: {name}", name=name))


class _GridCard(Card):
    """The grid of one language with the level that decides."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(as_it_is(" "), parent)
        self.lowest = SpeakingLabel(NOTHING, "muted", self)
        self.lowest.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.remove_button = SpeakingButton(say("Remove this language"), "icon", "trash", self)
        self.head.addWidget(self.lowest, 2)
        self.head.addWidget(self.remove_button)
        self.grid = LevelGrid(as_it_is(""), self)
        self.add(self.grid)

    def name_language(self, name: str) -> None:
        """Name the language, also in front of each scale for screen readers."""
        self.heading.show_text(as_it_is(name))
        for (side, skill), row in self.grid.rows.items():
            row.name_row(say("{language}, {skill}, {side}", language=name, skill=skill.label, side=side.label))

    def show_language(self, code: str, skills: tuple[LanguageSkill, ...]) -> None:
        """Show the levels of a language; never emits."""
        mine = {one.assessed_by: one for one in skills if one.language == code}
        for side in (AssessedBy.SELF, AssessedBy.ADVISER):
            self.grid.show_levels(side, mine.get(side))
        best = strongest(skills, code)
        if best is None or best.lowest is None:
            self.lowest.show_text(say("No level set yet"))
        else:
            self.lowest.show_text(
                say("Lowest level: {level} ({side})", level=best.lowest.label, side=best.assessed_by.label)
            )


class _Suggestions(QWidget):
    """Languages that the case knows of already, one click away; `wanted` carries the code."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)
        self._buttons: list[SpeakingButton] = []
        self.hide()

    def show_codes(self, codes: Sequence[str]) -> None:
        """Offer these languages."""
        if [button.objectName() for button in self._buttons] == list(codes):
            return
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(code) for code in codes]
        self.setVisible(bool(codes))
        speak_part(self)

    def speak(self, tongue: Tongue) -> None:
        """Name the languages."""
        for button in self._buttons:
            button.said = as_it_is(tongue.language_name(button.objectName()))

    def _button(self, code: str) -> SpeakingButton:
        button = SpeakingButton(NOTHING, "", "plus", self)
        button.setObjectName(code)
        button.clicked.connect(self._want)
        self._flow.addWidget(button)
        button.show()
        return button

    def _want(self) -> None:
        self.wanted.emit(self.sender().objectName())


def _is_about_language(instrument: Instrument) -> bool:
    return instrument.subject == "language"
