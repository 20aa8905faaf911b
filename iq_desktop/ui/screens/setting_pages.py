"""Which page shows which section of the settings; each is built when it is first visited."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.role import Act
from iq_desktop.ui.screens.parts.access_cards import CentreCodeCard, RecoveryCard
from iq_desktop.ui.screens.parts.advisers_card import AdvisersCard
from iq_desktop.ui.screens.parts.backup_settings import BackupSettings
from iq_desktop.ui.screens.parts.bodies_card import BodiesCard
from iq_desktop.ui.screens.parts.catalogues_card import CataloguesCard
from iq_desktop.ui.screens.parts.centre_settings import CentreSettings
from iq_desktop.ui.screens.parts.closed_card import ClosedCard
from iq_desktop.ui.screens.parts.course_table_card import CourseTableCard
from iq_desktop.ui.screens.parts.journal_cards import ClosedJournal, JournalCard, JournalCheckCard, JournalCodeCard
from iq_desktop.ui.screens.parts.my_settings import MySettings
from iq_desktop.ui.screens.parts.new_key_card import NewKeyCard
from iq_desktop.ui.screens.parts.organisations_card import OrganisationsCard
from iq_desktop.ui.screens.parts.pack_settings import PackSettings
from iq_desktop.ui.screens.parts.privacy_settings import PrivacySettings
from iq_desktop.ui.screens.parts.rule_settings import RulesCard
from iq_desktop.ui.screens.parts.settings_page import SettingsPage
from iq_desktop.ui.screens.parts.trust_card import TrustCard
from iq_desktop.ui.screens.parts.vault_card import VaultCard
from iq_desktop.ui.screens.parts.webapp_card import WebappCard
from iq_desktop.usecases.permissions import may_i
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from iq_desktop.ui.shell.workplace import Workplace


def make_cards(
    section: str,
    makers: Mapping[str, Callable[[Workplace, QWidget], QWidget]],
    place: Workplace,
    parent: QWidget | None = None,
) -> SettingsPage:
    """Return a section that is a column of cards, each made under the name of its part."""
    page = SettingsPage(section, place, parent)
    for name, make in makers.items():
        page.add(name, make(place, page))
    return page


def make_team(place: Workplace, parent: QWidget | None = None) -> SettingsPage:
    """Return the section of the advisers; a new key is offered as soon as somebody has left."""
    page = SettingsPage("team", place, parent)
    advisers = AdvisersCard(place, page)
    page.add("advisers", advisers)
    if may_i(place.desk, Act.KEEP_KEYS):
        new_key = NewKeyCard(place, page)
        page.add("new_key", new_key)
        advisers.removed.connect(new_key.offer)
    else:
        page.add("new_key", ClosedCard(say("Key of the vault"), Act.KEEP_KEYS, page))
    return page


def make_keys(place: Workplace, parent: QWidget | None = None) -> SettingsPage:
    """Return the section of the vault; codes on paper are only for whoever keeps the keys."""
    page = SettingsPage("keys", place, parent)
    page.add("vault", VaultCard(place, page))
    is_open = may_i(place.desk, Act.KEEP_KEYS)
    page.add(
        "recovery",
        RecoveryCard(place, page) if is_open else ClosedCard(say("Recovery code"), Act.KEEP_KEYS, page),
    )
    page.add(
        "centre_code",
        CentreCodeCard(place, page) if is_open else ClosedCard(say("Code of the centre"), Act.KEEP_KEYS, page),
    )
    return page


def make_catalogues(place: Workplace, parent: QWidget | None = None) -> SettingsPage:
    """Return the section of the catalogues; the list knows at once what came from a table."""
    page = SettingsPage("catalogues", place, parent)
    catalogues, table = CataloguesCard(place, page), CourseTableCard(place, page)
    table.taken.connect(catalogues.refresh)
    page.add("catalogue_list", catalogues)
    page.add("course_table", table)
    return page


def make_journal(place: Workplace, parent: QWidget | None = None) -> SettingsPage:
    """Return the section of the journal; all entries are only for whoever may see them."""
    page = SettingsPage("journal", place, parent)
    page.add("journal_entries", JournalCard(place, page) if may_i(place.desk, _WHOLE) else ClosedJournal(page))
    page.add("journal_check", JournalCheckCard(place, page))
    page.add("journal_code", JournalCodeCard(place, page))
    return page


_WHOLE: Final = Act.SEE_WHOLE_JOURNAL

SETTING_PAGES: Final[Mapping[str, Callable[[Workplace, QWidget | None], SettingsPage]]] = {
    "mine": MySettings,
    "centre": CentreSettings,
    "backups": BackupSettings,
    "keys": make_keys,
    "team": make_team,
    "journal": make_journal,
    "privacy": PrivacySettings,
    "catalogues": make_catalogues,
    "webapp": partial(make_cards, "webapp", {"webapp_import": WebappCard}),
    "bodies": partial(make_cards, "bodies", {"organisation_list": OrganisationsCard, "body_list": BodiesCard}),
    "instruments": PackSettings,
    "rules": partial(make_cards, "rules", {"rule_packs": RulesCard}),
    "trust": partial(make_cards, "trust", {"promises": TrustCard}),
}
"""Pages by the names of `usecases.setting_sections`."""
