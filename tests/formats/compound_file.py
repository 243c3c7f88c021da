"""Writes compound files ([MS-CFB], version 3), as small as a test needs them: folders of streams."""

from __future__ import annotations

import struct
from typing import Union

Folder = dict[str, Union[bytes, "Folder"]]

_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_FREE, _END, _FAT, _NOTHING = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_STORAGE, _STREAM, _ROOT = 1, 2, 5


class _Entry:
    def __init__(self, name: str, content: bytes | Folder) -> None:
        self.name, self.content = name, content
        self.kind = _STREAM if isinstance(content, bytes) else _STORAGE
        self.left = self.right = self.child = _NOTHING
        self.start, self.size = 0, len(content) if isinstance(content, bytes) else 0


def compound_file(folder: Folder) -> bytes:
    """The file with these streams (bytes) and folders of streams."""
    root = _Entry("Root Entry", folder)
    root.kind = _ROOT
    entries = [root]
    root.child = _place(entries, folder)
    mini, mini_fat = _mini_stream(entries)
    sectors: list[bytes] = []
    chain: list[int] = []

    def write(data: bytes) -> int:
        """The number of the first sector."""
        if not data:
            return _END
        first, pieces = len(sectors), -(-len(data) // _SECTOR)
        for each in range(pieces):
            sectors.append(data[each * _SECTOR : (each + 1) * _SECTOR].ljust(_SECTOR, b"\0"))
            chain.append(first + each + 1 if each + 1 < pieces else _END)
        return first

    for entry in entries:
        if isinstance(entry.content, bytes) and entry.size >= _CUTOFF:
            entry.start = write(entry.content)
    root.start, root.size = write(mini), len(mini)
    mini_fat_start = write(mini_fat)
    directory_start = write(b"".join(map(_directory_entry, entries)))
    fat_sectors = 1
    while (len(sectors) + fat_sectors) * 4 > fat_sectors * _SECTOR:
        fat_sectors += 1
    fat_start = len(sectors)
    chain += [_FAT] * fat_sectors
    fat = struct.pack(f"<{len(chain)}I", *chain).ljust(fat_sectors * _SECTOR, b"\xff")
    head = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, 0,
        fat_sectors, directory_start, 0, _CUTOFF, mini_fat_start, -(-len(mini_fat) // _SECTOR), _END, 0,
    )  # fmt: skip
    numbers = [fat_start + each for each in range(fat_sectors)]
    head += struct.pack("<109I", *numbers, *[_FREE] * (109 - fat_sectors))
    return head + b"".join(sectors) + fat


def _place(entries: list[_Entry], folder: Folder) -> int:
    """Appends what a folder holds; gives the number of the root of its tree."""
    made: list[tuple[_Entry, int]] = []
    for name in sorted(folder, key=lambda name: (len(name), name.upper())):
        entry = _Entry(name, folder[name])
        entries.append(entry)
        made.append((entry, len(entries) - 1))
    for entry, _number in made:
        if not isinstance(entry.content, bytes):
            entry.child = _place(entries, entry.content)

    def tree(low: int, high: int) -> int:
        if low >= high:
            return _NOTHING
        middle = (low + high) // 2
        entry, number = made[middle]
        entry.left, entry.right = tree(low, middle), tree(middle + 1, high)
        return number

    return tree(0, len(made))


def _mini_stream(entries: list[_Entry]) -> tuple[bytes, bytes]:
    mini, chain = b"", list[int]()
    for entry in entries:
        if isinstance(entry.content, bytes) and 0 < entry.size < _CUTOFF:
            entry.start = len(chain)
            pieces = -(-entry.size // _MINI)
            chain += [entry.start + each + 1 for each in range(pieces - 1)] + [_END]
            mini += entry.content.ljust(pieces * _MINI, b"\0")
    fat = struct.pack(f"<{len(chain)}I", *chain)
    return mini, fat.ljust(-(-len(fat) // _SECTOR) * _SECTOR, b"\xff")


def _directory_entry(entry: _Entry) -> bytes:
    name = entry.name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII16sIQQIQ", name, len(name), entry.kind, 1, entry.left, entry.right, entry.child, b"", 0, 0,
        0, entry.start, entry.size,
    )  # fmt: skip
