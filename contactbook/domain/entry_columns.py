"""What the columns of a table of purchases, donations, tickets or survey answers hold, by their headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain.column_names import words_of
from contactbook.domain.interactions import CASE, DONATION, FEEDBACK, NOTE, PURCHASE

if TYPE_CHECKING:
    from collections.abc import Sequence

CONTACTS, ENTRIES = "contacts", "entries"
"""What the rows of a table are; of entries the key of their kind, `ENTRIES` where that is to be found out."""

WHO = ("id", "email", "phone", "name", "given", "family")
WHAT = (
    "date", "kind", "subject", "body", "amount", "currency", "quantity", "score", "outcome", "external",
)  # fmt: skip
_WORDS = {
    "id": "id|contact id|contactbook id|uid|contact uid",
    "email": "email|e mail|mail|email address|e mail address|customer email|buyer email|donor email"
    "|e mail adresse|email adresse|adresse e mail|adresse email|courriel|correo"
    "|correo electronico|indirizzo email|e mailadres|emailadres|adres e mail|billing email"
    "|respondent email",
    "phone": "phone|phone number|telephone|tel|mobile|telefon|telefonnummer|handy|telefono|telefoon"
    "|numer telefonu|billing phone|customer phone",
    "name": "name|full name|customer|customer name|client|client name|donor|donor name|billing name"
    "|contact|contact name|kunde|kundenname|spender|nom complet|nombre completo|nome completo"
    "|naam|imie i nazwisko",
    "given": "first name|given name|vorname|prenom|nombre|nome|voornaam|imie",
    "family": "last name|family name|surname|nachname|nom|apellido|apellidos|cognome|achternaam|nazwisko",
    "date": "date|order date|purchase date|donation date|invoice date|created at|created|paid at|time"
    "|timestamp|date time|submitted at|datum|bestelldatum|rechnungsdatum|kaufdatum|fecha|data"
    "|date de commande|data zamowienia|besteldatum",
    "kind": "kind|type|art|typ|tipo|soort|rodzaj",
    "subject": "item|item name|product|product name|subject|title|lineitem name|description|purpose|campaign"
    "|fund|artikel|produkt|bezeichnung|betreff|zweck|verwendungszweck|article|produit|objet"
    "|producto|asunto|concepto|prodotto|oggetto|onderwerp|doel|temat|cel",
    "body": "note|notes|comment|comments|text|message|body|feedback|answer|kommentar|bemerkung|nachricht"
    "|commentaire|comentario|commento|opmerking|komentarz|uwagi",
    "amount": "amount|total|price|sum|value|revenue|gross|grand total|order total|betrag|summe|gesamt"
    "|gesamtbetrag|preis|montant|prix|importe|precio|importo|prezzo|bedrag|prijs|kwota|cena",
    "currency": "currency|currency code|waehrung|wahrung|devise|moneda|valuta|waluta",
    "quantity": "quantity|qty|count|units|pieces|lineitem quantity|menge|anzahl|stueck|stuck|quantite"
    "|cantidad|quantita|aantal|ilosc",
    "score": "score|nps|nps score|rating|points|csat|bewertung|punkte|puntuacion|punteggio|beoordeling"
    "|ocena",
    "outcome": "status|outcome|result|ergebnis|statut|estado|stato",
    "external": "order id|order number|order no|order|invoice|invoice number|invoice id|transaction"
    "|transaction id|ticket|ticket id|ticket number|donation id|receipt|receipt number"
    "|response id|external id|reference|ref|bestellnummer|auftragsnummer|rechnungsnummer"
    "|belegnummer|numero de commande|numero de pedido|ordernummer|numer zamowienia",
}  # fmt: skip
_FIELDS = {word: field for field, words in _WORDS.items() for word in words.split("|")}
_TELLING = frozenset(("amount", "quantity", "score", "external", "currency", "date"))
_LEAST = 2
_GIVING = frozenset(
    "donation donations donor spende spenden spender don donateur donacion donazione gift".split()
)
_TICKETS = frozenset("ticket tickets case support".split())


def fields_of(headings: Sequence[str]) -> list[str]:
    """The field that each column fills, "" for none; the first column of a meaning has it."""
    taken: set[str] = set()
    found: list[str] = []
    for heading in headings:
        field = _FIELDS.get(" ".join(words_of(heading)), "")
        if field in taken:
            field = ""
        taken.add(field)
        found.append(field)
    return found


def lists_entries(headings: Sequence[str]) -> bool:
    """Whether a table with these headings lists purchases and the like, rather than people.

    It says whose a row is, and at least two things that only a purchase, donation, ticket or answer has, in
    at least as many columns as there are of other things.
    """
    found = fields_of(headings)
    fields = set(found) - {""}
    if not fields & set(WHO):
        return False
    told = fields & _TELLING
    strange = sum(1 for heading, field in zip(headings, found, strict=True) if heading.strip() and not field)
    return bool(told - {"currency", "date"}) and len(told) >= _LEAST and strange <= len(fields)


def kind_of(headings: Sequence[str], fields: Sequence[str] = ()) -> str:
    """The kind of entry that a table with these headings, whose columns fill `fields`, most likely lists."""
    words = {word for heading in headings for word in words_of(heading)}
    known = set(fields or fields_of(headings))
    if "score" in known:
        return FEEDBACK
    if words & _GIVING:
        return DONATION
    if words & _TICKETS:
        return CASE
    return PURCHASE if {"amount", "quantity"} & known else NOTE
