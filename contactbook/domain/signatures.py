"""Takes the text of a signature or a business card apart into the fields of a contact.

Each line is asked what it is, the certain things first: e-mail and web addresses, phone numbers with the word
before them, postal code and town. What is left is the name, the job and the organisation by their words, the
order and the letters of the e-mail address. What cannot be told goes into the note: nothing is thrown away.
"""

# ruff: noqa: RUF001 - letters of many scripts, on purpose
from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass, field

from contactbook.domain import countries, folding, labels, name_words, names, signature_places
from contactbook.domain import signature_words as words
from contactbook.domain.contact import (
    COMPANY,
    EMAIL,
    PHONE,
    SOCIAL,
    TEXTS,
    URL,
    Address,
    Contact,
    ContactPoint,
)
from contactbook.domain.signature_words import GREETING

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
NAME = ("prefix", "given", "middle", "family", "suffix", "full_name")
_SINGLE_WORD = re.compile(r"^\W*[^\W\d_][\w-]{0,14}\s*[:.]\W*$")
_WIDE = str.maketrans("：；，（）／＋　", ":;,()/+ ")
_LONGEST, _MOST_LINES, _LONGEST_TOWN = 8_000, 80, 30


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
        line = " ".join(written.translate(_WIDE).replace("\u00a0", " ").split()).strip(" *_|·•-–—>")
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


def filled_in(contact: Contact, said: Contact) -> Contact:
    """A contact with what a card says where nothing stood; addresses, phones and the like are added.

    What the card says of the name counts only where there was none, so that no name is made of two.
    """
    made = deepcopy(contact)
    named = any(getattr(contact, name) for name in NAME)
    for name in TEXTS:
        if not getattr(made, name) and not (named and name in NAME):
            setattr(made, name, getattr(said, name))
    made.kind = contact.kind if named or contact.organization else said.kind
    made.points += [point for point in said.points if point not in contact.points]
    made.addresses += [address for address in said.addresses if address not in contact.addresses]
    return made


def _read_piece(card: _Card, piece: str) -> None:
    """Takes out of a piece of a line whatever is certain; what is left is kept for later."""
    contact = card.contact
    if words.NUMBERS.match(piece):
        card.rest.append(piece)
        return
    piece = words.HANDLE.sub(lambda found: _take_handle(contact, found), piece)
    for found in _EMAIL.findall(piece):
        if not any(point.value == found for point in contact.points):
            contact.points.append(ContactPoint(EMAIL, found, _label_before(piece, found)))
    taken = piece
    piece = _EMAIL.sub("", piece)
    for found in _WEB.findall(piece):
        _take_web(contact, found.rstrip("./"))
    piece = _WEB.sub("", piece)
    if not piece.strip(" :,;<>()") or (piece != taken and _SINGLE_WORD.match(piece)):
        return
    piece = _take_address(card, piece)
    piece = _take_phones(contact, piece)
    piece = words.OTHER_WORDS.sub("", piece.strip(" :,;<>()")).strip(" :,;<>()")
    bare = piece.strip(" .:").lower()
    if (
        any(sign.isalnum() for sign in piece)
        and bare not in words.PHONE_WORDS
        and not words.OTHER_WORDS.fullmatch(f"{bare}:")
    ):
        card.rest.append(piece)


def _label_before(piece: str, address: str) -> str:
    """A word of its own before an address ("PEC: ..."), where it is none of those that say what it is."""
    before = piece[: piece.find(address)]
    word = before.strip(" :.<(")
    known = words.OTHER_WORDS.match(f"{word}:") or word.lower() in words.PHONE_WORDS
    return word if _SINGLE_WORD.match(before) and ":" in before and not known else ""


def _take_handle(contact: Contact, found: re.Match[str]) -> str:
    network = found["network"].lower()
    service = "x" if network == "twitter" else network
    contact.points.append(ContactPoint(SOCIAL, found["name"], service=service))
    return ""


def _take_web(contact: Contact, address: str) -> None:
    host = re.sub(r"^(?:https?://)?(?:www\.)?", "", address.lower()).partition("/")[0]
    network = next(
        (name for site, name in words.NETWORKS.items() if host == site or host.endswith("." + site)), ""
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
    return (
        not word or lower in words.PHONE_WORDS or labels.is_standard(labels.from_word(word)) or len(word) <= 8
    )


def _phone_label(word: str) -> str:
    lower = word.lower().strip(". ")
    if lower in words.PHONE_WORDS:
        return words.PHONE_WORDS[lower]
    label = labels.from_word(word)
    return label if labels.is_standard(label) else ""


def _take_address(card: _Card, piece: str) -> str:
    """Postal code and town, with the street before and the country after them; gives what is left."""
    address = card.address
    found = None if address.postal_code else signature_places.place_in(piece)
    if found is None or (address.locality and found.town):
        return _take_country(card, piece)
    address.postal_code = address.postal_code or found.code
    address.locality = address.locality or found.town
    address.region, address.country = address.region or found.region, address.country or found.country
    if found.town_above and card.rest and _is_town(card.rest[-1]):
        address.locality = card.rest.pop()
    before = found.before.strip(" ,;:-–")
    if found.street or (before and not words.OTHER_WORDS.match(f"{before}:")):
        address.street = found.street or before
    elif not address.street and card.rest and _is_street(card.rest[-1]):
        address.street = card.rest.pop()
        while found.town_above and card.rest and _is_street(card.rest[-1]):
            address.street = f"{card.rest.pop()}\n{address.street}"
    return _take_country(card, found.after)


def _take_country(card: _Card, piece: str) -> str:
    region, country = signature_places.region_and_country(piece)
    address = card.address
    if not country or address.country or not (address.locality or address.postal_code):
        return piece
    address.country = country
    if region and address.region:
        return region
    address.region = address.region or region
    return ""


def _is_town(line: str) -> bool:
    """A line that may be a town and nothing else."""
    plain = not any(sign.isdigit() or sign == "," for sign in line) and len(line) < _LONGEST_TOWN
    return plain and not (words.COMPANY.search(line) or words.JOB.search(line) or _is_street(line))


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
        job, company = bool(words.JOB.search(line)), bool(words.COMPANY.search(line))
        if company and not contact.organization and not (job and not contact.job_title and "," not in line):
            card.rest.remove(line)
            contact.organization = line
        elif job and not contact.job_title:
            card.rest.remove(line)
            contact.job_title = line
        elif words.DEPARTMENT.search(line) and not contact.department and not _is_street(line):
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
        said = line.partition(",")[0].split()
        if not 1 <= len(said) <= 6 or any(sign.isdigit() for sign in line) or words.COMPANY.search(line):
            continue
        if words.JOB.search(line.partition(",")[0]):
            continue
        tokens = set(folding.tokens(line))
        score = 6 - at + 4 * len(parts & tokens) + (2 if any(_is_title(word) for word in said) else 0)
        score += (
            1
            if len(said) > 1 and all(word[:1].isupper() or word in name_words.PARTICLES for word in said)
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
    """A house number, or one of the words that end a street's name; no job and no company."""
    named = re.search(
        r"(?:street|road|avenue|lane|drive|square|straße|strasse|gasse|weg)$", line, re.IGNORECASE
    )
    numbered = words.STREET.search(line) and any(sign.isdigit() for sign in line)
    return bool(numbered or named) and not (words.JOB.search(line) or words.COMPANY.search(line))
