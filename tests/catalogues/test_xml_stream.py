"""Reading XML piece by piece: what is found, and what is refused because it could harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iq_desktop.catalogues.containers import FoundFile
from iq_desktop.catalogues.refusal import BrokenFile
from iq_desktop.catalogues.xml_stream import stream_nodes

if TYPE_CHECKING:
    from pathlib import Path

RECORDS = frozenset({("A", "B")})


def read(tmp_path: Path, content: str | bytes) -> list[tuple[str, int, str, bool]]:
    file = tmp_path / "x.xml"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    found = stream_nodes(FoundFile(file), RECORDS, frozenset({("A",)}))
    return [(one.node.tag, one.node.line, one.node.words("C"), one.node.is_cut) for one in found]


def refusal(tmp_path: Path, content: str | bytes) -> dict[str, object]:
    with pytest.raises(BrokenFile) as refused:
        read(tmp_path, content)
    return dict(refused.value.text.values)


def test_openings_and_records_with_their_lines(tmp_path: Path) -> None:
    content = "<A>\n<B><C>eins</C></B>\n\n<X><B><C>anderswo</C></B></X><B><C/><C> zwei </C></B></A>"
    assert read(tmp_path, content) == [("A", 1, "", False), ("B", 2, "eins", False), ("B", 4, "zwei", False)]


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ' encoding="UTF-8"'),
        ("iso8859-15", ' encoding="ISO-8859-15"'),
        ("iso8859-1", ' encoding="iso-8859-1"'),
        ("cp1252", " encoding='windows-1252'"),
        ("utf-16", ' encoding="UTF-16"'),
    ],
)
def test_encodings(tmp_path: Path, encoding: str, declared: str) -> None:
    word = "Übung" if encoding == "iso8859-1" else "Übung für 5 €"
    content = f'<?xml version="1.0"{declared}?><A><B><C>{word}</C></B></A>'
    assert read(tmp_path, content.encode(encoding))[1][2] == word


def test_a_letter_on_the_border_of_two_pieces(tmp_path: Path) -> None:
    for filler in range(65_500, 65_540):
        assert read(tmp_path, f"<A><B><C>{'a' * filler}ü</C></B></A>")[1][2].endswith("ü")


def test_an_encoding_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    said = refusal(tmp_path, '<?xml version="1.0" encoding="klingon-8"?><A/>')
    assert (said["line"], dict(said["what"].values)["encoding"]) == ("1", "klingon-8")  # type: ignore[attr-defined]  # a Text


def test_bytes_of_another_encoding_are_refused_with_their_line(tmp_path: Path) -> None:
    said = refusal(tmp_path, "<A>\n<B>\n<C>Übung</C></B></A>".encode("iso8859-15"))
    assert (said["file"], said["line"]) == ("x.xml", "3")


BILLION_LAUGHS = (
    '<?xml version="1.0"?>\n<!DOCTYPE A [\n<!ENTITY a "ha">\n'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>\n<A><B><C>&j;</C></B></A>"
)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (BILLION_LAUGHS, "2"),
        ('<!DOCTYPE A [<!ENTITY x SYSTEM "file:///etc/hostname">]><A><B><C>&x;</C></B></A>', "1"),
        ('<?xml version="1.0"?>\n\n<!DOCTYPE A SYSTEM "http://example.org/a.dtd"><A/>', "3"),
        ('<!DOCTYPE A [<!ENTITY % p SYSTEM "http://example.org/p">%p;]><A/>', "1"),
    ],
    ids=["billion laughs", "external file", "external definition", "parameter entity"],
)
def test_type_definitions_and_entities_are_refused(tmp_path: Path, content: str, line: str) -> None:
    said = refusal(tmp_path, content)
    assert said["line"] == line
    assert "DTD" in str(said["what"])


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("<A>\n<B><C>eins</C></B>\n<B><C>zw", "3"),
        ("<A>\n<B></C></A>", "2"),
        ("<A>&nbsp;</A>", "1"),
        ("<A></A><B/>", "1"),
        ("", "1"),
        ("<A>\n<B x='1' x='2'/></A>", "2"),
    ],
    ids=["cut", "crossed", "unknown entity", "two roots", "empty", "attribute twice"],
)
def test_broken_xml_is_refused_with_line_and_column(tmp_path: Path, content: str, line: str) -> None:
    said = refusal(tmp_path, content)
    assert said["line"] == line
    assert "column" in str(said["what"])


def test_elements_that_are_nested_without_end_are_refused(tmp_path: Path) -> None:
    assert "deeply" in str(refusal(tmp_path, "<A>" * 100_000)["what"])


@pytest.mark.parametrize("start", ["<A><B x='", "<A><!-- ", "<A><?x "])
def test_tags_and_comments_without_end_are_refused(tmp_path: Path, start: str) -> None:
    assert "far too long" in str(refusal(tmp_path, start + "a" * 9_000_000)["what"])


def test_a_record_without_end_is_cut_and_the_next_one_is_read(tmp_path: Path) -> None:
    huge = f"<B><C>{'a' * 3_000_000}</C></B><B>{'<D/>' * 60_000}</B><B><C>gut</C></B>"
    _, long, wide, good = read(tmp_path, f"<A>{huge}</A>")
    assert (long[3], wide[3]) == (True, True)
    assert good == ("B", 1, "gut", False)
