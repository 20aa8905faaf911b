"""The record of NIQ in words: every field has a meaning, every number its words."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given, settings

from iq_desktop.domain.client import Client
from iq_desktop.domain.contact import Contact
from iq_desktop.domain.niq_record import NiqRecord, Sender, niq_record
from iq_desktop.domain.qualification import Qualification
from iq_desktop.domain.talk import Talk
from iq_desktop.usecases.niq_words import meaning_of, names_of_occupations, tell_record, value_words
from iq_desktop.wording.text import as_it_is
from tests.support.builders import TODAY, a_case
from tests.support.memory_niq import the_codes
from tests.support.strategies import values_of
from tests.support.tongues import english

TABLE: Final = (
    ("geschlecht", "0", "Gender", "Male"),
    ("wohnsitz", "-1000", "Home", "not known"),
    ("land", "167", "Nationality", "Syria"),
    ("land", "-1", "Nationality", "not in the list of NIQ"),
    ("aufenthaltsstatus", "-1", "Residence status", "not said"),
    ("aufenthaltsstatus", "20", "Residence status", "citizen of Germany, the EU, the EEA or Switzerland"),
    ("einreise", "2022", "Year of entry", "2022"),
    ("einreise", "-1", "Year of entry", "not said"),
    ("deutschkenntnisse", "2", "Knowledge of German", "yes, with a certificate"),
    ("sprachniveau", "3", "Level of the certificate", "B1"),
    ("erwerb", "1", "Employment", "works in Germany"),
    ("arterwerb", "2", "Kind of employment", "Marginal employment"),
    ("aufmerksam", "10", "Way to the centre", "Personal recommendation"),
    ("berufwahl2", "702", "Qualification 2: reference occupation", "Pflegefachfrau"),
    ("berufwahl1", "703", "Qualification 1: reference occupation", "703"),
    ("berufwahl1", "-3", "Qualification 1: reference occupation", "another occupation, see the next field"),
    ("sonstigerberuf1", "Schäferin", "Qualification 1: other occupation", "Schäferin"),
    ("berufsart1", "3", "Qualification 1: kind", "Bachelor, university of applied sciences or master craftsman"),
    ("gleichwertig1", "0", "Qualification 1: result of the earlier application", "not said"),
    ("niqantrag", "3", "Procedure through this counselling: kind", "recognition and certificate evaluation"),
    ("beratungsform", "4", "Form of the first counselling", "Digital"),
    ("beratungsform12", "2", "Follow-up contact 12: form", "Face to face, away from the centre"),
    ("pickfolgedatum1", "03.11.2026", "Follow-up contact 1: day", "03.11.2026"),
    ("acheck6", "1", "Recognition: Other topics of recognition", "yes"),
    ("acheck7", "1", "Recognition: Alternatives to recognition", "yes"),
    ("qcheck5", "1", "Qualification: Referred to a qualification under the Recognition Act", "yes"),
    ("erstberatung", "", "Day of the first counselling", "nothing said"),
    ("madeup", "7", "madeup", "7"),
)


@pytest.mark.parametrize(("name", "value", "meaning", "words"), TABLE)
def test_a_field_is_told_in_words(name: str, value: str, meaning: str, words: str) -> None:
    codes = the_codes()
    assert english().speak(meaning_of(name, codes)) == meaning
    names = {"702": "Pflegefachfrau"}
    number = str(codes.states["SY"]) if (name, value) == ("land", "167") else value
    assert english().speak(value_words(name, number, codes, names)) == words


@settings(max_examples=40)
@given(values_of(Contact), values_of(Client), values_of(Qualification), values_of(Talk))
def test_every_field_of_any_record_has_a_meaning(
    contact: Contact, client: Client, qualification: Qualification, talk: Talk
) -> None:
    case = a_case(contact=contact, client=client, qualifications=(qualification,), talks=(talk,))
    record = niq_record(case, the_codes(), Sender("417", "Berlin"), TODAY)
    told = tell_record(record, the_codes(), names_of_occupations(case))
    assert NiqRecord(tuple((one.name, one.value) for one in told)) == record
    assert not [one.name for one in told if one.meaning == as_it_is(one.name)]
    assert all(one.words.message for one in told)
