"""Lines for the parts of a contact, for any target: what is written where no original line says how.

Every function returns `Made`: name, parameters as text that begins with a semicolon, the value escaped, and
the label that has to stand beside it in an X-ABLabel line of the same group, where TYPE cannot say it.
"""

from __future__ import annotations

import binascii
import re
from operator import attrgetter

from contactbook.domain import labels, partial_dates
from contactbook.domain.contact import (
    CHAT,
    EMAIL,
    PHONE,
    SOCIAL,
    URL,
    Address,
    ContactDate,
    ContactPoint,
    Photo,
    Relation,
)
from contactbook.formats import vcard_services
from contactbook.formats.vcard_mapping import CARRIED
from contactbook.formats.vcard_target import APPLE, GOOGLE, OUTLOOK, Target
from contactbook.formats.vcard_text import escape, escape_old, param

Made = tuple[str, str, str, str]

_NAMES = {EMAIL: "EMAIL", PHONE: "TEL", URL: "URL"}
_CHAT_NAMES = {service: name for name, service in reversed(vcard_services.CHAT_PROPERTIES.items()) if service}
_BARE_CHAT = "X-MS-IMADDRESS"
_RELATED_TYPES = frozenset(
    {"contact", "acquaintance", "friend", "met", "co-worker", "colleague", "co-resident", "neighbor", "child"}
    | {
        "parent",
        "sibling",
        "spouse",
        "kin",
        "muse",
        "crush",
        "date",
        "sweetheart",
        "me",
        "agent",
        "emergency",
    }
)
_OUTLOOK_RELATIONS = {
    "spouse": "X-MS-SPOUSE", "manager": "X-MS-MANAGER", "assistant": "X-MS-ASSISTANT", "child": "X-MS-CHILD",
}  # fmt: skip
_PICTURES = {
    "image/jpeg": "JPEG", "image/png": "PNG", "image/gif": "GIF", "image/bmp": "BMP", "image/tiff": "TIFF",
    "image/webp": "WEBP", "image/svg+xml": "SVG", "image/heic": "HEIC",
}  # fmt: skip
_COMPONENTS = attrgetter("po_box", "extended", "street", "locality", "region", "postal_code", "country")
_COUNTRY = re.compile(r"[A-Za-z]{2}")
_URI_START = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:\S+")
_MOST_HEADS = 4096


def point(part: ContactPoint, target: Target) -> Made:
    """EMAIL, TEL, URL, IMPP or a social profile."""
    key = (part.kind, part.label, part.preferred, part.service)
    head = target.heads.get(key)
    if head is None:
        if len(target.heads) >= _MOST_HEADS:
            target.heads.clear()
        head = target.heads[key] = _point_head(part, target)
    name, params, label = head
    value = part.value
    if name == "IMPP":
        scheme = vcard_services.SCHEMES.get(part.service, "x-apple")
        value = f"{scheme}:{vcard_services.path_of(part.service, value)}"
    elif name == "SOCIALPROFILE" and not _URI_START.fullmatch(value):
        params += ";VALUE=text"
    return name, params, escape_old(value) if target.old else escape(value), label


def _point_head(part: ContactPoint, target: Target) -> tuple[str, str, str]:
    kind, service = part.kind, part.service
    types = labels.to_types(part.label, kind)
    spoken = list(types or ())
    label = "" if types is not None else part.label
    if kind == EMAIL and not target.modern:
        spoken.insert(0, "internet")
    if kind == PHONE and target.dialect == OUTLOOK and "fax" not in spoken:
        spoken.append("voice")
    if kind == SOCIAL:
        return (*_social_head(service, spoken, part.preferred, target), label)
    params = types_params(spoken, part.preferred, target)
    if kind != CHAT:
        return _NAMES[kind], params, label
    if not service:
        return _BARE_CHAT, params, label
    if target.dialect == GOOGLE and service in _CHAT_NAMES:
        return _CHAT_NAMES[service], params, label
    spelling = vcard_services.SPELLINGS.get(service, service)
    if target.dialect == OUTLOOK:
        return _BARE_CHAT, param("X-SERVICE-TYPE", spelling) + params, label
    name = "SERVICE-TYPE" if target.modern else "X-SERVICE-TYPE"
    return "IMPP", param(name, spelling) + params, label


def _social_head(service: str, spoken: list[str], preferred: bool, target: Target) -> tuple[str, str]:
    params = types_params(spoken, preferred, target)
    if target.modern:
        return "SOCIALPROFILE", (param("SERVICE-TYPE", service) if service else "") + params
    return "X-SOCIALPROFILE", (param("TYPE", service) if service else "") + params


def types_params(types: list[str], preferred: bool, target: Target) -> str:
    """TYPE and preference as the version writes them."""
    if target.modern:
        pref = ";PREF=1" if preferred else ""
        return f";TYPE={','.join(types)}{pref}" if types else pref
    words = [word.upper() for word in types]
    if preferred:
        words.append("PREF")
    if not words:
        return ""
    return ";" + ";".join(words) if target.old else f";TYPE={','.join(words)}"


def address(part: Address, target: Target) -> Made:
    """ADR; the block as it is printed stands in its LABEL parameter in 4.0, in a line of its own before."""
    types = labels.to_types(part.label, "")
    params = types_params(list(types or ()), part.preferred, target)
    code = part.country_code
    if code and (target.modern or not _COUNTRY.fullmatch(code)):
        params += param("CC", code)
    if part.formatted and target.modern:
        params += param("LABEL", part.formatted)
    quoted = escape_old if target.old else escape
    value = ";".join(_COMPONENTS(part))
    if target.old or "\\" in value or "," in value or "\n" in value or "\r" in value or value.count(";") > 6:
        value = ";".join([quoted(text) for text in _COMPONENTS(part)])
    return "ADR", params, value, "" if types is not None else part.label


