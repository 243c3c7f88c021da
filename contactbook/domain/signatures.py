"""Takes the text of a signature or a business card apart into the fields of a contact.

Each line is asked what it is, the certain things first: e-mail and web addresses, phone numbers with the word
before them, postal code and town. What is left is the name, the job and the organisation by their words, the
order and the letters of the e-mail address. What cannot be told goes into the note: nothing is thrown away.
"""

# ruff: noqa: RUF001 - letters of many scripts, on purpose
from __future__ import annotations

import re
from dataclasses import dataclass, field

from contactbook.domain import countries, folding, labels, name_words, names, phones
from contactbook.domain.contact import COMPANY, EMAIL, PHONE, SOCIAL, URL, Address, Contact, ContactPoint

_EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_WEB = re.compile(
    r"(?:https?://|www\.)[^\s|,;<>()]+"
    r"|\b(?<!@)[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|eu|io|co|info|biz|example|[a-z]{2})"
    r"(?:/[^\s|,;<>()]*)?\b(?!@)",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?P<word>[^\W\d_][\w .()/-]{0,18}?)?[\s:.]*"
    r"(?P<number>\(?\+?\d[\d\s()./\u2010-\u2013-]{5,}\d(?:\s*(?:ext|x|dw|wew)\.?\s*\d+)?)",
    re.IGNORECASE,
)
_SHORT_WORDS = {
    "t": "", "p": "", "tel": "", "phone": "", "telefon": "", "ph": "", "office": "work", "o": "work",
    "d": "work",
    "direct": "work", "w": "work", "m": "mobile", "c": "mobile", "mob": "mobile", "mobil": "mobile",
    "cell": "mobile", "kom": "mobile", "f": "fax", "fax": "fax", "faks": "fax", "telefax": "fax", "h": "home",
}  # fmt: skip
_LABEL = re.compile(
    r"^(?:e-?mail|mail|web(?:site)?|www|internet|url|homepage|linkedin|twitter|x|e|w|i|adr(?:ess)?e?|address"
    r"|anschrift)\s*[:.]\s*",
    re.IGNORECASE,
)
_NETWORKS = {"linkedin.com": "linkedin", "xing.com": "xing", "twitter.com": "x", "x.com": "x",
             "github.com": "github", "facebook.com": "facebook", "instagram.com": "instagram"}  # fmt: skip
_COMPANY = re.compile(
    r"(?<!\w)(?:gmbh|ag|kg|ohg|ug|e\.?\s?v|e\.?\s?u|se|ltd|limited|llc|llp|inc|corp|corporation|plc|company|co|bv"
    r"|b\.v|n\.?v|oy|oyj|ab|as|a/s|aps|sa|s\.a|sas|sarl|srl|s\.r\.l|spa|s\.p\.a|sp\.?\s?z\s?o\.?\s?o|s\.?\s?a"
    r"|s\.?r\.?o|a\.s|kft|zrt|d\.o\.o|lda|ltda|pty|group|gruppe|holding|university|universität|université"
    r"|universidad|uniwersytet|institut|institute|verein|stiftung|foundation|bank|hotel|kanzlei|studio|agency"
    r"|agentur|consulting|partners?)\.?(?!\w)",
    re.IGNORECASE,
)
_JOB = re.compile(
    r"(?<!\w)(?:manager|director|direktor|head|leiter|leiterin|leitung|chef|chief|officer|ceo|cto|cfo|coo|cio"
    r"|president|präsident|vice|founder|gründer|owner|inhaber|geschäftsführer|geschäftsführerin|geschäftsleitung"
    r"|prokurist|engineer|ingenieur|developer|entwickler|architect|architekt|designer|consultant|berater"
    r"|beraterin|assistant|assistent|assistentin|sales|vertrieb|marketing|account|lawyer|attorney|rechtsanwalt"
    r"|rechtsanwältin|notar|avocat|directeur|directrice|gérant|responsable|ingénieur|gerente|jefe|jefa|director"
    r"|responsabile|direttore|dyrektor|kierownik|prezes|specjalista|specialist|analyst|professor|teacher|lehrer"
    r"|coordinator|koordinator|administrator|editor|redakteur|partner|lead|team|purchasing|einkauf|buchhaltung"
    r"|accountant|secretary|sekretariat|nurse|doctor|arzt|ärztin)\w*(?!\w)",
    re.IGNORECASE,
)
_DEPARTMENT = re.compile(
    r"(?<!\w)(?:department|dept|abteilung|division|unit|dział|service|bereich)\b", re.IGNORECASE
)
_CODE_AND_TOWN = re.compile(
    r"(?P<code>(?:[A-Z]{1,3}-)?\d{2}-\d{3}|(?:[A-Z]{1,3}-)?\d{4,6}(?:-\d{3,4})?|\d{3}\s\d{2}"
    r"|\d{4}\s?[A-Z]{2})\s+"
    r"(?P<town>[^\W\d_][^\d,;|]*)"
)
_TOWN_STATE_CODE = re.compile(
    r"(?P<town>[^\W\d_][^\d,;|]*),\s*(?P<region>[A-Z]{2})\s+(?P<code>\d{5}(?:-\d{4})?)"
)
_BRITISH = re.compile(r"(?:(?P<town>[^\W\d_][^\d,;|]*),?\s+)?(?P<code>[A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2})\b")
_STREET = re.compile(
    r"\d|straße|strasse|str\.|gasse|weg|platz|allee|street|road|avenue|lane|drive|rue|via|calle|ulica|ul\.|plac",
    re.IGNORECASE,
)
GREETING = re.compile(
    r"^(?:(?:best|kind|warm)\s+)?(?:regards|wishes|thanks|cheers|sincerely|yours|mit freundlichen grüßen|mfg"
    r"|vg|lg|beste grüße|viele grüße|cordialement|saludos|cordiali saluti|pozdrawiam|met vriendelijke groet"
    r"|--+)\b.*$",
    re.IGNORECASE,
)
_LONGEST, _MOST_LINES = 8_000, 80


