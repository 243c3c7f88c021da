"""A timeline and follow-ups for the pictures, at moments that lie around the present."""

from __future__ import annotations

from datetime import datetime, timedelta
from email.message import EmailMessage
from typing import TYPE_CHECKING

from contactbook.actions import browsing, following_up, logging
from contactbook.domain import follow_ups, when_words
from contactbook.domain.follow_ups import FollowUp
from contactbook.domain.interactions import Interaction

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.actions.books import Book

ENTRIES = (
    (0.04, Interaction(kind="call", direction="out", duration=1500, outcome="reached", subject="Asked for the offer",
                       body="Three tents, delivered before the festival")),
    (0.2, Interaction(kind="email", direction="out", subject="Sent the price list")),
    (1, Interaction(kind="purchase", subject="Family tent", amount=24_900, currency="EUR", quantity=3)),
    (36, Interaction(kind="meeting", duration=4200, subject="Lunch at the harbour")),
    (70, Interaction(kind="feedback", score=9, subject="Happy with the delivery")),
    (104, Interaction(kind="note", subject="Prefers to be called in the morning")),
    (139, Interaction(kind="donation", amount=5_000, currency="EUR", subject="Spring appeal")),
    (174, Interaction(kind="case", direction="in", outcome="solved", subject="The zip is broken")),
)  # fmt: skip
FOLLOW_UPS = (
    (3, "Send the offer", "yesterday", 1),
    (4, "Call about the delivery", "today", 0),
    (6, "Check the zip", "in 3 days", 0),
    (8, "Invoice", "in 6 weeks", 0),
)
"""Row of the contact, title, when, priority."""
RHYTHM_DAYS = 42


MAILS = (
    ("Chiara Bevilacqua <chiara@studiobevilacqua.example>",
     "Hello\n\nCordiali saluti\nChiara Bevilacqua\nSenior Partner\nVia Dante 7\n20121 Milano\nTel. +39 02 555 0199"),
    ("Jan Nowak <jan@nowak.example>",
     "Here is the offer.\n\nKind regards\nJan Nowak\nHead of Sales\nNowak sp. z o.o.\nul. Długa 5\n80-827 Gdańsk\n+48 58 555 01 77"),
    ("no-reply@shop.example", "Your parcel is on its way."),
)  # fmt: skip
"""Sender and text."""


def save_mails(folder: Path) -> None:
    """Messages to Chiara of the sample book, as files."""
    folder.mkdir(exist_ok=True)
    for number, (sender, text) in enumerate(MAILS):
        message = EmailMessage()
        message["From"], message["To"] = sender, "chiara@studiobevilacqua.example"
        message["Message-ID"], message["Subject"] = f"<{number}@shots.example>", f"Message {number}"
        message.set_content(text)
        (folder / f"{number}.eml").write_bytes(message.as_bytes())


def save_calendar(path: Path) -> None:
    """A lunch tomorrow and a weekly meeting, with somebody whom nobody knows."""
    day = datetime.now().astimezone() + timedelta(days=1)
    people = "ATTENDEE:mailto:chiara@studiobevilacqua.example\nATTENDEE;CN=Jan Nowak:mailto:jan@nowak.example\n"
    lunch = f"UID:1\nDTSTART:{day:%Y%m%d}T123000\nDURATION:PT1H30M\nSUMMARY:Lunch at the harbour\n"
    weekly = f"UID:2\nDTSTART:{day:%Y%m%d}T090000\nDURATION:PT30M\nSUMMARY:Weekly call\nRRULE:FREQ=WEEKLY\n"
    events = "".join(f"BEGIN:VEVENT\n{one}{people}END:VEVENT\n" for one in (lunch, weekly))
    path.write_text(f"BEGIN:VCALENDAR\n{events}END:VCALENDAR\n", "utf-8")


def fill(book: Book, contact_id: int) -> None:
    """Log the entries about a contact, and follow-ups and a rhythm about others."""
    now = datetime.now().astimezone()
    for days, entry in ENTRIES:
        entry.id, entry.contacts = 0, [contact_id]
        entry.occurred_at = follow_ups.milliseconds(now - timedelta(days=days))
        logging.log(book, entry)
    people = [row.id for row in browsing.list_contacts(book)]
    for row, title, when, priority in FOLLOW_UPS:
        task = FollowUp(title=title, priority=priority, contacts=[people[row]])
        read = when_words.read(when, now, past=when == "yesterday")
        following_up.add_follow_up(book, follow_ups.due_then(task, read, now))
    for row in (10, 11):
        at = follow_ups.milliseconds(now - timedelta(days=row * 9))
        logging.log(book, Interaction(kind="call", occurred_at=at, subject="Hello", contacts=[people[row]]))
    following_up.set_rhythm(book, people[10:12], RHYTHM_DAYS)
