"""Which texts remain when contacts are merged, and where the others are kept."""

from __future__ import annotations

from contactbook.domain.contact import Contact
from contactbook.domain.merging import united


def test_what_is_missing_is_filled_and_what_differs_is_kept_aside() -> None:
    ada = Contact(id=1, given="Ada", family="Kowalska", gender="female")
    other = Contact(id=2, given="ADA", family="kowalska", middle="Maria", gender="other", language="pl")
    one = united(ada, [other])
    assert (one.given, one.middle, one.gender, one.language) == ("Ada", "Maria", "female", "pl")
    assert [(extra.name, extra.value) for extra in one.extras] == [("X-MERGED-GENDER", "other")]
    assert (ada.middle, ada.extras) == ("", [])


def test_other_work_becomes_a_further_organisation() -> None:
    ada = Contact(id=1, organization="Acme", job_title="CEO")
    one = united(
        ada, [Contact(id=2, organization="acme"), Contact(id=3, organization="Borg", role="adviser")]
    )
    assert (one.organization, one.job_title) == ("Acme", "CEO")
    assert [(part.organization, part.role) for part in one.affiliations] == [("Borg", "adviser")]


def test_a_chosen_text_stands_and_the_other_is_not_lost() -> None:
    one = united(Contact(id=1, given="Ada"), [Contact(id=2, given="Adele")], prefer={"given": 2})
    assert one.given == "Adele"
    assert "Ada" in [extra.value for extra in one.extras]


def test_an_unwanted_text_is_gone() -> None:
    one = united(Contact(id=1, note="keep"), [Contact(id=2, note="drop")], without=[("note", 2)])
    assert one.note == "keep"
