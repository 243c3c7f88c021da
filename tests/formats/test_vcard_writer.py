"""Cards are valid in every version, say everything, and other programs can read them."""

from __future__ import annotations

import io
import logging
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
import vobject
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contactbook.domain import contact_json
from contactbook.domain.contact import (
    COMPANY,
    Address,
    Affiliation,
    Contact,
    ContactDate,
    ContactPoint,
    FieldValue,
    Photo,
    Relation,
)
from contactbook.domain.problems import Problem
from contactbook.formats import vcard_reader, vcard_text, vcard_writer
from contactbook.formats.records import ReadCard, ReadGroup

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

VERSIONS = ("2.1", "3.0", "4.0")
SPELT_OTHERWISE = ("GEO", "KEY", "SOUND", "PHOTO")
"""Kept properties whose value depends on the version or on their parameters."""
DIALECTS = ("", "apple", "google", "outlook")
_BOX = "Box 1", ""
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


def again(data: bytes) -> Contact:
    (record,) = vcard_reader.read(io.BytesIO(data))
    assert isinstance(record, ReadCard)
    return record.contact


def said(contact: Contact) -> dict[str, object]:
    """What a contact says, without where its parts came from."""

    def bare(value: object) -> object:
        if isinstance(value, dict):
            return {key: bare(each) for key, each in value.items() if key not in ("origin", "position")}
        return [bare(each) for each in value] if isinstance(value, list) else value

    result = bare(contact_json.to_json(contact))
    assert isinstance(result, dict)
    return result


def parts() -> dict[str, Any]:
    """Addresses, dates and people of `everything`."""
    return {
        "addresses": [
            Address(
                *_BOX, "St James's Square 12", "London", "", "SW1Y", "UK", "GB", "Ada\nLondon", "home", True
            ),
            Address(street="Plain 1", locality="Ockham"),
            Address(formatted="Only\nprinted", label="My place"),
        ],
        "dates": [
            ContactDate("--12-10", "birthday"),
            ContactDate("1835-07-08", "anniversary"),
            ContactDate("1852-11-27", "death"),
            ContactDate("1843-09", "Notes, published"),
            ContactDate("in the spring", ""),
        ],
        "relations": [
            Relation("William", "spouse"),
            Relation("Byron; Lord", "father", "11111111-2222-3333-4444-555555555555"),
            Relation("", "friend", "66666666-7777-8888-9999-000000000000"),
            Relation("Babbage", "Fellow thinker"),
        ],
        "affiliations": [
            Affiliation("Royal Society", "Mathematics", "Guest", "Reader", "1840", "1850-05", True),
            Affiliation("Just a name"),
        ],
    }


def everything() -> Contact:
    return Contact(
        uid="03a0e51f-d1aa-4385-8a53-e29025acd8af",
        prefix="Dr.",
        given="Ada, Anna",
        middle="B; C",
        family="Löve\\lace",
        suffix="PhD",
        nickname="Addie, Countess",
        phonetic_given="Ay-da",
        phonetic_middle="Bee",
        phonetic_family="Luvless",
        full_name="Dr. Ada Löve, lace",
        file_as="Lovelace, Ada",
        organization="Analytical; Engines, Ltd.",
        department="Research; Notes",
        job_title="Mathematician",
        role="Author",
        gender="female",
        language="en",
        note="First line\nSecond, with a comma; and more\n" + "ß" * 60,
        starred=True,
        checked_at=1_700_000_000_123,
        created_at=1_600_000_000_456,
        updated_at=1_650_000_000_000,
        points=[
            ContactPoint("phone", "+44 20 7946 0018", "mobile", True),
            ContactPoint("phone", "+44 20 7946 0019", "work fax"),
            ContactPoint("phone", "020 1,,42", "Summer house"),
            ContactPoint("email", "ada@post.example", "home"),
            ContactPoint("email", "a,b@post.example", "Old one"),
            ContactPoint("url", "https://a.example/x,y;z", "home page"),
            ContactPoint("chat", "ada lovelace", "home", False, "skype"),
            ContactPoint("chat", "ada@im.example", "", False, "Own Network"),
            ContactPoint("chat", "just a name", ""),
            ContactPoint("social", "https://social.example/@ada", "work", False, "mastodon"),
        ],
        **parts(),
        photos=[
            Photo(PNG, "image/png"),
            Photo(b"", "", "https://a.example/p.jpg", "work"),
            Photo(PNG, "image/png", "", "logo"),
        ],
        fields=[
            FieldValue("Shoe size, (EU); big", "37 ½\nor 38", "shoe_size", "text"),
            FieldValue("Member", "yes", "member", "yes_no"),
        ],
        tags=["Friends", "a,b", "Ünique; tag"],
    )


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("dialect", DIALECTS)
def test_everything_comes_back(version: str, dialect: str) -> None:
    contact = everything()
    assert said(again(vcard_writer.card(contact, version, dialect=dialect))) == said(contact)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_company_comes_back(version: str) -> None:
    contact = Contact(kind=COMPANY, organization="Acme, Ltd.", full_name="Acme, Ltd.")
    data = vcard_writer.card(contact, version)
    assert said(again(data)) == said(contact)
    assert b"\r\nFN:Acme" in data


