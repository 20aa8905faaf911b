"""What nobody handled reaches the log and the adviser, and never a word of a case."""

from __future__ import annotations

import re
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from iq_desktop.app.crash import LOG_NAME, crash_report, watch_for_crashes, without_values
from iq_desktop.app.sample import sample_case
from iq_desktop.usecases.competences import rate

if TYPE_CHECKING:
    from pathlib import Path


def break_down() -> None:
    """Fail deep inside the program, with words of a case in the message."""
    case = sample_case()
    stranger = case.competences[0].__class__("uri", "Geheimnis der Frau Al-Khatib", id="Al-Khatib")
    rate(case, stranger)


def caught() -> BaseException:
    """Return the error of the break-down."""
    with pytest.raises(KeyError) as error:
        break_down()
    return error.value


def test_a_report_names_kind_and_place_but_no_word_of_a_case() -> None:
    error = caught()
    report = crash_report(type(error), error.__traceback__)
    assert "builtins.KeyError" in report
    assert "iq_desktop/usecases/competences.py" in report.replace("\\", "/")
    assert "rate" in report
    assert "Al-Khatib" not in report
    assert "tests" not in report


def test_no_way_of_failing_carries_a_word_of_a_case_into_the_report() -> None:
    """Arguments, notes, causes, groups and the names of variables all may hold one."""
    secret = "Geheimnis der Frau Al-Khatib"  # a variable of a frame

    def fail_in_many_ways() -> None:
        try:
            int(secret)
        except ValueError as cause:
            error = ExceptionGroup(secret, [KeyError(secret), OSError(5, secret, secret)])
            error.add_note(secret)
            raise error from cause

    with pytest.raises(ExceptionGroup) as caught:
        fail_in_many_ways()
    report = crash_report(type(caught.value), caught.value.__traceback__)
    assert "ExceptionGroup" in report
    assert "Al-Khatib" not in report
    allowed = r"IQ Desktop \S+, Python \S+, \w+: [\w.]+(\n  iq_desktop[/\\\w.]+:\d+ \w+)*"
    assert re.fullmatch(allowed, report)


def test_an_unhandled_error_is_logged_and_told(tmp_path: Path) -> None:
    told: list[int] = []
    before = sys.excepthook, threading.excepthook
    with watch_for_crashes(tmp_path, lambda: told.append(1)):
        error = caught()
        sys.excepthook(type(error), error, error.__traceback__)
        thread = threading.Thread(target=break_down)
        thread.start()
        thread.join()
    assert len(told) == 2
    log = (tmp_path / LOG_NAME).read_text(encoding="utf-8")
    assert log.count("builtins.KeyError") == 2
    assert "Al-Khatib" not in log
    assert (sys.excepthook, threading.excepthook) == before


def test_a_log_that_cannot_be_written_does_not_hinder_the_program(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    with watch_for_crashes(blocked, lambda: None) as log:
        log.write("a line")
    assert "a line" in capsys.readouterr().err


def test_stopping_with_the_keyboard_is_no_crash(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with watch_for_crashes(tmp_path, lambda: pytest.fail("told as a crash")):
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    capsys.readouterr()
    assert not (tmp_path / LOG_NAME).exists()


@pytest.mark.parametrize(
    ("message", "kept"),
    [
        ('QFile: cannot open "Akte Öztürk.pdf"', "QFile: cannot open …"),
        ("cannot read /akten/anna/Öztürk.pdf now", "cannot read … now"),
        ("cannot read C:\\Users\\anna\\Öztürk.pdf now", "cannot read … now"),
        ("QPainter::begin: Paint device returned engine == 0", "QPainter::begin: Paint device returned engine == 0"),
    ],
)
def test_messages_of_a_library_lose_what_they_quote(message: str, kept: str) -> None:
    assert without_values(message) == kept
