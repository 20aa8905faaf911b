"""Languages and states to choose from have names and an order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iq_desktop.wording.lists import COUNTRIES, LANGUAGES, named_countries, named_languages
from iq_desktop.wording.tongue import load_tongue

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("code", ["de", "en"])
def test_every_code_has_a_name_and_none_comes_twice(code: str, project_folder: Path) -> None:
    tongue = load_tongue(code, project_folder / "translations")
    for pairs, codes in ((named_languages(tongue), LANGUAGES), (named_countries(tongue), COUNTRIES)):
        assert {each for each, _name in pairs} == set(codes)
        assert len(set(codes)) == len(codes)
        assert all(name != each for each, name in pairs)


def test_umlauts_stand_where_people_look_for_them(project_folder: Path) -> None:
    names = [name for _code, name in named_countries(load_tongue("de", project_folder / "translations"))]
    assert names.index("Ägypten") < names.index("Brasilien")
