"""Finds what is half typed on a screen, and puts it back into the same fields of a new one."""

from __future__ import annotations

from collections import Counter
from enum import Enum, auto
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QScrollArea, QTextEdit, QWidget

from iq_desktop.ui.kit.editor import Editor
from iq_desktop.ui.kit.search_field import SearchField
from iq_desktop.usecases.drafts import Cursor, HalfTyped, Pressed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

KEEPING: Final = "draft"
"""The property of a part that says what is kept of it: `answers` and words, only `words`, or `never` anything."""
ANSWERS, WORDS, NEVER = "answers", "words", "never"
_AROUND: Final = 120
"""Pixels above and below the cursor that are seen with it, so that the label is among them."""
TextField: TypeAlias = QLineEdit | QTextEdit


class Outcome(Enum):
    """What became of words that should be put back; `CHANGED`: something else stands in the field since."""

    DONE = auto()
    MISSING = auto()
    CHANGED = auto()


def find_typed(room: str, root: QWidget, *, is_shown: bool) -> Iterator[HalfTyped]:
    """Yield the words on a screen or page that no value holds yet; a search counts while it is shown."""
    fields, panels = _text_fields(root), _begun_panels(root)
    found = [field for field in fields if _is_unkept(field, panels) and (is_shown or not _is_search(field))]
    if not found and not panels:
        return
    keys = _keys_of(fields, root)
    for field in found:
        editor = _editor_of(field)
        is_loose = editor is None or _is_inside(field, panels)
        yield HalfTyped(room, keys[field], words_of(field), "" if is_loose or editor is None else editor.settled_words)
    for panel in panels:
        boxes = [box for box in panel.findChildren(QComboBox) if not box.isEditable()]
        keys_of_boxes = _keys_of(boxes, root)
        yield from (HalfTyped(room, keys_of_boxes[box], box.currentText()) for box in boxes if box.currentText())


def find_pressed(room: str, root: QWidget) -> Iterator[Pressed]:
    """Yield the answers in panels of a screen that nobody has taken over yet."""
    for panel in _begun_panels(root):
        buttons = panel.findChildren(QAbstractButton)
        keys = _keys_of(buttons, root)
        yield from (Pressed(room, keys[button]) for button in buttons if button.isChecked())


def find_focus() -> QWidget | None:
    """Return the field in which one types."""
    field = QApplication.focusWidget()
    return field.lineEdit() if isinstance(field, QComboBox) else field


def find_cursor(rooms: Mapping[str, QWidget], field: QWidget | None) -> Cursor:
    """Return where a field lies in these screens and pages; an empty cursor where that is nowhere."""
    if not isinstance(field, QLineEdit | QTextEdit):
        return Cursor()
    for room, root in rooms.items():
        if root.isAncestorOf(field):
            letters = field.cursorPosition() if isinstance(field, QLineEdit) else field.textCursor().position()
            return Cursor(room, _keys_of(_text_fields(root), root)[field], letters)
    return Cursor()


def put_back(root: QWidget, part: HalfTyped, *, goes_on: bool) -> Outcome:
    """Put words back where they stood; those that are not typed on (`goes_on`) are taken over where they can be."""
    _open_way(root, part.field)
    field = _find(root, part.field)
    if isinstance(field, QComboBox):
        row = field.findText(part.words)
        if row < 0:
            return Outcome.CHANGED
        field.setCurrentIndex(row)
        field.activated.emit(row)
        return Outcome.DONE
    if not isinstance(field, QLineEdit | QTextEdit):
        return Outcome.MISSING
    if words_of(field) == part.words:
        return Outcome.DONE
    editor = _editor_of(field)
    if editor is not None and editor.settled_words != part.before:
        return Outcome.CHANGED
    _write(field, part.words)
    if editor is not None and not goes_on:
        editor.flush()
    return Outcome.DONE


def press_again(root: QWidget, part: Pressed) -> Outcome:
    """Give an answer again."""
    _open_way(root, part.field)
    button = _find(root, part.field)
    if not isinstance(button, QAbstractButton):
        return Outcome.MISSING
    if not button.isChecked():
        button.click()
    return Outcome.DONE


def put_cursor(root: QWidget, cursor: Cursor) -> bool:
    """Put the cursor back where one typed; returns whether the field is there."""
    _open_way(root, cursor.field)
    field = _find(root, cursor.field)
    if not isinstance(field, QLineEdit | QTextEdit):
        return False
    field.setFocus()
    _bring_into_sight(field)
    if isinstance(field, QLineEdit):
        field.deselect()
        field.setCursorPosition(cursor.letters)
    else:
        place = field.textCursor()
        place.setPosition(min(cursor.letters, len(field.toPlainText())))
        field.setTextCursor(place)
    return True


