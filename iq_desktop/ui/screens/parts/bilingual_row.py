"""A member that is written in two languages: its second field bears the client's language and runs its way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from iq_desktop.ui.kit.text_editors import NoteEditor
from iq_desktop.ui.screens.parts.part_row import Described, PartRow
from iq_desktop.wording.languages import Direction, direction_of
from iq_desktop.wording.text import LanguageName, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from iq_desktop.forms.vocabulary import Form

OWN: str = "text_in_client_language"


class BilingualRow(PartRow):
    """A goal or a duty."""

    def __init__(
        self,
        form: Form[Any],
        value: Any,
        describe: Callable[[Any], Described],
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        """Build the folded line; `language` is the client's, empty where nobody knows it."""
        super().__init__(form, value, describe, parent)
        self._language = language

    def unfold(self) -> None:
        """Show the form; the words of the client begin on their side, and are not asked where it is German."""
        super().unfold()
        if self.fields is None:
            return
        frame = self.fields.frames[OWN]
        frame.setVisible(self._language not in ("", "de") or bool(getattr(self.value, OWN)))
        if self._language:
            frame.label.show_text(say("In {language}", language=LanguageName(self._language)))
        if isinstance(frame.editor, NoteEditor):
            is_rtl = direction_of(self._language) is Direction.RIGHT_TO_LEFT
            side = Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
            frame.editor.field.setLayoutDirection(side)
