"""A card while it is being read: the contact so far, and what only the end of the card can settle."""

from __future__ import annotations

from contactbook.domain import labels, names
from contactbook.domain.contact import (
    COMPANY,
    PERSON,
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
from contactbook.formats.records import ReadGroup
from contactbook.formats.vcard_property import QUOTED_PRINTABLE, Head, bare_uid, unescape
from contactbook.formats.vcard_text import escape

GROUP = "group"
Part = ContactPoint | Address | ContactDate | Relation | Affiliation | Photo | FieldValue | Extra
Labelled = ContactPoint | Address | ContactDate | Relation | Photo


class Draft:
    """What the handlers of the mapping fill.

    `attached` tells, for lines that say something about a part made from another line (X-ABLabel, LABEL, a
    further TITLE), which part that is; the rest of the attributes are lines that wait for `finish`.
    """

    __slots__ = (
        "attached",
        "contact",
        "details",
        "formatted",
        "group_labels",
        "grouped",
        "kind",
        "late",
        "members",
        "preferences",
        "regions",
        "remarks",
        "roles",
        "titles",
        "version",
    )

    def __init__(self, version: str) -> None:
        self.version = version
        self.contact = Contact()
        self.kind = ""
        self.late = False
        self.remarks: list[tuple[str, int, str]] | None = None
        self.grouped: list[tuple[str, Part]] | None = None

    @property
    def touched(self) -> bool:
        """Whether more was filled in than the contact, so that the next card needs a new draft."""
        return self.late or self.grouped is not None or self.remarks is not None or self.kind != ""

    def group_record(self, raw: bytes, line: int) -> ReadGroup:
        """The record of a group card."""
        members = [value for _, value, _ in self.members] if self.late else []
        clean = [bare_uid(unescape(value).strip()) for value in members]
        return ReadGroup(self.contact.full_name, self.contact.uid, clean, raw, line)

    def wait(self) -> None:
        """Make room for lines that have to wait for the end of the card."""
        if not self.late:
            self.late = True
            self.attached: dict[int, Part] = {}
            self.group_labels: list[tuple[Head, str, int]] = []
            self.regions: list[tuple[Head, str, int]] = []
            self.formatted: list[tuple[Head, str, int]] = []
            self.titles: list[tuple[Head, str, int]] = []
            self.details: list[tuple[Head, str, int]] = []
            self.roles: list[tuple[Head, str, int]] = []
            self.members: list[tuple[Head, str, int]] = []
            self.preferences: list[tuple[int, ContactPoint | Address]] = []

    def remark(self, code: str, origin: int, detail: str = "") -> None:
        """Something to tell the person about the line with this ordinal."""
        if self.remarks is None:
            self.remarks = []
        self.remarks.append((code, origin, detail))

    def keep(self, head: Head, value: str, origin: int) -> Extra:
        """Keep a line that nothing else can be made of."""
        extra = Extra(head.spelt, one_line(value), plain_params(head), head.group, origin)
        self.contact.extras.append(extra)
        return extra

    def grouped_part(self, name: str, part: Part) -> None:
        """Remember that a part stood in a property group."""
        if self.grouped is None:
            self.grouped = []
        self.grouped.append((name.lower(), part))

    def finish(self) -> None:
        """Settle what depends on the whole card."""
        if self.late:
            self._finish_late()
        contact = self.contact
        if contact.organization and not contact.given and looks_like_company(contact):
            contact.kind = COMPANY
        if not contact.full_name:
            contact.full_name = names.compose(contact) or contact.organization
        if self.kind:
            self._set_kind()

    def _set_kind(self) -> None:
        contact = self.contact
        if self.kind == COMPANY:
            contact.kind = COMPANY
            contact.organization = contact.organization or contact.full_name
        elif self.kind == PERSON:
            contact.kind = PERSON

    def _finish_late(self) -> None:
        grouped: dict[str, list[Part]] = {}
        for name, part in self.grouped or ():
            grouped.setdefault(name, []).append(part)
        waiting = [line for line in self.group_labels if not self._label(*line, grouped)]
        for head, value, origin in self.formatted:
            self._format(head, value, origin, grouped)
        for head, value, origin in waiting:
            if not self._label(head, value, origin, grouped):
                self._keep_late(head, escape(value), origin)
        for head, value, origin in self.regions:
            self._region(head, value, origin, grouped.get(head.group.lower(), ()))
        self._add_roles(self.titles, "job_title")
        self._add_roles(self.roles, "role")
        self._add_details(grouped)
        if self.kind != GROUP:
            for head, value, origin in self.members:
                self._keep_late(head, value, origin)
        if self.preferences:
            self._prefer()

    def _label(self, head: Head, value: str, origin: int, grouped: dict[str, list[Part]]) -> bool:
        """Give an X-ABLabel to all of its group; whether there was anything to give it to."""
        taken = False
        for part in grouped.get(head.group.lower(), ()):
            if isinstance(part, Labelled):
                text = labels.from_apple(value)
                if text or isinstance(part, ContactDate):
                    part.label = text
                self.attached[origin] = part
                taken = True
        return taken

    def _region(self, head: Head, value: str, origin: int, parts: list[Part] | tuple[()]) -> None:
        for part in parts:
            if isinstance(part, Address) and not part.country_code:
                part.country_code = value.strip().upper()
                self.attached[origin] = part
                return
        self._keep_late(head, value, origin)

    def _format(self, head: Head, value: str, origin: int, grouped: dict[str, list[Part]]) -> None:
        """A LABEL (2.1, 3.0) belongs to the address of its group or of the same type, or stands for one."""
        group = head.group.lower()
        for address in grouped.get(group, ()) if group else self.contact.addresses:
            if (
                isinstance(address, Address)
                and not address.formatted
                and (group or address.label == head.label)
            ):
                address.formatted = value
                self.attached[origin] = address
                return
        made = Address(formatted=value, label=head.label, preferred=head.preferred, origin=origin)
        self.contact.addresses.append(made)
        self.contact.addresses.sort(key=lambda each: each.origin)
        self.attached[origin] = made
        if group:
            grouped.setdefault(group, []).append(made)

    def _add_roles(self, lines: list[tuple[Head, str, int]], field: str) -> None:
        """A further TITLE or ROLE belongs to the organisation of its group, else to the next one without."""
        groups = {id(part): name for name, part in self.grouped or ()}
        named = set(groups.values())
        for head, value, origin in sorted(lines, key=lambda line: line[0].group.lower() not in named):
            free = [each for each in self.contact.affiliations if not getattr(each, field)]
            same = [each for each in free if head.group and groups.get(id(each)) == head.group.lower()]
            if not same and not getattr(self.contact, field):
                setattr(self.contact, field, value)
            elif same or free:
                setattr((same or free)[0], field, value)
                self.attached[origin] = (same or free)[0]
            else:
                self._keep_late(head, escape(value), origin)

    def _add_details(self, grouped: dict[str, list[Part]]) -> None:
        for head, value, origin in self.details:
            for part in grouped.get(head.group.lower(), ()):
                if isinstance(part, Affiliation):
                    setattr(part, head.slot, value == "1" if head.slot == "decision_maker" else value)
                    self.attached[origin] = part
                    break
            else:
                self._keep_late(head, escape(value), origin)

    def _keep_late(self, head: Head, value: str, origin: int) -> None:
        """Keep a line of which only the end of the card showed that nothing can be made of it."""
        self.attached[origin] = self.keep(head, value, origin)

    def _prefer(self) -> None:
        """Where PREF is a rank, the best rank of a kind is the preferred one (RFC 6350 5.3)."""
        best: dict[str, tuple[int, ContactPoint | Address]] = {}
        for rank, part in self.preferences:
            kind = part.kind if isinstance(part, ContactPoint) else ""
            if kind not in best or rank < best[kind][0]:
                best[kind] = (rank, part)
        for kind, (_, part) in best.items():
            others = self.contact.points_of(kind) if kind else self.contact.addresses
            if not any(other.preferred for other in others):
                part.preferred = True


def looks_like_company(contact: Contact) -> bool:
    """Whether a card that does not say its kind is a company's: an organisation and no other name."""
    whole = contact.organization
    if not whole or contact.given or contact.middle:
        return False
    return contact.family in ("", whole) and contact.full_name in ("", whole)


def one_line(value: str) -> str:
    """A raw value with its real line breaks escaped, as values of unknown meaning are kept."""
    if "\n" in value or "\r" in value:
        return value.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")
    return value


def plain_params(head: Head) -> str:
    """The parameters as they stood, without those that only said how the bytes were encoded."""
    if not head.needs_bytes and not head.charset:
        return head.params_text
    kept: list[str] = []
    for piece in head.params_text.split(";"):
        key, equals, value = piece.partition("=")
        word = (value if equals else key).strip().strip("\"'").lower()
        name = key.strip().upper()
        how = not equals or name == "ENCODING"
        if name == "CHARSET" or (how and word in ("quoted-printable", "8bit", "7bit", head.charset)):
            continue
        if head.encoding == QUOTED_PRINTABLE and (name == "ENCODING" or word in ("base64", "b")):
            continue
        kept.append(piece)
    return ";".join(kept)
