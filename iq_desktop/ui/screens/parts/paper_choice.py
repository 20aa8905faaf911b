"""Which document is wanted, about which part of the case, in which languages and in which wording."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from iq_desktop.domain.centre import Wording
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.painted import Pill
from iq_desktop.ui.kit.speaking import SpeakingLabel, find_tongue, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.choice_card import ChoiceCard
from iq_desktop.ui.screens.parts.paper_part import PartChoice
from iq_desktop.usecases.printing import DOCUMENT_KINDS, client_paper_language
from iq_desktop.wording.text import NOTHING, Text, as_it_is, say

if TYPE_CHECKING:
    from iq_desktop.documents.kinds import DocumentKind
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.wording.tongue import Tongue

PAPER_LANGUAGE: Final = "de"
"""The first language of every paper."""
_ICONS: Final = {
    "competence-profile": "competence",
    "what-we-agreed": "agreement",
    "life-line": "life_line",
    "interpreter": "language",
    "counselling-certificate": "stamp",
    "participation-certificate": "stamp",
    "support-plan": "flag",
    "referral-letter": "referral",
    "application-cv": "work",
    "europass-cv": "work",
    "cost-plan": "euro",
    "paper-checklist": "check",
    "receipt": "papers",
    "return-receipt": "papers",
    "language-passport": "globe",
}


class PaperChoice(QWidget):
    """Documents below each other and the languages below them; `chosen` after another choice."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the answers; the first document is chosen."""
        super().__init__(parent)
        self._case: CaseFile | None = None
        self._second = ""
        self.kinds = {
            kind: ChoiceCard(_ICONS.get(kind.name, "document"), kind.title, kind.purpose, self, is_brief=True)
            for kind in DOCUMENT_KINDS
        }
        self.parts = PartChoice(self)
        self.single, self.paired = Pill(NOTHING, self), Pill(NOTHING, self)
        self.why = SpeakingLabel(NOTHING, "hint", self)
        self.wordings = {wording: Pill(wording.label, self) for wording in Wording}
        self._groups = tuple(
            self._group(*buttons)
            for buttons in (self.kinds.values(), (self.single, self.paired), self.wordings.values())
        )
        next(iter(self.kinds.values())).setChecked(True)
        self.single.setChecked(True)
        self.wordings[Wording.STANDARD].setChecked(True)
        self._is_touched = self._is_worded = False
        self.parts.chosen.connect(self.chosen)
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
        cards = QVBoxLayout()
        cards.setSpacing(STEP // 2)
        for card in self.kinds.values():
            cards.addWidget(card)
        lines.addLayout(cards)
        lines.addWidget(self.parts)
        lines.addSpacing(STEP)
        lines.addWidget(SpeakingLabel(say("Language of the paper"), "label", self))
        lines.addLayout(_flow(self.single, self.paired))
        lines.addWidget(self.why)
        lines.addWidget(SpeakingLabel(say("How the person is addressed"), "label", self))
        lines.addLayout(_flow(*self.wordings.values()))

    @property
    def kind(self) -> DocumentKind:
        """The document that is wanted."""
        return next(kind for kind, card in self.kinds.items() if card.isChecked())

    @property
    def is_paired(self) -> bool:
        """Whether the client's language stands beside the adviser's."""
        return self.paired.isChecked()

    @property
    def wording(self) -> Wording:
        """How the person is addressed."""
        return next(wording for wording, pill in self.wordings.items() if pill.isChecked())

    @property
    def part(self) -> str:
        """The part of the case that the document is about; empty where it is about all of it."""
        return self.parts.part

    def show_case(self, case: CaseFile) -> None:
        """Offer the client's language; it is chosen as long as nobody chose otherwise."""
        self._case = case
        self._second = client_paper_language(case, PAPER_LANGUAGE) or ""
        self.paired.setEnabled(bool(self._second))
        if not self._second:
            self.single.setChecked(True)
        elif not self._is_touched:
            self.paired.setChecked(True)
        self._show_kind(case)
        if find_tongue(self) is not None:
            speak_part(self)

    def show_wording(self, wording: Wording) -> None:
        """Choose the wording that the centre has set, unless somebody chose another one."""
        if not self._is_worded:
            self.wordings[wording].setChecked(True)

    def choose(self, name: str) -> None:
        """Choose the document of a name, as if it was pressed, with `name/part` also the part of the case it is about.

        Nothing happens for an unknown one.
        """
        wanted, _, part = name.partition("/")
        for kind, card in self.kinds.items():
            if kind.name == wanted:
                card.setFocus()
                card.click()
        self.parts.choose(part)

    def forget(self) -> None:
        """Forget what was chosen for another case."""
        self._is_touched = self._is_worded = False

    def speak(self, tongue: Tongue) -> None:
        """Name the languages."""
        first = tongue.language_name(PAPER_LANGUAGE)
        self.single.said = as_it_is(first)
        second = self._second or (self._case.contact.client_language if self._case else "")
        name = tongue.language_name(second) if second and second != PAPER_LANGUAGE else ""
        self.paired.said = say("{first} and {second}", first=first, second=name) if name else say("In two languages")
        why = self._why_single(name, second)
        self.why.show_text(why)
        self.why.setVisible(why is not NOTHING)

    def _why_single(self, name: str, second: str) -> Text:
        if self._second or second == PAPER_LANGUAGE:
            return NOTHING
        if not name:
            return say("The language of the person is not known yet (page Contact).")
        return say("There are no texts for paper in this language yet: {language}.", language=name)

    def _choose(self) -> None:
        sender = self.sender()
        self._is_worded = self._is_worded or sender in self.wordings.values()
        self._is_touched = self._is_touched or sender in (self.single, self.paired)
        if self._case is not None:
            self._show_kind(self._case)
        self.chosen.emit()

    def _show_kind(self, case: CaseFile) -> None:
        """Offer the parts of a case that the document can be about, and the wordings where they make a difference."""
        kind = self.kind
        self.parts.show_parts(kind.parts(case))
        for pill in self.wordings.values():
            pill.setEnabled(kind.speaks_to_client)


def _flow(*pills: Pill) -> FlowLayout:
    flow = FlowLayout()
    for pill in pills:
        flow.addWidget(pill)
    return flow
