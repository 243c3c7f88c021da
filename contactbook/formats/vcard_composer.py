"""A contact as the lines of a new card, and single parts of it as lines for a card that is there already."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from contactbook.domain.contact import (
    COMPANY,
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
from contactbook.formats import vcard_carry, vcard_compose, vcard_compose_fields
from contactbook.formats.vcard_head_edit import merged_params
from contactbook.formats.vcard_text import escape, escape_old

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contactbook.formats.vcard_card_lines import CardLines
    from contactbook.formats.vcard_draft import Part
    from contactbook.formats.vcard_property import Head
    from contactbook.formats.vcard_target import Target

_TEXTS = {
    "nickname": "NICKNAME", "phonetic_given": "X-PHONETIC-FIRST-NAME",
    "phonetic_middle": "X-PHONETIC-MIDDLE-NAME",
    "phonetic_family": "X-PHONETIC-LAST-NAME", "job_title": "TITLE", "role": "ROLE", "note": "NOTE",
    "file_as": "X-EVOLUTION-FILE-AS",
}  # fmt: skip
_TEXT_NAMES = tuple(_TEXTS.values())
_TEXT_VALUES = attrgetter(*_TEXTS)
_SELDOM = ("gender", "language", "starred", "created_at", "checked_at", "updated_at")
_PART_LISTS = attrgetter("addresses", "dates", "relations", "affiliations", "fields", "extras", "photos")


class Composer:
    """Writes the parts of one contact.

    `birthday_open` says whether BDAY is still to be had; `names` are the kept properties that were written
    already.
    """

    def __init__(self, contact: Contact, target: Target, lines: CardLines) -> None:
        self.contact = contact
        self.target = target
        self.lines = lines
        self.birthday_open = True
        self.names: set[str] = set()

    def whole(self) -> None:
        """Every line between VERSION and END."""
        contact, target, lines = self.contact, self.target, self.lines
        quoted = escape_old if target.old else escape
        add = lines.rows.append
        self.slot("full_name")
        self.slot("n")
        if contact.kind == COMPANY or not contact.given:
            self.slot("kind")
        for index, text in enumerate(_TEXT_VALUES(contact)):
            if text:
                add((_TEXT_NAMES[index], "", quoted(text), ""))
        if contact.department:
            self.slot("organization")
        elif contact.organization:
            add(("ORG", "", quoted(contact.organization), ""))
        if contact.tags:
            self.slot("tags")
        if contact.uid:
            self.slot("uid")
        for slot in _SELDOM:
            if getattr(contact, slot):
                self.slot(slot)
        for point in contact.points:
            made = vcard_compose.point(point, target)
            if made[3]:
                lines.labelled(made)
            else:
                add(made)
        for parts in _PART_LISTS(contact):
            for part in parts:
                self.part(part)

    def slot(self, slot: str) -> None:
        """The lines of something there is once."""
        self.lines.rows += vcard_compose_fields.made(slot, self.contact, self.target)

    def part(self, part: Part, group: str = "") -> None:
        """The lines of one part that has no line yet."""
        if isinstance(part, Address):
            self._address(part, group)
        elif isinstance(part, ContactPoint):
            self.lines.labelled(vcard_compose.point(part, self.target), group)
        elif isinstance(part, ContactDate):
            self.lines.labelled(self.date(part), group)
        elif isinstance(part, Relation):
            self.lines.labelled(vcard_compose.relation(part, self.target), group)
        elif isinstance(part, Affiliation):
            self.affiliation(part, group, {})
        elif isinstance(part, Photo):
            self.lines.labelled(vcard_compose.photo(part, self.target), group)
        elif isinstance(part, FieldValue):
            self.lines.labelled(vcard_compose_fields.custom_field(part), group)
        else:
            self._extra(part)

    def other(self, part: Part) -> vcard_compose.Made:
        """The one line of a custom field or a kept property."""
        if isinstance(part, FieldValue):
            return vcard_compose_fields.custom_field(part)
        if isinstance(part, Extra):
            return (*vcard_carry.extra(part, self.target), "")
        message = f"no single line for {type(part).__name__}"
        raise TypeError(message)

    def date(self, part: ContactDate) -> vcard_compose.Made:
        """The line of a date; only the first birthday can be BDAY."""
        made = vcard_compose.date(part, self.target, self.birthday_open)
        if made[0].endswith("BDAY"):
            self.birthday_open = False
        return made

    def _address(self, part: Address, group: str) -> None:
        target, lines = self.target, self.lines
        code = vcard_compose.region_code(part, target)
        made = vcard_compose.address(part, target)
        if not (code or made[3] or part.formatted):
            lines.add(*made[:3], group)
            return
        apart = part.formatted and not target.modern
        if (
            code
            or made[3]
            or (apart and sum(each.label == part.label for each in self.contact.addresses) > 1)
        ):
            group = group or lines.new_group()
        if vcard_compose.has_components(part) or target.modern or not part.formatted:
            lines.labelled(made, group)
            made = ("", "", "", "")
        self.address_companions(part, group, label=bool(made[3]))

    def address_companions(self, part: Address, group: str, *, label: bool = False) -> None:
        """LABEL and X-ABADR beside the ADR of an address."""
        if part.formatted and not self.target.modern:
            made = vcard_compose.formatted_address(part, self.target)
            self.lines.labelled(made if label else (*made[:3], ""), group)
        code = vcard_compose.region_code(part, self.target)
        if code and group:
            self.lines.add("X-ABADR", "", code, group)

    def affiliation(self, part: Affiliation, group: str, heads: Mapping[str, Head]) -> None:
        """The lines of a further organisation; `heads` are those that its lines have in the original."""
        first = not self.contact.organization
        made = vcard_compose_fields.affiliation(part, self.target, first=first)
        group = group or (self.lines.new_group() if len(made) > 1 else "")
        for name, params, value, _ in made:
            head = heads.get(name)
            if head is not None:
                params = merged_params(head, params, self.target, relabel=False, reprefer=False)
            self.lines.add(name, params, value, group)

    def _extra(self, part: Extra) -> None:
        name = part.name.upper()
        again = name == "PRODID" and name in self.names
        self.names.add(name)
        self.lines.add(*vcard_carry.extra(part, self.target, again=again), part.group)
