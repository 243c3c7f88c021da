"""Words for steps of the history that are told with a number: one table, however they are put together."""

from __future__ import annotations

ABOUT_CONTACTS: dict[str, tuple[str, str, str]] = {
    "star": ("Star", "Star on 1 contact", "Star on {n} contacts"),
    "unstar": ("Star removed", "Star removed from 1 contact", "Star removed from {n} contacts"),
    "tag": ("Tag “{tag}”", "Tag “{tag}” on 1 contact", "Tag “{tag}” on {n} contacts"),
    "untag": (
        "Tag “{tag}” removed",
        "Tag “{tag}” removed from 1 contact",
        "Tag “{tag}” removed from {n} contacts",
    ),
    "trash": ("Contacts to the trash", "1 contact to the trash", "{n} contacts to the trash"),
    "restore": (
        "Contacts from the trash",
        "1 contact back from the trash",
        "{n} contacts back from the trash",
    ),
    "bulk_edit": ("Edit of several contacts", "Edit of 1 contact", "Edit of {n} contacts at once"),
    "merge": ("Merge", "Merge of 1 contact", "Merge of {n} contacts"),
    "empty_trash": (
        "Trash emptied",
        "Trash emptied: 1 contact deleted",
        "Trash emptied: {n} contacts deleted",
    ),
    "erase": ("Erased for good", "1 contact erased for good", "{n} contacts erased for good"),
    "set_parent": (
        "Placed under {name}",
        "1 contact placed under {name}",
        "{n} contacts placed under {name}",
    ),
    "unset_parent": (
        "Placed under nobody",
        "1 contact placed under nobody",
        "{n} contacts placed under nobody",
    ),
    "update_people": (
        "People brought in step with their company",
        "1 person brought in step with their company",
        "{n} people brought in step with their company",
    ),
    "import": ("Import", "Import of 1 contact", "Import of {n} contacts"),
}
"""By action: what is said without a number, for one contact, for several."""

ABOUT_OTHERS: dict[str, tuple[str, str, str, str]] = {
    "make_companies": (
        "Companies made of names",
        "Company {name} made",
        "{n} companies made of names",
        "companies",
    ),
    "unite_names": (
        "Spellings of {name} made one",
        "1 spelling of {name} made one",
        "{n} spellings of {name} made one",
        "spellings",
    ),
}
"""The same for steps that count something else: the fourth is the name of the number."""
