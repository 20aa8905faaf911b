"""Which languages and states can be chosen; their names come from the tongue."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iq_desktop.wording.tongue import Tongue

LANGUAGES: Final = tuple(
    "af ak am ar as az be bg bm bn bo bs ca ceb ckb cs cy da de dv ee el en es et eu fa fa_AF ff fi fil fr ga gl gn"
    " gu ha he hi hr ht hu hy id ig is it ja jv ka kab kk km kmr kn ko kri ku ky lb lg ln lo lt luo lv mai mg mi mk ml"
    " mn mr ms mt my ne nl no ny om or pa pl ps pt qu rn ro rom ru rw sd sg si sk sl sn so sq sr st su sv sw ta te"
    " tg th ti tk tn tr ts tt ug uk ur uz vi wo xh yo zgh zh zu".split()
)
"""Codes of languages that clients of a centre speak (ISO 639, Dari as `fa_AF`)."""
COUNTRIES: Final = tuple(
    "AD AE AF AG AI AL AM AO AR AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF"
    " CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE"
    " GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN"
    " KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY"
    " MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD"
    " SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA"
    " VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW".split()
)
"""ISO 3166-1 alpha-2 codes, and XK for Kosovo."""


@lru_cache(maxsize=4)
def named_languages(tongue: Tongue) -> tuple[tuple[str, str], ...]:
    """Return the languages as pairs of code and name, in the order of their names."""
    return _by_name((code, tongue.language_name(code)) for code in LANGUAGES)


@lru_cache(maxsize=4)
def named_countries(tongue: Tongue) -> tuple[tuple[str, str], ...]:
    """Return the states as pairs of code and name, in the order of their names."""
    return _by_name((code, tongue.country_name(code)) for code in COUNTRIES)


def _by_name(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(pairs, key=lambda pair: _fold(pair[1])))


def _fold(name: str) -> str:
    """Return a name as it is ordered: Ä among A, Ö among O."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", name.casefold()) if letter.isalnum())
