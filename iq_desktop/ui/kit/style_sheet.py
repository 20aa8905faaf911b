"""The one style sheet of the program: widgets name a role, rules name a colour that the palette carries.

It is the same in every scheme: Qt needs seconds to take a new style sheet to thousands of widgets (it comes back to
each of them once for every widget around it), but only a blink to take a new palette.
"""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_SHEET: Final = Template("""
QToolTip { background: $surface; color: $text; border: 1px solid $border; padding: 6px 8px; font-size: 13px; }
QMenu { background: $surface; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 8px 24px 8px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $muted; }
QScrollArea, QScrollArea > QWidget > QWidget[role="page"] { background: transparent; border: none; }
QWidget[role="page"] { background: transparent; }

QLabel[role="title"] { font-size: 28px; font-weight: 600; color: $text; }
QLabel[role="heading"] { font-size: 20px; font-weight: 600; color: $text; }
QLabel[role="strong"] { font-weight: 600; color: $text; }
QLabel[role="label"] { font-size: 13px; font-weight: 600; color: $text; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="hint"] { font-size: 13px; color: $muted; }
QLabel[role="good"] { font-size: 13px; color: $good; }
QLabel[role="warn"] { font-size: 13px; color: $warn; }
QLabel[role="danger"] { font-size: 13px; color: $danger; }
QLabel[role="question"] { font-size: 20px; font-weight: 600; color: $text; }
QLabel[role="client"] { font-size: 20px; color: $text; }

QFrame[role="card"] { background: $surface; border: 1px solid $border; border-radius: 12px; }
QFrame[role="line"] { background: $border; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="popup"] { background: $surface; border: 1px solid $outline; border-radius: 8px; }
QFrame[role="popup"] QListView { border: none; }
QFrame[role="chip"] { background: $accent_soft; border: 1px solid $accent_soft; border-radius: 14px; }
QFrame[role="chip"] QLabel { color: $text; font-size: 13px; font-weight: 600; }
QFrame[role="tag"] { background: $accent_soft; border: 1px solid $accent_soft; border-radius: 8px; }

QPushButton { min-height: 22px; padding: 8px 15px; border-radius: 8px; border: 1px solid $outline;
  background: $surface; color: $text; outline: none; }
QPushButton:hover { background: $raised; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:focus { border: 2px solid $accent; padding: 7px 14px; }
QPushButton:disabled { color: $muted; border-color: $border; background: $ground; }
QPushButton[role="primary"] { background: $accent; color: $accent_text; border-color: $accent; font-weight: 600; }
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed { background: $accent_hover; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled { background: $raised; color: $muted; border-color: $border; }
QPushButton[role="danger"] { color: $danger; border-color: $danger; }
QPushButton[role="plain"] { background: transparent; border-color: transparent; color: $accent; font-weight: 600; }
QPushButton[role="plain"]:hover { background: $raised; }
QPushButton[role="plain"]:focus { border-color: $accent; }
QPushButton[role="plain"]:disabled { color: $muted; }
QPushButton[role="icon"] { background: transparent; border-color: transparent; padding: 5px; min-height: 20px;
  min-width: 20px; border-radius: 6px; }
QPushButton[role="icon"]:hover { background: $raised; }
QPushButton[role="icon"]:focus { border: 2px solid $accent; padding: 4px; }
QPushButton[role="tiny"] { background: transparent; border: 2px solid transparent; padding: 0; min-height: 18px;
  min-width: 18px; border-radius: 11px; }
QPushButton[role="tiny"]:hover { background: $surface; }
QPushButton[role="tiny"]:focus { border-color: $accent; }

QLineEdit, QTextEdit, QComboBox { background: $surface; color: $text; border: 1px solid $outline; border-radius: 8px;
  selection-background-color: $accent; selection-color: $accent_text; }
QLineEdit, QTextEdit, QComboBox { placeholder-text-color: $muted; }
QLineEdit { padding: 0 11px; min-height: 38px; max-height: 38px; }
QTextEdit { padding: 5px 7px; }
QComboBox { padding: 0 3px 0 11px; min-height: 38px; max-height: 38px; combobox-popup: 0; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: none; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { border: none; padding: 0; min-height: 0; background: transparent; }
QLineEdit:focus, QTextEdit:focus, QComboBox:focus { border: 2px solid $accent; }
QLineEdit:focus { padding: 0 10px; }
QTextEdit:focus { padding: 4px 6px; }
QComboBox:focus { padding: 0 2px 0 10px; }
QLineEdit[wrong="true"], QTextEdit[wrong="true"], QComboBox[wrong="true"] { border: 2px solid $danger; }
QLineEdit[wrong="true"] { padding: 0 10px; }
QTextEdit[wrong="true"] { padding: 4px 6px; }
QComboBox[wrong="true"] { padding: 0 2px 0 10px; }
QLineEdit:disabled, QTextEdit:disabled, QComboBox:disabled { background: $ground; color: $muted;
  border-color: $border; }
QComboBox QAbstractItemView, QListView[role="choices"] { background: $surface; border: 1px solid $outline;
  outline: none; padding: 4px; selection-background-color: $accent_soft; selection-color: $text; }
QComboBox QAbstractItemView::item, QListView[role="choices"]::item { min-height: 32px; padding: 2px 8px;
  border-radius: 4px; }
QComboBox QAbstractItemView::item:selected, QListView[role="choices"]::item:selected { background: $accent_soft;
  color: $text; }

QTableView { background: $surface; border: 1px solid $border; border-radius: 8px; outline: none;
  alternate-background-color: $surface; selection-background-color: $accent_soft; selection-color: $text; }
QTableView:focus { border: 2px solid $accent; }
QTableView::item { padding: 0 12px; border: none; border-bottom: 1px solid $border; color: $text; }
QTableView::item:selected { background: $accent_soft; color: $text; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: $surface; color: $muted; border: none; border-bottom: 1px solid $outline;
  padding: 0 15px; font-size: 13px; font-weight: 600; text-align: left; }
QHeaderView::section:first { border-top-left-radius: 8px; }
QHeaderView::section:last { border-top-right-radius: 8px; }
QTableCornerButton::section { background: $surface; border: none; }

QFrame[role="rail"] { background: $side; border: none; }
QFrame[role="rail"] QLabel { color: $side_text; font-size: 13px; }
QFrame[role="rail"] QLabel[role="brand"] { color: $side_strong; font-size: 20px; font-weight: 600; }
QFrame[role="rail"] QLabel[role="side"] { font-size: 15px; }
QFrame[role="rail"] QLabel[role="side_strong"] { color: $side_strong; font-size: 15px; font-weight: 600; }
QFrame[role="rail"] QLabel[role="side_title"] { color: $side_strong; font-size: 28px; font-weight: 600; }
QPushButton[role="rail"] { color: $side_text; border: 2px solid transparent; background: transparent; text-align: left;
  padding: 8px 10px; min-height: 24px; }
QPushButton[role="rail"]:hover { background: $side_chosen; }
QPushButton[role="rail"]:checked { background: $side_chosen; color: $side_strong; font-weight: 600; }
QPushButton[role="rail"]:focus { border: 2px solid $side_text; padding: 8px 10px; }
QPushButton[role="page_button"] { min-height: 54px; padding: 0; border: none; }
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
QCalendarWidget QToolButton { background: transparent; border: 2px solid transparent; border-radius: 6px;
  padding: 4px 8px; color: $text; font-weight: 600; }
QCalendarWidget QToolButton:hover { background: $raised; }
QCalendarWidget QToolButton:focus { border-color: $accent; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QSpinBox { border: 1px solid $outline; border-radius: 4px; }
QCalendarWidget QAbstractItemView { selection-background-color: $accent; selection-color: $accent_text; outline: none; }
QCalendarWidget QAbstractItemView:disabled { color: $muted; }
""")


def style_sheet(carriers: Mapping[str, str]) -> str:
    """Return the style sheet; `carriers` names for each colour the role of the palette that carries it."""
    return _SHEET.substitute({colour: f"palette({role})" for colour, role in carriers.items()})
