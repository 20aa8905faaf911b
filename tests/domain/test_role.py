"""Roles: what each may do, and which cases each may see."""

from __future__ import annotations

import pytest

from iq_desktop.domain.role import WHOLE, Act, Role, Sight, may, may_see

ME, COLLEAGUE = "me", "colleague"


def test_a_responsible_person_may_do_everything() -> None:
    assert all(may(Role.RESPONSIBLE, act) for act in Act)


def test_an_adviser_may_do_the_daily_work_and_nothing_of_the_centre() -> None:
    daily = {Act.TAKE_CATALOGUES, Act.TAKE_CASES, Act.SET_BACKUPS, Act.HAND_OVER}
    assert {act for act in Act if may(Role.ADVISER, act)} == daily


def test_a_trainee_may_do_nothing_that_is_not_open_to_all() -> None:
    assert not any(may(Role.TRAINEE, act) for act in Act)


@pytest.mark.parametrize(
    ("role", "owner", "is_confidential", "seen"),
    [
        (Role.RESPONSIBLE, COLLEAGUE, True, True),
        (Role.RESPONSIBLE, "", True, True),
        (Role.ADVISER, COLLEAGUE, False, True),
        (Role.ADVISER, COLLEAGUE, True, False),
        (Role.ADVISER, ME, True, True),
        (Role.ADVISER, "", True, False),
        (Role.TRAINEE, COLLEAGUE, False, False),
        (Role.TRAINEE, "", False, False),
        (Role.TRAINEE, ME, False, True),
        (Role.TRAINEE, ME, True, True),
    ],
)
def test_who_sees_which_case(role: Role, owner: str, is_confidential: bool, seen: bool) -> None:
    assert may_see(role, ME, owner, is_confidential=is_confidential) is seen
    assert Sight(ME, role).shows(owner, is_confidential=is_confidential) is seen


def test_who_has_no_identity_sees_nothing_as_an_own_case() -> None:
    assert not may_see(Role.TRAINEE, "", "", is_confidential=False)
    assert WHOLE.is_whole
    assert not Sight(ME, Role.ADVISER).is_whole
