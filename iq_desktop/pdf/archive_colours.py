"""What the colours of a paper mean: a profile of sRGB, made from the published figures of the colour space.

Red, green and blue are those of IEC 61966-2-1 for the white of D50, as the format of profiles wants them (ICC.1:2001).
"""

from __future__ import annotations

import struct
from functools import cache
from typing import Final

_PRIMARIES: Final = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
_WHITE: Final = (0.9642, 1.0, 0.8249)
_STEPS: Final = 1024
_NAME: Final = b"sRGB"
_DAY: Final = (2026, 1, 1, 0, 0, 0)
"""The day of the profile, the same in every file."""
_HEAD: Final = 128
_FULL: Final = 65535


@cache
def srgb_profile() -> bytes:
    """Return the profile (version 2.1, a screen, RGB to XYZ)."""
    tags = {
        b"desc": b"desc" + bytes(4) + struct.pack(">I", len(_NAME) + 1) + _NAME + bytes(1 + 8 + 3 + 67),
        b"cprt": b"text" + bytes(4) + b"No rights are reserved.\0",
        b"wtpt": _place(_WHITE),
        **{name: _place(place) for name, place in _PRIMARIES.items()},
    }
    curve = b"curv" + bytes(4) + struct.pack(f">I{_STEPS}H", _STEPS, *map(_light, range(_STEPS)))
    tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)
    table, body = b"", b""
    start = _HEAD + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    for name, content in tags.items():
        if content not in places:
            places[content] = start + len(body)
            body += content + bytes(-len(content) % 4)
        table += name + struct.pack(">II", places[content], len(content))
    return _head(start + len(body)) + struct.pack(">I", len(tags)) + table + body


def _head(size: int) -> bytes:
    """Return the first 128 bytes: size, kind, day, and the white that all is told against."""
    kind = struct.pack(">I4xI4s4s4s", size, 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    white = struct.pack(">3i", *map(_fixed, _WHITE))
    return (kind + struct.pack(">6H", *_DAY) + b"acsp" + bytes(28) + white).ljust(_HEAD, b"\0")


def _place(place: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *map(_fixed, place))


def _fixed(value: float) -> int:
    """Return a number in parts of 65,536."""
    return round(value * 65536)


def _light(step: int) -> int:
    """Return how much light a step of the curve stands for."""
    value = step / (_STEPS - 1)
    light = value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4  # noqa: PLR2004  (of the standard)
    return round(light * _FULL)
