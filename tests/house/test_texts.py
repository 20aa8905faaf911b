"""Every word for a person comes from the catalogues, and can be found there without running the program."""

from __future__ import annotations

import ast
import re
from string import Formatter

from tests.support.source_code import called, modules

SETTERS = frozenset(
    (
        "setText setWindowTitle setToolTip setPlaceholderText setTitle setStatusTip setWhatsThis setAccessibleName"
        " setAccessibleDescription setInformativeText setHeaderLabels setSuffix setPrefix addItem addItems addAction"
        " addTab addMenu addButton showMessage setPlainText setHtml setLabelText setSpecialValueText"
    ).split()
)
PRODUCT = "'IQ Desktop'"
"""The name of the program is the same in every language."""
WIDGETS = frozenset("QLabel QPushButton QToolButton QAction QCheckBox QRadioButton QGroupBox QMenu".split())


def spoken_words(node: ast.expr) -> str:
    """Return the letters that a literal (also an f-string, or a list of them) would put on the screen."""
    parts = [one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    return "".join(character for part in parts for character in re.sub(r"{\w*}", "", part) if character.isalpha())


def is_literal(node: ast.expr) -> bool:
    """Return whether an argument is written out where it stands."""
    return isinstance(node, ast.Constant | ast.JoinedStr | ast.List | ast.Tuple | ast.BinOp)


def test_the_first_arguments_of_texts_are_literals() -> None:
    hidden = [
        module.at(call)
        for module in modules()
        for name, call in module.calls()
        if (wanted := {"say": 1, "say_count": 2}.get(name))
        and not all(
            isinstance(one, ast.Constant) and isinstance(one.value, str) for one in call.args[:wanted] or [call]
        )
    ]
    assert not hidden


def test_texts_get_the_values_that_they_name() -> None:
    wrong = []
    for module in modules():
        for name, call in module.calls():
            if name not in {"say", "say_count"} or any(one.arg is None for one in call.keywords):
                continue
            given = {one.arg for one in call.keywords}
            literals = [one.value for one in call.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            named = {field for text in literals for _, field, _, _ in Formatter().parse(text) if field is not None}
            if named - given or given - named - {"count"}:
                wrong.append(f"{module.at(call)} names {sorted(named)}, gets {sorted(map(str, given))}")
    assert not wrong


def test_texts_are_made_by_say_alone() -> None:
    made = [
        module.at(call)
        for module in modules()
        if module.path != "iq_desktop/wording/text.py"
        for name, call in module.calls()
        if name == "Text" and call.args and is_literal(call.args[0]) and spoken_words(call.args[0])
    ]
    assert not made


def test_no_words_outside_the_catalogues_on_the_screen() -> None:
    stray = [
        f"{module.at(call)} {name}({ast.unparse(one)})"
        for module in modules()
        if module.path.startswith(("iq_desktop/ui/", "iq_desktop/app/"))
        for name, call in module.calls()
        if name in SETTERS | WIDGETS
        for one in call.args
        if is_literal(one) and spoken_words(one) and ast.unparse(one) != PRODUCT
    ]
    assert not stray


def test_one_style_sheet() -> None:
    stray = [
        module.at(call)
        for module in modules()
        if module.path != "iq_desktop/ui/kit/theme.py"
        for name, call in module.calls()
        if name == "setStyleSheet"
    ]
    assert not stray


def test_the_checks_see_what_they_look_for() -> None:
    call = ast.parse('label.setText(f"Hello {name}")', mode="eval").body
    assert isinstance(call, ast.Call)
    assert called(call) in SETTERS
    assert spoken_words(call.args[0]) == "Hello"
    assert not spoken_words(ast.parse('"12 / {count}"', mode="eval").body)
