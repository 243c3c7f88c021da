"""E-mail messages (contactbook.formats.mail_reader), whole and broken."""

from __future__ import annotations

import io
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain.mail import CC, FROM, TO
from contactbook.formats import mail_reader

PLAIN = b"""From: =?utf-8?q?M=C3=BCller=2C_Jan?= <Jan@Acme.example>
To: "Ada Kowalska" <ada@kowalska.example>, undisclosed-recipients:;
Cc: bob@example.org
Subject: =?iso-8859-1?Q?Gr=FC=DFe?=
 aus Wien
Date: Mon, 02 Mar 2026 10:30:00 +0100
Message-ID: <abc@acme.example>
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

Gr=FC=DFe!
"""


def test_people_subject_time_and_text_are_read() -> None:
    mail = mail_reader.mail_of(PLAIN)
    assert [(one.address, one.name, one.role) for one in mail.people] == [
        ("jan@acme.example", "Müller, Jan", FROM),
        ("ada@kowalska.example", "Ada Kowalska", TO),
        ("bob@example.org", "", CC),
    ]
    assert (mail.subject, mail.text) == ("Grüße aus Wien", "Grüße!")
    assert mail.sent_at == 1_772_443_800_000
    assert mail.external_id == "mail:abc@acme.example"


def test_files_are_kept_and_html_becomes_its_words() -> None:
    message = EmailMessage()
    message["From"], message["To"] = "a@x.example", "b@x.example"
    message.set_content(
        "<html><head><style>p{}</style></head><body><p>One &amp; two</p><script>steal()</script>"
        '<img src="http://tracker.example/x.gif"><p>Three</p></body></html>',
        subtype="html",
    )
    message.add_attachment(b"\x00\x01", maintype="application", subtype="pdf", filename="../../of fer.pdf")
    mail = mail_reader.mail_of(message.as_bytes())
    assert mail.text == "One & two\n\nThree"
    assert [(file.name, file.media_type, file.data) for file in mail.files] == [
        ("of fer.pdf", "application/pdf", b"\x00\x01")
    ]


def test_a_message_within_a_message_is_a_file_of_it() -> None:
    inner, outer = EmailMessage(), EmailMessage()
    inner["From"], inner["Subject"] = "c@x.example", "Inner"
    inner.set_content("deep")
    outer["From"] = "a@x.example"
    outer.set_content("see below")
    outer.add_attachment(inner)
    mail = mail_reader.mail_of(outer.as_bytes())
    assert mail.text == "see below"
    assert b"deep" in mail.files[0].data


def test_a_mailbox_is_taken_apart_and_from_lines_in_the_text_stay() -> None:
    box = b"From x Mon Mar  2\n" + PLAIN + b">From here on\n\nFrom y Tue Mar  3\n" + PLAIN
    found = list(mail_reader.messages(io.BytesIO(box)))
    assert len(found) == 2
    assert mail_reader.mail_of(found[0]).text.endswith("From here on")


@pytest.mark.parametrize("raw", [b"", b"Subject: nobody\n\nHello", b"\x00\xff\xfe", b"From: \nTo: none\n\n"])
def test_what_names_nobody_is_refused(raw: bytes) -> None:
    with pytest.raises(ValueError, match="no_address"):
        mail_reader.mail_of(raw)


@given(st.binary(max_size=400), st.sampled_from(["subject", "content-type", "date", "to", "message-id"]))
def test_no_header_and_no_body_breaks_the_reading(junk: bytes, header: str) -> None:
    line = junk.replace(b"\n", b" ").replace(b"\r", b" ")
    raw = b"From: a@x.example\n" + header.encode() + b": " + line + b"\n\n" + junk
    mail = mail_reader.mail_of(raw)
    assert mail.sender == "a@x.example"
    assert "\0" not in mail.text + mail.subject


def test_bytes_beyond_ascii_in_an_address_are_text() -> None:
    mail = mail_reader.mail_of(b"From: M\xfcller <m\xfcller@example.org>\nTo: a\0b@example.org\n\nx")
    assert [(one.address, one.name) for one in mail.people] == [
        ("müller@example.org", "Müller"),
        ("ab@example.org", ""),
    ]


def test_an_encoded_word_that_is_broken_stays_as_it_is() -> None:
    mail = mail_reader.mail_of(b"From: ada@example.org\nSubject: =?utf-8?b?A?= x\n\nx")
    assert mail.subject == "=?utf-8?b?A?= x"


@pytest.mark.parametrize("said", ["-0000", "", "+0000"])
def test_a_date_without_zone_is_by_utc_whatever_the_zone_of_this_computer(said: str) -> None:
    mail = mail_reader.mail_of(f"From: a@x.example\nDate: Mon, 1 Jan 2024 10:00:00 {said}\n\nx".encode())
    assert mail.sent_at == 1_704_103_200_000


def test_a_broken_date_is_made_good_by_the_servers_that_had_the_message() -> None:
    raw = b"From: a@x.example\nReceived: from x\n by y; Mon, 1 Jan 2024 10:00:00 +0000\nDate: soon\n\nx"
    assert mail_reader.mail_of(raw).sent_at == 1_704_103_200_000


def test_a_forwarded_message_is_a_file_also_when_nothing_says_so() -> None:
    raw = (
        b"From: a@x.example\nContent-Type: multipart/mixed; boundary=B\n\n--B\n\nsee below\n--B\n"
        b"Content-Type: message/rfc822\n\nFrom: z@x.example\n"
        b"Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\n\nx\n--B--\n"
    )
    mail = mail_reader.mail_of(raw)
    assert mail.text == "see below"
    assert [(file.name, file.media_type) for file in mail.files] == [("Grüße.eml", "message/rfc822")]


def test_groups_of_addresses_are_their_people() -> None:
    raw = (
        b'From: a@x.example\nTo: Team: b@y.example, "C, D" <c@y.example>;\nCc: undisclosed-recipients:;\n\nhi'
    )
    assert [one.address for one in mail_reader.mail_of(raw).people] == [
        "a@x.example", "b@y.example", "c@y.example",
    ]  # fmt: skip


def test_a_line_of_a_text_that_begins_like_a_mailbox_does_is_no_new_message() -> None:
    box = (
        b"\nFrom a@x.example Mon Jan  1 10:00:00 2024\nFrom: a@x.example\n\nHello.\n\n"
        b"From 10:00 on we meet.\n\n"
        b"From - Mon Jan  1 11:00:00 2024\nFrom: b@x.example\n\n>From here\n"
    )
    texts = [mail_reader.mail_of(raw).text for raw in mail_reader.messages(io.BytesIO(box))]
    assert texts == ["Hello.\n\nFrom 10:00 on we meet.", "From here"]


def test_parts_within_parts_without_end_are_refused() -> None:
    parts = "".join(f"Content-Type: multipart/mixed; boundary=B{n}\n\n--B{n}\n" for n in range(2_000))
    with pytest.raises(ValueError, match="damaged"):
        mail_reader.mail_of(f"From: a@x.example\n{parts}\nx".encode())
