"""The section Data protection: cases to look at again, what the centre lays down, papers, figures, protocols."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from iq_desktop.domain.privacy_terms import PrivacyTerms
from iq_desktop.domain.role import Act
from iq_desktop.forms.rights_forms import TERMS_FORM
from iq_desktop.ui.kit.form_view import FormView
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.closed_card import ClosedCard
from iq_desktop.ui.screens.parts.privacy_cards import ErasuresCard, FiguresCard, PrivacyPapersCard, ReviewsCard
from iq_desktop.ui.screens.parts.settings_page import SettingsPage
from iq_desktop.usecases.permissions import may_i
from iq_desktop.usecases.retention import complete_terms, save_terms, terms_of_centre
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.keeping import DueReview
    from iq_desktop.ui.shell.workplace import Workplace


class PrivacySettings(SettingsPage):
    """Who answers for the data, how long they are kept, and what follows; `case_chosen` leads to a case."""

    case_chosen = Signal(str, str, str)

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build the cards; what is laid down is only for whoever answers for it."""
        super().__init__("privacy", place, parent)
        self.reviews = ReviewsCard(place, self)
        self.reviews.chosen.connect(self._open)
        self.add("due_reviews", self.reviews)
        self.terms: FormView | None = None
        if may_i(place.desk, Act.SET_PRIVACY):
            self.terms = FormView(TERMS_FORM, PrivacyTerms(), self)
            self.terms.changed.connect(self._save)
            self.add("terms", self.terms)
        else:
            self.add("terms", ClosedCard(say("Who answers for the data"), Act.SET_PRIVACY, self))
        self.papers = PrivacyPapersCard(place, self)
        self.add("privacy_papers", self.papers)
        if may_i(place.desk, Act.SET_PRIVACY):
            self.add("figures", FiguresCard(place, self))
        else:
            self.add("figures", ClosedCard(say("Anonymous figures"), Act.SET_PRIVACY, self))
        self.add("erasures", ErasuresCard(place, self))

    def refresh(self) -> None:
        """Read everything again."""
        super().refresh()
        if self.terms is not None:
            ask_behind(self, self.place, partial(terms_of_centre, self.place.desk), self.terms.show_value)

    def _save(self, terms: PrivacyTerms) -> None:
        complete = complete_terms(terms)
        if self.terms is not None and complete != terms:
            self.terms.show_value(complete)
        self.save(partial(save_terms, self.place.desk, complete))
        self.papers.refresh()

    def _open(self, review: DueReview) -> None:
        self.case_chosen.emit(review.case_id, "rights", "review")
