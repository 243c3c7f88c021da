"""The lines of an original card, one after the other, as they are to be written; see `vcard_restore`."""

from __future__ import annotations

from collections.abc import Mapping

from contactbook.domain import labels
from contactbook.domain.contact import (
    Address,
    Affiliation,
    Contact,
    ContactDate,
    ContactPoint,
    Extra,
    FieldValue,
    Photo,
    Relation,
)
from contactbook.formats import (
    vcard_carry,
    vcard_compose,
    vcard_compose_fields,
    vcard_head_edit,
    vcard_mapping,
    vcard_names,
    vcard_parts,
    vcard_soundness,
    vcard_text,
)
from contactbook.formats.vcard_card_lines import CardLines
from contactbook.formats.vcard_compose import Made
from contactbook.formats.vcard_compose_fields import SLOTS
from contactbook.formats.vcard_composer import Composer
from contactbook.formats.vcard_draft import Part, looks_like_company
from contactbook.formats.vcard_property import Head, split_raw
from contactbook.formats.vcard_target import Target
from contactbook.formats.vcard_tolerant import Examined, ExaminedLine

_COMPANIONS = {"X-ABLABEL", "X-ABADR", "LABEL"}
_MORE = "X-CONTACTBOOK-MORE"
_WHOLE = {"N": 5, "ADR": 7}


class Rewriter:
    """Goes through the lines of a card that was examined.

    Args:
        contact: what the card has to say now.
        target: version and dialect.
        found: the original card.
        matches: what each of its parts is now (`vcard_restore.matches`).
    """

    def __init__(self, contact: Contact, target: Target, found: Examined, matches: Mapping[int, Part]) -> None:
        self._contact = contact
        self._target = target
        self._found = found
        self._old = found.draft.contact
        self._matches = matches
        self._same = found.draft.version == target.version
        self._lines = CardLines(target, (each.head.group for each in found.lines))
        self._composer = Composer(contact, target, self._lines)
        self._composer.birthday_open = not any(each.head.name == "BDAY" for each in found.lines)
        self._slots: set[str] = set()
        self._once: set[str] = set()
        self._placed: set[int] = set()
        self._beside = {
            (id(each.part), each.head.name)
            for index, each in enumerate(found.lines)
            if each.part is not None and each.part.origin != index
        }
        self._tags_left = list(contact.tags)

    def card(self) -> bytes:
        """The whole card."""
        found, lines = self._found, self._lines
        ends = b"\n" if b"\r" not in found.raw else b"\r\n"
        begin = vcard_soundness.with_line_end(found.begin, b"\r\n" if ends == b"\r\n" else ends)
        made = CardLines(self._target)
        made.raw(begin)
        head = begin
        if not self._same or not any(each.head.name == vcard_mapping.VERSION for each in found.lines):
            lines.add("VERSION", "", self._target.version)
        for index, each in enumerate(found.lines):
            self._line(index, each)
        self._add_new()
        end = vcard_soundness.with_line_end(found.end or b"END:VCARD\r\n", ends)
        return head + lines.bytes(ends) + end
