"""An e-mail message as a value, and what its text says about whoever wrote it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from contactbook.domain import emails, signatures

FROM, TO, CC = "from", "to", "cc"
MAIL_TYPE, OUTLOOK_TYPE = "message/rfc822", "application/vnd.ms-outlook"
"""The media types of a message as it came."""
LONGEST_TEXT = 200_000
"""Characters of a message that are kept as text; what is longer was made by a machine."""
_LONGEST_NAME, _LONGEST_SUFFIX = 200, 20
_SIGNATURE_LINES = 14
_NOT_A_PERSON = re.compile(
    r"^(?:no-?_?reply|do-?_?not-?_?reply|mailer-daemon|postmaster|bounces?|notifications?)\b", re.IGNORECASE
)
_QUOTED = re.compile(
    r"^(?:>|-{2,}\s*(?:original message|ursprüngliche nachricht|message d'origine|mensaje original"
    r"|messaggio originale|oorspronkelijk bericht|wiadomość oryginalna)|_{20,}"
    r"|(?:on|am|le|el|il|op|w dniu)\b.{6,120}(?:wrote|schrieb|écrit|escribió|scritto|schreef|pisze|napisał)"
    r".{0,40}:\s*$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class MailPerson:
    """One address of a message: as it is compared, the name beside it, and in which line it stands."""

    address: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class MailFile:
    """A file that came with a message."""

    name: str
    media_type: str
    data: bytes


@dataclass(slots=True)
class Mail:
    """One message; `sent_at` in milliseconds since 1970 UTC, 0 when it does not say."""

    message_id: str = ""
    sent_at: int = 0
    subject: str = ""
    text: str = ""
    people: list[MailPerson] = field(default_factory=list[MailPerson])
    files: list[MailFile] = field(default_factory=list[MailFile])
    original: MailFile | None = None
    """The message as it came, byte for byte."""

    @property
    def sender(self) -> str:
        """The address that it comes from; "" when it does not say."""
        return next((one.address for one in self.people if one.role == FROM), "")

    @property
    def external_id(self) -> str:
        """What is the same however often, and from whichever folder, the message comes (RFC 5322 3.6.4)."""
        known = self.message_id.strip().strip("<>").strip()
        if not known:
            said = "\0".join((str(self.sent_at), self.sender, self.subject, self.text))
            known = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
        return f"mail:{known}"


def person(address: str, name: str, role: str) -> MailPerson | None:
    """An address in the form in which it is compared; None for what is none."""
    key = emails.key(address)
    if not emails.is_address(key):
        return None
    name = " ".join(name.split()).strip("'\" ")
    return MailPerson(key, "" if emails.key(name) == key else name, role)


def bare_file_name(name: str) -> str:
    """The bare name, whatever folders or signs a sender put into it; "" when nothing is left."""
    shown = name.replace("\\", "/").rpartition("/")[2]
    shown = "".join(sign for sign in shown if sign.isprintable() and sign not in '<>:"|?*').strip(". ")
    suffix = PurePosixPath(shown).suffix[:_LONGEST_SUFFIX]
    return shown if len(shown) <= _LONGEST_NAME else shown[: _LONGEST_NAME - len(suffix)] + suffix


def is_a_person(address: str) -> bool:
    """Whether somebody may be behind an address, going by its words."""
    return _NOT_A_PERSON.match(address) is None


def signature(text: str) -> str:
    """What stands below the newly written: after "-- " (RFC 3676 4.3) or the greeting; "" without."""
    lines: list[str] = []
    for line in text.splitlines():
        if _QUOTED.match(line.strip()):
            break
        lines.append(line.rstrip())
    start = 0
    for at, line in enumerate(lines, 1):
        if line == "--" or (at > 1 and signatures.GREETING.match(line.strip())):
            start = at
    said = [line for line in lines[start:] if line.strip()] if start else []
    return "\n".join(said) if len(said) <= _SIGNATURE_LINES else ""
