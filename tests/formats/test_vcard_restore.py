"""A card that is written again differs from the original only where the contact does."""

from __future__ import annotations

import copy
import io
import tracemalloc
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from contactbook.domain import contact_json
from contactbook.domain.contact import COMPANY, Contact, ContactPoint, FieldValue
from contactbook.formats import (
    vcard_fidelity,
    vcard_lines,
    vcard_reader,
    vcard_soundness,
    vcard_tolerant,
    vcard_writer,
)
from contactbook.formats.records import ReadCard
from contactbook.formats.vcard_guess import CharsetGuess

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

CARD = (
    b"BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Apple Inc.//iOS 17//EN\r\nN:Apfel;Anna;;;\r\nFN:Anna Apfel\r\n"
    b'item1.TEL;type=CELL;type=VOICE;x-strange="a;b":+49 30 1\r\nTEL;TYPE="home",voice;X-P=1:+49 30 2\r\n'
    b"item2.EMAIL;type=INTERNET;type=pref:anna@post.example\r\nitem2.X-ABLabel:Eigene\r\n"
    b"NOTE:Eine lange Notiz\\, die gefaltet wurde\\, und zwar an einer ganz "
    b"ungew\xc3\xb6hn\r\n lichen Stelle\r\n"
    b"X-UNKNOWN;A=b:c\\;d\r\nORG:Obst\\, Gem\xc3\xbcse;Lager;;\r\nREV:2020-01-02T03:04:05Z\r\nEND:VCARD\r\n"
)


def read_one(data: bytes) -> ReadCard:
    (record,) = vcard_reader.read(io.BytesIO(data))
    assert isinstance(record, ReadCard)
    return record


def version_of(record: ReadCard) -> str:
    return vcard_tolerant.examine(record.raw, CharsetGuess()).draft.version


def lines(data: bytes) -> Counter[bytes]:
    return Counter(line.data for line in vcard_lines.logical_lines(data))


def difference(change: Callable[[Contact], None], card: bytes = CARD) -> tuple[list[bytes], list[bytes]]:
    """The lines that went and those that came when a contact is changed and written in the version it had."""
    record = read_one(card)
    changed = copy.deepcopy(record.contact)
    change(changed)
    written = vcard_writer.card(changed, version_of(record), original=record.raw)
    before, after = lines(card), lines(written)
    again = read_one(written).contact
    assert contact_json.to_json(again) | {"updated_at": 0} == contact_json.to_json(
        _with_origins(changed, again)
    ) | {"updated_at": 0}
    return list((before - after).elements()), list((after - before).elements())


def _with_origins(contact: Contact, like: Contact) -> Contact:
    """The contact with the origins that its parts have in the card written; nothing else is touched."""
    for name in ("points", "addresses", "dates", "relations", "affiliations", "photos", "fields", "extras"):
        for part, other in zip(getattr(contact, name), getattr(like, name), strict=True):
            part.origin = other.origin
    return contact


def test_an_untouched_card_comes_back_byte_for_byte() -> None:
    assert vcard_writer.card(read_one(CARD).contact, "3.0", original=CARD) == CARD


def test_a_changed_number_touches_one_line_and_keeps_its_parameters_and_group() -> None:
    gone, new = difference(lambda contact: setattr(contact.points[0], "value", "+49 30 9"))
    assert gone == [b'item1.TEL;type=CELL;type=VOICE;x-strange="a;b":+49 30 1']
    assert new == [b'item1.TEL;type=CELL;type=VOICE;x-strange="a;b":+49 30 9']


def test_a_changed_label_replaces_only_the_words_that_say_it() -> None:
    gone, new = difference(lambda contact: setattr(contact.points[1], "label", "work fax"))
    assert gone == [b'TEL;TYPE="home",voice;X-P=1:+49 30 2']
    assert new == [b"TEL;TYPE=voice,WORK,FAX;X-P=1:+49 30 2"]


def test_a_label_of_its_own_gets_a_group() -> None:
    _, new = difference(lambda contact: setattr(contact.points[1], "label", "Laube"))
    assert new == [b"item3.TEL;TYPE=voice;X-P=1:+49 30 2", b"item3.X-ABLabel:Laube"]


def test_a_changed_label_of_a_group_changes_its_line() -> None:
    gone, new = difference(lambda contact: setattr(contact.points[2], "label", "Verein"))
    assert (gone, new) == ([b"item2.X-ABLabel:Eigene"], [b"item2.X-ABLabel:Verein"])


def test_a_removed_part_takes_its_label_along() -> None:
    gone, new = difference(lambda contact: contact.points.pop(2) and None)
    assert gone == [b"item2.EMAIL;type=INTERNET;type=pref:anna@post.example", b"item2.X-ABLabel:Eigene"]
    assert new == []


def test_new_parts_stand_before_the_end() -> None:
    def change(contact: Contact) -> None:
        contact.points.append(ContactPoint("url", "https://a.example", "home page"))
        contact.fields.append(FieldValue("Size", "4", "size", "number"))

    gone, new = difference(change)
    assert gone == []
    assert new == [
        b"item3.URL:https://a.example",
        b"item3.X-ABLabel:_$!<HomePage>!$_",
        b"X-CONTACTBOOK-FIELD:size;number;Size;4",
    ]


