"""The contact and its parts: the one shape that every format, table and screen of Contactbook agrees on.

Text is always text as the person wrote it; an empty string means "not given". Times are milliseconds since
1970 UTC. Calendar dates are partial-date text (see `partial_dates`). Names follow vCard and schema.org.

`origin` on a part is the ordinal (0-based) of the property it came from within the contact's original card,
so that an export in the same dialect can give untouched lines back byte for byte; -1 when it did not come
from one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

PERSON = "person"
COMPANY = "company"

EMAIL = "email"
PHONE = "phone"
URL = "url"
CHAT = "chat"
SOCIAL = "social"
POINT_KINDS = (EMAIL, PHONE, URL, CHAT, SOCIAL)

TEXTS = (
    "prefix", "given", "middle", "family", "suffix", "nickname", "phonetic_given", "phonetic_middle",
    "phonetic_family", "full_name", "file_as", "organization", "department", "job_title", "role", "gender",
    "language", "note",
)  # fmt: skip
"""Every attribute of a contact that is a single text and is about the person, not about the record."""


@dataclass(slots=True)
class ContactPoint:
    """One way to reach a contact: e-mail address, phone number, web address, chat or social account.

    `label` is a standard word (see `labels`) or free text; `service` names the network of a chat or social
    account ("skype", "mastodon"); `key` is the normalised form for matching ("+48123456789",
    "ada@acme.example").
    """

    kind: str
    value: str
    label: str = ""
    preferred: bool = False
    service: str = ""
    key: str = ""
    origin: int = -1


@dataclass(slots=True)
class Address:
    """A postal address (RFC 6350 6.3.1 components, plus the block as formatted where the source had one)."""

    po_box: str = ""
    extended: str = ""
    street: str = ""
    locality: str = ""
    region: str = ""
    postal_code: str = ""
    country: str = ""
    country_code: str = ""
    formatted: str = ""
    label: str = ""
    preferred: bool = False
    origin: int = -1


@dataclass(slots=True)
class ContactDate:
    """A day that matters: "birthday", "anniversary", "death" or a free label; a partial date or prose."""

    value: str
    label: str = "birthday"
    origin: int = -1


@dataclass(slots=True)
class Relation:
    """Somebody connected with the contact: by name (`text`), by the other's vCard UID (`uid`), or both.

    `related_id` is the contact of this book that is meant, None where nobody is known for certain.
    """

    text: str = ""
    label: str = ""
    uid: str = ""
    origin: int = -1
    related_id: int | None = None


@dataclass(slots=True)
class Affiliation:
    """A further organisation of a person, beside the first one that stands in the contact itself.

    `company_id` is the company of this book that is meant. An affiliation of the first organisation's own
    name tells since when and until when, and who decides there; see `employment`.
    """

    organization: str
    department: str = ""
    job_title: str = ""
    role: str = ""
    since: str = ""
    until: str = ""
    decision_maker: bool = False
    origin: int = -1
    company_id: int | None = None


@dataclass(slots=True)
class Photo:
    """A picture: bytes exactly as they came, or the address where it lies (never fetched by itself)."""

    data: bytes = b""
    media_type: str = ""
    url: str = ""
    label: str = ""
    origin: int = -1


@dataclass(slots=True)
class FieldValue:
    """One value of a custom field: `key` is its stable name, `label` is what people read."""

    label: str
    value: str
    key: str = ""
    type: str = "text"
    origin: int = -1


@dataclass(slots=True)
class Extra:
    """A property of the original card that Contactbook keeps without understanding it.

    `name` is as spelt in the source, without group; `params` and `value` are the decoded text as it stood
    there.
    """

    name: str
    value: str
    params: str = ""
    group: str = ""
    origin: int = -1


@dataclass(slots=True)
class Contact:
    """A person or a company, with everything that is known of them.

    `company_id` is the company of this book behind `organization`; `parent_id` the parent company, or whom a
    person reports to.
    """

    id: int = 0
    kind: str = PERSON
    uid: str = ""
    prefix: str = ""
    given: str = ""
    middle: str = ""
    family: str = ""
    suffix: str = ""
    nickname: str = ""
    phonetic_given: str = ""
    phonetic_middle: str = ""
    phonetic_family: str = ""
    full_name: str = ""
    file_as: str = ""
    organization: str = ""
    department: str = ""
    job_title: str = ""
    role: str = ""
    gender: str = ""
    language: str = ""
    note: str = ""
    starred: bool = False
    checked_at: int | None = None
    deleted_at: int | None = None
    created_at: int = 0
    updated_at: int = 0
    company_id: int | None = None
    parent_id: int | None = None
    points: list[ContactPoint] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)
    dates: list[ContactDate] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    affiliations: list[Affiliation] = field(default_factory=list)
    photos: list[Photo] = field(default_factory=list)
    fields: list[FieldValue] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    extras: list[Extra] = field(default_factory=list)

    def points_of(self, kind: str) -> list[ContactPoint]:
        """Every contact point of one kind, in order."""
        return [point for point in self.points if point.kind == kind]

    def unlink(self) -> None:
        """Forget which contacts of a book are meant; their names and UIDs stay."""
        self.company_id = self.parent_id = None
        for relation in self.relations:
            relation.related_id = None
        for affiliation in self.affiliations:
            affiliation.company_id = None
