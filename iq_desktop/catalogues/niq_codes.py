"""Reads the pack of the code lists of the documentation NIQ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.catalogues.packs import load_pack
from iq_desktop.domain.niq_codes import NiqCodes

if TYPE_CHECKING:
    from pathlib import Path

PACK: Final = "niq"


def read_niq_codes(folder: Path) -> NiqCodes:
    """Return the code lists from the folder of packs; raises BrokenPack."""
    pack = load_pack(folder, PACK)
    content = pack.content
    return NiqCodes(pack.version, pack.checked_on, content["answers"], content["states"], content["stateless"])