def has_components(part: Address) -> bool:
    """Whether the address is more than the block as it is printed."""
    return bool(
        part.street or part.locality or part.postal_code or part.country or part.region or part.extended
        or part.po_box
    )  # fmt: skip


def region_code(part: Address, target: Target) -> str:
    """The value of X-ABADR, "" where the country code stands in the ADR line."""
    code = part.country_code
    return code.lower() if code and not target.modern and _COUNTRY.fullmatch(code) else ""


def formatted_address(part: Address, target: Target) -> Made:
    """LABEL, for 2.1 and 3.0."""
    types = labels.to_types(part.label, "")
    params = types_params(list(types or ()), part.preferred, target)
    value = escape_old(part.formatted) if target.old else escape(part.formatted)
    return "LABEL", params, value, "" if types is not None else part.label


def date(part: ContactDate, target: Target, first_birthday: bool = True) -> Made:
    """BDAY, ANNIVERSARY, DEATHDATE, or a date with a label of its own."""
    name, label = _date_name(part.label, target, first_birthday)
    params, value = date_value(part.value, target)
    if name == "BDAY" and _cannot_say(part.value, target):
        name, params, value = f"{CARRIED}BDAY", "", _prose(part.value, target)
    return name, params, value, label


def _date_name(label: str, target: Target, first_birthday: bool) -> tuple[str, str]:
    if label == "birthday" and first_birthday:
        return "BDAY", ""
    if label == "anniversary":
        if target.modern:
            return "ANNIVERSARY", ""
        if target.dialect == OUTLOOK:
            return "X-MS-ANNIVERSARY", ""
        if target.dialect not in (APPLE, GOOGLE):
            return "X-ANNIVERSARY", ""
    if label == "death":
        return "DEATHDATE" if target.modern else "X-DEATHDATE", ""
    return "X-ABDATE", label


def _cannot_say(value: str, target: Target) -> bool:
    """Whether BDAY of the target cannot hold this date: words in old versions, no year in Outlook."""
    if target.modern:
        return False
    year, month, _ = partial_dates.parts(value)
    if (year is None and month is None) or not partial_dates.is_valid(value):
        return True
    return year is None and target.dialect == OUTLOOK


def date_value(value: str, target: Target) -> tuple[str, str]:
    """Parameters and value of a date as the version writes it; words stay words."""
    year, month, day = partial_dates.parts(value)
    if not partial_dates.is_valid(value):
        return (";VALUE=text" if target.modern else ""), _prose(value, target)
    if target.modern:
        if month is None:
            return "", value
        short = value.replace("-", "") if year is not None and day is not None else value
        return "", f"--{month:02}{day:02}" if year is None and day is not None else short
    if year is None and month is not None and day is not None and target.version == "3.0":
        if target.dialect != GOOGLE:
            apple = partial_dates.APPLE_NO_YEAR
            return f";X-APPLE-OMIT-YEAR={apple}", f"{apple}-{month:02}-{day:02}"
    return "", value


def _prose(value: str, target: Target) -> str:
    return escape_old(value) if target.old else escape(value)


def relation(part: Relation, target: Target) -> Made:
    """RELATED in 4.0; a name with a label before, which is how Apple and Google say it."""
    text = escape_old(part.text) if target.old else escape(part.text)
    params = ""
    value = text or f"urn:uuid:{escape(part.uid)}"
    if target.modern:
        known = part.label in _RELATED_TYPES
        params = f";TYPE={part.label}" if known else ""
        if part.uid:
            value = f"urn:uuid:{escape(part.uid)}"
            params += param("X-CONTACTBOOK-NAME", part.text) if part.text else ""
        else:
            params += ";VALUE=text"
        return "RELATED", params, value, "" if known else part.label
    if part.uid and part.text:
        params = param("X-CONTACTBOOK-UID", part.uid)
    if target.dialect == OUTLOOK and part.label in _OUTLOOK_RELATIONS:
        return _OUTLOOK_RELATIONS[part.label], params, value, ""
    return "X-ABRELATEDNAMES", params, value, part.label


def photo(part: Photo, target: Target) -> Made:
    """PHOTO or LOGO, with its bytes or its address."""
    name, label = ("LOGO", "") if part.label == "logo" else ("PHOTO", part.label)
    types = labels.to_types(label, "")
    left, words = ("", list(types)) if types is not None else (label, [])
    picture = _PICTURES.get(part.media_type, "")
    media = param("MEDIATYPE", part.media_type) if part.media_type and not picture else ""
    if not part.data:
        place = "" if target.modern else ";VALUE=URL" if target.old else ";VALUE=uri"
        media = param("MEDIATYPE", part.media_type) if part.media_type else ""
        return name, place + media + types_params(words, False, target), escape(part.url), left
    encoded = binascii.b2a_base64(part.data, newline=False).decode()
    if target.modern:
        params = types_params(words, False, target)
        return name, params, f"data:{part.media_type};base64,{encoded}", left
    if picture:
        words.insert(0, picture)
    if target.old:
        kinds = "".join(f";{word.upper()}" if word != picture else f";TYPE={word}" for word in words)
        return name, f";ENCODING=BASE64{media}{kinds}", encoded, left
    return name, f";ENCODING=b{media}{types_params(words, False, target)}", encoded, left
