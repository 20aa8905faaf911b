"""What the words of the IQ Webapp mean at this desk: its lists, our own words, states, occupations, advisers."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.reference_occupation import SPECIAL_NUMBERS
from iq_desktop.usecases.webapp_fields import PERSON_FIELDS, QUALIFICATION_FIELDS, TALK_FIELDS, fold
from iq_desktop.usecases.webapp_values import COUNTRY, ImportWords
from iq_desktop.wording.lists import named_countries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.webapp_fields import ImportField
    from iq_desktop.wording.tongue import Tongue

_TONGUES: Final = ("de", "en")
_NOTHING: Final = ("keine Angabe", "keine Angaben", "k. A.", "unbekannt")
"""Words for no answer, understood in every list that has no answer of its own for them."""


def import_words(desk: Desk, chosen: Iterable[tuple[str, str, str]]) -> ImportWords:
    """Return what every word means, with what was chosen for unknown ones (list, folded word, code)."""
    tongues = [desk.tongue(code) for code in _TONGUES]
    answers = {name: dict(_of_list(field, desk.webapp.lists.get(name, {}), tongues)) for name, field in choice_lists()}
    countries = _countries(desk, tongues)
    for name, said, code in chosen:
        (countries if name == COUNTRY else answers.setdefault(name, {}))[said] = code
    advisers = {fold(one.name): one.id for one in desk.centres.advisers()}
    for one in desk.centres.advisers():
        last = one.name.split()[-1] if one.name.split() else ""
        advisers.setdefault(fold(last), one.id)
    return ImportWords(answers, countries, _occupations(desk), advisers, desk.clock.today())


def choice_lists() -> Iterator[tuple[str, ImportField]]:
    """Yield every field that has a list of answers, under the name of its list."""
    yield from ((one.code, one) for one in (*PERSON_FIELDS, *TALK_FIELDS) if one.choices is not None)
    yield from ((f"qualification.{one.code}", one) for one in QUALIFICATION_FIELDS if one.choices is not None)


def _of_list(field: ImportField, words: Mapping[str, str], tongues: Iterable[Tongue]) -> Iterator[tuple[str, str]]:
    """Yield folded words with their codes; the Webapp's own come last, so that they count."""
    choices = tuple(field.choices or ())
    yield from ((fold(word), "") for word in _NOTHING)
    yield from ((fold(one.value), one.value) for one in choices)
    yield from ((fold(tongue.speak(one.label)), one.value) for tongue in tongues for one in choices)
    yield from ((fold(word), code) for word, code in words.items())


def _countries(desk: Desk, tongues: Iterable[Tongue]) -> dict[str, str]:
    names = {fold(word): "" for word in _NOTHING}
    for tongue in tongues:
        names |= {fold(name): code for code, name in named_countries(tongue)}
    names |= {code.casefold(): code for code in desk.niq.codes.states}
    names |= {str(number): code for code, number in desk.niq.codes.states.items()}
    names |= {"-1": "", "-1000": ""}
    return names | {fold(word): code for word, code in desk.webapp.lists.get(COUNTRY, {}).items()}


def _occupations(desk: Desk) -> Callable[[str], tuple[str, str] | None]:
    special = {fold(desk.tongue("de").speak(name)): number for number, name in SPECIAL_NUMBERS.items()}

    @cache
    def find(said: str) -> tuple[str, str] | None:
        if fold(said) in special or said in SPECIAL_NUMBERS:
            return special.get(fold(said), said), ""
        if said.isdigit():
            known = desk.reference.find_reference_occupation(said)
            return (known.niq_id, known.name) if known else None
        found = desk.reference.find_reference_occupations(said, limit=3)
        exact = (one.occupation for one in found if fold(one.occupation.name) == fold(said))
        return next(((one.niq_id, one.name) for one in exact), None)

    return find
