"""The list of reference occupations of NIQ."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iq_desktop.catalogues.recognise import find_catalogues
from iq_desktop.catalogues.refusal import IncompleteCatalogue
from iq_desktop.domain.imports import CatalogueKind
from tests.support.catalogue_files import take_in, write_csv

if TYPE_CHECKING:
    from pathlib import Path


def row(number: str, title: str) -> dict[str, str]:
    return {"niq_id": number, "title_de": title}


def test_numbers_and_titles_are_taken_in(tmp_path: Path) -> None:
    rows = [
        row("-1", "keine Angabe"),
        row("19", " Bäcker*in "),
        row("748", "Altenpfleger*in  (ab 1.1.2020 nach PflBG)"),
    ]
    store = take_in(write_csv(tmp_path / "any.csv", rows))
    assert [(one.niq_id, one.name) for one in store.references] == [
        ("19", "Bäcker*in"),
        ("748", "Altenpfleger*in (ab 1.1.2020 nach PflBG)"),
    ]
    (state,) = store.states
    assert (state.kind, state.counts[0][1], state.skipped) == (CatalogueKind.NIQ, 2, ())


def test_bent_rows_are_left_out_and_told(tmp_path: Path) -> None:
    rows = [row("19", "Bäcker*in"), row("x", "Nichts"), row("20", ""), row("19", "Bäcker*in")]
    (state,) = take_in(write_csv(tmp_path / "any.csv", rows)).states
    assert [(one.reason.message, one.count, one.first_line) for one in state.skipped] == [
        ("{file}: no number or no name", 2, 3),
        ("{file}: the same number once more", 1, 5),
    ]


def test_a_list_without_an_occupation_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IncompleteCatalogue):
        take_in(write_csv(tmp_path / "any.csv", [row("-1", "keine Angabe")]))


def test_the_real_list_has_743_occupations(shared_folder: Path) -> None:
    (found,) = find_catalogues(shared_folder / "data" / "niq")
    store = take_in(found)
    assert len(store.references) == 743
    assert not store.states[0].skipped
