"""Contacts to LDIF (RFC 2849): inetOrgPerson (RFC 2798) with the attributes of Mozilla's address book."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING, BinaryIO

from contactbook.domain import names
from contactbook.formats.slot_layout import SlotLayout, Slots
from contactbook.formats.table_layout import Widths

if TYPE_CHECKING:
    from contactbook.domain.contact import Contact

_LONGEST_LINE = 76
_SAFE = re.compile(r"(?![ :<])[\x01-\x09\x0b\x0c\x0e-\x7f]*(?<! )")
"""RFC 2849, SAFE-STRING; everything else goes as base64."""
_SPECIAL = re.compile(r'([,+"\\<>;=])')
_CLASSES = ("top", "person", "organizationalPerson", "inetOrgPerson", "mozillaAbPersonAlpha")


def _address(prefix: str, **columns: str) -> dict[str, str]:
    return {part: f"{prefix}{name}" for part, name in columns.items()}


_WORK = {"street": "street", "extended": "mozillaWorkStreet2", "po_box": "postOfficeBox", "locality": "l",
         "region": "st", "postal_code": "postalCode", "country": "co"}  # fmt: skip
_HOME = _address("mozillaHome", street="Street", extended="Street2", locality="LocalityName", region="State",
                 postal_code="PostalCode", country="CountryName")  # fmt: skip
_PHONES = {"work": ("telephoneNumber",), "home": ("homePhone",), "mobile": ("mobile",), "pager": ("pager",),
           "fax": ("facsimileTelephoneNumber",), "telex": ("telexNumber",)}  # fmt: skip
_TEXTS = {"full_name": "cn", "given": "givenName", "family": "sn", "prefix": "personalTitle",
          "suffix": "generationQualifier", "nickname": "mozillaNickname", "organization": "o",
          "department": "ou", "job_title": "title", "language": "preferredLanguage"}  # fmt: skip
_URLS = {"work": ("mozillaWorkUrl",), "home": ("mozillaHomeUrl",), "": ("labeledURI",)}
_DAYS = {"birthday": ("birthyear", "birthmonth", "birthday")}
_REPEATED = ("mail", "telephoneNumber", "homePhone", "mobile", "pager", "facsimileTelephoneNumber",
             "telexNumber", "labeledURI")  # fmt: skip

ATTRIBUTES = Slots(
    heading=(*_TEXTS.values(), "mail", *(name for each in _PHONES.values() for name in each),
             *_WORK.values(), *_HOME.values(), *(name for each in _URLS.values() for name in each),
             *_DAYS["birthday"], "description"),
    texts=_TEXTS,
    emails=("mail",),
    phones=_PHONES,
    urls=_URLS,
    places=((("work", ""), _WORK), (("home",), _HOME)),
    days=_DAYS,
    note="description",
    many=dict.fromkeys(_REPEATED, ""),
)  # fmt: skip


class LdifWriter:
    """Writes contacts one after the other as entries."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._layout = SlotLayout(ATTRIBUTES, Widths())
        self._count = 0
        stream.write(b"version: 1\n")

    def write(self, contact: Contact) -> None:
        """One contact more."""
        self._count += 1
        values = self._layout.values(contact)
        shown = contact.full_name or names.display_name(contact) or str(self._count)
        values.setdefault("cn", [shown])
        name = _SPECIAL.sub(r"\\\1", shown.replace("\n", " "))
        lines = [_line("dn", f"cn={name},entry={self._count}")]
        lines += [_line("objectClass", each) for each in _CLASSES]
        lines += [_line(name, value) for name in ATTRIBUTES.heading for value in values.get(name, ())]
        lines += [_binary("jpegPhoto", photo.data) for photo in contact.photos if photo.data]
        self._stream.write(("\n" + "".join(lines)).encode("ascii"))

    def finish(self) -> None:
        """What stands after the last contact: nothing."""


def unheld(contact: Contact) -> list[str]:
    """What has no attribute, one code for each property; pictures have one."""
    photos = sum(bool(photo.data or not photo.url) for photo in contact.photos)
    codes = SlotLayout(ATTRIBUTES, Widths()).unheld(contact)
    for _ in range(photos):
        codes.remove("photo")
    return codes


def _line(name: str, value: str) -> str:
    if _SAFE.fullmatch(value):
        return _folded(f"{name}: {value}")
    return _binary(name, value.encode("utf-8", "replace"))


def _binary(name: str, value: bytes) -> str:
    return _folded(f"{name}:: {base64.b64encode(value).decode()}")


def _folded(line: str) -> str:
    """Lines after the first begin with a blank."""
    pieces = [line[:_LONGEST_LINE]]
    step = _LONGEST_LINE - 1
    pieces += [" " + line[at : at + step] for at in range(_LONGEST_LINE, len(line), step)]
    return "\n".join(pieces) + "\n"
