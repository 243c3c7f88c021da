"""E-mail addresses: the form in which they are compared, and whether one can be an address at all."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 254
"""Longest address in characters (RFC 5321 4.5.3.1.3)."""

LONGEST_LOCAL = 64
"""Longest part before the at sign in characters (RFC 5321 4.5.3.1.1)."""

_ANGLE = re.compile(r"<([^<>\s]+@[^<>\s]+)>")
_NEVER = r"\x00-\x1f\x7f\ud800-\udfff"
"""Control characters, and bytes that no encoding could read."""
_ATOM = rf"[^\s@\"(),:;<>\[\]\\.{_NEVER}]+"
_LOCAL = re.compile(rf"(?:{_ATOM}(?:\.{_ATOM})*|\"[^\"{_NEVER}]+\")")
_DOMAIN = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]{0,61}[^\W_]|\[[0-9A-Fa-f:.]+\]")


def bare(value: str) -> str:
    """The address alone: without blanks around it, "mailto:", or a name before <angle brackets>."""
    value = value.strip()
    if value[:7].lower() == "mailto:":
        value = value[7:].partition("?")[0].strip()
    if value.endswith(">") and (found := _ANGLE.search(value)):
        value = found[1]
    return value


def key(value: str) -> str:
    """The address as it is compared: bare, composed (NFC), lower case; "" when it holds no at sign.

    The local part is case sensitive on paper (RFC 5321 2.4), and on no server in use.
    """
    value = bare(value)
    if "@" not in value:
        return ""
    return value.lower() if value.isascii() else unicodedata.normalize("NFC", value).lower()


def domain(value: str) -> str:
    """The part after the at sign, in lower case; "" when there is none."""
    return key(value).rpartition("@")[2]


def is_address(value: str) -> bool:
    """Whether the text is one address that a mail program would accept; nothing is looked up."""
    value = value.strip()
    local, at, host = value.rpartition("@")
    if not at or len(value) > LONGEST or len(local) > LONGEST_LOCAL:
        return False
    return _LOCAL.fullmatch(local) is not None and _DOMAIN.fullmatch(host) is not None
