"""Changing the head of an original line: what is new is put in, everything else stays as it is spelt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.formats import vcard_carry
from contactbook.formats.vcard_property import (
    CODED,
    Head,
    is_bare_type,
    is_lasting,
    parse_head,
    split_outside_quotes,
)
from contactbook.formats.vcard_text import param, param_value

if TYPE_CHECKING:
    from contactbook.formats.vcard_target import Target

_OURS = frozenset(
    {
        "ENCODING",
        "CHARSET",
        "VALUE",
        "LABEL",
        "CC",
        "MEDIATYPE",
        "X-SERVICE-TYPE",
        "SERVICE-TYPE",
        "X-USER",
        "USERNAME",
    }
    | {"X-CONTACTBOOK-NAME", "X-CONTACTBOOK-UID", "X-CONTACTBOOK-FURTHER", "X-CONTACTBOOK-MORE"}
    | {"X-CONTACTBOOK-DERIVED"}
)
_BARE_ENCODINGS = frozenset(
    {"QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT", "UTF-8", "INLINE", "CONTENT-ID"}
)
_SILENT = frozenset({"voice", "internet", "msg", "x400", "pcs", "postal", "parcel", "intl", "dom"})


def merged_params(
    head: Head, made: str, target: Target, *, relabel: bool, reprefer: bool, preferred: bool | None = None
) -> str:
    """The parameters of a line that is written again, each behind a semicolon.

    Args:
        head: of the original line.
        made: the parameters that the line would have as a new one.
        target: what is written.
        relabel: whether the label changed, so that the TYPE words that say it are replaced.
        reprefer: whether being preferred changed.
        preferred: whether it is preferred now; None for what the original says.
    """
    fresh = [piece for piece in split_outside_quotes(made, ";") if piece]
    spoken = [piece for piece in fresh if _key(piece) in ("TYPE", "PREF")]
    pieces = split_outside_quotes(head.params_text, ";")
    typed = [piece for piece in pieces if _key(piece) in ("TYPE", "PREF")]
    stays = bool(typed) and not relabel and not reprefer and all(_can_stay(piece, target) for piece in typed)
    liked = head.preferred if preferred is None else preferred
    anew = "" if stays else _types(head, spoken, target, relabel=relabel, preferred=liked)
    kept: list[str] = []
    for piece in pieces:
        key = _key(piece)
        if key in ("TYPE", "PREF"):
            kept.append(f";{piece.strip()}" if stays else anew)
            anew = ""
        elif key in _OURS or (key.startswith("X-APPLE-OMI") and key.endswith("YEAR")):
            continue
        elif piece.strip() and not (relabel and key == "X-ABLABEL"):
            kept.append(vcard_carry.sound_params(piece.strip(), target))
    kept.append(anew)
    kept += [f";{piece}" for piece in fresh if piece not in spoken]
    return "".join(kept)


def more_params(head: Head, other: Head, target: Target) -> str:
    """The parameters of another line that is written into this one, as far as this one has them not."""
    present = {key for key, _ in head.params}
    pieces = [piece.strip() for piece in split_outside_quotes(other.params_text, ";")]
    return "".join(
        vcard_carry.sound_params(piece, target)
        for piece in pieces
        if piece and _key(piece) not in _OURS | {"TYPE", "PREF"} | present
    )


def _types(head: Head, spoken: list[str], target: Target, *, relabel: bool, preferred: bool) -> str:
    """TYPE and PREF anew: the words of the original that no label is made of, and those of the label."""
    words = [word for word in head.types if not relabel or word.lower() in _SILENT]
    if target.modern:
        words = [word for word in words if word.lower() != "internet"]
    elif head.name == "EMAIL" and "internet" not in (word.lower() for word in words):
        words.insert(0, "INTERNET")
    if relabel:
        known = {word.lower() for word in words}
        words += [word for word in _words_of(spoken) if word.lower() not in known]
    return _spelt(words, preferred, target)


def _spelt(words: list[str], preferred: bool, target: Target) -> str:
    if target.old:
        spelt = [word if is_bare_type(word) else param("TYPE", word)[1:] for word in words]
        return "".join(f";{word}" for word in ([*spelt, "PREF"] if preferred else spelt))
    if preferred and not target.modern:
        words = [*words, "PREF"]
    each = [param("TYPE", word) for word in words]
    if any(piece.startswith(f";{CODED}") for piece in each):
        types = "".join(each)
    else:
        types = f";TYPE={','.join(param_value(word) for word in words)}" if words else ""
    return f"{types};PREF=1" if preferred and target.modern else types


def _words_of(spoken: list[str]) -> list[str]:
    head = parse_head("X;" + ";".join(spoken)) if spoken else None
    return list(head.types) if head is not None else []


def _key(piece: str) -> str:
    key, equals, _ = piece.strip().partition("=")
    key = key.strip().upper().removeprefix(CODED)
    if equals or not key:
        return key
    return "ENCODING" if key in _BARE_ENCODINGS else "TYPE"


def _can_stay(piece: str, target: Target) -> bool:
    """Whether a TYPE or PREF parameter can stay as it is spelt in this version."""
    if target.old:
        plain = '"' not in piece and ":" not in piece and is_lasting(piece.strip())
        return plain and ("=" not in piece or piece.strip().upper().startswith("TYPE="))
    if "=" not in piece or not vcard_carry.is_sound(piece.strip()):
        return False
    preference = "pref" in piece.lower()
    if target.modern:
        return not preference or piece.strip().upper().startswith("PREF=")
    return not piece.strip().upper().startswith("PREF=")
