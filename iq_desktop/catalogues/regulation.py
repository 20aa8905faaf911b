"""Reads the pack that tells which German reference occupations are regulated, are licensed crafts, or are neither."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from iq_desktop.catalogues.packs import load_pack
from iq_desktop.domain.comparison import Regulation
from iq_desktop.domain.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PACK: Final = "regulation"


def read_standings(folder: Path) -> Mapping[str, Standing]:
    """Return the standing of each listed reference occupation by its number in NIQ; raises BrokenPack."""
    classes = load_pack(folder, PACK).content["classes"]
    return {one["niq"]: _standing(group, one) for group in classes for one in group["occupations"]}


def _standing(group: Mapping[str, Any], one: Mapping[str, Any]) -> Standing:
    return Standing(
        niq_occupation=one["niq"],
        regulation=_REGULATIONS[group["regulation"]],
        kind=group["kind"],
        months=one.get("months"),
        basis=group["basis"],
        source=group["source"],
        verified=group["verified"],
    )


_REGULATIONS: Final = {one.value: one for one in Regulation}
