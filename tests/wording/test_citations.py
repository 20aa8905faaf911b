"""What keeps its order within words that are written from right to left."""

from __future__ import annotations

import pytest

from iq_desktop.wording.citations import hold_order


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("حسب § 14 BQFG تقدم", "§ 14 BQFG"),
        ("(§ 81a AufenthG)", None),
        ("صاحب عمل (§ 81a AufenthG)", "§ 81a AufenthG"),
        ("وفق § 5 (1) و(2) BQFG", "§ 5 (1)"),
        ("§§ 4, 7 BVFG من", "§§ 4, 7 BVFG"),
        ("حسب § 16d Abs. 1 Satz 2 Nr. 3 AufenthG", "§ 16d Abs. 1 Satz 2 Nr. 3 AufenthG"),
        ("وفق § 81 SGB III تمويل", "§ 81 SGB III"),
        ("هاتف 030 5550100 مساء", "030 5550100"),
        ("هاتف +49 30 123-456", "+49 30 123-456"),
        ("من 2016 إلى 2022", None),
        ("Tel. 030 5550100, § 14 BQFG", None),
    ],
)
def test_citations_and_telephone_numbers_are_held(words: str, held: str | None) -> None:
    expected = words.replace(held, f"\u2066{held}\u2069") if held else words
    assert hold_order(words) == expected
