"""What providers paste into descriptions becomes plain text."""

from __future__ import annotations

import pytest

from iq_desktop.catalogues.plain_text import make_line, make_plain


@pytest.mark.parametrize(
    ("pasted", "plain"),
    [
        ("<p>Erster Absatz.</p><p>Zweiter <b>fetter</b> Absatz.</p>", "Erster Absatz.\n\nZweiter fetter Absatz."),
        ("Inhalt:<ul><li>Lesen</li><li>Schreiben</li></ul>Ende", "Inhalt:\n\n• Lesen\n• Schreiben\nEnde"),
        ("eins<br>zwei<br/>drei", "eins\nzwei\ndrei"),
        ("Lesen &amp; Schreiben &uuml;ben &#8211; B1", "Lesen & Schreiben üben – B1"),
        ("<style>p{color:red}</style><script>alert('x')</script>Text", "Text"),
        ("Niveau A2 < B1 und 3 > 2", "Niveau A2 < B1 und 3 > 2"),
        ("!Welcher Inhalt?\nWarnung! Achtung", "Welcher Inhalt?\nWarnung! Achtung"),
        ("a\x00b\u00adc\ufeff  d\t e", "abc d e"),
        ("eins\r\n\r\n\r\n\r\nzwei", "eins\n\nzwei"),
        ("a\u0308pfel", "äpfel"),
        ("", ""),
    ],
)
def test_paragraphs_lists_and_signs(pasted: str, plain: str) -> None:
    assert make_plain(pasted) == plain


def test_a_title_is_one_line() -> None:
    assert make_line(" Deutsch<br>für den\n Beruf ") == "Deutsch für den Beruf"
