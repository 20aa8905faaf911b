"""What is taken down about a person: spellings that are offered, parts that change, answers that are chosen most."""

from __future__ import annotations

from dataclasses import replace

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.client import Client, ResidenceTitle
from iq_desktop.domain.contact import Contact
from iq_desktop.domain.situation import Situation
from iq_desktop.usecases.favourites import find_favourites
from iq_desktop.usecases.people import offered_spellings, spell_name, with_person_part
from tests.support.builders import TODAY
from tests.support.fakes import MemoryCases, a_desk
from tests.support.tongues import TRANSLATIONS

OLHA = CaseFile(
    opened_on=TODAY,
    contact=Contact(client_language="uk"),
    client=Client(family_name_own_script="Шевченко", given_names_own_script="Ольга"),
)


def test_spellings_are_offered_until_one_is_taken_or_the_passport_has_it() -> None:
    assert [one.words for one in offered_spellings(OLHA)] == ["Ševčenko, Olʹga", "Shevchenko, Olha"]
    taken = spell_name(OLHA, "Ševčenko, Olʹga")
    assert [one.words for one in offered_spellings(taken)] == ["Shevchenko, Olha"]
    passport = replace(taken.client, family_name="Shevchenko", given_names="Olha")
    assert offered_spellings(taken.with_client(passport)) == ()
    assert offered_spellings(CaseFile(opened_on=TODAY)) == ()


def test_each_part_of_a_person_goes_to_its_place() -> None:
    client, situation = Client(family_name="Öztürk"), Situation(wish="Bäcker")
    assert with_person_part(OLHA, client) == replace(OLHA, client=client)
    assert with_person_part(OLHA, situation) == replace(OLHA, situation=situation)


def test_what_is_chosen_most_comes_as_answers_and_unknown_codes_are_left_out() -> None:
    cases = MemoryCases()
    cases.chosen_most = {"client_language": ("ar", "uk"), "residence_title": ("humanitarian", "gone", "tolerated")}
    found = find_favourites(replace(a_desk(TRANSLATIONS), cases=cases))
    assert found["client_language"] == ("ar", "uk")
    assert found["residence_title"] == (ResidenceTitle.HUMANITARIAN, ResidenceTitle.TOLERATED)
