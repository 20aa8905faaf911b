"""Wires the rules of an open vault: packs of the program, states of the centre, standings of German occupations."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from iq_desktop.usecases.rule_ports import RulePorts

if TYPE_CHECKING:
    from iq_desktop.app.paths import Paths
    from iq_desktop.storage.journal_pen import JournalPen
    from iq_desktop.storage.vault import Vault


def rule_ports(paths: Paths, vault: Vault, pen: JournalPen) -> RulePorts:
    """Return the ports of rules; standings and course types are read when somebody first asks."""
    from iq_desktop.catalogues.german import read_german_law  # noqa: PLC0415  (after the window is painted)
    from iq_desktop.catalogues.regulation import read_standings  # noqa: PLC0415  (see above)
    from iq_desktop.catalogues.rules import RuleFiles  # noqa: PLC0415  (see above)
    from iq_desktop.catalogues.starter import read_course_types  # noqa: PLC0415  (see above)
    from iq_desktop.catalogues.way_terms import read_way_terms  # noqa: PLC0415  (see above)
    from iq_desktop.storage.rule_store import VaultRules  # noqa: PLC0415  (see above)

    standings = cache(partial(read_standings, paths.packs))
    course_types = cache(partial(read_course_types, paths.packs))
    german = cache(partial(read_german_law, paths.packs))
    ways = cache(partial(read_way_terms, paths.packs))
    reader, shelf = RuleFiles(paths.packs / "rules"), VaultRules(vault.cases, pen)
    return RulePorts(reader, shelf, standings, course_types, german, ways)
