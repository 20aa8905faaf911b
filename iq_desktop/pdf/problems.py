"""What can go wrong on the way to paper, in words for the adviser."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from iq_desktop.usecases.problems import MissingGlyph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.wording.text import Text


@contextmanager
def naming(field: Text) -> Iterator[None]:
    """Name the field in the problem of a missing glyph that arises within, unless a narrower one is named already."""
    try:
        yield
    except MissingGlyph as problem:
        if problem.field is None:
            raise problem.in_field(field) from problem
        raise


__all__ = ["MissingGlyph", "naming"]
