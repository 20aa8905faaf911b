"""The head of the centre's letters and the lines to sign on follow from what is set."""

from __future__ import annotations

from iq_desktop.documents.letterhead import letterhead_of, signature_lines
from iq_desktop.documents.occasion import Occasion
from iq_desktop.domain.centre import Adviser, Centre, Logo
from tests.support.builders import TODAY


def test_a_centre_without_a_word_has_no_head() -> None:
    assert letterhead_of(Centre()) is None


def test_empty_lines_are_left_out() -> None:
    head = letterhead_of(Centre("Beratung", postal_code="12043", place="Berlin", phone="030 1", website="example.org"))
    assert head is not None
    assert head.lines == ("12043 Berlin", "030 1 · example.org")


def test_a_logo_alone_is_a_head() -> None:
    logo = Logo(b"", 3, 2)
    head = letterhead_of(Centre(), logo)
    assert head is not None
    assert head.logo == logo


def test_who_signs_follows_the_settings() -> None:
    plain = Occasion(Centre(), Adviser("1", "Baum"), TODAY)
    own = Occasion(Centre(signs_as="Beraterin", second_signature="Leitung"), Adviser("1", "Baum"), TODAY)
    assert [line.message for line in signature_lines(plain)] == [
        "Place, date",
        "Signature of the client",
        "Signature of the adviser",
    ]
    words = [dict(line.values).get("words") for line in signature_lines(own, with_client=False)]
    assert words == [None, "Beraterin", "Leitung"]
