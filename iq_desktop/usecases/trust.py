"""What the program promises and what it cannot do, in plain words, to be read in the settings."""

from __future__ import annotations

from typing import Final

from iq_desktop.wording.text import Text, say

PROMISES: Final[tuple[tuple[Text, Text], ...]] = (
    (
        say("Saved means saved."),
        say("“Saved” appears only when the disk has taken your words. A power cut a second later costs nothing."),
    ),
    (
        say("A stolen laptop betrays nobody."),
        say("Everything about clients lies encrypted on the disk, also drafts and the search index."),
    ),
    (
        say("Away from the desk means shut."),
        say("The program locks itself, and a locked program holds no name of a client in its memory."),
    ),
    (
        say("A forgotten password destroys no files."),
        say("The recovery code from the safe of your centre opens the vault, and you choose a new password."),
    ),
    (
        say("Every backup is a checked backup."),
        say("A backup counts only when it was opened again and read from the first page to the last."),
    ),
    (
        say("Nothing happens in secret."),
        say("The journal tells who read, changed, printed or handed on what, and nobody can bend it unnoticed."),
    ),
    (
        say("A copy in a minute, erasure without a rest."),
        say("Clients get what is written about them, and what is erased stands nowhere any more."),
    ),
    (
        say("A certificate that everybody can read and nobody can forge."),
        say("Every script is printed rightly, and a changed paper can be told from ours."),
    ),
    (
        say("Two work on the same case: both entries stay."),
        say("Nothing is overwritten in silence; where two entries differ, a person decides."),
    ),
    (
        say("No word leaves the computer unasked."),
        say("The program opens no connection to the internet, and asks nobody for news."),
    ),
)
"""The ten promises, each with what it means."""

NOT_YET: Final = frozenset({7, 8, 9})
"""The numbers of the promises that this version cannot keep yet: erasure, signature, several desks."""

LIMITS: Final[tuple[tuple[Text, Text], ...]] = (
    (
        say("An unlocked laptop in the hands of a thief"),
        say("Whoever takes the laptop while you work sees what you see. Hide or lock before you stand up."),
    ),
    (
        say("Strangers who are already on the computer"),
        say("A harmful program, or somebody who administers this computer, can read along while you work."),
    ),
    (
        say("A keyboard that listens"),
        say("A device or a program that records keys learns your password when you type it."),
    ),
    (say("A photo of the screen"), say("No program can prevent it. Mind who stands behind you.")),
    (
        say("Printed paper"),
        say("What is printed or saved as a file is no longer protected. Lock it away, and shred what nobody needs."),
    ),
    (
        say("The memory of printers"),
        say("Printers and the print queue of the computer keep copies for a while, in offices often for all."),
    ),
    (
        say("A disk that lies"),
        say("Cheap sticks claim to have written what they have not. Please keep the vault on the disk inside."),
    ),
    (
        say("An old copy of the vault"),
        say(
            "Who kept a copy and knew its password then can read on what it held, even after being removed. And an "
            "older state of the whole folder that somebody puts back looks sound to the program."
        ),
    ),
    (
        say("Roles are kept by the program, not by the key"),
        say(
            "Whoever has a password has the key to the whole vault. That somebody sees only own cases is kept by this "
            "program; with skill and another program it could be gone around."
        ),
    ),
    (
        say("A lost password and a lost recovery code"),
        say("Then nobody can open the vault any more, neither we nor an authority. Keep the code in the safe."),
    ),
)
"""What the program cannot do, each with what it means for the adviser."""
