"""What holds for every page of a case: nothing cut off, everything named, both languages, nothing left behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.kit.speaking import speak_tree
from iq_desktop.ui.screens.case_pages import CASE_SCREENS
from iq_desktop.usecases.case_pages import CASE_PAGES
from tests.support.full_cases import a_usual_case, an_empty_case, an_overfull_case
from tests.support.tongues import english, german

if TYPE_CHECKING:
    from tests.ui.screens.case_pages.conftest import Office

PAGES: Final = tuple(page.name for page in CASE_PAGES)
CASES: Final = {"empty": an_empty_case, "usual": a_usual_case, "overfull": an_overfull_case}


def unnamed(root: QWidget) -> list[str]:
    """Return every part that takes the focus and tells screen readers nothing."""
    found = []
    for part in (root, *root.findChildren(QWidget)):
        is_inner = isinstance(part.parent(), QAbstractScrollArea)
        if not part.isVisibleTo(root) or part.focusPolicy().value == 0 or part.focusProxy() or is_inner:
            continue
        told = QAccessible.queryAccessibleInterface(part)
        if not told.text(QAccessible.Text.Name):
            found.append(f"{type(part).__name__} {part.objectName()!r}")
    return found


def test_every_page_has_a_screen() -> None:
    assert set(CASE_SCREENS) == set(PAGES)


@pytest.mark.parametrize("size", CASES)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut_off_or_without_a_name(office: Office, name: str, size: str) -> None:
    page = office.open(name, CASES[size]())
    assert clipped(page) == []
    assert unnamed(page) == []
    speak_tree(page, german())
    office.settle()
    assert clipped(page) == []


@pytest.mark.parametrize("size", ["empty", "usual"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_a_screen_at_twice_the_size(office: Office, name: str, size: str) -> None:
    page = office.open(name, CASES[size](), width=380, height=560)
    for tongue in (english(), german()):
        speak_tree(page, tongue)
        office.settle()
        office.settle()  # a scroll bar that comes takes room, and the rows below it follow
        assert page.scroll_area.widget().width() <= page.width()
        assert [cut for cut in clipped(page) if not cut.startswith("QLineEdit")] == []  # a hint may be shortened


@pytest.mark.parametrize("name", PAGES)
def test_the_language_changes_there_and_back(office: Office, name: str) -> None:
    page = office.open(name)
    before = [label.text() for label in page.findChildren(type(page.title)) if label.isVisible()]
    speak_tree(page, german())
    assert page.title.text() != before[0] or name == "person"
    speak_tree(page, english())
    assert [label.text() for label in page.findChildren(type(page.title)) if label.isVisible()] == before


@pytest.mark.parametrize("name", PAGES)
def test_showing_a_case_changes_nothing(office: Office, name: str) -> None:
    page = office.open(name)
    page.show_case(an_overfull_case())
    office.settle()
    page.show_case(an_empty_case())
    page.show_case(a_usual_case())
    page.flush()
    office.settle()
    assert office.cases.saves == []


@pytest.mark.parametrize("name", list(CASE_SCREENS))
def test_the_cursor_begins_below_the_title(office: Office, name: str) -> None:
    page = office.open(name, an_empty_case())
    page.put_cursor()
    begin = page.focusWidget()
    assert page.isAncestorOf(begin)
    assert begin is not page.still_open
    if name == "person":
        assert page.form.frames["family_name"].isAncestorOf(begin)


def test_a_page_is_entered_at_its_first_field_and_left_by_what_is_open(office: Office) -> None:
    page = office.open("person", an_empty_case())
    order = []
    part = page.nextInFocusChain()
    while part is not page:
        order.append(part)
        part = part.nextInFocusChain()
    assert page.isAncestorOf(page.still_open)
    assert order.index(page.form.frames["family_name"].editor.line) < order.index(page.form.frames["email"].editor.line)
    assert order.index(page.form.frames["email"].editor.line) < order.index(page.still_open)
