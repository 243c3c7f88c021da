"""Reading of what there is once: name, organisation, note, tags, identity.

A handler takes the draft, the head of the line, its value (decoded, still escaped) and the ordinal of the
line, and returns the part it made, or None when it filled a field of the contact itself.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from contactbook.domain import fields
from contactbook.domain.contact import COMPANY, PERSON, Affiliation, Extra, FieldValue
from contactbook.formats.vcard_draft import GROUP, Draft
from contactbook.formats.vcard_property import Head, bare_uid, components, split_raw, unescape

DERIVED = "X-CONTACTBOOK-DERIVED"
"""Parameter of an FN that nobody wrote: the card needs one, and a number or an address is all there is."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SEX = {"M": "male", "F": "female", "O": "other", "N": "none", "U": "unknown"}
_SEX_WORDS = {word: word for word in _SEX.values()}


def name(draft: Draft, head: Head, value: str, origin: int) -> Extra | None:
    """N: family, given, additional names, prefixes, suffixes (RFC 6350 6.2.2)."""
    contact = draft.contact
    if contact.family or contact.given or contact.middle or contact.prefix or contact.suffix:
        return draft.keep(head, value, origin)
    if "\\" in value or "," in value:
        parts = _name_parts(value, draft.version)
    else:
        parts = value.split(";")
        if " " in value:
            parts = [part.strip() for part in parts]
    if len(parts) == 5:
        contact.family, contact.given, contact.middle, contact.prefix, contact.suffix = parts
    else:
        parts = [*parts, "", "", "", ""][:5]
        contact.family, contact.given, contact.middle, contact.prefix, contact.suffix = parts
    return None


def _name_parts(value: str, version: str) -> list[str]:
    """Components of N; in 3.0 and 4.0 an unescaped comma without a blank after it divides several names."""
    if version == "2.1" or "," not in value:
        return components(value)
    parts: list[str] = []
    for index, piece in enumerate(split_raw(value, ";")):
        several = split_raw(piece, ",")
        if len(several) > 1 and not any(each[:1] == " " for each in several):
            mark = ", " if index >= 3 else " "
            parts.append(mark.join(text for each in several if (text := unescape(each).strip())))
        else:
            parts.append(unescape(piece).strip())
    return parts


def full_name(draft: Draft, head: Head, value: str, origin: int) -> Extra | None:
    """FN: the name as it is written."""
    if draft.contact.full_name:
        return draft.keep(head, value, origin)
    if not head.params or not head.param(DERIVED):
        draft.contact.full_name = unescape(value).strip()
    return None


def nickname(draft: Draft, head: Head, value: str, origin: int) -> Extra | None:
    """NICKNAME: several stand with a comma between them, which is no more than a comma in 2.1."""
    contact = draft.contact
    if contact.nickname and head.param("ALTID"):
        return draft.keep(head, value, origin)
    text = value.strip()
    if draft.version == "2.1":
        text = unescape(text)
    elif "\\" in value or "," in value:
        several = [unescape(piece).strip() for piece in split_raw(value, ",")]
        text = ", ".join(filter(None, several))
    contact.nickname = (
        f"{contact.nickname}, {text}" if contact.nickname and text else contact.nickname or text
    )
    return None


def text_field(draft: Draft, head: Head, value: str, origin: int) -> Extra | None:
    """Any line that is one text field of the contact, named by the slot of its head; the first one counts."""
    if getattr(draft.contact, head.slot):
        return draft.keep(head, value, origin)
    setattr(draft.contact, head.slot, unescape(value).strip())
    return None


def note(draft: Draft, head: Head, value: str, origin: int) -> Extra | None:
    """NOTE: several become one, a blank line between them; the same in another language is kept aside."""
    contact = draft.contact
    text = unescape(value) if "\\" in value else value
    if contact.note and head.param("ALTID"):
        return draft.keep(head, value, origin)
    contact.note = f"{contact.note}\n\n{text}" if contact.note and text else contact.note or text
    return None


def organization(draft: Draft, head: Head, value: str, origin: int) -> Affiliation | Extra | None:
    """ORG: organisation and its units; a further one becomes an affiliation."""
    contact = draft.contact
    if "\\" in value or ";" in value:
        parts = components(value)
        whole, units = parts[0], parts[1:]
        while units and not units[-1]:
            units.pop()
        department = "; ".join(units)
    else:
        whole, department = value.strip(), ""
    further = head.params and head.param("X-CONTACTBOOK-FURTHER")
    if not further and not contact.organization and not (whole and contact.department and department):
        contact.organization, contact.department = whole, department or contact.department
        return None
    if not (whole or further) or head.param("ALTID"):
        return draft.keep(head, value, origin)
    affiliation = Affiliation(whole, department, origin=origin)
    contact.affiliations.append(affiliation)
    return affiliation


