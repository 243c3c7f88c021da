"""Outlook, all of it: one family of headings that one table knows.

The desktop's 92 columns, the comma layout of old Outlook that Google also writes, Outlook.com, Windows Live
Mail; other languages are laid over it by `outlook_languages`.

What the vendor means (not documented by it): `0/0/00` is no date; `E-mail Type` EX marks an X.500 name in
place of an address; `Title` is the form of address where a `Job Title` column exists; `Home Address` repeats
`Home Street` ...
"""

from __future__ import annotations

from contactbook.formats import outlook_languages
from contactbook.formats.dialect import Dialect, key_of, table

NOTHING = (
    "0/0/00", "unspecified", "normal", "false", "smtp", "nicht angegeben", "keine angabe", "falsch",
    "non specifie",
    "faux", "no especificado", "falso", "non specificato", "niet opgegeven", "onwaar", "nieokreslony",
    "falsz",
    "ikke angivet", "falsk", "belirtilmemis", "yanlis", "指定なし", "標準", "normalny", "normale", "normaal",
)  # fmt: skip
"""Cells (folded) by which Outlook says that nothing was entered."""

COLUMNS = table(
    """
Title | prefix
First Name | given
Middle Name | middle
Last Name | family
Suffix | suffix
Name | full_name
Display Name | full_name
Nickname | nickname
Given Yomi | phonetic_given
Surname Yomi | phonetic_family
Initials | initials
Company | organization
Company Yomi | field
Department | department
Job Title | job_title
Profession | field
Office Location | field
Business Street | address.street:work
Business Street 2 | address.street2:work
Business Street 3 | address.street3:work
Business City | address.locality:work
Business State | address.region:work
Business Postal Code | address.postal_code:work
Business Country | address.country:work
Business Country/Region | address.country:work
Business Address | address.formatted:work
Business Address PO Box | address.po_box:work
Home Street | address.street:home
Home Street 2 | address.street2:home
Home Street 3 | address.street3:home
Home City | address.locality:home
Home State | address.region:home
Home Postal Code | address.postal_code:home
Home Country | address.country:home
Home Country/Region | address.country:home
Home Address | address.formatted:home
Home Address PO Box | address.po_box:home
Other Street | address.street:other
Other Street 2 | address.street2:other
Other Street 3 | address.street3:other
Other City | address.locality:other
Other State | address.region:other
Other Postal Code | address.postal_code:other
Other Country | address.country:other
Other Country/Region | address.country:other
Other Address | address.formatted:other
Other Address PO Box | address.po_box:other
PO Box | address.po_box:home
Primary Phone | phone:primary
Mobile Phone | phone:mobile
Business Phone | phone:work
Business Phone 2 | phone:work
Home Phone | phone:home
Home Phone 2 | phone:home
Other Phone | phone:other
Company Main Phone | phone:company main
Assistant's Phone | phone:assistant
Business Fax | phone:work fax
Home Fax | phone:home fax
Other Fax | phone:other fax
Callback | phone:callback
Car Phone | phone:car
Radio Phone | phone:radio
TTY/TDD Phone | phone:textphone
Telex | phone:telex
ISDN | phone:isdn
Pager | phone:pager
E-mail Address | email#1
E-mail Type | email.type#1
E-mail Display Name | email.name#1
E-mail 2 Address | email#2
E-mail 2 Type | email.type#2
E-mail 2 Display Name | email.name#2
E-mail 3 Address | email#3
E-mail 3 Type | email.type#3
E-mail 3 Display Name | email.name#3
IMAddress | chat
IM Address | chat
Web Page | url
Personal Web Page | url:home
Birthday | date:birthday
Anniversary | date:anniversary
Spouse | relation:spouse
Children | relation:child
Manager's Name | relation:manager
Assistant's Name | relation:assistant
Referred By | relation:referred by
Schools | field
Categories | tags
Notes | note
Gender | gender?
Language | language
Account | field
Billing Information | field
Directory Server | field
Government ID Number | field
Hobby | field
Internet Free Busy | field?
Keywords | field
Location | field
Mileage | field
Organizational ID Number | field
Priority | field?
Private | field?
Sensitivity | field?
User 1 | field
User 2 | field
User 3 | field
User 4 | field
"""
)

OUTLOOK = Dialect(
    "outlook", COLUMNS, ("first name", "e-mail address"), separators={"tags": ";"}, ignore=NOTHING, least=0.75
)

OUTLOOK_ADDRESSES_ONLY = Dialect(
    "outlook",
    COLUMNS,
    ("e-mail address", "e-mail 2 address"),
    separators={"tags": ";"},
    ignore=NOTHING,
    least=0.75,
)


def _in_language(language: str) -> Dialect:
    """Outlook in another language: its headings, and the English ones that it leaves as they are."""
    headings = outlook_languages.headings_of(language)
    signature = (headings[_GIVEN_AT], headings[_FAMILY_AT], headings[_STREET_AT])
    return Dialect(
        "outlook",
        {**COLUMNS, **outlook_languages.columns_of(language)},
        tuple(key_of(heading) for heading in signature),
        separators={"tags": ";"},
        ignore=NOTHING,
    )


_GIVEN_AT, _FAMILY_AT, _STREET_AT = 1, 3, 8
IN_LANGUAGES = tuple(_in_language(language) for language in outlook_languages.HEADINGS)
