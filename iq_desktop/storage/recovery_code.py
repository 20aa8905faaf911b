"""The recovery code: 130 random bits for paper, with two check characters that name a slip before any key is derived.

The code is a Reed–Solomon word over GF(32): 26 characters of chance and two of check, whose roots are 1 and α. Its
distance is three, so every single wrong character is found and located, and every pair of wrong characters is found. A
swap of two neighbours is such a pair; the groups in which one would explain what was typed are named. Of two groups in
the wrong order, 31 cases of 32 are found.
"""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from typing import Final

from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import Text, say

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""The 32 characters of a code; I, L, O and U are missing, because people take them for others."""
CHANCE_LENGTH: Final = 26
CODE_LENGTH: Final = 28
GROUP_LENGTH: Final = 4
_FORGIVEN: Final = {"I": "1", "L": "1", "O": "0"}
_FIELD_POLYNOMIAL: Final = 0b100101  # x^5 + x^2 + 1, primitive over GF(2)
_FIELD_ORDER: Final = 31
_NAMEABLE_GROUPS: Final = 3


class RecoveryCodeSlipError(IqError):
    """A typed recovery code cannot be right."""


@dataclass(frozen=True, slots=True)
class RecoveryCode:
    """A whole and correct code; `symbols` are its 28 characters without dashes and never shown by accident."""

    symbols: str = field(repr=False)

    def printed(self) -> str:
        """Return the code in groups of four, as it stands on the recovery sheet."""
        starts = range(0, CODE_LENGTH, GROUP_LENGTH)
        return "-".join(self.symbols[start : start + GROUP_LENGTH] for start in starts)


def make_recovery_code() -> RecoveryCode:
    """Return a new code of 130 random bits."""
    chance = [secrets.randbelow(len(ALPHABET)) for _ in range(CHANCE_LENGTH)]
    return RecoveryCode("".join(ALPHABET[symbol] for symbol in (*chance, *_check_symbols(chance))))


def read_recovery_code(typed: str) -> RecoveryCode:
    """Return the code that a person typed; small letters, blanks, dashes, I, L for 1 and O for 0 are forgiven.

    Raises RecoveryCodeSlipError that names the strange character, the count, or the group that holds the slip.
    """
    characters = _meant_characters(typed)
    for character in characters:
        if character not in ALPHABET:
            raise RecoveryCodeSlipError(
                say("The character “{character}” does not occur in a recovery code.", character=character),
                say("Please compare the code with the recovery sheet, character by character."),
            )
    if len(characters) != CODE_LENGTH:
        raise _wrong_count(len(characters))
    symbols = [ALPHABET.index(character) for character in characters]
    plain, weighted = _syndromes(symbols)
    if plain:
        raise RecoveryCodeSlipError(
            say("The recovery code contains a slip."), _where_to_look(_group_of_slip(plain, weighted))
        )
    if weighted:
        raise _swapped(_groups_of_swap(symbols, weighted))
    return RecoveryCode(characters)


def confirm_recovery_code(code: str, typed: str) -> None:
    """Do nothing where somebody typed the code from the sheet; raises RecoveryCodeSlipError naming the wrong groups."""
    right, meant = _meant_characters(code), _meant_characters(typed)
    if meant == right:
        return
    if len(meant) != len(right):
        raise _wrong_count(len(meant))
    wrong = frozenset(place // GROUP_LENGTH + 1 for place in range(CODE_LENGTH) if meant[place] != right[place])
    raise RecoveryCodeSlipError(say("The recovery code contains a slip."), _where_to_look(wrong))


def _wrong_count(found: int) -> RecoveryCodeSlipError:
    return RecoveryCodeSlipError(
        say("A recovery code has {expected} characters; {found} were typed.", expected=CODE_LENGTH, found=found),
        say("Please type all seven groups of four characters from the recovery sheet."),
    )


def _meant_characters(typed: str) -> str:
    composed = unicodedata.normalize("NFKC", typed).upper()
    kept = (character for character in composed if not _is_between_groups(character))
    return "".join(_FORGIVEN.get(character, character) for character in kept)


def _is_between_groups(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in "ZC" or category in {"Pd", "Pc"} or character == "\N{MINUS SIGN}"


def _where_to_look(groups: frozenset[int]) -> Text:
    """Return the advice that names one to three groups (counted from one), or none where it would be a guess."""
    if len(groups) == 1:
        return say("Please check group {group}, counted from the left.", group=min(groups))
    if 1 < len(groups) <= _NAMEABLE_GROUPS:
        names = ", ".join(str(group) for group in sorted(groups))
        return say("Please check the groups {groups}, counted from the left.", groups=names)
    return say("Please compare the code with the recovery sheet, character by character.")


def _group_of_slip(plain: int, weighted: int) -> frozenset[int]:
    """Return the group in which one wrong character explains what was typed; empty where more than one is wrong."""
    if not weighted:
        return frozenset()
    position = (_LOGARITHMS[weighted] - _LOGARITHMS[plain]) % _FIELD_ORDER
    return frozenset({position // GROUP_LENGTH + 1}) if position < CODE_LENGTH else frozenset()


def _groups_of_swap(symbols: list[int], weighted: int) -> frozenset[int]:
    """Return the groups in which a swap of two neighbours, else of two whole groups, explains what was typed."""
    swapped = [
        position
        for position, (left, right) in enumerate(pairwise(symbols))
        if left != right and _product(left ^ right, _POWERS[position] ^ _POWERS[position + 1]) == weighted
    ]
    if swapped:
        return frozenset(place // GROUP_LENGTH + 1 for position in swapped for place in (position, position + 1))
    starts = range(0, CODE_LENGTH, GROUP_LENGTH)
    sums = [_syndromes(symbols[start : start + GROUP_LENGTH])[1] for start in starts]
    return frozenset(
        group + 1
        for first, second in combinations(range(len(sums)), 2)
        if _product(sums[first] ^ sums[second], _POWERS[starts[first]] ^ _POWERS[starts[second]]) == weighted
        for group in (first, second)
    )


def _swapped(groups: frozenset[int]) -> RecoveryCodeSlipError:
    """Return the message for characters that are right but stand in the wrong order, as it seems."""
    if not groups:
        return RecoveryCodeSlipError(say("The recovery code contains a slip."), _where_to_look(groups))
    names = ", ".join(str(group) for group in sorted(groups))
    return RecoveryCodeSlipError(
        say("In the recovery code, something seems to have been swapped."),
        say("Please compare the order of the characters: group {groups}, counted from the left.", groups=names),
    )


def _check_symbols(chance: list[int]) -> tuple[int, int]:
    """Return the two symbols that make both syndromes zero: c26 + c27 = s0 and α^26 c26 + α^27 c27 = s1."""
    plain, weighted = _syndromes(chance)
    first_weight, second_weight = _POWERS[CHANCE_LENGTH], _POWERS[CHANCE_LENGTH + 1]
    second = _quotient(weighted ^ _product(first_weight, plain), first_weight ^ second_weight)
    return plain ^ second, second


def _syndromes(symbols: list[int]) -> tuple[int, int]:
    """Return the sum of the symbols and their sum weighted with α^position."""
    plain = weighted = 0
    for position, symbol in enumerate(symbols):
        plain ^= symbol
        weighted ^= _product(symbol, _POWERS[position])
    return plain, weighted


def _powers_of_alpha() -> tuple[int, ...]:
    powers = [1]
    for _ in range(_FIELD_ORDER - 1):
        doubled = powers[-1] << 1
        powers.append(doubled ^ _FIELD_POLYNOMIAL if doubled >= len(ALPHABET) else doubled)
    return tuple(powers)


_POWERS: Final = _powers_of_alpha()
_LOGARITHMS: Final = {power: exponent for exponent, power in enumerate(_POWERS)}


def _product(left: int, right: int) -> int:
    if not left or not right:
        return 0
    return _POWERS[(_LOGARITHMS[left] + _LOGARITHMS[right]) % _FIELD_ORDER]


def _quotient(dividend: int, divisor: int) -> int:
    if not dividend:
        return 0
    return _POWERS[(_LOGARITHMS[dividend] - _LOGARITHMS[divisor]) % _FIELD_ORDER]
