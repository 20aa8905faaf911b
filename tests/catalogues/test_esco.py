"""ESCO downloads: every layout that is published, every language, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iq_desktop.catalogues.refusal import BrokenFile, IncompleteCatalogue, UnknownFile
from iq_desktop.domain.occupation import Naming, Need, SkillKind, SkillRelation
from iq_desktop.usecases.progress import Cancelled
from tests.support.catalogue_files import (
    BAKE,
    BAKER,
    FOOD,
    SOLDIER,
    CollectingStore,
    StoppingProgress,
    occupation_row,
    relation_row,
    skill_row,
    take_in,
    write_csv,
    write_esco,
    zip_folder,
)

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.wording.problems import IqError


def values(error: IqError) -> dict[str, object]:
    return dict(error.text.values)


def skipped(store: CollectingStore) -> list[tuple[str, int, int]]:
    return [(one.reason.message, one.count, one.first_line) for one in store.states[-1].skipped]


def test_a_folder_in_one_language(tmp_path: Path) -> None:
    store = take_in(write_esco(tmp_path / "ESCO dataset - v1.2.0 - classification - de - csv"))
    baker, soldier = store.occupations
    assert (baker.uri, baker.isco, baker.naming) == (BAKER, "7512", Naming((("de", "Bäcker/Bäckerin"),)))
    assert baker.other_names == (("de", "Bäcker/Bäckerin im Handwerk"), ("de", "Brotmacher"))
    assert soldier.isco == "0310"
    bake, food = store.skills
    assert bake.other_names == (("de", "Brot backen 1"), ("de", "Brot backen 2"))
    assert (bake.kind, food.kind) == (SkillKind.SKILL, SkillKind.KNOWLEDGE)
    assert store.relations[2] == SkillRelation(SOLDIER, FOOD, Need.OPTIONAL)
    state = store.states[0]
    assert (state.id, state.version, state.skipped) == ("esco", "1.2.0", ())
    assert [count for _, count in state.counts] == [2, 2, 3, 1]
    assert "European Commission" in state.notice.message


def test_languages_beside_each_other_are_merged_german_first(tmp_path: Path) -> None:
    for language in ("uk", "en", "de"):
        write_esco(tmp_path / f"ESCO dataset - v1.2.1 - classification - {language} - csv", language)
    store = take_in(tmp_path)
    assert store.occupations[0].naming == Naming((("de", "Bäcker/Bäckerin"), ("en", "baker"), ("uk", "пекар")))
    assert len(store.relations) == 3
    assert store.states[0].counts[3][1] == 3


@pytest.mark.parametrize("inside", ["", "ESCO/"])
def test_a_zip_also_with_a_folder_in_it(tmp_path: Path, inside: str) -> None:
    zipped = zip_folder(write_esco(tmp_path / "in"), tmp_path / "ESCO - v1.1.2 - de - csv.zip", inside)
    store = take_in(zipped)
    assert (len(store.occupations), store.states[0].version) == (2, "1.1.2")


def test_zips_of_two_languages_in_one_zip(tmp_path: Path) -> None:
    (tmp_path / "all").mkdir()
    for language in ("de", "en"):
        zip_folder(write_esco(tmp_path / language, language), tmp_path / "all" / f"{language}.zip")
    store = take_in(zip_folder(tmp_path / "all", tmp_path / "all.zip"))
    assert store.occupations[0].naming.in_language("en") == "baker"


def test_version_1_1_has_no_language_in_the_name_of_relations(tmp_path: Path) -> None:
    store = take_in(
        write_esco(tmp_path / "ESCO dataset - v1.1.1 - classification - en - csv", "en", relations_named=False)
    )
    assert (len(store.relations), store.states[0].version) == (3, "1.1.1")


def test_version_1_2_1_by_its_new_columns(tmp_path: Path) -> None:
    write_esco(tmp_path)
    rows = [occupation_row(BAKER, "Bäcker", naceCode="C10"), occupation_row(SOLDIER, "Soldat", naceCode="O84")]
    write_csv(tmp_path / "occupations_de.csv", rows)
    labelled = relation_row(BAKER, FOOD) | {"occupationLabel": "Bäcker", "skillLabel": "Lebensmittelrecht"}
    write_csv(tmp_path / "occupationSkillRelations_de.csv", [labelled])
    store = take_in(tmp_path)
    assert (store.states[0].version, len(store.relations)) == ("1.2.1", 1)


def test_columns_in_any_order_with_byte_order_mark_and_semicolons(tmp_path: Path) -> None:
    write_esco(tmp_path, encoding="utf-8-sig")
    row = occupation_row(BAKER, "Bäcker; süß", altLabels='mit "Zitat"\nBrotmacher', description="Zeile 1\nZeile 2")
    backwards = dict(reversed(row.items()))
    write_csv(tmp_path / "occupations_de.csv", [backwards], "utf-8-sig", delimiter=";")
    store = take_in(tmp_path)
    assert store.occupations[0].naming.in_language("de") == "Bäcker; süß"
    assert store.occupations[0].other_names[0] == ("de", 'mit "Zitat"')
    assert store.occupations[0].description.in_language("de") == "Zeile 1\nZeile 2"


@pytest.mark.parametrize(("written", "read"), [("110", "0110"), ("C0110", "0110"), ("x", ""), ("", "")])
def test_isco_groups_keep_their_leading_zeros(tmp_path: Path, written: str, read: str) -> None:
    write_esco(tmp_path)
    write_csv(tmp_path / "occupations_de.csv", [occupation_row(BAKER, "Bäcker", isco=written)])
    assert take_in(tmp_path).occupations[0].isco == read


def test_rows_that_cannot_be_used_are_counted_with_reason_and_line(tmp_path: Path) -> None:
    write_esco(tmp_path)
    write_csv(
        tmp_path / "occupations_de.csv",
        [
            occupation_row(BAKER, "Bäcker", altLabels="eins\nzwei"),
            occupation_row("no uri", "Niemand"),
            occupation_row(BAKER, "Bäcker noch einmal"),
            occupation_row(SOLDIER, "Soldat", status="obsolete"),
        ],
    )
    write_csv(
        tmp_path / "occupationSkillRelations_de.csv",
        [
            relation_row(BAKER, FOOD, "optional"),
            relation_row(BAKER, FOOD, "essential"),
            relation_row(SOLDIER, FOOD),
            relation_row(BAKER, "http://nobody"),
            relation_row(BAKER, BAKE, "perhaps"),
        ],
    )
    store = take_in(tmp_path)
    assert [one.uri for one in store.occupations] == [BAKER]
    assert store.relations == [SkillRelation(BAKER, FOOD, Need.ESSENTIAL)]
    assert skipped(store) == [
        ("{file}: no URI or no name", 1, 5),
        ("{file}: the same URI once more", 1, 7),
        ("{file}: not released by ESCO", 1, 9),
        ("{file}: the same link once more", 1, 3),
        ("{file}: an occupation that is not in the catalogue", 1, 4),
        ("{file}: a skill that is not in the catalogue", 1, 5),
        ("{file}: neither essential nor optional", 1, 6),
    ]


def test_a_row_with_another_number_of_cells_is_counted(tmp_path: Path) -> None:
    file = write_esco(tmp_path) / "skills_de.csv"
    file.write_bytes(file.read_bytes() + b"a,b,c\r\n\r\n" + b"x," * 20 + b"\r\n")
    file.write_bytes(file.read_bytes() + ",".join(skill_row(f"{FOOD}2", "noch eins").values()).encode() + b"\r\n")
    store = take_in(tmp_path)
    assert len(store.skills) == 3
    assert skipped(store) == [("{file}: the row has another number of cells than the head", 2, 4)]


@pytest.mark.parametrize(
    ("change", "line", "what"),
    [
        (lambda content: content[:-40], 4, "The file ends in the middle of a row."),
        (lambda content: content + b'"never ends,a,b\r\nc,d\r\n', 5, "A cell in quotes is broken or never ends."),
        (lambda content: content.replace("Bäcker/".encode(), b"B\xe4cker/", 1), 2, "These bytes are no text in UTF-8."),
    ],
    ids=["cut in a row", "cut in quotes", "latin-1"],
)
def test_a_broken_file_is_refused_as_a_whole_with_its_line(
    tmp_path: Path, change: object, line: int, what: str
) -> None:
    assert callable(change)
    file = write_esco(tmp_path) / "occupations_de.csv"
    write_csv(file, [occupation_row(BAKER, "Bäcker/Bäckerin"), occupation_row(SOLDIER, "Soldat", inScheme="one line")])
    content = file.read_bytes()
    file.write_bytes(change(content))
    store = CollectingStore()
    with pytest.raises(BrokenFile) as refused:
        take_in(tmp_path, store)
    assert values(refused.value)["file"] == "occupations_de.csv"
    assert values(refused.value)["line"] == str(line)
    assert what in str(values(refused.value)["what"])
    assert store == CollectingStore()


def test_a_cut_inside_a_quoted_cell_of_many_lines_names_the_line_where_the_row_begins(tmp_path: Path) -> None:
    file = write_esco(tmp_path) / "occupations_de.csv"
    content = file.read_bytes()
    file.write_bytes(content[: content.index(b"Brotmacher")])
    with pytest.raises(BrokenFile) as refused:
        take_in(tmp_path)
    assert values(refused.value)["line"] == "2"


def test_missing_columns_are_named(tmp_path: Path) -> None:
    write_esco(tmp_path)
    rows = [occupation_row(BAKER, "Bäcker")]
    rows[0].pop("iscoGroup")
    write_csv(tmp_path / "occupations_de.csv", rows)
    with pytest.raises(IncompleteCatalogue) as refused:
        take_in(tmp_path)
    assert values(refused.value) == {"file": "occupations_de.csv", "columns": "iscoGroup"}


def test_swapped_columns_leave_nothing_and_are_refused(tmp_path: Path) -> None:
    write_esco(tmp_path)
    rows = [occupation_row("Bäcker", BAKER), occupation_row("Soldat", SOLDIER)]
    write_csv(tmp_path / "occupations_de.csv", rows)
    with pytest.raises(IncompleteCatalogue, match="holds no row that can be used"):
        take_in(tmp_path)


def test_missing_files_are_named(tmp_path: Path) -> None:
    write_esco(tmp_path)
    (tmp_path / "skills_de.csv").unlink()
    (tmp_path / "occupationSkillRelations_de.csv").unlink()
    with pytest.raises(IncompleteCatalogue) as refused:
        take_in(tmp_path)
    assert values(refused.value)["files"] == "skills_de.csv, occupationSkillRelations.csv"


def test_two_versions_are_refused(tmp_path: Path) -> None:
    write_esco(tmp_path / "ESCO dataset - v1.2.0 - classification - de - csv")
    write_esco(tmp_path / "ESCO dataset - v1.1.1 - classification - en - csv", "en")
    with pytest.raises(IncompleteCatalogue, match="different versions"):
        take_in(tmp_path)


def test_the_same_language_twice_is_refused(tmp_path: Path) -> None:
    for copy in ("a", "b"):
        write_esco(tmp_path / copy)
    with pytest.raises(IncompleteCatalogue, match="twice"):
        take_in(tmp_path)


def test_one_file_of_a_download_asks_for_its_folder(tmp_path: Path) -> None:
    with pytest.raises(IncompleteCatalogue, match="choose its folder"):
        take_in(write_esco(tmp_path) / "occupations_de.csv")


def test_a_damaged_zip_is_refused(tmp_path: Path) -> None:
    zipped = zip_folder(write_esco(tmp_path / "in"), tmp_path / "esco.zip")
    content = bytearray(zipped.read_bytes())
    at = content.index(b"occupations_de.csv") + 60
    content[at : at + 40] = b"\0" * 40
    zipped.write_bytes(bytes(content))
    with pytest.raises(BrokenFile, match="line"):
        take_in(zipped)


def test_a_zip_that_is_cut_is_refused(tmp_path: Path) -> None:
    zipped = zip_folder(write_esco(tmp_path / "in"), tmp_path / "esco.zip")
    zipped.write_bytes(zipped.read_bytes()[:-200])
    with pytest.raises(BrokenFile):
        take_in(zipped)


def test_utf_16_is_not_known(tmp_path: Path) -> None:
    with pytest.raises(UnknownFile):
        take_in(write_csv(tmp_path / "occupations_de.csv", [occupation_row(BAKER, "Bäcker")], "utf-16"))


def test_stopping_changes_nothing(tmp_path: Path) -> None:
    from iq_desktop.catalogues.recognise import Recogniser
    from tests.support.fakes import FixedClock

    write_esco(tmp_path)
    rows = [skill_row(f"{FOOD}{number}", f"skill {number}") for number in range(1200)]
    write_csv(tmp_path / "skills_de.csv", rows)
    store, progress = CollectingStore(), StoppingProgress(after=2)
    with pytest.raises(Cancelled):
        Recogniser(FixedClock()).recognise(tmp_path).take_in(store, progress)
    assert progress.steps == 2
    assert store == CollectingStore()
