"""What a batch knows of its cards."""

from __future__ import annotations

from contactbook.actions.import_kin import Kin
from contactbook.domain.contact import EMAIL, Contact, ContactPoint, FieldValue
from contactbook.formats.records import ReadCard
from contactbook.store import bulk


def test_names_addresses_and_wanted_fields_by_ordinal() -> None:
    contacts = [
        Contact(
            given="Jo", family="Doe", points=[ContactPoint(EMAIL, "Jo@Example.org", key="jo@example.org")]
        ),
        Contact(
            full_name="Ánna",
            fields=[FieldValue("Member", "7", key="member"), FieldValue("Shoe", "42", key="shoe")],
        ),
    ]
    prepared = bulk.prepare([(0, ReadCard(contact, b"", line)) for line, contact in enumerate(contacts)])
    kin = Kin(
        prepared,
        ("uid", "member"),
        lambda ordinal: ("vcard3", "", f"file {ordinal}", 1),
        lambda wanted: [contacts[each] for each in wanted],
    )
    assert list(kin.names) == ["doe\x02jo", "anna"]
    assert kin.points == {0: [(EMAIL, "jo@example.org")]}
    assert kin.values == {"member": {1: ["7"]}}
    assert kin.origin(1) == ("vcard3", "", "file 1", 1)
    assert kin.contacts([1]) == contacts[1:]
