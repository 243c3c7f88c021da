"""Reading of ways to reach a contact: e-mail, phone, web, chat, social accounts. Handlers as in `vcard_names`."""

from __future__ import annotations

import re
from urllib.parse import unquote

from contactbook.domain.contact import CHAT, EMAIL, PHONE, SOCIAL, URL, ContactPoint
from contactbook.formats import vcard_services
from contactbook.formats.vcard_draft import Draft
from contactbook.formats.vcard_property import Head, unescape

_URI = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{1,30}):(?://)?(.*)", re.DOTALL)
_OLD_KDE = re.compile(r"X-MESSAGING/([^-]+)-ALL", re.IGNORECASE)


def email(draft: Draft, head: Head, value: str, origin: int) -> ContactPoint | None:
    """EMAIL."""
    return _add(draft, EMAIL, value, head, origin)


def phone(draft: Draft, head: Head, value: str, origin: int) -> ContactPoint | None:
    """TEL as text; commas and semicolons belong to the number (pauses, extensions)."""
    return _add(draft, PHONE, value, head, origin)


def phone_uri(draft: Draft, head: Head, value: str, origin: int) -> ContactPoint | None:
    """TEL;VALUE=uri: the number without "tel:"."""
    text = unescape(value).strip()
    if text[:4].lower() == "tel:":
        text = text[4:]
    return _add(draft, PHONE, unquote(text) if "%" in text else text, head, origin, escaped=False)


def url(draft: Draft, head: Head, value: str, origin: int) -> ContactPoint | None:
    """URL."""
    return _add(draft, URL, value, head, origin)


def chat(draft: Draft, head: Head, value: str, origin: int) -> ContactPoint | None:
    """X-SKYPE and its like: a bare account name."""
    return _add(draft, CHAT, value, head, origin)


def social(draft: Draft, head: Head, value: str, origin: int) -> ContactPoint | None:
    """X-TWITTER and its like."""
    return _add(draft, SOCIAL, value, head, origin)


def impp(draft: Draft, head: Head, value: str, origin: int) -> ContactPoint | None:
    """IMPP (RFC 6350 6.4.3): a URI whose scheme is the service, unless a parameter names it."""
    text = unescape(value).strip()
    found = _URI.fullmatch(text)
    service = head.service
    if found is not None and (service or found[1].lower() in vcard_services.SERVICES or found[2]):
        service = service or vcard_services.word(found[1])
        text = unquote(found[2]) if "%" in found[2] else found[2]
    point = _add(draft, CHAT, text, head, origin, escaped=False)
    if point is not None:
        point.service = service
    return point


def social_profile(draft: Draft, head: Head, value: str, origin: int) -> ContactPoint | None:
    """X-SOCIALPROFILE (Apple) and SOCIALPROFILE (RFC 9554): an address, or the user's name where there is none."""
    text = unescape(value).strip()
    if text.lower().startswith("x-apple:"):
        text = unquote(text[8:])
    text = text or head.param("X-USER") or head.param("USERNAME")
    return _add(draft, SOCIAL, text, head, origin, escaped=False)


def old_kde_service(name: str) -> str:
    """The service in KDE's old property names ("X-messaging/twitter-All"), "" for other names."""
    found = _OLD_KDE.fullmatch(name)
    return vcard_services.word(found[1].lower()) if found else ""


def _add(
    draft: Draft, kind: str, value: str, head: Head, origin: int, *, escaped: bool = True
) -> ContactPoint | None:
    if escaped and "\\" in value:
        value = unescape(value)
    value = value.strip()
    if not value:
        return None
    point = ContactPoint(kind, value, head.label, head.preferred, head.service, "", origin)
    draft.contact.points.append(point)
    if head.preference > 1:
        draft.wait()
        draft.preferences.append((head.preference, point))
    return point
