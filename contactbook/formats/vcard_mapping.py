"""What each vCard property becomes: one table from the name of a property to the handler that reads it.

Sources: RFC 2426 (3.0), vCard 2.1, RFC 6350 (4.0), 6474, 6715, 9554, and the X- properties of Apple,
Google, Android, Evolution, KDE, Outlook and Windows as they stand in real cards.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from contactbook.domain import labels
from contactbook.domain.contact import CHAT, EMAIL, PHONE, SOCIAL, URL
from contactbook.formats import vcard_names, vcard_parts, vcard_points, vcard_services
from contactbook.formats.vcard_draft import Draft, Part
from contactbook.formats.vcard_property import BASE64, CARRIED, Head, uncarried_name

Handler = Callable[[Draft, Head, str, int], Part | None]

VERSION = "VERSION"
STRUCTURE = frozenset({VERSION, "BEGIN", "END", "PROFILE"})
"""Properties that only frame a card."""

_MEDIA = {
    "jpeg": "image/jpeg", "jpg": "image/jpeg", "png": "image/png", "gif": "image/gif", "bmp": "image/bmp",
    "tiff": "image/tiff", "tif": "image/tiff", "webp": "image/webp", "svg": "image/svg+xml",
    "heic": "image/heic",
}  # fmt: skip
_HIDDEN_ENCODING = re.compile(r"X-ENCODING=", re.IGNORECASE)
_NO_LABEL = frozenset({"X-EVOLUTION-UNKNOWN"})
"""What Evolution says of a picture whose kind it did not look up."""
_PHONE_WORDS = {
    "homefax": ("home", "fax"), "workfax": ("work", "fax"), "otherfax": ("other", "fax"),
    "workmobile": ("work", "cell"),
    "home2": ("home",), "work2": ("work",), "personal": ("home",), "business": ("work",), "handy": ("cell",),
    "company": ("x-evolution-company",),
}  # fmt: skip
_PLACE_WORDS = {
    "home2": ("home",),
    "work2": ("work",),
    "personal": ("home",),
    "business": ("work",),
    "cell": ("mobile",),
}
POINT, PHONE_LABEL, FIXED, PICTURE, SOCIAL_LABEL, RELATION_LABEL = (
    "point",
    "phone",
    "fixed",
    "picture",
    "social",
    "relation",
)


class Entry(NamedTuple):
    """How a property is read: its handler, the field of the contact it fills, where its label comes from."""

    handler: Handler
    slot: str = ""
    labelled: str = ""
    label: str = ""
    service: str = ""
    kind: str = ""


def ignore(draft: Draft, head: Head, value: str, origin: int) -> None:
    """BEGIN, END, VERSION and PROFILE: they only frame the card."""


def keep(draft: Draft, head: Head, value: str, origin: int) -> Part:
    """Every property that is not in the table is kept as it stands."""
    return draft.keep(head, value, origin)


def _broken(draft: Draft, head: Head, value: str, origin: int) -> Part:
    """A line that was no property in the card it first stood in."""
    extra = draft.keep(head, value, origin)
    extra.name = ""
    return extra


BROKEN_LINE = "X-CONTACTBOOK-LINE"

_RELATIONS = {
    "X-SPOUSE": "spouse", "X-EVOLUTION-SPOUSE": "spouse", "X-MS-SPOUSE": "spouse",
    "X-WAB-SPOUSE_NAME": "spouse",
    "X-KADDRESSBOOK-X-SPOUSESNAME": "spouse", "X-KADDRESSBOOK-X-SPOUSENAME": "spouse",
    "X-MANAGER": "manager", "X-EVOLUTION-MANAGER": "manager", "X-MS-MANAGER": "manager",
    "X-KADDRESSBOOK-X-MANAGERSNAME": "manager", "X-ASSISTANT": "assistant",
    "X-EVOLUTION-ASSISTANT": "assistant",
    "X-MS-ASSISTANT": "assistant", "X-KADDRESSBOOK-X-ASSISTANTSNAME": "assistant", "X-CHILDREN": "child",
    "X-MS-CHILD": "child", "X-MANAGERSNAME": "manager",
}  # fmt: skip
_DATES = {
    "ANNIVERSARY": "anniversary", "X-ANNIVERSARY": "anniversary", "X-EVOLUTION-ANNIVERSARY": "anniversary",
    "X-MS-ANNIVERSARY": "anniversary", "X-KADDRESSBOOK-X-ANNIVERSARY": "anniversary",
    "X-WAB-WEDDING_ANNIVERSARY": "anniversary", "X-ZIMBRA-ANNIVERSARY": "anniversary",
    "DEATHDATE": "death", "X-DEATHDATE": "death", "X-ABDATE": "",
}  # fmt: skip
_TEXTS = {
    "X-PHONETIC-FIRST-NAME": "phonetic_given", "X-PHONETIC-MIDDLE-NAME": "phonetic_middle",
    "X-PHONETIC-LAST-NAME": "phonetic_family", "X-EVOLUTION-FILE-AS": "file_as",
    "X-CONTACTBOOK-FILE-AS": "file_as",
    "SORT-STRING": "file_as", "X-FILE-AS": "file_as", "X-DEPARTMENT": "department",
    "X-KADDRESSBOOK-X-DEPARTMENT": "department",
    "LANG": "language", "X-LANG": "language",
}  # fmt: skip

TABLE: dict[str, Entry] = {
    "N": Entry(vcard_names.name, "n"),
    "FN": Entry(vcard_names.full_name, "full_name"),
    "NICKNAME": Entry(vcard_names.nickname, "nickname"),
    "X-NICKNAME": Entry(vcard_names.nickname, "nickname"),
    "ORG": Entry(vcard_names.organization, "organization"),
    "TITLE": Entry(vcard_names.job_title, "job_title"),
    "ROLE": Entry(vcard_names.role, "role"),
    "NOTE": Entry(vcard_names.note, "note"),
    "UID": Entry(vcard_names.uid, "uid"),
    "GENDER": Entry(vcard_names.gender, "gender"),
    "X-GENDER": Entry(vcard_names.gender, "gender"),
    "SOUND": Entry(vcard_names.phonetic, "phonetic"),
    "CATEGORIES": Entry(vcard_names.categories, "tags"),
    "X-GROUP-MEMBERSHIP": Entry(vcard_names.categories, "tags"),
    "KIND": Entry(vcard_names.kind, "kind"),
    "X-ABSHOWAS": Entry(vcard_names.kind, "kind"),
    "X-ABSHOWAS-ABSHOWAS": Entry(vcard_names.kind, "kind"),
    "X-ADDRESSBOOKSERVER-KIND": Entry(vcard_names.kind, "kind"),
    "MEMBER": Entry(vcard_names.member),
    "X-ADDRESSBOOKSERVER-MEMBER": Entry(vcard_names.member),
    "REV": Entry(vcard_names.moment, "updated_at"),
    "CREATED": Entry(vcard_names.moment, "created_at"),
    "X-CREATED": Entry(vcard_names.moment, "created_at"),
    "X-CONTACTBOOK-CREATED": Entry(vcard_names.moment, "created_at"),
    "X-CONTACTBOOK-CHECKED": Entry(vcard_names.moment, "checked_at"),
    "X-CONTACTBOOK-STARRED": Entry(vcard_names.starred, "starred"),
    "X-CONTACTBOOK-FIELD": Entry(vcard_names.custom_field),
    "X-CONTACTBOOK-SINCE": Entry(vcard_names.affiliation_detail, "since"),
    "X-CONTACTBOOK-UNTIL": Entry(vcard_names.affiliation_detail, "until"),
    "X-CONTACTBOOK-DECISION-MAKER": Entry(vcard_names.affiliation_detail, "decision_maker"),
    BROKEN_LINE: Entry(_broken),
    "EMAIL": Entry(vcard_points.email, "", POINT, kind=EMAIL),
    "TEL": Entry(vcard_points.phone, "", PHONE_LABEL, kind=PHONE),
    "X-MS-TEL": Entry(vcard_points.phone, "", PHONE_LABEL, kind=PHONE),
    "X-ASSISTANT-TEL": Entry(vcard_points.phone, "", FIXED, "assistant", kind=PHONE),
    "X-PRIMARY-PHONE": Entry(vcard_points.phone, "", FIXED, "primary", kind=PHONE),
    "URL": Entry(vcard_points.point, "", POINT, kind=URL),
    "X-EVOLUTION-BLOG-URL": Entry(vcard_points.point, "", FIXED, "blog", kind=URL),
    "X-KADDRESSBOOK-BLOGFEED": Entry(vcard_points.point, "", FIXED, "blog", kind=URL),
    "X-EVOLUTION-VIDEO-URL": Entry(vcard_points.point, "", FIXED, "video", kind=URL),
    "IMPP": Entry(vcard_points.impp, "", POINT, kind=CHAT),
    **{
        f"X-ZIMBRA-IMADDRESS{number}": Entry(vcard_points.impp, "", POINT, kind=CHAT)
        for number in range(1, 6)
    },
    "X-SOCIALPROFILE": Entry(vcard_points.social_profile, "", SOCIAL_LABEL, kind=SOCIAL),
    "SOCIALPROFILE": Entry(vcard_points.social_profile, "", SOCIAL_LABEL, kind=SOCIAL),
    "ADR": Entry(vcard_parts.address, "", POINT),
    "LABEL": Entry(vcard_parts.formatted_address, "", POINT),
    "X-ABADR": Entry(vcard_parts.region),
    "X-ABLABEL": Entry(vcard_parts.group_label),
    "BDAY": Entry(vcard_parts.birthday, "", FIXED, "birthday"),
    "RELATED": Entry(vcard_parts.related, "", RELATION_LABEL),
    "X-ABRELATEDNAMES": Entry(vcard_parts.related, "", RELATION_LABEL),
    "AGENT": Entry(vcard_parts.agent, "", FIXED, "agent"),
    "PHOTO": Entry(vcard_parts.photo, "", PICTURE),
    "LOGO": Entry(vcard_parts.photo, "", PICTURE, "logo"),
    "X-ANDROID-CUSTOM": Entry(vcard_parts.android_custom, "nickname"),
}
TABLE.update({name: Entry(vcard_parts.date, "", FIXED, label) for name, label in _DATES.items()})
TABLE.update({name: Entry(vcard_parts.related, "", FIXED, label) for name, label in _RELATIONS.items()})
TABLE.update({name: Entry(vcard_names.text_field, slot) for name, slot in _TEXTS.items()})
TABLE.update(
    {
        name: Entry(vcard_points.point, "", POINT, "", word, CHAT)
        for name, word in vcard_services.CHAT_PROPERTIES.items()
    }
)
TABLE.update(
    {
        name: Entry(vcard_points.point, "", POINT, "", word, SOCIAL)
        for name, word in vcard_services.SOCIAL_PROPERTIES.items()
    }
)
TABLE.update({name: Entry(ignore) for name in STRUCTURE})
_KEEP = Entry(keep)


def prepare(head: Head) -> Head:
    """Fill in what the table says about a head: handler, slot, label, service; once for each spelling."""
    if head.name.startswith(CARRIED):
        _uncarry(head)
    entry = TABLE.get(head.name)
    if entry is None:
        entry = _unknown(head)
    head.handler, head.slot, head.service = entry.handler, entry.slot, entry.service
    head.kind = entry.kind
    if entry.labelled:
        _LABELLERS[entry.labelled](head, entry)
        label = head.param("X-ABLABEL")
        if label:
            head.label = labels.from_apple(label)
    if head.name == "TEL" and head.value_type == "uri":
        head.handler = vcard_points.phone_uri
    head.textual = head.handler not in (keep, vcard_parts.photo, ignore)
    if head.handler is vcard_names.phonetic:
        head.textual = "X-IRMC-N" in (word.upper() for word in head.types)
    if head.group:
        head.ungrouped, head.handler = head.handler, _in_group
    return head


def _in_group(draft: Draft, head: Head, value: str, origin: int) -> Part | None:
    """Any property with a group: what it makes can be labelled by another line of the group."""
    part = head.ungrouped(draft, head, value, origin)
    if part is not None:
        draft.grouped_part(head.group, part)
    return part


def _uncarry(head: Head) -> None:
    """Give a property that was carried through a version without it its own name back."""
    spelt = uncarried_name(head.spelt)
    if spelt:
        head.spelt, head.name = spelt, spelt.upper()
        if "X-ENCODING=" in head.params_text.upper():
            head.params_text = _HIDDEN_ENCODING.sub("ENCODING=", head.params_text)
            head.encoding = BASE64
        head.carried = True


def _unknown(head: Head) -> Entry:
    if head.name.startswith(vcard_parts.FULL_CONTACT):
        return Entry(vcard_parts.encoded_name)
    service = vcard_points.old_kde_service(head.name)
    return Entry(vcard_points.point, "", POINT, "", service, CHAT) if service else _KEEP


def _words(types: tuple[str, ...], known: dict[str, tuple[str, ...]]) -> list[str]:
    """TYPE values with the spellings of single programs put right."""
    return [word for spelt in types for word in known.get(spelt.lower(), (spelt,))]


def _point_label(head: Head, entry: Entry) -> None:
    head.label = labels.from_types(_words(head.types, _PLACE_WORDS), "")
    service = head.param("X-SERVICE-TYPE") or head.param("SERVICE-TYPE")
    if service and head.name in ("IMPP", "X-MS-IMADDRESS"):
        head.service = vcard_services.word(service)


def _phone_label(head: Head, entry: Entry) -> None:
    head.label = labels.from_types(_words(head.types, _PHONE_WORDS), PHONE)


def _fixed_label(head: Head, entry: Entry) -> None:
    head.label = entry.label
    for key, value in head.params:
        if key.startswith("X-APPLE-OMI") and key.endswith("YEAR"):
            head.service = f"{value}-"


def _picture_label(head: Head, entry: Entry) -> None:
    words = [word.lower().removeprefix("image/") for word in head.types]
    known = [word in _MEDIA for word in words]
    others = [
        word
        for word, media in zip(head.types, known, strict=True)
        if not media and word.upper() not in _NO_LABEL
    ]
    media = [_MEDIA[word] for word in words if word in _MEDIA]
    head.service = head.param("MEDIATYPE").lower() or (media[0] if media else "")
    head.label = entry.label or labels.from_types(others, "")
    if head.param("VALUE").lower() in ("url", "uri"):
        head.value_type = "uri"


def _social_label(head: Head, entry: Entry) -> None:
    service = head.param("SERVICE-TYPE") or head.param("X-SERVICE-TYPE")
    places = [word for word in head.types if word.lower() in labels.PLACES]
    others = [word for word in head.types if word.lower() not in labels.PLACES]
    head.service = vcard_services.word(service or (others[0] if others else ""))
    head.label = labels.from_types(places, "")


def _relation_label(head: Head, entry: Entry) -> None:
    head.label = labels.from_types(head.types, "")


_LABELLERS: dict[str, Callable[[Head, Entry], None]] = {
    POINT: _point_label,
    PHONE_LABEL: _phone_label,
    FIXED: _fixed_label,
    PICTURE: _picture_label,
    SOCIAL_LABEL: _social_label,
    RELATION_LABEL: _relation_label,
}
"""By `Entry.labelled`: what fills the label and service of a head."""