@pytest.mark.parametrize("version", VERSIONS)
def test_a_person_of_whom_only_the_company_is_known_stays_a_person(version: str) -> None:
    contact = Contact(organization="Acme", full_name="Acme")
    assert again(vcard_writer.card(contact, version)).kind == "person"


@pytest.mark.parametrize("version", VERSIONS)
def test_no_name_is_invented_but_fn_is_there(version: str) -> None:
    contact = Contact(points=[ContactPoint("phone", "123")])
    data = vcard_writer.card(contact, version)
    assert b"\r\nFN;X-CONTACTBOOK-DERIVED=1:123\r\n" in data
    assert said(again(data)) == said(contact)


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_lines_are_folded_between_characters(version: str) -> None:
    data = vcard_writer.card(everything(), version)
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")


def test_no_line_of_2_1_is_too_long_and_quoted_printable_cannot_end_the_card() -> None:
    contact = Contact(full_name="A", note="\n".join(["END:VCARD", "BEGIN:VCARD", "x" * 200, "ä" * 90] * 3))
    data = vcard_writer.card(contact, "2.1")
    assert max(map(len, data.split(b"\r\n"))) <= 76
    assert data.count(b"\nEND:VCARD") == 1
    assert again(data).note == contact.note


def test_base64_of_2_1_ends_with_an_empty_line() -> None:
    data = vcard_writer.card(
        Contact(full_name="A", photos=[Photo(PNG, "image/png")]), "2.1", dialect="outlook"
    )
    lines = data.split(b"\r\n")
    start = next(index for index, line in enumerate(lines) if line.startswith(b"PHOTO"))
    indented = [line for line in lines[start + 1 :] if line.startswith(b" ")]
    assert lines[start].endswith(b":")
    assert lines[start + 1 + len(indented)] == b""


@pytest.mark.parametrize(
    ("version", "dialect", "expected"),
    [
        ("2.1", "", b"BDAY:--05-09"),
        ("3.0", "", b"BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-09"),
        ("3.0", "apple", b"BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-09"),
        ("3.0", "google", b"BDAY:--05-09"),
        ("2.1", "outlook", b"X-CONTACTBOOK-CARRY-BDAY:--05-09"),
        ("4.0", "", b"BDAY:--0509"),
    ],
)
def test_a_birthday_without_a_year_as_each_program_wants_it(
    version: str, dialect: str, expected: bytes
) -> None:
    contact = Contact(full_name="A", dates=[ContactDate("--05-09", "birthday")])
    data = vcard_writer.card(contact, version, dialect=dialect)
    assert b"\r\n" + expected + b"\r\n" in data
    assert again(data).dates[0].value == "--05-09"


