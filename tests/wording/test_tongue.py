"""A tongue speaks values into sentences, each in its own direction."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from iq_desktop.pdf.bidi import resolve_levels
from iq_desktop.wording.languages import Direction, direction_of
from iq_desktop.wording.text import NOTHING, Month, Text, as_it_is, say, say_count
from iq_desktop.wording.tongue import Tongue, isolate, load_tongue, without_isolates

DAY = dt.date(2026, 11, 3)
FSI, PDI = "\u2068", "\u2069"
HEADER = """msgid ""
msgstr ""
"Language: {code}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {plural}\\n"
"""
PLURALS = {
    "de": "nplurals=2; plural=(n != 1);",
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
}
TEXTS = {
    "de": 'msgid "Until {day}"\nmsgstr "Bis {day}"\n',
    "ar": (
        'msgid "Until {day}"\nmsgstr "حتى {day}"\n\nmsgid "{name} is here"\nmsgstr "{name} هنا"\n\n'
        'msgid "{count} case"\nmsgid_plural "{count} cases"\nmsgstr[0] "لا حالات"\nmsgstr[1] "حالة"\n'
        'msgstr[2] "حالتان"\nmsgstr[3] "{count} حالات"\nmsgstr[4] "{count} حالة"\nmsgstr[5] "{count} حالة واحدة"\n'
    ),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("translations")
    for code, texts in TEXTS.items():
        (folder / f"{code}.po").write_text(HEADER.format(code=code, plural=PLURALS[code]) + "\n" + texts, "utf-8")
    return folder


@pytest.fixture(scope="module")
def german(folder: Path) -> Tongue:
    return load_tongue("de", folder)


@pytest.fixture(scope="module")
def arabic(folder: Path) -> Tongue:
    return load_tongue("ar", folder)


@pytest.fixture(scope="module")
def english(folder: Path) -> Tongue:
    return load_tongue("en", folder)


def test_two_tongues_speak_the_same_text_at_once(german: Tongue, english: Tongue) -> None:
    text = say("Until {day}", day=DAY)
    assert german.speak(text) == "Bis 03.11.2026"
    assert english.speak(text) == "Until Nov 3, 2026"


def test_nothing_is_nothing(arabic: Tongue) -> None:
    assert arabic.speak(NOTHING) == ""


def test_words_of_a_person_are_spoken_as_they_are(arabic: Tongue) -> None:
    assert arabic.speak(as_it_is("Öztürk {x} %s")) == "Öztürk {x} %s"


def test_braces_in_a_value_do_no_harm(english: Tongue) -> None:
    assert english.speak(say("{name} is here", name="{day} {0} {{")) == "{day} {0} {{ is here"


def test_texts_inside_texts_are_spoken_too(german: Tongue) -> None:
    assert german.speak(say("» {inner} «", inner=say("Until {day}", day=DAY))) == "» Bis 03.11.2026 «"


def test_a_foreign_direction_is_isolated_and_the_own_is_not(arabic: Tongue, english: Tongue) -> None:
    assert arabic.speak(say("{name} is here", name="Anna (BA)")) == f"{FSI}Anna (BA){PDI} هنا"
    assert arabic.speak(say("{name} is here", name="ليلى")) == "ليلى هنا"
    assert english.speak(say("{name} is here", name="ليلى")) == f"{FSI}ليلى{PDI} is here"
    assert english.speak(say("{name} is here", name="Anna")) == "Anna is here"


@pytest.mark.parametrize(
    ("count", "spoken"),
    [(0, "لا حالات"), (1, "حالة"), (2, "حالتان"), (3, "3 حالات"), (11, "11 حالة"), (100, "100 حالة واحدة")],
)
def test_arabic_counts_in_six_forms(arabic: Tongue, count: int, spoken: str) -> None:
    text = say_count("{count} case", "{count} cases", count=count)
    plain = without_isolates(arabic.speak(text)).translate(str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789"))
    assert plain == spoken


def test_numbers_and_dates_follow_the_language(german: Tongue, english: Tongue) -> None:
    assert german.number(1234567) == "1.234.567"
    assert english.number(Decimal("1234.5")) == "1,234.5"
    assert german.month(Month(1980, 5)) == "Mai 1980"
    assert english.day(DAY) == "Nov 3, 2026"


def test_of_a_moment_its_day_is_spoken(german: Tongue) -> None:
    moment = dt.datetime(2026, 11, 3, 23, 30, tzinfo=dt.UTC)
    assert german.speak(say("Saved on {day}", day=moment)) == german.speak(say("Saved on {day}", day=moment.date()))
    assert "03.11.2026" in german.speak(say("Saved on {day}", day=moment))


def test_languages_and_states_have_names(german: Tongue) -> None:
    assert german.language_name("uk") == "Ukrainisch"
    assert german.language_name("fa_AF") == "Dari"
    assert german.language_name("zz") == "zz"
    assert german.country_name("TR") == "Türkei"
    assert german.country_name("QX") == "QX"


def test_directions() -> None:
    right_to_left = {
        code
        for code in ("ar", "de", "en", "fa", "fa_AF", "he", "ps", "ckb", "ti", "tr", "uk", "ur")
        if direction_of(code) is Direction.RIGHT_TO_LEFT
    }
    assert right_to_left == {"ar", "fa", "fa_AF", "he", "ps", "ckb", "ur"}


@given(words=some.text(), around=some.sampled_from(Direction))
def test_isolates_add_nothing_but_themselves(words: str, around: Direction) -> None:
    clean = without_isolates(words)
    assert without_isolates(isolate(clean, around)) == clean


@given(words=some.text())
def test_any_value_can_be_spoken(words: str) -> None:
    tongue = load_tongue("en", Path())
    assert without_isolates(tongue.speak(say("<{name}>", name=words))) == f"<{without_isolates(words)}>"


@pytest.mark.parametrize("turn", ["\u202a", "\u202b", "\u202d", "\u202e"])
def test_what_a_person_typed_never_turns_the_rest_of_the_sentence(german: Tongue, turn: str) -> None:
    spoken = german.speak(say("Case {number}, {day}", number=f"7{turn}8", day=dt.date(2026, 11, 3)))
    number, rest = spoken.split(", ")
    assert resolve_levels(spoken)[len(number) :] == [0] * (len(rest) + 2)


def test_texts_are_values() -> None:
    assert say("Until {day}", day=DAY) == Text("Until {day}", (("day", DAY),))
    assert hash(say_count("{count} case", "{count} cases", count=2)) == hash(
        say_count("{count} case", "{count} cases", count=2)
    )
    assert say_count("a", "b", count=2, place="x").values == (("count", 2), ("place", "x"))
