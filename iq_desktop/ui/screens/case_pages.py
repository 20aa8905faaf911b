"""Which screen shows which page of a case; each is built when it is first visited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.ui.screens.agreement_page import AgreementPage
from iq_desktop.ui.screens.competences_page import CompetencesPage
from iq_desktop.ui.screens.contact_page import ContactPage
from iq_desktop.ui.screens.documents_page import DocumentsPage
from iq_desktop.ui.screens.followup_page import FollowUpPage
from iq_desktop.ui.screens.journal_page import JournalPage
from iq_desktop.ui.screens.languages_page import LanguagesPage
from iq_desktop.ui.screens.life_page import LifePage
from iq_desktop.ui.screens.papers_page import PapersPage
from iq_desktop.ui.screens.person_page import PersonPage
from iq_desktop.ui.screens.recognition_page import RecognitionPage
from iq_desktop.ui.screens.referral_page import ReferralPage
from iq_desktop.ui.screens.rights_page import RightsPage
from iq_desktop.ui.screens.routes_page import RoutesPage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from iq_desktop.ui.screens.parts.page_frame import PageFrame
    from iq_desktop.ui.shell.open_case import OpenCase
    from iq_desktop.ui.shell.workplace import Workplace

CASE_SCREENS: Final[Mapping[str, Callable[[Workplace, OpenCase, QWidget | None], PageFrame]]] = {
    "contact": ContactPage,
    "person": PersonPage,
    "life_line": LifePage,
    "papers": PapersPage,
    "languages": LanguagesPage,
    "competences": CompetencesPage,
    "recognition": RecognitionPage,
    "routes": RoutesPage,
    "agreement": AgreementPage,
    "referral": ReferralPage,
    "follow_up": FollowUpPage,
    "documents": DocumentsPage,
    "rights": RightsPage,
    "journal": JournalPage,
}
"""Screens by the names of `usecases.case_pages`."""
