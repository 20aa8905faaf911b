"""What stands in the documents of a case: nothing empty, nothing lost, every typed word with its field."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.documents.blocks import (
    Facts,
    Heading,
    KeepTogether,
    LanguagePassport,
    NoteLines,
    Points,
    Radar,
    Ratings,
    Sentences,
    Signatures,
    Typed,
)
from iq_desktop.documents.kinds import DOCUMENT_KINDS
from iq_desktop.documents.occasion import Occasion
from iq_desktop.domain.centre import Adviser, Centre
from iq_desktop.domain.referral import AgreedPoint
from iq_desktop.usecases.field_pages import find_page_of_field
from iq_desktop.wording.text import say
from tests.support.builders import TODAY, a_case
from tests.support.full_cases import a_competence, a_usual_case, an_empty_case, an_overfull_case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.documents.blocks import Block, Document
    from iq_desktop.domain.case_file import CaseFile

OCCASION = Occasion(Centre("Beratungsstelle", "", "", "", "030 5550100"), Adviser("a", "A. Krüger"), TODAY)
PROFILE, SLIP, LIFE = DOCUMENT_KINDS[:3]
PARTS = (
    "contact",
    "client",
    "consents",
    "languages",
    "occupations",
    "competences",
    "referrals",
    "agreement",
    "life",
    "works",
)


def flat(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield the blocks with those of groups in their place."""
    for block in blocks:
        if isinstance(block, KeepTogether):
            yield from flat(block.blocks)
        else:
            yield block


def typed_words(value: Any) -> Iterator[Typed]:
    """Yield everything typed that stands anywhere in a document."""
    if isinstance(value, Typed):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from typed_words(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from typed_words(getattr(value, field.name))


def kinds(document: Document) -> list[type]:
    return [type(block) for block in flat(document.blocks)]


@pytest.mark.parametrize("kind", DOCUMENT_KINDS, ids=lambda kind: kind.name)
@pytest.mark.parametrize("make", [a_usual_case, an_overfull_case])
def test_every_typed_word_names_a_field_that_a_page_has(kind: Any, make: Any) -> None:
    case = make()
    case = replace(case, client=replace(case.client, former_names="Haddad", postal_code="12043", place="Berlin"))
    case = replace(case, contact=replace(case.contact, interpreter_name="Frau Haddad"))
    typed = list(typed_words(kind.make(case, OCCASION)))
    assert typed
    lost = {one.label.message for one in typed if find_page_of_field(one.label) is None}
    assert lost <= {"Counselling centre"}  # of the centre, no field of a case


@given(st.sets(st.sampled_from(PARTS)), st.integers(0, 7))
def test_no_block_is_empty_and_no_heading_stands_over_nothing(missing: set[str], rated: int) -> None:
    usual = replace(a_usual_case(), competences=tuple(a_competence(number) for number in range(rated)))
    case = replace(usual, **{name: getattr(an_empty_case(), name) for name in missing})
    for kind in DOCUMENT_KINDS:
        document = kind.make(case, OCCASION)
        blocks = list(flat(document.blocks))
        assert all(one.words for one in typed_words(document))
        for block, following in zip(blocks, [*blocks[1:], None], strict=True):
            assert not isinstance(block, Heading) or following is not None
            assert not isinstance(block, Heading) or not stands_over_nothing(block, following)
            assert not isinstance(block, Facts | Ratings | LanguagePassport) or block.rows
            assert not isinstance(block, Radar) or 3 <= len(block.spokes) <= 8


def test_an_empty_case_says_so_and_can_be_signed() -> None:
    assert kinds(PROFILE.make(an_empty_case(), OCCASION)) == [Heading, Sentences, Signatures]
    assert kinds(SLIP.make(an_empty_case(), OCCASION)) == [Sentences, NoteLines]


def test_a_usual_profile_has_every_section_once() -> None:
    case = replace(a_usual_case(), competences=tuple(a_competence(number) for number in range(6)))
    headings = [block.words for block in flat(PROFILE.make(case, OCCASION).blocks) if isinstance(block, Heading)]
    assert headings == [
        say("Person"),
        say("Occupations"),
        say("Strengths at a glance"),
        say("Languages"),
        say("Competences one by one"),
        say("What the steps and the evidence mean"),
        say("Examples from life"),
    ]


def test_an_occupation_that_is_learned_and_wished_stands_there_once() -> None:
    usual = a_usual_case()
    twice = tuple(replace(one, name_de="Elektroniker/Elektronikerin") for one in usual.occupations)
    for occupations, labels in ((usual.occupations, 2), (twice, 1)):
        document = PROFILE.make(replace(usual, occupations=occupations), OCCASION)
        rows = [row for block in flat(document.blocks) if isinstance(block, Facts) for row in block.rows]
        occupation_rows = [label for label, words in rows if isinstance(words, Typed) and "/" in words.words]
        assert len(occupation_rows) == labels


def test_the_centre_answers_for_every_document() -> None:
    assert {kind.make(a_usual_case(), OCCASION).author for kind in DOCUMENT_KINDS} == {"Beratungsstelle"}


def test_two_rated_competences_are_no_radar() -> None:
    case = replace(a_usual_case(), competences=(a_competence(0), a_competence(1)))
    assert Radar not in kinds(PROFILE.make(case, OCCASION))
    assert Ratings in kinds(PROFILE.make(case, OCCASION))


@pytest.mark.parametrize("case", [an_empty_case(), a_usual_case(), a_case(languages=(), client=a_case().client)])
def test_the_signatures_stay_with_what_stands_before_them(case: CaseFile) -> None:
    last = PROFILE.make(case, OCCASION).blocks[-1]
    assert isinstance(last, KeepTogether)
    assert isinstance(last.blocks[-1], Signatures)
    assert len(last.blocks) > 1


def test_the_slip_shows_three_points_and_skips_empty_ones() -> None:
    case = replace(an_empty_case(), agreement=tuple(AgreedPoint(word) for word in ("", "a", "", "b", "c", "d")))
    (points,) = [block for block in SLIP.make(case, OCCASION).blocks if isinstance(block, Points)]
    assert [one.words for one in typed_words(points)] == ["a", "b", "c"]


def test_a_point_that_was_written_for_the_client_only_stands_on_the_slip_too() -> None:
    case = replace(an_empty_case(), agreement=(AgreedPoint("", "أحضري شهاداتك"), AgreedPoint(" ", " ")))
    (points,) = [block for block in SLIP.make(case, OCCASION).blocks if isinstance(block, Points)]
    assert [(one.words, one.own_words) for one in typed_words(points)] == [("أحضري شهاداتك", "")]


def test_a_person_without_a_name_has_a_head_all_the_same() -> None:
    head = PROFILE.make(an_empty_case(), OCCASION).lines_below_title
    assert head[0] == say("Case {number}, {day}", number="2026-0002", day=TODAY)


def stands_over_nothing(heading: Heading, following: Any) -> bool:
    """Return whether nothing of a heading follows it; one thing of a section may begin with a heading of its own."""
    if isinstance(following, Heading):
        return heading.is_minor or not following.is_minor
    return isinstance(following, Signatures)
