"""Names in other scripts get proposals in Latin letters, each after a standard that is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.domain.transliteration import Standard, propose_transliterations


def proposed(name: str, language: str = "") -> dict[Standard, str]:
    """Return the proposals by their standards."""
    return {one.standard: one.words for one in propose_transliterations(name, language)}


@pytest.mark.parametrize(
    ("name", "language", "standard", "words"),
    [
        ("Шевченко, Ольга", "uk", Standard.ISO_9, "Ševčenko, Olʹga"),
        ("Шевченко, Ольга", "uk", Standard.UKRAINIAN, "Shevchenko, Olha"),
        ("Юлія Єрмоленко", "", Standard.UKRAINIAN, "Yuliia Yermolenko"),
        ("Згурський", "uk", Standard.UKRAINIAN, "Zghurskyi"),
        ("В’ячеслав", "uk", Standard.UKRAINIAN, "Viacheslav"),
        ("Чайковский, Пётр", "ru", Standard.ISO_9, "Čajkovskij, Pëtr"),
        ("Чайковский, Пётр", "uk", Standard.ICAO, "Chaikovskii, Petr"),
        ("Щербаков", "", Standard.ICAO, "Shcherbakov"),
        ("ЩЕРБАКОВ", "", Standard.ICAO, "SHCHERBAKOV"),
        ("Стоянова, София", "bg", Standard.BULGARIAN, "Stoyanova, Sofia"),
        ("Ђорђевић Љубица", "", Standard.SERBIAN, "Đorđević Ljubica"),
        ("Παπαδόπουλος, Ευάγγελος", "el", Standard.GREEK, "Papadopoulos, Evangelos"),
        ("Μπάμπης Αγγέλου", "el", Standard.GREEK, "Bampis Angelou"),
        ("ገብረመድህን ትግስት", "ti", Standard.ETHIOPIC, "Gebremedihn Tigist"),
        ("አበበ ብርሃን", "am", Standard.ETHIOPIC, "Abebe Birhan"),
        ("الخطيب, يارا", "ar", Standard.ARABIC, "al-Ḫaṭīb, Yārā"),
        ("مُحَمَّد", "ar", Standard.ARABIC, "Muḥammad"),
        ("نوروزی", "fa", Standard.ARABIC, "Nūrūzī"),
    ],
)
def test_a_name_is_proposed_after_its_standard(name: str, language: str, standard: Standard, words: str) -> None:
    assert proposed(name, language)[standard] == words


def test_letter_for_letter_comes_first_and_can_be_written_back() -> None:
    alphabet = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
    first = propose_transliterations(alphabet, "uk")[0]
    assert first.standard is Standard.ISO_9
    assert len({propose_transliterations(letter, "uk")[0].words for letter in alphabet}) == len(alphabet)


def test_where_short_vowels_are_not_written_that_is_said() -> None:
    unknown, known = propose_transliterations("قرقماز", "ar")[0], propose_transliterations("محمد", "ar")[0]
    assert unknown.lacks_vowels
    assert (known.words, known.lacks_vowels) == ("Muḥammad", False)


@pytest.mark.parametrize("name", ["", "   ", "Öztürk", "Nguyễn", "王小明", "Шевченко Smith", "123", "-"])
def test_a_name_in_latin_letters_or_in_another_script_has_none(name: str) -> None:
    assert propose_transliterations(name, "uk") == ()


@given(st.text(max_size=20), st.sampled_from(["", "uk", "bg", "ar", "ti", "xx"]))
def test_any_name_has_proposals_that_can_be_kept_or_none(name: str, language: str) -> None:
    for one in propose_transliterations(name, language):
        assert one.words.strip()
