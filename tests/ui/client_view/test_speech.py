"""Reading aloud with the system's voices: an engine that only claims to speak is no voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from iq_desktop.ui.client_view.speech import ComputerVoice, Speech
from iq_desktop.ui.kit.speaking import speak_tree
from tests.support.tongues import german

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

LIBPULSE = "Qt's voices need the system's libpulse"


@pytest.mark.usefixtures("qapp")
def test_an_engine_that_only_claims_to_speak_is_no_voice(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> None:
    speech = pytest.importorskip("PySide6.QtTextToSpeech", reason=LIBPULSE, exc_type=ImportError)
    monkeypatch.setattr(speech.QTextToSpeech, "availableEngines", staticmethod(lambda: ["mock"]))
    monkeypatch.setattr("iq_desktop.ui.client_view.speech.is_unseen", lambda: False)
    voice = ComputerVoice(qapp)
    assert not any(voice.can_speak(language) for language in ("de", "en", "de_simple", "ar"))
    voice.speak("Guten Tag", "de")
    voice.stop()
    voice.setParent(None)
    voice.deleteLater()


def test_the_language_of_a_window_changes_after_voices_were_looked_for(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    speech = pytest.importorskip("PySide6.QtTextToSpeech", reason=LIBPULSE, exc_type=ImportError)
    monkeypatch.setattr(speech.QTextToSpeech, "availableEngines", staticmethod(lambda: ["mock"]))
    monkeypatch.setattr("iq_desktop.ui.client_view.speech.is_unseen", lambda: False)
    window = QWidget()
    qtbot.addWidget(window)
    reader = Speech(window)
    assert not reader.voice.can_speak("de")
    speak_tree(window, german())


def test_no_voices_are_looked_for_where_nobody_sees_the_window(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    speech = pytest.importorskip("PySide6.QtTextToSpeech", reason=LIBPULSE, exc_type=ImportError)
    asked: list[str] = []

    def engines() -> list[str]:
        asked.append("engines")
        return []

    monkeypatch.setattr(speech.QTextToSpeech, "availableEngines", staticmethod(engines))
    voice = ComputerVoice(qapp)
    assert not asked
    voice.setParent(None)
    voice.deleteLater()
