"""What this computer does with a disk that somebody carries away, and what to advise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Computer:
    """What is known of this computer; None where it cannot be asked.

    `is_disk_encrypted` is about the whole disk (BitLocker on Windows), `may_hibernate` about writing the memory to it.
    """

    is_disk_encrypted: bool | None = None
    may_hibernate: bool | None = None


def advise(computer: Computer) -> tuple[Text, ...]:
    """Return what to do about the disk of this computer, in sentences."""
    return tuple(_advice(computer))


def _advice(computer: Computer) -> Iterator[Text]:
    if computer.is_disk_encrypted:
        yield say("The disk of this computer is encrypted (BitLocker). Good: please leave it so.")
    elif computer.is_disk_encrypted is None:
        yield say(
            "Please have the whole disk encrypted, on Windows with BitLocker. The program encrypts its own files; it "
            "cannot encrypt what Windows itself writes to the disk."
        )
    else:
        yield say(
            "The disk of this computer is not encrypted. Please have BitLocker switched on: the program encrypts its "
            "own files, but not what Windows itself writes to the disk."
        )
    if computer.may_hibernate is not False:
        yield say(
            "Please have hibernation switched off, or the disk encrypted: in hibernation the computer writes its "
            "memory to the disk, with what is on the screen. Lock the program or switch off the computer before you "
            "carry it away."
        )
