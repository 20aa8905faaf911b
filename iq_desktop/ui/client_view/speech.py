"""Reads aloud: a pack's recordings first, then the voices of this computer; where neither is, nothing is offered.

Both come with parts of Qt that not every installation has (`QtTextToSpeech`, `QtMultimedia`), and are loaded when the
first talk begins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, QObject, QUrl
from PySide6.QtGui import QGuiApplication

from iq_desktop.domain.client_window import catalogue_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from iq_desktop.ui.client_view.shown import Line


_SILENT: Final = "mock"
"""Qt's engine for tests: it claims voices and says nothing."""


def is_unseen() -> bool:
    """Return whether the windows are drawn for nobody: looking for voices would start a service of the system."""
    return QGuiApplication.platformName() == "offscreen"


class Voice(Protocol):
    """What reads words aloud in some languages."""

    def can_speak(self, language: str) -> bool:
        """Return whether there is a voice for a language."""

    def speak(self, words: str, language: str) -> None:
        """Read words aloud; what was being read ends."""

    def stop(self) -> None:
        """Be silent."""


class ComputerVoice(QObject):
    """The voices that the system has; none where the part of Qt or its libraries are missing."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Look for the voices of this computer."""
        super().__init__(parent)
        self._engine: Any = None
        self._locales: dict[str, QLocale] = {}
        if is_unseen():
            return
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415  (not in every installation)
        except ImportError:
            return
        engines = [name for name in QTextToSpeech.availableEngines() if name != _SILENT]
        if not engines:
            return
        self._engine = QTextToSpeech(engines[0], self)
        for locale in self._engine.availableLocales():
            self._locales.setdefault(locale.name().partition("_")[0], locale)

    def can_speak(self, language: str) -> bool:
        """Return whether there is a voice for a language."""
        return catalogue_of(language).partition("_")[0] in self._locales

    def speak(self, words: str, language: str) -> None:
        """Read words aloud; what was being read ends."""
        if self.can_speak(language):
            self._engine.stop()
            self._engine.setLocale(self._locales[catalogue_of(language).partition("_")[0]])
            self._engine.enqueue(words)

    def stop(self) -> None:
        """Be silent."""
        if self._engine is not None:
            self._engine.stop()


class Recordings(QObject):
    """Plays the recordings of a pack one after the other, where Qt's player is installed."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Look for the player."""
        super().__init__(parent)
        self._player: Any = None
        self._buffer: QBuffer | None = None
        self._queue: list[bytes] = []
        try:
            from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer  # noqa: PLC0415  (not in every installation)
        except ImportError:
            return
        self._player = QMediaPlayer(self)
        self._player.setAudioOutput(QAudioOutput(self))
        self._player.playingChanged.connect(self._go_on)

    @property
    def can_play(self) -> bool:
        """Whether the player is there."""
        return self._player is not None

    def play(self, recordings: Sequence[bytes]) -> None:
        """Play recordings; what was being played ends."""
        self.stop()
        self._queue = list(recordings)
        self._play_next()

    def stop(self) -> None:
        """Be silent."""
        self._queue = []
        if self._player is not None:
            self._player.stop()

    def _go_on(self, is_playing: bool) -> None:  # noqa: FBT001  (Qt hands it over so)
        if not is_playing and self._queue:
            self._play_next()

    def _play_next(self) -> None:
        if self._player is None or not self._queue:
            return
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(self._queue.pop(0)))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._player.setSourceDevice(self._buffer, QUrl("recording.ogg"))
        self._player.play()


class Speech(QObject):
    """Chooses between recordings and voices for what stands in the window."""

    def __init__(
        self, parent: QObject | None = None, voice: Voice | None = None, recordings: Recordings | None = None
    ) -> None:
        """Wait for the first talk; tests hand in a voice of their own."""
        super().__init__(parent)
        self._voice, self._recordings = voice, recordings

    def can_read(self, lines: Sequence[Line], audio: Mapping[tuple[str, str], bytes]) -> bool:
        """Return whether lines can be read aloud."""
        if not lines:
            return False
        return bool(self._recorded(lines, audio)) or self.voice.can_speak(lines[0].language)

    def read(self, lines: Sequence[Line], audio: Mapping[tuple[str, str], bytes]) -> None:
        """Read lines aloud: recordings of all of them, else the computer's voice."""
        self.stop()
        recorded = self._recorded(lines, audio)
        if recorded:
            self.recordings.play(recorded)
        elif lines and self.voice.can_speak(lines[0].language):
            self.voice.speak(". ".join(line.words.rstrip(".") for line in lines), lines[0].language)

    def stop(self) -> None:
        """Be silent."""
        if self._voice is not None:
            self._voice.stop()
        if self._recordings is not None:
            self._recordings.stop()

    @property
    def voice(self) -> Voice:
        """The voices, loaded now where they were not needed yet."""
        if self._voice is None:
            self._voice = ComputerVoice()  # not below the window, whose parts are spoken to when the language changes
        return self._voice

    @property
    def recordings(self) -> Recordings:
        """The player, loaded now where it was not needed yet."""
        if self._recordings is None:
            self._recordings = Recordings(self)
        return self._recordings

    def _recorded(self, lines: Sequence[Line], audio: Mapping[tuple[str, str], bytes]) -> list[bytes]:
        """Return the recordings of the question and its card, where the pack has the question's."""
        found = [audio[line.language, line.key] for line in lines if (line.language, line.key) in audio]
        is_worth = bool(found) and (lines[0].language, lines[0].key) in audio
        return found if is_worth and self.recordings.can_play else []
