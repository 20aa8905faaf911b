"""Reads what procedures ask for from the pack of checklists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from iq_desktop.catalogues.packs import load_pack
from iq_desktop.domain.checklist import ChecklistKind, ChecklistRules
from iq_desktop.domain.needed_papers import Asked, Form, Need, Translating, Weight

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from pathlib import Path


def read_checklists(folder: Path) -> tuple[ChecklistRules, ...]:
    """Return the rules of every kind of procedure, in the order of the pack; raises BrokenPack."""
    pack = load_pack(folder, "checklists")
    return tuple(_rules_of(one, pack.checked_on) for one in pack.content["checklists"])


def _rules_of(one: Mapping[str, Any], checked_on: dt.date) -> ChecklistRules:
    asked = tuple(_asked_of(line) for line in one["asked"])
    return ChecklistRules(ChecklistKind.of(one["kind"]), asked, checked_on, one["cite"], one["verified"])


def _asked_of(line: Mapping[str, Any]) -> Asked:
    return Asked(
        Need.of(line["need"]),
        line["cite"],
        Form.of(line["form"]),
        Translating.of(line["translating"]),
        Weight.of(line["weight"]),
        line["verified"],
    )
