"""JSON of strangers: every value with its line, nothing twice, nothing without end."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.catalogues.strict_json import BrokenJsonError, read_json

LEAVES = st.none() | st.booleans() | st.integers(-(10**14), 10**14) | st.text(max_size=12)
LISTS = st.lists(LEAVES, max_size=4) | st.dictionaries(st.text(max_size=8), LEAVES, max_size=4)
VALUES = LEAVES | LISTS | st.lists(LISTS, max_size=4) | st.dictionaries(st.text(max_size=8), LISTS, max_size=4)


@given(value=VALUES, indent=st.sampled_from([None, 1]))
def test_it_reads_what_json_writes(value: object, indent: int | None) -> None:
    for is_ascii in (True, False):
        found, _ = read_json(json.dumps(value, indent=indent, ensure_ascii=is_ascii).encode())
        assert found == value


def test_every_value_has_its_line() -> None:
    _, lines = read_json(b'{\n "sections": [\n  {"code": "a"},\n  {\n   "code": "b"}\n ]\n}', first_line=2)
    assert (lines["sections"], lines["sections[0].code"], lines["sections[1]"], lines["sections[1].code"]) == (
        3,
        4,
        5,
        6,
    )


@pytest.mark.parametrize(
    ("octets", "line", "what"),
    [
        (b"", 1, "this is no JSON"),
        (b'{"a": 1', 1, "this is no JSON"),
        (b'{"a": 1,\n "b" 2}', 2, "this is no JSON"),
        (b"[1,]", 1, "this is no JSON"),
        (b"[1.5]", 1, "this is no JSON"),
        (b"[1e9]", 1, "this is no JSON"),
        (b"[NaN]", 1, "this is no JSON"),
        (b"[12345678901234567890]", 1, "this is no JSON"),
        (b"[01]", 1, "this is no JSON"),
        (b"['a']", 1, "this is no JSON"),
        (b'["a\nb"]', 1, "this is no JSON"),
        (b'["\\x"]', 1, "this is no JSON"),
        (b"{1: 2}", 1, "this is no JSON"),
        (b"{}\n{}", 2, "something follows after the end"),
        (b'{"a": 1,\n\n "a": 2}', 3, "the key “{key}” stands there twice"),
        (b'{"a": 1, "\\u0061": 2}', 1, "the key “{key}” stands there twice"),
        (b'{"' + b"k" * 200 + b'": 1}', 1, "the key is too long"),
        (b"\n" + b"[" * 1000 + b"]" * 1000, 2, "there is more in it than a pack can need"),
        (b"[" + b"1," * 70_000 + b"1]", 1, "there is more in it than a pack can need"),
        (b'{"a": "\xff"}', 1, "the letters are not written as UTF-8"),
        (b'{\n"a": "\xff"}', 2, "the letters are not written as UTF-8"),
    ],
    ids=range(21),
)
def test_what_is_broken_is_told_with_its_line(octets: bytes, line: int, what: str) -> None:
    with pytest.raises(BrokenJsonError) as refused:
        read_json(octets)
    assert (refused.value.line, refused.value.what.message) == (line, what)


@given(octets=st.binary(max_size=60))
def test_no_bytes_do_anything_else(octets: bytes) -> None:
    with suppress(BrokenJsonError):
        assert read_json(octets)[1][""] == 1 or octets.startswith((b"\n", b" ", b"\t", b"\r"))
