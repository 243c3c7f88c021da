"""Messages that Outlook saved (contactbook.formats.outlook_message), whole and damaged."""

from __future__ import annotations

import email
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain.mail import CC, FROM, TO
from contactbook.formats import outlook_message
from tests.formats import outlook_samples as samples

if TYPE_CHECKING:
    from contactbook.domain.mail import Mail

WHOLE = samples.saved()


def people(mail: Mail) -> list[tuple[str, str, str]]:
    return [(one.address, one.name, one.role) for one in mail.people]


def test_people_subject_time_text_and_files_are_read() -> None:
    mail = outlook_message.mail_of(WHOLE)
    assert people(mail) == [
        ("jan@nowak.example", "Jan Nowak", FROM),
        ("ada@kowalska.example", "Ada Kowalska", TO),
        ("bob@example.org", "", CC),
    ]
    assert (mail.subject, mail.sent_at) == ("Grüße aus Łódź", 1_772_443_800_000)
    assert mail.text.splitlines()[-2:] == ["Jan Nowak", "Head of Sales"]
    assert mail.external_id == "mail:abc@nowak.example"
    (offer,) = mail.files  # the logo belongs into the text
    assert (offer.name, offer.media_type) == ("offer.pdf", "application/pdf")
    assert offer.data == samples.OFFER[samples.DATA]


def test_texts_that_are_not_unicode_have_the_code_page_of_the_message() -> None:
    values = samples.MESSAGE | {outlook_message.SUBJECT: "Zażółć", 0x3FFD: 1250}
    mail = outlook_message.mail_of(samples.saved(values, wide=False))
    assert mail.subject == "Zażółć"


def test_headers_say_what_the_properties_do_not() -> None:
    headers = (
        "From: =?utf-8?q?Zo=C3=AB?= <zoe@x.example>\r\nTo: ada@kowalska.example\r\nMessage-ID: <h@x>\r\n"
        "Date: Mon, 02 Mar 2026 10:30:00 +0100\r\n\r\n"
    )
    values: samples.Values = {outlook_message.HEADERS: headers, outlook_message.BODY: "Hi"}
    mail = outlook_message.mail_of(samples.saved(values, (), ()))
    assert people(mail) == [("zoe@x.example", "Zoë", FROM), ("ada@kowalska.example", "", TO)]
    assert (mail.sent_at, mail.external_id) == (1_772_443_800_000, "mail:h@x")


def test_html_is_reduced_to_its_words() -> None:
    markup = (
        '<p>Gr\u00fc\u00dfe</p><script>steal()</script><img src="http://tracker.example/x.gif"><p>Two</p>'
    )
    kept = {key: value for key, value in samples.MESSAGE.items() if key != outlook_message.BODY}
    values = kept | {outlook_message.HTML: markup.encode("utf-8"), 0x3FDE: 65001}
    assert outlook_message.mail_of(samples.saved(values)).text == "Grüße\n\nTwo"


def test_a_message_within_a_message_is_a_mail_file_of_it() -> None:
    inner = samples.message(samples.MESSAGE, (samples.TO,), (samples.OFFER,), head=24)
    mail = outlook_message.mail_of(samples.saved(attachments=(samples.embedded(inner),)))
    (file,) = mail.files
    assert (file.name, file.media_type) == ("Inner.eml", "message/rfc822")
    read = email.message_from_bytes(file.data)
    assert read["From"] == "jan@nowak.example"
    assert b"offer.pdf" in file.data


@pytest.mark.parametrize("raw", [b"", outlook_message.MAGIC, WHOLE[:600], samples.saved({}, (), ())])
def test_what_is_damaged_or_names_nobody_is_refused(raw: bytes) -> None:
    with pytest.raises(ValueError, match=r"no_address|damaged"):
        outlook_message.mail_of(raw)


@given(st.lists(st.tuples(st.integers(8, len(WHOLE) - 1), st.integers(0, 255)), max_size=12))
def test_no_damage_breaks_more_than_the_message(changes: list[tuple[int, int]]) -> None:
    raw = bytearray(WHOLE)
    for at, byte in changes:
        raw[at] = byte
    try:
        mail = outlook_message.mail_of(bytes(raw))
    except ValueError:
        return
    assert mail.people
    assert "\0" not in mail.text + mail.subject
