"""Google Contacts: the layout of today, the one before 2024, and the one of about 2006.

Their marks are "E-mail 1 - Label", "E-mail 1 - Type" and "Section 1 - Email".

Numbered groups hold a label and a value for each row; lists stand in one cell with " ::: ", a "* " before a
label marks the preferred value, and the group column looks like "* myContacts ::: Friends".
"""

from __future__ import annotations

import re

from contactbook.formats.dialect import Dialect, table

_LIST = " ::: "
_SEPARATORS = {name: _LIST for name in ("email", "phone", "url", "chat", "relation", "tags", "date", "field")}

_ADDRESS = {
    "type": "label", "label": "label", "formatted": "formatted", "street": "street", "city": "locality",
    "po box": "po_box", "region": "region", "postal code": "postal_code", "country": "country",
    "extended address": "extended",
}  # fmt: skip
_ORGANIZATION = {
    "name": "name", "title": "title", "department": "department", "job description": "role", "type": "label",
    "label": "label",
}  # fmt: skip
_KINDS = {
    "e-mail": "email", "phone": "phone", "website": "url", "relation": "relation", "event": "date",
    "custom field": "field", "im": "chat",
}  # fmt: skip


def _numbered(found: re.Match[str]) -> str:
    kind, number, part = found[1], found[2], found[3]
    if kind == "address":
        return f"address.{_ADDRESS[part]}#{number}" if part in _ADDRESS else ""
    if kind == "organization":
        if part not in _ORGANIZATION or part in ("type", "label"):
            return "field"
        return f"organization.{_ORGANIZATION[part]}#{number}"
    target = _KINDS[kind]
    if part == "value":
        return f"{target}#{number}"
    if part in ("type", "label"):
        return f"{target}.label#{number}"
    return f"chat.service#{number}" if part == "service" and kind == "im" else ""


_NUMBERED = re.compile(
    r"(e-mail|phone|address|organization|website|relation|event|custom field|im) (\d+) - (.+)"
)

_NAMES = """
Name Prefix | prefix
Name Suffix | suffix
Nickname | nickname
Birthday | date:birthday
Notes | note
Photo | photo
"""

GOOGLE = Dialect(
    "google",
    table(
        _NAMES
        + """
First Name | given
Middle Name | middle
Last Name | family
Phonetic First Name | phonetic_given
Phonetic Middle Name | phonetic_middle
Phonetic Last Name | phonetic_family
File As | file_as
Organization Name | organization.name#1
Organization Title | organization.title#1
Organization Department | organization.department#1
Labels | tags
"""
    ),
    ("labels", "first name"),
    ((_NUMBERED, _numbered),),
    _SEPARATORS,
    least=0.7,
)

GOOGLE_BEFORE_2024 = Dialect(
    "google",
    table(
        _NAMES
        + """
Name | full_name
Given Name | given
Additional Name | middle
Family Name | family
Given Name Yomi | phonetic_given
Additional Name Yomi | phonetic_middle
Family Name Yomi | phonetic_family
Yomi Name | field
Initials | initials
Short Name | field
Maiden Name | field
Gender | gender
Location | field
Billing Information | field
Directory Server | field
Mileage | field
Occupation | field
Hobby | field
Sensitivity | field
Priority | field
Subject | field
Language | language
Group Membership | tags
"""
    ),
    ("name", "given name"),
    ((_NUMBERED, _numbered),),
    _SEPARATORS,
    least=0.7,
)


def _section(found: re.Match[str]) -> str:
    number, part = found[1], found[2]
    place = {"1": "home", "2": "work"}.get(number, "")
    return {
        "email": f"email:{place}", "im": "chat", "phone": f"phone:{place}", "pager": "phone:pager",
        "mobile": f"phone:{place} mobile" if place else "phone:mobile",
        "fax": f"phone:{place} fax" if place else "phone:fax",
        "company": f"organization.name#{number}", "title": f"organization.title#{number}",
        "address": f"address.street:{place}#{number}",
    }.get(part, "field")  # fmt: skip


GOOGLE_SECTIONS = Dialect(
    "google",
    table("Name | full_name\nE-mail | email\nNotes | note"),
    ("name", "section 1 - email"),
    ((re.compile(r"section (\d+) - (.+)"), _section),),
    least=0.7,
)
