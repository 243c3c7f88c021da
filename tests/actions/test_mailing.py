"""E-mail from files into timelines (contactbook.actions.mailing)."""

from __future__ import annotations

from email.message import EmailMessage
from typing import TYPE_CHECKING

import pytest

from contactbook.actions import book_options, editing, mail_sources, mailing, timelines, undoing
from contactbook.domain.problems import Cancelled, Problem
from contactbook.settings import declarations
from contactbook.store import interactions, queries
from tests.actions.conftest import tables
from tests.formats import outlook_samples

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.store.book import Book

SIGNED = """Here is the offer.

Kind regards
Jan Nowak
Head of Sales
Nowak sp. z o.o.
+48 58 555 01 77
"""


def person(book: Book, name: str, address: str) -> int:
    (contact_id,) = editing.add_contact(book, {"given": name, "email": address}).made
    return contact_id


def message(folder: Path, number: int, sender: str, to: str, text: str = "Hello") -> Path:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = sender, to, f"Mail {number}"
    made["Message-ID"], made["Date"] = f"<{number}@x.example>", f"Mon, 0{number} Mar 2026 10:00:00 +0000"
    made.set_content(text)
    made.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="offer.pdf")
    path = folder / f"{number}.eml"
    path.write_bytes(made.as_bytes())
    return path


def test_a_message_is_stored_once_with_everybody_whose_address_appears(book: Book, tmp_path: Path) -> None:
    ada, ben = person(book, "Ada", "ada@a.example"), person(book, "Ben", "ben@b.example")
    message(tmp_path, 1, "ADA@A.example", "Ben <ben@b.example>, me@own.example")
    before = tables(book)
    report = mailing.import_mail(book, [tmp_path])
    assert (report.read, report.logged, report.people, report.unmatched) == (1, 1, 2, 0)
    (entry,) = timelines.timeline(book, ada)
    assert [one.id for one in timelines.timeline(book, ben)] == [entry.id]
    assert (entry.kind, entry.direction, entry.subject, entry.body) == ("email", "in", "Mail 1", "Hello")
    assert entry.details == {"from": ["ada@a.example"], "to": ["Ben <ben@b.example>", "me@own.example"]}
    assert interactions.attachment_data(book.reader, entry.attachments[0].id) == ("offer.pdf", b"%PDF")
    again = mailing.import_mail(book, [tmp_path])
    assert (again.logged, again.known) == (0, 1)
    undoing.undo(book, report.changes.step if report.changes else 0)
    assert tables(book) == before


def test_a_message_of_outlook_is_the_same_as_from_elsewhere(book: Book, tmp_path: Path) -> None:
    ada = person(book, "Ada", "ada@kowalska.example")
    (tmp_path / "1.msg").write_bytes(outlook_samples.saved())
    (tmp_path / "2.msg").write_bytes(b"From: jan@nowak.example\nTo: ada@kowalska.example\n\nNot of Outlook")
    (tmp_path / "3.msg").write_bytes(outlook_samples.saved()[:900])
    report = mailing.import_mail(book, [tmp_path])
    assert (report.logged, report.refused) == (2, [("3.msg", "damaged")])
    entry = next(one for one in timelines.timeline(book, ada) if one.subject)
    assert (entry.subject, [file.name for file in entry.files]) == ("Grüße aus Łódź", ["offer.pdf"])
    made = EmailMessage()
    made["From"], made["To"], made["Message-ID"] = (
        "x@x.example",
        "ada@kowalska.example",
        "<abc@nowak.example>",
    )
    (tmp_path / "4.eml").write_bytes(made.as_bytes())
    assert mailing.import_mail(book, [tmp_path / "4.eml"]).known == 1


def test_the_message_as_it_came_is_kept_once_and_packed(book: Book, tmp_path: Path) -> None:
    ada = person(book, "Ada", "ada@a.example")
    path = message(tmp_path, 1, "ada@a.example", "x@x.example", "All of it. " * 500)
    for _twice in range(2):
        mailing.import_mail(book, [path])
    (entry,) = timelines.timeline(book, ada)
    (original,) = (each for each in entry.attachments if each.original)
    assert (original.name, original.media_type) == ("Mail 1.eml", "message/rfc822")
    assert original.size == path.stat().st_size
    name, data = interactions.attachment_data(book.reader, original.id)
    assert (name, data) == ("Mail 1.eml", path.read_bytes())
    stored = book.reader.one(
        "SELECT octet_length(data) FROM payload ORDER BY octet_length(data) DESC LIMIT 1"
    )
    assert stored is not None
    assert stored[0] < original.size / 3


