"""The record of processing and the sheet of measures say what the registry says, and invent nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.column_rules import About, Erase, Use
from iq_desktop.domain.privacy_terms import PrivacyTerms
from iq_desktop.storage.column_registry import STORES, column_rules
from iq_desktop.usecases.processing_record import MISSING, record_of_processing
from tests.support.fakes import a_desk
from tests.support.memory_rights import MemoryRights
from tests.support.tongues import TRANSLATIONS

if TYPE_CHECKING:
    from iq_desktop.usecases.desk import Desk

FULL = PrivacyTerms("Verein", "Frau Öz", "Behörde", "Einwilligung", "Einwilligung", "Jobcenter", "Schloss an der Tür")


@pytest.fixture
def desk() -> Desk:
    return a_desk(TRANSLATIONS)


def test_what_only_the_centre_can_say_is_missing_until_it_is_said(desk: Desk) -> None:
    record = record_of_processing(desk)
    missing = {line.title.message for line in record.lines if line.is_missing}
    assert missing == {
        "Data protection officer",
        "Supervisory authority",
        "Legal basis",
        "Legal basis for data that need special protection",
        "Recipients",
    }
    assert {title.message for title in record.missing} == missing
    assert all(line.words == (MISSING,) for line in record.lines if line.is_missing)
    said = record_of_processing(replace(desk, rights=MemoryRights(desk.cases, FULL)))  # type: ignore[arg-type]  # memory
    assert said.missing == ()
    assert not any(line.is_missing for line in said.measures)
    german = desk.tongue("de")
    assert [german.speak(line.words[0]) for line in said.lines][:3] == ["Verein", "Frau Öz", "Behörde"]


def test_every_purpose_for_which_data_about_people_are_kept_is_an_activity(desk: Desk) -> None:
    record = record_of_processing(desk)
    of_people = [rule for rule in column_rules() if rule.about in {About.CLIENT, About.ADVISER}]
    uses = [use.label for use in Use if any(rule.use is use for rule in of_people)]
    assert [activity.use for activity in record.activities] == uses
    assert sum(activity.fields for activity in record.activities) == len(of_people)
    for activity in record.activities:
        assert activity.about
        assert activity.categories
        assert activity.kept


def test_what_goes_is_counted_in_the_registry(desk: Desk) -> None:
    record = record_of_processing(desk)
    going = [
        rule for rule in column_rules() if rule.about is About.CLIENT and rule.erase in {Erase.WITH_CASE, Erase.VALUES}
    ]
    told = desk.tongue("de").speak(record.erasing[1].words[0])
    assert told.startswith(f"{len(going)} Felder in ")
    assert {line.title for line in record.erasing} >= {store.title for store in STORES}


def test_the_measures_tell_the_figures_of_this_vault(desk: Desk) -> None:
    german = desk.tongue("de")
    words = " ".join(german.speak(text) for line in record_of_processing(desk).measures for text in line.words)
    for figure in ("4.19.0", "256", "5.000", "2 Personen", "5 Minuten", "AES-256"):
        assert figure in words
