"""How the content of an instrument's pack is built: which keys, which kinds of values, how many at most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from iq_desktop.catalogues.pack_rules import (
    Fault,
    at_most,
    day,
    day_or_none,
    each,
    flag,
    many,
    number,
    one_of,
    shape,
    words,
)
from iq_desktop.domain.biography import LifeKind
from iq_desktop.domain.instrument import Ask, Rater, Rule
from iq_desktop.domain.language_skill import Level, Skill
from iq_desktop.domain.qualification import WorkKind
from iq_desktop.domain.taxonomy import Dqr, Kmk

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMAT: Final = 1
MOST_STEPS: Final = 6
MOST_ITEMS: Final = 600
_CODE: Final = words(r"[a-z0-9-]{1,60}")
_NO_CODE: Final = words(r"[a-z0-9-]{0,60}")
_LINE: Final = words(r"[^\n]{1,400}")
_LANGUAGE: Final = r"[a-z]{2,3}(_[A-Za-z]{2,8})?"
_TEXT_KEY: Final = r"[a-z0-9.-]{1,140}"
_LIVES: Final = ("", *(kind.value for kind in LifeKind), *(f"work:{kind.value}" for kind in WorkKind))

_ITEM: Final = shape(
    {"code": _CODE},
    {
        "area": _NO_CODE,
        "picture": _NO_CODE,
        "parent": _NO_CODE,
        "skill": one_of("", *(skill.value for skill in Skill)),
        "level": one_of(*(level.value for level in Level if level is not Level.NONE), None),
        "life": one_of(*_LIVES),
    },
)
_SOURCE: Final = shape(
    {},
    {
        "section": _CODE,
        "values": at_most(MOST_STEPS, many(number(0, 100))),
        "children": flag,
        "outside": one_of("occupation_skills"),
    },
)
_SECTION: Final = shape(
    {"code": _CODE, "ask": one_of(*(ask.value for ask in Ask))},
    {
        "items": at_most(MOST_ITEMS, many(_ITEM, "code")),
        "scale": _CODE,
        "source": _SOURCE,
        "adaptive": flag,
        "most": number(1, 12),
        "shown_together": flag,
    },
)
_STEP: Final = shape({"value": number(0, 100)}, {"picture": _NO_CODE})
_SCALE: Final = shape({"code": _CODE, "steps": at_most(MOST_STEPS, many(_STEP, "value"))})
_AREA: Final = shape(
    {"code": _CODE},
    {"dqr": one_of("", *(part.value for part in Dqr)), "kmk": one_of("", *(part.value for part in Kmk))},
)
_PACK: Final = shape(
    {
        "pack": one_of("instrument"),
        "format": number(FORMAT, FORMAT),
        "code": _CODE,
        "version": words(r"\d{4}\.\d{1,4}"),
        "publisher": _LINE,
        "source": _LINE,
        "licence": _LINE,
        "checked_on": day,
        "verified": flag,
        "raters": many(one_of(*(rater.value for rater in Rater))),
        "sections": at_most(40, many(_SECTION, "code")),
        "scoring": at_most(
            40,
            many(
                shape(
                    {"rule": one_of(*(rule.value for rule in Rule)), "section": _CODE}, {"fills": one_of("", "scripts")}
                )
            ),
        ),
    },
    {
        "valid_from": day_or_none,
        "valid_to": day_or_none,
        "subject": one_of("", "language", "occupation", "task"),
        "is_anonymous": flag,
        "scales": at_most(12, many(_SCALE, "code")),
        "areas": at_most(
            24,
            many(
                _AREA,
                "code",
            ),
        ),
    },
)
_TEXTS: Final = shape(
    {"language": words(_LANGUAGE), "texts": each(_TEXT_KEY, words(r"\s*\S.{0,1199}"))},
    {"reviewed_by": words(r"[^\n]{0,200}"), "reviewed_on": day_or_none},
)
_WHOLE: Final = shape(
    {"pack": _PACK, "texts": each(_LANGUAGE, _TEXTS)},
    {
        "pictures": each(r"[a-z0-9-]{1,60}", words(r".{1,65536}")),
        "audio": each(_LANGUAGE, each(_TEXT_KEY, words(r"[A-Za-z0-9+/]+={0,2}"))),
    },
)


def find_shape_faults(content: Any) -> Iterator[Fault]:
    """Yield what is wrong with the build of a pack."""
    yield from _WHOLE(content, "")
