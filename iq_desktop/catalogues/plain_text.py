"""Turns what providers paste into a field (HTML, wiki marks) into plain text."""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser
from typing import Final

_BREAKING: Final = frozenset(
    {"p", "br", "div", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "section", "dd", "dt"}
)
_SILENT: Final = frozenset({"script", "style", "head", "title"})
_HEADING_MARK: Final = re.compile(r"^!(?=\w)", re.MULTILINE)
_INVISIBLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\u200b\ufeff\u00ad]")
_SPACES: Final = re.compile(r"[^\S\n]+")
_AROUND_BREAK: Final = re.compile(r" ?\n ?")
_MANY_BREAKS: Final = re.compile(r"\n{3,}")


def make_plain(words: str) -> str:
    """Return text without HTML, with its paragraphs and lists as lines."""
    text = words.replace("\r\n", "\n").replace("\r", "\n")
    if "<" in text or "&" in text:
        text = _without_html(text)
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    text = _AROUND_BREAK.sub("\n", _SPACES.sub(" ", text))
    return _HEADING_MARK.sub("", _MANY_BREAKS.sub("\n\n", text)).strip()


def make_line(words: str) -> str:
    """Return text without HTML on one line."""
    return " ".join(make_plain(words).split())


def _without_html(text: str) -> str:
    reader = _PlainText()
    reader.feed(text)
    reader.close()
    return "".join(reader.parts)


class _PlainText(HTMLParser):
    """Collects the text between tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line where the tag does."""
        del attrs
        if tag in _SILENT:
            self._silent += 1
        elif tag == "li":
            self.parts.append("\n• ")
        elif tag in _BREAKING:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a line where the tag does."""
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _BREAKING and tag != "br":
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        if not self._silent:
            self.parts.append(data)
