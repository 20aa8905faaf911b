"""Titles that are written for both genders hold two names."""

from __future__ import annotations

import pytest

from iq_desktop.domain.occupation_names import is_former, names_in, plain_title, without_gender


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Bäcker*in", ("Bäcker", "Bäckerin")),
        ("Logopäde*in", ("Logopäde", "Logopädin")),
        ("Kaufmann*frau für Büromanagement", ("Kaufmann für Büromanagement", "Kauffrau für Büromanagement")),
        ("Arzt*Ärztin", ("Arzt", "Ärztin")),
        ("Rechtsanwalt*rechtsanwältin", ("Rechtsanwalt", "Rechtsanwältin")),
        ("Flachglastechnologe*technologin", ("Flachglastechnologe", "Flachglastechnologin")),
        ("Fachangestellte*r für Bäder", ("Fachangestellter für Bäder", "Fachangestellte für Bäder")),
        ("Technische*r Produktdesigner*in", ("Technischer Produktdesigner", "Technische Produktdesignerin")),
        ("Pflegefachmann/Pflegefachfrau (ab 1.1.2020 nach PflBG)", ("Pflegefachmann", "Pflegefachfrau")),
        (
            "Sozialpädagoge*in, Sozialarbeiter*in",
            ("Sozialpädagoge", "Sozialpädagogin", "Sozialarbeiter", "Sozialarbeiterin"),
        ),
        (
            "Anlagenmechaniker*in für Sanitär-, Heizungs- und Klimatechnik",
            (
                "Anlagenmechaniker für Sanitär-, Heizungs- und Klimatechnik",
                "Anlagenmechanikerin für Sanitär-, Heizungs- und Klimatechnik",
            ),
        ),
        ("Werkzeugmacher (Geprüfter)", ("Werkzeugmacher",)),
    ],
)  # fmt: skip
def test_both_names_are_told(title: str, names: tuple[str, ...]) -> None:
    assert names_in(title) == names


@pytest.mark.parametrize(
    "typed",
    ["Bäcker*in", "Bäcker/in", "Bäcker:in", "Bäcker_in", "BäckerIn", "Bäcker(in)", "Bäcker (m/w/d)", "Bäcker/-in"],
)
def test_marks_of_gender_are_left_out(typed: str) -> None:
    assert without_gender(typed).strip() == "Bäcker"


def test_a_word_that_ends_like_a_mark_stays() -> None:
    assert without_gender("Bäckerin in Berlin") == "Bäckerin in Berlin"


def test_a_title_tells_whether_it_is_history() -> None:
    assert is_former("Systemelektroniker*in (bis 31.7.2021)")
    assert not is_former("Kosmetikermeister*in (ab 1.7.2021)")
    assert plain_title("Fachwirt*in  (Geprüfte*r) für Güterverkehr") == "Fachwirt*in für Güterverkehr"
