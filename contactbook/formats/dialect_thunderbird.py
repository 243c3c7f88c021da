"""Thunderbird and SeaMonkey: 37 columns, their headings in the language of the program.

The order is always the same. Known languages are recognised by their headings; any other by the number of
columns and what stands in them. (Order and headings: `importMsgs.properties` of the program's translations,
numbers 2100 to 2136.) In the program's own cards Web Page 1 is the one of work, Web Page 2 the private one;
the second line of an address is the extended address.
"""

# ruff: noqa: RUF001 - dashes and apostrophes as the program writes them
from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain import emails
from contactbook.formats.dialect import Dialect, key_of, pairs

if TYPE_CHECKING:
    from collections.abc import Sequence

SPECS = tuple(
    """
given family full_name nickname email email chat:aim
phone:work phone:home phone:fax phone:pager phone:mobile
address.street:home address.extended:home address.locality:home address.region:home address.postal_code:home
address.country:home
address.street:work address.extended:work address.locality:work address.region:work address.postal_code:work
address.country:work
job_title department organization url:work url:home
date.year:birthday date.month:birthday date.day:birthday field field field field note
""".split()
)

HEADINGS = {
    "en": """
First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,
Home Phone,Fax Number,Pager Number,Mobile Number,Home Address,Home Address 2,Home City,Home State,
Home ZipCode,Home Country,Work Address,Work Address 2,Work City,Work State,Work ZipCode,Work Country,
Job Title,Department,Organization,Web Page 1,Web Page 2,Birth Year,Birth Month,Birth Day,Custom 1,
Custom 2,Custom 3,Custom 4,Notes""",
    "en-GB": """
First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,
Home Phone,Fax Number,Pager Number,Mobile Number,Home Address,Home Address2,Home City,Home County,
Home Post Code,Home Country,Work Address,Work Address2,Work City,Work County,Work Post Code,Work Country,
Job Title,Department,Organisation,Web Page 1,Web Page 2,Birth Year,Birth Month,Birth Day,Custom 1,
Custom 2,Custom 3,Custom 4,Notes""",
    "de": """
Vorname,Nachname,Anzeigename,Spitzname,Primäre E-Mail-Adresse,Sekundäre E-Mail-Adresse,Messenger-Name,
Tel. dienstlich,Tel. privat,Fax-Nummer,Pager-Nummer,Mobil-Tel.-Nr.,Privat: Adresse,Privat: Adresse 2,
Privat: Ort,Privat: Bundesland,Privat: PLZ,Privat: Land,Dienstlich: Adresse,Dienstlich: Adresse 2,
Dienstlich: Ort,Dienstlich: Bundesland,Dienstlich: PLZ,Dienstlich: Land,Arbeitstitel,Abteilung,
Organisation,Webseite 1,Webseite 2,Geburtsjahr,Geburtsmonat,Geburtstag,Benutzerdef. 1,Benutzerdef. 2,
Benutzerdef. 3,Benutzerdef. 4,Notizen""",
    "fr": """
Prénom,Nom de famille,Nom à afficher,Surnom,Adresse e-mail principale,Adresse e-mail secondaire,
Nom de l’écran,Tél. professionnel,Tél. personnel,Fax,Pager,Portable,Adresse privée,Adresse privée 2,Ville,
Pays/État,Code postal,Pays/Région (domicile),Adresse professionnelle,Adresse professionnelle 2,Ville,
Pays/État,Code postal,Pays/Région (bureau),Profession,Service,Société,Site web 1,Site web 2,
Année de naissance,Mois,Jour,Divers 1,Divers 2,Divers 3,Divers 4,Notes""",
    "es": """
Nombre,Apellidos,Nombre mostrado,Apodo,Dirección de correo electrónico principal,
Dirección de correo electrónico secundaria,Nombre en pantalla,Teléfono (Trabajo),Teléfono particular,Fax,
Buscapersonas,Teléfono móvil,Dirección personal,Dirección personal 2,Ciudad donde vive,Provincia,
Código postal,País de residencia,Dirección de trabajo,Dirección de trabajo 2,Ciudad (Trabajo),
Provincia (Trabajo),Código postal (Trabajo),País (Trabajo),Puesto,Departamento,Organización,Página web 1,
Página web 2,Año de nacimiento,Mes de nacimiento,Día de nacimiento,Personalizado 1,Personalizado 2,
Personalizado 3,Personalizado 4,Notas""",
    "it": """
Nome,Cognome,Nome visualizzato,Soprannome,Email primaria,Email secondaria,Nome Instant Messenger,
Telefono lavoro,Telefono casa,Numero fax,Numero cercapersone,Numero cellulare,Indirizzo di casa,
Indirizzo di casa 2,Città di residenza,Provincia di residenza,CAP di residenza,Nazione di residenza,
Indirizzo di lavoro,Indirizzo di lavoro 2,Città di lavoro,Provincia di lavoro,CAP di lavoro,
Nazione di lavoro,Qualifica,Reparto,Organizzazione,Pagina web 1,Pagina web 2,Anno di nascita,
Mese di nascita,Giorno di nascita,Personalizzato 1,Personalizzato 2,Personalizzato 3,Personalizzato 4,Note""",
    "nl": """
Voornaam,Achternaam,Weergavenaam,Bijnaam,Primair e-mailadres,Secundair e-mailadres,Schermnaam,
Telefoon werk,Telefoon thuis,Faxnummer,Piepernummer,Mobiel nummer,Adres,Adres 2,Woonplaats,Provincie,
Postcode,Land,Werkadres,Werkadres 2,Werklocatie,Werkprovincie,Werkpostcode,Werkland,Werkfunctie,Afdeling,
Organisatie,Webpagina 1,Webpagina 2,Geboortejaar,Geboortemaand,Geboortedag,Overig 1,Overig 2,Overig 3,
Overig 4,Aantekeningen""",
    "pl": """
Imię,Nazwisko,Wyświetlana nazwa,Pseudonim,Podstawowy e-mail,Dodatkowy e-mail,Komunikator AIM,
Telefonu służbowy,Telefon domowy,Numer faksu,Pager,Numer telefonu komórkowego,Adres domowy,Adres domowy 2,
Miasto (dom),Województwo (dom),Kod pocztowy (dom),Państwo (dom),Adres służbowy,Adres służbowy 2,
Miasto (praca),Województwo (praca),Kod pocztowy (praca),Państwo (praca),Stanowisko,Departament,
Firma/Organizacja,Strona WWW 1,Strona WWW 2,Urodziny – Rok,Urodziny – Miesiąc,Urodziny – Dzień,
Informacja 1,Informacja 2,Informacja 3,Informacja 4,Notatki""",
    "da": """
Fornavn,Efternavn,Vis navn,Alias,Primær mail,Sekundær mail,Skærmnavn,Arbejdstelefon,Hjemmetelefon,
Faxnummer,Personsøgernummer,Mobilnummer,Hjemmeadresse,Hjemmeadresse 2,Hjemmeby,Hjemmestat,
Hjemmepostnummer,Hjemmeland,Arbejdsadresse,Arbejdsadresse 2,Arbejdsby,Arbejdsstat,Arbejdspostnummer,
Arbejdsland,Job titel,Afdeling,Organisation,Webside 1,Webside 2,Fødselsår,Fødselsmåned,Fødselsdag,
Brugerdef. 1,Brugerdef. 2,Brugerdef. 3,Brugerdef. 4,Notater""",
    "tr": """
İsim,Soyadı,Görüntülenecek isim,Takma adı,Birinci e-posta,İkinci e-posta,Ekran adı,İş telefonu,
Ev telefonu,Faks numarası,Çağrı cihazı,Cep telefonu,Ev adresi,Ev adresi 2,Ev şehri,Ev bölgesi,
Ev posta kodu,Ev ülkesi,İş adresi,İş adresi 2,İş şehri,İş bölgesi,İş posta kodu,İş ülkesi,İş unvanı,Bölüm,
Kurum,Web sayfası 1,Web sayfası 2,Doğum yılı,Doğum ayı,Doğum günü,Özel 1,Özel 2,Özel 3,Özel 4,Notlar""",
    "fi": """
Etunimi,Sukunimi,Näyttönimi,Lempinimi,Ensisijainen sähköposti,Toissijainen sähköposti,Näyttönimi,
Työpuhelin,Kotipuhelin,Faksin numero,Hakulaitteen numero,Matkapuhelinnumero,Kotiosoite,Kotiosoite 2,
Kotikaupunki,Kodin lääni,Kodin postinumero,Kotimaa,Työosoite,Työosoite 2,Työpaikan kaupunki,
Työpaikan lääni,Työpaikan postinumero,Työpaikan maa,Ammattinimi,Osasto,Järjestö,Verkkosivu 1,Verkkosivu 2,
Syntymävuosi,Syntymäkuukausi,Syntymäpäivä,Oma 1,Oma 2,Oma 3,Oma 4,Muistiinpanot""",
}

