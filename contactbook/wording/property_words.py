"""What the properties of a contact are called where it is said which of them a file cannot hold."""

from __future__ import annotations

from typing import Final

PROPERTY_WORDS: Final[dict[str, str]] = {
    "prefix": "name prefixes",
    "given": "given names",
    "middle": "middle names",
    "family": "family names",
    "suffix": "name suffixes",
    "nickname": "nicknames",
    "phonetic_given": "phonetic given names",
    "phonetic_middle": "phonetic middle names",
    "phonetic_family": "phonetic family names",
    "full_name": "full names",
    "file_as": "names to file under",
    "organization": "organisations",
    "department": "departments",
    "job_title": "job titles",
    "role": "roles",
    "gender": "genders",
    "language": "languages",
    "note": "notes",
    "kind": "that it is a company",
    "uid": "identifiers",
    "starred": "stars",
    "tag": "tags",
    "label": "labels and names of fields",
    "email": "e-mail addresses",
    "phone": "phone numbers",
    "url": "web addresses",
    "chat": "chat accounts",
    "social": "social accounts",
    "address": "postal addresses",
    "date": "dates",
    "relation": "relations",
    "affiliation": "further organisations",
    "photo": "photos",
    "custom_field": "custom fields",
    "property": "properties kept from the original card",
}
"""By the codes of `formats.fidelity.items`."""
