"""Reading of addresses, dates, relations and photos. Handlers as in `vcard_names`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from contactbook.domain import labels, partial_dates
from contactbook.domain.contact import Address, ContactDate, Extra, Photo, Relation
from contactbook.formats import vcard_decoding
from contactbook.formats.vcard_property import (
    BASE64,
    CODED,
    Head,
    bare_uid,
    components,
    split_raw,
    unescape,
    without_controls,
)

if TYPE_CHECKING:
    from contactbook.formats.vcard_draft import Draft

_DATA_URI = re.compile(r"data:([^;,]*)((?:;[^;,]*)*),(.*)", re.IGNORECASE | re.DOTALL)
FULL_CONTACT = "X-FCENCODED-"
_MAGIC = (
    (b"\xff\xd8\xff", "image/jpeg"), (b"\x89PNG", "image/png"), (b"GIF8", "image/gif"), (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"), (b"MM\x00*", "image/tiff"),
)  # fmt: skip
_COUNTRY = re.compile(r"[A-Za-z]{2}")
_ROAD_FIRST = frozenset(
    {"AT", "BE", "BG", "BR", "CH", "CL", "CZ", "DE", "DK", "EE", "ES", "FI", "GR", "HR", "HU", "IS", "IT",
     "LI", "LT", "LV", "MX", "NL", "NO", "PL", "PT", "RO", "RS", "RU", "SE", "SI", "SK", "TR", "UA"}
)  # fmt: skip
"""Countries that write the number of a house behind the name of the street."""
_INNER_NAME = re.compile(r"(?:^|\n|\\n)(?:FN|fn)[^:\n\\]*:([^\r\n\\]+)")
_APPLE_NO_YEAR = f"{partial_dates.APPLE_NO_YEAR}-"
_ANDROID_DATES = {"1": "anniversary", "2": "other", "3": "birthday"}
_ANDROID_RELATIONS = {
    "1": "assistant", "2": "brother", "3": "child", "4": "partner", "5": "father", "6": "friend",
    "7": "manager",
    "8": "mother", "9": "parent", "10": "partner", "11": "referred by", "12": "relative", "13": "sister",
    "14": "spouse",
}  # fmt: skip


def address(draft: Draft, head: Head, value: str, origin: int) -> Address | None:
    """ADR: seven components (RFC 6350 6.3.1); a list in one of them stays as it is written."""
    if "\\" in value:
        parts = components(value)
    else:
        parts = value.split(";")
        if " ;" in value or "; " in value or value[:1] == " " or value[-1:] == " ":
            parts = [part.strip() for part in parts]
    if len(parts) != 7:
        parts = _seven(parts, head)
    formatted = head.param("LABEL") if head.params else ""
    if "\\" in formatted and f"{CODED}LABEL" not in head.params_text:
        formatted = formatted.replace("\\n", "\n").replace("\\N", "\n")
    formatted = formatted.strip()
    if not (formatted or any(parts)):
        return None
    box, extended, street, locality, region, code, country = parts
    where = head.param("CC").upper() if head.params else ""
    found = Address(
        box,
        extended,
        street,
        locality,
        region,
        code,
        country,
        where,
        formatted,
        head.label,
        head.preferred,
        origin,
    )
    draft.contact.addresses.append(found)
    if head.preference > 1:
        draft.wait()
        draft.preferences.append((head.preference, found))
    return found


def _seven(parts: list[str], head: Head) -> list[str]:
    """Seven components of any number; a street of which only the parts of RFC 9554 came is made of them."""
    box, extended, street, *rest = (parts + [""] * 15)[:18]
    room, apartment, floor, number, road, building = rest[4:10]
    if not street:
        order = (road, number) if head.param("CC").upper() in _ROAD_FIRST else (number, road)
        street = " ".join(filter(None, order))
        if street and not extended:
            extended = ", ".join(filter(None, (building, floor, apartment, room)))
    return [box, extended, street, *rest[:4]]


def formatted_address(draft: Draft, head: Head, value: str, origin: int) -> None:
    """LABEL: an address as it is printed."""
    text = without_controls(unescape(value)).strip()
    if text:
        draft.wait()
        draft.formatted.append((head, text, origin))


def region(draft: Draft, head: Head, value: str, origin: int) -> Extra | None:
    """X-ABADR: the country whose layout the address of the group follows; other text is kept as it stands."""
    if not _COUNTRY.fullmatch(value.strip()):
        return draft.keep(head, value, origin)
    draft.wait()
    draft.regions.append((head, value, origin))
    return None


def group_label(draft: Draft, head: Head, value: str, origin: int) -> None:
    """X-ABLabel: the label of everything in its group."""
    draft.wait()
    draft.group_labels.append((head, unescape(value), origin))


def birthday(draft: Draft, head: Head, value: str, origin: int) -> ContactDate | Extra | None:
    """BDAY; a second one (RFC 6350 allows the same in another script) is kept aside."""
    dates = draft.contact.dates
    if any(each.label == head.label for each in dates):
        return draft.keep(head, value, origin)
    return date(draft, head, value, origin)


def date(draft: Draft, head: Head, value: str, origin: int) -> ContactDate | None:
    """Any date: canonical where it is one, otherwise the words as they stand."""
    text = unescape(value).strip()
    if not text:
        return None
    found = ContactDate(canonical_date(text, head.service), head.label, origin)
    draft.contact.dates.append(found)
    return found


def canonical_date(text: str, no_year: str = "") -> str:
    """Partial-date text, without the year that stands for "no year" (Apple's 1604); prose stays as it is."""
    canonical = partial_dates.parse(text)
    if canonical is None:
        return text
    if canonical.startswith(_APPLE_NO_YEAR) or (no_year and canonical.startswith(no_year)):
        return partial_dates.without_year(canonical)
    return canonical


def related(draft: Draft, head: Head, value: str, origin: int) -> Relation | None:
    """RELATED (RFC 6350 6.6.6), X-ABRELATEDNAMES, X-SPOUSE ...: a name, or the UID of another card."""
    text = unescape(value).strip()
    if not text:
        return None
    return _relation(draft, head, text, head.label, origin)


def _relation(draft: Draft, head: Head, text: str, label: str, origin: int) -> Relation:
    uid = bare_uid(text)
    if uid != text:
        found = Relation(head.param("X-CONTACTBOOK-NAME"), label, uid, origin)
    else:
        found = Relation(text, label, head.param("X-CONTACTBOOK-UID"), origin)
    draft.contact.relations.append(found)
    return found


def agent(draft: Draft, head: Head, value: str, origin: int) -> Relation | Extra | None:
    """AGENT: a card in a card (vCard 2.1, 3.0), of which the name is shown; else a text or an address."""
    text = value.strip()
    if not text:
        return None
    if "BEGIN:VCARD" in text.upper():
        inner = _INNER_NAME.search(text)
        if inner is None:
            return draft.keep(head, value, origin)
        text = inner[1].strip()
    text = unescape(text).strip()
    if not text:
        return None
    uid = bare_uid(text)
    found = Relation("" if uid != text else text, head.label, uid if uid != text else "", origin)
    draft.contact.relations.append(found)
    return found


def photo(draft: Draft, head: Head, value: str, origin: int) -> Photo | Extra | None:
    """PHOTO and LOGO: bytes in base64, a data URI, or the address of a picture."""
    text = value.strip()
    if not text:
        return None
    media_type = head.service
    framed = text[:5].lower() == "data:"  # some programs write a data URI and an ENCODING beside it
    if not framed and (head.encoding == BASE64 or head.value_type == "binary"):
        data = vcard_decoding.base64(text)
    else:
        text = unescape(text) if "\\" in text else text
        found = _DATA_URI.fullmatch(text) if framed else None
        if found is None:
            data = vcard_decoding.base64(text) if head.value_type != "uri" and ":" not in text else None
            if not data or sniff(data) == "":
                return _add_photo(draft, Photo(b"", media_type, text, head.label, origin))
        else:
            media_type = without_controls(found[1]).lower() or media_type
            data = vcard_decoding.base64(found[3]) if "base64" in found[2].lower() else None
    if not data:
        draft.remark("photo_damaged", origin)
        return draft.keep(head, text, origin)
    return _add_photo(draft, Photo(data, media_type or sniff(data), "", head.label, origin))


def _add_photo(draft: Draft, found: Photo) -> Photo:
    draft.contact.photos.append(found)
    return found


def sniff(data: bytes) -> str:
    """The media type by the first bytes, "" when they are none of the usual pictures."""
    for magic, media_type in _MAGIC:
        if data.startswith(magic):
            return media_type
    return "image/webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else ""


def android_custom(
    draft: Draft, head: Head, value: str, origin: int
) -> ContactDate | Relation | Extra | None:
    """X-ANDROID-CUSTOM: a row of Android's table; nickname, event and relation are understood."""
    kind, *row = [unescape(piece).strip() for piece in split_raw(value, ";")]
    kind = kind.removeprefix("vnd.android.cursor.item/")
    first, number, free = [*row, "", "", ""][:3]
    contact = draft.contact
    if kind == "nickname" and first and not contact.nickname:
        contact.nickname = first
        return None
    if kind == "contact_event" and first:
        label = _ANDROID_DATES.get(number) or labels.from_word(free)
        if label != "birthday" or not any(each.label == label for each in contact.dates):
            found = ContactDate(canonical_date(first), label, origin)
            contact.dates.append(found)
            return found
    if kind == "relation" and first:
        word = _ANDROID_RELATIONS.get(number) or labels.from_word(free)
        return _relation(draft, head, first, word, origin)
    return draft.keep(head, value, origin)


def encoded_name(draft: Draft, head: Head, value: str, origin: int) -> ContactDate | Relation | Extra | None:
    """X-FCENCODED- and hex digits (FullContact): the digits spell "X-FC-RelatedNames:Mother" and the like."""
    try:
        spelt = bytes.fromhex(head.name.removeprefix(FULL_CONTACT)).decode()
    except ValueError:
        spelt = ""
    name, _, word = spelt.partition(":")
    text = unescape(value).strip()
    if name == "X-FC-RelatedNames" and text:
        return _relation(draft, head, text, labels.from_word(word), origin)
    if name == "X-FC-OtherDates" and text:
        found = ContactDate(canonical_date(text), labels.from_word(word), origin)
        draft.contact.dates.append(found)
        return found
    return draft.keep(head, value, origin)
