"""A pack of an instrument on the disk: a folder, or one file that begins with its seal; both become one content.

The file `NAME.iqpack` has the seal in its first line, `{"iqpack": 1, "key": "…", "signature": "…"}` (only `iqpack`
where it is unsigned), and after the line break the content as JSON: `pack`, `texts` by language, `pictures` by name,
`audio` by language and key (base64). The signature is over exactly the bytes after the first line break.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.catalogues.strict_json import BrokenJsonError, read_json
from iq_desktop.usecases.instrument_ports import PackFault, RefusedPack, Seal
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from pathlib import Path

LARGEST: Final = 20 * 1024 * 1024
"""Bytes of a whole pack."""
_MOST_FILES: Final = 3_000
_FORMAT: Final = 1
_KEY: Final = re.compile(r"[0-9a-f]{64}")
_LONGEST_SEAL: Final = 400
_SIGNATURE_BYTES: Final = 64


@dataclass(frozen=True, slots=True)
class PackContent:
    """What a pack holds, not checked yet, and where each value stands: file and line by path."""

    content: Any
    lines: Mapping[str, tuple[str, int]]
    name: str

    def fault(self, place: str, what: Text, inner_line: int = 0) -> PackFault:
        """Return a fault at a path; where nothing stands there, the line of what is around it."""
        around = place
        while around and around not in self.lines:
            around = max(around.rpartition(".")[0], around.rpartition("[")[0], key=len)
        file, line = self.lines.get(around, (self.name, 0))
        is_picture = inner_line and file.endswith(".svg")
        return PackFault(file, inner_line if is_picture else line, place or "-", what)


@dataclass(frozen=True, slots=True)
class SealedContent:
    """The exact bytes of a content and their seal, as they lie in a file."""

    octets: bytes
    seal: Seal | None


def read_folder(folder: Path) -> PackContent:
    """Return what a folder holds; raises RefusedPack."""
    found = list(islice(folder.rglob("*"), _MOST_FILES + 1))
    files = sorted(path for path in found if path.is_file() and not path.is_symlink())
    if len(found) > _MOST_FILES or sum(path.stat().st_size for path in files) > LARGEST:
        raise _too_large(folder.name)
    content: dict[str, Any] = {"texts": {}, "pictures": {}, "audio": {}}
    lines: dict[str, tuple[str, int]] = {}
    for path in files:
        parts = path.relative_to(folder).parts
        match (*parts[:-1], path.suffix):
            case (".json",):
                _put_json(content, lines, "pack" if path.name == "pack.json" else path.name, path, parts)
            case "texts", ".json":
                _put_json(content["texts"], lines, f"texts.{path.stem}", path, parts)
            case "pictures", ".svg":
                content["pictures"][path.stem] = path.read_bytes().decode(errors="replace")
                lines[f"pictures.{path.stem}"] = "/".join(parts), 1
            case "audio", language, ".ogg" | ".wav":
                recordings = content["audio"].setdefault(language, {})
                recordings[path.stem] = base64.b64encode(path.read_bytes()).decode()
                lines[f"audio.{language}.{path.stem}"] = "/".join(parts), 0
            case _ if path.suffix != ".md":
                raise RefusedPack([PackFault("/".join(parts), 0, "-", say("does not belong into a pack"))])
    if "pack" not in content:
        raise RefusedPack([PackFault("pack.json", 0, "-", say("the file is missing"))])
    return PackContent(content, lines, folder.name)


def pack_folder(folder: Path) -> bytes:
    """Return the content of a folder as the exact bytes that are signed and put into one file; raises RefusedPack."""
    whole = {name: inner for name, inner in read_folder(folder).content.items() if inner}
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def read_file(path: Path) -> SealedContent:
    """Return the bytes of a pack in one file, and its seal; raises RefusedPack."""
    if path.stat().st_size > LARGEST:
        raise _too_large(path.name)
    head, _, octets = path.read_bytes().partition(b"\n")
    try:
        seal, _ = read_json(head[: _LONGEST_SEAL + 1])
    except BrokenJsonError:
        seal = None
    if not isinstance(seal, dict) or seal.get("iqpack") != _FORMAT or not octets:
        what = say("the file does not begin like a pack of an instrument")
        raise RefusedPack([PackFault(path.name, 1, "-", what)])
    if set(seal) == {"iqpack"}:
        return SealedContent(octets, None)
    return SealedContent(octets, _seal_from(seal, path.name))


def read_octets(octets: bytes, name: str) -> PackContent:
    """Return what the exact bytes of a content hold; raises RefusedPack."""
    if len(octets) > LARGEST:
        raise _too_large(name)
    try:
        content, lines = read_json(octets, first_line=2)
    except BrokenJsonError as error:
        raise RefusedPack([PackFault(name, error.line, "-", error.what)]) from None
    return PackContent(content, {place: (name, line) for place, line in lines.items()}, name)


def write_file(path: Path, octets: bytes, seal: Seal | None) -> None:
    """Write a pack as one file; an existing one is replaced."""
    head: dict[str, Any] = {"iqpack": _FORMAT}
    if seal is not None:
        head |= {"key": seal.key, "signature": base64.b64encode(seal.signature).decode()}
    path.write_bytes(json.dumps(head).encode() + b"\n" + octets)


def _seal_from(head: dict[str, Any], name: str) -> Seal:
    key, words = head.get("key"), head.get("signature")
    try:
        signature = base64.b64decode(words, validate=True) if isinstance(words, str) else b""
    except binascii.Error:
        signature = b""
    is_whole = set(head) == {"iqpack", "key", "signature"} and isinstance(key, str) and _KEY.fullmatch(key)
    if not is_whole or len(signature) != _SIGNATURE_BYTES:
        raise RefusedPack([PackFault(name, 1, "signature", say("the seal cannot be read"))])
    return Seal(str(key), signature)


def _put_json(
    into: dict[str, Any], lines: dict[str, tuple[str, int]], place: str, path: Path, parts: tuple[str, ...]
) -> None:
    file = "/".join(parts)
    try:
        value, found = read_json(path.read_bytes())
    except BrokenJsonError as error:
        raise RefusedPack([PackFault(file, error.line, "-", error.what)]) from None
    into[place.rpartition(".")[2] if place.startswith("texts.") else place] = value
    for inner, line in found.items():
        lines[f"{place}.{inner}" if inner and inner[0] != "[" else f"{place}{inner}"] = file, line


def _too_large(name: str) -> RefusedPack:
    return RefusedPack([PackFault(name, 0, "-", say("is larger than 20 MiB"))])
