"""Where long words are parted: between the words of a compound, else between syllables, never in codes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.wording.hyphenation import find_partings


def parted(word: str) -> str:
    """Return a word with a stroke at each seam and a hyphen between syllables."""
    marks = {parting.place: "|" if parting.is_seam else "-" for parting in find_partings(word)}
    return "".join(marks.get(place, "") + letter for place, letter in enumerate(word))


@pytest.mark.parametrize(
    "word",
    [
        "Gebäude|über-wa-chungs|tech-nik",
        "Elek-tri-zi-täts|über-tra-gungs|pro-zesse",
        "Qua-li-täts|si-che-rung",
        "Arbeits|er-laub-nis",
        "Haus-halts-ge-räte",
        "Donau-dampf-schiff-fahrts|elek-tri-zi-tä-ten|haupt-be-triebs|werk",
        "Lebens|mit-tel-hy-giene",
        "Ver-tei-ler-käs-ten",
        "кон-суль-танта",
    ],
)
def test_german_compounds_are_parted_where_a_reader_expects_it(word: str) -> None:
    assert parted(word.replace("-", "").replace("|", "")) == word


def test_punctuation_around_a_word_stays_with_it() -> None:
    assert parted("„Qualitätssicherung“,") == "„Qua-li-täts|si-che-rung“,"


@pytest.mark.parametrize(
    "word", ["Kurs", "yara@example.org", "DE89370400440532013000", "2026/0147-99", "بالكفاءات", ""]
)
def test_short_words_addresses_and_codes_are_never_parted(word: str) -> None:
    assert find_partings(word) == ()


@given(st.text(alphabet="abcdeimnorstuäöüßchkзи", max_size=40))
def test_no_part_is_shorter_than_three_letters_and_places_go_up(word: str) -> None:
    places = [parting.place for parting in find_partings(word)]
    assert places == sorted(set(places))
    assert all(3 <= place <= len(word) - 3 for place in places)
