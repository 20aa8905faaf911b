"""What must stand in the pack of ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from iq_desktop.catalogues.pack_rules import Fault, flag, many, number, one_of, shape, words
from iq_desktop.domain.language_skill import Level
from iq_desktop.domain.way_terms import GermanFor, Lasting
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from iq_desktop.catalogues.pack_rules import Rule

_CITE: Final = words(r"(§ .+)?")
_TIME: Final = shape(
    {
        "code": one_of(*(one.value for one in Lasting)),
        "days_low": number(0, 2000),
        "days_high": number(1, 2000),
        "cite": _CITE,
        "verified": flag,
    }
)
_LEVEL: Final = shape(
    {
        "code": one_of(*(one.value for one in GermanFor)),
        "level": one_of(*(level.value for level in Level)),
        "cite": _CITE,
        "verified": flag,
    }
)
WAYS: Final[Mapping[str, Rule]] = {
    "times": many(_TIME, "code"),
    "levels": many(_LEVEL, "code"),
    "shortened_by": shape({"part": words(r"[1-9]/[1-9]"), "cite": words(r"§ .+"), "verified": flag}),
}


def find_faults_of_ways(content: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what is missing, what ends before it begins, and what counts as verified without a place in the law."""
    times, levels = content["times"], content["levels"]
    for code in sorted({one.value for one in Lasting} - {one["code"] for one in times}):
        yield Fault("times", say("“{value}” is missing", value=code))
    for code in sorted({one.value for one in GermanFor} - {one["code"] for one in levels}):
        yield Fault("levels", say("“{value}” is missing", value=code))
    for at, one in enumerate(times):
        if one["days_low"] > one["days_high"]:
            yield Fault(f"times[{at}].days_high", say("ends before it begins"))
    for name, listed in (("times", times), ("levels", levels)):
        for at, one in enumerate(listed):
            if one["verified"] and not one["cite"]:
                yield Fault(f"{name}[{at}].cite", say("is missing"))
