"""What a camera writes into a photograph is taken out; the picture, its colours and how it was held stay."""

from __future__ import annotations

import random
import struct
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest

from iq_desktop.domain.scan import Scan, ScanKind
from iq_desktop.usecases.progress import Silence
from iq_desktop.usecases.scan_ports import LookedAt
from iq_desktop.usecases.scan_traces import without_traces
from iq_desktop.usecases.scan_words import left_out_words, taken_words
from iq_desktop.usecases.scans import save_scan
from iq_desktop.wording.text import NOTHING
from tests.support.fakes import a_desk
from tests.support.memory_scans import MemoryScanStore
from tests.support.scan_files import (
    DEVICE,
    FILM,
    PLACE,
    a_jpeg,
    a_pdf,
    a_photograph,
    a_picture_with_words,
    a_png,
    exif,
)
from tests.support.tongues import TRANSLATIONS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PHOTOGRAPHS: Final[dict[ScanKind, tuple[Callable[..., bytes], bytes]]] = {
    ScanKind.JPEG: (a_photograph, a_jpeg()),
    ScanKind.PNG: (a_picture_with_words, a_png()),
}


@pytest.mark.parametrize("kind", PHOTOGRAPHS)
def test_nothing_of_place_device_or_words_is_left(kind: ScanKind) -> None:
    make, bare = PHOTOGRAPHS[kind]
    content = make()
    assert PLACE in content
    assert without_traces(content, kind) == bare


@pytest.mark.parametrize("kind", PHOTOGRAPHS)
@pytest.mark.parametrize("orientation", range(10))
def test_how_the_camera_was_held_stays_and_nothing_else(kind: ScanKind, orientation: int) -> None:
    make, bare = PHOTOGRAPHS[kind]
    clean = without_traces(make(orientation=orientation), kind)
    assert DEVICE not in clean
    assert PLACE not in clean
    assert (len(clean) > len(bare)) == (orientation in range(2, 9))
    assert without_traces(clean, kind) is clean


@pytest.mark.parametrize("kind", PHOTOGRAPHS)
def test_a_picture_without_traces_stays_octet_for_octet(kind: ScanKind) -> None:
    _make, bare = PHOTOGRAPHS[kind]
    assert without_traces(bare, kind) is bare


def test_colours_and_size_on_paper_stay() -> None:
    jpeg = a_jpeg()
    colours = b"ICC_PROFILE\0\1\1" + b"c" * 40
    coloured = jpeg[:20] + b"\xff\xe2" + struct.pack(">H", len(colours) + 2) + colours + jpeg[20:]
    assert without_traces(coloured, ScanKind.JPEG) is coloured


def test_a_picture_in_several_rows_of_points_keeps_them_all() -> None:
    rows = b"\xff\xda\0\4\1\0" + b"ab\xff\0c\xff\xd0d"
    between = b"\xff\xc4\0\4\1\2"
    content = b"\xff\xd8" + rows + b"\xff\xfe\0\4no" + between + rows + b"\xff\xff\xd9"
    assert without_traces(content + FILM, ScanKind.JPEG) == b"\xff\xd8" + rows + between + rows + b"\xff\xd9"


def test_a_table_that_lies_says_nothing_of_how_the_camera_was_held() -> None:
    for table in (b"", b"XX", b"II*\0\xff\xff\xff\xff", exif(6)[:20], b"MM\0*" + struct.pack(">IH", 8, 65535)):
        words = b"Exif\0\0" + table
        jpeg = a_jpeg()
        bent = jpeg[:20] + b"\xff\xe1" + struct.pack(">H", len(words) + 2) + words + jpeg[20:]
        assert without_traces(bent, ScanKind.JPEG) == jpeg


@pytest.mark.parametrize("kind", PHOTOGRAPHS)
def test_what_is_cut_or_bent_is_no_error(kind: ScanKind) -> None:
    make, _bare = PHOTOGRAPHS[kind]
    content, lot = make(orientation=6), random.Random(3)  # noqa: S311  (drawn the same each time)
    for at in range(4, len(content) - len(FILM), 3):
        cut = content[:at]
        assert without_traces(cut, kind) == cut
        bent = bytearray(content)
        bent[at] = lot.randrange(256)
        assert without_traces(bytes(bent), kind)


def test_a_pdf_stays_as_it_is() -> None:
    content = a_pdf()
    assert without_traces(content, ScanKind.PDF) is content


def test_a_photograph_that_was_kept_before_leaves_without_them(tmp_path: Path) -> None:
    store = MemoryScanStore()
    content = a_photograph()
    desk = replace(a_desk(TRANSLATIONS), scans=store)
    scan = a_scan(ScanKind.JPEG, left_out=False)
    store.take_in("case", scan, LookedAt(ScanKind.JPEG, 1, content, b""), Silence())
    save_scan(desk, "case", scan, tmp_path / "out.jpg", Silence())
    assert (tmp_path / "out.jpg").read_bytes() == a_jpeg()


def a_scan(kind: ScanKind, *, left_out: bool) -> Scan:
    return Scan("paper", "a", kind, 1, "", 1, a_desk(TRANSLATIONS).clock.now(), left_out=left_out)


def test_what_was_left_out_is_told_by_the_kind_of_the_file() -> None:
    whole, pdf, photo = (
        a_scan(ScanKind.PNG, left_out=False),
        a_scan(ScanKind.PDF, left_out=True),
        a_scan(ScanKind.JPEG, left_out=True),
    )
    assert left_out_words(whole) is NOTHING
    assert left_out_words(pdf).message == "without what could run or was attached"
    assert left_out_words(photo).message == "without place, time and device of the camera"
    assert taken_words((whole, photo)).message == "Added without place, time and device of the camera."
    assert taken_words((photo, pdf)).message == "Added without what could run or was attached."
    assert taken_words((whole, whole)).message != taken_words((photo,)).message
