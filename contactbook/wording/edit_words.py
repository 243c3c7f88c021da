"""Changes of one contact in words: "Changed 2 phones of Ada Kowalska"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from contactbook.wording.speech import joined, say, say_number

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST_TOPICS = 3

COUNTED = {
    "phone": ("1 phone", "{n} phones"),
    "email": ("1 e-mail", "{n} e-mails"),
    "url": ("1 web address", "{n} web addresses"),
    "chat": ("1 chat address", "{n} chat addresses"),
    "social": ("1 profile", "{n} profiles"),
    "address": ("1 address", "{n} addresses"),
    "date": ("1 date", "{n} dates"),
    "relation": ("1 relation", "{n} relations"),
    "affiliation": ("1 organisation", "{n} organisations"),
    "field": ("1 custom field", "{n} custom fields"),
    "tag": ("1 tag", "{n} tags"),
    "extra": ("1 kept property", "{n} kept properties"),
}
"""Topics of which a contact has several."""

SINGLE = {
    "photo": "the picture",
    "name": "the name",
    "phonetic": "how the name sounds",
    "nickname": "the nickname",
    "organization": "the company",
    "department": "the department",
    "job_title": "the job title",
    "role": "the role",
    "employment": "the details of the job",
    "gender": "the gender",
    "language": "the language",
    "note": "the note",
    "file_as": "what it is filed as",
    "kind": "the kind",
    "uid": "the number (UID)",
    "starred": "the star",
    "checked_at": "the day of the last check",
}
"""Topics of which a contact has one."""

MOVED = {
    "phone": "the phones",
    "email": "the e-mails",
    "url": "the web addresses",
    "address": "the addresses",
    "date": "the dates",
    "relation": "the relations",
    "affiliation": "the organisations",
    "tag": "the tags",
    "field": "the custom fields",
}
"""Topics whose order was changed."""

_WAYS = {
    "added": ("Added {what} to {name}", "Added {what}"),
    "removed": ("Removed {what} from {name}", "Removed {what}"),
    "changed": ("Changed {what} of {name}", "Changed {what}"),
    "moved": ("Changed the order of {what} of {name}", "Changed the order of {what}"),
}


def edit_label(data: Mapping[str, Any]) -> str:
    """The name of a step "edit" that recorded `name` and `what` (see `actions.edit_summary`).

    "" when it recorded nothing of the kind.
    """
    given = data.get("what")
    name = str(data.get("name", ""))
    if not isinstance(given, dict):
        return ""
    what = {topic: counts for topic, counts in cast("dict[str, Any]", given).items() if counts}
    if not what:
        return say("No change of {name}", name=name) if name else ""
    if set(what) == {"checked_at"} and "removed" not in what["checked_at"]:
        return say("Checked {name}", name=name)
    ways = {way for counts in what.values() for way in counts}
    way = ways.pop() if len(ways) == 1 else "changed"
    topics = [_topic(topic, sum(counts.values()), way) for topic, counts in what.items()]
    if len(topics) > _MOST_TOPICS:
        more = len(topics) - _MOST_TOPICS + 1
        topics = [*topics[: _MOST_TOPICS - 1], say_number(more, "1 more", "{n} more")]
    of_somebody, alone = _WAYS.get(way, _WAYS["changed"])
    return say(of_somebody if name else alone, what=joined(topics), name=name)


def _topic(topic: str, amount: int, way: str) -> str:
    if way == "moved":
        return say(MOVED.get(topic, "the values"))
    if topic in COUNTED:
        return say_number(amount, *COUNTED[topic])
    return say(SINGLE.get(topic, topic.replace("_", " ")))
