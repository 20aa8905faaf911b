"""The process ends for sure, and a crash leaves no picture of its memory."""

from __future__ import annotations

import subprocess
import sys

import pytest

HELD = """
import threading
from iq_desktop.app.last_end import end_for_sure
end_for_sure(0.05)
threading.Event().wait()
"""
NO_PICTURE = """
import resource
from iq_desktop.app.last_end import leave_no_memory_behind
leave_no_memory_behind()
print(resource.getrlimit(resource.RLIMIT_CORE))
"""


def test_what_still_holds_the_process_does_not_keep_it() -> None:
    result = subprocess.run([sys.executable, "-c", HELD], check=False, timeout=60)
    assert result.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows is asked in another way")
def test_no_picture_of_the_memory_is_written() -> None:
    result = subprocess.run([sys.executable, "-c", NO_PICTURE], check=True, capture_output=True, text=True)
    assert result.stdout.strip() == "(0, 0)"
