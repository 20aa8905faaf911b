"""The source file of one language (.po), with the header that names its reviewer, which Babel alone would drop."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, PoFileParser, write_po

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_REVIEW_HEADER: Final = "X-Reviewed-By"
_HEADER_NAMES: Final = ("Project-Id-Version", "Language", "Plural-Forms", "MIME-Version", "Content-Type")
_WIDTH: Final = 120


class SourceFile(Catalog):
    """The messages of a language as translators see them."""

    reviewed_by = ""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The headers: those that say something, none that changes with the day, and the reviewer."""
        headers = {name: value.strip() for name, value in self._get_mime_headers()}
        headers["Content-Transfer-Encoding"] = "8bit"
        kept = [(name, headers[name]) for name in (*_HEADER_NAMES, "Content-Transfer-Encoding") if name in headers]
        return [*kept, (_REVIEW_HEADER, f"{self.reviewed_by}\n")]

    @mime_headers.setter
    def mime_headers(self, headers: Iterable[tuple[str, str]]) -> None:
        known = list(headers)
        self._set_mime_headers(known)
        self.reviewed_by = dict(known).get(_REVIEW_HEADER, "").strip()


def read_source(path: Path) -> SourceFile:
    """Return the source file of the language that its name tells. Raises ValueError where it is broken."""
    source = SourceFile(locale=path.stem, project="iq-desktop", version="0", charset="utf-8")
    with path.open("rb") as lines:
        try:
            PoFileParser(source, ignore_obsolete=True, abort_invalid=True).parse(lines)
        except PoFileError as error:
            raise ValueError(str(error)) from error
    return source


def write_source(source: SourceFile, path: Path) -> None:
    """Write the source file in the order of the messages, so that two people's additions seldom meet."""
    text = io.BytesIO()
    write_po(text, source, width=_WIDTH, sort_output=True, ignore_obsolete=True, include_lineno=False)
    path.write_bytes(text.getvalue())


def compile_source(path: Path) -> bytes:
    """Return the source file as a compiled catalogue (.mo)."""
    compiled = io.BytesIO()
    write_mo(compiled, read_source(path))
    return compiled.getvalue()
