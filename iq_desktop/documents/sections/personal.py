"""Who it is about: the head of a document and the facts of the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.documents.blocks import Facts, Heading, Typed, Words
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.documents.blocks import Block
    from iq_desktop.documents.occasion import Occasion
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.client import Client


def head_lines(case: CaseFile, occasion: Occasion, *, with_person: bool = True) -> tuple[Words, ...]:
    """Return the lines below the title: the person where wanted, the case with the day, and the adviser.

    The centre is told by the head of its letters.
    """
    name = person_name(case.client)
    lines: list[Words] = [name] if name.words and with_person else []
    lines.append(say("Case {number}, {day}", number=case.number, day=occasion.day))
    if occasion.adviser.name:
        lines.append(say("Counselling: {name}", name=occasion.adviser.name))
    return tuple(lines)


def person_name(client: Client) -> Typed:
    """Return the name as it is said, with the own script for the client's side."""
    return Typed(client.spoken_name, say("Name"), client.own_script_name)


def address_words(client: Client) -> str:
    """Return the address in one line, without what is not known."""
    town = " ".join(part for part in (client.postal_code, client.place) if part)
    return ", ".join(part for part in (client.street, town) if part)


def personal_section(case: CaseFile) -> Iterator[Block]:
    """Yield the facts of the person that are known."""
    client = case.client
    rows: list[tuple[Words, Words]] = []
    _add(rows, say("Name"), client.spoken_name, client.own_script_name)
    _add(rows, say("Former names"), client.former_names)
    if client.birth:
        rows.append((say("Date of birth"), client.birth.text()))
    _add(rows, say("Place of residence"), " ".join(part for part in (client.postal_code, client.place) if part))
    if rows:
        yield Heading(say("Person"))
        yield Facts(tuple(rows))


def _add(rows: list[tuple[Words, Words]], label: Text, words: str, own_words: str = "") -> None:
    if words:
        rows.append((label, Typed(words, label, own_words)))
