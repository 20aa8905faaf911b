"""Keys under which the words of a catalogue are found: folded, with and without the sign of an umlaut."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from iq_desktop.storage.name_keys import fold

_ENDING: Final = re.compile(r"(?:innen|en|er|es|em|in|e|n|s)$")
_SHORTEST_STEM: Final = 5
_UMLAUT: Final = str.maketrans("äöü", "aou")
EMPTY_WORDS: Final = frozenset(
    """
    der die das den dem des ein eine einer eines einem einen und oder von vom zu zum zur im in ins an am auf aus bei
    beim mit nach ueber unter fuer gegen ohne um durch als wie auch sowie sich nicht bzw the a of and or for with to on
    anwenden verwenden durchfuehren ausfuehren befolgen einhalten ueberwachen ueberpruefen sicherstellen gewaehrleisten
    bereitstellen unterstuetzen leiten verwalten bearbeiten erstellen entwickeln vorbereiten kontrollieren umgehen
    beherrschen nutzen benutzen bedienen beachten einsetzen umsetzen foerdern verschiedene verschiedenen allgemeine
    allgemeinen entsprechend entsprechende arbeiten arbeit taetigkeiten
    """.split()
)
"""Words that say nothing about a course: those that only join others, and the verbs with which skills are named."""


@lru_cache(maxsize=4096)
def fold_both(text: str) -> str:
    """Return a text folded with ä as ae, followed by its words with ä as a where they differ."""
    folded = fold(text)
    if folded.isascii() and not _has_umlaut(text):
        return folded
    bare = fold(unicodedata.normalize("NFC", text).lower().translate(_UMLAUT))
    known = set(folded.split())
    further = [word for word in dict.fromkeys(bare.split()) if word not in known]
    return " ".join([folded, *further]) if further else folded


def unique_words(text: str) -> str:
    """Return every folded word of a text once."""
    return " ".join(dict.fromkeys(fold_both(text).split()))


def telling_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a question that say something, each once, or all where none does."""
    words = tuple(dict.fromkeys(fold(text).split()))
    return tuple(word for word in words if word not in EMPTY_WORDS) or words


def stem_of(word: str) -> str:
    """Return a German word without its ending, where enough of it stays (“schweissen”, “schweisser”: “schweiss”)."""
    stem = _ENDING.sub("", word)
    return stem if len(stem) >= _SHORTEST_STEM else word


def quoted(word: str) -> str:
    """Return a word as a string of the full-text query language."""
    return '"' + word.replace('"', '""') + '"'


def _has_umlaut(text: str) -> bool:
    return any(letter in "äöüÄÖÜ" for letter in unicodedata.normalize("NFC", text))
