"""Who may do what at this desk: asked before every act that is not open to all; every refusal stands in the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.domain.role import Act, Role, Sight, may
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.centre import Adviser
    from iq_desktop.usecases.desk import Desk

REFUSED: Final = "refused"
"""The kind of the entry in the journal that tells of a refusal."""


class NotAllowed(IqError):  # noqa: N818  (a name that says what happened)
    """The role of who sits at the desk does not allow it; nothing was changed."""


class NotYourCase(IqError):  # noqa: N818  (see above)
    """The case is not for the eyes of who sits at the desk; nothing was read or changed."""

    def __init__(self, text: Text | None = None, who_can_help: Text | None = None) -> None:
        """Say it in words, and who can help."""
        told = text or say("This case is kept by a colleague.")
        super().__init__(told, who_can_help or say("Please ask a responsible person."))


ONLY_RESPONSIBLE: Final[Mapping[Act, Text]] = {
    Act.SET_CENTRE: say("Only a responsible person changes the letterhead and the settings of the centre."),
    Act.CHOOSE_ADVISERS: say("Only a responsible person lets advisers in, removes them and gives them a role."),
    Act.KEEP_KEYS: say("Only a responsible person renews the codes and the key of the vault."),
    Act.TAKE_PACKS: say("Only a responsible person takes in or removes instruments."),
    Act.SET_RULES: say("Only a responsible person changes rules."),
    Act.TAKE_CATALOGUES: say("Trainees do not import catalogues."),
    Act.TAKE_CASES: say("Trainees do not take in cases of another program."),
    Act.SEE_WHOLE_JOURNAL: say("Only a responsible person reads the whole journal. The one of a case stands with it."),
    Act.SET_PRIVACY: say("Only a responsible person sets the periods and the record of processing."),
    Act.ERASE: say("Only a responsible person erases a person."),
    Act.SET_BACKUPS: say("Trainees do not choose where backups are kept."),
    Act.HAND_OVER: say("Trainees do not hand over cases."),
}
"""What is said where an act is not offered: in its place on the screen, and where it is tried nevertheless."""

ROLE_MEANS: Final[Mapping[Role, Text]] = {
    Role.RESPONSIBLE: say("Sees every case, lets advisers in, keeps keys and journal, and erases."),
    Role.ADVISER: say("Sees every case that is not kept for a colleague alone."),
    Role.TRAINEE: say("Sees own cases only."),
}
"""What a role is for, where one is given."""


def may_i(desk: Desk, act: Act) -> bool:
    """Return whether who sits at the desk may do something: what is not allowed is not offered."""
    return may(desk.adviser.role, act)


def require(desk: Desk, act: Act) -> None:
    """Do nothing where who sits at the desk may do something; else the journal notes it, and NotAllowed is raised."""
    if not may_i(desk, act):
        desk.cases.note_in_journal(REFUSED, "", act.value)
        raise NotAllowed(ONLY_RESPONSIBLE[act], whom_to_ask(desk.centres.advisers()))


def whom_to_ask(advisers: Iterable[Adviser]) -> Text:
    """Return who can help, in words: the responsible persons by name."""
    names = ", ".join(one.name for one in advisers if one.role is Role.RESPONSIBLE)
    if not names:
        return say("Please ask a responsible person.")
    return say("Please ask {names}.", names=names)


def sight_of(adviser: Adviser) -> Sight:
    """Return which cases an adviser may see."""
    return Sight(adviser.id, adviser.role)


def check_save(sight: Sight, before: CaseFile | None, after: CaseFile) -> None:
    """Do nothing where somebody may save a case: a new one (`before` is None) that they see, or a change of one.

    Raises NotYourCase. Handing over is for who may do that; whether a case is kept for its adviser alone is decided by
    this adviser, or by a responsible person.
    """
    known = before or after
    if not sight.shows(known.adviser_id, is_confidential=known.is_confidential):
        raise NotYourCase
    if known.adviser_id != after.adviser_id and not may(sight.role, Act.HAND_OVER):
        raise NotYourCase(ONLY_RESPONSIBLE[Act.HAND_OVER])
    is_turned = known.is_confidential != after.is_confidential
    if is_turned and not sight.is_whole and known.adviser_id != sight.adviser_id:
        raise NotYourCase(say("Whether a case is kept for its adviser alone is decided by this adviser."))
