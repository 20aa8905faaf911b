"""The pack of checklists: every kind of procedure, and every paragraph that it cites stands in the law."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from iq_desktop.catalogues.checklists import read_checklists
from iq_desktop.domain.checklist import ChecklistKind, ChecklistRules
from iq_desktop.domain.needed_papers import Form, Need, Translating

if TYPE_CHECKING:
    from pathlib import Path

_LAW = re.compile(r"(BQFG|BBiG|HwO|AufenthG)")


@pytest.fixture(scope="module")
def rules(project_folder: Path) -> dict[ChecklistKind, ChecklistRules]:
    """The checklists that come with the program."""
    return {one.kind: one for one in read_checklists(project_folder / "resources" / "packs")}


def test_every_kind_of_procedure_has_a_checklist(rules: dict[ChecklistKind, ChecklistRules]) -> None:
    assert set(rules) == set(ChecklistKind)


def test_what_is_verified_cites_the_law_and_what_is_not_says_so(rules: dict[ChecklistKind, ChecklistRules]) -> None:
    for one in rules.values():
        assert all(asked.cite for asked in one.asked if asked.verified)
        assert one.verified == all(asked.verified for asked in one.asked)
    assert not rules[ChecklistKind.EVALUATION].verified
    assert not rules[ChecklistKind.LAND].verified
    assert not rules[ChecklistKind.OCCUPATION].verified


def test_copies_suffice_for_a_recognition_and_certificates_need_a_translation(
    rules: dict[ChecklistKind, ChecklistRules],
) -> None:
    """§ 5 (2) sentences 1 and 2 and § 12 (2) sentences 1 and 2 BQFG, as of August 2026."""
    for kind in (ChecklistKind.RECOGNITION, ChecklistKind.REGULATED):
        asked = {one.need: one for one in rules[kind].asked}
        assert all(one.form is not Form.ORIGINAL for one in asked.values())
        assert asked[Need.CERTIFICATE].translating is Translating.NEEDED
        assert asked[Need.IDENTITY].translating is Translating.MAYBE
    assert Need.RIGHT_TO_PRACTISE in {one.need for one in rules[ChecklistKind.REGULATED].asked}


def test_every_cited_place_stands_in_the_law(rules: dict[ChecklistKind, ChecklistRules], shared_folder: Path) -> None:
    law = shared_folder / "data" / "law"
    cites = {asked.cite for one in rules.values() for asked in one.asked if asked.cite}
    looked_at = 0
    for cite in cites:
        for piece in _pieces(cite):
            paragraph, section, name = piece
            text = _paragraph(law / f"{name}.md", paragraph)
            assert text, cite
            if section:
                assert f"({section})" in text, cite
            looked_at += 1
    assert looked_at > len(cites)


def _pieces(cite: str) -> list[tuple[str, str, str]]:
    """Return paragraph, section and law of each place in a citation such as “§ 5 Abs. 1 Nr. 2, Abs. 2 Satz 1 BQFG”."""
    found = []
    start = 0
    for law in _LAW.finditer(cite):
        words = cite[start : law.start()]
        start = law.end()
        paragraph = ""
        for token in re.finditer(r"§ (\d+[a-z]?)|Abs\. (\d+)", words):
            if token[1]:
                paragraph = token[1]
                found.append((paragraph, "", law[1]))
            else:
                found.append((paragraph, token[2], law[1]))
    return found


def _paragraph(path: Path, number: str) -> str:
    text = path.read_text(encoding="utf-8")
    found = re.search(rf"^#+ § {number}\b.*?(?=^#+ § |\Z)", text, re.MULTILINE | re.DOTALL)
    return found[0] if found else ""
