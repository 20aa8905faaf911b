"""Reads the law beside the project: sections, paragraphs (Absätze), sentences, numbers, as one cites them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.domain.rule import Cite

_ITEM: Final = re.compile(r"^(\d+[a-z]?\.|[a-z]{1,2}\))\s")
_END: Final = re.compile(r"[.!?][“”)]?$")
_SHORT: Final = re.compile(r"\b(Abs|Nr|Art|S|Buchst|bzw|ggf|vgl|z|B|BGBl|I|V|m)\.$")
_ORDINAL: Final = re.compile(r"\b\d{1,3}\.$")
_MONTHS: Final = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()


class NoSuchPlace(AssertionError):  # noqa: N818  (a name that says what happened)
    """A place that is cited is not in the law, or other words stand there."""


def check_cite(folder: Path, cite: Cite) -> None:
    """Raise NoSuchPlace where a place that is cited does not exist, or its words do not stand there."""
    section = _section(folder, cite.law, cite.section)
    where = _paragraph(section, cite)
    if cite.sentence:
        found = sentences(where)
        if len(found) < int(cite.sentence):
            raise NoSuchPlace(f"{cite.place}: there are only {len(found)} sentences")
        where = found[int(cite.sentence) - 1]
    if cite.number:
        where = _numbered(where, cite)
    if cite.letter and not re.search(rf"(^|\s){re.escape(cite.letter)}\) ", where):
        raise NoSuchPlace(f"{cite.place}: there is no such letter")
    for words in cite.words.split(" … "):
        if _flat(words) not in _flat(where):
            raise NoSuchPlace(f"{cite.place}: “{words}” does not stand there")


def sentences(text: str) -> list[str]:
    """Return the sentences of a paragraph; an enumeration belongs to the sentence that it stands in."""
    found: list[str] = []
    is_open = False
    for block in re.split(r"\n\s*\n", re.sub(r"\(\+\+\+.*?\+\+\+\)", "", text, flags=re.DOTALL)):
        words = _flat(block)
        if not words:
            continue
        if found and _ITEM.match(words):
            found[-1] += f"\n{words}"
            is_open = not _END.search(words)
            continue
        parts = _split(words)
        if is_open and found:
            found[-1] += f"\n{parts.pop(0)}"
        found += parts
        is_open = not _END.search(found[-1])
    return found


def _split(text: str) -> list[str]:
    found, begun = [], ""
    words = text.split(" ")
    for at, word in enumerate(words):
        begun = f"{begun} {word}".strip()
        following = words[at + 1] if at + 1 < len(words) else ""
        if _END.search(word) and not _is_short(word, following):
            found.append(begun)
            begun = ""
    return [*found, begun] if begun else found


def _is_short(word: str, following: str) -> bool:
    """Return whether the full stop belongs to an abbreviation, a day or an ordinal, and ends no sentence."""
    if _ORDINAL.search(word):
        return bool(following) and (following in _MONTHS or following[0].islower() or following.startswith("Lebensj"))
    return bool(_SHORT.search(word))


def _paragraph(section: str, cite: Cite) -> str:
    parts = re.split(r"^\((\d+[a-z]?)\) ", section, flags=re.MULTILINE)
    if not cite.paragraph:
        if cite.sentence and len(parts) > 1:
            raise NoSuchPlace(f"{cite.place}: the section has paragraphs, one must be cited")
        return section
    known = dict(zip(parts[1::2], parts[2::2], strict=True))
    if cite.paragraph not in known:
        raise NoSuchPlace(f"{cite.place}: there is no such paragraph")
    return known[cite.paragraph]


def _numbered(where: str, cite: Cite) -> str:
    """Return a numbered part with the head of its sentence, whose words belong to it."""
    match = re.search(rf"(?:^|\n)\s*{re.escape(cite.number)}\.\s(.*?)(?=\n\s*\d+[a-z]?\.\s|\Z)", where, re.DOTALL)
    if match is None:
        raise NoSuchPlace(f"{cite.place}: there is no such number")
    return f"{where.partition(chr(10))[0]} {match.group(1)}"


@cache
def _section(folder: Path, law: str, number: str) -> str:
    file = folder / f"{law}.md"
    if not file.is_file():
        raise NoSuchPlace(f"there is no law “{law}”")
    head = re.escape(number if number.startswith("Anlage") else f"§ {number}")
    match = re.search(
        rf"^# {head}(?: –[^\n]*)?\n(.*?)(?=^# |\Z)", file.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    if match is None:
        raise NoSuchPlace(f"§ {number} {law}: there is no such section")
    return match.group(1)


def _flat(text: str) -> str:
    return " ".join(text.split())
