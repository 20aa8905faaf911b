"""What the law says about procedures, as the program reads it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from iq_desktop.catalogues.procedure_law import read_procedure_law

if TYPE_CHECKING:
    from iq_desktop.domain.procedure_law import ProcedureLaw

_PROJECT = Path(__file__).resolve().parents[2]


@cache
def the_law(project: Path = _PROJECT) -> ProcedureLaw:
    """Return the law of the packs that come with the program."""
    return read_procedure_law(project / "resources" / "packs")
