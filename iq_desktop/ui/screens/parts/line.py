"""What one line of a list says that leads somewhere."""

from __future__ import annotations

from dataclasses import dataclass

from iq_desktop.wording.text import NOTHING, Text


@dataclass(frozen=True, slots=True)
class Line:
    """What a line says; `icon` is the name of a shape or a kind of mark, `value` what the line stands for.

    `tail` is the name of a shape at the very end, such as the sign of what can be unfolded. With `is_mark` the icon has
    the colour of its kind (good, warn, danger, info, quiet).
    """

    icon: str
    title: Text
    subtitle: Text = NOTHING
    end: Text = NOTHING
    is_urgent: bool = False
    value: object = None
    tail: str = ""
    is_mark: bool = False
