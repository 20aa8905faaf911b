"""What a client can do, as single tasks, and how far an occupation is covered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from iq_desktop.domain.client_tasks import client_tasks, parts_of
from iq_desktop.domain.comparison import Comparison, Mark, Overlap, Side, TaskMark, chosen_for, overlap_of
from iq_desktop.domain.competence import Competence, Evidence, Independence
from iq_desktop.domain.qualification import Proof, Qualification, WorkPeriod
from tests.support.builders import a_case

BAKER = Comparison("Bäcker*in", id="c1", qualification_id="q1")


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("", ()),
        ("Brot backen", ("Brot backen",)),
        ("- Brot backen\n- Torten", ("Brot backen", "Torten")),
        ("1. Teig kneten; 2) Ofen heizen.", ("Teig kneten", "Ofen heizen")),
        ("Ich habe Brot gebacken. Ich habe verkauft.", ("Ich habe Brot gebacken", "Ich habe verkauft")),
        ("Motor Nr. 3 warten", ("Motor Nr. 3 warten",)),
        ("Brot\nBrot", ("Brot",)),
        ("• Kabel\n• ", ("Kabel",)),
    ],
)
def test_a_note_is_parted_into_tasks(words: str, parts: tuple[str, ...]) -> None:
    assert parts_of(words) == parts


def test_tasks_come_from_works_competences_trainings_and_own_words_each_once() -> None:
    work = WorkPeriod(
        title_original="Fırıncı", title_de="Bäcker", tasks="Brot backen; Teig kneten", proofs=(Proof.PHOTOS,)
    )
    rated = Competence("s:1", "im Team arbeiten", self_rating=Independence.ALONE, evidence=Evidence.EXAMPLE)
    case = replace(
        a_case(),
        works=(work,),
        competences=(rated, Competence("s:2", "Öfen bedienen"), replace(rated, name_de="brot BACKEN", id="other")),
        qualifications=(Qualification(title_de="Gesellenbrief", id="q1"),),
        task_marks=(TaskMark("Kunden bedienen", side=Side.CLIENT, id="own"), TaskMark("Teig", "c1")),
    )
    found = {one.words: one for one in client_tasks(case)}
    assert set(found) == {"Brot backen", "Teig kneten", "im Team arbeiten", "Gesellenbrief", "Kunden bedienen"}
    assert found["Brot backen"].evidence is Evidence.PRIVATE_PAPER, "a photo weighs more than an example"
    assert found["Kunden bedienen"].mark_id == "own"


def test_the_overlap_counts_only_the_tasks_of_the_occupation() -> None:
    marks = (
        TaskMark("a", "c1", mark=Mark.MATCH),
        TaskMark("b", "c1", mark=Mark.GAP),
        TaskMark("c", "c1", mark=Mark.MATCH),
        TaskMark("d", "c1"),
        TaskMark("e", "c2", mark=Mark.MATCH),
        TaskMark("f", side=Side.CLIENT),
    )
    overlap = overlap_of(replace(a_case(), comparisons=(BAKER,), task_marks=marks), BAKER)
    assert overlap == Overlap(2, 1, 1)
    assert (overlap.total, overlap.share) == (4, 2 / 3)
    assert Overlap(open=5).share is None


def test_what_was_decided_on_is_found_by_its_qualification() -> None:
    chosen = replace(BAKER, is_chosen=True)
    case = replace(a_case(), comparisons=(replace(BAKER, id="c0"), chosen))
    assert chosen_for(case, "q1") == chosen
    assert chosen_for(case, "q2") is None
