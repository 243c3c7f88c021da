"""Reading of e-mail, phone, web, chat and social accounts. Handlers as in `vcard_names`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from contactbook.domain.contact import ContactPoint
from contactbook.formats import vcard_services
from contactbook.formats.vcard_property import Head, unescape

if TYPE_CHECKING:
    from contactbook.formats.vcard_draft import Draft

_URI = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{1,30}):(?://)?(.*)", re.DOTALL)
_TEL = re.compile(r"\Atel\\?:", re.IGNORECASE)
_OLD_KDE = re.compile(r"X-MESSAGING/([^-]+)-ALL", re.IGNORECASE)


def point(draft: Draft, head: Head, value: str, origin: int) -> ContactPoint | None:
    """URL and bare account names (X-SKYPE and its like): one text."""
    if "\\" in value:
        value = unescape(value)
    value = value.strip()
    if not value:
        return None
    found = ContactPoint(head.kind, value, head.label, head.preferred, head.service, "", origin)
    draft.contact.points.append(found)
    if head.preference > 1:
        draft.wait()
        draft.preferences.append((head.preference, found))
    return found


def email(draft: Draft, head: Head, value: str, origin: int) -> ContactPoint | None:
    """EMAIL, with or without "mailto:"."""
    if value[:1] in "mM" and value[:7].lower() == "mailto:":
        value = value[7:]
    return point(draft, head, value, origin)


def phone(draft: Draft, head: Head, value: str, origin: int) -> ContactPoint | None:
    """TEL as text; commas and semicolons belong to the number (pauses, extensions)."""
    if value[:1] in "tT" and _TEL.match(value):
        return phone_uri(draft, head, value, origin)
    return point(draft, head, value, origin)


def phone_uri(draft: Draft, head: Head, value: str, origin: int) -> ContactPoint | None:
    """TEL;VALUE=uri: the number without "tel:"."""
    value = _TEL.sub("", value)
    return point(draft, head, unquote(value) if "%" in value else value, origin)


def impp(draft: Draft, head: Head, value: str, origin: int) -> ContactPoint | None:
    """IMPP (RFC 6350 6.4.3): a URI whose scheme is the service, unless a parameter names it."""
    text = unescape(value).strip()
    found = _URI.fullmatch(text)
    service = head.service
    if found is not None and (service or found[1].lower() in vcard_services.SERVICES or found[2]):
        service = service or vcard_services.word(found[1])
        text = vcard_services.account_in(service, found[2])
    made = _made_of(draft, head, text, origin)
    if made is not None:
        made.service = service
    return made


def social_profile(draft: Draft, head: Head, value: str, origin: int) -> ContactPoint | None:
    """X-SOCIALPROFILE (Apple), SOCIALPROFILE (RFC 9554): an address, or else the user's name."""
    text = unescape(value).strip()
    if text.lower().startswith("x-apple:"):
        text = unquote(text[8:])
    return _made_of(draft, head, text or head.param("X-USER") or head.param("USERNAME"), origin)


def _made_of(draft: Draft, head: Head, text: str, origin: int) -> ContactPoint | None:
    """The point for text that needs no unescaping any more."""
    return point(draft, head, text.replace("\\", "\\\\"), origin)


def old_kde_service(name: str) -> str:
    """The service in KDE's old property names ("X-messaging/twitter-All"), "" for other names."""
    found = _OLD_KDE.fullmatch(name)
    return vcard_services.word(found[1].lower()) if found else ""
