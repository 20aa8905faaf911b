"""The consents of a case: how, when and in which language they are given, and one row for each purpose."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from iq_desktop.domain.consent import Purpose
from iq_desktop.forms.follow_up_forms import CONSENT_FORM
from iq_desktop.ui.kit.card import Card, line
from iq_desktop.ui.kit.flow import FieldLayout
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.bound_fields import BoundFields
from iq_desktop.ui.screens.parts.consent_row import ConsentRow
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.consent import Consent


class ConsentsCard(Card):
    """The rows; `given` and `withdrawn` carry a purpose, `draft` is how the next consent is given."""

    given = Signal(object)
    withdrawn = Signal(object)

    def __init__(self, draft: Consent, parent: QWidget) -> None:
        """Build question and rows."""
        super().__init__(
            say("Consents"),
            parent,
            hint=say("Each purpose is asked for by itself. A consent can be withdrawn at any time."),
        )
        self.fields = BoundFields(CONSENT_FORM, draft, self)
        layout = FieldLayout(gap=2 * STEP - 4)
        for name, frame in self.fields.frames.items():
            layout.add_field(frame, wide=CONSENT_FORM.field(name).wide)
        self.add(layout)
        self.rows = {purpose: ConsentRow(purpose, self) for purpose in Purpose}
        for row in self.rows.values():
            self.add(line(self))
            self.add(row)
            row.given.connect(self.given)
            row.withdrawn.connect(self.withdrawn)

    @property
    def draft(self) -> Consent:
        """How the next consent is given."""
        self.fields.flush()
        draft: Consent = self.fields.value
        return draft

    def show_consents(self, consents: tuple[Consent, ...], draft: Consent, *, is_other: bool) -> None:
        """Show what a case holds; how the next one is given begins anew with another case.

        Its language follows the client's, as long as nobody chose another.
        """
        given = self.fields.value
        if is_other:
            self.fields.show_value(draft)
        elif given.language == self._offered != draft.language:
            self.fields.show_value(replace(given, language=draft.language))
        self._offered = draft.language
        for row in self.rows.values():
            row.show_consents(consents)

    def show_favourites(self, favourites: Mapping[str, Sequence[Any]]) -> None:
        """Offer the languages first in which most talks are held."""
        self.fields.frames["language"].editor.show_favourites(favourites.get("client_language", ()))

    _offered = ""
