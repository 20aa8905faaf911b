"""Final papers in memory, with the same numbers, codes and replacements as the vault."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from iq_desktop.documents.blocks import FinalMark
from iq_desktop.domain.document_record import Delivery, FinalPaper, paper_number
from iq_desktop.usecases.final_ports import NoSuchPaper
from tests.support.builders import TODAY
from tests.support.memory_journal import MemoryJournal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from iq_desktop.domain.rights import Act


@dataclass
class MemoryFinals:
    """Papers and what happened to them, newest last; `journal` gives the codes."""

    journal: MemoryJournal = field(default_factory=MemoryJournal)
    papers: list[tuple[str, FinalPaper]] = field(default_factory=list)
    contents: dict[str, bytes] = field(default_factory=dict)
    deliveries: list[tuple[str, Delivery]] = field(default_factory=list)

    def papers_of(self, case_id: str) -> Sequence[FinalPaper]:
        return [paper for case, paper in reversed(self.papers) if case == case_id]

    def deliveries_of(self, case_id: str) -> Sequence[Delivery]:
        return [one for case, one in self.deliveries if case == case_id]

    def content(self, case_id: str, paper_id: str) -> bytes:
        if all((case, paper.id) != (case_id, paper_id) for case, paper in self.papers):
            raise NoSuchPaper
        return self.contents[paper_id]

    def make_final(self, case_id: str, wanted: FinalPaper, act: Act, draw: Callable[[FinalMark], bytes]) -> FinalPaper:
        del act
        number = paper_number(TODAY.year, len(self.papers) + 1)
        code = self.journal.note("paper_final", case_id, {"document": wanted.kind, "number": number}).printed
        made = replace(wanted, number=number, made_on=TODAY, code=code)
        self.contents[made.id] = draw(FinalMark(number, TODAY, code))
        self.papers = [
            (
                case,
                replace(old, replaced_by=number) if case == case_id and old.is_valid and old.is_same_as(made) else old,
            )
            for case, old in self.papers
        ]
        self.papers.append((case_id, made))
        return made

    def add_delivery(self, case_id: str, delivery: Delivery) -> None:
        if all((case, paper.id) != (case_id, delivery.paper_id) for case, paper in self.papers):
            raise NoSuchPaper
        self.deliveries.append((case_id, delivery))
        self.journal.note("paper_went", case_id, {"way": delivery.way.value})

    def remove_delivery(self, case_id: str, delivery_id: str) -> None:
        self.deliveries = [one for one in self.deliveries if (one[0], one[1].id) != (case_id, delivery_id)]

    def find_numbered(self, number: str) -> tuple[str, FinalPaper] | None:
        return next((one for one in self.papers if one[1].number == number), None)

    def find_coded(self, code: str) -> tuple[str, FinalPaper] | None:
        return next((one for one in self.papers if one[1].code == code), None)
