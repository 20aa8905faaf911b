"""What the rows of documents know and tell of the ways and the scans of papers: one place for the whole page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from iq_desktop.domain.paper_move import moves_of
from iq_desktop.usecases.paper_journey import stops_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.paper_move import PaperMove
    from iq_desktop.domain.qualification import Paper
    from iq_desktop.domain.scan import Scan
    from iq_desktop.usecases.paper_journey import Stop


class PaperHub(QObject):
    """The case and its scans as rows see them, and what rows tell.

    `noted` carries a step that happens now, `changed` and `removed` one that was corrected; `scan_wanted` and `pasted`
    carry the identity of a paper, `dropped` that and files, `scan_chosen` a scan; `scans_read` when others are known.
    """

    noted = Signal(object)
    changed = Signal(object)
    removed = Signal(object)
    scan_wanted = Signal(str)
    pasted = Signal(str)
    dropped = Signal(str, object)
    scan_chosen = Signal(object)
    scans_read = Signal()

    def __init__(self, today: dt.date, parent: QObject) -> None:
        """Begin without a case."""
        super().__init__(parent)
        self.today = today
        self._case: CaseFile | None = None
        self._scans: Mapping[str, Sequence[Scan]] = {}
        self.thumbnails: Mapping[str, bytes] = {}

    def show_case(self, case: CaseFile) -> None:
        """Know the present state of the case."""
        if self._case is not None and self._case.id != case.id:
            self._scans, self.thumbnails = {}, {}
        self._case = case

    def take_scans(self, scans: Mapping[str, Sequence[Scan]], thumbnails: Mapping[str, bytes]) -> None:
        """Know the scans of the case by paper, and their small pictures."""
        self._scans, self.thumbnails = scans, thumbnails
        self.scans_read.emit()

    @property
    def scanned(self) -> frozenset[str]:
        """The papers of which there is a scan."""
        return frozenset(self._scans) - {""}

    def scans_of(self, paper: Paper) -> Sequence[Scan]:
        """Return the scans of a paper."""
        return self._scans.get(paper.id, ())

    def moves_of(self, paper: Paper) -> tuple[PaperMove, ...]:
        """Return the steps of a paper, for correcting."""
        return moves_of(self._case, paper.id) if self._case is not None else ()

    def stops_of(self, paper: Paper) -> tuple[Stop, ...]:
        """Return the steps of a paper, for the eye."""
        return stops_of(self._case, paper) if self._case is not None else ()
