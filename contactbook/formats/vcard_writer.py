"""Writing vCards: 2.1, 3.0 and 4.0, for every program or for one that has ways of its own.

A contact that came from a card is written with that card beside it: `vcard_restore` gives back the bytes of
every line that still says what the contact says. So a comma that another program did not escape stays as it
is in the version the card came in; in another version, and in the dialects, every text is escaped.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from contactbook.domain.contact import Contact
from contactbook.formats import vcard_restore
from contactbook.formats.vcard_card_lines import CardLines
from contactbook.formats.vcard_composer import Composer
from contactbook.formats.vcard_target import APPLE, Target, target

if TYPE_CHECKING:
    from collections.abc import Iterable


def card(contact: Contact, version: str = "3.0", original: bytes | None = None, dialect: str = "") -> bytes:
    """One contact as a vCard.

    Args:
        contact: what to write.
        version: "2.1", "3.0" or "4.0".
        original: the card that the contact was read from, as the reader gave it, of whatever version; in the
            same version its untouched lines come back as they were.
        dialect: "apple", "google", "outlook", or "" for every program.

    Raises:
        Problem: "export.format_unknown".
    """
    aim = target(version, dialect)
    if original:
        return vcard_restore.restored(contact, aim, original)
    return _composed(contact, aim)


def write(
    contacts: Iterable[Contact | tuple[Contact, bytes | None]],
    stream: BinaryIO,
    version: str = "3.0",
    dialect: str = "",
) -> int:
    """Many contacts, each alone or with the card it was read from; how many there were."""
    writer = CardWriter(stream, version, dialect)
    count = 0
    for entry in contacts:
        count += 1
        contact, original = entry if isinstance(entry, tuple) else (entry, None)
        writer.write(contact, original)
    writer.finish()
    return count


class CardWriter:
    """Writes contacts one after the other as cards.

    Apple's address book knows tags only as group cards, which are written behind the contacts for it.

    Args:
        stream: takes the bytes.
        version: "2.1", "3.0" or "4.0".
        dialect: "apple", "google", "outlook", or "" for every program.
    """

    def __init__(self, stream: BinaryIO, version: str = "3.0", dialect: str = "") -> None:
        self._stream = stream
        self.target = target(version, dialect)
        self._groups: dict[str, list[str]] = {}

    def write(self, contact: Contact, original: bytes | None = None, lent: str = "") -> bytes:
        """One contact, beside the card that it was read from if it was; the bytes that were written.

        `lent` is a UID for a contact that has none (see `vcard_restore.restored`).
        """
        aim = self.target
        if lent and not contact.uid and (aim.dialect or not original):
            contact = replace(contact, uid=lent)
        if aim.dialect == APPLE and contact.uid:
            for tag in contact.tags:
                self._groups.setdefault(tag, []).append(contact.uid)
        written = (
            vcard_restore.restored(contact, aim, original, lent) if original else _composed(contact, aim)
        )
        self._stream.write(written)
        return written

    def finish(self) -> None:
        """The group cards."""
        for name, members in self._groups.items():
            self._stream.write(group_card(name, members, self.target.version))


def group_card(name: str, members: Iterable[str], version: str = "3.0", uid: str = "") -> bytes:
    """A tag as a card: KIND:group in 4.0 (RFC 6350 6.1.4), Apple's way before.

    Args:
        name: of the tag.
        members: UIDs of the contacts that have it.
        version: of vCard.
        uid: of the group itself.
    """
    aim = target(version)
    lines = CardLines(aim)
    lines.raw(_start(aim))
    kind, member = (
        ("KIND", "MEMBER") if aim.modern else ("X-ADDRESSBOOKSERVER-KIND", "X-ADDRESSBOOKSERVER-MEMBER")
    )
    group = Contact(uid=uid, full_name=name, family="" if aim.modern else name)
    composer = Composer(group, aim, lines)
    for slot in ("full_name", "n", "uid"):
        composer.slot(slot)
    lines.add(kind, "", "group")
    for each in members:
        lines.add(member, "", f"urn:uuid:{each}")
    lines.raw(b"END:VCARD\r\n")
    return lines.encoded()


def _composed(contact: Contact, aim: Target) -> bytes:
    lines = CardLines(aim, (part.group for part in contact.extras if part.group))
    lines.raw(_start(aim))
    Composer(contact, aim, lines).whole()
    lines.raw(b"END:VCARD\r\n")
    return lines.encoded()


def _start(aim: Target) -> bytes:
    return f"BEGIN:VCARD\r\nVERSION:{aim.version}\r\n".encode()
