"""What somebody has learned and done: papers, the line of life, languages with their proofs, in the real window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from iq_desktop.domain.language_skill import AssessedBy, Level
from iq_desktop.domain.niq import niq_state
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.qualification import PaperForm, PaperKind
from iq_desktop.usecases.languages import find_side
from tests.support.builders import TODAY

if TYPE_CHECKING:
    from tests.support.journey import Office

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_a_training_a_work_and_a_paper_become_a_line_of_life(desk: Office) -> None:
    office = desk
    office.open_case("Yara")
    office.press("Unterlagen")
    before = len(office.case.qualifications)
    office.press("Abschluss hinzufügen")
    office.fill("Bezeichnung wie im Dokument", "دبلوم كهرباء")
    office.fill("Bezeichnung auf Deutsch", "Diplom Elektrotechnik")
    office.fill("Land", "Syrien")
    office.fill("Von", "9.2008")
    office.fill("Bis", "2011")
    training = office.case.qualifications[before]
    assert (training.title_original, training.title, training.country) == (
        "دبلوم كهرباء",
        "Diplom Elektrotechnik",
        "SY",
    )
    assert (training.begun, training.ended) == (PartialDate(2008, 9), PartialDate(2011))
    office.press("Dokument hinzufügen")
    office.fill("Welches Dokument", "Zeugnis oder Urkunde des Abschlusses")
    office.fill("Es liegt vor als", "Original")
    (paper,) = [one for one in office.case.papers if one.belongs_to == training.id]
    assert (paper.kind, paper.forms) == (PaperKind.CERTIFICATE, (PaperForm.ORIGINAL,))
    office.press("Lebenslinie")
    view = office.window.case_view.pages["life_line"].view  # type: ignore[attr-defined]  # the page Life line
    view.setFocus()
    view.focus_bar(training.id)
    office.keys(Qt.Key.Key_Right, CONTROL)
    assert next(one for one in office.case.qualifications if one.id == training.id).ended == PartialDate(2012)
    office.keys(Qt.Key.Key_Z, CONTROL)
    assert next(one for one in office.case.qualifications if one.id == training.id).ended == PartialDate(2011)
    lines = office.print_document("Lebenslinie")
    assert any("Diplom Elektrotechnik" in line for line in lines)
    assert any("09/2008 bis 2011" in line for line in lines)


def test_a_certificate_counts_before_what_one_sees(desk: Office) -> None:
    office = desk
    office.open_case("Yara")
    office.press("Sprachen")
    office.press("Zertifikat hinzufügen")
    office.fill("Name und Institut", "telc Deutsch B2")
    office.press("Zertifikat, ganze Prüfung: B2")
    proof = find_side(office.case.languages, "de", AssessedBy.CERTIFICATE)
    assert proof is not None
    assert (proof.proof, proof.lowest) == ("telc Deutsch B2", Level.B2)
    assert office.sees("Niedrigste Stufe: B2 (Zertifikat)")
    assert not any(gap.page == "languages" for gap in niq_state(office.case, TODAY).gaps)
