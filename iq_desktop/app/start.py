"""The commands of the program: the window itself, the demo centre, checks, imports, a new key, backup and return."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from iq_desktop import __version__

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; without a command the window opens."""
    words = sys.argv[1:] if arguments is None else arguments
    if not words:
        return _open_window(None, "")
    wish = _parser().parse_args(words)
    return _look_at_scan(wish.ending) if wish.command == "look-at-scan" else _run_command(wish)


def _run_command(wish: argparse.Namespace) -> int:
    match wish.command:
        case "demo":
            from iq_desktop.app.demo import run_demo  # noqa: PLC0415  (each command loads only what it needs)

            code = run_demo(wish.out, wish.catalogues)
        case "self-check":
            from iq_desktop.app.self_check import run_self_check  # noqa: PLC0415  (see above)

            code = run_self_check()
        case "import":
            from iq_desktop.app.import_command import run_import  # noqa: PLC0415  (see above)

            code = run_import(wish.paths, wish.vault, wish.adviser, wish.password_fd)
        case "verify":
            from iq_desktop.app.verify_command import run_verify  # noqa: PLC0415  (see above)

            code = run_verify(wish.folder, wish.adviser, wish.password_fd)
        case "journal":
            from iq_desktop.app.journal_command import run_journal_verify  # noqa: PLC0415  (see above)

            code = run_journal_verify(wish.folder, wish.adviser, wish.password_fd)
        case "backup":
            from iq_desktop.app.backup_command import run_backup  # noqa: PLC0415  (see above)

            code = run_backup(wish.folder, wish.to, wish.adviser, wish.password_fd)
        case "restore":
            from iq_desktop.app.restore_command import run_restore  # noqa: PLC0415  (see above)

            code = run_restore(wish.file, wish.vault, wish.adviser, wish.password_fd, code=wish.code)
        case "rekey":
            from iq_desktop.app.rekey_command import run_rekey  # noqa: PLC0415  (see above)

            code = run_rekey(wish.folder, wish.adviser, wish.password_fd)
        case "pack":
            from iq_desktop.app.pack_command import run_pack  # noqa: PLC0415  (see above)

            code = run_pack(wish)
        case _:
            code = _open_window(wish.vault, wish.return_to)
    return code


def _look_at_scan(ending: str) -> int:
    from iq_desktop.app.scan_command import run_look  # noqa: PLC0415  (see above)

    return run_look(ending)


def _open_window(vault: Path | None, return_to: str) -> int:
    from iq_desktop.app.before_window import load_qt, prepare_door, tidy_up_later  # noqa: PLC0415  (see above)

    tidy_up_later()
    door = prepare_door(vault)
    load_qt()
    from iq_desktop.app.window_command import run_window  # noqa: PLC0415  (after Qt)

    return run_window(door, return_to)


def _parser() -> argparse.ArgumentParser:
    import argparse  # noqa: PLC0415  (who opens the window from the desktop writes no arguments)

    parser = argparse.ArgumentParser(prog="iq-desktop", description="Counselling, recognition and referral, offline.")
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument("--vault", type=Path, help="folder of the vault")
    parser.add_argument("--return-to", default="", help=argparse.SUPPRESS)  # set by the program after locking
    commands = parser.add_subparsers(dest="command")
    demo = commands.add_parser("demo", help="open the program with a demo centre of invented clients")
    demo.add_argument("--out", type=Path, help="drive the windows unseen and leave PDFs and screenshots here")
    demo.add_argument("--catalogues", type=Path, help="folder of catalogues to take in (default: found by itself)")
    commands.add_parser("self-check", help="check engine, fonts, packs and one PDF per language")
    take_in = commands.add_parser("import", help="take catalogues into a vault")
    take_in.add_argument("paths", nargs="+", type=Path, help="files or folders of ESCO, KldB, places, open-Qcat")
    take_in.add_argument("--vault", type=Path, default=argparse.SUPPRESS, help="folder of the vault")
    take_in.add_argument("--adviser", help="name of the adviser, where there are several")
    take_in.add_argument("--password-fd", type=int, help="read the password from this file descriptor")
    verify = commands.add_parser("verify", help="check every page, table and entry of a vault")
    verify.add_argument("folder", type=Path, metavar="VAULT", help="folder of the vault")
    verify.add_argument("--adviser", help="name of the adviser, where there are several")
    verify.add_argument("--password-fd", type=int, help="read the password from this file descriptor")
    _add_journal(commands)
    rekey = commands.add_parser("rekey", help="encrypt a vault with a new key; passwords and codes stay")
    rekey.add_argument("folder", type=Path, metavar="VAULT", help="folder of the vault")
    rekey.add_argument("--adviser", help="name of the adviser, where there are several")
    rekey.add_argument("--password-fd", type=int, help="read the password from this file descriptor")
    _add_backups(commands)
    _add_packs(commands)
    look = commands.add_parser("look-at-scan", help=argparse.SUPPRESS)  # started by the program for each file
    look.add_argument("--ending", default="")
    return parser


def _add_backups(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    import argparse  # noqa: PLC0415  (see `_parser`)

    backup = commands.add_parser("backup", help="make a backup of a vault and prove it")
    backup.add_argument("folder", type=Path, metavar="VAULT", help="folder of the vault")
    backup.add_argument("--to", type=Path, metavar="FOLDER", help="copy the backup here as well")
    backup.add_argument("--adviser", help="name of the adviser, where there are several")
    backup.add_argument("--password-fd", type=int, help="read the password from this file descriptor")
    restore = commands.add_parser("restore", help="make a vault of a backup; a living vault is never overwritten")
    restore.add_argument("file", type=Path, metavar="FILE", help="the backup")
    restore.add_argument("--vault", type=Path, default=argparse.SUPPRESS, help="folder of the vault that comes back")
    restore.add_argument("--code", action="store_true", help="ask for the recovery code instead of a password")
    restore.add_argument("--adviser", help="name of the adviser, where there are several")
    restore.add_argument("--password-fd", type=int, help="read password or code from this file descriptor")


def _add_journal(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    journal = commands.add_parser("journal", help="check the journal of a vault, entry by entry")
    deeds = journal.add_subparsers(dest="deed", required=True)
    verify = deeds.add_parser("verify", help="is every entry what was written? Names the place where one is not")
    verify.add_argument("folder", type=Path, metavar="VAULT", help="folder of the vault")
    verify.add_argument("--adviser", help="name of the adviser, where there are several")
    verify.add_argument("--password-fd", type=int, help="read the password from this file descriptor")


def _add_packs(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    pack = commands.add_parser("pack", help="check and sign packs of instruments")
    deeds = pack.add_subparsers(dest="deed", required=True)
    check = deeds.add_parser("check", help="name every fault of a pack with its file and line")
    check.add_argument("path", type=Path, metavar="PACK", help="folder or file of the pack")
    seal = deeds.add_parser("seal", help="put a folder into one file and sign it")
    seal.add_argument("folder", type=Path, metavar="FOLDER", help="folder of the pack")
    seal.add_argument("--key", type=Path, required=True, metavar="KEYFILE", help="file with your private key")
    seal.add_argument("--out", type=Path, metavar="FILE", help="the signed file (default: CODE-VERSION.iqpack)")
    key = deeds.add_parser("key", help="make a new pair of keys; the private one goes into a file")
    key.add_argument("file", type=Path, metavar="KEYFILE", help="where the private key goes")


if __name__ == "__main__":
    sys.exit(main())