def test_the_dialects_use_their_own_properties() -> None:
    contact = Contact(
        full_name="A",
        points=[ContactPoint("chat", "ada", "", False, "skype"), ContactPoint("phone", "1", "work")],
        relations=[Relation("Bo", "spouse")],
        dates=[ContactDate("2001-02-03", "anniversary")],
    )
    apple = vcard_writer.card(contact, "3.0", dialect="apple")
    google = vcard_writer.card(contact, "3.0", dialect="google")
    outlook = vcard_writer.card(contact, "2.1", dialect="outlook")
    assert b"IMPP;X-SERVICE-TYPE=Skype:skype:ada" in apple
    assert b"X-ABLabel:_$!<Anniversary>!$_" in apple
    assert b"X-SKYPE:ada" in google
    assert b"X-MS-SPOUSE:Bo" in outlook
    assert b"TEL;WORK;VOICE:1" in outlook
    assert b"X-MS-ANNIVERSARY:2001-02-03" in outlook


def test_apple_gets_its_tags_as_group_cards() -> None:
    stream = io.BytesIO()
    people = [
        Contact(uid=f"u{n}", full_name=f"P{n}", tags=["Club"] if n else ["Club", "Choir"]) for n in range(2)
    ]
    assert vcard_writer.write(people, stream, "3.0", "apple") == 2
    groups = [
        each for each in vcard_reader.read(io.BytesIO(stream.getvalue())) if isinstance(each, ReadGroup)
    ]
    assert [(group.name, group.members) for group in groups] == [("Club", ["u0", "u1"]), ("Choir", ["u0"])]


@pytest.mark.parametrize("version", VERSIONS)
def test_a_group_card_is_read_as_the_group_it_is(version: str) -> None:
    (group,) = vcard_reader.read(io.BytesIO(vcard_writer.group_card("Çlub", ["a", "b"], version, "g")))
    assert isinstance(group, ReadGroup)
    assert (group.name, group.uid, group.members) == ("Çlub", "g", ["a", "b"])


def test_an_unknown_version_is_a_problem() -> None:
    with pytest.raises(Problem, match=r"export\.format_unknown"):
        vcard_writer.card(Contact(), "5.0")


def test_folding_a_line_of_long_characters() -> None:
    line = "X:" + "😀" * 40
    folded = vcard_text.fold(line.encode())
    assert folded.replace(b"\r\n ", b"").decode() == line
    assert all(len(piece) <= 75 for piece in folded.split(b"\r\n"))


def validated(data: bytes) -> object:
    logging.disable(logging.CRITICAL)
    try:
        (card,) = vobject.readComponents(data.decode())
        card.validate(raiseException=True)
    finally:
        logging.disable(logging.NOTSET)
    return card


@pytest.mark.parametrize("dialect", DIALECTS)
def test_vobject_reads_what_it_can_hold(dialect: str) -> None:
    contact = everything()
    card = validated(vcard_writer.card(contact, "3.0", dialect=dialect))
    contents = card.contents  # pyright: ignore[reportAttributeAccessIssue]
    assert contents["fn"][0].value == contact.full_name
    assert (contents["n"][0].value.family, contents["n"][0].value.given) == ("Löve\\lace", "Ada, Anna")
    assert contents["note"][0].value == contact.note
    assert [tel.value for tel in contents["tel"]] == [point.value for point in contact.points_of("phone")]
    assert [mail.value for mail in contents["email"]] == [point.value for point in contact.points_of("email")]
    assert contents["url"][0].value == "https://a.example/x,y;z"
    assert contents["org"][0].value == ["Analytical; Engines, Ltd.", "Research", "Notes"]
    assert contents["adr"][0].value.street == "St James's Square 12"
    assert contents["photo"][0].value == PNG


_HELD = ("fn", "n", "tel", "email", "url", "note", "title", "uid", "org", "adr", "categories", "photo")


def corpus_cards(corpus: Path) -> Iterator[ReadCard]:
    for path in sorted((corpus / "vcard").rglob("*")):
        if path.is_file() and path.name != "LargeFile.vcf":
            with path.open("rb") as stream:
                yield from (each for each in vcard_reader.read(stream) if isinstance(each, ReadCard))


def test_vobject_accepts_every_card_of_the_corpus_in_3_0(corpus: Path) -> None:
    for record in corpus_cards(corpus):
        validated(vcard_writer.card(record.contact, "3.0", original=record.raw))
        for dialect in DIALECTS:
            card = validated(vcard_writer.card(record.contact, "3.0", dialect=dialect))
            assert _missing_in(card, record.contact) == {}, record.raw


