"""Queries in words: how a part of what was typed was understood."""

from __future__ import annotations

from contactbook.domain import query, query_terms
from contactbook.wording.speech import joined, say

NAMES = {
    "name": "Name", "given": "First name", "family": "Last name", "nickname": "Nickname",
    "company": "Company", "department": "Department", "title": "Job title", "role": "Role",
    "email": "E-mail", "phone": "Phone", "website": "Website", "chat": "Chat", "address": "Address",
    "street": "Street", "city": "City", "region": "Region", "zip": "Postal code", "country": "Country",
    "note": "Note", "relation": "Relation", "tag": "Tag", "import": "Import", "uid": "UID", "kind": "Kind",
    "born": "Birthday", "created": "Added", "updated": "Changed", "checked": "Checked", "has": "Has",
    "contacted": "Last contact", "followup": "Follow-up", "rhythm": "Rhythm", "purchases": "Purchases",
    "purchases_year": "Purchases in 12 months", "spent": "Spent", "average": "Average purchase",
    "bought": "Last purchase", "donations": "Donations", "donations_year": "Donations in 12 months",
    "donated": "Donated", "last_donation": "Last donation",
    "entry": "Timeline", "no": "Without", "field": "Field",
    "photo": "Photo", "birthday": "Birthday", "date": "Date",
}  # fmt: skip
"""What each term, and each thing that `has:` can ask for, is called."""

CHOICES = {
    "person": "People", "company": "Companies", "starred": "Starred", "overdue": "Overdue by rhythm",
    "intime": "In time by rhythm", "none": "Without rhythm",
}  # fmt: skip

_SIGNS = {">": "after", ">=": "from", "<": "before", "<=": "until", "=": "exactly"}
_NUMBER_SIGNS = {">": "over", ">=": "at least", "<": "under", "<=": "at most", "=": "exactly"}


def part(asked: query.Query) -> str:
    """A part of a query as a short phrase: "Tag vip", "Not: Company acme", "Added after 2025-01"."""
    match asked:
        case query.Words():
            return asked.text
        case query.Phrase():
            return f"“{asked.text}”"
        case query.Term():
            return _term(asked)
        case query.Not():
            return say("Not: {part}", part=part(asked.part))
        case query.Every():
            return joined([part(each) for each in asked.parts])
        case query.Either():
            return say(" or ").join(part(each) for each in asked.parts)


def _term(term: query.Term) -> str:
    name = term.key.replace("_", " ").capitalize() if term.key else say(NAMES[term.name])
    if term.name in ("kind", "rhythm"):
        return say(CHOICES[term.value])
    if term.name in ("has", "no"):
        of, _, key = term.value.partition(".")
        return f"{name} {key.replace('_', ' ') if key else say(NAMES[of]).lower()}"
    if term.until:
        return say("{name} {first} to {last}", name=name, first=term.value, last=term.until)
    counted = term.key or query_terms.shape_of(term.name) is query_terms.Shape.NUMBER
    signs = _NUMBER_SIGNS if counted and query.number(term.value) is not None else _SIGNS
    sign = f"{say(signs[term.operator])} " if term.operator else ""
    return f"{name} {sign}{term.value}"
