"""Which document is wanted, and in which languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.painted import Pill
from iq_desktop.ui.kit.speaking import SpeakingLabel, find_tongue, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.choice_card import ChoiceCard
from iq_desktop.usecases.printing import DOCUMENT_KINDS, client_paper_language
from iq_desktop.wording.text import NOTHING, Text, as_it_is, say

if TYPE_CHECKING:
    from iq_desktop.documents.kinds import DocumentKind
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.wording.tongue import Tongue

PAPER_LANGUAGE: Final = "de"
"""The first language of every paper."""
_ICONS: Final = {"competence-profile": "competence", "what-we-agreed": "agreement"}


class PaperChoice(QWidget):
    """Documents below each other and the languages below them; `chosen` after another choice."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the answers; the first document is chosen."""
        super().__init__(parent)
        self._client_language = ""
        self._second = ""
        self.kinds = {
            kind: ChoiceCard(_ICONS.get(kind.name, "document"), kind.title, kind.purpose, self)
            for kind in DOCUMENT_KINDS
        }
        self.single, self.paired = Pill(NOTHING, self), Pill(NOTHING, self)
        self.why = SpeakingLabel(NOTHING, "hint", self)
        self._groups = (self._group(*self.kinds.values()), self._group(self.single, self.paired))
        next(iter(self.kinds.values())).setChecked(True)
        self.single.setChecked(True)
        self._is_touched = False
        self._place()

    def _group(self, *buttons: ChoiceCard | Pill) -> QButtonGroup:
        group = QButtonGroup(self)
        for button in buttons:
            group.addButton(button)
            button.clicked.connect(self._choose)
        return group

    def _place(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        for card in self.kinds.values():
            lines.addWidget(card)
        lines.addSpacing(STEP)
        lines.addWidget(SpeakingLabel(say("Language of the paper"), "label", self))
        pills = FlowLayout()
        pills.addWidget(self.single)
        pills.addWidget(self.paired)
        lines.addLayout(pills)
        lines.addWidget(self.why)

    @property
    def kind(self) -> DocumentKind:
        """The document that is wanted."""
        return next(kind for kind, card in self.kinds.items() if card.isChecked())

    @property
    def is_paired(self) -> bool:
        """Whether the client's language stands beside the adviser's."""
        return self.paired.isChecked()

    def show_case(self, case: CaseFile) -> None:
        """Offer the client's language; it is chosen as long as nobody chose otherwise."""
        self._client_language = case.contact.client_language
        self._second = client_paper_language(case, PAPER_LANGUAGE) or ""
        self.paired.setEnabled(bool(self._second))
        if not self._second:
            self.single.setChecked(True)
        elif not self._is_touched:
            self.paired.setChecked(True)
        if find_tongue(self) is not None:
            speak_part(self)

    def choose(self, name: str) -> None:
        """Choose the document of a name, as if it was pressed; nothing happens for an unknown one."""
        for kind, card in self.kinds.items():
            if kind.name == name:
                card.setFocus()
                card.click()

    def forget(self) -> None:
        """Forget what was chosen for another case."""
        self._is_touched = False

    def speak(self, tongue: Tongue) -> None:
        """Name the languages."""
        first = tongue.language_name(PAPER_LANGUAGE)
        self.single.said = as_it_is(first)
        second = self._second or self._client_language
        name = tongue.language_name(second) if second and second != PAPER_LANGUAGE else ""
        self.paired.said = say("{first} and {second}", first=first, second=name) if name else say("In two languages")
        why = self._why_single(name)
        self.why.show_text(why)
        self.why.setVisible(why is not NOTHING)

    def _why_single(self, name: str) -> Text:
        if self._second or self._client_language == PAPER_LANGUAGE:
            return NOTHING
        if not name:
            return say("The language of the person is not known yet (page Contact).")
        return say("There are no texts for paper in this language yet: {language}.", language=name)

    def _choose(self) -> None:
        self._is_touched = True
        self.chosen.emit()
