"""Who gets mail, where, and how it is written on the envelope."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain import postal, stationery
from contactbook.domain.contact import Address, Contact, ContactDate

HOME = Address(
    street="ul. Długa 12/3", postal_code="80-831", locality="Gdańsk", country="Poland", label="home"
)


def ada(**changed: object) -> Contact:
    values: dict[str, object] = {
        "id": 7, "prefix": "Dr.", "given": "Ada", "family": "Kowalska", "organization": "Meridian",
        "addresses": [HOME],
    }  # fmt: skip
    return Contact(**(values | changed))  # pyright: ignore[reportArgumentType]


def lines(contact: Contact, home: str = "") -> list[str]:
    found = postal.addressed(contact, home)
    assert isinstance(found, postal.Piece)
    return list(found.lines)


def reason(contact: Contact) -> str:
    found = postal.addressed(contact)
    assert isinstance(found, postal.LeftOut)
    assert found[:2] == (7, "Dr. Ada Kowalska")
    return found.reason


def test_a_letter_home_and_abroad() -> None:
    home = ["Dr. Ada Kowalska", "ul. Długa 12/3", "80-831 Gdańsk"]
    assert lines(ada(), "PL") == home
    assert lines(ada(), "DE") == lines(ada()) == [*home, "POLAND"]


def test_an_address_is_written_as_its_own_country_does() -> None:
    york = Address(
        street="1 High St", locality="York", postal_code="YO1 7HH", country_code="GB", label="work"
    )
    assert lines(ada(addresses=[york]), "PL") == [
        "Dr. Ada Kowalska", "Meridian", "1 High St", "York", "YO1 7HH", "UNITED KINGDOM",
    ]  # fmt: skip
    block = Address(formatted="Calle 1\n28001 Madrid\nSpain")
    assert lines(ada(addresses=[block]), "PL")[1:] == ["Calle 1", "28001 Madrid", "Spain"]


def test_a_company_is_named_once_and_somebody_nameless_not_at_all_by_e_mail() -> None:
    assert lines(Contact(kind="company", organization="Meridian", addresses=[HOME]), "PL")[0] == "Meridian"
    assert lines(Contact(organization="Meridian", addresses=[HOME]), "PL")[0] == "Meridian"


@pytest.mark.parametrize(
    "label", ["old", "Former home", "home (old)", "ehemalige Anschrift", "Moved", "stary adres"]
)
def test_a_dead_address_is_never_written(label: str) -> None:
    gone = Address(street="Gone 1", locality="Nowhere", label=label, preferred=True)
    assert lines(ada(addresses=[gone, HOME]), "PL")[1] == "ul. Długa 12/3"
    assert reason(ada(addresses=[gone])) == postal.GONE_ADDRESS


@pytest.mark.parametrize("label", ["", "home", "Old Town", "work", "Alt", "Bad Ischl"])
def test_other_labels_say_nothing_of_the_kind(label: str) -> None:
    assert lines(ada(addresses=[Address(street="A 1", locality="B", label=label)]))


@pytest.mark.parametrize("tag", ["Do not mail", "do-not-contact", "Keine Post"])
def test_who_wants_no_mail_gets_none(tag: str) -> None:
    assert reason(ada(tags=["VIP", tag])) == postal.NO_MAIL


def test_the_dead_and_the_deleted_get_none() -> None:
    assert reason(ada(dates=[ContactDate("2020", "death")])) == postal.DEAD
    assert reason(ada(tags=["Verstorben"])) == postal.DEAD
    assert reason(ada(deleted_at=5)) == postal.TRASHED


@pytest.mark.parametrize(
    "address", [None, Address(country="Poland"), Address(street="Long 1"), Address(region="X")]
)
def test_a_country_alone_is_no_address(address: Address | None) -> None:
    assert reason(ada(addresses=[address] if address else [])) == postal.NO_ADDRESS


def test_the_preferred_address_and_nobody_twice() -> None:
    second = Address(street="B 2", locality="C", preferred=True)
    assert lines(ada(addresses=[HOME, second]))[1] == "B 2"
    pieces = [
        postal.Piece(1, ("Ada", "X 1")),
        postal.Piece(2, ("ADA", "x 1")),
        postal.Piece(3, ("Jan", "X 1")),
    ]
    assert [piece.contact_id for piece in postal.unique(pieces)] == [1, 3]


@pytest.mark.parametrize("sheet", stationery.LABEL_SHEETS, ids=lambda sheet: sheet.key)
def test_labels_lie_on_their_page_and_not_on_each_other(sheet: stationery.LabelSheet) -> None:
    boxes = [sheet.box(place) for place in range(sheet.count)]
    for box in boxes:
        assert box.left >= 0
        assert box.top >= 0
        assert box.left + box.width <= sheet.page[0] + 0.001
        assert box.top + box.height <= sheet.page[1] + 0.001
    for one in boxes:
        for two in boxes:
            apart_x = one.left + one.width <= two.left + 0.01 or two.left + two.width <= one.left + 0.01
            apart_y = one.top + one.height <= two.top + 0.01 or two.top + two.height <= one.top + 0.01
            assert one is two or apart_x or apart_y


@given(st.integers(0, 500), st.integers(0, 23))
def test_pages_hold_all_labels(labels: int, first: int) -> None:
    sheet = stationery.label_sheet("a4-3x8")
    pages = sheet.pages_for(labels, first)
    if labels:
        assert (pages - 1) * 24 < labels + first <= pages * 24
    else:
        assert pages == 0


@pytest.mark.parametrize("envelope", stationery.ENVELOPES, ids=lambda envelope: envelope.key)
def test_the_address_keeps_clear_of_stamp_and_edges(envelope: stationery.Envelope) -> None:
    width, height = envelope.page
    box = envelope.recipient
    assert box.top >= 40
    assert box.left + box.width <= width - 15 + 0.001
    assert box.top + box.height <= height - 15 + 0.001
    sender = envelope.sender
    assert sender.top + sender.height <= box.top
    assert sender.left + sender.width <= width - 74
    assert stationery.envelope(envelope.key) is envelope


def test_unknown_paper_is_the_first() -> None:
    assert stationery.label_sheet("?").key == "a4-3x8"
    assert stationery.envelope("?").key == "dl"
