"""Lines for what a contact has once: names, organisation, note, tags and what only Contactbook knows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from contactbook.domain import names
from contactbook.domain.contact import COMPANY, PERSON, Affiliation, Contact, FieldValue
from contactbook.formats import vcard_draft
from contactbook.formats.vcard_names import DERIVED
from contactbook.formats.vcard_text import escape, escape_old

if TYPE_CHECKING:
    from collections.abc import Callable

    from contactbook.formats.vcard_compose import Made
    from contactbook.formats.vcard_target import Target

_SHORT = 60
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SEX = {"male": "M", "female": "F", "other": "O", "none": "N", "unknown": "U"}
FURTHER = ";X-CONTACTBOOK-FURTHER=1"
"""Parameter of an ORG that is not the main organisation although no other comes before it."""

SLOTS: dict[str, tuple[str, ...]] = {
    "uid": ("uid",),
    "full_name": ("full_name",),
    "n": ("family", "given", "middle", "prefix", "suffix"),
    "nickname": ("nickname",),
    "phonetic_given": ("phonetic_given",),
    "phonetic_middle": ("phonetic_middle",),
    "phonetic_family": ("phonetic_family",),
    "file_as": ("file_as",),
    "kind": ("kind",),
    "organization": ("organization", "department"),
    "job_title": ("job_title",),
    "role": ("role",),
    "gender": ("gender",),
    "language": ("language",),
    "note": ("note",),
    "tags": ("tags",),
    "starred": ("starred",),
    "created_at": ("created_at",),
    "checked_at": ("checked_at",),
    "updated_at": ("updated_at",),
}
"""Everything there is once, in the order it is written, and the fields of the contact it is made of."""


PHONETIC = ("phonetic_given", "phonetic_middle", "phonetic_family")
"""The fields that one SOUND line of a Japanese phone fills."""


def made(slot: str, contact: Contact, target: Target) -> list[Made]:
    """The lines for one slot of SLOTS, none where there is nothing to say."""
    return _MAKERS[slot](contact, target)


def _quoted(text: str, target: Target) -> str:
    return escape_old(text) if target.old else escape(text)


def _text(name: str, text: str, target: Target) -> list[Made]:
    return [(name, "", escape_old(text) if target.old else escape(text), "")] if text else []


def _uid(contact: Contact, target: Target) -> list[Made]:
    uid = contact.uid
    if target.modern and uid:
        if len(uid) == 36 and uid.count("-") == 4:
            return [("UID", "", f"urn:uuid:{uid}", "")]
        return [("UID", "" if ":" in uid else ";VALUE=text", escape(uid), "")]
    return _text("UID", uid, target)


def full_name(contact: Contact, target: Target) -> list[Made]:
    """FN, which is always there and never empty; what is no name in it does not become one by coming back."""
    text = contact.full_name.strip() or names.compose(contact) or contact.organization.strip()
    params = ""
    if not text:
        text, params = names.display_name(contact) or _any_word(contact), f";{DERIVED}=1"
    return [("FN", params, escape_old(text) if target.old else escape(text), "")]


def _any_word(contact: Contact) -> str:
    """Something short by which a contact without any name can be told from another."""
    words = [contact.file_as, contact.job_title, contact.role]
    words += [each.organization for each in contact.affiliations]
    words += [each.locality or each.street for each in contact.addresses]
    words += [*contact.note.strip().splitlines()[:1], contact.uid]
    return next((word.strip()[:_SHORT] for word in words if word.strip()), "?")


def name(contact: Contact, target: Target) -> list[Made]:
    """N, which 2.1 and 3.0 always want."""
    parts = (contact.family, contact.given, contact.middle, contact.prefix, contact.suffix)
    if target.modern and not any(parts):
        return []
    value = ";".join(parts)
    if target.old or "\\" in value or "," in value or "\n" in value or "\r" in value or value.count(";") > 4:
        value = ";".join([_quoted(part, target) for part in parts])
    return [("N", "", value, "")]


def _kind(contact: Contact, target: Target) -> list[Made]:
    if contact.kind == COMPANY:
        return [("KIND", "", "org", "")] if target.modern else [("X-ABShowAs", "", "COMPANY", "")]
    if contact.kind == PERSON and vcard_draft.looks_like_company(contact):
        return [("KIND", "", "individual", "")] if target.modern else [("X-ABShowAs", "", "PERSON", "")]
    return []


def organization(whole: str, department: str, target: Target) -> str:
    """The value of ORG: the organisation and its units."""
    units = department.split("; ") if department else []
    if any(unit != unit.strip() for unit in units):
        units = [department]  # a unit that holds a semicolon itself
    return ";".join(_quoted(text, target) for text in (whole, *units))


def _organization(contact: Contact, target: Target) -> list[Made]:
    if not (contact.organization or contact.department):
        return []
    return [("ORG", "", organization(contact.organization, contact.department, target), "")]


def affiliation(part: Affiliation, target: Target, *, first: bool) -> list[Made]:
    """A further organisation: several lines, which must stand in one group."""
    lines = [("ORG", FURTHER if first else "", organization(part.organization, part.department, target), "")]
    lines += _text("TITLE", part.job_title, target)
    lines += _text("ROLE", part.role, target)
    lines += _text("X-CONTACTBOOK-SINCE", part.since, target)
    lines += _text("X-CONTACTBOOK-UNTIL", part.until, target)
    lines += _text("X-CONTACTBOOK-DECISION-MAKER", "1" if part.decision_maker else "", target)
    return lines


def _gender(contact: Contact, target: Target) -> list[Made]:
    word = contact.gender
    if not word:
        return []
    if word in _SEX:
        value = _SEX[word] if target.modern else word.capitalize()
    else:
        plain = word.upper() not in _SEX.values() and word.lower() not in _SEX and not target.modern
        value = escape(word) if plain else f";{escape(word)}"
    return [("GENDER" if target.modern else "X-GENDER", "", value, "")]


def tags(texts: list[str]) -> list[Made]:
    """CATEGORIES. A single tag that looks like a list gets an empty one behind it, so that it stays one."""
    wanted = [escape(text) for text in texts if text.strip()]
    if not wanted:
        return []
    value = ",".join(wanted)
    return [("CATEGORIES", "", f"{value}," if len(wanted) == 1 and "\\, " in value else value, "")]


def custom_field(part: FieldValue) -> Made:
    """One custom field: key, type, label and value in one structured text, which every version carries."""
    parts = (part.key, part.type, part.label, part.value)
    return "X-CONTACTBOOK-FIELD", "", ";".join(escape(text) for text in parts), ""


def moment(time: int, *, exact: bool = False) -> str:
    """A time in milliseconds since 1970 UTC as ISO 8601, to the second unless `exact`."""
    text = (_EPOCH + timedelta(milliseconds=time)).isoformat(timespec="milliseconds" if exact else "seconds")
    return text.replace("+00:00", "Z")


def _revision(contact: Contact, target: Target) -> list[Made]:
    if not contact.updated_at:
        return []
    text = moment(contact.updated_at)
    return [("REV", "", text.replace("-", "").replace(":", "") if target.modern else text, "")]


def _exact(name: str, time: int | None) -> list[Made]:
    return [(name, "", moment(time, exact=True), "")] if time else []


_MAKERS: dict[str, Callable[[Contact, Target], list[Made]]] = {
    "uid": _uid,
    "full_name": full_name,
    "n": name,
    "nickname": lambda contact, target: _text("NICKNAME", contact.nickname, target),
    "phonetic_given": lambda contact, target: _text("X-PHONETIC-FIRST-NAME", contact.phonetic_given, target),
    "phonetic_middle": lambda contact, target: _text(
        "X-PHONETIC-MIDDLE-NAME", contact.phonetic_middle, target
    ),
    "phonetic_family": lambda contact, target: _text("X-PHONETIC-LAST-NAME", contact.phonetic_family, target),
    "file_as": lambda contact, target: _text("X-EVOLUTION-FILE-AS", contact.file_as, target),
    "kind": _kind,
    "organization": _organization,
    "job_title": lambda contact, target: _text("TITLE", contact.job_title, target),
    "role": lambda contact, target: _text("ROLE", contact.role, target),
    "gender": _gender,
    "language": lambda contact, target: _text(
        "LANG" if target.modern else "X-LANG", contact.language, target
    ),
    "note": lambda contact, target: _text("NOTE", contact.note, target),
    "tags": lambda contact, target: tags(contact.tags),
    "starred": lambda contact, target: _text("X-CONTACTBOOK-STARRED", "1" if contact.starred else "", target),
    "created_at": lambda contact, target: _exact("X-CONTACTBOOK-CREATED", contact.created_at),
    "checked_at": lambda contact, target: _exact("X-CONTACTBOOK-CHECKED", contact.checked_at),
    "updated_at": _revision,
}
