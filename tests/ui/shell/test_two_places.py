"""One case changed in two places at once, in any order of jobs: both keep what they did, and nobody is asked."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from iq_desktop.domain.changes import Area, Change
from iq_desktop.domain.talk import CounsellingResult
from iq_desktop.ui.shell.open_case import OpenCase
from iq_desktop.usecases.case_actions import Acted, assign_adviser, close_cases, reopen_cases, undo_action
from iq_desktop.usecases.progress import Silence
from iq_desktop.wording.text import NOTHING
from tests.support.builders import a_case
from tests.support.counts import count
from tests.support.fakes import ADVISER, a_desk
from tests.support.tongues import TRANSLATIONS

if TYPE_CHECKING:
    from iq_desktop.usecases.desk import Desk

STEPS = ("type", "type", "close", "reopen", "give", "back", "work", "deliver", "hear")


@dataclass
class PatientBackground:
    """Work that is done, and whose answers are delivered, when somebody says so; in the order of the calls."""

    waiting: deque[Callable[[], Callable[[], None]]] = field(default_factory=deque)
    answers: deque[Callable[[], None]] = field(default_factory=deque)

    def run(self, work: Any, done: Any, failed: Any, *, title: Any = NOTHING, owner: Any = None) -> None:
        del title, owner

        def job() -> Callable[[], None]:
            try:
                answer = work(Silence())
            except Exception as error:  # noqa: BLE001  (whatever it is, it is handed over)
                problem = error
                return lambda: failed(problem)
            return lambda: done(answer)

        self.waiting.append(job)

    def work(self) -> None:
        if self.waiting:
            self.answers.append(self.waiting.popleft()())

    def deliver(self) -> None:
        if self.answers:
            self.answers.popleft()()

    def settle(self) -> None:
        while self.waiting or self.answers:
            self.work()
            self.deliver()


class Two:
    """Somebody who types in a case, and the same person who acts on it in the list."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.background = PatientBackground()
        self.heard: deque[tuple[Change, ...]] = deque()
        self.open_case = OpenCase(desk, self.background, self.heard.append)  # type: ignore[arg-type]  # a patient one
        self.open_case.open(desk.cases.get("case-1"))
        self.acts: list[Acted] = []
        self.typed = 0

    def do(self, step: str) -> None:
        if step == "type":
            self.typed += 1
            case = self.open_case.case
            words = f"{case.contact.expectation} {self.typed}"
            self.open_case.change(case.with_contact(replace(case.contact, expectation=words)))
        elif step == "close":
            self._act(close_cases(self.desk, ["case-1"], CounsellingResult.INFORMED))
        elif step == "reopen":
            self._act(reopen_cases(self.desk, ["case-1"]))
        elif step == "give":
            self._act(assign_adviser(self.desk, ["case-1"], replace(ADVISER, id=f"adviser-{self.typed}")))
        elif step == "back" and self.acts:
            self._act(undo_action(self.desk, self.acts.pop()))
        elif step == "work":
            self.background.work()
        elif step == "deliver":
            self.background.deliver()
        elif step == "hear" and self.heard:
            self.open_case.hear(self.heard.popleft())

    def _act(self, acted: Acted) -> None:
        self.acts.append(acted)
        self.heard.append((Change(Area.CASE, "case-1"),))

    def settle(self) -> None:
        while self.heard or self.background.waiting or self.background.answers:
            while self.heard:
                self.open_case.hear(self.heard.popleft())
            self.background.settle()


@settings(max_examples=count(60, 3000), deadline=None)
@given(st.lists(st.sampled_from(STEPS), max_size=30))
def test_whatever_comes_between_nothing_is_lost(steps: list[str]) -> None:
    first = a_case(id="case-1", revision=1)
    desk = a_desk(TRANSLATIONS, [replace(first, contact=replace(first.contact, expectation=""))])
    two = Two(desk)
    for step in steps:
        two.do(step)
        assert not two.open_case.is_rivalled
        expected = " ".join(str(number + 1) for number in range(two.typed))
        assert two.open_case.case.contact.expectation.strip() == expected
    acted = desk.cases.get("case-1")
    two.settle()
    stored = desk.cases.get("case-1")
    assert two.open_case.case == stored
    assert (two.open_case.is_saved, two.open_case.problem) == (True, None)
    assert stored.contact.expectation.strip() == " ".join(str(number + 1) for number in range(two.typed))
    assert (stored.closing, stored.adviser_id, stored.appointments) == (
        acted.closing,
        acted.adviser_id,
        acted.appointments,
    )
