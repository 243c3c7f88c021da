"""E-mail from files into the timelines of everybody whose address appears in it (R42): stored once, one step.

Nothing is fetched from anywhere, and no HTML is shown: an entry is the words of a message and its files. The
message as it came is kept beside them, for other programs to open.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from contactbook.actions import book_options, mail_sources
from contactbook.actions.newcomers import Strangers, add_newcomers, said_by
from contactbook.domain import mail, names, point_keys, signature_news
from contactbook.domain.contact import EMAIL
from contactbook.domain.interactions import EMAIL as EMAIL_ENTRY
from contactbook.domain.interactions import IN, OUT, Interaction
from contactbook.domain.problems import Cancelled, Problem
from contactbook.settings import declarations
from contactbook.store import contacts, identity_queries, interactions, linking, queries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from contactbook.actions.newcomers import Newcomer
    from contactbook.domain.changes import Changes
    from contactbook.domain.contact import Contact
    from contactbook.domain.mail import Mail
    from contactbook.domain.signature_news import Detail
    from contactbook.store.book import Book
    from contactbook.store.step import Step

BATCH, BATCH_BYTES = 200, 32 << 20
"""Messages, and bytes of their files, that are written at once."""
LARGEST_FILE = 100 << 20


@dataclass(frozen=True, slots=True)
class News:
    """One thing that a signature says of a contact and the book does not."""

    contact_id: int
    name: str
    detail: Detail


@dataclass(slots=True)
class MailReport:
    """What became of the messages: `known` were there before, `unmatched` have nobody of the book."""

    changes: Changes | None = None
    read: int = 0
    logged: int = 0
    known: int = 0
    unmatched: int = 0
    people: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    newcomers: list[Newcomer] = field(default_factory=list["Newcomer"])
    news: list[News] = field(default_factory=list[News])

    @property
    def counts(self) -> dict[str, int]:
        """The numbers of the report, by name."""
        return {
            "read": self.read,
            "logged": self.logged,
            "known": self.known,
            "unmatched": self.unmatched,
            "people": self.people,
            "refused": len(self.refused),
        }


def import_mail(
    book: Book,
    paths: Iterable[Path],
    *,
    newcomers: Sequence[Contact] = (),
    dry_run: bool = False,
    progress: Callable[[int, int, int], object] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> MailReport:
    """Write messages into the timelines of everybody in From, To and Cc whose address the book has.

    The same message again, from wherever, is not written twice; whoever came into the book since is added.

    Args:
        book: open for writing.
        paths: `.eml` and `.msg` files, mailboxes, folders of them.
        newcomers: contacts to be added first, in the same step; from an earlier report.
        dry_run: report what would happen, keep nothing.
        progress: told bytes read, bytes there are, messages so far.
        cancelled: asked before each message; true ends it with nothing kept.

    Raises:
        Problem: mail.nothing_found, mail.not_readable, vault.read_only.
        Cancelled: as asked.
    """
    if book.read_only:
        raise Problem("vault.read_only", path=str(book.path))
    files = mail_sources.mail_files(paths)
    total = sum(path.stat().st_size for path in files if path.exists())
    report = MailReport()
    with (book.scratch if dry_run else book.step)("mail") as step:
        megabytes = cast("int", book_options.options(book)[declarations.MAIL_MEGABYTES.key])
        run = _Run(step, report, megabytes << 20)
        add_newcomers(step, newcomers)

        def read(position: int) -> None:
            if cancelled is not None and cancelled():
                raise Cancelled
            if progress is not None:
                progress(position, total, report.read)

        def refuse(file: str, reason: str) -> None:
            report.refused.append((file, reason))

        for message in mail_sources.mails(files, refuse, read):
            run.take(message)
        run.finish()
        step.data.update(entries=report.logged, contacts=len(newcomers))
    report.changes = step.changes
    return report


def take_news(book: Book, news: Sequence[News]) -> Changes:
    """Write into contacts what their signatures say, see `signature_news.take`."""
    by_contact: dict[int, list[Detail]] = {}
    for one in news:
        by_contact.setdefault(one.contact_id, []).append(one.detail)
    with book.step("mail_news", contacts=len(by_contact)) as step:
        for contact_id, details in by_contact.items():
            contact, before = (queries.load(step.reader, contact_id) for _twice in range(2))
            for detail in details:
                signature_news.take(contact, detail)
            contact.updated_at = step.at
            point_keys.fill(contact)
            linking.drop_stale(step, contact, before)
            contacts.replace(step, contact)
        linking.settle(step, by_contact)
    return step.changes


class _Run:
    """Collects messages and writes them by the batch; what it learns of people is told at the end."""

    def __init__(self, step: Step, report: MailReport, largest_original: int) -> None:
        self._step = step
        self._report = report
        self._largest_original = largest_original
        self._batch: dict[str, Mail] = {}
        self._bytes = 0
        self._touched: set[int] = set()
        self._strangers = Strangers()
        self._signatures: dict[str, tuple[int, str]] = {}
        self._members: dict[str, int] = {}

    def take(self, message: Mail) -> None:
        self._report.read += 1
        if message.external_id not in self._batch:
            self._batch[message.external_id] = message
            self._bytes += sum(len(file.data) for file in message.files)
            self._bytes += len(message.original.data) if message.original is not None else 0
        if len(self._batch) >= BATCH or self._bytes >= BATCH_BYTES:
            self._write()

    def finish(self) -> None:
        self._write()
        report = self._report
        report.people = len(self._touched)
        report.newcomers = self._strangers.newcomers(report.read, self._signature)
        for address, contact_id in self._members.items():
            signature = self._signature(address)
            if signature:
                contact, said = queries.load(self._step.reader, contact_id), said_by(signature, address)
                report.news += (
                    News(contact_id, names.display_name(contact), detail)
                    for detail in signature_news.details(contact, said)
                )

    def _signature(self, address: str) -> str:
        return self._signatures.get(address, (0, ""))[1]

    def _write(self) -> None:
        """The messages of the batch, by whom they are about."""
        addresses = {one.address for message in self._batch.values() for one in message.people}
        matched = identity_queries.by_point(self._step.reader, EMAIL, addresses)
        there = interactions.by_external_id(self._step.reader, self._batch)
        new: list[tuple[Interaction, Mail]] = []
        for key, message in self._batch.items():
            self._learn(message, matched)
            people = list(
                dict.fromkeys(found for one in message.people for found in matched.get(one.address, ()))
            )
            if not people:
                self._report.unmatched += 1
            elif key in there:
                self._add_people(there[key], people)
            else:
                new.append((_entry(message, people, incoming=message.sender in matched), message))
        written = interactions.insert(self._step, [entry for entry, _message in new])
        for entry_id, (entry, message) in zip(written, new, strict=True):
            self._touched.update(entry.contacts)
            for file in message.files:
                if len(file.data) <= LARGEST_FILE:
                    interactions.attach(self._step, entry_id, file.name, file.media_type, file.data)
            whole = message.original
            if whole is not None and len(whole.data) <= self._largest_original:
                interactions.attach(
                    self._step, entry_id, whole.name, whole.media_type, whole.data, original=True
                )
        self._report.logged += len(new)
        self._batch, self._bytes = {}, 0

    def _add_people(self, entry_id: int, people: list[int]) -> None:
        """A message that is there already belongs to those as well who came into the book since."""
        entry = interactions.load(self._step.reader, entry_id)
        missing = [each for each in people if each not in entry.contacts]
        self._report.known += 1
        if missing:
            entry.contacts += missing
            interactions.replace(self._step, entry)
            self._touched.update(missing)

    def _learn(self, message: Mail, matched: dict[str, list[int]]) -> None:
        """Who is not in the book, and the latest signature of each sender."""
        for one in message.people:
            if one.address not in matched:
                self._strangers.met(one)
        sender = message.sender
        if not sender or not mail.is_a_person(sender):
            return
        if len(matched.get(sender, ())) == 1:
            self._members[sender] = matched[sender][0]
        signature = mail.signature(message.text)
        if signature and message.sent_at >= self._signatures.get(sender, (0, ""))[0]:
            self._signatures[sender] = (message.sent_at, signature)


def _entry(message: Mail, people: list[int], *, incoming: bool) -> Interaction:
    shown = {
        role: [_shown(one) for one in message.people if one.role == role]
        for role in (mail.FROM, mail.TO, mail.CC)
    }
    return Interaction(
        kind=EMAIL_ENTRY,
        occurred_at=message.sent_at,
        direction=IN if incoming else OUT,
        subject=message.subject,
        body=message.text,
        external_id=message.external_id,
        details={role: said for role, said in shown.items() if said},
        contacts=people,
    )


def _shown(one: mail.MailPerson) -> str:
    return f"{one.name} <{one.address}>" if one.name else one.address
