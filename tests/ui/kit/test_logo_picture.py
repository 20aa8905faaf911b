"""A logo comes out of a file as a plain picture of a printable size, and everything else is refused."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image, PngImagePlugin

from iq_desktop.ui.kit.logo_picture import UnfitLogo, make_logo, read_logo
from iq_desktop.wording.problems import IqError

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><rect width="60" height="20" fill="#0f5fc2"/></svg>'


def a_picture(mode: str = "RGB", size: tuple[int, int] = (300, 100), form: str = "PNG", **options: object) -> bytes:
    file = io.BytesIO()
    Image.new(mode, size, "#0f5fc2").save(file, form, **options)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "size", "mode"),
    [
        (a_picture(), (300, 100), "RGB"),
        (a_picture("RGBA"), (300, 100), "RGBA"),
        (a_picture(form="JPEG"), (300, 100), "RGB"),
        (a_picture(size=(2400, 300)), (1200, 150), "RGB"),
        (a_picture(size=(900, 1200)), (450, 600), "RGB"),
        (SVG, (1200, 400), "RGBA"),
    ],
    ids=["png", "see-through", "jpeg", "wide", "high", "svg"],
)
def test_every_form_becomes_a_png_of_a_printable_size(
    qapp: QApplication, content: bytes, size: tuple[int, int], mode: str
) -> None:
    del qapp
    logo = make_logo(content)
    assert (logo.width, logo.height) == size
    with Image.open(io.BytesIO(logo.content)) as picture:
        assert (picture.format, picture.size, picture.mode) == ("PNG", size, mode)
        assert picture.convert("RGB").getpixel((size[0] // 2, size[1] // 2)) in {
            (15, 95, 194),
            (14, 95, 194),
            (15, 95, 193),
        }


def test_what_was_written_into_the_file_besides_the_picture_is_gone(qapp: QApplication) -> None:
    del qapp
    said = PngImagePlugin.PngInfo()
    said.add_text("Author", "Yara Al-Khatib")
    assert b"Yara" in a_picture(pnginfo=said)
    assert b"Yara" not in make_logo(a_picture(pnginfo=said)).content


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.7",
        b"GIF89a" + bytes(200),
        a_picture()[:80],
        a_picture(size=(4, 4)),
        SVG[:40],
        SVG.replace(b"<rect", b'<image href="file:///etc/passwd"/><rect'),
        b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + SVG,
        b"<svg/>",
        SVG + b" " * 1_000_000,
    ],
    ids=["empty", "pdf", "gif", "cut", "tiny", "half svg", "file in svg", "entity", "no svg", "large"],
)
def test_what_is_no_picture_is_refused_with_advice(qapp: QApplication, content: bytes) -> None:
    del qapp
    with pytest.raises(UnfitLogo) as caught:
        make_logo(content)
    assert caught.value.advice.message


def test_a_picture_that_would_fill_the_memory_is_refused_before_it_is_read(qapp: QApplication) -> None:
    del qapp
    with pytest.raises(UnfitLogo):
        make_logo(a_picture("1", (20_000, 20_000)))


def test_a_file_that_is_gone_is_told_by_its_name(qapp: QApplication, tmp_path: Path) -> None:
    del qapp
    with pytest.raises(IqError, match="cannot be read"):
        read_logo(tmp_path / "logo.png")
