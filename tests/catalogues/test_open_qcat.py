"""Course catalogues in open-Qcat 1.1: offers and events, new ones and updates, and what is refused."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from iq_desktop.catalogues.refusal import BrokenFile, IncompleteCatalogue
from iq_desktop.domain.course import CourseFunding, CourseKind, CourseOffer, TeachingForm
from iq_desktop.domain.language_skill import Level
from iq_desktop.usecases.progress import Cancelled
from tests.support.catalogue_files import CollectingStore, StoppingProgress, qcat, service, take_in

if TYPE_CHECKING:
    from pathlib import Path

LOCATION = "<LOCATION><STREET>Ring 5</STREET><ZIP>01067</ZIP><CITY>Dresden</CITY></LOCATION>"


def write(tmp_path: Path, content: str, encoding: str = "utf-8") -> Path:
    file = tmp_path / "catalogue.xml"
    file.write_bytes(content.encode(encoding))
    return file


def take(tmp_path: Path, services: str, store: CollectingStore | None = None, **around: object) -> CollectingStore:
    return take_in(write(tmp_path, qcat(services, **around)), store)  # type: ignore[arg-type]  # passed on as given


def only(store: CollectingStore) -> CourseOffer:
    (offer,) = store.courses.values()
    return offer


def reasons(store: CollectingStore) -> list[tuple[str, int]]:
    return [(one.reason.message, one.count) for one in store.states[-1].skipped]


FULL = service(
    "100",
    title="Deutsch&#160;für den <![CDATA[<b>Beruf</b>]]> B2 (400 UE)",
    details="""<DESCRIPTION_LONG>&lt;p&gt;Sprachkurs&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Lesen&lt;/li&gt;&lt;/ul&gt;</DESCRIPTION_LONG>
      <REQUIREMENTS>Niveau B1</REQUIREMENTS>
      <SERVICE_DATE><START_DATE>2026-01-01T00:00:00</START_DATE><END_DATE>2027-12-31T00:00:00</END_DATE></SERVICE_DATE>
      <KEYWORD>Deutsch</KEYWORD><KEYWORD>B2</KEYWORD><KEYWORD>Deutsch</KEYWORD>
      <CONTACT><PHONE>040 7</PHONE><EMAILS><EMAIL>eva@example.org</EMAIL></EMAILS></CONTACT>""",
    education="""<DEGREE type="1"><DEGREE_TITLE>Zertifikat B2</DEGREE_TITLE></DEGREE>
      <MIME_INFO><MIME_ELEMENT><MIME_TYPE>image/png</MIME_TYPE><MIME_SOURCE>https://example.org/bild.png</MIME_SOURCE>
      </MIME_ELEMENT><MIME_ELEMENT><MIME_SOURCE>https://example.org/kurs</MIME_SOURCE></MIME_ELEMENT></MIME_INFO>
      <EXTENDED_INFO><INSTRUCTION_FORM type="101">101</INSTRUCTION_FORM><MEASURE_NUMBER>M-1</MEASURE_NUMBER>
      </EXTENDED_INFO>""",
    course=f"""{LOCATION}<DURATION type="1"><START_DATE>2027-01-11+01:00</START_DATE>
      <END_DATE>2027-06-30T00:00:00+02:00</END_DATE></DURATION><FLEXIBLE_START>1</FLEXIBLE_START>""",
    price="""<SERVICE_CLASSIFICATION><FEATURE><FVALUE>Sprachkurse</FVALUE></FEATURE></SERVICE_CLASSIFICATION>
      <SERVICE_PRICE_DETAILS><SERVICE_PRICE><PRICE_AMOUNT>199.5</PRICE_AMOUNT><PRICE_CURRENCY>EUR</PRICE_CURRENCY>
      </SERVICE_PRICE></SERVICE_PRICE_DETAILS>""",
)


def test_every_field_of_an_offer(tmp_path: Path) -> None:
    assert only(take(tmp_path, FULL)) == CourseOffer(
        catalogue="KAT",
        id="100",
        title="Deutsch für den Beruf B2 (400 UE)",
        provider="Bildungswerk Süd",
        description="Sprachkurs\n\n• Lesen\n\nNiveau B1",
        keywords=("Deutsch", "B2", "Sprachkurse"),
        form=TeachingForm.CLASSROOM,
        street="Ring 5",
        postal_code="01067",
        place="Dresden",
        starts_on=dt.date(2027, 1, 11),
        ends_on=dt.date(2027, 6, 30),
        flexible_start=True,
        hours=400,
        price=Decimal("199.50"),
        degree="Zertifikat B2",
        measure_number="M-1",
        web="https://example.org/kurs",
        phone="040 7",
        email="eva@example.org",
        kind=CourseKind.VOCATIONAL_GERMAN,
        exit_level=Level.B2,
        fundings=(CourseFunding.BAMF, CourseFunding.VOUCHER, CourseFunding.OWN),
    )


def test_what_is_not_said_comes_from_the_provider_or_stays_open(tmp_path: Path) -> None:
    store = take(
        tmp_path, service("1", education="<DEGREE type='0'><DEGREE_TITLE>Keine Angabe</DEGREE_TITLE></DEGREE>")
    )
    offer = only(store)
    assert (offer.phone, offer.email, offer.web) == ("030 1", "kurse@example.org", "https://www.example.org")
    assert (offer.starts_on, offer.hours, offer.price, offer.degree) == (None, None, None, "")
    assert offer.form is TeachingForm.UNKNOWN
    state = store.states[0]
    assert (state.id, state.version, state.published_on) == ("KAT", "001.002", dt.date(2026, 11, 20))


def test_events_are_rows_of_their_own_that_inherit_words_but_not_place_and_time(tmp_path: Path) -> None:
    event = service("100-1", offer="100", course="<LOCATION><ZIP>99084</ZIP><CITY>Erfurt</CITY></LOCATION>")
    store = take(tmp_path, event + FULL)
    offer, held = store.courses["KAT", "100"], store.courses["KAT", "100-1"]
    assert (held.part_of, offer.part_of) == ("100", "")
    for name in ("title", "description", "keywords", "form", "hours", "price", "degree", "measure_number", "web"):
        assert getattr(held, name) == getattr(offer, name)
    assert (held.postal_code, held.street, held.starts_on, held.flexible_start) == ("99084", "", None, False)
    assert [count for _, count in store.states[0].counts] == [1, 1]


def test_what_an_event_says_itself_stands(tmp_path: Path) -> None:
    event = service("100-1", offer="100", title="Abendkurs", details="<KEYWORD>Abend</KEYWORD>")
    held = take(tmp_path, FULL + event).courses["KAT", "100-1"]
    assert (held.title, held.keywords) == ("Abendkurs", ("Abend",))


def test_an_event_with_a_title_can_stand_alone(tmp_path: Path) -> None:
    offer = only(take(tmp_path, service("9-1", offer="9", title="Infoabend")))
    assert (offer.title, offer.part_of, offer.phone) == ("Infoabend", "9", "030 1")


def test_an_event_without_its_offer_is_counted(tmp_path: Path) -> None:
    store = take(tmp_path, service("1") + service("9-1", offer="9"))
    assert [key for _, key in store.courses] == ["1"]
    assert reasons(store) == [("an event of an offer that is not there", 1)]


@pytest.mark.parametrize(
    ("codes", "form"),
    [
        ('<INSTRUCTION_FORM type="101">101</INSTRUCTION_FORM>', TeachingForm.CLASSROOM),
        ('<INSTRUCTION_FORM type="202"/>', TeachingForm.ONLINE),
        ("<INSTRUCTION_FORM>303</INSTRUCTION_FORM>", TeachingForm.MIXED),
        ('<INSTRUCTION_FORM type="401"/>', TeachingForm.ONLINE),
        ('<INSTRUCTION_FORM type="2">Teilzeit</INSTRUCTION_FORM>', TeachingForm.CLASSROOM),
        ('<INSTRUCTION_FORM type="5"/>', TeachingForm.ONLINE),
        ('<INSTRUCTION_FORM type="0"/>', TeachingForm.UNKNOWN),
        ('<INSTRUCTION_FORM type="8"/><EXECUTION_FORM type="3">3</EXECUTION_FORM>', TeachingForm.MIXED),
        ('<INSTRUCTION_FORM type="8"/><EXECUTION_FORM type="2"/>', TeachingForm.ONLINE),
        ('<INSTRUCTION_FORM type="101"/><INHOUSE_SEMINAR>true</INHOUSE_SEMINAR>', TeachingForm.AT_WORK),
        ('<INSTRUCTION_FORM type="999"/>', TeachingForm.UNKNOWN),
    ],
)
def test_teaching_forms(tmp_path: Path, codes: str, form: TeachingForm) -> None:
    assert only(take(tmp_path, service("1", education=f"<EXTENDED_INFO>{codes}</EXTENDED_INFO>"))).form is form


def test_training_on_the_web_is_online_and_its_hours_count_in_units(tmp_path: Path) -> None:
    module = "<MODULE_WBT><EST_DURATION>PT30H</EST_DURATION></MODULE_WBT>"
    offer = only(take(tmp_path, service("1", education=module)))
    assert (offer.form, offer.hours) == (TeachingForm.ONLINE, 40)


@pytest.mark.parametrize(
    ("title", "hours"),
    [
        ("Kurs (10 UE)", 10),
        ("Kurs 120 Unterrichtseinheiten", 120),
        ("Kurs 100–150 UE", None),
        ("Modul 10 UE und 20 UE", None),
        ("Kurs 20 UEBUNGEN", None),
        ("Kurs 2026", None),
    ],
)
def test_hours_only_where_exactly_one_number_is_said(tmp_path: Path, title: str, hours: int | None) -> None:
    assert only(take(tmp_path, service("1", title=title))).hours == hours


@pytest.mark.parametrize(
    ("price", "euro"),
    [
        ("<PRICE_AMOUNT>0</PRICE_AMOUNT>", Decimal("0.00")),
        ("<PRICE_AMOUNT>10</PRICE_AMOUNT><PRICE_CURRENCY>CHF</PRICE_CURRENCY>", None),
        ("", None),
    ],
)
def test_prices_in_euro(tmp_path: Path, price: str, euro: Decimal | None) -> None:
    details = f"<SERVICE_PRICE_DETAILS><SERVICE_PRICE>{price}</SERVICE_PRICE></SERVICE_PRICE_DETAILS>"
    assert only(take(tmp_path, service("1", price=details))).price == euro


def test_dangerous_addresses_are_left_out(tmp_path: Path) -> None:
    mime = "<MIME_INFO><MIME_ELEMENT><MIME_SOURCE>javascript:alert(1)</MIME_SOURCE></MIME_ELEMENT></MIME_INFO>"
    assert only(take(tmp_path, service("1", education=mime))).web == "https://www.example.org"


def price_of(amount: str) -> str:
    inner = f"<SERVICE_PRICE><PRICE_AMOUNT>{amount}</PRICE_AMOUNT></SERVICE_PRICE>"
    return f"<SERVICE_PRICE_DETAILS>{inner}</SERVICE_PRICE_DETAILS>"


BACKWARDS = "<DURATION type='1'><START_DATE>2027-01-02</START_DATE><END_DATE>2027-01-01</END_DATE></DURATION>"


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (service(" ", title="ohne Nummer"), "no PRODUCT_ID"),
        (service("2", title=" "), "no title"),
        (service("1"), "the same PRODUCT_ID once more"),
        (
            service("2", course="<DURATION type='1'><START_DATE>31.12.2026</START_DATE></DURATION>"),
            "a date that is none",
        ),
        (
            service("2", course="<DURATION type='1'><START_DATE>2026-02-30</START_DATE></DURATION>"),
            "a date that is none",
        ),
        (service("2", course=BACKWARDS), "ends before it begins"),
        (service("2", price=price_of("viel")), "a price that is no number"),
        (service("2", price=price_of("NaN")), "a price that cannot be"),
        (service("2", price=price_of("-1")), "a price that cannot be"),
        (service("2", details=f"<DESCRIPTION_LONG>{'a' * 1_100_000}</DESCRIPTION_LONG>"), "far too long for a course"),
    ],
)
def test_a_service_that_cannot_be_used_is_counted_and_the_others_are_taken(
    tmp_path: Path, bad: str, reason: str
) -> None:
    store = take(tmp_path, service("1") + bad + service("3"))
    assert [key for _, key in store.courses] == ["1", "3"]
    assert reasons(store) == [(reason, 1)]
    assert store.states[0].skipped[0].first_line > 20


def test_the_agency_s_own_exports_are_in_iso_8859_15(tmp_path: Path) -> None:
    content = qcat(service("1", title="Grundkurs Büro für 5 € – äöüß".replace("–", "-")), encoding="ISO-8859-15")
    store = take_in(write(tmp_path, content, "iso8859-15"))
    assert only(store).title == "Grundkurs Büro für 5 € - äöüß"


def test_a_new_catalogue_replaces_all_of_the_old_one(tmp_path: Path) -> None:
    store = take(tmp_path, service("1") + service("2"))
    take(tmp_path, service("2") + service("3"), store)
    assert sorted(key for _, key in store.courses) == ["2", "3"]


@pytest.mark.parametrize("kind", ["UPDATE_CATALOG", 'NEW_CATALOG FULLCATALOG="0"'])
def test_an_update_changes_single_services_and_leaves_the_rest(tmp_path: Path, kind: str) -> None:
    store = take(tmp_path, service("1") + service("2"))
    take(tmp_path, service("2", title="Neuer Titel") + service("3"), store, kind=kind)
    assert [store.courses["KAT", key].title for key in "123"] == ["Kurs 1", "Neuer Titel", "Kurs 3"]


def test_an_update_deletes_and_brings_back(tmp_path: Path) -> None:
    store = take(tmp_path, service("1") + service("2") + service("1-1", offer="1"))
    take(tmp_path, service("2", title="Wieder da"), store, kind="UPDATE_CATALOG", deleted=["1", "2", "7"])
    assert [offer.title for offer in store.courses.values()] == ["Wieder da"]
    state = store.states[-1]
    assert (state.version, [count for _, count in state.counts]) == ("001.002/2", [1, 3])


def test_an_event_in_an_update_inherits_from_the_offer_in_the_vault(tmp_path: Path) -> None:
    store = take(tmp_path, FULL)
    take(tmp_path, service("100-7", offer="100", course=LOCATION), store, kind="UPDATE_CATALOG")
    held = store.courses["KAT", "100-7"]
    assert (held.title, held.hours, held.part_of) == ("Deutsch für den Beruf B2 (400 UE)", 400, "100")


def test_an_event_in_a_new_catalogue_does_not_inherit_from_the_old_one(tmp_path: Path) -> None:
    store = take(tmp_path, FULL)
    take(tmp_path, service("1") + service("100-7", offer="100"), store)
    assert [key for _, key in store.courses] == ["1"]


def test_a_catalogue_that_is_cut_changes_nothing(tmp_path: Path) -> None:
    store = take(tmp_path, service("1"))
    before = dict(store.courses)
    content = qcat(service("2") + service("3"))
    with pytest.raises(BrokenFile) as refused:
        take_in(write(tmp_path, content[: content.rindex("<EDUCATION")]), store)
    assert int(str(dict(refused.value.text.values)["line"])) > 40
    assert store.courses == before


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (qcat(service("1")).replace("KAT<", "<"), IncompleteCatalogue),
        (qcat(service("1")).replace('version="1.1"', 'version="2.0"'), BrokenFile),
        (qcat(service("1")).replace("2026-11-20T08", "gestern"), BrokenFile),
        (qcat(""), IncompleteCatalogue),
        (qcat(service(" ")), IncompleteCatalogue),
        (qcat(service("1")).replace("HEADER", "KOPF"), BrokenFile),
    ],
    ids=["no id", "version", "date", "empty", "nothing usable", "no head"],
)
def test_catalogues_that_cannot_be_are_refused(tmp_path: Path, content: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        take_in(write(tmp_path, content), CollectingStore())


def test_stopping_changes_nothing(tmp_path: Path) -> None:
    from iq_desktop.catalogues.recognise import Recogniser
    from tests.support.fakes import FixedClock

    file = write(tmp_path, qcat("".join(service(str(number)) for number in range(250))))
    store, progress = CollectingStore(), StoppingProgress(after=2)
    with pytest.raises(Cancelled):
        Recogniser(FixedClock()).recognise(file).take_in(store, progress)
    assert store == CollectingStore()
