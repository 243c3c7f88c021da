"""Whether a folder lies on another computer, where SQLite's write-ahead log cannot be shared."""

from __future__ import annotations

import re
import sys
from pathlib import Path

_MOUNTS = Path("/proc/self/mountinfo")
_REMOTE_WINDOWS_DRIVE = 4
_NETWORK = re.compile(
    r"nfs\d?|cifs|smb\w*|afs|ncpfs|9p|ceph|glusterfs|lustre|gfs2|fuse\..*(ssh|dav|smb|nfs|gvfs|rclone).*"
)
_ESCAPE = re.compile(r"\\([0-7]{3})")


def is_network(folder: Path) -> bool:
    """Whether a folder is a network share, as far as the system tells (Linux and Windows do)."""
    folder = folder.resolve()
    if sys.platform == "win32":
        import ctypes

        drive = folder.drive
        if drive.startswith("\\\\"):
            return True
        return ctypes.windll.kernel32.GetDriveTypeW(drive + "\\") == _REMOTE_WINDOWS_DRIVE
    try:
        table = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    return _NETWORK.fullmatch(kind_of_mount(table, folder)) is not None


def kind_of_mount(table: str, folder: Path) -> str:
    """The kind of file system a folder lies on.

    Args:
        table: text of /proc/self/mountinfo (https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html).
        folder: an absolute path without links.

    Returns:
        Its name ("ext4", "nfs4"), "" when nothing in the table holds the folder.
    """
    kind, longest = "", -1
    for line in table.splitlines():
        before, _, after = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) < 5 or not after:
            continue
        point = Path(_ESCAPE.sub(lambda match: chr(int(match[1], 8)), fields[4]))
        # A later mount on the same point hides the earlier one.
        if folder.is_relative_to(point) and len(point.parts) >= longest:
            kind, longest = after.split(" ")[0], len(point.parts)
    return kind
