"""Accounts, tags and names that programs write in properties of their own are understood and kept."""

from __future__ import annotations

import io

import pytest

from contactbook.formats import vcard_fidelity, vcard_reader, vcard_writer
from contactbook.formats.records import ReadCard

CARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:;Wei;;;\r\nFN:Wei\r\nX-WECHAT:wx1\r\nX-WEIBO:wb\r\nX-SNAPCHAT:s\r\n"
    "X-ZIMBRA-IMADDRESS1:xmpp://j@x.example\r\nX-KADDRESSBOOK-X-IMAddress:jo\r\nX-FILE-AS:Li\\, Wei\r\n"
    "X-KADDRESSBOOK-BlogFeed:http://b.example\r\nX-GROUP-MEMBERSHIP:Friends\r\nEND:VCARD\r\n"
)


def read_card() -> ReadCard:
    (record,) = vcard_reader.read(io.BytesIO(CARD.encode()))
    assert isinstance(record, ReadCard)
    return record


def test_accounts_of_other_programs_are_understood() -> None:
    contact = read_card().contact
    assert [(point.kind, point.service, point.value) for point in contact.points] == [
        ("chat", "wechat", "wx1"),
        ("social", "sinaweibo", "wb"),
        ("social", "snapchat", "s"),
        ("chat", "jabber", "j@x.example"),
        ("chat", "", "jo"),
        ("url", "", "http://b.example"),
    ]
    assert (contact.file_as, contact.tags, contact.extras) == ("Li, Wei", ["Friends"], [])


@pytest.mark.parametrize("version", ["", "2.1", "3.0", "4.0"])
@pytest.mark.parametrize("dialect", ["", "apple", "google", "outlook"])
def test_nothing_of_them_is_lost(version: str, dialect: str) -> None:
    record = read_card()
    assert vcard_fidelity.compare(record.contact, record.raw, version, dialect).names == ()


@pytest.mark.parametrize(
    ("uri", "account"),
    [
        ("matrix:u/jan:example.org", "@jan:example.org"),
        ("matrix:r/room:example.org", "#room:example.org"),
        ("matrix:u/a%2Fb:example.org", "@a/b:example.org"),
        ("matrix:u%2Fjan", "u/jan"),
        ("matrix:u/", "u/"),
    ],
)
def test_an_account_of_matrix_is_shown_as_people_write_it(uri: str, account: str) -> None:
    card = f"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Jan\r\nIMPP:{uri}\r\nEND:VCARD\r\n".encode()
    (record,) = vcard_reader.read(io.BytesIO(card))
    assert isinstance(record, ReadCard)
    (point,) = record.contact.points
    assert (point.service, point.value) == ("matrix", account)
    again = vcard_writer.card(record.contact, "4.0")
    assert [each.contact.points[0].value for each in vcard_reader.read(io.BytesIO(again))] == [account]  # type: ignore[union-attr]
