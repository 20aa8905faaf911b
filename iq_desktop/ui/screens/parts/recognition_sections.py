"""Who builds which section of the page Recognition.

A section is one line in `usecases/recognition_sections.py` and one line here. Its maker takes the page and returns a
widget, usually a column of cards:

- `show_case(case, problems, is_other=…)` shows a case and never emits; `is_other` tells that it is another case;
- the signal `changed` carries a changed case, which the page takes as one step of the adviser;
- acts that remove something call `page.change_with_undo(case, told)`, work that asks the vault `page.change_behind(…)`
  or `ask_behind(part, page.place, …)`; the page is `part.page` to the maker, with `place` and `open_case`;
- `flush()` reports what was typed, `go_to(field)` puts the cursor (KeyError where there is no such field), and
  `unsaved_panels` names parts that are saved only on demand; all three may be missing.

A section without a maker is not shown, and neither is the link to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.ui.screens.parts.costs_part import CostsPart
from iq_desktop.ui.screens.parts.possible_part import PossiblePart
from iq_desktop.ui.screens.parts.procedures_part import ProceduresPart
from iq_desktop.ui.screens.parts.reference_occupation_part import ReferenceOccupationPart

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from iq_desktop.ui.screens.parts.page_frame import PageFrame

RECOGNITION_MAKERS: Final[Mapping[str, Callable[[PageFrame], QWidget]]] = {
    "possible": PossiblePart,
    "procedures": ProceduresPart,
    "reference_occupation": ReferenceOccupationPart,
    "costs": CostsPart,
}
"""Makers of sections by the names of `usecases/recognition_sections.py`."""