def job_title(draft: Draft, head: Head, value: str, origin: int) -> Extra | None:
    """TITLE: a further one waits for the organisation it belongs to."""
    if draft.contact.job_title or head.group:
        draft.wait()
        draft.titles.append((head, unescape(value).strip(), origin))
    else:
        draft.contact.job_title = unescape(value).strip()
    return None


def role(draft: Draft, head: Head, value: str, origin: int) -> Extra | None:
    """ROLE: like TITLE."""
    if draft.contact.role or head.group:
        draft.wait()
        draft.roles.append((head, unescape(value).strip(), origin))
    else:
        draft.contact.role = unescape(value).strip()
    return None


def uid(draft: Draft, head: Head, value: str, origin: int) -> Extra | None:
    """UID, without the "urn:uuid:" that vCard 4.0 puts before it."""
    if draft.contact.uid:
        return draft.keep(head, value, origin)
    draft.contact.uid = bare_uid(unescape(value).strip())
    return None


def phonetic(draft: Draft, head: Head, value: str, origin: int) -> Extra | None:
    """SOUND;X-IRMC-N: how a Japanese name is read, in the order of N; other sounds are kept as they are."""
    contact = draft.contact
    if "X-IRMC-N" not in (word.upper() for word in head.types) or contact.phonetic_family:
        return draft.keep(head, value, origin)
    parts = [*components(value), "", ""]
    contact.phonetic_family, contact.phonetic_given, contact.phonetic_middle = parts[:3]
    return None


def gender(draft: Draft, head: Head, value: str, origin: int) -> Extra | None:
    """GENDER (RFC 6350 6.2.7) and X-GENDER: what the person calls it, else the sex in a word."""
    if draft.contact.gender:
        return draft.keep(head, value, origin)
    sex, *identity = components(value)
    word = _SEX.get(sex.upper()) or _SEX_WORDS.get(sex.lower()) or sex
    draft.contact.gender = "; ".join(filter(None, identity)) or word
    return None


def categories(draft: Draft, head: Head, value: str, origin: int) -> None:
    """CATEGORIES: tags. A list whose commas were all escaped by mistake is still a list."""
    contact = draft.contact
    contact.tags = list(dict.fromkeys([*contact.tags, *tags_of(value, draft.version)]))


def tags_of(value: str, version: str) -> list[str]:
    """The tags that a CATEGORIES value names."""
    if "\\" not in value:
        mark = ";" if version == "2.1" and ";" in value and "," not in value else ","
        pieces = value.split(mark)
    else:
        pieces = split_raw(value, ",")
        if len(pieces) == 1 and "\\, " in value:
            pieces = value.split("\\, ")
        pieces = [unescape(piece) for piece in pieces]
    return [tag for piece in pieces if (tag := piece.strip())]


def kind(draft: Draft, head: Head, value: str, origin: int) -> Extra | None:
    """KIND, X-ABShowAs and Apple's X-ADDRESSBOOKSERVER-KIND."""
    word = value.strip().lower()
    if word in ("org", "organization", "company"):
        draft.kind = COMPANY
    elif word == GROUP:
        draft.kind = GROUP
    elif word in ("individual", "person"):
        draft.kind = draft.kind or PERSON
    else:
        return draft.keep(head, value, origin)
    return None


def member(draft: Draft, head: Head, value: str, origin: int) -> None:
    """MEMBER of a group card; anywhere else it is kept aside."""
    draft.wait()
    draft.members.append((head, value, origin))


def moment(draft: Draft, head: Head, value: str, origin: int) -> Extra | None:
    """REV, CREATED and our own: a point in time in the field that the slot names."""
    time = milliseconds(value)
    if time is None or getattr(draft.contact, head.slot):
        return draft.keep(head, value, origin)
    setattr(draft.contact, head.slot, time)
    return None


def milliseconds(text: str) -> int | None:
    """Milliseconds since 1970 UTC of an ISO 8601 date and time (UTC without a zone), None for other text."""
    text = text.strip().replace("\\:", ":").replace(",", ".")
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    if found.tzinfo is None:
        found = found.replace(tzinfo=UTC)
    try:
        return (found - _EPOCH) // timedelta(milliseconds=1)
    except OverflowError:
        return None


def starred(draft: Draft, head: Head, value: str, origin: int) -> None:
    """Our mark that the person wants this contact at hand."""
    draft.contact.starred = value.strip() == "1"


def affiliation_detail(draft: Draft, head: Head, value: str, origin: int) -> None:
    """Since when, until when, whether somebody decides there: about the organisation of the same group."""
    draft.wait()
    draft.details.append((head, unescape(value).strip(), origin))


def custom_field(draft: Draft, head: Head, value: str, origin: int) -> FieldValue | Extra:
    """Our own custom field: key, type, label and value as one structured text."""
    parts = [unescape(piece) for piece in split_raw(value, ";")]
    if len(parts) != 4:
        return draft.keep(head, value, origin)
    found = FieldValue(parts[2], parts[3], parts[0], parts[1] or fields.TEXT, origin)
    draft.contact.fields.append(found)
    return found
