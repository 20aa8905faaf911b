"""Every field of every part of a case is told in words, whatever stands in it."""

from __future__ import annotations

from typing import Any

import pytest

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.storage.codec import codec_of
from iq_desktop.usecases.field_labels import PART_LABELS, TECHNICAL, TITLES
from iq_desktop.usecases.field_words import kind_of, label_of, parts_of_case, title_of, value_of
from iq_desktop.wording.tongue import load_tongue, without_isolates
from tests.support.full_cases import an_overfull_case
from tests.support.source_code import PROJECT

GERMAN = load_tongue("de", PROJECT / "translations")
PARTS = ("", *parts_of_case())


def spoken(part: str, field: str, cell: Any) -> str:
    return without_isolates(GERMAN.speak(value_of(part, field, cell, {"adviser-1": "Frau Öztürk"})))


@pytest.mark.parametrize("part", PARTS)
def test_every_part_and_every_field_has_a_name(part: str) -> None:
    kind = kind_of(part)
    assert kind is not None
    assert PART_LABELS[part].message
    nameless = [name for name in codec_of(kind).columns if name not in TECHNICAL and not label_of(part, name).message]
    assert nameless == []


def test_every_part_of_which_there_are_several_says_how_its_rows_are_told_apart() -> None:
    several = {name for name, part in codec_of(CaseFile).parts.items() if part.several}
    assert set(TITLES) == several
    for part, names in TITLES.items():
        kind: Any = kind_of(part)
        assert set(names) <= set(codec_of(kind).columns)


def test_every_filled_field_of_an_overfull_case_says_something() -> None:
    case = an_overfull_case()
    for part in parts_of_case():
        values = getattr(case, part)
        codec: Any = codec_of(kind_of(part) or CaseFile)
        for value in values if isinstance(values, tuple) else (values,):
            row = dict(zip(codec.columns, codec.to_row(value), strict=True))
            for name, cell in row.items():
                if name not in TECHNICAL and cell not in (None, "", "[]"):
                    assert spoken(part, name, cell), f"{part}.{name}"
            if part in TITLES:
                assert title_of(part, row).message or part in {"releases", "papers"}, part


@pytest.mark.parametrize(
    ("part", "field", "cell", "words"),
    [
        ("client", "nationalities", '["SY","UA"]', "Syrien, Ukraine"),
        ("client", "gender", "female", "Weiblich"),
        ("client", "birth", "1980-05", "05/1980"),
        ("languages", "language", "ar", "Arabisch"),
        ("languages", "listening", "B1", "B1"),
        ("situation", "needs_childcare", 1, "ja"),
        ("situation", "needs_childcare", 0, "nein"),
        ("talks", "held_on", "2026-11-03", "03.11.2026"),
        ("talks", "minutes", 45, "45"),
        ("", "adviser_id", "adviser-1", "Frau Öztürk"),
        ("", "adviser_id", "somebody", "somebody"),
        ("client", "gender", "of tomorrow", "of tomorrow"),
        ("client", "nationalities", "no list", "no list"),
        ("client", "family_name", None, ""),
        ("client", "nationalities", "[]", ""),
    ],
)
def test_a_value_is_told_by_the_type_of_its_field(part: str, field: str, cell: Any, words: str) -> None:
    assert spoken(part, field, cell) == words


def test_what_keeps_rows_together_is_told_nobody() -> None:
    assert not label_of("papers", "belongs_to").message
    assert not label_of("no such part", "field").message
    assert kind_of("no such part") is None