@dataclass(slots=True)
class _Card:
    contact: Contact = field(default_factory=Contact)
    address: Address = field(default_factory=Address)
    rest: list[str] = field(default_factory=list)
    streets: list[str] = field(default_factory=list)


def contact_from_text(text: str) -> Contact:
    """The contact that a signature or business card describes; to be looked at before it is kept."""
    card = _Card()
    for written in text[:_LONGEST].splitlines()[:_MOST_LINES]:
        line = " ".join(written.replace("\u00a0", " ").split()).strip(" *_|·•-–—>")
        if line and not GREETING.match(line):
            for piece in re.split(r"\s*[|•·]\s*|\s{3,}", line):
                _read_piece(card, piece.strip(" ,;"))
    _place_words(card)
    contact = card.contact
    if any((card.address.street, card.address.locality, card.address.postal_code, card.address.country)):
        card.address.country_code = countries.code(card.address.country)
        card.address.label = "work" if contact.organization else ""
        contact.addresses.append(card.address)
    contact.note = "\n".join(card.rest)
    if contact.organization and not (contact.given or contact.family):
        contact.kind = COMPANY
    return contact


def _read_piece(card: _Card, piece: str) -> None:
    """Takes out of a piece of a line whatever is certain; what is left is kept for later."""
    contact = card.contact
    for found in _EMAIL.findall(piece):
        if not any(point.value == found for point in contact.points):
            contact.points.append(ContactPoint(EMAIL, found))
    piece = _EMAIL.sub("", piece)
    for found in _WEB.findall(piece):
        _take_web(contact, found.rstrip("./"))
    piece = _WEB.sub("", piece)
    if not piece.strip(" :,;<>()"):
        return
    piece = _take_address(card, piece)
    piece = _take_phones(contact, piece)
    piece = _LABEL.sub("", piece.strip(" :,;<>()")).strip(" :,;<>()")
    bare = piece.strip(" .:").lower()
    if (
        piece
        and bare not in _SHORT_WORDS
        and not re.fullmatch(r"(?:e-?mail|mail|web|www|e|w|internet)", bare)
    ):
        card.rest.append(piece)


def _take_web(contact: Contact, address: str) -> None:
    host = re.sub(r"^(?:https?://)?(?:www\.)?", "", address.lower()).partition("/")[0]
    network = next(
        (name for site, name in _NETWORKS.items() if host == site or host.endswith("." + site)), ""
    )
    kind = SOCIAL if network else URL
    if not any(point.value == address for point in contact.points):
        contact.points.append(ContactPoint(kind, address, service=network))


def _take_phones(contact: Contact, piece: str) -> str:
    def take(found: re.Match[str]) -> str:
        number = found["number"].strip()
        if sum(map(str.isdigit, number)) < 6:
            return found[0]
        word = (found["word"] or "").strip(" .:()")
        contact.points.append(ContactPoint(PHONE, number, _phone_label(word)))
        return "" if _is_phone_word(word) else word

    if not any(sign.isdigit() for sign in piece):
        return piece
    return _PHONE.sub(take, piece)


def _is_phone_word(word: str) -> bool:
    lower = word.lower()
    return not word or lower in _SHORT_WORDS or labels.is_standard(labels.from_word(word)) or len(word) <= 8


def _phone_label(word: str) -> str:
    lower = word.lower().strip(". ")
    if lower in _SHORT_WORDS:
        return _SHORT_WORDS[lower]
    label = labels.from_word(word)
    return label if labels.is_standard(label) else ""


