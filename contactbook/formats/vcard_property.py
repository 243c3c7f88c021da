"""The head of a vCard line ("item1.TEL;TYPE=CELL,VOICE") taken apart, and values split and unescaped.

Heads repeat endlessly within a file, so they are parsed once and remembered by the reader. The parser is a
small state machine in the manner of kcontacts, run only when a head holds a quote or something else that a
plain split would miss.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

from contactbook.formats import vcard_decoding

PLAIN, QUOTED_PRINTABLE, BASE64 = "", "qp", "b64"

_ENCODINGS = {
    "quoted-printable": QUOTED_PRINTABLE, "q": QUOTED_PRINTABLE, "base64": BASE64, "b": BASE64,
    "8bit": PLAIN, "7bit": PLAIN,
}  # fmt: skip
_BARE_ENCODINGS = frozenset({"quoted-printable", "base64", "b", "8bit", "7bit"})
_BARE_CHARSETS = frozenset({"utf-8", "iso-8859-1", "us-ascii", "windows-1252", "shift_jis"})
_BARE_VALUES = frozenset({"inline", "content-id", "cid"})
_CHARSETS_OF_UTF8 = frozenset({"", "utf-8", "utf8", "us-ascii", "ascii"})
_NAME = re.compile(r"[^\s\x00-\x1f:;,=\"']+")
_SCHEME_END = re.compile(r"=(?:https?|ftp|geo|urn)$", re.IGNORECASE)
_SCHEME_REST = re.compile(r":(?://|[0-9+-]|uuid:)", re.IGNORECASE)
_LONGEST_HEAD = 16 * 1024
"""Characters; in a longer head nothing clever is tried, so that reading stays linear."""
_MOST_PARAMETERS = 1000
_ESCAPE = re.compile(r"""\\([nN,;:"\\])""")
_ESCAPES = {"n": "\n", "N": "\n", '"': '"', ",": ",", ";": ";", ":": ":", "\\": "\\"}
_PLAIN_WORD = re.compile(r"[\w-]+")
_ANDROID_LABEL = re.compile(
    r"X-CUSTOM\((?:CHARSET=([^,()]*),ENCODING=QUOTED-PRINTABLE,)?([^()]*)\)", re.IGNORECASE
)
_CARET = re.compile(r"\^([n'^])")
_CARETS = {"n": "\n", "'": '"', "^": "^"}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_NO_NAME = re.compile(r"[^A-Za-z0-9-]")

CARRIED = "X-CONTACTBOOK-CARRY-"
"""Before the name of a property or parameter that the version of the card does not have."""
CODED = "X-CONTACTBOOK-CODED-"
"""Before the name of a parameter whose value no quotes can hold; it is written as `carried_name` does."""


@dataclass(slots=True)
class Head:
    """Everything in a line before its value.

    `name` is upper case without group; `spelt` as it stood; `params` pairs of upper-case name and decoded
    value in order (a bare word of vCard 2.1 is a TYPE, ENCODING, CHARSET or VALUE); `params_text` as they
    stood, without the leading semicolon. The rest is worked out once from these: `types` the TYPE values,
    `label` what they say to a person, `preferred`. `handler` and `slot` belong to the mapping.
    """

    name: str
    spelt: str
    group: str = ""
    params: tuple[tuple[str, str], ...] = ()
    params_text: str = ""
    types: tuple[str, ...] = ()
    encoding: str = PLAIN
    charset: str = ""
    value_type: str = ""
    preference: int = 0
    label: str = ""
    preferred: bool = False
    service: str = ""
    kind: str = ""
    handler: Any = None
    ungrouped: Any = None
    textual: bool = False
    slot: str = ""
    carried: bool = False

    def param(self, name: str) -> str:
        """The first value of a parameter, "" when it is not there."""
        for key, value in self.params:
            if key == name:
                return value
        return ""

    @property
    def needs_bytes(self) -> bool:
        """Whether the value cannot be taken from text that was decoded as UTF-8."""
        return self.encoding == QUOTED_PRINTABLE or self.charset not in _CHARSETS_OF_UTF8


def split_line(line: str) -> tuple[Head, str] | None:
    """The head and the value of an unfolded line; None when it is no property at all."""
    end = head_end(line)
    if end < 0:
        return None
    head = parse_head(line[:end])
    return None if head is None else (head, line[end + 1 :])


def head_end(line: str) -> int:
    """Where the colon stands that ends the head; -1 when there is none.

    Colons in quotes do not count, nor does the one of an address that somebody forgot to quote
    (`X-P;L=http://a.b:c`).
    """
    colon = line.find(":")
    if colon < 0 or colon >= _LONGEST_HEAD:
        return colon
    line = line[: 2 * _LONGEST_HEAD]
    end = colon
    if '"' in line[:colon]:
        end = _colon_outside_quotes(line, 0)
        end = colon if end < 0 else end
    while _SCHEME_END.search(line[max(0, end - 8) : end]) and _SCHEME_REST.match(line, end):
        following = _colon_outside_quotes(line, end + 1)
        if following < 0:
            break
        end = following
    return end


def _colon_outside_quotes(line: str, start: int) -> int:
    """The first colon outside quotes; a quote behind a backslash (Apple) is text if that leads anywhere."""
    for escapes in (True, False):
        position, quoted = start, False
        while True:
            quote = line.find('"', position)
            if not quoted:
                colon = line.find(":", position, quote if quote >= 0 else len(line))
                if colon >= 0:
                    return colon
            if quote < 0:
                break
            if not (escapes and quoted and line[quote - 1] == "\\"):
                quoted = not quoted
            position = quote + 1
    return -1


def is_lasting(head: str) -> bool:
    """Whether a head says by itself where it ends, so that text up to the first colon can be looked up."""
    closed = '"' not in head or (head.count('"') % 2 == 0 and '\\"' not in head)
    return closed and _SCHEME_END.search(head[-8:]) is None


@lru_cache(maxsize=4096)
def known_head(text: str) -> Head | None:
    """`parse_head`, remembered: heads repeat from card to card. Nobody may change what it gives."""
    return parse_head(text)


def parse_head(text: str) -> Head | None:
    """A head taken apart; None when it has no valid name, or more parameters than anybody means."""
    if len(text) > _LONGEST_HEAD and text.count(";") > _MOST_PARAMETERS:
        return None
    pieces = split_outside_quotes(text, ";")
    spelt = pieces[0].strip()
    group, dot, name = spelt.rpartition(".")
    if not dot:
        name = spelt
    if not _NAME.fullmatch(name) or (group and not _NAME.fullmatch(group)):
        return None
    params_text = text.partition(";")[2]
    head = Head(name.upper(), name, group, params_text=params_text)
    params: list[tuple[str, str]] = []
    types: list[str] = []
    for piece in pieces[1:]:
        key, equals, value = piece.partition("=")
        key = key.strip()
        if key[:8].upper() == "X-CUSTOM" and (label := _android_label(piece)):
            params.append(("TYPE", label))
            types.append(label)
        elif equals:
            value = value.strip()
            coded = key[:20].upper() == CODED
            key = key[20:] if coded else key
            if key[:20].upper() == CARRIED:
                key = uncarried_name(key)
            meant = without_controls(_uncoded(value)) if coded else _param_value(value)
            params.append((key.upper(), meant))
            if params[-1][0] == "TYPE":
                types += [meant] if coded else _types(value)
        elif key:
            params.append(_bare(key))
            if params[-1][0] == "TYPE":
                types += _types(key)
    head.params = tuple(params)
    _work_out(head, types)
    return head


def _android_label(piece: str) -> str:
    """The label that Android writes as X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=D0=94), else ""."""
    found = _ANDROID_LABEL.fullmatch(piece.strip())
    if found is None or found[1] is None:
        return found[2] if found is not None else ""
    return vcard_decoding.decode(vcard_decoding.quoted_printable(found[2].encode()), found[1], "cp1252")[0]


def _types(text: str) -> list[str]:
    """The words of a TYPE value: a list, also within quotes where it is all plain words (RFC 6350 5.6)."""
    if '"' not in text:
        words = (_param_value(piece).strip() for piece in text.split(","))
        return [word for word in words if word]
    found: list[str] = []
    for piece in split_outside_quotes(text, ","):
        value = _param_value(piece.strip())
        words = [word.strip() for word in value.split(",")]
        found += words if all(_PLAIN_WORD.fullmatch(word) for word in words) else [value]
    return found


def _bare(word: str) -> tuple[str, str]:
    """What a parameter without a name is, as vCard 2.1 has them."""
    lower = word.strip('"').lower()
    if lower in _BARE_ENCODINGS:
        return "ENCODING", word
    if lower in _BARE_CHARSETS:
        return "CHARSET", word
    if lower in _BARE_VALUES:
        return "VALUE", word
    return "TYPE", _param_value(word)


def _work_out(head: Head, types: list[str]) -> None:
    for key, value in head.params:
        if key == "ENCODING":
            head.encoding = _ENCODINGS.get(value.lower(), PLAIN)
        elif key == "CHARSET":
            head.charset = value.strip("\"'").lower()
        elif key == "VALUE":
            head.value_type = value.lower()
        elif key == "PREF":
            head.preference = int(value) if value.isascii() and value.isdigit() and len(value) < 4 else 1
    if any(word.lower() == "pref" for word in types):
        head.preference = head.preference or 1
        types = [word for word in types if word.lower() != "pref"]
    head.types = tuple(types)
    head.preferred = head.preference == 1


def _param_value(text: str) -> str:
    """A parameter value as it is meant; a control character, which none may hold, is a blank."""
    if '"' in text:
        text = _unquote(text)
    text = without_controls(text)
    if "^" in text:
        text = _CARET.sub(lambda found: _CARETS[found[1]], text)
    return text


def without_controls(text: str) -> str:
    """Text with a blank for every control character that no parameter may hold (RFC 6350 3.3)."""
    return text if text.isprintable() else _CONTROL.sub(" ", text)


def _unquote(text: str) -> str:
    """Text without its quotes; quotes behind a backslash (Apple) stay as quotes."""
    if '\\"' in text and len(text) > 1 and text[0] == text[-1] == '"':
        return text[1:-1].replace('\\"', '"')
    return text.replace('"', "")


def split_outside_quotes(text: str, mark: str) -> list[str]:
    """The pieces of parameter text between marks that do not stand in quotes."""
    if '"' not in text or len(text) > _LONGEST_HEAD:
        return text.split(mark)
    pieces: list[str] = []
    for escapes in (True, False):
        pieces = []
        for piece in text.split(mark):
            if pieces and _is_open(pieces[-1], escapes=escapes):
                pieces[-1] += mark + piece
            else:
                pieces.append(piece)
        if not _is_open(pieces[-1], escapes=escapes):
            break
    return pieces


def _is_open(piece: str, *, escapes: bool) -> bool:
    """Whether a quote in it does not close; one behind a backslash (Apple) is text with `escapes`."""
    return (piece.count('"') - (piece.count('\\"') if escapes else 0)) % 2 == 1


def unescape(text: str) -> str:
    r"""Text with `\n`, `\,`, `\;`, `\:` and a doubled backslash as what they mean; other backslashes stay."""
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda found: _ESCAPES[found[1]], text)


