"""A logo out of a file: looked at with limits, brought into one form, without anything but the picture."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

from iq_desktop.domain.centre import LARGEST_LOGO, Logo
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from pathlib import Path

_WIDEST: Final = 1200
_HIGHEST: Final = 600
"""Pixels of a kept logo at most: sharp at the size in which it is printed."""
_MOST_PIXELS: Final = 25_000_000
_LEAST: Final = 8
_NOT_IN_SVG: Final = (b"<image", b"<script", b"<!entity", b"<foreignobject")
"""What a drawing must not hold: other files, programs, abbreviations that grow."""


class _Form(Enum):
    PNG = b"\x89PNG\r\n\x1a\n"
    JPEG = b"\xff\xd8\xff"


class UnfitLogo(IqError):  # noqa: N818  (a name that says what happened)
    """A file is no picture that can stand on letters; nothing was changed."""

    def __init__(self) -> None:
        """Say what is wanted."""
        super().__init__(
            say("This file cannot be used as a logo."),
            say("Please choose a picture as PNG, JPEG or SVG without other pictures inside, of at most 1 MB."),
        )


def read_logo(path: Path) -> Logo:
    """Return the picture of a file; raises UnfitLogo, and IqError where the file cannot be read."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_LOGO + 1)
    except OSError as error:
        raise IqError(say("The file “{name}” cannot be read.", name=path.name)) from error
    return make_logo(content)


def make_logo(content: bytes) -> Logo:
    """Return a picture in the form in which it is kept: PNG, not larger than it can be printed; raises UnfitLogo."""
    if len(content) > LARGEST_LOGO:
        raise UnfitLogo
    form = next((form for form in _Form if content.startswith(form.value)), None)
    picture = _read_points(content, form) if form else _read_drawing(content)
    if picture.isNull() or min(picture.width(), picture.height()) < _LEAST:
        raise UnfitLogo
    if picture.width() > _WIDEST or picture.height() > _HIGHEST:
        ratio, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        picture = picture.scaled(QSize(_WIDEST, _HIGHEST), ratio, smooth)
    kind = QImage.Format.Format_RGBA8888 if picture.hasAlphaChannel() else QImage.Format.Format_RGB888
    return _kept(picture.convertToFormat(kind))


def _read_points(content: bytes, form: _Form) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(form.name.lower().encode()))
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _MOST_PIXELS:
        raise UnfitLogo
    return reader.read()


def _read_drawing(content: bytes) -> QImage:
    if b"<svg" not in content or any(word in content.lower() for word in _NOT_IN_SVG):
        raise UnfitLogo
    renderer = QSvgRenderer(QByteArray(content))
    size = renderer.viewBoxF().size()
    if not renderer.isValid() or size.isEmpty():
        raise UnfitLogo
    share = min(_WIDEST / size.width(), _HIGHEST / size.height())
    picture = QImage(
        max(round(size.width() * share), 1), max(round(size.height() * share), 1), QImage.Format.Format_ARGB32
    )
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    return picture


def _kept(picture: QImage) -> Logo:
    for name in picture.textKeys():
        picture.setText(name, "")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know no device here
    return Logo(bytes(buffer.data().data()), picture.width(), picture.height())
