"""The sections of the settings as a plain table: their names, what lies in each, who may use it; no screen is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from iq_desktop.domain.role import Act
from iq_desktop.wording.text import NOTHING, Text, say


@dataclass(frozen=True, slots=True)
class SettingPart:
    """One part of a section that can be found by name: what it is called there, its title, other words for it."""

    name: str
    title: Text
    also: Text = NOTHING


@dataclass(frozen=True, slots=True)
class SettingSection:
    """One section of the settings; `needs` is what one must be allowed to do for it, None where everybody may."""

    name: str
    title: Text
    icon: str
    parts: tuple[SettingPart, ...] = ()
    needs: Act | None = None


SETTING_SECTIONS: Final = (
    SettingSection(
        "mine",
        say("My settings"),
        "person",
        (
            SettingPart("look", say("Language and appearance"), say("Text size")),
            SettingPart("lock", say("When you leave the desk"), say("Lock after so long without a touch")),
            SettingPart("password", say("Change the password")),
        ),
    ),
    SettingSection(
        "centre",
        say("Centre"),
        "today",
        (
            SettingPart("letterhead", say("Letterhead"), say("Name and address of the centre")),
            SettingPart("logo", say("Logo"), say("Picture of the letterhead")),
        ),
        Act.SET_CENTRE,
    ),
    SettingSection(
        "backups",
        say("Backups"),
        "save",
        (
            SettingPart("backup_state", say("Back up now"), say("Backups")),
            SettingPart("backup_places", say("Where backups lie"), say("Second place, such as a stick")),
            SettingPart("drill", say("Would everything come back?"), say("Try it now")),
        ),
    ),
    SettingSection(
        "keys",
        say("Vault and keys"),
        "lock",
        (
            SettingPart("vault", say("Is the vault sound?"), say("Check now")),
            SettingPart("recovery", say("Recovery code")),
            SettingPart("centre_code", say("Code of the centre")),
        ),
    ),
    SettingSection(
        "team",
        say("Advisers and roles"),
        "network",
        (
            SettingPart("advisers", say("Advisers"), say("Add an adviser")),
            SettingPart("new_key", say("Key of the vault")),
        ),
    ),
    SettingSection(
        "journal",
        say("Journal"),
        "clock",
        (
            SettingPart("journal_entries", say("All entries"), say("Who saw or changed what")),
            SettingPart("journal_check", say("Is the journal whole?"), say("Check now")),
            SettingPart("journal_code", say("Is this paper from here?"), say("Check code")),
        ),
    ),
    SettingSection(
        "privacy",
        say("Data protection"),
        "flag",
        (
            SettingPart("due_reviews", say("Cases to look at again"), say("How long data are kept")),
            SettingPart("terms", say("Who answers for the data"), say("Legal basis")),
            SettingPart("privacy_papers", say("Record and measures"), say("Record of processing activities")),
            SettingPart("figures", say("Anonymous figures"), say("Count closed cases")),
            SettingPart("erasures", say("Protocols of erasings")),
        ),
    ),
    SettingSection(
        "catalogues",
        say("Catalogues"),
        "import",
        (
            SettingPart("catalogue_list", say("Catalogues"), say("Occupations, courses, places")),
            SettingPart("course_table", say("Courses from a table"), say("List of a partner as CSV")),
        ),
        Act.TAKE_CATALOGUES,
    ),
    SettingSection(
        "webapp",
        say("IQ Webapp"),
        "cases",
        (SettingPart("webapp_import", say("Coming from the IQ Webapp"), say("Take in cases from a table")),),
        Act.TAKE_CASES,
    ),
    SettingSection(
        "bodies",
        say("Directory"),
        "network",
        (
            SettingPart(
                "organisation_list", say("Organisations"), say("Course providers, partners, self-help, offices")
            ),
            SettingPart("body_list", say("Competent bodies"), say("Chambers and offices that decide on recognition")),
        ),
    ),
    SettingSection(
        "instruments",
        say("Instruments"),
        "competence",
        (SettingPart("packs", say("Instruments"), say("Cards, questions and pictures for the talk")),),
    ),
    SettingSection(
        "rules",
        say("Rules"),
        "recognition",
        (SettingPart("rule_packs", say("Packs of rules"), say("What the law allows")),),
    ),
    SettingSection("trust", say("Trust"), "good", (SettingPart("promises", say("What you can rely on")),)),
)
"""The sections in the order in which they stand on the screen; `ui/screens/setting_pages.py` has a maker for each."""


def section_of(part: str) -> SettingSection:
    """Return the section of a name, or the one in which a part lies; raises KeyError for an unknown name."""
    for section in SETTING_SECTIONS:
        if part == section.name or any(part == one.name for one in section.parts):
            return section
    raise KeyError(part)
