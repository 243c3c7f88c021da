"""Labels of phones, addresses and the like: one set of standard words, and what other programs call them.

A label is a standard word of STANDARD, or free text exactly as the person wrote it. A phone label may be a
place and a device ("work fax", "home mobile"); every other label stands alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from contactbook.domain import folding, label_words
from contactbook.domain.contact import PHONE

if TYPE_CHECKING:
    from collections.abc import Iterable

PLACES = ("home", "work", "other", "school")
DEVICES = (
    "mobile",
    "fax",
    "pager",
    "video",
    "text",
    "car",
    "isdn",
    "modem",
    "bbs",
    "textphone",
    "telex",
    "radio",
)
_SINGLE = (
    "main", "company main", "assistant", "callback", "primary", "internet", "profile", "home page", "blog",
    "ftp", "birthday", "anniversary", "death", "spouse", "partner", "child", "son", "daughter", "parent",
    "father", "mother", "brother", "sister", "sibling", "friend", "relative", "colleague", "co-worker",
    "manager", "referred by", "contact", "emergency", "neighbor", "domestic", "international", "parcel",
    "postal", "agent", "acquaintance", "met", "muse", "crush", "date", "sweetheart", "me", "kin",
    "co-resident",
)  # fmt: skip

STANDARD = frozenset(
    (*PLACES, *DEVICES, *_SINGLE, *(f"{place} {device}" for place in PLACES for device in DEVICES))
)
"""Every label that is a word of ours; all others are free text."""

_DEVICE_TYPES = {
    "cell": "mobile", "mobile": "mobile", "iphone": "mobile", "fax": "fax", "pager": "pager",
    "video": "video", "text": "text", "car": "car", "isdn": "isdn", "modem": "modem", "bbs": "bbs",
    "textphone": "textphone", "ttytdd": "textphone", "x-evolution-ttytdd": "textphone",
    "tlx": "telex", "telex": "telex", "x-mobile": "mobile", "x-telex": "telex",
    "x-radio": "radio", "x-evolution-radio": "radio", "x-evolution-telex": "telex",
    "x-evolution-callback": "callback", "x-evolution-company": "company main",
    "x-evolution-assistant": "assistant", "x-evolution-tty": "textphone", "x-assistant": "assistant",
    "x-callback": "callback", "main": "main", "main-number": "main", "x-main": "main",
}  # fmt: skip
_PLACE_TYPES = {"home": "home", "work": "work", "other": "other", "x-other": "other", "school": "school"}
_SILENT_TYPES = frozenset(
    {"voice", "internet", "msg", "pref", "x400", "pcs", "postal", "parcel", "intl", "dom", "x-voice"}
    | {"aol", "applelink", "attmail", "cis", "eworld", "ibmmail", "mcimail", "powershare", "prodigy"}
)
_TYPES_OF_DEVICE = {
    "mobile": "cell", "textphone": "textphone", "main": "main", "telex": "x-telex", "radio": "x-radio",
    "assistant": "x-assistant", "callback": "x-callback", "company main": "x-evolution-company",
}  # fmt: skip
_PLAIN_DEVICE_TYPES = frozenset({"fax", "pager", "video", "text", "car", "isdn", "modem", "bbs"})

_APPLE = re.compile(r"_\$!<(.*)>!\$_", re.DOTALL)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_APPLE_SPELLING = {
    "home page": "HomePage",
    "home fax": "HomeFAX",
    "work fax": "WorkFAX",
    "other fax": "OtherFAX",
}
_APPLE_WORDS = (
    "home", "work", "other", "school", "mobile", "main", "pager", "home page", "anniversary", "birthday",
    "home fax", "work fax", "other fax", "father", "mother", "parent", "brother", "sister", "child", "son",
    "daughter", "friend", "spouse", "partner", "assistant", "manager", "car", "radio",
)  # fmt: skip
_WITHOUT_BLANKS = {word.replace(" ", ""): word for word in _APPLE_WORDS}


def from_types(types: Iterable[str], kind: str = PHONE) -> str:
    """The label of a property's TYPE values (vCard 2.1, 3.0, 4.0), "" when they say nothing to a person.

    Args:
        types: the TYPE values in any case, "pref" and transport words such as "voice" or "internet" included.
        kind: kind of contact point; only phones have devices.
    """
    place = device = free = ""
    for spelt in types:
        word = spelt.strip().lower()
        if word in _PLACE_TYPES:
            place = place or _PLACE_TYPES[word]
        elif kind == PHONE and word in _DEVICE_TYPES:
            found = _DEVICE_TYPES[word]
            if not device or (device == "mobile" and found == "fax"):
                device = found
        elif word and word not in _SILENT_TYPES and not free:
            free = word if word in STANDARD else spelt.strip()
    label = f"{place} {device}" if place and device in DEVICES else device or place
    return label or _own_word(free.removeprefix("X-").removeprefix("x-"))


def to_types(label: str, kind: str = PHONE) -> tuple[str, ...] | None:
    """The TYPE values (lower case) that say this label; () for none; None when only X-ABLabel can."""
    if not label:
        return ()
    if label in _PLACE_TYPES:
        return ("x-other",) if label == "other" else (label,)
    if kind != PHONE:
        return None
    place, _, device = label.rpartition(" ")
    if place and (place not in _PLACE_TYPES or device not in DEVICES):
        place, device = "", label
    if device in _PLAIN_DEVICE_TYPES:
        kind_type = device
    elif device in _TYPES_OF_DEVICE:
        kind_type = _TYPES_OF_DEVICE[device]
    else:
        return None
    if not place:
        return (kind_type,)
    return ("x-other" if place == "other" else place, kind_type)


def from_apple(text: str) -> str:
    """The label of an X-ABLabel: Apple's own "_$!<HomePage>!$_" gives "home page"; other text stays.

    Of the many relations that it has words for, "_$!<YoungerSister>!$_" gives "younger sister".
    """
    text = text.strip()
    found = _APPLE.fullmatch(text)
    if found is None:
        return _own_word(text)
    inside = found[1].strip()
    words = _HUMP.sub(" ", inside).lower().replace(" in law", "-in-law")
    return _WITHOUT_BLANKS.get(inside.lower()) or from_word(words)


def to_apple(label: str) -> str:
    """The X-ABLabel of a label: Apple's own spelling where it has one, otherwise the label itself."""
    if label in _APPLE_WORDS:
        return f"_$!<{_APPLE_SPELLING.get(label, label.capitalize())}>!$_"
    return label


def from_word(text: str) -> str:
    """The standard word for a label as Google, Outlook and others spell it, in the main European languages.

    "Mobil" gives "mobile", "Work Fax" "work fax", "Geschäftlich" "work"; unknown text comes back as it was,
    trimmed.
    """
    text = text.strip()
    if not text or text.lower() in STANDARD:
        return text.lower()
    folded = " ".join(folding.tokens(text))
    if folded in STANDARD:
        return folded
    return label_words.MEANINGS.get(folded, text)


def _own_word(text: str) -> str:
    """Our own word when the text is one but for case and blanks; free text, which somebody chose, stays."""
    lower = text.lower()
    return lower if lower in STANDARD else _WITHOUT_BLANKS.get(lower, text)


def is_standard(label: str) -> bool:
    """Whether the label is one of our words, which are shown translated, and not free text."""
    return label in STANDARD
