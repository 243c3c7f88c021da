"""Carrying properties through a version of vCard that does not have them, so that they come back from it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from contactbook.formats import vcard_decoding, vcard_property
from contactbook.formats.vcard_mapping import BROKEN_LINE
from contactbook.formats.vcard_property import BASE64, CARRIED, carried_name
from contactbook.formats.vcard_text import param

if TYPE_CHECKING:
    from contactbook.domain.contact import Extra
    from contactbook.formats.vcard_target import Target

_ONLY_4 = frozenset(
    {"KIND", "XML", "GENDER", "ANNIVERSARY", "LANG", "RELATED", "MEMBER", "CLIENTPIDMAP", "BIRTHPLACE"}
    | {"DEATHPLACE", "DEATHDATE", "EXPERTISE", "HOBBY", "INTEREST", "ORG-DIRECTORY", "CONTACT-URI", "CREATED"}
    | {"GRAMGENDER", "LANGUAGE", "PRONOUNS", "SOCIALPROFILE", "JSPROP"}
)
_ONLY_BEFORE_4 = frozenset({"MAILER", "CLASS", "AGENT", "LABEL", "SORT-STRING", "NAME", "PROFILE"})
_FRAME = frozenset({"BEGIN", "END", "VERSION"})
_ONCE = frozenset({"N", "UID", "REV", "BDAY", "ANNIVERSARY", "GENDER"})
_SOUND_NAME = re.compile(r"[A-Za-z0-9-]+")
_SOUND_PARAMS = re.compile(r'(?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*')
_DATA_URI = re.compile(r"data:([^;,]*);base64,(.*)", re.DOTALL | re.IGNORECASE)
_GEO = re.compile(r"\s*([+-]?[0-9.]+)\s*[;,]\s*([+-]?[0-9.]+)\s*")
_GEO_URI = re.compile(r"geo:([+-]?[0-9.]+),([+-]?[0-9.]+)", re.IGNORECASE)
_BINARY = frozenset({"KEY", "SOUND", "LOGO", "PHOTO"})
_TYPES = {
    "X509": "application/x-x509-ca-cert",
    "PGP": "application/pgp-keys",
    "WAVE": "audio/wav",
    "OGG": "audio/ogg",
}


def extra(part: Extra, target: Target, *, again: bool = False, convert: bool = True) -> tuple[str, str, str]:
    """Name, parameters and raw value of a property that is kept, as the target can hold it.

    Args:
        part: the property.
        target: what is written.
        again: whether a property of this name stands in the card already.
        convert: whether it came from another version, in which the same value may be spelt otherwise.
    """
    if not part.name:
        return BROKEN_LINE, "", part.value
    name, value = part.name.upper(), part.value
    params = sound_params(part.params, target)
    if name == "GEO" and convert:
        value = _geo(value, target)
    if name in _BINARY and convert:
        params, value = _binary(params, value, target)
    damaged = "ENCODING=" in params.upper() and not vcard_decoding.base64(value)
    if _must_carry(name, params, target) or again or (damaged and not target.old):
        if damaged:
            params = re.sub(r";ENCODING=", ";X-ENCODING=", params, flags=re.IGNORECASE)
        return CARRIED + carried_name(part.name), params, value
    return part.name, params, value


def _must_carry(name: str, params: str, target: Target) -> bool:
    if not _SOUND_NAME.fullmatch(name) or name in _FRAME:
        return True
    if name in _ONCE and not (target.modern and "ALTID=" in params.upper()):
        return True
    if name in ("PHOTO", "LOGO") and "ENCODING=" in params.upper():
        return True
    return name in (_ONLY_BEFORE_4 if target.modern else _ONLY_4)


def is_sound(piece: str) -> bool:
    """Whether one parameter is what the grammar of 3.0 and 4.0 allows."""
    return _SOUND_PARAMS.fullmatch(f";{piece}") is not None


def sound_params(text: str, target: Target) -> str:
    """Parameters, each behind a semicolon: as they stood where the target allows that, else put right."""
    if not text:
        return ""
    whole = f";{text}"
    upper = whole.upper()
    sound = _SOUND_PARAMS.fullmatch(whole) and vcard_property.is_lasting(whole.replace('"', ""))
    sound = sound and '\\"' not in whole
    if "CHARSET=" in upper or "ENCODING=" in upper or not sound:
        return _rebuilt(text, target)
    return whole


def _rebuilt(text: str, target: Target) -> str:
    head = vcard_property.parse_head(f"X;{text}")
    if head is None:
        return ""
    pieces: list[str] = []
    for key, value in head.params:
        if key == "CHARSET":
            continue
        if key == "ENCODING":
            if head.encoding != BASE64:
                continue
            value = "BASE64" if target.old else "b"
        name = key if _SOUND_NAME.fullmatch(key) else CARRIED + carried_name(key)
        pieces.append(param(name, value))
    return "".join(pieces)


def _geo(value: str, target: Target) -> str:
    if target.modern:
        found = _GEO.fullmatch(value)
        return f"geo:{found[1]},{found[2]}" if found else value
    found = _GEO_URI.fullmatch(value)
    return f"{found[1]};{found[2]}" if found else value


def _binary(params: str, value: str, target: Target) -> tuple[str, str]:
    """Base64 stands in a data URI in 4.0, and says its ENCODING before."""
    pieces = [piece for piece in params.split(";") if piece]
    encoded = [piece for piece in pieces if piece.upper().startswith("ENCODING=")]
    if target.modern and encoded and vcard_decoding.base64(value):
        kinds = [piece[5:].upper() for piece in pieces if piece.upper().startswith("TYPE=")]
        named = [piece[10:].strip('"') for piece in pieces if piece.upper().startswith("MEDIATYPE=")]
        named += [_TYPES[kind] for kind in kinds if kind in _TYPES]
        media = named[0] if named else "application/octet-stream"
        rest = [
            piece for piece in pieces if piece not in encoded and not piece.upper().startswith("MEDIATYPE=")
        ]
        return "".join(f";{piece}" for piece in rest), f"data:{media};base64,{value}"
    found = None if target.modern else _DATA_URI.fullmatch(value)
    if found is not None:
        rest = [piece for piece in pieces if not piece.upper().startswith("VALUE=")]
        if found[1]:
            rest.append(param("MEDIATYPE", found[1])[1:])
        rest.insert(0, "ENCODING=BASE64" if target.old else "ENCODING=b")
        return "".join(f";{piece}" for piece in rest), found[2]
    return params, value
