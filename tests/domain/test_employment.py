"""Employments of a person: taken out of the contact and put back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain.contact import Affiliation, Contact
from contactbook.domain.employment import Employment, employments, set_employments

word = st.sampled_from(["", "Acme", "acme", "Sales"])
made = st.builds(
    Employment,
    st.sampled_from(["Acme", "Borg"]),
    word,
    word,
    word,
    st.sampled_from(["", "2019"]),
    st.sampled_from(["", "2020-05"]),
    st.booleans(),
    st.none() | st.integers(1, 9),
)


@given(st.lists(made, max_size=3))
def test_what_is_set_is_told(wanted: list[Employment]) -> None:
    contact = Contact(given="Ada")
    set_employments(contact, wanted)
    told = employments(contact)
    assert len(told) == len(wanted) or len(wanted) > 1
    if len({one.organization for one in wanted}) == len(wanted):
        assert told == wanted


def test_the_place_in_the_card_stays_where_nothing_changes() -> None:
    contact = Contact(organization="Acme", affiliations=[Affiliation("Borg", origin=7)])
    set_employments(contact, employments(contact))
    assert contact.affiliations == [Affiliation("Borg", origin=7)]
