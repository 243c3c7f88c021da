"""The words of a message (contactbook.formats.mail_text), in the forms in which programs send them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain import mail
from contactbook.formats import mail_html, mail_reader


def text(*lines: str, charset: str = "utf-8") -> str:
    """What is read of a message with these lines below its sender."""
    return mail_reader.mail_of("\r\n".join(["From: a@x.example", *lines, ""]).encode(charset)).text


def parts(kind: str, *parts: str) -> list[str]:
    """A body of several parts, each with its own type."""
    said = [f"Content-Type: multipart/{kind}; boundary=B", ""]
    for part in parts:
        said += ["--B", part]
    return [*said, "--B--"]


PLAIN, HTML = "Content-Type: text/plain\r\n\r\n", "Content-Type: text/html\r\n\r\n"
PICTURE = "Content-Type: image/png\r\nContent-ID: <1>\r\n\r\nxx"


def test_lines_that_were_broken_to_fit_a_screen_are_whole() -> None:
    flowed = "Content-Type: text/plain; charset=utf-8; format=flowed"
    body = (
        "This is a long ",
        "paragraph.",
        "",
        "> it was ",
        "> asked",
        ">> and before",
        " From here",
        "-- ",
        "Ada",
    )
    assert text(flowed, "", *body) == (
        "This is a long paragraph.\n\n> it was asked\n>> and before\nFrom here\n-- \nAda"
    )
    assert text(f"{flowed}; delsp=yes", "", "Donau ", "dampfer") == "Donaudampfer"


def test_lines_of_another_text_stay_as_they_are() -> None:
    assert text("Content-Type: text/plain", "", "one ", "> two") == "one \n> two"


def test_of_alternatives_one_is_read_and_of_parts_all() -> None:
    assert text(*parts("alternative", PLAIN + "plain", HTML + "<p>rich</p>")) == "plain"
    assert text(*parts("alternative", PLAIN + " ", HTML + "<p>rich</p>")) == "rich"
    assert text(*parts("mixed", PLAIN + "before", PICTURE, PLAIN + "after")) == "before\n\nafter"
    assert text(*parts("mixed", HTML + "<p>What it is about</p>", PLAIN + "The list")) == (
        "What it is about\n\nThe list"
    )
    assert text(*parts("mixed", PLAIN + "the same", HTML + "<p>the  same</p>")) == "the same"
    assert text(*parts("related", HTML + "<p>Hi <img src=cid:1>there", PICTURE)) == "Hi there"


def test_a_signed_message_is_what_was_signed_with_its_signature_below() -> None:
    said = text(
        "", "-----BEGIN PGP SIGNED MESSAGE-----", "Hash: SHA256", "", "Hello", "- -- ", "Ada Kowalska",
        "+48 58 555 01 77", "-----BEGIN PGP SIGNATURE-----", "iQEz", "-----END PGP SIGNATURE-----", "below",
    )  # fmt: skip
    assert said == "Hello\n-- \nAda Kowalska\n+48 58 555 01 77\nbelow"
    assert mail.signature(said).startswith("Ada Kowalska\n+48 58 555 01 77")


@pytest.mark.parametrize(
    ("named", "meant", "said"),
    [
        ("gb2312", "gbk", "你好 鎔"),
        ("iso-8859-1", "cp1252", "“10 €”"),
        ("us-ascii", "utf-8", "Grüße"),
        ("x-unknown", "utf-8", "Grüße"),
        ('"a\0b"', "utf-8", "Grüße"),
    ],
)
def test_a_charset_that_is_named_wrongly_is_the_one_that_was_meant(named: str, meant: str, said: str) -> None:
    assert text(f"Content-Type: text/plain; charset={named}", "", said, charset=meant) == said


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<html><head><title>x</title><style>p</style><body>Hi", "Hi"),
        ("<!--[if mso]>no<![endif]-->yes", "yes"),
        ("<!--[if !mso]><!-->yes<!--<![endif]--> no <!-- end", "yes no"),
        ("<![if !mso]>a<![endif]>b<![foo[ x]>c<![ y]>d", "abcd"),
        ("one<br>two<a href='http://tracker.example'>three</a>", "one\ntwothree"),
    ],
)
def test_html_of_word_and_of_machines_is_read(html: str, words: str) -> None:
    assert mail_html.text_of(html) == words


@given(
    st.lists(
        st.sampled_from(
            ["<!", "[", "]", "--", ">", "<![CDATA[", "<", "a", "/", "&", "#", "body", "head", " "]
        )
    )
)
def test_no_html_breaks_the_reading(pieces: list[str]) -> None:
    assert "\0" not in mail_html.text_of("".join(pieces))
