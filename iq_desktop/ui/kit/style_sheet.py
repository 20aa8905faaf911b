"""The one style sheet of the program: widgets name a role, rules name a colour that the palette carries.

It is the same in every scheme and for every size of the text: Qt needs seconds to take a new style sheet to thousands
of widgets (it comes back to each of them once for every widget around it), but only a blink to take a new palette.
Lengths are written in pixels at the usual size and grow with the text; the sizes of words are in `sizes.py`. Odd
numbers such as `14.34px` are chosen so that nothing moves by a pixel when the edge grows with the focus, in any size.
"""

from __future__ import annotations

import re
from string import Template
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_LINE: Final = 20
"""Height of a line of the usual size, in pixels: what Qt calls 1 em."""
_LENGTH: Final = re.compile(r"(?<![\d.])(?!1px)(\d+(?:\.\d+)?)px")
"""Every length but `1px`, a line that never grows."""

_SHEET: Final = Template("""
QToolTip { background: $surface; color: $text; border: 1px solid $border; padding: 6px 8px; }
QMenu { background: $surface; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 8px 24px 8px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $muted; }
QScrollArea, QScrollArea > QWidget > QWidget[role="page"] { background: transparent; border: none; }
QWidget[role="page"] { background: transparent; }
QScrollArea[role="room"] { border: 2px solid transparent; border-radius: 4px; }
QScrollArea[role="room"]:focus { border: 2px solid $accent; }

QLabel[role="title"] { font-weight: 600; color: $text; }
QLabel[role="heading"] { font-weight: 600; color: $text; }
QLabel[role="strong"] { font-weight: 600; color: $text; }
QLabel[role="label"] { font-weight: 600; color: $text; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="hint"] { color: $muted; }
QLabel[role="good"] { color: $good; }
QLabel[role="warn"] { color: $warn; }
QLabel[role="danger"] { color: $danger; }
QLabel[role="question"] { font-weight: 600; color: $text; }
QLabel[role="client"] { color: $text; }

QFrame[role="card"] { background: $surface; border: 1px solid $border; border-radius: 12px; }
QFrame[role="chosen_card"] { background: $surface; border: 2px solid $accent; border-radius: 12px; }
QFrame[role="line"] { background: $border; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="popup"] { background: $surface; border: 1px solid $outline; border-radius: 8px; }
QFrame[role="popup"] QListView { border: none; }
QFrame[role="chip"] { background: $accent_soft; border: 1px solid $accent_soft; border-radius: 14px; }
QFrame[role="chip"] QLabel { color: $text; font-weight: 600; }
QFrame[role="station"] { background: $ground; border: 1px solid $border; border-radius: 8px; }
QFrame[role="tag"] { background: $accent_soft; border: 1px solid $accent_soft; border-radius: 8px; }

QPushButton { min-height: 22px; padding: 8px 15px; border-radius: 8px; border: 1.0px solid $outline;
  background: $surface; color: $text; outline: none; }
QPushButton:hover { background: $raised; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:focus { border: 1.8px solid $accent; padding: 7.04px 14.34px; }
QPushButton:disabled { color: $muted; border-color: $border; background: $ground; }
QPushButton[role="primary"] { background: $accent; color: $accent_text; border-color: $accent; font-weight: 600; }
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed { background: $accent_hover; }
QPushButton[role="primary"]:focus { border-color: $accent; }
QPushButton[role="primary"]:disabled { background: $raised; color: $muted; border-color: $border; }
QPushButton[role="danger"] { color: $danger; border-color: $danger; }
QPushButton[role="plain"] { background: transparent; border-color: transparent; color: $accent; font-weight: 600; }
QPushButton[role="plain"]:hover { background: $raised; }
QPushButton[role="plain"]:focus { border-color: $accent; }
QPushButton[role="plain"]:disabled { color: $muted; }
QPushButton[role="icon"] { background: transparent; border-color: transparent; padding: 5.16px; min-height: 20px;
  min-width: 20px; border-radius: 6px; }
QPushButton[role="icon"]:hover { background: $raised; }
QPushButton[role="icon"]:focus { border: 1.8px solid $accent; padding: 4.34px; }
QPushButton[role="tiny"] { background: transparent; border: 1.8px solid transparent; padding: 0; min-height: 18px;
  min-width: 18px; border-radius: 11px; }
QPushButton[role="tiny"]:hover { background: $surface; }
QPushButton[role="tiny"]:focus { border-color: $accent; }

QLineEdit, QTextEdit, QComboBox { background: $surface; color: $text; border: 1.0px solid $outline; border-radius: 8px;
  selection-background-color: $accent; selection-color: $accent_text; }
QLineEdit, QTextEdit, QComboBox { placeholder-text-color: $muted; }
QLineEdit { padding: 0 11px; min-height: 38px; max-height: 38px; }
QTextEdit { padding: 5.16px 6.92px; }
QComboBox { padding: 0 2.96px 0 13px; min-height: 38px; max-height: 38px; combobox-popup: 0; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: none; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { border: none; padding: 0; min-height: 0; background: transparent; }
QLineEdit:focus, QTextEdit:focus, QComboBox:focus { border: 1.8px solid $accent; }
QLineEdit:focus { padding: 0 10.34px; }
QTextEdit:focus { padding: 4.34px 5.84px; }
QComboBox:editable { padding: 0 2.96px 0 11px; }
QComboBox:focus { padding: 0 1.96px 0 12.34px; }
QComboBox:editable:focus { padding: 0 1.96px 0 10.34px; }
QLineEdit[wrong="true"], QTextEdit[wrong="true"], QComboBox[wrong="true"] { border: 1.8px solid $danger; }
QLineEdit[wrong="true"] { padding: 0 10.34px; }
QTextEdit[wrong="true"] { padding: 4.34px 5.84px; }
QComboBox[wrong="true"] { padding: 0 1.96px 0 12.34px; }
QComboBox:editable[wrong="true"] { padding: 0 1.96px 0 10.34px; }
QLineEdit:disabled, QTextEdit:disabled, QComboBox:disabled { background: $ground; color: $muted;
  border-color: $border; }
QComboBox QAbstractItemView, QListView[role="choices"] { background: $surface; border: 1px solid $outline;
  outline: none; padding: 4px; selection-background-color: $accent_soft; selection-color: $text; }
QComboBox QAbstractItemView::item, QListView[role="choices"]::item { min-height: 32px; padding: 2px 8px;
  border-radius: 4px; }
QComboBox QAbstractItemView::item:selected, QListView[role="choices"]::item:selected { background: $accent_soft;
  color: $text; }

QPdfView { border: 1.0px solid $outline; }
QPdfView:focus { border: 2px solid $accent; }

QTableView { background: $surface; border: 1px solid $border; border-radius: 8px; outline: none;
  alternate-background-color: $surface; selection-background-color: $accent_soft; selection-color: $text; }
QTableView:focus { border: 1.8px solid $accent; }
QTableView::item { padding: 0 12px; border: none; border-bottom: 1px solid $border; }
QTableView::item:selected { background: $accent_soft; color: $text; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: $surface; color: $muted; border: none; border-bottom: 1px solid $outline;
  padding: 0 15px; font-weight: 600; text-align: left; }
QHeaderView::section:first { border-top-left-radius: 8px; }
QHeaderView::section:last { border-top-right-radius: 8px; }
QTableCornerButton::section { background: $surface; border: none; }

QFrame[role="rail"] { background: $side; border: none; }
QFrame[role="rail"] QLabel { color: $side_text; }
QFrame[role="rail"] QLabel[role="brand"] { color: $side_strong; font-weight: 600; }
QFrame[role="rail"] QLabel[role="side"] { }
QFrame[role="rail"] QLabel[role="side_strong"] { color: $side_strong; font-weight: 600; }
QFrame[role="rail"] QLabel[role="side_title"] { color: $side_strong; font-weight: 600; }
QPushButton[role="rail"] { color: $side_text; border: 1.8px solid transparent; background: transparent;
  text-align: left; padding: 8px 10px; min-height: 24px; }
QPushButton[role="rail"]:hover { background: $side_chosen; }
QPushButton[role="rail"]:checked { background: $side_chosen; color: $side_strong; font-weight: 600; }
QPushButton[role="rail"]:focus { border: 1.8px solid $side_text; padding: 8px 10px; }
QPushButton[role="tile"] { min-height: 0; padding: 0; border: none; }
QPushButton[role="page_button"] { min-height: 0; padding: 0; border: none; }
QPushButton[role="line_button"] { min-height: 60px; padding: 0; border: none; }
QFrame[role="pages"] { background: transparent; border: none; }

QProgressBar { background: $raised; border: none; border-radius: 4px; min-height: 8px; max-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: $outline; border-radius: 4px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QCalendarWidget QWidget { background: $surface; color: $text; }
QCalendarWidget QToolButton { background: transparent; border: 1.8px solid transparent; border-radius: 6px;
  padding: 4px 8px; color: $text; font-weight: 600; }
QCalendarWidget QToolButton:hover { background: $raised; }
QCalendarWidget QToolButton:focus { border-color: $accent; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QSpinBox { border: 1px solid $outline; border-radius: 4px; }
QCalendarWidget QAbstractItemView { selection-background-color: $accent; selection-color: $accent_text; outline: none; }
QCalendarWidget QAbstractItemView:disabled { color: $muted; }""")


def style_sheet(carriers: Mapping[str, str]) -> str:
    """Return the style sheet; `carriers` names for each colour the role of the palette that carries it."""
    sheet = _SHEET.substitute({colour: f"palette({role})" for colour, role in carriers.items()})
    return _LENGTH.sub(_follow_text, sheet)


def _follow_text(match: re.Match[str]) -> str:
    return f"{float(match.group(1)) / _LINE:.4f}em"
