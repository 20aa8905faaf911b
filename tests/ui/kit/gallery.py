"""Pictures of every widget of the kit, for people to look at: `python -m tests.ui.kit.gallery FOLDER`.

Light and dark, German, Arabic beside German, at 100 % and 200 %; the folder lies outside the project.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from iq_desktop.catalogues.svg_drawing import read_drawing
from iq_desktop.domain.client import Client, Gender, ResidenceTitle, WorkPermission
from iq_desktop.domain.competence import Competence, Evidence, Independence
from iq_desktop.domain.language_skill import AssessedBy, LanguageSkill, Level
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.forms.client_forms import PERSON_FORM
from iq_desktop.ui.kit.background import Background, Job
from iq_desktop.ui.kit.banner import Banner
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.chip import Chip
from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.kit.drawing import DrawingView
from iq_desktop.ui.kit.empty import EmptyPage
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.fonts import load_fonts
from iq_desktop.ui.kit.form_view import FormView
from iq_desktop.ui.kit.icon_shapes import SHAPES
from iq_desktop.ui.kit.level_grid import LevelGrid
from iq_desktop.ui.kit.page_list import PageList
from iq_desktop.ui.kit.progress_strip import ProgressStrip
from iq_desktop.ui.kit.radar import Axis, Radar
from iq_desktop.ui.kit.rail import Place, Rail
from iq_desktop.ui.kit.rating_row import RatingHead, RatingRow
from iq_desktop.ui.kit.saved_mark import SavedMark, SavedState
from iq_desktop.ui.kit.search_field import SearchField, Suggestion
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, TwoTongueLabel, speak_tree
from iq_desktop.ui.kit.table import Column, RowTable
from iq_desktop.ui.kit.theme import Scheme, install_theme
from iq_desktop.wording.text import as_it_is
from iq_desktop.wording.tongue import Tongue, load_tongue

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PROJECT = Path(__file__).resolve().parents[3]
TODAY = dt.date(2026, 11, 22)
AR_QUESTION = "هل يمكنك استقبال الزبون بلطف وتسجيل طلبه؟ مثال: السيدة Müller-Öztürk تتصل الساعة ١٤:٣٠."

PLACES = (
    Place("today", as_it_is("Heute"), "today"),
    Place("cases", as_it_is("Fälle"), "cases"),
    Place("courses", as_it_is("Kurse"), "courses"),
    Place("settings", as_it_is("Einstellungen"), "settings"),
)
PAGES = (
    Place("contact", as_it_is("Kontakt"), "contact"),
    Place("person", as_it_is("Person"), "person"),
    Place("languages", as_it_is("Sprachen"), "language"),
    Place("competences", as_it_is("Kompetenzen"), "competence"),
    Place("routes", as_it_is("Wege"), "route"),
    Place("referral", as_it_is("Verweisung"), "referral"),
    Place("documents", as_it_is("Dokumente"), "document"),
)


@dataclass(frozen=True)
class Row:
    """One invented case."""

    id: int
    name: str
    number: str
    language: str
    state: str
    changed: dt.date


NAMES = (
    *("Al-Khatib, Yara", "أحمدي، مريم", "Müller-Öztürk, Ayşe", "Шевченко, Олена", "ገብረመድህን፡ ሰላም", "Popescu, Ștefan"),
    *("Wójcik, Łukasz", "محمدی، رضا", "Yılmaz, İbrahim", "Cabdi, Xasan", "Groß, Jürgen"),
)
ROWS = tuple(
    Row(number, name, f"2026-{140 + number:04}", code, state, TODAY - dt.timedelta(days=number))
    for number, (name, code, state) in enumerate(
        zip(NAMES, "ar fa tr uk ti ro pl fa tr so de".split(), ("läuft", "abgeschlossen", "offen") * 4, strict=False)
    )
)


def a_form() -> QWidget:
    """Return the form Person, partly filled."""
    client = Client(
        family_name="Al-Khatib",
        given_names="Yara",
        family_name_own_script="الخطيب",
        birth=PartialDate(1987, 5, about=True),
        nationalities=("SY", "DE"),
        mother_tongues=("ar", "ckb"),
        gender=Gender.FEMALE,
        residence_title=ResidenceTitle.HUMANITARIAN,
        residence_valid_until=dt.date(2026, 1, 3),
        work_permission=WorkPermission.UNRESTRICTED,
    )
    form = FormView(PERSON_FORM, client)
    form.show_problems(client.problems(TODAY))
    return form


def a_desk() -> QWidget:
    """Return a window as the adviser sees it: rail, pages, list, radar."""
    desk = QWidget()
    row = QHBoxLayout(desk)
    row.setContentsMargins(0, 0, 0, 0)
    rail = Rail("IQ Desktop", PLACES)
    rail.choose("cases")
    rail.who.show_text(as_it_is("Beraterin: A. Krüger"))
    row.addWidget(rail)
    pages = PageList(PAGES)
    pages.choose("person")
    pages.show_state("contact", "good", as_it_is("vollständig"))
    pages.show_state("person", "open", as_it_is("2 Angaben fehlen"))
    pages.show_state("languages", "warn", as_it_is("1 Widerspruch"))
    holder = QVBoxLayout()
    holder.setContentsMargins(16, 24, 8, 16)
    holder.addWidget(pages)
    row.addLayout(holder)
    body = QVBoxLayout()
    body.setContentsMargins(16, 24, 24, 24)
    body.setSpacing(16)
    head = QHBoxLayout()
    head.addWidget(SpeakingLabel(as_it_is("Fälle"), "title"), 1)
    head.addWidget(SavedMark())
    head.addWidget(SpeakingButton(as_it_is("Neuer Fall"), "primary", "plus"))
    body.addLayout(head)
    body.addWidget(a_table(), 1)
    row.addLayout(body, 1)
    return desk


def a_table() -> RowTable:
    """Return a list of cases."""
    columns = (
        Column("name", as_it_is("Name"), lambda row, _t: row.name, 3),
        Column("number", as_it_is("Fallnummer"), lambda row, _t: row.number, 0),
        Column("language", as_it_is("Sprache"), lambda row, tongue: tongue.language_name(row.language)),
        Column("state", as_it_is("Stand"), lambda row, _t: row.state, 1, lambda row: _STATES[row.state]),
        Column("changed", as_it_is("Geändert"), lambda row, tongue: tongue.day(row.changed), 0),
    )
    table = RowTable(as_it_is("Fälle"), columns, lambda row: row.id, as_it_is("Noch kein Fall."))
    table.show_rows(ROWS)
    table.choose(2)
    return table


_STATES = {"läuft": "info", "abgeschlossen": "good", "offen": "open"}


def ratings() -> QWidget:
    """Return rating rows beside their radar, and the grid of a language."""
    names: tuple[str, ...] = (
        "Kassieren",
        "Kundinnen und Kunden beraten",
        "Waren im Lager einräumen",
        "Hygienevorschriften einhalten",
    )
    names += ("Arbeitsabläufe planen", "Deutsch am Arbeitsplatz")
    steps = tuple(Independence)
    page = QWidget()
    lines = QVBoxLayout(page)
    lines.setContentsMargins(24, 24, 24, 24)
    lines.setSpacing(16)
    card = Card(as_it_is("Kompetenzen im Beruf Verkäuferin"))
    card.add(RatingHead())
    for number, name in enumerate(names):
        own, adviser = steps[number % 4], steps[(number + 1) % 4]
        card.add(RatingRow(Competence("", name, self_rating=own, adviser_rating=adviser, evidence=Evidence.EXAMPLE)))
    lines.addWidget(card)
    grid = LevelGrid(as_it_is("Deutsch"))
    mine = LanguageSkill("de", listening=Level.B1, reading=Level.A2, interaction=Level.B1, writing=Level.NONE)
    grid.show_levels(AssessedBy.SELF, mine)
    grid.show_levels(AssessedBy.ADVISER, LanguageSkill("de", listening=Level.A2, reading=Level.A2))
    languages = Card(as_it_is("Deutsch"))
    languages.add(grid)
    lines.addWidget(languages)
    radar = Radar()
    radar.show_axes([Axis(as_it_is(name), 1 + number % 4, (number * 3) % 5) for number, name in enumerate(names)])
    picture = Card(as_it_is("Profil"))
    picture.add(radar)
    lines.addWidget(picture, 1)
    return page


def messages(client: Tongue) -> QWidget:
    """Return banners, marks, chips, buttons, both tongues, an empty page."""
    page = QWidget()
    lines = QVBoxLayout(page)
    lines.setContentsMargins(24, 24, 24, 24)
    lines.setSpacing(16)
    for kind in ("good", "info", "warn", "danger"):
        banner = Banner()
        banner.tell(
            as_it_is("Die Kompetenz „Kassieren“ wurde entfernt."), kind, act_name=as_it_is("Rückgängig"), act=_nothing
        )
        lines.addWidget(banner)
    banner = Banner()
    banner.tell(
        as_it_is("Das Passwort stimmt nicht."), "danger", as_it_is("Bitte prüfen Sie, ob die Feststelltaste an ist.")
    )
    lines.addWidget(banner)
    buttons = QHBoxLayout()
    for role, icon in (("primary", "plus"), ("", "print"), ("plain", "undo"), ("danger", "trash"), ("icon", "more")):
        buttons.addWidget(SpeakingButton(as_it_is("Fall öffnen & drucken"), role, icon))
    off = SpeakingButton(as_it_is("Nicht möglich"), "primary", "lock")
    off.setEnabled(False)
    buttons.addWidget(off)
    buttons.addStretch(1)
    lines.addLayout(buttons)
    marks = QHBoxLayout()
    for state in SavedState:
        mark = SavedMark()
        mark.show_state(state)
        marks.addWidget(mark)
    marks.addStretch(1)
    lines.addLayout(marks)
    chips = QHBoxLayout()
    for value in (None, 1):
        chips.addWidget(Chip(as_it_is("Arabisch"), value))
    chips.addStretch(1)
    lines.addLayout(chips)
    strip = ProgressStrip(_background(page))
    strip._begin(Job(as_it_is("Berufe werden eingelesen")))
    strip._step(Job(as_it_is("")), 7, 24, as_it_is("ESCO: 7 von 24 Dateien"))
    strip._wait.stop()
    strip.show()
    lines.addWidget(strip)
    question = Card()
    both = TwoTongueLabel(as_it_is("Können Sie einen Kunden freundlich begrüßen und sein Anliegen aufnehmen?"), client)
    both.theirs.setText(AR_QUESTION)
    question.add(both)
    lines.addWidget(question)
    empty = Card()
    empty.add(EmptyPage("cases", as_it_is("Noch kein Fall. Legen Sie den ersten an."), as_it_is("Neuer Fall")))
    lines.addWidget(empty, 1)
    return page


def _nothing() -> None:
    """Do nothing."""


def _background(parent: QWidget) -> Background:
    return Background(parent)


def icons() -> QWidget:
    """Return every icon with its name."""
    page = QWidget()
    flow = FlowLayout(page)
    for name in SHAPES:
        flow.addWidget(SpeakingButton(as_it_is(name), "", name))
    return page


def drawings() -> QWidget:
    """Return every picture of the instruments, at 64 pixels."""
    page = QWidget()
    flow = FlowLayout(page)
    for path in sorted((PROJECT / "resources" / "instruments").glob("*/pictures/*.svg")):
        flow.addWidget(DrawingView(read_drawing(path.read_text("utf-8"), path.name), 64))
    return page


def a_search() -> QWidget:
    """Return a search field with open suggestions."""
    page = QWidget()
    lines = QVBoxLayout(page)
    lines.setContentsMargins(24, 24, 24, 24)
    field = SearchField("occupation", as_it_is("Beruf suchen, zum Beispiel Verkäuferin"))
    lines.addWidget(field)
    lines.addStretch(1)
    page.setProperty("field", field)
    return page


def shots(arabic: Tongue) -> Sequence[tuple[str, Callable[[], QWidget], int, int]]:
    """Return name, maker and size of each picture."""
    return (
        ("desk", a_desk, 1366, 768),
        ("form_wide", a_form, 1000, 1100),
        ("form_narrow", a_form, 620, 1500),
        ("ratings", ratings, 940, 1180),
        ("messages", lambda: messages(arabic), 900, 1150),
        ("icons", icons, 900, 520),
        ("drawings", drawings, 1366, 600),
        ("search", a_search, 560, 420),
    )


def main(folder: Path, scale: str) -> None:
    """Leave the pictures in a folder and tell what is cut off."""
    app = QApplication([])
    load_fonts(app, PROJECT / "resources" / "fonts")
    german, arabic = (load_tongue(code, PROJECT / "translations") for code in ("de", "ar"))
    theme = install_theme(app, Scheme.LIGHT)
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        theme.choose(scheme)
        for name, make, width, height in shots(arabic):
            window = QWidget()
            lines = QVBoxLayout(window)
            lines.setContentsMargins(0, 0, 0, 0)
            lines.addWidget(_scrolled(make()) if name.startswith("form") else make())
            window.resize(width, height)
            speak_tree(window, german)
            window.show()
            _settle(app)
            for field in window.findChildren(SearchField):
                field.setFocus()
                field.line.setText("verk")
                field.show_suggestions(
                    "verk", [Suggestion(f"Verkäufer/in {n}", "ISCO 5223 · KldB 62102") for n in "123"]
                )
            _settle(app)
            path = folder / f"{name}_{scheme.value}_{scale}.png"
            window.grab().save(str(path))
            print(path.name, clipped(window) or "nothing cut off")
            window.close()
            window.deleteLater()


def _scrolled(part: QWidget) -> QScrollArea:
    page = QWidget()
    page.setProperty("role", "page")
    lines = QVBoxLayout(page)
    lines.setContentsMargins(24, 24, 24, 24)
    lines.addWidget(part)
    lines.addStretch(1)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(page)
    return area


def _settle(app: QApplication) -> None:
    for _ in range(6):
        app.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "1x")
