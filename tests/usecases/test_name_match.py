"""Names are found by the beginnings of their words, in any spelling of umlauts, every typed word counting."""

from __future__ import annotations

import pytest

from iq_desktop.usecases.name_match import Fit, findable, fit_of, is_one_slip_away


@pytest.mark.parametrize(
    ("typed", "name", "expected"),
    [
        ("geb", "Geburtsdatum", Fit.START),
        ("neuer f", "Neuer Fall", Fit.START),
        ("fall neu", "Neuer Fall", Fit.WORDS),
        ("uebersicht", "Übersicht", Fit.START),
        ("ubersicht", "Übersicht", Fit.START),
        ("Übersicht", "Uebersicht", Fit.START),
        ("strasse", "Straße und Hausnummer", Fit.START),
        ("STRASSE HAUS", "Straße und Hausnummer", Fit.WORDS),
        ("datum", "Geburtsdatum", Fit.INSIDE),
        ("nf", "Neuer Fall", Fit.INITIALS),
        ("gebrutsdatum", "Geburtsdatum", Fit.NEARLY),
        ("gebutsdatum", "Geburtsdatum", Fit.NEARLY),
    ],
)
def test_how_words_find_a_name(typed: str, name: str, expected: Fit) -> None:
    assert fit_of(typed, findable(name)) is expected


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("neuer kurs", "Neuer Fall"),  # every word counts
        ("um", "Geburtsdatum"),  # two letters inside a word find half the program
        ("gxburtsdxtum", "Geburtsdatum"),  # two slips are one too many
        ("fal", "Alt"),
        ("", "Neuer Fall"),
        ("…", "Neuer Fall"),
    ],
)
def test_what_finds_nothing(typed: str, name: str) -> None:
    assert fit_of(typed, findable(name)) is None


def test_words_may_stand_in_what_is_beside_the_name() -> None:
    field = findable("Familienname", ("Feld auf der Seite Person",))
    assert fit_of("person familien", field) is Fit.BESIDE
    assert fit_of("kontakt familien", field) is None


@pytest.mark.parametrize(
    ("typed", "name", "expected"),
    [
        ("drucken", "drucken", False),
        ("drukcen", "drucken", True),
        ("druxken", "drucken", True),
        ("druken", "drucken", True),
        ("druckken", "drucken", True),
        ("druckenx", "drucken", True),
        ("trukcen", "drucken", False),
    ],
)
def test_one_slip_is_forgiven_and_not_two(typed: str, name: str, expected: bool) -> None:
    assert is_one_slip_away(typed, name) is expected
