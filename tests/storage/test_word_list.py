"""Offered passwords: enough words, each easy to type, drawn by lot, and worth what is said."""

from __future__ import annotations

import math
import re
import secrets
from typing import TYPE_CHECKING

import pytest

from iq_desktop.storage.key_slots import check_new_password
from iq_desktop.storage.password_price import price_password
from iq_desktop.storage.word_list import FEWEST_WORDS, draw_password, read_words
from iq_desktop.wording.problems import IqError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def words_file(project_folder: Path) -> Path:
    return project_folder / "resources" / "words" / "passwords_de.txt"


def test_the_list_has_enough_words_that_anybody_can_type(words_file: Path) -> None:
    words = read_words(words_file)
    assert len(words) >= FEWEST_WORDS == 2048
    assert all(re.fullmatch("[a-z]{4,8}", word) for word in words)
    listed = [word for line in words_file.read_text("utf-8").splitlines() if line[0] != "#" for word in line.split()]
    assert len(listed) == len(set(listed))
    assert not {word + end for word in words for end in ("n", "en", "s", "e", "er")} & set(words)


def test_five_words_are_drawn_and_their_worth_is_counted(words_file: Path) -> None:
    words = set(read_words(words_file))
    offers = [draw_password(words_file) for _ in range(200)]
    assert len({offer.words for offer in offers}) == 200
    for offer in offers:
        assert len(offer.words.split(" ")) == 5
        assert set(offer.words.split(" ")) <= words
        assert (offer.choices, offer.bits) == (len(words), math.floor(5 * math.log2(len(words))))
        assert offer.bits >= 55
        check_new_password(offer.words)
        assert price_password(offer.words).message != "Weak. Please take more words that do not belong together."


def test_each_word_is_drawn_from_all(words_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []

    def choose(words: tuple[str, ...]) -> str:
        seen.append(len(words))
        return words[-1]

    monkeypatch.setattr(secrets, "choice", choose)
    draw_password(words_file)
    assert seen == [len(read_words(words_file))] * 5


def test_a_missing_or_shortened_list_offers_nothing(tmp_path: Path) -> None:
    short = tmp_path / "short.txt"
    short.write_text("# a remark\n" + " ".join(f"wort{number}" for number in range(2047)), encoding="utf-8")
    for path in (None, tmp_path / "missing.txt", short):
        with pytest.raises(IqError, match="list of words"):
            draw_password(path)


def test_an_offer_does_not_show_itself_by_accident(words_file: Path) -> None:
    offer = draw_password(words_file)
    assert offer.words not in repr(offer)
