"""The Länder of Germany, and what makes a day a public holiday there."""

from __future__ import annotations

from iq_desktop.domain.choice import Choice
from iq_desktop.wording.text import say


class Land(Choice):
    """A Land of Germany, by its code in ISO 3166-2."""

    BADEN_WUERTTEMBERG = "BW", say("Baden-Württemberg")
    BAVARIA = "BY", say("Bavaria")
    BERLIN = "BE", say("Berlin")
    BRANDENBURG = "BB", say("Brandenburg")
    BREMEN = "HB", say("Bremen")
    HAMBURG = "HH", say("Hamburg")
    HESSE = "HE", say("Hesse")
    MECKLENBURG = "MV", say("Mecklenburg-Western Pomerania")
    LOWER_SAXONY = "NI", say("Lower Saxony")
    NORTH_RHINE = "NW", say("North Rhine-Westphalia")
    PALATINATE = "RP", say("Rhineland-Palatinate")
    SAARLAND = "SL", say("Saarland")
    SAXONY = "SN", say("Saxony")
    SAXONY_ANHALT = "ST", say("Saxony-Anhalt")
    HOLSTEIN = "SH", say("Schleswig-Holstein")
    THURINGIA = "TH", say("Thuringia")
