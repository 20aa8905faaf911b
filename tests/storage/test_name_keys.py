"""Names in one spelling are found in another, across scripts, and names of other people are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.domain.case_row import Match
from iq_desktop.storage.name_keys import fold, is_article, keys_of, split_words

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
LOOKALIKES = "Hassan/Hussein Omar/Amir Miller/Müller Mohammed/Mehmet Samir/Samira محمد/محمود Olena/Elena Reza/Rosa"
"""Other names of the same letters: they may be found, but only as similar."""
TIERS = (Match.EXACT, Match.SOUNDS_LIKE, Match.SIMILAR)


def pairs_in(block: str) -> list[tuple[str, str]]:
    return [(one, other) for one, _, other in (pair.partition("/") for pair in block.split()) if other]


def tier(one: str, other: str) -> Match | None:
    """Return the strictest kind of key that two names share."""
    mine, theirs = _keys(one), _keys(other)
    return next((match for match, left, right in zip(TIERS, mine, theirs, strict=True) if left & right), None)


def _keys(name: str) -> tuple[set[str], set[str], set[str]]:
    found = [keys_of(word) for word in split_words(name) if not is_article(word)]
    return (
        {fold for keys in found for fold in keys.folds},
        {sound for keys in found for sound in keys.sounds},
        {skeleton for keys in found for skeleton in keys.skeletons},
    )


@pytest.mark.parametrize(("one", "other"), pairs_in(SPELLINGS))
def test_two_spellings_of_a_name_meet(one: str, other: str) -> None:
    assert tier(one, other) is not None


@pytest.mark.parametrize(("one", "other"), pairs_in(FALSE_FRIENDS))
def test_names_of_other_people_do_not_meet(one: str, other: str) -> None:
    assert tier(one, other) is None


@pytest.mark.parametrize(("one", "other"), pairs_in(LOOKALIKES))
def test_lookalikes_are_never_more_than_similar(one: str, other: str) -> None:
    assert tier(one, other) in {Match.SIMILAR, None}


@pytest.mark.parametrize(
    ("one", "other"),
    pairs_in("Müller/Mueller Öztürk/Ozturk Weiß/Weiss Yılmaz/Yilmaz Łukasz/Lukasz احمد/أحمد کریمی/كريمي"),
)
def test_ways_to_write_the_same_letters_are_exact(one: str, other: str) -> None:
    assert tier(one, other) is Match.EXACT


def test_invisible_characters_and_apostrophes_part_no_word() -> None:
    assert split_words("O’Brien D'Angelo می\u200cخواهم Mül\u00adler") == ("obrien", "dangelo", "میخواهم", "müller")
    assert fold("Al-Khatib,  YARA") == "al khatib yara"


def test_composed_and_decomposed_letters_are_one() -> None:
    assert fold("Mu\u0308ller") == fold("Müller") == "mueller"
    assert keys_of(split_words("S\u0327ahin")[0]) == keys_of(split_words("Şahin")[0])


@given(st.text(max_size=30))
def test_any_text_has_keys_that_the_index_can_hold(text: str) -> None:
    for word in split_words(text):
        keys = keys_of(word)
        assert len(keys.sounds) <= 60
        for key in (*keys.sounds, *keys.skeletons):
            assert key
            assert not any(letter.isspace() for letter in key)