def test_larger_originals_than_the_book_says_are_left_out(book: Book, tmp_path: Path) -> None:
    ada = person(book, "Ada", "ada@a.example")
    book_options.change_option(book, declarations.MAIL_MEGABYTES, 0)
    mailing.import_mail(book, [message(tmp_path, 1, "ada@a.example", "x@x.example")])
    (entry,) = timelines.timeline(book, ada)
    assert [file.name for file in entry.attachments] == ["offer.pdf"]


def test_whoever_is_unknown_is_offered_with_what_the_signature_says(book: Book, tmp_path: Path) -> None:
    ada = person(book, "Ada", "ada@a.example")
    message(tmp_path, 1, "jan@nowak.example", "ada@a.example", SIGNED)
    message(tmp_path, 2, "no-reply@shop.example", "nobody@else.example")
    report = mailing.import_mail(book, [tmp_path])
    assert (report.logged, report.unmatched) == (1, 1)
    found = {one.address: one for one in report.newcomers}
    assert set(found) == {"jan@nowak.example", "no-reply@shop.example", "nobody@else.example"}
    assert not found["no-reply@shop.example"].likely
    jan = found["jan@nowak.example"].contact
    assert (jan.given, jan.family, jan.job_title) == ("Jan", "Nowak", "Head of Sales")
    mailing.import_mail(book, [tmp_path], newcomers=[jan])
    (entry,) = timelines.timeline(book, ada)
    assert len(entry.contacts) == 2
    new = next(each for each in entry.contacts if each != ada)
    assert [point.value for point in queries.load(book.reader, new).points] == [
        "jan@nowak.example", "+48 58 555 01 77",
    ]  # fmt: skip


def test_what_changed_in_a_signature_is_offered_and_taken_as_one_step(book: Book, tmp_path: Path) -> None:
    jan = person(book, "Jan", "jan@nowak.example")
    message(tmp_path, 1, "jan@nowak.example", "x@x.example", SIGNED.replace("Head of", "Junior"))
    message(tmp_path, 2, "jan@nowak.example", "x@x.example", SIGNED)
    news = mailing.import_mail(book, [tmp_path]).news
    assert [(one.detail.field, one.detail.after) for one in news] == [
        ("organization", "Nowak sp. z o.o."),
        ("job_title", "Head of Sales"),
        ("phone", "+48 58 555 01 77"),
    ]
    before = tables(book)
    mailing.take_news(book, news)
    taken = queries.load(book.reader, jan)
    assert (taken.organization, taken.job_title) == ("Nowak sp. z o.o.", "Head of Sales")
    assert mailing.import_mail(book, [tmp_path]).news == []
    undoing.undo(book)
    assert tables(book) == before


def test_whoever_changed_the_company_is_no_longer_linked_with_the_old_one(book: Book, tmp_path: Path) -> None:
    jan = person(book, "Jan", "jan@nowak.example")
    (old,) = editing.add_contact(book, {"organization": "Old Ltd", "kind": "company"}).made
    editing.edit_contact(book, jan, {"organization": "Old Ltd"})
    assert queries.load(book.reader, jan).company_id == old
    message(tmp_path, 1, "jan@nowak.example", "x@x.example", SIGNED)
    mailing.take_news(book, mailing.import_mail(book, [tmp_path]).news)
    assert queries.load(book.reader, jan).company_id is None


def test_a_dry_run_and_a_cancelled_one_keep_nothing(book: Book, tmp_path: Path) -> None:
    person(book, "Ada", "ada@a.example")
    message(tmp_path, 1, "ada@a.example", "x@x.example")
    before = tables(book)
    assert mailing.import_mail(book, [tmp_path], dry_run=True).logged == 1
    with pytest.raises(Cancelled):
        mailing.import_mail(book, [tmp_path], cancelled=lambda: True)
    assert tables(book) == before


def test_mail_is_told_from_other_files(tmp_path: Path) -> None:
    (tmp_path / "cards").mkdir()
    (tmp_path / "cards" / "a.vcf").write_bytes(b"")
    mails = tmp_path / "mails"
    mails.mkdir()
    one = message(mails, 1, "a@a.example", "b@b.example")
    assert mail_sources.holds_mail([one, mails])
    assert not mail_sources.holds_mail([one, tmp_path / "cards"])
    with pytest.raises(Problem, match="nothing_found"):
        mail_sources.mail_files([tmp_path / "cards"])
