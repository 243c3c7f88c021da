"""What a relation is called from the other side: a parent's child, an assistant's manager."""

from __future__ import annotations

SYMMETRIC = frozenset({
    "spouse", "partner", "sibling", "friend", "colleague", "co-worker", "relative", "neighbor",
    "acquaintance", "kin", "co-resident", "met", "date", "sweetheart",
})  # fmt: skip
"""Words that hold both ways."""

_INVERSE = {
    "parent": "child", "father": "child", "mother": "child", "child": "parent", "son": "parent",
    "daughter": "parent", "brother": "sibling", "sister": "sibling", "assistant": "manager",
    "manager": "direct report", "direct report": "manager", "referred by": "referred",
    "referred": "referred by",
    "agent": "client", "client": "agent", "employer": "employee", "employee": "employer",
}  # fmt: skip

OFFERED = (
    "spouse", "partner", "parent", "child", "sibling", "relative", "friend", "manager", "direct report",
    "assistant", "colleague", "referred by", "referred", "neighbor", "emergency",
)  # fmt: skip
"""The words that an editor offers; every other text is possible too."""


def inverse(label: str) -> str:
    """The word for the other side, which says nothing of anybody's gender; "" where there is none.

    For "" the reader is best told whose word it is: "golf buddy of Ada".
    """
    word = label.strip().lower()
    return word if word in SYMMETRIC else _INVERSE.get(word, "")
