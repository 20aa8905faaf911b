"""What is asked before an act of the centre, who is told to help, and that every refusal stands in the journal."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.centre import Adviser, Centre
from iq_desktop.domain.role import Act, Role, Sight
from iq_desktop.usecases.case_actions import assign_adviser
from iq_desktop.usecases.case_owner import hand_over, is_seen_by_me, keep_apart, look_at_owner, who_can_take
from iq_desktop.usecases.centre import save_centre
from iq_desktop.usecases.importing import take_in_catalogue
from iq_desktop.usecases.keys import (
    Newcomer,
    RecoverySheet,
    draw_up_recovery_sheet,
    give_new_key,
    give_role,
    let_go,
    let_in,
    remove_centre_code,
    use_centre_sheet,
    use_recovery_sheet,
    who_may_open,
)
from iq_desktop.usecases.permissions import (
    ONLY_RESPONSIBLE,
    ROLE_MEANS,
    NotAllowed,
    NotYourCase,
    check_save,
    may_i,
    whom_to_ask,
)
from iq_desktop.usecases.progress import Silence
from iq_desktop.wording.problems import IqError
from tests.support.builders import a_case
from tests.support.fakes import ADVISER, PRESENT_PASSWORD, MemoryCases, MemoryKeys, a_desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from iq_desktop.usecases.desk import Desk


@pytest.fixture
def desk(project_folder: Path) -> Desk:
    """A desk at which the responsible person sits."""
    return a_desk(project_folder / "translations")


SHEET = RecoverySheet("A-B", b"")
BAUM = Adviser("adviser-2", "B. Baum")
GUARDED: dict[str, tuple[Act, Callable[[Desk], object]]] = {
    "letterhead": (Act.SET_CENTRE, lambda desk: save_centre(desk, Centre("Other"))),
    "newcomer": (Act.CHOOSE_ADVISERS, lambda desk: let_in(desk, PRESENT_PASSWORD, Newcomer("X", "y"))),
    "removal": (Act.CHOOSE_ADVISERS, lambda desk: let_go(desk, PRESENT_PASSWORD, "adviser-2")),
    "role": (Act.CHOOSE_ADVISERS, lambda desk: give_role(desk, PRESENT_PASSWORD, BAUM, Role.TRAINEE)),
    "code drawn": (Act.KEEP_KEYS, lambda desk: draw_up_recovery_sheet(desk, PRESENT_PASSWORD)),
    "code used": (Act.KEEP_KEYS, lambda desk: use_recovery_sheet(desk, SHEET, "A-B")),
    "centre's code": (Act.KEEP_KEYS, lambda desk: use_centre_sheet(desk, SHEET, "A-B")),
    "centre's code gone": (Act.KEEP_KEYS, lambda desk: remove_centre_code(desk, PRESENT_PASSWORD)),
    "new key": (Act.KEEP_KEYS, lambda desk: give_new_key(desk, PRESENT_PASSWORD, Silence())),
    "catalogue": (Act.TAKE_CATALOGUES, lambda desk: take_in_catalogue(desk, Path("none"), Silence())),
    "several handed over": (Act.HAND_OVER, lambda desk: assign_adviser(desk, ["case-1"], BAUM)),
    "one handed over": (Act.HAND_OVER, lambda desk: hand_over(desk, a_case(), BAUM)),
}


def sit_down(desk: Desk, role: Role) -> Desk:
    """Return the desk with somebody else at it, beside the responsible person."""
    me = Adviser("adviser-9", "I. Ich", role)
    desk.centres.save_adviser(me)
    desk.keys.people[me.id] = me  # type: ignore[attr-defined]  # the keys in memory
    desk.keys.passwords[me.id] = PRESENT_PASSWORD  # type: ignore[attr-defined]  # the keys in memory
    return replace(desk, adviser=me)


@pytest.mark.parametrize("act", GUARDED)
def test_a_trainee_is_refused_in_words_and_it_is_noted(desk: Desk, act: str) -> None:
    mine = sit_down(desk, Role.TRAINEE)
    assert isinstance(mine.cases, MemoryCases)
    assert isinstance(mine.keys, MemoryKeys)
    needed, do = GUARDED[act]
    before = len(mine.keys.people), mine.centres.centre()
    with pytest.raises(NotAllowed) as caught:
        do(mine)
    assert caught.value.text == ONLY_RESPONSIBLE[needed]
    assert dict(caught.value.advice.values) == {"names": ADVISER.name}
    assert mine.cases.journal[-1] == ("refused", "", needed.value)
    assert before == (len(mine.keys.people), mine.centres.centre())


@pytest.mark.parametrize("act", [name for name, (needed, _) in GUARDED.items() if needed is Act.HAND_OVER])
def test_an_adviser_hands_over(desk: Desk, act: str) -> None:
    GUARDED[act][1](sit_down(desk, Role.ADVISER))


def test_every_act_and_role_has_its_words() -> None:
    assert set(ONLY_RESPONSIBLE) == set(Act)
    assert set(ROLE_MEANS) == set(Role)


def test_who_can_help_is_named_or_told(desk: Desk) -> None:
    assert dict(whom_to_ask(desk.centres.advisers()).values) == {"names": ADVISER.name}
    assert not whom_to_ask([BAUM]).values


def test_a_role_is_given_and_counts_for_who_may_open(desk: Desk) -> None:
    let_in(desk, PRESENT_PASSWORD, Newcomer("B. Baum", "ein ganz anderes Passwort", Role.TRAINEE))
    assert [one.role for one in who_may_open(desk)] == [Role.RESPONSIBLE, Role.TRAINEE]
    baum = who_may_open(desk)[1]
    give_role(desk, PRESENT_PASSWORD, baum, Role.ADVISER)
    assert [one.role for one in who_may_open(desk)] == [Role.RESPONSIBLE, Role.ADVISER]


def test_nobody_changes_their_own_role(desk: Desk) -> None:
    with pytest.raises(IqError) as caught:
        give_role(desk, PRESENT_PASSWORD, desk.adviser, Role.ADVISER)
    assert caught.value.advice.message
    assert who_may_open(desk)[0].role is Role.RESPONSIBLE


def test_a_role_needs_the_password(desk: Desk) -> None:
    desk.centres.save_adviser(BAUM)
    with pytest.raises(IqError):
        give_role(desk, "wrong", BAUM, Role.RESPONSIBLE)
    assert {one.role for one in desk.centres.advisers() if one.id == BAUM.id} == {Role.ADVISER}


def test_who_is_removed_is_no_responsible_person_any_more(desk: Desk) -> None:
    let_in(desk, PRESENT_PASSWORD, Newcomer("B. Baum", "ein ganz anderes Passwort", Role.RESPONSIBLE))
    gone = who_may_open(desk)[1]
    let_go(desk, PRESENT_PASSWORD, gone.id)
    assert dict(whom_to_ask(desk.centres.advisers()).values) == {"names": ADVISER.name}


OWN = replace(a_case(), adviser_id="me")
THEIRS = replace(a_case(), adviser_id="other")
APART = replace(THEIRS, is_confidential=True)


@pytest.mark.parametrize(
    ("role", "before", "after", "allowed"),
    [
        (Role.TRAINEE, None, OWN, True),
        (Role.TRAINEE, None, THEIRS, False),
        (Role.TRAINEE, OWN, OWN, True),
        (Role.TRAINEE, OWN, THEIRS, False),
        (Role.TRAINEE, THEIRS, OWN, False),
        (Role.TRAINEE, OWN, replace(OWN, is_confidential=True), True),
        (Role.ADVISER, OWN, THEIRS, True),
        (Role.ADVISER, THEIRS, OWN, True),
        (Role.ADVISER, THEIRS, APART, False),
        (Role.ADVISER, APART, replace(APART, adviser_id="me"), False),
        (Role.ADVISER, APART, APART, False),
        (Role.ADVISER, OWN, replace(OWN, is_confidential=True), True),
        (Role.RESPONSIBLE, APART, THEIRS, True),
        (Role.RESPONSIBLE, THEIRS, APART, True),
    ],
)
def test_which_saves_are_allowed(role: Role, before: object, after: object, allowed: bool) -> None:
    try:
        check_save(Sight("me", role), before, after)  # type: ignore[arg-type]  # cases, in a table
    except NotYourCase:
        assert not allowed
    else:
        assert allowed


def test_whose_case_it_is(desk: Desk) -> None:
    desk.centres.save_adviser(BAUM)
    desk.keys.people[BAUM.id] = BAUM  # type: ignore[attr-defined]  # the keys in memory
    mine = replace(a_case(), adviser_id=ADVISER.id)
    state = look_at_owner(desk, mine)
    assert (state.owner, state.is_mine, state.colleagues) == (ADVISER.name, True, (BAUM,))
    assert state.may_hand_over
    given = hand_over(desk, mine, BAUM)
    assert look_at_owner(desk, given).owner == BAUM.name
    assert look_at_owner(desk, replace(given, adviser_id="gone")).owner == ""


def test_a_trainee_gives_nothing_away_but_may_keep_an_own_case_apart(desk: Desk) -> None:
    trainee = sit_down(desk, Role.TRAINEE)
    own = replace(a_case(), adviser_id=trainee.adviser.id)
    state = look_at_owner(trainee, own)
    assert (state.may_hand_over, state.may_keep_apart) == (False, True)
    assert who_can_take(trainee) == ()
    assert len(who_can_take(desk)) == len(desk.keys.advisers())
    assert keep_apart(own, is_confidential=True).is_confidential


def test_who_gives_a_kept_case_away_sees_it_no_more(desk: Desk) -> None:
    adviser = sit_down(desk, Role.ADVISER)
    own = keep_apart(replace(a_case(), adviser_id=adviser.adviser.id), is_confidential=True)
    assert is_seen_by_me(adviser, own)
    assert not is_seen_by_me(adviser, hand_over(adviser, own, BAUM))
    assert is_seen_by_me(desk, own)
    assert may_i(desk, Act.ERASE)
