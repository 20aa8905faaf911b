"""The scale of years above times of a life stays within the paper."""

from __future__ import annotations

from iq_desktop.documents.blocks import Typed
from iq_desktop.documents.spans import SpanRow, Spans
from iq_desktop.pdf.looks import A4
from iq_desktop.wording.text import say
from tests.pdf.reading import read_lines
from tests.pdf.samples import NOTES, print_blocks


def test_the_last_year_stands_before_its_line_where_there_is_no_room_behind_it() -> None:
    row = SpanRow(Typed("Schule", NOTES), NOTES, NOTES, 0.0, 1.0, 0.0, 1.0)
    marks = ((0.0, "2019"), (0.5, "2024"), (0.9, "2028"), (1.0, "2029"))
    lines = read_lines(print_blocks(Spans((row,), marks, say("Column"), say("Column"))))
    years = {line.words: line for line in lines if line.words.isdigit()}
    assert set(years) == {"2019", "2024", "2028", "2029"}
    assert all(line.right <= A4.width - A4.margin + 0.5 for line in years.values())
    assert years["2019"].left < years["2024"].left < years["2028"].left < years["2029"].left
