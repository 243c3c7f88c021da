"""The lines of one card while it is written: encoding by version, and names for property groups."""

from __future__ import annotations

from collections.abc import Iterable

from contactbook.domain import labels
from contactbook.formats import vcard_text
from contactbook.formats.vcard_compose import Made
from contactbook.formats.vcard_target import Target


class CardLines:
    """Collects the bytes of a card.

    Args:
        target: version and dialect.
        used: names of groups that stand in the card already.
    """

    def __init__(self, target: Target, used: Iterable[str] = ()) -> None:
        self.target = target
        self._out: list[bytes] = []
        self._used = {name.lower() for name in used}
        self._last = 0
        self._line = vcard_text.old_line if target.old else vcard_text.content_line

    def bytes(self, ends: bytes = b"\r\n") -> bytes:
        """The whole card; `ends` are the line ends of the lines that were made here."""
        whole = b"".join(self._out)
        return whole if ends == b"\r\n" else whole.replace(b"\r\n", ends)

    def raw(self, data: bytes) -> None:
        """A line as it stands."""
        self._out.append(data)

    def add(self, name: str, params: str, value: str, group: str = "") -> None:
        """A line from its name, its parameters (each behind a semicolon) and its escaped value."""
        head = f"{group}.{name}{params}" if group else name + params
        if "ENCODING=" in params and (";ENCODING=BASE64" in params or ";ENCODING=b" in params):
            binary = vcard_text.old_binary_line if self.target.old else vcard_text.binary_line
            self._out.append(binary(head, value))
        else:
            self._out.append(self._line(head, value))

    def labelled(self, made: Made, group: str = "") -> str:
        """A line, with its X-ABLabel in the same group where it needs one; the group."""
        name, params, value, label = made
        if label:
            group = group or self.new_group()
        self.add(name, params, value, group)
        if label:
            self.label(label, group)
        return group

    def label(self, label: str, group: str) -> None:
        """The X-ABLabel line of a group."""
        text = labels.to_apple(label)
        self.add("X-ABLabel", "", vcard_text.escape_old(text) if self.target.old else vcard_text.escape(text), group)

    def new_group(self) -> str:
        """The name of a group that is not in use."""
        while True:
            self._last += 1
            name = f"item{self._last}"
            if name not in self._used:
                return name
