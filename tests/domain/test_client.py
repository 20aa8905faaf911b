"""What the page Person lacks, and what cannot be."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from iq_desktop.domain.client import Client
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.problem import Weight
from tests.support.builders import TODAY, a_client

YESTERDAY, TOMORROW = TODAY - dt.timedelta(days=1), TODAY + dt.timedelta(days=1)


def wrong_fields(client: Client) -> set[str]:
    return {problem.field for problem in client.problems(TODAY) if problem.weight is Weight.WRONG}


def test_a_client_of_whom_everything_is_known_lacks_nothing() -> None:
    assert a_client().problems(TODAY) == ()


def test_a_client_of_whom_nothing_is_known_lacks_much_and_nothing_is_wrong() -> None:
    problems = Client().problems(TODAY)
    assert {problem.field for problem in problems} >= {"family_name", "birth", "nationalities", "residence_title"}
    assert wrong_fields(Client()) == set()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"birth": PartialDate(TOMORROW.year, TOMORROW.month, TOMORROW.day), "entry": None}, "birth"),
        ({"birth": PartialDate(1900)}, "birth"),
        ({"entry": PartialDate(TODAY.year + 1)}, "entry"),
        ({"birth": PartialDate(2000), "entry": PartialDate(1999)}, "entry"),
        ({"residence_valid_until": YESTERDAY}, "residence_valid_until"),
        ({"birth": PartialDate(TODAY.year, TODAY.month), "entry": None}, "birth"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(changes: dict[str, Any], field: str) -> None:
    assert wrong_fields(a_client(**changes)) == {field}


@pytest.mark.parametrize(
    "changes",
    [
        {"birth": PartialDate(TODAY.year - 15), "entry": PartialDate(TODAY.year)},
        {"birth": PartialDate(TODAY.year - 14)},
        {"birth": PartialDate(2000, 7), "entry": PartialDate(2000)},
        {"residence_valid_until": TODAY},
    ],
)
def test_what_may_be_is_not_called_wrong(changes: dict[str, Any]) -> None:
    assert wrong_fields(a_client(**changes)) == set()


def test_names_are_put_together_without_loose_commas() -> None:
    assert (a_client().full_name, a_client().spoken_name) == ("Al-Khatib, Yara", "Yara Al-Khatib")
    assert (Client(given_names="Yara").full_name, Client(given_names="Yara").spoken_name) == ("Yara", "Yara")
    assert (Client().full_name, Client().own_script_name) == ("", "")