def _begun_panels(root: QWidget) -> Sequence[QWidget]:
    """Return the open parts of a screen whose answers are saved only on demand; some count only with words in them."""
    return [
        panel
        for panel in getattr(root, "unsaved_panels", ())
        if not panel.isHidden()
        and (panel.property(KEEPING) == ANSWERS or any(words_of(field) for field in _text_fields(panel)))
    ]


def _bring_into_sight(field: QWidget) -> None:
    above = field.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            QApplication.sendPostedEvents(above.widget(), QEvent.Type.LayoutRequest.value)
            above.ensureWidgetVisible(field, 0, _AROUND)
        above = above.parentWidget()


def words_of(field: QWidget) -> str:
    """Return what stands in a field."""
    if isinstance(field, QTextEdit):
        return field.toPlainText()
    return field.text() if isinstance(field, QLineEdit) else ""


def _text_fields(root: QWidget) -> list[TextField]:
    return [*root.findChildren(QLineEdit), *root.findChildren(QTextEdit)]


def _is_unkept(field: TextField, panels: Sequence[QWidget]) -> bool:
    """Return whether only the field itself knows its words."""
    is_touched = field.document().isModified() if isinstance(field, QTextEdit) else field.isModified()
    is_secret = isinstance(field, QLineEdit) and field.echoMode() is not QLineEdit.EchoMode.Normal
    if is_secret or not (is_touched or panels) or field.isReadOnly() or _is_forbidden(field):
        return False
    if _is_inside(field, panels):
        return bool(words_of(field))
    editor = _editor_of(field)
    if editor is None:
        return is_touched and bool(words_of(field))
    return editor.is_half_typed and words_of(field) != editor.settled_words


def _is_search(field: QWidget) -> bool:
    """Return whether a field only looks for something."""
    return isinstance(field.parentWidget(), SearchField) or field.objectName().endswith("search")


def _is_forbidden(field: QWidget) -> bool:
    above = field.parentWidget()
    while above is not None:
        if above.property(KEEPING) == NEVER:
            return True
        above = above.parentWidget()
    return False


def _is_inside(field: QWidget, panels: Iterable[QWidget]) -> bool:
    return any(panel.isAncestorOf(field) for panel in panels)


def _editor_of(field: QWidget) -> Editor | None:
    above = field.parentWidget()
    while above is not None and not isinstance(above, Editor):
        above = above.parentWidget()
    return above


def _write(field: TextField, words: str) -> None:
    if isinstance(field, QLineEdit):
        field.setText(words)
        field.setModified(True)
    else:
        field.setPlainText(words)
        field.document().setModified(True)


def _keys_of(fields: Iterable[QWidget], root: QWidget) -> dict[QWidget, str]:
    """Return the place of each field below a root: the names on the way to it, and which of those it is."""
    counted: Counter[str] = Counter()
    keys = {}
    for field in fields:
        way = _way_to(field, root)
        keys[field] = f"{_kind_of(field)}:{way}#{counted[way]}"
        counted[way] += 1
    return keys


def _way_to(field: QWidget, root: QWidget) -> str:
    names = []
    part: QWidget | None = field
    while part is not None and part is not root:
        name = part.objectName()
        if name and not name.startswith("qt_"):
            names.append(name)
        part = part.parentWidget()
    return "/".join(reversed(names))


def _kind_of(field: QWidget) -> str:
    if isinstance(field, QAbstractButton):
        return "button"
    return "box" if isinstance(field, QComboBox) else "words"


def _find(root: QWidget, key: str) -> QWidget | None:
    kind = key.partition(":")[0]
    fields: list[QWidget] = []
    if kind == "words":
        fields += _text_fields(root)
    else:
        fields += root.findChildren(QAbstractButton if kind == "button" else QComboBox)
    return next((field for field, its_key in _keys_of(fields, root).items() if its_key == key), None)


def _open_way(root: QWidget, key: str) -> None:
    """Open what is folded on the way to a field: a part with `open_part` is asked for the name below it."""
    field = _find(root, key)
    if field is not None and not _is_hidden_below(field, root):
        return
    names = key.partition(":")[2].rpartition("#")[0].split("/")
    part: QWidget = root
    for name in names:
        open_part = getattr(part, "open_part", None)
        below = part.findChild(QWidget, name)
        if open_part is not None and (below is None or below.isHidden()):
            open_part(name)
            below = part.findChild(QWidget, name)
        if below is None:
            return
        part = below


def _is_hidden_below(field: QWidget, root: QWidget) -> bool:
    part: QWidget | None = field
    while part is not None and part is not root:
        if part.isHidden():
            return True
        part = part.parentWidget()
    return False
