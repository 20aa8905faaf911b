"""The paired brackets of Unicode 15 (the 64 pairs of BidiBrackets.txt), which Python's `unicodedata` does not hold."""

from __future__ import annotations

from typing import Final

# Runs of code points in which an opening and its closing bracket follow each other.
_NEIGHBOURS: Final = (
    (0x0028, 0x0029), (0x0F3A, 0x0F3D), (0x169B, 0x169C), (0x2045, 0x2046), (0x207D, 0x207E), (0x208D, 0x208E),
    (0x2308, 0x230B), (0x2329, 0x232A), (0x2768, 0x2775), (0x27C5, 0x27C6), (0x27E6, 0x27EF), (0x2983, 0x298C),
    (0x2991, 0x2998), (0x29D8, 0x29DB), (0x29FC, 0x29FD), (0x2E22, 0x2E29), (0x2E55, 0x2E5C), (0x3008, 0x3011),
    (0x3014, 0x301B), (0xFE59, 0xFE5E), (0xFF08, 0xFF09), (0xFF5F, 0xFF60), (0xFF62, 0xFF63),
)  # fmt: skip
_APART: Final = ((0x5B, 0x5D), (0x7B, 0x7D), (0x298D, 0x2990), (0x298F, 0x298E), (0xFF3B, 0xFF3D), (0xFF5B, 0xFF5D))
_SAME: Final = {"\u232a": "\u3009"}
"""Closing brackets that are canonically the same character as another one."""


def _pairs() -> dict[str, str]:
    """Return each opening bracket with its closing one."""
    pairs = {chr(a): chr(b) for a, b in _APART}
    for first, last in _NEIGHBOURS:
        pairs |= {chr(code): chr(code + 1) for code in range(first, last, 2)}
    return pairs


OPENERS: Final = {opener: _SAME.get(closer, closer) for opener, closer in _pairs().items()}
"""Each opening bracket with the closing bracket it waits for."""

CLOSERS: Final = {closer: _SAME.get(closer, closer) for closer in _pairs().values()}
"""Each closing bracket with the form under which it is waited for."""
