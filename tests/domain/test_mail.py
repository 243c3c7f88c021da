"""What a message says about whoever wrote it (contactbook.domain.mail)."""

from __future__ import annotations

import pytest

from contactbook.domain import mail


@pytest.mark.parametrize(
    ("text", "signature"),
    [
        ("Hello\n-- \nAda Kowalska\nSales", "Ada Kowalska\nSales"),
        ("Hi\n\nKind regards\nAda\n+48 58\n\nOn Monday, 2 March Jan wrote:\n> -- \n> Jan", "Ada\n+48 58"),
        ("Hi\nMit freundlichen Grüßen\nJan\n\n-----Original Message-----\nRegards\nAda", "Jan"),
        ("No signature here", ""),
        ("Regards", ""),
        ("-- \n" + "line\n" * 40, ""),
    ],
)  # fmt: skip
def test_the_signature_is_found_above_what_is_quoted(text: str, signature: str) -> None:
    assert mail.signature(text) == signature


def test_machines_are_told_from_people() -> None:
    assert mail.is_a_person("nora.reply@x.example")
    assert not mail.is_a_person("no-reply@x.example")
    assert not mail.is_a_person("MAILER-DAEMON@x.example")


def test_a_message_without_an_id_is_still_known_again() -> None:
    one, same = mail.Mail(subject="a", text="b"), mail.Mail(subject="a", text="b")
    assert one.external_id == same.external_id != mail.Mail(subject="a", text="c").external_id
