"""The words of a message as its reader sees them: of several forms one, unfolded, without armour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain.mail import LONGEST_TEXT
from contactbook.formats.mail_html import text_of

if TYPE_CHECKING:
    from email.message import Message

_WIDER = {
    "gb2312": "gb18030", "gbk": "gb18030", "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "shift_jis": "cp932",
    "big5": "big5hkscs", "iso-8859-1": "cp1252", "iso-8859-9": "cp1254", "us-ascii": "utf-8",
}  # fmt: skip
"""What programs that name a charset really write (WHATWG Encoding, "Names and labels")."""
_SIGNED, _SIGNATURE, _END = (
    f"-----{words}-----" for words in ("BEGIN PGP SIGNED MESSAGE", "BEGIN PGP SIGNATURE", "END PGP SIGNATURE")
)
_CUT = "-- "


def text_in(part: Message) -> str:
    """The words of a part and of those within it; "" for a file, and for a message within the message."""
    kind = part.get_content_type()
    if kind == "message/rfc822":
        return ""
    if part.is_multipart():
        said = [text_in(each) for each in part.get_payload() if not isinstance(each, str)]  # type: ignore[arg-type]
        said = [each for each in said if each]
        return "".join(said[:1]) if kind == "multipart/alternative" else _joined(said)
    if part.get_content_disposition() == "attachment" or part.get_filename():
        return ""
    if kind == "text/html":
        return text_of(_decoded_text(part)[: LONGEST_TEXT * 10])
    if kind == "text/plain" or part.get_content_maintype() == "multipart":  # whose boundary is missing
        return _plain(part)
    return ""


def data_in(part: Message) -> bytes:
    """The bytes of a part that is no multipart."""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def decoded(data: bytes, charset: str) -> str:
    """Text in the charset that is named, or in the one that must have been meant."""
    named = charset.strip("'\" ").lower()
    for each in (_WIDER.get(named, named), named, "utf-8"):
        try:
            return data.decode(each)
        except (LookupError, ValueError):
            continue
    return data.decode("cp1252", "replace")


def _decoded_text(part: Message) -> str:
    text = decoded(data_in(part), part.get_content_charset() or "utf-8").replace("\0", "")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _joined(pieces: list[str]) -> str:
    """One below the other; some programs write the same both plain and as HTML without saying so."""
    kept: dict[str, str] = {}
    for piece in pieces:
        kept.setdefault("".join(piece.split()), piece)
    return "\n\n".join(kept.values())


def _plain(part: Message) -> str:
    text = _decoded_text(part)[:LONGEST_TEXT]
    if _parameter(part, "format") == "flowed":
        text = _unflowed(text, delete=_parameter(part, "delsp") == "yes")
    return (_without_armour(text) if _SIGNED in text else text).strip()


def _parameter(part: Message, name: str) -> str:
    return str(part.get_param(name, "")).lower()


def _unflowed(text: str, *, delete: bool) -> str:
    """Lines that were broken only to fit a screen, whole again (RFC 3676 4); `delete`: DelSp."""
    lines: list[str] = []
    open_at = -1
    for line in text.split("\n"):
        said = line.lstrip(">")
        depth = len(line) - len(said)
        said = said.removeprefix(" ")
        cut = said == _CUT
        goes_on = said.endswith(" ") and not cut
        if goes_on and delete:
            said = said[:-1]
        if depth == open_at and not cut:
            lines[-1] += said
        else:
            lines.append(f"{'>' * depth} {said}" if depth else said)
        open_at = depth if goes_on else -1
    return "\n".join(lines)


def _without_armour(text: str) -> str:
    """What was signed, without the lines around it (RFC 4880 7)."""
    kept: list[str] = []
    signed = head = signature = False
    for line in text.split("\n"):
        bare = line.rstrip()
        if bare == _SIGNED:
            signed = head = True
        elif head:
            head = bool(bare)
        elif signed and bare == _SIGNATURE:
            signature = True
        elif signature:
            signed = signature = bare != _END
        else:
            kept.append(line.removeprefix("- ") if signed else line)
    return "\n".join(kept)
