"""Runs of one script, one font and one level; characters that no font has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.pdf.bidi import resolve_levels
from iq_desktop.pdf.fonts import Weight
from iq_desktop.pdf.problems import MissingGlyph, naming
from iq_desktop.pdf.script_runs import Run, is_drawn, resolve_scripts, script_of, split_runs
from iq_desktop.wording.text import say
from tests.pdf.samples import fonts

POOL = "abÖß 12.(),-/–بتحبگ۴ሀለ።їҐα\u200c\u200d\u200e\u2066\u2069\u00ad\t\u0000"


def split(text: str) -> list[Run]:
    regular = fonts().fonts[Weight.REGULAR]
    return split_runs(text, resolve_levels(text, 0), resolve_scripts(text), regular, 0, len(text))


def runs_of(text: str) -> list[tuple[str, str, str, int]]:
    return [(text[run.start : run.end], run.script, run.font.name, run.level) for run in split(text)]


def test_a_run_has_one_script_one_font_and_one_level() -> None:
    assert runs_of("Fatima فاطمة") == [
        ("Fatima ", "Latn", "NotoSans-Regular", 0),
        ("فاطمة", "Arab", "NotoSansArabic-Regular", 1),
    ]
    assert runs_of("ላይላ Müller") == [
        ("ላይላ ", "Ethi", "NotoSansEthiopic-Regular", 0),
        ("Müller", "Latn", "NotoSans-Regular", 0),
    ]
    assert runs_of("Київ 2022") == [("Київ 2022", "Cyrl", "NotoSans-Regular", 0)]


def test_a_space_between_arabic_words_is_of_their_font() -> None:
    assert [font for _, _, font, _ in runs_of("ليلى الخطيب")] == ["NotoSansArabic-Regular"]
    text = "ليلى الخطيب"
    regular = fonts().fonts[Weight.REGULAR]
    (space,) = split_runs(text, resolve_levels(text, 1), resolve_scripts(text), regular, 4, 5)
    assert space.font.name == "NotoSansArabic-Regular"


def test_invisible_characters_stand_in_no_run() -> None:
    assert [words for words, *_ in runs_of("a\u2068b\u2069\u200ec\u00ad")] == ["a", "b", "c"]


def test_the_joiner_of_persian_stays_within_its_word() -> None:
    assert [words for words, *_ in runs_of("می\u200cتواند")] == ["می\u200cتواند"]


def test_marks_stay_with_their_letter_and_its_font() -> None:
    assert [words for words, *_ in runs_of("e\u0301a")] == ["e\u0301a"]


@pytest.mark.parametrize("character", ["😀", "Ꭰ", "ߊ", "\ue000", "🡒", "𐐷"])
def test_a_character_that_no_font_has_is_refused_by_name(character: str) -> None:
    with pytest.raises(MissingGlyph) as problem:
        runs_of(f"Frau {character}")
    assert problem.value.character == character


def test_the_field_is_named_once_and_the_narrowest_wins() -> None:
    with pytest.raises(MissingGlyph) as problem, naming(say("Document")), naming(say("Notes")):
        raise MissingGlyph("😀")
    assert problem.value.field == say("Notes")
    assert ("code", "U+1F600") in problem.value.text.values
    assert problem.value.advice.message


@given(st.text(alphabet=POOL, max_size=30))
def test_every_character_with_a_shape_stands_in_exactly_one_run(text: str) -> None:
    found = split(text)
    places = [index for run in found for index in range(run.start, run.end)]
    assert places == sorted(set(places))
    assert {index for index, character in enumerate(text) if is_drawn(character)} <= set(places)
    for run in found:
        assert all(ord(c) in run.font.coverage for c in text[run.start : run.end] if is_drawn(c))


def test_scripts_of_letters() -> None:
    assert [script_of(c) for c in "aЇαبሀ1 \u0301"] == ["Latn", "Cyrl", "Grek", "Arab", "Ethi", "Zyyy", "Zyyy", "Zyyy"]
