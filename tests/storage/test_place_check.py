"""Where a vault is not safe is recognised before anything is written, and said with what to do."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.storage import place_check
from iq_desktop.storage.place_check import (
    Ground,
    LinuxSurroundings,
    Place,
    UnsafePlaceError,
    WindowsSurroundings,
    check_ground,
    check_new_ground,
    look_at_place,
)
from iq_desktop.storage.vault import open_vault
from iq_desktop.storage.vault_making import create_vault
from iq_desktop.wording.text import NOTHING
from tests.support.vaults import ADVISER, PASSWORD, MadeVault

if TYPE_CHECKING:
    from collections.abc import Mapping

MOUNTS = """\
/dev/sda2 / ext4 rw,relatime 0 0
//server/share /media/share cifs rw 0 0
server:/export /media/nfs nfs4 rw 0 0
/dev/sdb1 /media/nfs/stick vfat rw 0 0
user@host:/ /srv/x/far\\040away fuse.sshfs rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
/dev/fuse /srv/x/disk fuse.ntfs-3g rw 0 0
broken line
"""


@pytest.fixture
def linux(tmp_path: Path) -> LinuxSurroundings:
    (tmp_path / "mounts").write_text(MOUNTS, "utf-8")
    return LinuxSurroundings(tmp_path / "mounts")


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("/media/share/IQ", "cifs"),
        ("/media/share", "cifs"),
        ("/media/nfs/a/b", "nfs4"),
        ("/srv/x/far away/IQ", "fuse.sshfs"),
        ("/run/user/1000/gvfs/smb-share:server=a/IQ", "fuse.gvfsd-fuse"),
    ],
)
def test_a_network_folder_is_recognised(linux: LinuxSurroundings, folder: str, name: str) -> None:
    assert look_at_place(Path(folder), linux) == Place(Ground.NETWORK, name)
    for check in (check_ground, check_new_ground):
        with pytest.raises(UnsafePlaceError) as caught:
            check(Path(folder), linux)
        assert caught.value.advice != NOTHING


@pytest.mark.parametrize(
    "folder", ["/media/nfs/stick/IQ", "/srv/x/IQ", "/srv/x/disk/IQ", "/media/shared", "/srv/y/far away", "/"]
)
def test_an_own_disk_is_one(linux: LinuxSurroundings, folder: str) -> None:
    assert look_at_place(Path(folder), linux).ground is Ground.OWN_DISK
    check_new_ground(Path(folder), linux)


def test_without_a_table_of_mounts_nothing_is_claimed(tmp_path: Path) -> None:
    assert LinuxSurroundings(tmp_path / "none").network_name(Path("/x")) == ""


@pytest.mark.parametrize(
    ("path", "kind", "name"),
    [
        (r"\\server\share\IQ", 0, "network"),
        (r"Z:\IQ", 4, "network"),
        (r"C:\IQ", 3, ""),
        (r"E:\IQ", 2, ""),
        (r"\\?\C:\IQ", 3, ""),
    ],
)
def test_windows_tells_shares_and_mapped_drives(
    monkeypatch: pytest.MonkeyPatch, path: str, kind: int, name: str
) -> None:
    monkeypatch.setattr(place_check, "PurePath", PureWindowsPath)
    monkeypatch.setattr(place_check, "_drive_kind", lambda _anchor: kind)
    seen: Any = PureWindowsPath(path)
    assert WindowsSurroundings().network_name(seen) == name


def test_windows_is_asked_for_the_folders_of_onedrive(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path))
    assert WindowsSurroundings().cloud_roots() == {tmp_path: "OneDrive"}


class Somewhere:
    """An own disk with a folder that is known to be synchronised."""

    def __init__(self, roots: Mapping[Path, str]) -> None:
        self.roots = roots

    def network_name(self, path: Path) -> str:
        del path
        return ""

    def cloud_roots(self) -> Mapping[Path, str]:
        return self.roots


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("OneDrive - Stadt Köln/IQ", "OneDrive"),
        ("Dropbox/a/b", "Dropbox"),
        ("Nextcloud2/IQ", "Nextcloud"),
        ("Google Drive/IQ", "Google Drive"),
        ("iCloudDrive/IQ", "iCloud"),
        ("Mobile Documents/com~apple~CloudDocs/IQ", "iCloud"),
        ("Seafile/IQ", "Seafile"),
    ],
)
def test_a_folder_called_like_a_cloud_is_one(tmp_path: Path, folder: str, name: str) -> None:
    assert look_at_place(tmp_path / folder, Somewhere({})) == Place(Ground.CLOUD, name)
    with pytest.raises(UnsafePlaceError) as caught:
        check_new_ground(tmp_path / folder, Somewhere({}))
    assert dict(caught.value.text.values) == {"name": name}
    check_ground(tmp_path / folder, Somewhere({}))  # a guess locks nobody out


@pytest.mark.parametrize("folder", ["Dropboxen", "Nextcloudia", "Megan", "Unterlagen/IQ"])
def test_a_name_that_only_begins_so_is_none(tmp_path: Path, folder: str) -> None:
    assert look_at_place(tmp_path / folder, Somewhere({})).ground is Ground.OWN_DISK


@pytest.mark.parametrize(
    ("mark", "name"),
    [(".sync_1a2b.db", "Nextcloud"), (".dropbox", "Dropbox"), (".stfolder", "Syncthing"), (".seafile-data", "Seafile")],
)
def test_a_renamed_cloud_folder_is_told_by_its_mark(tmp_path: Path, mark: str, name: str) -> None:
    (tmp_path / mark).touch()
    assert look_at_place(tmp_path / "a" / "IQ", Somewhere({})) == Place(Ground.CLOUD, name)


def test_a_root_that_the_system_names_is_a_cloud(tmp_path: Path) -> None:
    roots = {tmp_path / "Firma": "OneDrive"}
    assert look_at_place(tmp_path / "Firma" / "IQ", Somewhere(roots)) == Place(Ground.CLOUD, "OneDrive")


def test_no_vault_is_made_in_a_cloud_folder_and_nothing_is_left_there(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    with pytest.raises(UnsafePlaceError):
        create_vault(tmp_path / "Dropbox" / "IQ", [ADVISER])
    assert list((tmp_path / "Dropbox").iterdir()) == []


def test_a_vault_on_a_network_is_not_opened_and_stays_as_it_is(
    made_vault: MadeVault, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "mounts").write_text(f"//server/share {made_vault.folder.parent} cifs rw 0 0\n", "utf-8")
    monkeypatch.setattr(place_check, "these_surroundings", lambda: LinuxSurroundings(tmp_path / "mounts"))
    before = sorted(path.name for path in made_vault.folder.iterdir())
    with pytest.raises(UnsafePlaceError):
        open_vault(made_vault.folder, ADVISER.name, PASSWORD)
    assert sorted(path.name for path in made_vault.folder.iterdir()) == before
