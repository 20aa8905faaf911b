"""A name is typed in its own script, printed in both, and found in any spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.journey import as_seen

if TYPE_CHECKING:
    from tests.support.journey import Office

pytestmark = pytest.mark.usefixtures("rooms_when_visited")


def test_an_arabic_name_is_printed_as_it_is_written_and_found_in_other_spellings(desk: Office) -> None:
    desk.press("Fälle")
    desk.begin_case("Ehrenamtliche", "Arabisch", "Nicht nötig", "Arbeit finden")
    desk.fill("Familienname", "Muhammad")
    desk.fill("Vornamen", "Jusuf")
    desk.fill("Familienname in eigener Schrift", "محمد")
    desk.fill("Vornamen in eigener Schrift", "يوسف")
    words = "\n".join(desk.print_document("Kompetenzprofil", "Deutsch und Arabisch"))
    assert "Jusuf Muhammad" in words
    assert as_seen("يوسف محمد") in words
    for spelling in ("Mohammed", "Mohamed Yusuf", "محمد", "MUHAMAD"):
        assert "Muhammad, Jusuf" in desk.find_case(spelling), spelling


@pytest.mark.parametrize("spelling", ["Schewtschenko", "Ševčenko", "Шевченко", "shevch", "2026-0006"])
def test_a_name_is_found_however_it_is_spelled(desk: Office, spelling: str) -> None:
    assert desk.find_case(spelling)[0] == "Shevchenko, Olena"


def test_a_name_that_nobody_has_finds_nobody_and_says_so(desk: Office) -> None:
    assert desk.find_case("Xyzzy") == []
    assert desk.sees("Niemand gefunden.") or desk.sees("Niemanden gefunden.")
