"""From a label on paper back to the very field, also where paper joins several under one name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.usecases.field_pages import fields_of_pages, find_field, find_field_with
from iq_desktop.usecases.printing import DOCUMENT_KINDS, print_document
from iq_desktop.usecases.problems import MissingGlyph
from iq_desktop.wording.text import say
from tests.support.builders import a_case
from tests.support.fakes import a_desk
from tests.support.tongues import TRANSLATIONS

if TYPE_CHECKING:
    from iq_desktop.documents.blocks import Document
    from iq_desktop.wording.tongue import Tongue

SNAKE = "𓆓"


class NarrowPrinter:
    """A printer without a shape for one character; it only knows the label on the paper."""

    def print_document(self, document: Document, adviser: Tongue, client: Tongue | None) -> bytes:
        del document, adviser, client
        raise MissingGlyph(SNAKE, say("Name"))


@pytest.mark.parametrize("field", ["family_name_own_script", "given_names", "former_names"])
def test_the_field_is_named_in_which_the_character_stands(field: str) -> None:
    case = a_case()
    case = case.with_client(replace(case.client, **{field: f"ab{SNAKE}c"}))  # type: ignore[arg-type]  # lines
    desk = replace(a_desk(TRANSLATIONS), printer=NarrowPrinter())
    with pytest.raises(MissingGlyph) as problem:
        print_document(desk, case, DOCUMENT_KINDS[0], "de", paired=False)
    told = problem.value.field
    assert told is not None
    place = find_field(told)
    assert place is not None
    assert (place.page.name, place.field) == ("person", field)


def test_a_character_that_stands_in_no_field_keeps_the_name_from_the_paper() -> None:
    assert find_field_with(a_case(), say("Name"), SNAKE) is None
    desk = replace(a_desk(TRANSLATIONS), printer=NarrowPrinter())
    with pytest.raises(MissingGlyph) as problem:
        print_document(desk, a_case(), DOCUMENT_KINDS[0], "de", paired=False)
    assert problem.value.field == say("Name")


def test_every_field_of_a_page_can_be_gone_to_by_its_label() -> None:
    places = list(fields_of_pages())
    labels = [place.label.message for place in places]
    for place in places:
        found = find_field(place.label)
        assert found == place or labels.count(place.label.message) > 1
