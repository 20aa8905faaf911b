"""The one colour table: roles in a light, a dark and a high-contrast scheme, and how well one is read upon another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Colours:
    """One scheme; every value is `#rrggbb`, every name a role that widgets ask for."""

    is_dark: bool
    ground: str
    surface: str
    raised: str
    border: str
    outline: str
    text: str
    muted: str
    accent: str
    accent_text: str
    accent_hover: str
    accent_soft: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    danger: str
    danger_soft: str
    second: str
    side: str
    side_text: str
    side_strong: str
    side_chosen: str
    skin: str
    """Faces and hands in pictures: a middle tone, light enough for lines on it."""

    def of(self, role: str) -> str:
        """Return the colour of a role; raises AttributeError for a role that the table does not have."""
        return str(getattr(self, role))


LIGHT: Final = Colours(
    is_dark=False,
    ground="#f3f5f9",
    surface="#ffffff",
    raised="#edf1f6",
    border="#d5dce6",
    outline="#7a8699",
    text="#17202e",
    muted="#525f73",
    accent="#0f5fc2",
    accent_text="#ffffff",
    accent_hover="#0c4f9f",
    accent_soft="#e3eefb",
    good="#12693d",
    good_soft="#e2f3e9",
    warn="#8a4600",
    warn_soft="#fdf0dc",
    danger="#b3261e",
    danger_soft="#fce9e7",
    second="#a35200",
    side="#12263f",
    side_text="#cdd9e8",
    side_strong="#ffffff",
    side_chosen="#1f3f66",
    skin="#e3b189",
)

DARK: Final = Colours(
    is_dark=True,
    ground="#12161d",
    surface="#1b212b",
    raised="#262f3c",
    border="#364152",
    outline="#748297",
    text="#e8edf4",
    muted="#a3b0c2",
    accent="#63a8f7",
    accent_text="#0b1624",
    accent_hover="#86bcfa",
    accent_soft="#1f3550",
    good="#5fcb9c",
    good_soft="#17352a",
    warn="#eeab66",
    warn_soft="#3a2a17",
    danger="#f79a92",
    danger_soft="#43211f",
    second="#eeab66",
    side="#0c1016",
    side_text="#b9c6d6",
    side_strong="#ffffff",
    side_chosen="#22344b",
    skin="#80563b",
)

CONTRAST: Final = Colours(
    is_dark=True,
    ground="#000000",
    surface="#060606",
    raised="#1f1f1f",
    border="#b8b8b8",
    outline="#ffffff",
    text="#ffffff",
    muted="#ececec",
    accent="#ffe94d",
    accent_text="#000000",
    accent_hover="#fff6b0",
    accent_soft="#003a78",
    good="#86ffb6",
    good_soft="#002b15",
    warn="#ffcf85",
    warn_soft="#332000",
    danger="#ffb3ab",
    danger_soft="#3d0b07",
    second="#5ce1ff",
    side="#001b3d",
    side_text="#ffffff",
    side_strong="#ffffff",
    side_chosen="#00458f",
    skin="#5a3b26",
)

TABLES: Final = (LIGHT, DARK, CONTRAST)

TEXT_PAIRS: Final = (
    *((words, on) for words in ("text", "muted") for on in ("ground", "surface", "raised", "accent_soft")),
    *((words, on) for words in ("accent", "danger") for on in ("ground", "surface", "raised")),
    *(("accent", f"{kind}_soft") for kind in ("accent", "good", "warn", "danger")),
    ("surface", "accent"),
    ("surface", "second"),
    ("accent_text", "accent"),
    ("accent_text", "accent_hover"),
    ("good", "surface"),
    ("good", "ground"),
    ("warn", "surface"),
    ("warn", "ground"),
    ("second", "surface"),
    ("second", "accent_soft"),
    *((kind, f"{kind}_soft") for kind in ("good", "warn", "danger")),
    *(("text", f"{kind}_soft") for kind in ("good", "warn", "danger")),
    *((words, on) for words in ("side_text", "side_strong") for on in ("side", "side_chosen")),
)
"""Every pair of words and ground that is used (contrast at least 4.5, in high contrast at least 7)."""

SHAPE_PAIRS: Final = (
    *((edge, on) for edge in ("outline", "accent", "danger") for on in ("surface", "ground")),
    *(("accent", on) for on in ("raised", "accent_soft")),
    *((kind, on) for kind in ("good", "warn", "second") for on in ("surface", "ground", "raised")),
    ("accent_text", "accent"),
    *(("side_text", on) for on in ("side", "side_chosen")),
)
"""Edges of what is used, marks of the focus, icons and lines that say something (contrast at least 3)."""


_DARK_END: Final = 0.04045
"""Where the curve of sRGB begins."""


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= _DARK_END else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
