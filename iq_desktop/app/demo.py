"""The command `iq-desktop demo`: a demo centre of invented clients, on the screen or driven unseen."""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Final

from iq_desktop.app.clock import LaptopClock
from iq_desktop.app.paths import Paths, find_paths
from iq_desktop.app.tongues import tongues_of
from iq_desktop.wording.text import say

_PICTURES: Final = Path("iq-desktop-demo")


def run_demo(out: Path | None, catalogues: Path | None) -> int:
    """Open the demo centre; with `out`, or where there is no screen, drive the windows and leave pictures there."""
    with tempfile.TemporaryDirectory(prefix="iq-desktop-demo-", ignore_cleanup_errors=True) as scratch:
        paths = replace(find_paths(), vault=Path(scratch) / "vault", logs=Path(scratch) / "logs")
        if out is None and has_screen():
            return _show(paths, catalogues)
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from iq_desktop.app.demo_hour import run_hour  # noqa: PLC0415  (Qt asks for its platform when it is loaded)

        return run_hour(paths, out or _PICTURES, catalogues)


def has_screen() -> bool:
    """Return whether a window can be shown."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _show(paths: Paths, catalogues: Path | None) -> int:
    from iq_desktop.app.demo_vault import PASSWORD, demo_door, first_steps, furnish  # noqa: PLC0415  (see above)
    from iq_desktop.app.program import Wishes  # noqa: PLC0415  (see above)
    from iq_desktop.app.window_command import run_program  # noqa: PLC0415  (see above)

    tongues = tongues_of(paths.translations)
    door = demo_door(paths, tongues, LaptopClock())
    desk, _ = door.set_up(first_steps())
    furnish(desk, paths, catalogues, tongues("de"))
    wishes = Wishes(
        notice=say("This is a demo centre: all clients are invented. It is thrown away when you quit."),
        advice=say("If you lock it, the password is: {password}", password=PASSWORD),
    )
    return run_program(paths, door, wishes, desk)
