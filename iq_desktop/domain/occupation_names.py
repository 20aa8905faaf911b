"""The names that stand in a title written for both genders: “Kaufmann*frau”, “Arzt*Ärztin”, “Bäcker/in”, “KöchIn”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_DATED: Final = re.compile(r"\s*\((?:ab|bis) [^)]*\)")
"""“(bis 31.7.2020)”: since when or until when there was such a training."""
_ASIDE: Final = re.compile(r"\s*\([^)]*\)")
_BOTH: Final = re.compile(r"(?P<man>[\w-]+)\*(?P<other>\w+)")
_SPLIT: Final = re.compile(r", | bzw\. |(?<=[a-zäöü])/(?=[A-ZÄÖÜ])")
_MARKED: Final = re.compile(r"(?<=\w)(?:[*:_/|]-?in(?:nen)?\b|\(in(?:nen)?\)|In(?:nen)?\b|[*:_/|]-?r\b|\(r\))")
_ANY_GENDER: Final = re.compile(r"\(\s*(?:m|w|d|x|f|gn)\s*(?:[/|,]\s*(?:m|w|d|x|f|gn)\s*)+\)", re.IGNORECASE)
_SAME_STEM: Final = 4
_UNTIL: Final = re.compile(r"\(bis \d")


def is_former(title: str) -> bool:
    """Return whether a title says until when there was such a training."""
    return bool(_UNTIL.search(title))


def plain_title(title: str) -> str:
    """Return a title without its dates and asides."""
    return " ".join(_ASIDE.sub("", _DATED.sub("", title)).split())


def names_in(title: str) -> tuple[str, ...]:
    """Return the names that a title holds, each once: of the whole in both genders, and of its parts."""
    plain = plain_title(title)
    parts = [part.strip() for part in _SPLIT.split(plain)]
    are_titles = len(parts) > 1 and all(part[:1].isupper() and ("*" in part or "/" in plain) for part in parts)
    found = [name for part in (parts if are_titles else [plain]) for name in _both(part)]
    return tuple(dict.fromkeys(found))


def without_gender(words: str) -> str:
    """Return what somebody typed without the marks of gender: “Bäcker/in (m/w/d)” is “Bäcker”."""
    return _MARKED.sub("", _ANY_GENDER.sub("", words))


def _both(part: str) -> Iterator[str]:
    """Yield the name of a man and the name of a woman."""
    yield _BOTH.sub(lambda found: found["man"] + (found["other"] if found["other"] == "r" else ""), part)
    yield _BOTH.sub(lambda found: _other_gender(found["man"], found["other"]), part)


def _other_gender(man: str, other: str) -> str:
    """Return the second form: “Kaufmann”, “frau” is “Kauffrau”; “Koch”, “Köchin” is “Köchin”."""
    if other == "in":
        return f"{man.removesuffix('e')}in"
    if other == "frau":
        return f"{man.removesuffix('mann')}frau"
    if other == "r":
        return man
    if other[0].isupper():
        return other
    at = man.casefold().find(other[:_SAME_STEM])
    return man[:at] + other if at > 0 else other.capitalize()
