"""What lies on the desk after an hour of counselling: two pages of profile and one small sheet, in three languages."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from iq_desktop.documents.blocks import NoteLines, Points, Radar, RadarSpoke, Typed
from iq_desktop.domain.referral import AgreedPoint, Who
from iq_desktop.wording.text import say
from iq_desktop.wording.tongue import Tongue, load_tongue
from tests.pdf.reading import read_lines, read_page_words
from tests.pdf.samples import LONG_NAMES, NOTES, a_counselled_case, a_printer, documents_of, print_blocks
from tests.support.builders import TODAY
from tests.support.full_cases import an_empty_case
from tests.support.tongues import TRANSLATIONS, german

GERMAN_POINTS = (
    "Zeugnisse, Arbeitsnachweise und beglaubigte Übersetzungen zum nächsten Gespräch mitbringen, vorher kopieren",
    "Bei der Volkshochschule Neukölln nach dem Kurs „Deutsch für den Beruf B2“ fragen und auf die Warteliste gehen",
    "Die Handwerkskammer anrufen → fragen, welche Unterlagen für die Gleichwertigkeitsprüfung noch fehlen",
)
OWN_POINTS = {
    "ar": (
        "أحضري الشهادات وإثباتات العمل والترجمات المصدقة إلى اللقاء القادم واعملي نسخاً منها قبل ذلك",
        "اسألي في مدرسة تعليم الكبار عن دورة اللغة الألمانية للعمل B2 وسجّلي اسمك في قائمة الانتظار",
        "اتصلي بغرفة الحرف في برلين واسألي أي أوراق ما زالت ناقصة",
    ),
    "uk": (
        "Принести на наступну зустріч дипломи, довідки про роботу та завірені переклади і зробити копії",
        "Запитати у народному університеті про курс німецької мови для роботи B2 і записатися в чергу",
        "Зателефонувати до ремісничої палати і запитати, яких документів ще бракує",
    ),
}
CLIENTS = (None, "ar", "uk")


def tongue(code: str | None) -> Tongue | None:
    return load_tongue(code, TRANSLATIONS) if code else None


def pages_of(pdf: bytes) -> int:
    return len(PdfReader(io.BytesIO(pdf)).pages)


@pytest.mark.parametrize("languages", [1, 2])
@pytest.mark.parametrize("code", CLIENTS)
def test_a_profile_of_twelve_long_competences_has_two_pages(code: str | None, languages: int) -> None:
    profile = documents_of(a_counselled_case(languages=languages))[0]
    pdf = a_printer().print_document(profile, german(), tongue(code))
    first, second = read_page_words(pdf)
    assert "Sprachen" in first
    assert "Kompetenzen im Einzelnen" in second
    assert "Unterschrift der Beratung" in second


@pytest.mark.parametrize("code", CLIENTS)
def test_one_signs_at_the_foot_of_the_last_page(code: str | None) -> None:
    for case in (a_counselled_case(), a_counselled_case(rated=2), an_empty_case()):
        pdf = a_printer().print_document(documents_of(case)[0], german(), tongue(code))
        lines = [line for line in read_lines(pdf) if line.page == pages_of(pdf)]
        sign = next(line.baseline for line in lines if line.words == "Unterschrift der Beratung")
        foot = next(line.baseline for line in lines if line.words.startswith("Dieses Profil ist keine"))
        assert foot < sign < foot + 60


def test_an_occupation_that_is_learned_and_wished_is_said_once() -> None:
    words = read_page_words(a_printer().print_document(documents_of(a_counselled_case())[0], german(), None))[0]
    assert words.count("Elektroniker für Energie-") == 1


@pytest.mark.parametrize("code", CLIENTS)
def test_no_long_word_of_the_radar_is_broken(code: str | None) -> None:
    pdf = a_printer().print_document(documents_of(a_counselled_case(rated=8))[0], german(), tongue(code))
    words = read_page_words(pdf)[0]
    for name in LONG_NAMES[:8]:
        assert all(word in words for word in name.split())


def test_a_word_that_no_radar_has_room_for_is_parted_with_a_hyphen() -> None:
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"
    spokes = tuple(RadarSpoke(Typed(word, NOTES), 1.0, 2.0) for _ in range(8))
    lines = read_lines(print_blocks(Radar(spokes, 4, say("Own"), say("Other"), say("Picture"))))
    pieces = [line.words for line in lines if line.words.rstrip("-") in word]
    assert "".join(pieces).replace("-", "").count(word) == 8
    assert any(piece.endswith("-") for piece in pieces)


@pytest.mark.parametrize("code", CLIENTS)
@pytest.mark.parametrize("own", list(OWN_POINTS))
def test_three_long_points_stand_on_one_small_page(code: str | None, own: str) -> None:
    points = tuple(
        AgreedPoint(words, client_words, Who.BOTH, TODAY)
        for words, client_words in zip(GERMAN_POINTS, OWN_POINTS[own], strict=True)
    )
    slip = documents_of(replace(a_counselled_case(), agreement=points))[1]
    pdf = a_printer().print_document(slip, german(), tongue(code))
    assert pages_of(pdf) == 1
    assert "iq@example.org" in read_page_words(pdf)[0]


@pytest.mark.parametrize("code", CLIENTS)
@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_a_slip_with_few_points_has_lines_for_notes(code: str | None, count: int) -> None:
    points = tuple(AgreedPoint("Zeugnisse mitbringen") for _ in range(count))
    slip = documents_of(replace(a_counselled_case(), agreement=points))[1]
    pdf = a_printer().print_document(slip, german(), tongue(code))
    label = german().speak(say("Notes"))
    assert pages_of(pdf) == 1
    assert label in read_page_words(pdf)[0].splitlines()


def test_few_points_are_larger_than_many() -> None:
    sizes = []
    for count in (1, 2, 3):
        points = tuple(AgreedPoint("Zeugnisse mitbringen") for _ in range(count))
        slip = documents_of(replace(a_counselled_case(), agreement=points))[1]
        lines = read_lines(a_printer().print_document(slip, german(), None))
        sizes.append(next(line.size for line in lines if line.words.startswith("Zeugnisse")))
    assert sizes[0] > sizes[1] > sizes[2] >= 14


def test_a_full_page_has_no_lines_for_notes() -> None:
    assert any(isinstance(block, NoteLines) for block in documents_of(a_counselled_case())[1].blocks)
    pairs = zip(GERMAN_POINTS, OWN_POINTS["ar"], strict=True)
    points = tuple(AgreedPoint(*words, Who.BOTH, TODAY) for words in pairs)
    slip = documents_of(replace(a_counselled_case(), agreement=points))[1]
    assert any(isinstance(block, Points) for block in slip.blocks)
    words = read_page_words(a_printer().print_document(slip, german(), tongue("ar")))
    assert len(words) == 1
    assert german().speak(say("Notes")) not in words[0].splitlines()


def test_the_file_names_the_centre_as_its_author() -> None:
    for document in documents_of(a_counselled_case()):
        reader = PdfReader(io.BytesIO(a_printer().print_document(document, german(), None)))
        assert reader.metadata
        assert reader.metadata.author == "IQ Beratung Neukölln"
        assert reader.metadata.title == german().speak(document.title)
        assert str(reader.root_object["/Lang"]) == "de"
