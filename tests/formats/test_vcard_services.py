"""Accounts, tags and names that programs write in properties of their own are understood and kept."""

from __future__ import annotations

import io

import pytest

from contactbook.formats import vcard_fidelity, vcard_reader
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
