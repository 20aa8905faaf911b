"""The block of signatures that may be there already: drawn lines, a typed name, or room to sign on by hand."""

from __future__ import annotations

from dataclasses import dataclass, field

from iq_desktop.domain.ink import Ink
from iq_desktop.wording.text import NOTHING, Text


@dataclass(frozen=True, slots=True)
class SignedLine:
    """One line to sign on: who signs below it, and above it the lines of a signature or a name, where they are there.

    `told` says how and when it was signed.
    """

    label: Text
    ink: Ink = field(default_factory=Ink)
    name: str = ""
    told: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Signed:
    """Lines of both sides beside each other, at the foot of their page."""

    lines: tuple[SignedLine, ...]
