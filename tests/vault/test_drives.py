from __future__ import annotations

from pathlib import Path

import pytest

from contactbook.vault import drives
from contactbook.vault.drives import is_network, kind_of_mount

TABLE = r"""22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:26 / /home/ada/office\040files rw shared:12 - cifs //nas/office rw,vers=3.0
31 22 0:27 / /srv rw - nfs4 nas:/srv rw
32 31 0:28 / /srv/local rw - xfs /dev/sdb1 rw
33 22 0:29 / /mnt rw - nfs nas:/mnt rw
34 33 0:30 / /mnt rw - btrfs /dev/sdc1 rw
35 22 0:31 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
broken line
"""


@pytest.mark.parametrize(
    ("folder", "kind", "network"),
    [
        ("/home/ada", "ext4", False),
        ("/home/ada/office files/books", "cifs", True),
        ("/srv/books", "nfs4", True),
        ("/srv/local/books", "xfs", False),
        ("/srvother", "ext4", False),
        ("/mnt/books", "btrfs", False),
        ("/run/user/1000/gvfs/smb-share", "fuse.gvfsd-fuse", True),
    ],
)
def test_the_mount_that_holds_a_folder_decides(
    folder: str, kind: str, network: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert kind_of_mount(TABLE, Path(folder)) == kind
    table = tmp_path / "mountinfo"
    table.write_text(TABLE)
    monkeypatch.setattr(drives.sys, "platform", "linux")
    monkeypatch.setattr(drives, "_MOUNTS", table)
    monkeypatch.setattr(Path, "resolve", lambda path: path)
    assert is_network(Path(folder)) is network


def test_a_system_that_does_not_tell_counts_as_local(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drives, "_MOUNTS", tmp_path / "no such table")
    monkeypatch.setattr(drives.sys, "platform", "linux")
    assert is_network(tmp_path) is False
    assert kind_of_mount("", tmp_path) == ""
