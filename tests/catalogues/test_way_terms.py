"""The pack of ways: every step has its days, estimates are told as such, cited places stand in the law."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import pytest

from iq_desktop.catalogues.packs import BrokenPack
from iq_desktop.catalogues.way_terms import read_way_terms
from iq_desktop.domain.language_skill import Level
from iq_desktop.domain.rule import Cite
from iq_desktop.domain.way_terms import GermanFor, Lasting, WayTerms
from tests.support.statutes import check_cite
from tests.support.tongues import english

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

QUOTED: Final = {
    "§ 11 Abs. 1 BQFG": ("BQFG", "11", "1", "1", "", "höchstens dreijährigen Anpassungslehrgangs"),
    "§ 11 Abs. 4 Satz 1 BQFG": ("BQFG", "11", "4", "1", "", "innerhalb von sechs Monaten"),
    "§ 40 Abs. 3 Satz 2 PflBG": ("PflBG", "40", "3", "2", "", "höchstens dreijährigen Anpassungslehrgang"),
    "§ 36 Abs. 2 Satz 1 BeschV": ("BeschV", "36", "2", "1", "", "nicht innerhalb von zwei Wochen"),
    "§ 16d Abs. 1 Satz 2 Nr. 1 AufenthG": ("AufenthG", "16d", "1", "2", "1", "hinreichende deutsche Sprachkenntnisse"),
    "§ 180 Abs. 4 Satz 1 SGB III": ("SGB_3", "180", "4", "1", "", "um mindestens ein Drittel"),
}


@pytest.fixture(scope="module")
def terms(project_folder: Path) -> WayTerms:
    return read_way_terms(project_folder / "resources" / "packs")


def test_every_step_has_its_days_and_an_estimate_says_so(terms: WayTerms) -> None:
    assert set(terms.times) == set(Lasting)
    assert set(terms.levels) == set(GermanFor)
    assert not any(one.verified for one in terms.times.values()), "no source was read for any of them"
    assert all("to be checked" in english().speak(one.source) for one in terms.times.values())
    assert terms.level(GermanFor.STAY).level is Level.A2
    assert WayTerms().level(GermanFor.WORK).level is Level.NONE
    assert WayTerms().time(Lasting.PAPERS).days_low > 0


def test_every_cited_place_says_in_the_law_what_is_told_of_it(terms: WayTerms, shared_folder: Path) -> None:
    told = (*(one.cite for one in terms.times.values()), *(one.cite for one in terms.levels.values()))
    assert {*filter(None, told), terms.shortened_cite} == set(QUOTED)
    for law, section, paragraph, sentence, number, words in QUOTED.values():
        cite = Cite(law, section, paragraph, sentence, number, words=words)
        check_cite(shared_folder / "data" / "law", cite)


@pytest.mark.parametrize(
    ("place", "bend"),
    [
        ("times", lambda pack: pack["times"].pop()),
        ("levels", lambda pack: pack["levels"].pop()),
        ("times[0].days_high", lambda pack: pack["times"][0].update(days_high=1)),
        ("times[0].days_low", lambda pack: pack["times"][0].update(days_low=-1)),
        ("times[0].code", lambda pack: pack["times"][0].update(code="magic")),
        ("times[1]", lambda pack: pack["times"][1].update(code="papers")),
        ("times[0].cite", lambda pack: pack["times"][0].update(verified=True)),
        ("levels[0].cite", lambda pack: pack["levels"][0].update(cite="")),
        ("levels[0].level", lambda pack: pack["levels"][0].update(level="D1")),
        ("shortened_by.part", lambda pack: pack["shortened_by"].update(part="a third")),
    ],
)
def test_a_broken_pack_is_refused_with_its_place(
    place: str, bend: Callable[[dict[str, Any]], None], project_folder: Path, tmp_path: Path
) -> None:
    pack = json.loads((project_folder / "resources" / "packs" / "ways.json").read_text(encoding="utf-8"))
    bend(pack)
    (tmp_path / "ways.json").write_text(json.dumps(pack), encoding="utf-8")
    with pytest.raises(BrokenPack) as broken:
        read_way_terms(tmp_path)
    assert broken.value.faults[0].place == place
