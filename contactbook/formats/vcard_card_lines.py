"""The lines of one card while it is written: encoding by version, and names for property groups."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from contactbook.domain import labels
from contactbook.formats import vcard_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from contactbook.formats.vcard_compose import Made
    from contactbook.formats.vcard_target import Target

Row = tuple[str, str, str, str]
"""A line that is not encoded yet: name, parameters (each behind a semicolon), escaped value, group."""

_SHORT = 77
_IN_BASE64 = re.compile(r";ENCODING=(?:b|BASE64)(?:;|\Z)")


class CardLines:
    """Collects the lines of a card and makes bytes of all of them in the end.

    `rows` is open to whoever has many lines to add.

    Args:
        target: version and dialect.
        used: names of groups that stand in the card already.
    """

    def __init__(self, target: Target, used: Iterable[str] = ()) -> None:
        self.target = target
        self.rows: list[Row | bytes] = []
        self._used = {name.lower() for name in used}
        self._last = 0

    def encoded(self, ends: bytes = b"\r\n") -> bytes:
        """The bytes of every line; `ends` are the line ends of the lines that were made here."""
        old = self.target.old
        out: list[bytes] = []
        for row in self.rows:
            if isinstance(row, bytes):
                out.append(row)
                continue
            name, params, value, group = row
            head = f"{group}.{name}{params}" if group else name + params
            if params and "ENCODING=" in params and _IN_BASE64.search(params):
                out.append(vcard_text.binary_line(head, value, old=old))
            elif old:
                out.append(vcard_text.old_line(head, value))
            else:
                line = f"{head}:{value}\r\n"
                if len(line) > _SHORT or not line.isascii():
                    out.append(vcard_text.folded_line(line))
                else:
                    out.append(line.encode())
        whole = b"".join(out)
        return whole if ends == b"\r\n" else whole.replace(b"\r\n", ends)

    def raw(self, data: bytes) -> None:
        """A line as it stands."""
        self.rows.append(data)

    def add(self, name: str, params: str, value: str, group: str = "") -> None:
        """A line from its name, its parameters (each behind a semicolon) and its escaped value."""
        self.rows.append((name, params, value, group))

    def labelled(self, made: Made, group: str = "") -> str:
        """A line, with its X-ABLabel in the same group where it needs one; the group."""
        name, params, value, label = made
        if label:
            group = group or self.new_group()
        self.rows.append((name, params, value, group))
        if label:
            self.label(label, group)
        return group

    def label(self, label: str, group: str) -> None:
        """The X-ABLabel line of a group."""
        text = labels.to_apple(label)
        quoted = vcard_text.escape_old(text) if self.target.old else vcard_text.escape(text)
        self.rows.append(("X-ABLabel", "", quoted, group))

    def new_group(self) -> str:
        """The name of a group that is not in use."""
        while True:
            self._last += 1
            name = f"item{self._last}"
            if name not in self._used:
                return name
