"""The commands `iq-desktop pack …` for publishers of instruments: check a pack, seal it, make a key."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from iq_desktop.app.paths import find_paths
from iq_desktop.app.terminal import tell_problem
from iq_desktop.app.tongues import tongues_of
from iq_desktop.catalogues.instruments import PackFiles
from iq_desktop.catalogues.pack_files import write_file
from iq_desktop.storage.pack_seals import Ed25519Seals, new_signing_key, public_key_of, seal_content
from iq_desktop.usecases.instrument_ports import PackFault, RefusedPack
from iq_desktop.usecases.instruments import fingerprint_of, wrong_signature
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import LanguageName, Text, joined, say

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from iq_desktop.domain.instrument import Instrument
    from iq_desktop.usecases.instrument_ports import PackFile
    from iq_desktop.wording.tongue import Tongue

SOUND, BROKEN, NOT_DONE = 0, 1, 2
SUFFIX: Final = ".iqpack"
_SIMPLE: Final = "de_simple"


def run_pack(wish: argparse.Namespace) -> int:
    """Do one of the deeds and return 0 where it is done, 1 where the pack is broken, 2 where it could not be done."""
    places = find_paths()
    tongue = tongues_of(places.translations)("de")
    reader = PackFiles(places.instruments)
    try:
        match wish.deed:
            case "check":
                _tell_pack(_checked(reader, wish.path), tongue)
            case "seal":
                _seal(reader, wish, tongue)
            case _:
                _make_key(wish.file, tongue)
    except RefusedPack as error:
        _tell_faults(error.faults, tongue)
        return BROKEN
    except IqError as error:
        tell_problem(error, tongue)
        return NOT_DONE
    return SOUND


def _checked(reader: PackFiles, path: Path) -> PackFile:
    pack = reader.open_pack(path)
    if pack.seal is not None and not Ed25519Seals().is_right(pack.seal, pack.content):
        raise wrong_signature(path.name)
    return pack


def _seal(reader: PackFiles, wish: argparse.Namespace, tongue: Tongue) -> None:
    pack = reader.open_pack(wish.folder)
    target = wish.out or Path(f"{pack.instrument.code}-{pack.instrument.version}{SUFFIX}")
    if target.exists():
        raise IqError(say("{file} is there already.", file=str(target)), say("Please choose another name."))
    try:
        private = wish.key.read_text(encoding="ascii").strip()
        seal = seal_content(private, pack.content)
    except (OSError, ValueError) as error:
        text = say("{file} holds no key that can sign.", file=str(wish.key))
        raise IqError(text, say("Make one: iq-desktop pack key FILE")) from error
    try:
        write_file(target, pack.content, seal)
    except OSError as error:
        raise IqError(say("{file} could not be written.", file=str(target))) from error
    _tell_pack(_checked(reader, target), tongue)


def _make_key(file: Path, tongue: Tongue) -> None:
    private = new_signing_key()
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        text = say("{file} is there already.", file=str(file))
        raise IqError(text, say("A key is never overwritten. Please choose another name.")) from error
    except OSError as error:
        raise IqError(say("{file} could not be written.", file=str(file))) from error
    with os.fdopen(descriptor, "w", encoding="ascii") as stream:
        stream.write(f"{private}\n")
    public = public_key_of(private)
    print(tongue.speak(say("Public key: {key}", key=public)))
    print(tongue.speak(say("Fingerprint: {fingerprint}", fingerprint=fingerprint_of(public))))
    print(tongue.speak(say("Keep the file {file} secret: whoever has it signs in your name.", file=str(file))))


def _tell_pack(pack: PackFile, tongue: Tongue) -> None:
    instrument = pack.instrument
    items = sum(len(section.items) for section in instrument.sections)
    print(f"{instrument.words('de', 'title')} ({instrument.name})")
    print(tongue.speak(say("Publisher: {name}", name=instrument.publisher.name)))
    print(tongue.speak(say("Questions: {items}, pictures: {pictures}", items=items, pictures=len(instrument.pictures))))
    print(tongue.speak(say("Languages: {languages}", languages=joined(_languages(instrument), by=", "))))
    if pack.seal is None:
        print(tongue.speak(say("Not signed")))
    else:
        print(tongue.speak(say("Signed, fingerprint {fingerprint}", fingerprint=fingerprint_of(pack.seal.key))))


def _languages(instrument: Instrument) -> Sequence[Text]:
    return [
        (say("{language} (reviewed)", language=_name(code)) if texts.is_reviewed else _name(code))
        for code, texts in instrument.texts.items()
    ]


def _name(code: str) -> Text:
    return say("Simple German") if code == _SIMPLE else say("{language}", language=LanguageName(code))


def _tell_faults(faults: Sequence[PackFault], tongue: Tongue) -> None:
    for fault in faults:
        print(tongue.speak(fault.text))
