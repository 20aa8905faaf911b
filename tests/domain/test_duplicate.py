"""Whether two people are one: what speaks for it and against it, weighed."""

from __future__ import annotations

import pytest

from iq_desktop.domain.client import Gender
from iq_desktop.domain.duplicate import Certainty, NameWord, Traits, compare
from iq_desktop.domain.partial_date import partial_date_from


def word(fold: str, sound: str = "", skeleton: str = "", *, has_vowels: bool = True) -> NameWord:
    """Return a word with one key of each kind."""
    keys = frozenset({skeleton or fold})
    return NameWord(frozenset({fold}), frozenset({sound or fold}), keys, keys, has_vowels)


AYSE, OEZTUERK, AISHE = word("ayse", "aise", "as"), word("oeztuerk", "ostork", "astrk"), word("aische", "aise", "as")
OTHER = (word("klein"), word("mira"))


def traits(*names: NameWord, birth: str = "", **more: object) -> Traits:
    date = partial_date_from(birth) if birth else None
    return Traits(passport=(names,) if names else (), birth=date, **more)  # type: ignore[arg-type]  # names of its fields


def certainty(one: Traits, other: Traits) -> Certainty | None:
    assert (compare(one, other) is None) is (compare(other, one) is None)
    found = compare(one, other)
    return found.certainty if found else None


def test_the_same_whole_name_is_told_while_a_date_of_birth_is_missing() -> None:
    one = traits(OEZTUERK, AYSE)
    assert certainty(one, one) is Certainty.POSSIBLE
    assert certainty(one, traits(AYSE, OEZTUERK, birth="1985")) is Certainty.POSSIBLE
    assert certainty(traits(AYSE), traits(AYSE)) is None
    assert certainty(one, traits(OEZTUERK, AISHE)) is None


def test_the_same_name_needs_something_more() -> None:
    assert certainty(traits(OEZTUERK, AYSE, birth="1985"), traits(AYSE, OEZTUERK, birth="1985")) is Certainty.POSSIBLE
    whole = traits(OEZTUERK, AYSE, birth="1985-03-12")
    assert certainty(whole, whole) is Certainty.LIKELY
    near = traits(OEZTUERK, AYSE, birth="1985-03-12", place="bonn", origins=frozenset({"TR"}))
    assert certainty(near, near) is Certainty.SURE


@pytest.mark.parametrize(
    ("birth", "fits"),
    [
        ("1985-03-12", True), ("1985-03", True), ("1985", True), ("1985~", True), ("1984/1986", True),
        ("[1985-03-12,1990-01-01]", True), ("1985-12-03", True), ("1985-03-13", True), ("1985-01-01", True),
        ("1985-07-30", False), ("1990", False), ("1984", False), ("1970/1975", False), ("[1960,1990]", False),
    ],
)  # fmt: skip
def test_dates_fit_or_contradict(birth: str, fits: bool) -> None:
    one, other = traits(OEZTUERK, AYSE, birth="1985-03-12"), traits(OEZTUERK, AYSE, birth=birth)
    assert (certainty(one, other) is not None) is fits


def test_contacts_speak_even_for_another_name() -> None:
    one = traits(OEZTUERK, AYSE, customer_number="123d456")
    assert certainty(one, traits(*OTHER, customer_number="123d456")) is None
    assert certainty(one, traits(AYSE, OTHER[0], customer_number="123d456")) is Certainty.POSSIBLE
    both = {"phones": frozenset({"2215550147"}), "email": "a@b"}
    assert certainty(traits(*OTHER, birth="1985", **both), traits(AYSE, OEZTUERK, birth="1985", **both)) is not None
    assert certainty(traits(*OTHER, phones=both["phones"]), traits(AYSE, OEZTUERK, phones=both["phones"])) is None


def test_one_word_that_many_have_is_not_enough() -> None:
    assert certainty(traits(AYSE, birth="1985"), traits(OEZTUERK, AYSE, birth="1985")) is None
    assert certainty(traits(AYSE, birth="1985-03-12"), traits(OEZTUERK, AISHE, birth="1985-03-12")) is not None


def test_another_gender_and_origin_speak_against() -> None:
    one = traits(OEZTUERK, AYSE, birth="1985", gender=Gender.FEMALE, origins=frozenset({"TR"}))
    other = traits(OEZTUERK, AYSE, birth="1985", gender=Gender.MALE, origins=frozenset({"SY"}))
    assert certainty(one, one) is not None
    assert certainty(one, other) is None
    silent = traits(OEZTUERK, AYSE, birth="1985", gender=Gender.NO_ANSWER)
    assert certainty(one, silent) is not None


def test_a_name_without_vowels_sounds_like_its_skeleton() -> None:
    arabic = (word("خطيب", "ktib", "ktb", has_vowels=False), word("يارا", "iara", "yr", has_vowels=False))
    latin = (word("khatib", "katib", "ktb"), word("yara", "yara", "yr"))
    found = compare(traits(*latin, birth="1985-03"), traits(*arabic, birth="1985-03"))
    assert found is not None
    assert found.reasons[0].message == "A name that sounds the same"


def test_nothing_known_is_nobody() -> None:
    assert compare(Traits(), Traits()) is None
    assert compare(traits(birth="1985-03-12"), traits(birth="1985-03-12")) is None
