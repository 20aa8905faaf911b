"""The pictures of what was agreed: every one is drawn within its box, and words suggest the right one."""

from __future__ import annotations

import pytest

from iq_desktop.domain.drawing import SIDE, Role
from iq_desktop.domain.point_drawings import drawing_of, outlines_of
from iq_desktop.domain.point_picture import PointPicture, suggest_picture


@pytest.mark.parametrize("picture", PointPicture)
def test_every_picture_is_drawn_in_lines_within_its_box(picture: PointPicture) -> None:
    drawing = drawing_of(picture)
    assert drawing.roles == {Role.ACCENT}
    spots = [
        spot
        for shape in drawing.shapes
        for outline in shape.outlines
        for spot in (outline.start, *(curve.end for curve in outline.curves))
    ]
    assert len(spots) > 6
    assert all(0 < place < SIDE for spot in spots for place in spot)


def test_no_two_pictures_are_the_same() -> None:
    assert len({drawing_of(picture) for picture in PointPicture}) == len(PointPicture)


@pytest.mark.parametrize(
    ("words", "picture"),
    [
        ("Zeugnisse übersetzen lassen", PointPicture.PAPERS),
        ("Die Handwerkskammer anrufen", PointPicture.PHONE),
        ("Beim Jobcenter nachfragen", PointPicture.OFFICE),
        ("Antrag ausfüllen", PointPicture.FORM),
        ("Für den B2-Deutschkurs anmelden", PointPicture.LANGUAGE),
        ("Termin am Montag", PointPicture.CALENDAR),
        ("Kita-Platz suchen", PointPicture.CHILD),
        ("Als Krankenschwester arbeiten", PointPicture.WORK),
        ("Ask for the grant", PointPicture.MONEY),
        ("Look for a flat", PointPicture.SEARCH),
        ("Eine passende Arbeitsstelle suchen", PointPicture.SEARCH),
        ("Als Designer eine Stelle antreten", PointPicture.WORK),
        ("Die Anerkennungsstelle besuchen", PointPicture.OFFICE),
        ("Insgesamt drei Kurse", PointPicture.COURSE),
        ("Wir haben einen Kurs gefunden", PointPicture.COURSE),
        ("Unterlagen zusenden", PointPicture.PAPERS),
        ("", None),
        ("xyz", None),
    ],
)
def test_words_suggest_a_picture(words: str, picture: PointPicture | None) -> None:
    assert suggest_picture(words) is picture


def test_a_stroke_without_a_beginning_is_refused() -> None:
    with pytest.raises(ValueError, match="beginning"):
        list(outlines_of("L1 1"))