def _take_address(card: _Card, piece: str) -> str:
    """Postal code and town, with the street before and the country after them; gives what is left."""
    address = card.address
    if address.postal_code:
        return _take_country(card, piece)
    for pattern in (_TOWN_STATE_CODE, _BRITISH, _CODE_AND_TOWN):
        found = pattern.search(piece)
        if found is None or (pattern is _CODE_AND_TOWN and _looks_like_phone(piece)):
            continue
        address.postal_code = found["code"]
        address.locality = (found["town"] or "").strip(" ,")
        address.region = found.groupdict().get("region") or ""
        if pattern is _TOWN_STATE_CODE:
            address.country = "USA"
        before, after = piece[: found.start()].strip(" ,;"), piece[found.end() :].strip(" ,;")
        if before:
            address.street = before
        elif card.rest and _STREET.search(card.rest[-1]) and not _JOB.search(card.rest[-1]):
            address.street = card.rest.pop()
        return _take_country(card, after)
    return _take_country(card, piece) if not any(sign.isdigit() for sign in piece) else piece


def _take_country(card: _Card, piece: str) -> str:
    text = piece.strip(" ,;")
    if len(text) > 3 and countries.code(text) and not card.address.country and card.address.locality:
        card.address.country = text
        return ""
    return piece


def _looks_like_phone(piece: str) -> bool:
    return "+" in piece or bool(phones.key(piece)) or sum(map(str.isdigit, piece)) > 9


def _place_words(card: _Card) -> None:
    """Name, job, department and organisation among the lines that are left."""
    contact = card.contact
    name = _name_line(card)
    if name is not None:
        text = card.rest.pop(name)
        text, comma, job = text.partition(",")
        if comma and not _is_degree(job):
            card.rest.insert(name, job.strip())
        else:
            text += comma + job
        _take_name(contact, text)
    for line in list(card.rest):
        job, company = bool(_JOB.search(line)), bool(_COMPANY.search(line))
        if company and not contact.organization and not (job and not contact.job_title and "," not in line):
            card.rest.remove(line)
            contact.organization = line
        elif job and not contact.job_title:
            card.rest.remove(line)
            contact.job_title = line
        elif _DEPARTMENT.search(line) and not contact.department:
            card.rest.remove(line)
            contact.department = line
        elif not card.address.street and card.address.postal_code and _is_street(line):
            card.rest.remove(line)
            card.address.street = line
    if not contact.organization:
        _take_company_of_domain(card)


def _take_company_of_domain(card: _Card) -> None:
    """A line that has the word of the e-mail's or web site's domain in it is the organisation."""
    hosts = {
        re.sub(r"^(?:https?://)?(?:www\.)?", "", point.value.rpartition("@")[2]).partition(".")[0].lower()
        for point in card.contact.points
        if point.kind in (EMAIL, URL)
    }
    for line in list(card.rest):
        bare = "".join(folding.tokens(line))
        if any(len(host) > 2 and (host in bare or bare in host) for host in hosts):
            card.rest.remove(line)
            card.contact.organization = line
            return


def _name_line(card: _Card) -> int | None:
    """The line with the name: the one like the e-mail address, else the first that looks like one."""
    local = next((p.value.partition("@")[0] for p in card.contact.points if p.kind == EMAIL), "")
    parts = {part for part in re.split(r"[\W\d_]+", folding.fold(local)) if len(part) > 1}
    best, best_score = None, 0
    for at, line in enumerate(card.rest[:6]):
        words = line.partition(",")[0].split()
        if not 1 <= len(words) <= 6 or any(sign.isdigit() for sign in line) or _COMPANY.search(line):
            continue
        if _JOB.search(line.partition(",")[0]):
            continue
        tokens = set(folding.tokens(line))
        score = 6 - at + 4 * len(parts & tokens) + (2 if any(_is_title(word) for word in words) else 0)
        score += (
            1
            if len(words) > 1 and all(word[:1].isupper() or word in name_words.PARTICLES for word in words)
            else -4
        )
        if score > best_score:
            best, best_score = at, score
    return best


def _is_title(word: str) -> bool:
    return word.replace(".", "").lower() in name_words.TITLES


def _is_degree(text: str) -> bool:
    return all(word.replace(".", "").rstrip(",").lower() in name_words.SUFFIXES for word in text.split())


def _take_name(contact: Contact, text: str) -> None:
    if text.isupper():
        text = text.title()
    parts = names.parse_full_name(text)
    contact.prefix, contact.given, contact.middle, contact.family, contact.suffix = parts
    contact.full_name = text


def _is_street(line: str) -> bool:
    return bool(_STREET.search(line)) and any(sign.isdigit() for sign in line)
