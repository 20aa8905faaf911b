"""Answers of the Agency's course searches, saved as JSON: read field by field, page by page, or refused."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.catalogues.recognise import Recogniser
from iq_desktop.catalogues.refusal import BrokenFile, IncompleteCatalogue, UnknownFile
from iq_desktop.domain.course import CourseOffer
from iq_desktop.domain.course_traits import CourseFunding, CourseKind, TeachingForm, TeachingTime
from iq_desktop.domain.language_skill import Level
from iq_desktop.domain.saved_search import LANGUAGE, TRAINING, catalogue_of_search, family_of
from iq_desktop.usecases.course_ports import RenewableCatalogue
from iq_desktop.usecases.progress import Cancelled, Silence
from iq_desktop.wording.problems import IqError
from tests.support.agency_files import a_place, a_termin, a_training, an_answer, write_answer
from tests.support.catalogue_files import CollectingStore, StoppingProgress, take_in, zip_folder
from tests.support.fakes import FixedClock

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.domain.imports import CatalogueState


def take(tmp_path: Path, *termine: dict[str, Any]) -> CollectingStore:
    return take_in(write_answer(tmp_path / "answer.json", *termine))


def only(store: CollectingStore) -> CourseOffer:
    (offer,) = store.courses.values()
    return offer


def test_every_field_of_a_language_course(tmp_path: Path) -> None:
    store = take(tmp_path, a_termin(134))
    (state,) = store.states
    assert only(store) == CourseOffer(
        catalogue=state.id,
        id="134",
        title="Berufssprachkurs B2",
        part_of="8000134",
        provider="Lernhaus Süd",
        description="Deutsch für Pflegekräfte\n\n• Lesen\n\nNiveau B1\n\nBAMF. Eine Teilnahme ist kostenfrei.\n\n"
        "Montag bis Freitag 08:30 - 12:35 Uhr\n25 UE/Woche\n600 UE",
        keywords=("Pflege", "Deutsch"),
        form=TeachingForm.CLASSROOM,
        street="Ring 5",
        postal_code="90439",
        place="Nürnberg",
        starts_on=dt.date(2027, 1, 11),
        ends_on=dt.date(2027, 7, 1),
        hours=600,
        price=Decimal("0.00"),
        degree="Zertifikat B2",
        web="https://lernhaus.example",
        phone="0911 123",
        email="kurse@lernhaus.example",
        kind=CourseKind.VOCATIONAL_GERMAN,
        exit_level=Level.B2,
        times=(TeachingTime.DAYTIME,),
        weekly_hours=25,
        fundings=(CourseFunding.BAMF,),
        apply_by=dt.date(2027, 1, 4),
    )
    assert (family_of(state.id), state.version) == (LANGUAGE, "Berufssprachkurssuche: answer")
    assert only(store).key == "ba-sprache/134"


def test_further_training_has_a_catalogue_of_its_own(tmp_path: Path) -> None:
    store = take(tmp_path, a_training(1), a_training(2, "Excel am Abend", unterrichtszeit={"id": 2}, kostenWert=None))
    one, two = store.courses.values()
    assert one.catalogue == two.catalogue == store.states[0].id
    assert family_of(one.catalogue) == TRAINING
    assert (one.kind, one.form, one.price, one.degree) == (
        CourseKind.PARTIAL,
        TeachingForm.MIXED,
        Decimal("980.00"),
        "Zertifikat",
    )
    assert one.fundings == (CourseFunding.VOUCHER, CourseFunding.OWN)
    assert (two.kind, two.price, two.exit_level) == (CourseKind.FURTHER_TRAINING, None, None)
    assert TeachingTime.EVENING in two.times


def test_a_nought_is_free_of_charge_only_where_somebody_says_so(tmp_path: Path) -> None:
    silent = a_training(1, kostenWert="0.0", offer={"foerderung": "Bildungsgutschein"})
    told = a_training(2, kostenWert="0.0", kostenBemerkung="Die Teilnahme ist kostenlos.")
    german = a_training(3, "Deutsch als Fremdsprache A2", kostenWert="0.0", offer={"foerderung": ""})
    one, two, three = take(tmp_path, silent, told, german).courses.values()
    assert (one.price, two.price) == (None, Decimal("0.00"))
    assert (three.kind, three.price) == (CourseKind.GERMAN, None)


@pytest.mark.parametrize(
    ("code", "kind", "level"),
    [
        ("MC 01 1", CourseKind.VOCATIONAL_GERMAN, Level.A2),
        ("MC  01 4", CourseKind.VOCATIONAL_GERMAN, Level.C1),
        ("MC 03", CourseKind.VOCATIONAL_GERMAN, None),
        ("MB 01", CourseKind.INTEGRATION, Level.B1),
        ("MQ", CourseKind.ADAPTATION, None),
        ("A8", CourseKind.OTHER, None),
    ],
)
def test_the_classification_of_the_agency_names_kind_and_aim(
    tmp_path: Path, code: str, kind: CourseKind, level: Level | None
) -> None:
    offer = {"systematiken": [{"codeNr": code}], "abschlussbezeichnung": "", "suchworte": []}
    read = only(take(tmp_path, a_termin(1, "Kurs", offer=offer)))
    assert (read.kind, read.exit_level) == (kind, level)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (1_649_109_600_000, dt.date(2022, 4, 5)),
        ("1665007200000", dt.date(2022, 10, 6)),
        ("2027-03-01", dt.date(2027, 3, 1)),
        ("2027-03-01T00:00:00", dt.date(2027, 3, 1)),
        (None, None),
    ],
)
def test_days_are_those_of_germany(tmp_path: Path, moment: object, day: dt.date | None) -> None:
    assert only(take(tmp_path, a_termin(1, beginn=moment, ende=None))).starts_on == day


def test_pages_are_taken_together_from_lists_lines_folders_and_zips(tmp_path: Path) -> None:
    pages = [an_answer([a_termin(number)], number) for number in range(3)]
    (tmp_path / "list.json").write_text(json.dumps(pages), encoding="utf-8")
    (tmp_path / "lines.json").write_text("\n".join(map(json.dumps, pages)), encoding="utf-8")
    (tmp_path / "bare.json").write_text(json.dumps([a_termin(number) for number in range(3)]), encoding="utf-8-sig")
    for name in ("list", "lines", "bare"):
        assert len(take_in(tmp_path / f"{name}.json").courses) == 3
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(3):
        write_answer(folder / f"page{number}.json", a_termin(number))
    (folder / "notes.json").write_text('{"other": 1}', encoding="utf-8")
    assert len(take_in(folder).courses) == 3
    assert len(take_in(zip_folder(folder, tmp_path / "pages.zip")).courses) == 3


def linked(page: dict[str, Any], query: str) -> dict[str, Any]:
    return page | {"_links": {"first": {"href": "?page=0"}, "self": {"href": f"https://agentur.example/kurse?{query}"}}}


def saved(tmp_path: Path, name: str, *queries: str) -> CatalogueState:
    """Take in one file of pages with their queries, and return the state of its catalogue."""
    pages = [linked(an_answer([a_termin(number)], number), query) for number, query in enumerate(queries)]
    file = tmp_path / f"{name}.json"
    file.write_text("\n".join(map(json.dumps, pages)), encoding="utf-8")
    (state,) = take_in(file).states
    return state


def test_each_saved_search_is_a_catalogue_of_its_own(tmp_path: Path) -> None:
    nurse = saved(tmp_path, "termine", "suchworte=Pflege&orte=N%C3%BCrnberg_11.07_49.45&page=0")
    assert nurse.version == "Berufssprachkurssuche: termine (Pflege, Nürnberg)"
    again = saved(tmp_path, "Termine", "page=0&size=50&orte=N%C3%BCrnberg_11.07_49.45&suchworte=Pflege")
    assert again.id == nurse.id, "the same search under the same name"
    others = [
        saved(tmp_path, "termine", "suchworte=Pflege&orte=F%C3%BCrth_10.98_49.47&page=0"),
        saved(tmp_path, "termine", "suchworte=Pflege&orte=N%C3%BCrnberg_11.07_49.45&page=1"),
        saved(tmp_path, "andere", "suchworte=Pflege&orte=N%C3%BCrnberg_11.07_49.45&page=0"),
    ]
    assert len({nurse.id, *(one.id for one in others)}) == 4
    assert others[1].version == "Berufssprachkurssuche: termine (Pflege, Nürnberg, 2)"
    whole = saved(tmp_path, "alle", "suchworte=Koch&page=0", "suchworte=Koch&page=1")
    assert whole.version == "Berufssprachkurssuche: alle (Koch)", "all pages in one file"


def test_a_search_may_be_renewed_under_any_name(tmp_path: Path) -> None:
    state = saved(tmp_path, "pflege", "page=0")
    file = write_answer(tmp_path / "download (3).json", a_termin(7))
    found = Recogniser(FixedClock()).recognise(file)
    assert isinstance(found, RenewableCatalogue)
    store = CollectingStore()
    later = found.in_place_of(state).take_in(store, Silence())
    assert (later.id, later.version) == (state.id, state.version)
    assert only(store).catalogue == state.id


@pytest.mark.parametrize("name", ["ba-sprache", "ba-weiterbildung"])
def test_courses_are_named_by_the_page_of_their_search(name: str) -> None:
    catalogue = catalogue_of_search(name, "Pflege")
    assert family_of(catalogue) == family_of(name) == name
    assert CourseOffer(catalogue, "7", "Kurs").key == CourseOffer(name, "7", "Kurs").key == f"{name}/7"
    assert CourseOffer("own#1", "7", "Kurs").key == "own#1/7"


def test_what_cannot_be_used_is_counted_with_its_reason(tmp_path: Path) -> None:
    store = take(
        tmp_path,
        a_termin(1),
        a_termin(1),
        {"id": 2},
        {"id": 3, "angebot": {"titel": " "}},
        a_termin(4, ende=1_700_000_000_000),
        a_termin(5, beginn="morgen"),
        a_termin(6, kostenWert="teuer"),
        a_termin(7, kostenWert="-5"),
    )
    assert [one.key for one in store.courses.values()] == ["ba-sprache/1"]
    assert [one.reason.message for one in store.states[0].skipped] == [
        "the same identity once more",
        "an entry without an offer",
        "no title",
        "ends before it begins",
        "a date that is none",
        "a price that is no number",
        "a price that cannot be",
    ]
    assert [count for _, count in store.states[0].counts] == [1]


def test_words_that_look_like_the_answer_do_not_confuse(tmp_path: Path) -> None:
    sly = a_termin(1, 'Kurs "termine": [ und "angebot": {', adresse=a_place(name='Ort "termine":['))
    assert only(take(tmp_path, sly)).title == 'Kurs "termine": [ und "angebot": {'


SOUND = json.dumps(an_answer([a_termin(number) for number in range(40)]), ensure_ascii=False, indent=1)


@pytest.mark.parametrize(
    "broken",
    [
        SOUND[: len(SOUND) // 2],
        SOUND[: SOUND.index('"angebot"', 9000) + 3],
        SOUND.replace('"id": 20,', '"id": 20', 1),
        SOUND.replace('"titel"', "titel", 1),
        SOUND.replace("{", "[", 3),
        SOUND.replace("Lernhaus", 'Lern"haus', 1),
        SOUND.replace("Lernhaus", "Lern\nhaus", 1),
        SOUND.replace("Lernhaus", "Lern\0haus", 1),
        SOUND.replace('"id": 3,', '"id": ' + "9" * 6000 + ",", 1),
        SOUND.replace('"id": 3,', '"id": ' + "[" * 100_000 + ",", 1),
        SOUND.replace("]", "", 200),
        SOUND[:-2].rsplit("]", 1)[0],
    ],
    ids=range(12),
)
def test_a_broken_answer_changes_nothing_and_says_where(tmp_path: Path, broken: str) -> None:
    file = tmp_path / "answer.json"
    file.write_text(broken, encoding="utf-8")
    store = CollectingStore()
    with pytest.raises((BrokenFile, IncompleteCatalogue, UnknownFile)):
        take_in(file, store)
    assert store == CollectingStore()


def test_other_bytes_than_text_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "answer.json"
    file.write_bytes(SOUND.encode("utf-8").replace("Süd".encode(), b"S\xfcd", 1))
    with pytest.raises(BrokenFile):
        take_in(file)


def test_nothing_usable_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IqError):
        take(tmp_path, {"id": 1})
    (tmp_path / "empty.json").write_text('{"_embedded": {"termine": []}}', encoding="utf-8")
    with pytest.raises(IncompleteCatalogue):
        take_in(tmp_path / "empty.json")


def test_it_can_be_stopped(tmp_path: Path) -> None:
    file = write_answer(tmp_path / "answer.json", *(a_termin(number) for number in range(900)))
    store = CollectingStore()
    with pytest.raises(Cancelled):
        Recogniser(FixedClock()).recognise(file).take_in(store, StoppingProgress(2))
    assert store == CollectingStore()