_MISSPELT = (
    "address.extended:home",
    "address.extended:work",
    "address.postal_code:home",
    "address.postal_code:work",
)
"""Of headings that a library writes which imitates the program's export."""

_EMAIL_AT, _SCREEN_NAME_AT, _YEAR_AT = 4, 6, 29


def headings_of(language: str) -> list[str]:
    """The 37 headings in one of the languages of HEADINGS."""
    return HEADINGS[language].replace("\n", "").split(",")


def _dialect(language: str) -> Dialect:
    headings = headings_of(language)
    columns = pairs(headings, SPECS)
    if language == "en":
        columns |= pairs(("Home Address2", "Work Address2", "Home Zipcode", "Work Zip"), _MISSPELT)
    return Dialect("thunderbird", columns, (key_of(headings[0]), key_of(headings[_EMAIL_AT])), least=0.85)


DIALECTS = tuple(_dialect(language) for language in HEADINGS)


def by_position(headings: Sequence[str], samples: Sequence[Sequence[str]]) -> Dialect | None:
    """The dialect for a header in an unknown language, by the number of columns and their cells."""
    width = len(headings)
    if width and not headings[-1].strip():
        width -= 1
    specs = SPECS if width == len(SPECS) else SPECS[:_SCREEN_NAME_AT] + SPECS[_SCREEN_NAME_AT + 1 :]
    if width != len(specs):
        return None
    shift = width - len(SPECS)
    addresses = _cells(samples, _EMAIL_AT)
    numbers = [cell for at in range(_YEAR_AT, _YEAR_AT + 3) for cell in _cells(samples, at + shift)]
    if not addresses or not all(map(emails.is_address, addresses)):
        return None
    if not all(cell.isdigit() for cell in numbers):
        return None
    return Dialect("thunderbird", pairs(headings[:width], specs), least=0)


def _cells(samples: Sequence[Sequence[str]], at: int) -> list[str]:
    return [row[at].strip() for row in samples if at < len(row) and row[at].strip()]
