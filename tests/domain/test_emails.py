"""E-mail addresses are compared without case and checked without a look-up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain import emails


@pytest.mark.parametrize(
    ("value", "key"),
    [
        (" Ada@Acme.Example ", "ada@acme.example"),
        ("mailto:ada@acme.example?subject=x", "ada@acme.example"),
        ("Ada Lovelace <Ada@acme.example>", "ada@acme.example"),
        ("MÜLLER@BÜCHER.example", "müller@bücher.example"),
        ("mu\u0308ller@x.example", "müller@x.example"),
        ("/O=ORG/CN=ADA", ""),
        ("", ""),
    ],
)
def test_the_key_of_an_address(value: str, key: str) -> None:
    assert emails.key(value) == key


@given(st.text(max_size=20))
def test_the_key_is_its_own_key(value: str) -> None:
    key = emails.key(value + "@acme.example")
    assert "@" in key
    assert emails.key(emails.key("a" + value.strip() + "@b.example").strip()) != "" or "<" in value


def test_the_domain_stands_behind_the_last_at_sign() -> None:
    assert emails.domain("Ada@Acme.Example") == "acme.example"
    assert emails.domain("nobody") == ""


@pytest.mark.parametrize(
    "value",
    ["ada@acme.example", "a.b+c@sub.acme.example", '"a b"@acme.example', "müller@bücher.example",
     "o'brien@x-y.example", "ada@[192.0.2.1]", "a@xn--bcher-kva.example"],
)  # fmt: skip
def test_addresses(value: str) -> None:
    assert emails.is_address(value)


@pytest.mark.parametrize(
    "value",
    ["", "ada", "ada@", "@acme.example", "ada@acme", "a b@acme.example", "ada@acme..example",
     ".ada@acme.example",
     "ada.@acme.example", "ada@-acme.example", "a@b@c.example", "x" * 65 + "@acme.example",
     "ada@" + "x" * 260 + ".example",
     "ada@acme.example, bob@acme.example", "ada@acme.1"],
)  # fmt: skip
def test_no_addresses(value: str) -> None:
    assert not emails.is_address(value)


@pytest.mark.parametrize("sign", ["\0", "\x07", "\x7f", "\udc81"])
def test_no_address_holds_control_characters_or_what_no_encoding_could_read(sign: str) -> None:
    assert not emails.is_address(f"a{sign}b@example.org")
    assert not emails.is_address(f'"a{sign}b"@example.org')
    assert not emails.is_address(f"ab@exa{sign}mple.org")
