"""What people typed on paper: whose side it stands on, whose field a missing letter is, and where one signs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from iq_desktop.documents.blocks import Facts, Point, Points, Typed
from iq_desktop.domain.competence import Independence
from iq_desktop.pdf.problems import MissingGlyph
from iq_desktop.wording.text import say
from tests.pdf.reading import as_seen, read_lines, read_page_words
from tests.pdf.samples import NOTES, a_printer, documents_of, invented, print_blocks
from tests.support.full_cases import a_competence, a_usual_case
from tests.support.tongues import german


@pytest.mark.parametrize("rated", [2, 24, 25, 26])
def test_nobody_signs_a_page_on_which_nothing_else_stands(rated: int) -> None:
    competences = tuple(a_competence(number, self_rating=Independence.ALONE) for number in range(rated))
    profile = documents_of(replace(a_usual_case(), competences=competences))[0]
    last = read_page_words(a_printer().print_document(profile, german(), None))[-1]
    assert "Unterschrift der Beratung" in last
    assert "Im Laden der Familie" in last


def test_a_missing_glyph_in_the_label_of_a_fact_names_the_field_of_the_label() -> None:
    with pytest.raises(MissingGlyph) as problem:
        print_blocks(Facts(((Typed("Ꭰ", NOTES), Typed("Im Laden", say("Example"))),)), client=invented("ar"))
    assert problem.value.field == NOTES


def test_what_was_written_for_the_client_stands_right_where_it_is_read_from_the_right() -> None:
    point = Point(Typed("Unterlagen mitbringen", NOTES, "أحضري شهاداتك"), say("You"))
    lines = read_lines(print_blocks(Points((point,))))
    own = next(line for line in lines if as_seen("شهاداتك") in line.words)
    german_words = next(line for line in lines if "Unterlagen" in line.words)
    assert own.right > german_words.right
    assert own.baseline < german_words.baseline
