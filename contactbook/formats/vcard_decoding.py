"""From the bytes of a value to text: charsets, quoted-printable, base64."""

from __future__ import annotations

import binascii
import codecs
import re

_ALIASES = {
    "ansi": "cp1252", "ansi_x3.4-1968": "cp1252", "iso-8859-1": "cp1252", "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "iso-8859-9": "cp1254", "us-ascii": "utf-8", "ascii": "utf-8", "shift_jis": "cp932", "shift-jis": "cp932",
    "sjis": "cp932", "x-sjis": "cp932", "gb2312": "gb18030", "gbk": "gb18030", "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949", "unicode-1-1-utf-8": "utf-8", "x-mac-roman": "mac_roman", "macintosh": "mac_roman",
}  # fmt: skip
"""Names as they stand in cards, and the codec that is meant: the Windows code page where that holds more."""

_NO_CHARSETS = frozenset(("idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"))
"""Codecs of Python that are no charset of any card; the first two take far longer than their input is."""

_SPACE = re.compile(r"\s+")
_WRONG = re.compile("[\udc80-\udcff]")
_CUT_END = re.compile(rb"(?:[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})\Z")
_BASE64 = re.compile(r"[A-Za-z0-9+/]*={0,3}")


def codec_of(charset: str) -> str:
    """The Python codec for a charset name, "" when there is none (or when it is not one for text)."""
    name = charset.strip().strip("\"'").lower()
    if not name:
        return ""
    try:
        found = codecs.lookup(_ALIASES.get(name, name))
    except (LookupError, ValueError):
        return ""
    known = getattr(found, "_is_text_encoding", True) and found.name.replace("_", "-") not in _NO_CHARSETS
    return found.name if known else ""


def decode(data: bytes, charset: str, fallback: str) -> tuple[str, bool]:
    """Text of `data`, and whether it had to be guessed.

    Args:
        data: the bytes of a value.
        charset: what the property says about itself, "" when nothing.
        fallback: codec name for bytes that are neither that nor UTF-8.
    """
    codec = codec_of(charset)
    if codec and codec != "utf-8":
        try:
            return _sound(data, codec), False
        except UnicodeError:
            pass
    try:
        return data.decode("utf-8"), False
    except UnicodeDecodeError:
        repaired, guessed = _nearly_utf8(data, fallback)
    if repaired is not None:
        return repaired, guessed
    for each in (fallback, codec, "cp1252"):
        if each and each != "utf-8":
            try:
                return _sound(data, each), True
            except (UnicodeError, LookupError):
                pass
    return data.decode("latin-1"), True


def _sound(data: bytes, codec: str) -> str:
    """Text that can be stored and written again: UTF-7 can spell half a character, which is an error here."""
    text = data.decode(codec)
    text.encode()
    return text


def _nearly_utf8(data: bytes, fallback: str) -> tuple[str | None, bool]:
    """UTF-8 with few wrong bytes among right ones, or cut within its last character; None for other bytes.

    And whether the fallback had to read the wrong ones.
    """
    text = data.decode("utf-8", "surrogateescape")
    wrong = _WRONG.findall(text)
    right = sum(1 for letter in text if letter > "\x7f") - len(wrong)
    if right < 1:
        return None, False
    cut = _CUT_END.search(data)
    if cut is not None and len(wrong) == len(cut[0]):
        return text[: -len(wrong)], False
    if right <= 2 * len(wrong):
        return None, False
    mended = _WRONG.sub(
        lambda found: bytes([ord(found[0]) - 0xDC00]).decode(fallback or "cp1252", "replace"), text
    )
    return mended, True


def quoted_printable(data: bytes) -> bytes:
    """The bytes behind quoted-printable text, soft breaks taken out (RFC 2045 6.7); a wrong `=` stays."""
    return binascii.a2b_qp(data)


def base64(text: str) -> bytes | None:
    """The bytes behind base64 text, blanks ignored and missing padding added; None when it is damaged."""
    if not text.isalnum() or not text.isascii():
        text = _SPACE.sub("", text).replace("-", "+").replace("_", "/")
        if not _BASE64.fullmatch(text):
            return None
        text = text.rstrip("=")
    if len(text) % 4 == 1:
        return None
    try:
        return binascii.a2b_base64(text + "=" * (-len(text) % 4))
    except binascii.Error:
        return None
