"""Directory entries (RFC 2849) to contacts."""

from __future__ import annotations

import base64
import io
from typing import TYPE_CHECKING

from contactbook.formats import ldif_attributes, ldif_reader
from contactbook.formats.reading import read_file
from contactbook.formats.records import ReadCard, ReadGroup, ReadOptions, Record, RefusedCard
from contactbook.formats.table_mapping import from_spec

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

ADA = """version: 1
# a comment that is
  folded
dn: cn=Ada Lovelace,mail=ada@engine.example
objectclass: top
objectclass: mozillaAbPersonAlpha
givenName: Ada
sn: Lovelace
cn: Ada Lovelace
mail: ada@engine.example
mozillaSecondEmail: ada@home.example
telephoneNumber: 020 7946 0018
mobile: 07700 900123
street: 12 St James's
 's Square
l: London
c: UK
mozillaHomeLocalityName: Ockham
birthyear: 1815
birthmonth: 12
birthday: 10
description:: Rmlyc3QgbGluZQpzZWNvbmQgbGluZQ==
mozillaCustom1: first programmer
jpegPhoto:: /9j/4AAQ
userCertificate;binary:: MIIB
modifytimestamp: 0Z
x-unheard-of: kept
"""


def read(text: str | bytes, options: ReadOptions | None = None) -> list[Record]:
    return list(ldif_reader.read(io.BytesIO(text if isinstance(text, bytes) else text.encode()), options))


def card(text: str | bytes) -> ReadCard:
    (record,) = read(text)
    assert isinstance(record, ReadCard)
    return record


def test_an_entry_of_mozilla_is_read_whole() -> None:
    found = card(ADA)
    contact = found.contact
    assert contact.uid == "cn=Ada Lovelace,mail=ada@engine.example"
    assert (contact.given, contact.family, contact.full_name) == ("Ada", "Lovelace", "Ada Lovelace")
    assert [(point.kind, point.label, point.value) for point in contact.points] == [
        ("email", "", "ada@engine.example"),
        ("email", "", "ada@home.example"),
        ("phone", "work", "020 7946 0018"),
        ("phone", "mobile", "07700 900123"),
    ]
    assert [(part.label, part.street, part.locality, part.country) for part in contact.addresses] == [
        ("work", "12 St James's's Square", "London", "UK"),
        ("home", "", "Ockham", ""),
    ]
    assert [(day.label, day.value) for day in contact.dates] == [("birthday", "1815-12-10")]
    assert contact.note == "First line\nsecond line"
    assert contact.photos[0].data == b"\xff\xd8\xff\xe0\x00\x10"
    assert {part.label: part.value for part in contact.fields} == {
        "mozillaCustom1": "first programmer",
        "x-unheard-of": "kept",
    }
    assert [(part.name, part.value) for part in contact.extras] == [("userCertificate", "MIIB")]
    assert (found.line, found.properties, found.kept_raw) == (1, 23, 5)
    assert found.properties == found.mapped + found.kept_raw
    assert found.raw == ADA.encode()


def test_entries_are_divided_by_blank_lines_and_counted_by_line() -> None:
    records = read("version: 1\n\n\ndn: cn=A\ncn: A\n\n# only a comment\n\ndn: cn=B\r\ncn: B\r\n\r\n")
    assert [record.line for record in records] == [4, 9]


def test_a_group_of_names_becomes_a_group() -> None:
    (group,) = read("dn: cn=Club\nobjectclass: groupOfNames\ncn: Club\nmember: cn=Ada\nmember:: Y249WsO8\n")
    assert isinstance(group, ReadGroup)
    assert (group.name, group.members) == ("Club", ["cn=Ada", "cn=Zü"])


def test_the_members_of_a_group_are_the_uids_of_contacts() -> None:
    person, group = read(
        "dn: cn=Ada\ncn: Ada\n\ndn: cn=Club\nobjectclass: groupOfNames\ncn: Club\nmember: cn=Ada\n"
    )
    assert isinstance(person, ReadCard)
    assert isinstance(group, ReadGroup)
    assert group.members == [person.contact.uid]


def test_changes_to_a_directory_are_no_contacts() -> None:
    (record,) = read("dn: cn=A\nchangetype: delete\n")
    assert isinstance(record, RefusedCard)
    assert (record.line, record.reason, record.detail) == (1, "ldif_change", "delete")