def test_a_changed_name_does_not_touch_fn() -> None:
    gone, new = difference(lambda contact: setattr(contact, "given", "Änne"))
    assert (gone, new) == ([b"N:Apfel;Anna;;;"], ["N:Apfel;Änne;;;".encode()])


def test_the_times_of_the_book_are_not_put_into_a_card_that_has_none() -> None:
    def change(contact: Contact) -> None:
        contact.created_at = 1_700_000_000_000

    record = read_one(CARD)
    change(record.contact)
    assert vcard_writer.card(record.contact, "3.0", original=CARD) == CARD


def test_a_tag_joins_the_tags_that_are_there() -> None:
    card = CARD.replace(b"END:VCARD", b"CATEGORIES;X-C=1:VIP,Kunde\r\nEND:VCARD")
    gone, new = difference(lambda contact: contact.tags.append("Neu, ganz"), card)
    assert (gone, new) == ([b"CATEGORIES;X-C=1:VIP,Kunde"], [b"CATEGORIES;X-C=1:VIP,Kunde,Neu\\, ganz"])


def test_line_ends_of_the_original_stay() -> None:
    card = CARD.replace(b"\r\n", b"\n")
    record = read_one(card)
    record.contact.points.append(ContactPoint("url", "https://a.example"))
    written = vcard_writer.card(record.contact, "3.0", original=card)
    assert written == card.replace(b"END:VCARD", b"URL:https://a.example\nEND:VCARD")


def test_an_invalid_line_is_put_right_and_reads_the_same() -> None:
    card = CARD.replace(
        b"X-UNKNOWN", b"# no colon\r\nPROFILE:VCARD\r\nN:Zwei;;;;\r\nTEL; type=HOME:3\r\nX-UNKNOWN"
    )
    record = read_one(card)
    written = vcard_writer.card(record.contact, "3.0", original=card)
    assert b"X-CONTACTBOOK-LINE:# no colon\r\n" in written
    assert b"X-CONTACTBOOK-CARRY-PROFILE:VCARD\r\n" in written
    assert b"X-CONTACTBOOK-CARRY-N:Zwei;;;;\r\n" in written
    assert b"TEL;type=HOME:3\r\n" in written
    assert read_one(written).contact == record.contact


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        (b"PHOTO;ENCODING=b;TYPE=PNG:iVBORw0KGgo", b"PHOTO;TYPE=PNG;ENCODING=b:iVBORw0KGgo="),
        (b"KEY;ENCODING=b:not base64", b"X-CONTACTBOOK-CARRY-KEY;X-ENCODING=b:not base64"),
        ("TITLE:Kö".encode()[:-1] + b"\r\n \xb6ln", "TITLE:Köln".encode()),
        (b"N:Zwei;;;;", b"X-CONTACTBOOK-CARRY-N:Zwei;;;;"),
        (b"VERSION:3.0\r\nNICKNAME:x", b"NICKNAME:x"),
    ],
)
def test_a_line_that_strict_readers_drop_the_card_for_is_put_right(line: bytes, mended: bytes) -> None:
    card = CARD.replace(b"X-UNKNOWN;A=b", line + b"\r\nX-UNKNOWN;A=b")
    record = read_one(card)
    written = vcard_writer.card(record.contact, "3.0", original=card)
    assert written == CARD.replace(b"X-UNKNOWN;A=b", mended + b"\r\nX-UNKNOWN;A=b")
    assert (
        contact_json.to_json(read_one(written).contact)["extras"]
        == (contact_json.to_json(_with_origins(record.contact, read_one(written).contact))["extras"])
    )


def test_looking_at_a_large_photo_takes_no_memory_for_its_lines() -> None:
    photo = b"\r\n ".join([b"A" * 74] * 30_000)
    card = CARD.replace(b"X-UNKNOWN", b"PHOTO;TYPE=PNG;ENCODING=b:" + photo + b"\r\nX-UNKNOWN")
    tracemalloc.start()
    assert vcard_soundness.is_sound_card(card, "3.0")
    assert not vcard_soundness.is_sound_card(card.replace(b"A\r\nX-UNK", b"\r\nX-UNK"), "3.0")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4 * len(card)


def test_blanks_in_the_first_and_last_line_go() -> None:
    card = CARD.replace(b"BEGIN:VCARD", b"BEGIN : VCARD\t").replace(b"END:VCARD", b"end:vcard ")
    assert vcard_writer.card(read_one(card).contact, "3.0", original=card) == CARD.replace(
        b"END:VCARD", b"end:vcard"
    )


def test_merged_parts_that_claim_one_line_are_all_written() -> None:
    record = read_one(CARD)
    twin = copy.deepcopy(record.contact.points[0])
    twin.value = "+1 555"
    record.contact.points.insert(0, twin)
    written = read_one(vcard_writer.card(record.contact, "3.0", original=CARD)).contact
    assert sorted(point.value for point in written.points) == sorted(
        point.value for point in record.contact.points
    )