def _missing_in(card: Any, contact: Contact) -> dict[str, Counter[Any]]:  # noqa: ANN401 - has no types
    """What a contact says and vobject has a place for, as far as it did not find it in the card."""
    held: dict[str, list[Any]] = {
        name: [each.value for each in card.contents.get(name, ())] for name in _HELD
    }
    held["org"] = [units[0] for units in held["org"] if units]
    held["adr"] = [_one_text(address.street) for address in held["adr"]]
    held["categories"] = [tag for tags in held["categories"] for tag in tags]
    held["n"] = [_one_text(part) for name in held["n"] for part in (name.family, name.given)]
    points = {kind: [point.value for point in contact.points_of(kind)] for kind in ("phone", "email", "url")}
    said: dict[str, list[Any]] = {
        "fn": [contact.full_name], "n": [contact.family, contact.given], "tel": points["phone"],
        "email": points["email"], "url": points["url"], "note": [contact.note], "title": [contact.job_title],
        "uid": [contact.uid], "org": [contact.organization], "categories": contact.tags,
        "adr": [address.street for address in contact.addresses],
        "photo": [photo.data for photo in contact.photos if photo.label != "logo"],
    }  # fmt: skip
    missing = {name: Counter(filter(None, said[name])) - Counter(held[name]) for name in _HELD}
    return {name: left for name, left in missing.items() if left}


def _one_text(text: str | list[str]) -> str:
    return " ".join(text) if isinstance(text, list) else text


@pytest.mark.parametrize("version", VERSIONS)
def test_every_contact_of_the_corpus_can_be_written_anew(corpus: Path, version: str) -> None:
    for record in corpus_cards(corpus):
        contact = record.contact
        contact.extras = [each for each in contact.extras if each.name.upper() not in SPELT_OTHERWISE]
        for extra in contact.extras:
            extra.params = extra.group = ""
        back = again(vcard_writer.card(contact, version))
        for extra in back.extras:
            extra.params = ""
        assert said(back) == said(contact)


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Zs"]), min_size=1, max_size=12)
TEXTS = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
MAYBE = st.one_of(st.just(""), TEXTS)
LABELS = st.one_of(st.sampled_from(["", "home", "work", "mobile", "work fax", "home page", "other"]), TEXTS)
CONTACTS = st.builds(
    Contact,
    uid=MAYBE,
    given=TEXTS,
    family=MAYBE,
    middle=MAYBE,
    nickname=MAYBE,
    full_name=TEXTS,
    organization=MAYBE,
    job_title=MAYBE,
    note=MAYBE,
    starred=st.booleans(),
    points=st.lists(
        st.builds(ContactPoint, st.sampled_from(["phone", "email", "url"]), TEXTS, LABELS, st.booleans()),
        max_size=4,
    ),
    addresses=st.lists(
        st.builds(Address, street=TEXTS, locality=MAYBE, formatted=MAYBE, label=LABELS), max_size=3
    ),
    relations=st.lists(st.builds(Relation, TEXTS, LABELS), max_size=2),
    dates=st.lists(
        st.builds(ContactDate, st.sampled_from(["1980-05-09", "--02-29", "1980", "soon"]), LABELS), max_size=3
    ),
    fields=st.lists(st.builds(FieldValue, TEXTS, TEXTS, TEXTS), max_size=2),
    tags=st.lists(TEXTS, max_size=3, unique=True),
)


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60)
@given(CONTACTS, st.sampled_from(VERSIONS), st.sampled_from(DIALECTS))
def test_any_contact_comes_back(contact: Contact, version: str, dialect: str) -> None:
    back = again(vcard_writer.card(contact, version, dialect=dialect))
    assert _comparable(back) == _comparable(contact)


def _comparable(contact: Contact) -> dict[str, object]:
    """What a contact says; labels that are a word of ours but for case count as that word."""
    from contactbook.domain import labels

    for part in (*contact.points, *contact.addresses, *contact.dates, *contact.relations):
        part.label = labels.from_apple(part.label)
    contact.points = [point for point in contact.points if not point.value.lower().startswith("tel:")]
    contact.uid = contact.uid.removeprefix("urn:uuid:")
    return said(contact)
