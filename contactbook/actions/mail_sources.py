"""From what a person dropped (files, mailboxes, folders) to messages, one after the other."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from contactbook.domain.mail import MAIL_TYPE, OUTLOOK_TYPE, MailFile, bare_file_name
from contactbook.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from contactbook.domain.mail import Mail

MESSAGES = frozenset({".eml", ".emlx", ".msg"})
MAILBOXES = frozenset({".mbox", ".mbx"})
SUFFIXES = MESSAGES | MAILBOXES
_LOOKED_AT = 5_000
"""Names of a folder that are looked at to tell what it holds."""


def holds_mail(paths: Iterable[Path]) -> bool:
    """Whether everything that was chosen is mail, or folders that hold some."""
    paths = list(paths)
    return bool(paths) and all(_is_mail(path) for path in paths)


def mail_files(paths: Iterable[Path]) -> list[Path]:
    """Every file of messages, in a stable order. Raises Problem: mail.not_readable, mail.nothing_found."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(each for each in _files(path) if each.suffix.lower() in SUFFIXES)
        else:
            found.append(path)
    if not found:
        raise Problem("mail.nothing_found")
    return found


def mails(
    files: Sequence[Path], refuse: Callable[[str, str], object], read: Callable[[int], object]
) -> Iterator[Mail]:
    """The messages of files.

    Args:
        files: see `mail_files`.
        refuse: told the name of the file and why, for what is no message: no_address, damaged.
        read: told the bytes read so far, before each message.

    Raises:
        Problem: mail.not_readable.
    """
    from contactbook.formats import mail_reader

    done = 0
    for path in files:
        try:
            with path.open("rb") as stream:
                if path.suffix.lower() == ".emlx":
                    stream.readline()  # the length of what follows (Apple Mail)
                for raw in mail_reader.messages(stream):
                    read(done + stream.tell())
                    try:
                        yield _mail(raw)
                    except ValueError as error:
                        refuse(path.name, str(error))
                done += stream.tell()
        except OSError as error:
            raise Problem("mail.not_readable", file=path.name, reason=error.strerror or "") from error


def _mail(raw: bytes) -> Mail:
    """One message of whichever kind, with its original."""
    from contactbook.formats import mail_reader, outlook_message  # much, which an open window does without

    if raw.startswith(outlook_message.MAGIC):
        found, media_type, suffix = outlook_message.mail_of(raw), OUTLOOK_TYPE, ".msg"
    else:
        found, media_type, suffix = mail_reader.mail_of(raw), MAIL_TYPE, ".eml"
    found.original = MailFile(bare_file_name((found.subject or "E-mail") + suffix), media_type, raw)
    return found


def _is_mail(path: Path) -> bool:
    if not path.is_dir():
        return path.suffix.lower() in SUFFIXES
    return any(each.suffix.lower() in SUFFIXES for each in islice(_files(path), _LOOKED_AT))


def _files(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(parent, name) for name in sorted(names))
