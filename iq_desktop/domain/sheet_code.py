"""The short code of an answer sheet: seven characters that tell the run, and one that finds a slip of the pen.

The code is worked out from the identity of the run, so that nothing more has to be kept; it tells nobody who does not
have the vault anything. 31 is prime: one wrong character or two exchanged neighbours never give another right code.
"""

from __future__ import annotations

import hashlib
import unicodedata
from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXY"
"""31 characters; I, L, O, U are missing because people take them for others, Z because 31 is prime."""
CODE_LENGTH: Final = 8
_HALF: Final = CODE_LENGTH // 2
_FORGIVEN: Final = {"I": "1", "L": "1", "O": "0", "Z": "2"}
_DIGEST_BYTES: Final = 8


def sheet_code(run_id: str) -> str:
    """Return the code of a run as it is printed, such as `7K3Q-M2X9`."""
    number = int.from_bytes(hashlib.blake2b(run_id.encode(), digest_size=_DIGEST_BYTES).digest(), "big")
    symbols = [number // len(ALPHABET) ** place % len(ALPHABET) for place in range(CODE_LENGTH - 1)]
    characters = "".join(ALPHABET[symbol] for symbol in (*symbols, _check(symbols)))
    return f"{characters[:_HALF]}-{characters[_HALF:]}"


def find_code(typed: str) -> str | None:
    """Return the code that somebody typed as it is printed, or None where it cannot be right."""
    plain = unicodedata.normalize("NFKC", typed).upper()
    meant = [_FORGIVEN.get(character, character) for character in plain if character.isalnum()]
    if len(meant) != CODE_LENGTH or any(character not in ALPHABET for character in meant):
        return None
    symbols = [ALPHABET.index(character) for character in meant]
    if _check(symbols[:-1]) != symbols[-1]:
        return None
    return f"{''.join(meant[:_HALF])}-{''.join(meant[_HALF:])}"


def _check(symbols: list[int]) -> int:
    return sum(place * symbol for place, symbol in enumerate(symbols, start=2)) % len(ALPHABET)
