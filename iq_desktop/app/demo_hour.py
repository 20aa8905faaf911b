"""An hour at the desk without a screen: the real windows are driven from the first start to the paper."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtPdf import QPdfDocument

from iq_desktop.app import demo_case, demo_entrance, demo_recognition, demo_talk, demo_tour, demo_trust, demo_ways
from iq_desktop.app.camera import Camera
from iq_desktop.app.clock import LaptopClock
from iq_desktop.app.crash import LOG_NAME, watch_for_crashes
from iq_desktop.app.demo_stage import FileAsk, Stage
from iq_desktop.app.demo_vault import ADVISER, PASSWORD, demo_door, furnish
from iq_desktop.app.hand import HandError
from iq_desktop.app.qt_log import qt_messages_in
from iq_desktop.app.tongues import tongues_of
from iq_desktop.app.window_command import make_application
from iq_desktop.ui.kit.fonts import load_fonts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from iq_desktop.app.demo_vault import Furniture
    from iq_desktop.app.hand import Hand
    from iq_desktop.app.paths import Paths

_AT_THE_DESK: Final = (
    demo_case.find_and_begin,
    demo_case.talk_about_contact,
    demo_talk.talk_about_interpreting,
    demo_case.talk_about_person,
    demo_case.talk_about_languages,
    demo_talk.find_levels,
    demo_case.talk_about_competences,
    demo_talk.sort_cards,
    demo_talk.fill_sheet,
    demo_recognition.take_up_qualification,
    demo_recognition.see_what_is_possible,
    demo_recognition.compare_occupations,
    demo_recognition.follow_procedure,
    demo_ways.choose_german,
    demo_ways.plan_way,
    demo_case.look_for_routes,
    demo_ways.search_courses,
    demo_case.agree,
    demo_case.refer,
    demo_ways.refer_again,
    demo_ways.sign_agreement,
    demo_ways.follow_up,
    demo_ways.close_counselling,
    demo_case.print_papers,
    demo_talk.talk_in_other_languages,
    demo_talk.compare_views,
    demo_ways.work_off_today,
    demo_trust.see_who_saw,
    demo_trust.give_rights,
    demo_trust.make_backups,
    demo_trust.look_at_sections,
    demo_tour.look_for_courses,
    demo_tour.look_at_settings,
    demo_tour.take_tours,
)
_SMALLEST_PDF: Final = 5_000
_KB: Final = 1000


def run_hour(
    paths: Paths, out: Path, catalogues: Path | None, application: Callable[[], QApplication] = make_application
) -> int:
    """Play every scene, leave pictures and PDFs in `out`, list them, and return 0, or 1 where something was wrong."""
    begun = time.perf_counter()
    out.mkdir(parents=True, exist_ok=True)
    app = application()
    load_fonts(app, paths.fonts)
    tongues = tongues_of(paths.translations)
    stage = Stage(
        app,
        paths,
        demo_door(paths, tongues, LaptopClock()),
        tongues,
        Camera(out, tongues("en"), tongues("de")),
        FileAsk(out),
    )
    with watch_for_crashes(paths.logs, stage.tell_crash) as log, qt_messages_in(log):
        furniture = _play(stage, catalogues)
    problems = [*stage.camera.problems, *_crashes(paths), *_bad_papers(stage.ask.saved)]
    _list(stage)
    if furniture is not None:
        problems += [f"catalogue refused: {name}" for name in furniture.refused]
        print(f"Catalogues taken in: {furniture.catalogue_seconds:.1f} s, with clients {furniture.seconds:.1f} s")
    print(f"In all: {time.perf_counter() - begun:.1f} s")
    for problem in problems:
        print(f"PROBLEM  {problem}")
    print(f"{len(problems)} problems in {out.resolve()}")
    return 1 if problems else 0


def _play(stage: Stage, catalogues: Path | None) -> Furniture | None:
    furniture = None
    try:
        demo_entrance.set_up(stage)
        desk = stage.door.unlock(ADVISER, PASSWORD)
        try:
            furniture = furnish(desk, stage.paths, catalogues, stage.tongues("de"))
        finally:
            desk.close()
        hand = demo_entrance.unlock(stage)
        hand.settle()
        stage.camera.shoot(hand, "today")
        for scene in _AT_THE_DESK:
            _play_scene(stage, hand, scene)
    except HandError as error:
        stage.camera.problems.append(f"the hour ended early: {error}")
    finally:
        stage.end()
    return furniture


def _play_scene(stage: Stage, hand: Hand, scene: Callable[[Stage, Hand], None]) -> None:
    begun = time.perf_counter()
    try:
        scene(stage, hand)
    except HandError as error:
        stage.camera.problems.append(f"{scene.__name__}: {error}")
        stage.camera.shoot(hand, f"trouble {scene.__name__}", QSize(hand.window.size()))
    print(f"{scene.__name__.replace('_', ' '):28} {time.perf_counter() - begun:5.1f} s", flush=True)


def _crashes(paths: Paths) -> list[str]:
    log = paths.logs / LOG_NAME
    if not log.exists():
        return []
    return [f"log: {line}" for line in log.read_text(encoding="utf-8").splitlines()]


def _bad_papers(papers: list[Path]) -> list[str]:
    return [f"{path.name}: no proper file" for path in papers if not _is_proper(path)]


def _is_proper(path: Path) -> bool:
    """Return whether a file is there, and a PDF has pages with something on them."""
    if path.suffix != ".pdf":
        return path.exists() and path.stat().st_size > 0
    return bool(_pages(path)) and path.stat().st_size >= _SMALLEST_PDF


def _pages(path: Path) -> int:
    document = QPdfDocument()
    if not path.exists() or document.load(str(path)) is not QPdfDocument.Error.None_:
        return 0
    pages = document.pageCount()
    document.close()
    return pages


def _list(stage: Stage) -> None:
    for path in stage.ask.saved:
        pages = f"  {_pages(path)} pages" if path.suffix == ".pdf" else ""
        print(f"{path.name:44} {_size(path):5} kB{pages}")
    for path in stage.camera.taken:
        print(f"{path.name:44} {_size(path):5} kB")


def _size(path: Path) -> int:
    return path.stat().st_size // _KB if path.exists() else 0