def split_raw(value: str, mark: str) -> list[str]:
    """The pieces between unescaped marks (";" or ","), still escaped."""
    if "\\" not in value:
        return value.split(mark)
    pieces: list[str] = []
    run: list[str] = []
    for piece in value.split(mark):
        run.append(piece)
        if (len(piece) - len(piece.rstrip("\\"))) % 2 == 0:
            pieces.append(mark.join(run))
            run = []
    if run:
        pieces.append(mark.join(run))
    return pieces


def components(value: str) -> list[str]:
    """The components of a structured value (N, ADR, ORG), unescaped and trimmed."""
    if "\\" not in value:
        return [piece.strip() for piece in value.split(";")]
    return [unescape(piece).strip() for piece in split_raw(value, ";")]


def charset_mended(head: Head) -> str:
    """The parameter that tells that a value is in UTF-8 now, where its head says something else."""
    return "" if head.charset in _CHARSETS_OF_UTF8 else ";CHARSET=UTF-8"


def is_bare_type(word: str) -> bool:
    """Whether a word without a name in front would be read as a TYPE."""
    return _PLAIN_WORD.fullmatch(word) is not None and _bare(word)[0] == "TYPE"


def carried_name(name: str) -> str:
    """A name as it can stand behind CARRIED: what no name may hold is written as "_" and two hex digits."""
    return _NO_NAME.sub(
        lambda found: "".join(f"_{octet:02X}" for octet in found[0].encode("utf-8", "replace")), name
    )


def uncarried_name(name: str) -> str:
    """The name that stands behind CARRIED, as it was before `carried_name`."""
    return _uncoded(name[len(CARRIED) :])


def _uncoded(text: str) -> str:
    return unquote(text.replace("%", "%25").replace("_", "%"), errors="replace")


def bare_uid(text: str) -> str:
    """A UID as all versions of vCard can compare it, without the "urn:uuid:" of 4.0."""
    return text[9:].strip() if text[:9].lower() == "urn:uuid:" else text
