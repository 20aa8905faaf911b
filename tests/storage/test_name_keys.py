"""Names in one spelling are found in another, across scripts, and names of other people are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.domain.case_row import Match
from iq_desktop.storage.name_keys import asked_of, fold, folds_of, is_article, keys_of, split_words
from tests.storage.name_pairs import BEGINNINGS, EXACT, LOOKALIKES, SIMILAR, SOUNDING, STRANGERS, pairs_in

SPELLINGS = """
German        Müller/Mueller Müller/Muller Weiß/Weiss Groß/Gross Schäfer/Schaefer Meyer/Maier Meier/Mayr Schmidt/Schmitt
German        Schmidt/Schmid Jäger/Jaeger Böhm/Boehm Stefan/Stephan Christine/Kristine Kurt/Curt Walter/Walther
Turkish       Yılmaz/Yilmaz Öztürk/Ozturk Öztürk/Oeztuerk Şahin/Schahin Çelik/Tschelik Doğan/Dogan Tuğba/Tuba
Turkish       Cengiz/Dschengis Işık/Isik İbrahim/Ibrahim Hüseyin/Hussein Mehmet/Mohammed
Polish        Wójcik/Wojcik Łukasz/Lukasch Dąbrowski/Dombrowski Szymański/Schymanski Kowalczyk/Kovalchik
Romanian      Țepeș/Zepesch Ștefan/Schtefan Gheorghe/George Mureșan/Mureschan
Somali        Cabdi/Abdi Xasan/Hassan Axmed/Ahmed Cumar/Omar Maxamed/Mohamed
Vietnamese    Nguyễn/Nguyen Trần/Tran Đặng/Dang
Serbian       Petrović/Petrovitsch Jovanović/Jovanovic Živković/Zivkovic Đorđe/Djordje
Arabic        Al-Khatib/Alkhatib Al-Khatib/Chatib Al-Khatib/El-Chatib Mohammed/Muhammad Yusuf/Jussuf Yusuf/Youssef
Arabic        Khadija/Chadidscha Rachid/Raschid Jamal/Dschamal Jamal/Gamal Osman/Othman Ramadhan/Ramazan
Arabic        Abdurrahman/Abdelrahman Abdulrahman/Rahman Sara/Sarah Noor/Nour Saleem/Salim
Arabic        محمد/Mohammed أحمد/Ahmad احمد/أحمد الخطيب/Al-Khatib الخطيب/Chatib يوسف/Jussuf خديجة/Chadidscha
Arabic        فاطمة/Fatima عمر/Omar وليد/Walid أنور/Anwar سعيد/Said حسين/Hussein عبدالرحمن/Abdulrahman
Arabic        إبراهيم/Ibrahim ليلى/Leila
Persian       قادری/Ghaderi قادری/Qaderi صادقی/Sadeghi رضا/Reza احمدزی/Ahmadzai کریمی/كريمي زهرا/Zahra Rezaei/Rezai
Ukrainian     Шевченко/Schewtschenko Шевченко/Shevchenko Schewtschenko/Shevchenko Ткаченко/Tkatschenko Юлія/Julia
Ukrainian     Григорій/Hryhoriy Григорій/Grigori Олександр/Alexander Олена/Olena Бойко/Bojko Олійник/Oliynyk
Russian       Иванов/Iwanow Иванов/Ivanoff Кузнецов/Kusnezow Хрущёв/Chruschtschow Жанна/Schanna Екатерина/Jekaterina
Tigrinya      ተስፋይ/Tesfay ተስፋይ/Tesfai ገብረመድህን/Gebremedhin ገብረመድህን/Ghebremedhin ኪዳነ/Kidane ዮናስ/Jonas ሰላም/Selam
Amharic       ሃይለ/Haile አበበ/Abebe ወልዱ/Weldu ኣብርሃም/Abraham
Georgian      გიორგი/Giorgi შევარდნაძე/Schewardnadse
Greek         Παπαδόπουλος/Papadopoulos Γεωργίου/Georgiou
Armenian      Հակոբյան/Hakobyan
Kurdish       Şêrko/Scherko Rojîn/Rojin
"""
FALSE_FRIENDS = """
Müller/Schneider Ahmad/Hamid Albert/Bert Elmar/Mara Yara/Laura Olena/Elias Weber/Fischer Kaya/Kara Omar/Osman
Hassan/Sana Schmidt/Schneider Iwanow/Iwanenko Петренко/Павленко أحمد/حامد ተስፋይ/ሰላም Tesfay/Stefan
Popescu/Petrescu Nguyen/Nagy Abdi/Aydin Alfons/Fons Katharina/Karin
"""
TIERS = (Match.EXACT, Match.SOUNDS_LIKE, Match.SIMILAR)


NAMES_IN_TIERS = [
    (match, one, other)
    for match, block in zip(TIERS, (EXACT, SOUNDING, SIMILAR), strict=True)
    for one, other in pairs_in(block)
]


def tier(stored: str, typed: str) -> Match | None:
    """Return the strictest kind of key by which a typed name finds a stored one, whole words for whole words."""
    kept = [keys_of(word) for word in split_words(stored) if not is_article(word)]
    typed_words = [word for word in split_words(typed) if not is_article(word)]
    asked = [asked_of(word) for word in typed_words]
    shared = (
        any(set(folds_of(word)) & set(other.folds) for word in typed_words for other in kept),
        any(set(one.sounds) & set(other.sounds) for one in asked for other in kept),
        any(set(one.skeletons) & set(other.skeletons) for one in asked for other in kept),
    )
    return next((match for match, is_shared in zip(TIERS, shared, strict=True) if is_shared), None)


@pytest.mark.parametrize(("one", "other"), pairs_in(SPELLINGS))
def test_two_spellings_of_a_name_meet(one: str, other: str) -> None:
    assert tier(one, other) is not None
    assert tier(other, one) is not None


@pytest.mark.parametrize(("match", "one", "other"), NAMES_IN_TIERS)
def test_two_spellings_of_a_name_meet_in_their_tier(match: Match, one: str, other: str) -> None:
    assert (tier(one, other), tier(other, one)) == (match, match)


@pytest.mark.parametrize(("one", "other"), pairs_in(FALSE_FRIENDS + STRANGERS + BEGINNINGS))
def test_names_of_other_people_do_not_meet(one: str, other: str) -> None:
    assert tier(one, other) is None
    assert tier(other, one) is None


@pytest.mark.parametrize(("one", "other"), pairs_in(LOOKALIKES))
def test_lookalikes_are_never_more_than_similar(one: str, other: str) -> None:
    assert {tier(one, other), tier(other, one)} <= {Match.SIMILAR, None}


def test_the_table_of_spellings_is_long_enough_to_mean_something() -> None:
    blocks = (EXACT, SOUNDING, SIMILAR)
    assert sum(len(pairs_in(block)) for block in blocks) >= 200
    assert len({line.split()[0] for block in blocks for line in block.strip().splitlines()}) >= 20
    assert len(pairs_in(STRANGERS + BEGINNINGS + LOOKALIKES)) >= 90


def test_invisible_characters_and_apostrophes_part_no_word() -> None:
    assert split_words("O’Brien D'Angelo می\u200cخواهم Mül\u00adler") == ("obrien", "dangelo", "میخواهم", "müller")
    assert fold("Al-Khatib,  YARA") == "al khatib yara"


def test_composed_and_decomposed_letters_are_one() -> None:
    assert fold("Mu\u0308ller") == fold("Müller") == "mueller"
    assert keys_of(split_words("S\u0327ahin")[0]) == keys_of(split_words("Şahin")[0])


@given(st.text(max_size=30))
def test_any_text_has_keys_that_the_index_can_hold(text: str) -> None:
    for word in split_words(text):
        keys, asked = keys_of(word), asked_of(word)
        assert len(keys.sounds) <= 60
        loose = (*keys.sounds, *keys.skeletons, *asked.sounds, *asked.begun_sounds, *asked.skeletons)
        for key in (*loose, *asked.begun_skeletons):
            assert key
            assert not any(letter.isspace() or letter == '"' for letter in key)
        assert set(asked.sounds) <= set(keys.sounds)