def test_what_cannot_be_understood_is_kept_and_remarked_on() -> None:
    found = card("dn: cn=A\ncn: A\nno colon here\nnote:: ???\njpegPhoto:< file:///etc/passwd\n")
    assert [remark.code for remark in found.remarks] == ["line_not_understood", "base64_damaged", "ldif_url"]
    assert [part.value for part in found.contact.extras] == [
        "no colon here",
        "note:: ???",
        "jpegPhoto:< file:///etc/passwd",
    ]
    assert found.contact.photos == []


def test_loose_text_is_refused_with_its_line() -> None:
    first, second = read("dn: cn=A\ncn: A\n\nthis is prose\nnothing more\n")
    assert isinstance(first, ReadCard)
    assert isinstance(second, RefusedCard)
    assert (second.line, second.reason) == (4, "ldif_no_attributes")


def test_values_in_windows_text_are_read_and_remarked_on() -> None:
    found = card(b"dn: cn=Z\ncn: Zo\xeb\n")
    assert found.contact.full_name == "Zoë"
    assert [remark.code for remark in found.remarks] == ["encoding_mixed"]


def test_phonetic_names_and_names_in_another_language() -> None:
    found = card("dn: cn=A\nsn: 山田\nsn;lang-ja;phonetic: ヤマダ\ncn;lang-en: Yamada\n")
    assert (found.contact.family, found.contact.phonetic_family) == ("山田", "ヤマダ")
    assert [(part.label, part.value) for part in found.contact.fields] == [("cn;lang-en", "Yamada")]


def test_repeated_names_do_not_run_together() -> None:
    found = card("dn: cn=A\ncn: Ada\ncn: Countess of Lovelace\nou: One\nou: Two\n")
    assert found.contact.full_name == "Ada"
    assert {part.label: part.value for part in found.contact.fields} == {
        "cn": "Countess of Lovelace",
        "ou": "Two",
    }


def test_postal_addresses_have_dollars_for_line_ends() -> None:
    found = card("dn: cn=A\ncn: A\npostalAddress: 1 Main St$Springfield\n")
    assert found.contact.addresses[0].street == "1 Main St\nSpringfield"


def test_a_person_of_very_many_attributes_is_refused_and_a_group_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ldif_reader, "ATTRIBUTES_LIMIT", 50)
    person = "dn: cn=A\ncn: A\n" + "mail: a@b.example\n" * 50
    group = "dn: cn=G\nobjectclass: groupOfNames\ncn: G\n" + "member: cn=A\n" * 50
    first, second, third = read(f"{person}\n{group}\ndn: cn=B\ncn: B\n")
    assert isinstance(first, RefusedCard)
    assert (first.line, first.reason) == (1, "card_too_large")
    assert isinstance(second, ReadGroup)
    assert isinstance(third, ReadCard)


def test_an_entry_that_never_ends_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ldif_reader, "ENTRY_LIMIT", 1000)
    long_ = "dn: cn=A\n" + "note: x\n" * 1000
    first, second = read(long_ + "\ndn: cn=B\ncn: B\n")
    assert isinstance(first, RefusedCard)
    assert (first.line, first.reason) == (1, "card_too_large")
    assert isinstance(second, ReadCard)


def test_a_photo_comes_back_byte_for_byte() -> None:
    picture = bytes(range(256)) * 5
    text = base64.encodebytes(picture).decode().rstrip().replace("\n", "\n ")
    assert card(f"dn: cn=A\ncn: A\njpegPhoto:: {text}\n").contact.photos[0].data == picture


def test_every_attribute_means_something_that_exists() -> None:
    for name, spec in ldif_attributes.SPECS.items():
        assert name == name.lower()
        from_spec(name, spec)


def test_every_ldif_file_of_the_corpus_is_read_whole(corpus: Path) -> None:
    counts: dict[str, int] = {}
    for path in sorted((corpus / "csv").glob("*/*.ldif")):
        with read_file(path) as reading:
            records = list(reading)
        assert all(isinstance(record, ReadCard) for record in records)
        counts[path.stem.rpartition("__")[2]] = len(records)
    assert counts == {"yahoo-to-netscape": 1, "contact": 2, "contact03": 1, "contact04": 1}
