"""Reads the pack of the words and numbers with which the IQ Webapp writes answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.catalogues.packs import load_pack

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PACK: Final = "webapp"


def read_webapp_lists(folder: Path) -> Mapping[str, Mapping[str, str]]:
    """Return for each field the code of ours by word or number of the Webapp, empty for no answer.

    Raises BrokenPack.
    """
    lists: Mapping[str, Mapping[str, str]] = load_pack(folder, PACK).content["lists"]
    return lists
