r"""Collects the texts of the program and keeps the catalogues of translations complete.

    python packaging/translations.py compile            .po -> .mo where the source is newer
    python packaging/translations.py update             bring every .po up to date with the code
    python packaging/translations.py merge de NEW.tsv …  fill in lines of English<TAB>translation
    python packaging/translations.py missing            tell what is not translated

In a .tsv file `\n` is a line break. A text that depends on a number has one line whose first column is its singular
and whose further columns are its forms in the order of the catalogue; or, for languages with two forms, one line for
the singular and one for the plural.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from string import Formatter
from typing import Final

PROJECT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from babel.messages.extract import extract  # noqa: E402  (after the path)

from iq_desktop.wording.languages import PAPER_LANGUAGES  # noqa: E402  (after the path)
from iq_desktop.wording.source_file import SourceFile, compile_source, read_source, write_source  # noqa: E402  (same)

FOLDER: Final = PROJECT / "translations"
LANGUAGES: Final = ("de", *PAPER_LANGUAGES)
CLIENT_ROOMS: Final = ("domain", "forms", "documents")
"""Rooms whose texts a client may read."""

PLURALS: Final = {
    "de": "nplurals=2; plural=(n != 1);",
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
    "tr": "nplurals=2; plural=(n != 1);",
    "uk": ("nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"),
}
"""Written out, because Babel's own header for Arabic swaps its last two forms."""


@dataclass(frozen=True, slots=True)
class Message:
    """A text in the code: its English, its English plural where it counts, and the files it stands in."""

    text: str
    plural: str | None
    places: frozenset[str]

    @property
    def is_for_clients(self) -> bool:
        """Whether a client may read it."""
        return any(place.split("/")[1] in CLIENT_ROOMS for place in self.places)


def extracted(package: Path = PROJECT / "iq_desktop") -> dict[str, Message]:
    """Return every message of the code by its English text."""
    found: dict[str, Message] = {}
    for path in sorted(package.rglob("*.py")):
        place = path.relative_to(package.parent).as_posix()
        source = BytesIO(path.read_bytes())
        for _line, words, _comments, _context in extract("python", source, {"say": None, "say_count": (1, 2)}):
            text, plural = words if isinstance(words, tuple) else (words, None)
            if not text:
                continue
            earlier = found.get(text)
            places = frozenset({place}) | (earlier.places if earlier else frozenset())
            found[text] = Message(text, plural or (earlier.plural if earlier else None), places)
    return found


def placeholders(text: str) -> frozenset[str]:
    """Return the names in braces. Raises ValueError where braces do not match."""
    return frozenset(name for _words, name, _form, _conversion in Formatter().parse(text) if name is not None)


def forms(source: SourceFile, message: Message) -> tuple[str, ...]:
    """Return the translations of a message, empty where it has none."""
    entry = source.get(message.text)
    if entry is None or entry.fuzzy or not entry.string:
        return ()
    every = (entry.string,) if isinstance(entry.string, str) else tuple(entry.string)
    return every if all(every) else ()


def missing(source: SourceFile, messages: dict[str, Message]) -> list[str]:
    """Return the English of the messages that a language does not have; bare values need no translation."""
    return [text for text, message in messages.items() if has_words(text) and not forms(source, message)]


def has_words(text: str) -> bool:
    """Return whether there is more to a message than its values."""
    return any(character.isalpha() for words, *_value in Formatter().parse(text) for character in words)


def update(code: str, messages: dict[str, Message], folder: Path = FOLDER) -> SourceFile:
    """Return the source file of a language with exactly the messages of the code, its translations kept."""
    path = folder / f"{code}.po"
    old = read_source(path) if path.exists() else SourceFile(locale=code, project="iq-desktop", version="0")
    new = SourceFile(locale=code, project="iq-desktop", version="0", charset="utf-8")
    new.fuzzy = False
    new.header_comment = f"# IQ Desktop: the texts in “{code}”; X-Reviewed-By tells who checked them, and when."
    new.mime_headers = [("Plural-Forms", PLURALS[code]), ("X-Reviewed-By", old.reviewed_by)]
    for text, message in messages.items():
        places = [(place, 0) for place in sorted(message.places)]
        known = forms(old, message)
        if message.plural is None:
            new.add(text, known[0] if known else "", places)
        else:
            given = known if len(known) == new.num_plurals else ("",) * new.num_plurals
            new.add((text, message.plural), given, places)
    return new


def read_table(path: Path) -> dict[str, tuple[str, ...]]:
    """Return the translations of a .tsv file by their English."""
    rows: dict[str, tuple[str, ...]] = {}
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip():
            continue
        first, *rest = (cell.replace("\\n", "\n") for cell in line.split("\t"))
        if not rest or not all(rest):
            raise ValueError(f"{path.name}, line {number}: English<TAB>translation is expected")
        rows[first] = tuple(rest)
    return rows


def merge(source: SourceFile, messages: dict[str, Message], rows: dict[str, tuple[str, ...]]) -> list[str]:
    """Fill translations in and return the English of those rows that the code does not know."""
    unknown = set(rows)
    for text, message in messages.items():
        given = _forms_in(rows, message, source.num_plurals)
        unknown -= {text, message.plural or text}
        entry = source.get(text)
        if given and entry is not None:
            entry.string = given[0] if message.plural is None else given
    return sorted(unknown)


def _forms_in(rows: dict[str, tuple[str, ...]], message: Message, count: int) -> tuple[str, ...]:
    first = rows.get(message.text, ())
    if message.plural is None:
        return first[:1]
    if len(first) == count:
        return first
    second = rows.get(message.plural, ())
    return (first[0], second[0]) if first and second and count == len(("one", "many")) else ()


def run_compile() -> int:
    """Compile each source file that is newer than its compiled one."""
    for path in sorted(FOLDER.glob("*.po")):
        target = path.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < path.stat().st_mtime:
            fresh = target.with_suffix(f".{os.getpid()}")
            fresh.write_bytes(compile_source(path))
            fresh.replace(target)
    return 0


def run_update(code: str | None = None, tables: list[Path] | None = None) -> int:
    """Bring the source files up to date, with new translations for one language where there are some."""
    messages = extracted()
    for each in LANGUAGES:
        source = update(each, messages)
        if each == code:
            for table in tables or []:
                unknown = merge(source, messages, read_table(table))
                print(f"{each}: {table.name}: {len(unknown)} texts are not in the code", *unknown, sep="\n    ")
        write_source(source, FOLDER / f"{each}.po")
    return run_missing()


def run_missing() -> int:
    """Tell what is not translated: everything for advisers' languages, what clients read for theirs."""
    messages = extracted()
    for each in LANGUAGES:
        wanted = messages if each == "de" else {text: one for text, one in messages.items() if one.is_for_clients}
        absent = missing(read_source(FOLDER / f"{each}.po"), wanted)
        print(f"{each}: {len(wanted) - len(absent)} of {len(wanted)}", *absent, sep="\n    ")
    return 0


def main(arguments: list[str]) -> int:
    """Carry out one command."""
    match arguments:
        case ["compile"]:
            return run_compile()
        case ["update"]:
            return run_update()
        case ["merge", code, *tables] if code in LANGUAGES and tables:
            return run_update(code, [Path(table) for table in tables])
        case ["missing"]:
            return run_missing()
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