def test_a_company_that_gets_a_person_says_so() -> None:
    card = b"BEGIN:VCARD\r\nVERSION:3.0\r\nN:;;;;\r\nFN:Acme\r\nORG:Acme\r\nEND:VCARD\r\n"
    record = read_one(card)
    assert record.contact.kind == COMPANY
    record.contact.given = "Bo"
    assert b"X-ABShowAs:COMPANY\r\n" in vcard_writer.card(record.contact, "3.0", original=card)


def corpus_cards(corpus: Path) -> Iterator[ReadCard]:
    for path in sorted((corpus / "vcard").rglob("*")):
        if path.is_file() and path.name != "LargeFile.vcf":
            with path.open("rb") as stream:
                yield from (each for each in vcard_reader.read(stream) if isinstance(each, ReadCard))


def test_import_export_import_gives_the_same_contact_for_the_corpus(corpus: Path) -> None:
    for record in corpus_cards(corpus):
        written = vcard_writer.card(record.contact, version_of(record), original=record.raw)
        again = read_one(written)
        assert contact_json.to_json(again.contact) == contact_json.to_json(record.contact)
        assert [photo.data for photo in again.contact.photos] == [
            photo.data for photo in record.contact.photos
        ]
        assert vcard_writer.card(again.contact, version_of(record), original=written) == written


MISSING = (b"FN", b"N", b"N;", b"VERSION")


def test_one_changed_phone_touches_one_line_for_the_corpus(corpus: Path) -> None:
    count = 0
    for record in corpus_cards(corpus):
        version = version_of(record)
        phones = [point for point in record.contact.points if point.kind == "phone"]
        if not phones:
            continue
        before = lines(vcard_writer.card(record.contact, version, original=record.raw))
        phones[0].value = "+49 30 999"
        after = lines(vcard_writer.card(record.contact, version, original=record.raw))
        gone, new = before - after, after - before
        derived = [line for line in new if line.startswith(b"FN;X-CONTACTBOOK-DERIVED")]
        assert (sum(gone.values()), sum(new.values())) in ((1, 1), (2, 2)), record.raw
        assert len(derived) == sum(new.values()) - 1
        count += 1
    assert count > 150


@pytest.mark.parametrize("through", ["2.1", "3.0", "4.0"])
def test_every_card_of_the_corpus_survives_another_version(corpus: Path, through: str) -> None:
    for record in corpus_cards(corpus):
        own = version_of(record)
        there = read_one(vcard_writer.card(record.contact, through, original=record.raw))
        back = read_one(vcard_writer.card(there.contact, own, original=there.raw))
        assert _told(back.contact) == _told(record.contact)


def test_the_name_of_a_user_is_spelt_as_each_version_has_it() -> None:
    line = b"X-SOCIALPROFILE;type=twitter;x-user=ada:https://twitter.example/ada"
    card = CARD.replace(b"X-UNKNOWN", line + b"\r\nX-UNKNOWN")
    there = read_one(vcard_writer.card(read_one(card).contact, "4.0", original=card))
    assert b"USERNAME=ada:" in there.raw
    back = vcard_writer.card(there.contact, "3.0", original=there.raw)
    assert b"X-USER=ada:https://twitter.example/ada" in back
    assert b"USERNAME" not in back


def _told(contact: Contact) -> dict[str, object]:
    """What a contact says; kept properties by name and value, coordinates however they are divided."""
    for name in ("points", "addresses", "dates", "relations", "affiliations", "photos", "fields"):
        for part in getattr(contact, name):
            part.origin = -1
    extras = sorted((each.name.upper(), each.value.replace(";", ",")) for each in contact.extras)
    contact.extras = []
    return {**contact_json.to_json(contact), "extras": extras}


@pytest.mark.parametrize("version", ["2.1", "3.0", "4.0"])
@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("FN:\r\nORG:Acme;Sales", "Acme"),
        ("FN: \r\nN:Doe;Jo;;;", "Jo Doe"),
        ("fn;X-A=b:\r\nN:;;;;\r\nEMAIL:jo@doe.example", "jo@doe.example"),
        ("FN:\r\nTEL:+49 30 1", "+49 30 1"),
        ("FN:\r\nNOTE:met on the train", "met on the train"),
        ("FN:\r\nUID:1234", "1234"),
        ("FN:\r\nX-A:b", "?"),
        ("X-A:b", "?"),
        ("FN:\r\nFN:Jo Doe", "Jo Doe"),
    ],
)
def test_an_empty_fn_is_written_as_what_the_card_has(said: str, name: str, version: str) -> None:
    original = f"BEGIN:VCARD\r\nVERSION:{version}\r\n{said}\r\nEND:VCARD\r\n".encode()
    record = read_one(original)
    written = vcard_writer.card(record.contact, version, original=record.raw)
    found = vcard_tolerant.examine(written, CharsetGuess())
    assert [each.value for each in found.lines if each.head.name == "FN"] == [name]
    assert contact_json.to_json(read_one(written).contact)["full_name"] == record.contact.full_name
    assert not vcard_fidelity.compare(record.contact, record.raw, version).names
    assert vcard_writer.card(record.contact, version, original=written) == written
