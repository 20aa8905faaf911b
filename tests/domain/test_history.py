"""Undo and redo, mixed with saves in every order: no rival, no lost number, no lost words."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.history import History
from tests.support.builders import TODAY, a_case
from tests.support.fakes import MemoryCases


def _renamed(case: CaseFile, name: str) -> CaseFile:
    return case.with_client(replace(case.client, family_name=name))


class Desk(RuleBasedStateMachine):
    """A case that is edited, undone, redone and saved, against a plain list of names."""

    def __init__(self) -> None:
        super().__init__()
        self.vault = MemoryCases()
        self.history = History(CaseFile(opened_on=TODAY))
        self.names = [""]
        self.at = 0

    @rule(name=st.sampled_from("abc"))
    def edit(self, name: str) -> None:
        self.history = self.history.with_step(_renamed(self.history.present, name))
        if name != self.names[self.at]:
            self.names[self.at + 1 :] = [name]
            self.at += 1

    @rule()
    def undo(self) -> None:
        self.history = self.history.undo()
        self.at = max(self.at - 1, 0)

    @rule()
    def redo(self) -> None:
        self.history = self.history.redo()
        self.at = min(self.at + 1, len(self.names) - 1)

    @rule()
    def save(self) -> None:
        saved = self.vault.save(self.history.present)  # raises RivalSave where the revision went astray
        self.history = self.history.saved(saved.revision, saved.number)
        assert self.history.present == saved

    @precondition(lambda self: self.vault.by_id)
    @rule()
    def redo_or_undo_to_the_very_end_and_save(self) -> None:
        while self.history.earlier:
            self.undo()
        self.save()

    @invariant()
    def the_words_are_those_of_the_step(self) -> None:
        assert self.history.present.client.family_name == self.names[self.at]
        assert (len(self.history.earlier), len(self.history.undone)) == (self.at, len(self.names) - 1 - self.at)

    @invariant()
    def number_and_revision_are_those_of_the_vault(self) -> None:
        stored = self.vault.by_id.get(self.history.present.id)
        expected = (stored.number, stored.revision) if stored else ("", 0)
        assert (self.history.present.number, self.history.present.revision) == expected


TestDesk = Desk.TestCase


def test_an_equal_case_is_no_step_and_nothing_to_undo_changes_nothing() -> None:
    history = History(a_case())
    assert history.with_step(history.present) is history
    assert history.undo() is history
    assert history.redo() is history


def test_a_new_step_after_an_undo_gives_up_what_was_undone() -> None:
    case = a_case()
    history = History(case).with_step(_renamed(case, "b")).undo().with_step(_renamed(case, "c"))
    assert history.undone == ()
    assert history.undo().present == case


def test_the_oldest_steps_are_given_up_in_the_end() -> None:
    history = History(a_case())
    for number in range(250):
        history = history.with_step(_renamed(history.present, str(number)))
    assert len(history.earlier) == 200
    for _ in range(300):
        history = history.undo()
    assert history.present.client.family_name == "49"


def test_steps_that_were_refused_can_be_taken_again() -> None:
    stored = _renamed(CaseFile(opened_on=TODAY), "a")
    history = History(CaseFile(opened_on=TODAY)).with_step(stored)
    typed_on = history.with_step(_renamed(stored, "b")).with_step(_renamed(stored, "c"))
    back = typed_on.back_to(stored)
    assert back.present == stored
    assert back.earlier == history.earlier
    assert [back.redo().present.client.family_name, back.redo().redo().present.client.family_name] == ["b", "c"]
    other = a_case()
    assert history.back_to(other).present == other
