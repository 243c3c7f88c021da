"""The formats of exports in plain words: what each is called, and what it is good for."""

from __future__ import annotations

from contactbook.wording.speech import say

FORMATS: dict[str, tuple[str, str]] = {
    "vcard3": ("vCard 3.0", "Phones, mail programs and clouds of all kinds read it. Nothing is left out."),
    "vcard4": ("vCard 4.0", "The newest vCard. Good between programs that know it; nothing is left out."),
    "vcard2.1": ("vCard 2.1", "For old phones, car radios and office telephones."),
    "vcard3-apple": ("vCard for Apple", "For Contacts on Mac, iPhone and iCloud: tags become groups there."),
    "vcard3-google": ("vCard for Google", "For Google Contacts and Android."),
    "vcard3-outlook": ("vCard for Outlook", "For Outlook.com and new versions of Outlook."),
    "vcard2.1-outlook": ("vCard for old Outlook", "For Outlook on Windows, one contact at a time."),
    "csv": ("Table (CSV)", "For spreadsheets and other programs. Opens right in Excel and LibreOffice."),
    "xlsx": ("Excel workbook", "For Excel and LibreOffice: phone numbers and postal codes stay as they are."),
    "csv-google": ("Table for Google Contacts", "To be imported at contacts.google.com."),
    "csv-outlook": ("Table for Outlook", "For Import in Outlook on Windows."),
    "csv-thunderbird": ("Table for Thunderbird", "For Tools, Import in Thunderbird."),
    "csv-mailchimp": ("Table for Mailchimp", "An audience: e-mail address, name, birthday, tags."),
    "csv-hubspot": ("Table for HubSpot", "Contacts for the import of HubSpot, custom fields included."),
    "csv-salesforce": ("Table for Salesforce", "Contacts for Data Loader, with its names of columns."),
    "ldif": ("LDIF", "For directories (LDAP) and Thunderbird, photos included."),
    "json": ("JSON", "For scripts and other copies of Contactbook. Nothing is left out."),
    "archive": (
        "Everything, as one archive",
        "The whole book: history, photos, attachments, fields and settings. Restores into a new book.",
    ),
}
"""By the name of the format on the command line."""


def title(to: str) -> str:
    """What a format is called."""
    return say(FORMATS[to][0])


def purpose(to: str) -> str:
    """What it is good for, in a sentence or two."""
    return say(FORMATS[to][1])
