"""What a case has several of, member by member."""

from __future__ import annotations

from dataclasses import MISSING, Field, fields, replace
from typing import Any, get_args, get_type_hints

import pytest

from iq_desktop.domain.biography import LifeEntry
from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.choice import Choice
from iq_desktop.domain.qualification import Paper, Qualification
from iq_desktop.usecases.parts import Parts, add_part, change_part, remove_part
from tests.support.builders import a_case


def _member(parts: Parts, identity: str) -> Any:
    """Return a member of a list with nothing said of it but what every one needs."""
    kind = get_args(get_type_hints(CaseFile)[parts.value])[0]
    hints = get_type_hints(kind)
    needed = {one.name: _anything(hints[one.name]) for one in fields(kind) if _is_needed(one)}
    return kind(**needed, id=identity)


def _is_needed(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _anything(kind: Any) -> Any:
    return next(iter(kind)) if issubclass(kind, Choice) else kind()


@pytest.mark.parametrize("parts", Parts)
def test_each_list_takes_up_changes_and_gives_up_a_member_in_its_place(parts: Parts) -> None:
    one, two = _member(parts, "1"), _member(parts, "2")
    words = next(field.name for field in fields(one) if field.type == "str" and field.name != "id")
    before = a_case()
    case = add_part(add_part(before, parts, one), parts, two)
    *_, first, second = parts.of(case)
    assert (first, second) == (one, two)
    changed = replace(one, **{words: "anders"})
    assert parts.of(change_part(case, parts, changed))[-2:] == (changed, two)
    assert parts.of(remove_part(case, parts, one))[-1:] == (two,)
    assert remove_part(remove_part(case, parts, one), parts, two) == before


def test_papers_outlive_what_they_belonged_to() -> None:
    qualification = Qualification("Diplom")
    paper = Paper("Urkunde", belongs_to=qualification.id)
    case = replace(a_case(), qualifications=(qualification,), papers=(paper, Paper("Pass")))
    left = remove_part(case, Parts.QUALIFICATIONS, qualification)
    assert [one.belongs_to for one in left.papers] == ["", ""]
    assert remove_part(case, Parts.LIFE, LifeEntry()).papers is case.papers
