"""A draft survives being written, and one that cannot be understood is none."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.usecases.drafts import Cursor, Draft, HalfTyped, Pressed, read_draft, write_draft

WORDS = st.text(max_size=20)
HALF_TYPED = st.builds(HalfTyped, WORDS, WORDS, WORDS, WORDS)
DRAFTS = st.builds(
    Draft,
    WORDS,
    WORDS,
    WORDS,
    st.lists(HALF_TYPED, max_size=3).map(tuple),
    st.lists(st.builds(Pressed, WORDS, WORDS), max_size=3).map(tuple),
    st.builds(Cursor, WORDS, WORDS, st.integers(0, 1000)),
)


@given(DRAFTS)
def test_a_draft_survives_being_written(draft: Draft) -> None:
    assert read_draft(write_draft(draft)) == draft


@given(st.binary(max_size=60))
def test_what_is_no_draft_is_none(noise: bytes) -> None:
    assert read_draft(noise) is None


def test_a_draft_of_another_version_is_none() -> None:
    written = json.loads(write_draft(Draft()))
    bent: object
    for bent in ({**written, "format": 2}, {**written, "typed": [{"unknown": 1}]}, {"format": 1}, [], 3):
        assert read_draft(json.dumps(bent).encode()) is None


def test_a_draft_counts_with_words_or_answers() -> None:
    assert Draft("today", "case").is_empty
    assert not Draft(typed=(HalfTyped("person", "words:name#0", "Zey"),)).is_empty
    assert not Draft(pressed=(Pressed("cases", "button:way#0"),)).is_empty
