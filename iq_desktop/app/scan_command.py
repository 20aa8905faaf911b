"""The command that looks at one file of somebody else, in a process that knows nothing of the vault.

The file comes in on the standard input and goes out on the standard output, behind one line of JSON that says what it
is; nothing is written to the disk. What breaks a decoder ends this process, and not the program.
"""

from __future__ import annotations

import io
import json
import os
import sys
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.scan import MOST_OCTETS, ScanKind
from iq_desktop.usecases.scan_faults import FaultyScan, ScanFault

if TYPE_CHECKING:
    from iq_desktop.usecases.scan_ports import LookedAt

_THUMBNAIL: Final = 240
"""Points of the width of a small picture."""
_TALLEST: Final = 2
"""How high a small picture may be for its width."""
_TRIED: Final = 600
"""Points of the width in which every page is drawn once."""
MOST_MEMORY: Final = 3 * 1024**3
SAME: Final = -1
"""Stands for the length of a content that stays as it came."""


def run_look(ending: str) -> int:
    """Look at the file on the standard input, answer on the standard output, and return 0."""
    _take_little_memory()
    if sys.platform == "linux":
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    content = sys.stdin.buffer.read(MOST_OCTETS + 1)
    try:
        answer = _written(look_at(content, ending), content)
    except FaultyScan as problem:
        answer = json.dumps({"fault": problem.fault.value}).encode() + b"\n"
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
    return 0


def look_at(content: bytes, ending: str) -> LookedAt:
    """Return what a file is, every page drawn once; raises FaultyScan."""
    from iq_desktop.exchange.scan_files import check_picture, find_kind  # noqa: PLC0415  (after the limits are set)
    from iq_desktop.usecases.scan_ports import LookedAt  # noqa: PLC0415  (see above)
    from iq_desktop.usecases.scan_traces import without_traces  # noqa: PLC0415  (see above)

    kind = find_kind(content, ending)
    pages, left_out = 1, False
    if kind is ScanKind.PDF:
        from iq_desktop.pdf.scan_cleaning import clean_pdf  # noqa: PLC0415  (see above)

        harmless = clean_pdf(content)
        content, pages, left_out = harmless.content, harmless.pages, harmless.left_out
    else:
        check_picture(content, kind)
        clean = without_traces(content, kind)
        content, left_out = clean, clean is not content
    return LookedAt(kind, pages, content, _drawn(content, kind, pages), left_out)


def _drawn(content: bytes, kind: ScanKind, expected: int) -> bytes:
    """Draw every page once and return a small PNG picture of the first."""
    from PySide6.QtGui import QGuiApplication, QImage  # noqa: PLC0415  (see `look_at`)

    from iq_desktop.ui.kit.scan_pages import open_pages  # noqa: PLC0415  (see `look_at`)

    if QGuiApplication.instance() is None:
        QGuiApplication(["iq-desktop"])
    pages = open_pages(content, kind)
    if pages.count != expected:
        raise FaultyScan(ScanFault.DAMAGED)
    small = QImage()
    for number in range(pages.count):
        picture = pages.draw(number, _TRIED)
        if picture.isNull():
            raise FaultyScan(ScanFault.DAMAGED)
        small = picture if number == 0 else small
    return _png_of(small)


def _png_of(picture: object) -> bytes:
    from PySide6.QtCore import QBuffer, QIODevice, Qt  # noqa: PLC0415  (see `look_at`)
    from PySide6.QtGui import QImage  # noqa: PLC0415  (see `look_at`)

    assert isinstance(picture, QImage)  # noqa: S101  (told to the type checker; Qt is loaded late)
    small = picture.scaledToWidth(_THUMBNAIL, Qt.TransformationMode.SmoothTransformation)
    if small.height() > _TALLEST * _THUMBNAIL:
        small = small.copy(0, 0, _THUMBNAIL, _TALLEST * _THUMBNAIL)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    small.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide's words for it name bytes only
    return bytes(buffer.data().data())


def _written(looked: LookedAt, content: bytes) -> bytes:
    head = {
        "kind": looked.kind.value,
        "pages": looked.pages,
        "left_out": looked.left_out,
        "thumbnail": len(looked.thumbnail),
        "content": SAME if looked.content is content else len(looked.content),
    }
    answer = io.BytesIO()
    answer.write(json.dumps(head).encode() + b"\n" + looked.thumbnail)
    if looked.content is not content:
        answer.write(looked.content)
    return answer.getvalue()


def _take_little_memory() -> None:
    """Let a file that unpacks to gigabytes end this process early; on Windows the time limit alone holds."""
    if sys.platform == "linux":
        import resource  # noqa: PLC0415  (only there)

        resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
